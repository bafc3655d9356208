using Microsoft.EntityFrameworkCore;
using SolidLoonfiches.Dossiers;

namespace SolidLoonfiches.Delivery;

/// <summary>Makes a delivery of each new event for each endpoint of its OCMW; an event is marked in the same save, so none is passed over.</summary>
/// <remarks>Not done where the event is written: the check of a vault need not know who listens.</remarks>
public sealed class SpreadEvents(DossierDb db, TimeProvider clock) : IDeliveryPass
{
    private const int AtMost = 500;

    /// <returns>How many events were spread.</returns>
    public async Task<int> RunAsync(CancellationToken cancellation)
    {
        var spread = 0;
        while (await OnceAsync(cancellation) is > 0 and var more)
        {
            spread += more;
        }

        return spread;
    }

    Task IDeliveryPass.RunAsync(CancellationToken cancellation) => RunAsync(cancellation);

    private async Task<int> OnceAsync(CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var fresh = await db.Events.Where(e => e.SpreadAt == null).OrderBy(e => e.At).Take(AtMost).ToListAsync(cancellation);
        var ocmws = fresh.Select(e => e.OcmwKbo).Distinct().ToList();
        var endpoints = await db.EventEndpoints.AsNoTracking().Where(p => ocmws.Contains(p.OcmwKbo) && p.RemovedAt == null).ToListAsync(cancellation);
        foreach (var record in fresh)
        {
            record.SpreadAt = now;
            db.EventDeliveries.AddRange(endpoints.Where(p => p.OcmwKbo == record.OcmwKbo && p.CreatedAt <= record.At && (p.Kind == EndpointKind.Webhook || record.Type == EventTypes.PayslipFound))
                .Select(p => new EventDelivery { Id = Guid.CreateVersion7(now), EventId = record.Id, EndpointId = p.Id, NextAttemptAt = now }));
        }

        try
        {
            await db.SaveChangesAsync(cancellation);
            return fresh.Count;
        }
        catch (DbUpdateException failure) when (failure.IsUniqueViolation())
        {
            // Another node spread one of these at the same moment; the next pass does what is left.
            return 0;
        }
        finally
        {
            db.ChangeTracker.Clear();
        }
    }
}
