using Microsoft.EntityFrameworkCore;
using SolidLoonfiches.Dossiers;

namespace SolidLoonfiches.Delivery;

/// <summary>Sends an endpoint everything since a moment again, under the same ids: also what it got, and what happened before it was added.</summary>
public sealed class ReplayEvents(DossierDb db, TimeProvider clock)
{
    public sealed record Command(string OcmwKbo, Guid EndpointId, DateTimeOffset Since);

    /// <returns>How many events are due again; null: no such endpoint of this OCMW.</returns>
    public async Task<int?> RunAsync(Command command, CancellationToken cancellation)
    {
        if (await db.EventEndpoints.AsNoTracking().SingleOrDefaultAsync(p => p.Id == command.EndpointId && p.OcmwKbo == command.OcmwKbo && p.RemovedAt == null, cancellation) is not { } endpoint)
        {
            return null;
        }

        var now = clock.GetUtcNow();
        await using var both = await db.Database.BeginTransactionAsync(cancellation);
        var all = endpoint.Kind == EndpointKind.Webhook;
        var since = db.Events.Where(e => e.OcmwKbo == command.OcmwKbo && e.At >= command.Since && (all || e.Type == EventTypes.PayslipFound));
        var again = await db.EventDeliveries.Where(d => d.EndpointId == command.EndpointId && since.Any(e => e.Id == d.EventId))
            .ExecuteUpdateAsync(d => d.SetProperty(x => x.SentAt, (DateTimeOffset?)null).SetProperty(x => x.DeadAt, (DateTimeOffset?)null).SetProperty(x => x.ClearedAt, (DateTimeOffset?)null).SetProperty(x => x.Attempts, 0).SetProperty(x => x.NextAttemptAt, now), cancellation);
        var missed = await since.Where(e => e.SpreadAt != null && !db.EventDeliveries.Any(d => d.EndpointId == command.EndpointId && d.EventId == e.Id)).Select(e => e.Id).ToListAsync(cancellation);
        db.EventDeliveries.AddRange(missed.Select(id => new EventDelivery { Id = Guid.CreateVersion7(now), EventId = id, EndpointId = command.EndpointId, NextAttemptAt = now }));
        await db.SaveChangesAsync(cancellation);
        await both.CommitAsync(cancellation);
        return again + missed.Count;
    }
}
