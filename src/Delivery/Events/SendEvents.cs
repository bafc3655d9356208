using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SolidLoonfiches.Dossiers;

namespace SolidLoonfiches.Delivery;

/// <summary>Sends the events that are due (one pass): endpoints beside each other, the events of one endpoint after each other, oldest first.</summary>
/// <remarks>
/// At least once and in no promised order: the id stays the same, and a receiver goes by it. An endpoint that does not answer,
/// or asks for rest, is left alone for a while as a whole, so that its backlog neither knocks on its door nor loses attempts.
/// </remarks>
public sealed class SendEvents(DossierDb db, IServiceScopeFactory scopes, TimeProvider clock) : IDeliveryPass
{
    private const int EndpointsAtOnce = 8;

    /// <returns>How many were sent and how many failed.</returns>
    public async Task<(int Sent, int Failed)> RunAsync(CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var endpoints = await db.EventEndpoints.AsNoTracking()
            .Where(p => p.RemovedAt == null && p.PausedAt == null && (p.NotBefore == null || p.NotBefore <= now) && db.EventDeliveries.Any(d => d.EndpointId == p.Id && d.SentAt == null && d.DeadAt == null && d.NextAttemptAt <= now))
            .ToListAsync(cancellation);
        var (sent, failed) = (0, 0);
        await Parallel.ForEachAsync(endpoints, new ParallelOptions { MaxDegreeOfParallelism = EndpointsAtOnce, CancellationToken = cancellation }, async (endpoint, cancel) =>
        {
            await using var scope = scopes.CreateAsyncScope();
            var one = ActivatorUtilities.CreateInstance<ToOneEndpoint>(scope.ServiceProvider, endpoint);
            await one.RunAsync(cancel);
            Interlocked.Add(ref sent, one.Sent);
            Interlocked.Add(ref failed, one.Failed);
        });
        return (sent, failed);
    }

    Task IDeliveryPass.RunAsync(CancellationToken cancellation) => RunAsync(cancellation);

    /// <summary>What is due for one endpoint.</summary>
    private sealed class ToOneEndpoint(EventEndpoint endpoint, DossierDb db, EventSender sender, MagdaNotices magda, TimeProvider clock, ILogger<SendEvents> log)
    {
        private const int AtMost = 100;
        private static readonly KeyValuePair<string, object?> Kind = new("kind", "event");

        /// <summary>An endpoint that is away is asked again at least this often.</summary>
        private static readonly TimeSpan LongestRest = TimeSpan.FromMinutes(5);

        public int Sent { get; private set; }

        public int Failed { get; private set; }

        public async Task RunAsync(CancellationToken cancellation)
        {
            var due = await (
                from delivery in db.EventDeliveries.AsNoTracking().DueAt(clock.GetUtcNow())
                where delivery.EndpointId == endpoint.Id
                join record in db.Events.AsNoTracking() on delivery.EventId equals record.Id
                orderby delivery.NextAttemptAt, record.At
                select new { delivery, record }).Take(AtMost).ToListAsync(cancellation);
            foreach (var one in due)
            {
                if (await db.EventDeliveries.TakeAsync(one.delivery.Id, one.delivery.NextAttemptAt, clock.GetUtcNow(), cancellation)
                    && !await SendAsync(one.delivery, one.record, cancellation))
                {
                    return;
                }
            }
        }

        /// <returns>False where nothing more should be sent there for now.</returns>
        private async Task<bool> SendAsync(EventDelivery delivery, EventRecord record, CancellationToken cancellation)
        {
            var outcome = endpoint.Kind == EndpointKind.Magda
                ? await magda.SendAsync(record, await db.Dossiers.Where(d => d.Id == record.DossierId).Select(d => d.Insz).SingleAsync(cancellation), cancellation)
                : await sender.SendAsync(record, endpoint, cancellation);
            switch (outcome)
            {
                case EventSender.Outcome.Accepted:
                    Sent++;
                    Telemetry.Sent.Add(1, Kind);
                    await db.EventDeliveries.SentAsync(delivery.Id, clock.GetUtcNow());
                    if (endpoint.NotBefore is not null)
                    {
                        await SetAsync(db.EventEndpoints, notBefore: null);
                        endpoint.NotBefore = null;
                    }

                    return true;
                case EventSender.Outcome.Gone:
                    log.LogError("Endpoint {Endpoint} of OCMW {Ocmw} says that it is gone (410): nothing is sent to it until somebody resumes it", endpoint.Id, endpoint.OcmwKbo);
                    await FailAsync("http 410", null);
                    var pausedAt = clock.GetUtcNow();
                    await db.EventEndpoints.Where(p => p.Id == endpoint.Id).ExecuteUpdateAsync(p => p.SetProperty(x => x.PausedAt, pausedAt).SetProperty(x => x.PausedBecause, "http 410"), cancellation);
                    return false;
                case EventSender.Outcome.Useless useless:
                    await FailAsync(useless.Error, null, last: true);
                    return true;
                case EventSender.Outcome.Failed failed:
                    var wait = await FailAsync(failed.Error, failed.Asked);
                    if (failed.EndpointIsAway)
                    {
                        // What it asks for itself is obeyed whole.
                        var rest = failed.Asked is null && wait > LongestRest ? LongestRest : wait;
                        await SetAsync(db.EventEndpoints, clock.GetUtcNow() + rest);
                    }

                    return !failed.EndpointIsAway;
                default:
                    throw new InvalidOperationException("An attempt ended in a way that nobody knows.");
            }

            async Task<TimeSpan> FailAsync(string error, TimeSpan? asked, bool last = false)
            {
                Failed++;
                Telemetry.SendFailures.Add(1, Kind);
                var now = clock.GetUtcNow();
                var next = await db.EventDeliveries.FailedAsync(delivery.Id, last ? RetrySchedule.Waits.Count + 1 : delivery.Attempts + 1, error, asked, now, cancellation);
                log.LogWarning("Event {Event} did not reach endpoint {Endpoint}, attempt {Attempt}: {Error}", record.Id, endpoint.Id, delivery.Attempts + 1, error);
                return next is { } at ? at - now : LongestRest;
            }

            Task SetAsync(IQueryable<EventEndpoint> endpoints, DateTimeOffset? notBefore) =>
                endpoints.Where(p => p.Id == endpoint.Id).ExecuteUpdateAsync(p => p.SetProperty(x => x.NotBefore, notBefore), cancellation);
        }
    }
}
