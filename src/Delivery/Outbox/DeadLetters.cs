using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using SolidLoonfiches.Dossiers;

namespace SolidLoonfiches.Delivery;

/// <summary>What was given up: counted, said again every hour for as long as it lies there, tried again or put to rest by a person.</summary>
public sealed class DeadLetters(DossierDb db, TimeProvider clock, DeadLetterAlarm alarm, ILogger<DeadLetters> log) : IDeliveryPass
{
    /// <summary>How many lie there.</summary>
    public sealed record Counts(int Mails, int Digests, int Questions, int Events)
    {
        public int All => Mails + Digests + Questions + Events;
    }

    /// <inheritdoc/>
    static TimeSpan IDeliveryPass.Every => TimeSpan.FromMinutes(1);

    /// <param name="ocmwKbo">Of one OCMW; null: of all.</param>
    public async Task<Counts> CountAsync(string? ocmwKbo, CancellationToken cancellation) => new(
        await Mails(ocmwKbo).Dead().CountAsync(cancellation),
        await Digests(ocmwKbo).Dead().CountAsync(cancellation),
        await Questions(ocmwKbo).Dead().CountAsync(cancellation),
        await Deliveries(ocmwKbo).Dead().CountAsync(cancellation));

    /// <summary>Begins the schedule of every dead letter of an OCMW anew.</summary>
    public async Task<int> RetryAsync(string ocmwKbo, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        return await AnewAsync(Mails(ocmwKbo)) + await AnewAsync(Digests(ocmwKbo)) + await AnewAsync(Questions(ocmwKbo)) + await AnewAsync(Deliveries(ocmwKbo));

        Task<int> AnewAsync<T>(IQueryable<T> items)
            where T : OutboxItem =>
            items.Dead().ExecuteUpdateAsync(item => item.SetProperty(x => x.DeadAt, (DateTimeOffset?)null).SetProperty(x => x.Attempts, 0).SetProperty(x => x.NextAttemptAt, now), cancellation);
    }

    /// <summary>Ends the alarm for every dead letter of an OCMW; they stay in the records, unsent.</summary>
    public async Task<int> ClearAsync(string ocmwKbo, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        return await RestAsync(Mails(ocmwKbo)) + await RestAsync(Digests(ocmwKbo)) + await RestAsync(Questions(ocmwKbo)) + await RestAsync(Deliveries(ocmwKbo));

        Task<int> RestAsync<T>(IQueryable<T> items)
            where T : OutboxItem => items.Dead().ExecuteUpdateAsync(item => item.SetProperty(x => x.ClearedAt, now), cancellation);
    }

    async Task IDeliveryPass.RunAsync(CancellationToken cancellation)
    {
        if (await CountAsync(null, cancellation) is { All: > 0 } counts && alarm.IsDue(clock.GetUtcNow()))
        {
            log.LogError("{Count} dead letters wait for a person: {Mails} mails, {Digests} digests, {Questions} questions, {Events} events could not be delivered", counts.All, counts.Mails, counts.Digests, counts.Questions, counts.Events);
        }
    }

    private IQueryable<Message> Mails(string? ocmw) => db.Messages.Where(m => ocmw == null || db.Dossiers.Any(d => d.Id == m.DossierId && d.OcmwKbo == ocmw));

    private IQueryable<Digest> Digests(string? ocmw) => db.Digests.Where(g => ocmw == null || db.Staff.Any(s => s.Id == g.StaffId && s.OcmwKbo == ocmw));

    private IQueryable<Question> Questions(string? ocmw) => db.Questions.Where(q => ocmw == null || db.Dossiers.Any(d => d.Id == q.DossierId && d.OcmwKbo == ocmw));

    private IQueryable<EventDelivery> Deliveries(string? ocmw) => db.EventDeliveries.Where(v => db.EventEndpoints.Any(p => p.Id == v.EndpointId && p.RemovedAt == null && (ocmw == null || p.OcmwKbo == ocmw)));
}

/// <summary>When this process last said that there are dead letters.</summary>
public sealed class DeadLetterAlarm
{
    internal static readonly TimeSpan Every = TimeSpan.FromHours(1);

    private DateTimeOffset? _said;

    internal bool IsDue(DateTimeOffset now)
    {
        if (_said is { } said && now - said < Every)
        {
            return false;
        }

        _said = now;
        return true;
    }
}
