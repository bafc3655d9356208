using System.Diagnostics.Metrics;
using Microsoft.EntityFrameworkCore;
using SolidLoonfiches.Delivery;
using SolidLoonfiches.Dossiers;

namespace SolidLoonfiches.Service;

/// <summary>How things stand, read from the records every quarter of a minute: backlog, dead letters, the running month, subscriptions.</summary>
internal sealed class StateGauges : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(15);

    private readonly IServiceScopeFactory _scopes;
    private readonly HintQueue _hints;
    private readonly TimeProvider _clock;
    private readonly ILogger<StateGauges> _log;
    private volatile State _state = new([], [], [], []);

    public StateGauges(IServiceScopeFactory scopes, IMeterFactory meters, HintQueue hints, TimeProvider clock, ILogger<StateGauges> log)
    {
        (_scopes, _hints, _clock, _log) = (scopes, hints, clock, log);
        var meter = meters.Create(Telemetry.Name);
        meter.CreateObservableGauge("loonfiches.outbox.waiting", () => _state.Waiting, "{message}", "Not accepted yet, by kind.");
        meter.CreateObservableGauge("loonfiches.outbox.dead", () => _state.Dead, "{message}", "Given up, and waiting for a person, by kind.");
        meter.CreateObservableGauge("loonfiches.outbox.oldest", () => _state.Oldest, "s", "Age of the oldest that is not accepted yet, by kind.");
        meter.CreateObservableGauge("loonfiches.run.dossiers", () => _state.Runs, "{dossier}", "The runs that are under way, by state.");
        meter.CreateObservableGauge("loonfiches.hints.waiting", () => _hints.Count, "{dossier}", "Dossiers that a vault brought forward.");
    }

    private sealed record State(IReadOnlyList<Measurement<long>> Waiting, IReadOnlyList<Measurement<long>> Dead, IReadOnlyList<Measurement<double>> Oldest, IReadOnlyList<Measurement<long>> Runs);

    /// <summary>Reads everything anew.</summary>
    public async Task ReadAsync(CancellationToken cancellation)
    {
        await using var scope = _scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<DossierDb>();
        var now = _clock.GetUtcNow();
        // What has not moved for a day was broken off, and is no run that is under way.
        var recently = now - TimeSpan.FromDays(1);
        var mails = db.Messages.Where(m => m.SentAt == null && m.DeadAt == null && m.DigestId == null && db.Staff.Any(s => s.Id == m.StaffId && s.Email != null && s.Email != "" && !s.WantsDigest));
        var questions = db.Questions.Where(q => q.SentAt == null && q.DeadAt == null && q.AnsweredAt == null && db.Dossiers.Any(d => d.Id == q.DossierId && db.Ocmws.Any(o => o.Kbo == d.OcmwKbo && o.OfficerEmail != null && o.OfficerEmail != "")));
        var digests = db.Digests.Where(d => d.SentAt == null && d.DeadAt == null);
        var events = db.EventDeliveries.Where(d => d.SentAt == null && d.DeadAt == null && db.EventEndpoints.Any(p => p.Id == d.EndpointId && p.RemovedAt == null));
        var dead = await scope.ServiceProvider.GetRequiredService<DeadLetters>().CountAsync(null, cancellation);
        var running = await db.Runs.AsNoTracking().Where(r => r.EndedAt == null && (r.ProgressAt == null || r.ProgressAt >= recently)).ToListAsync(cancellation);
        _state = new(
            [Of(await mails.CountAsync(cancellation), "mail"), Of(await digests.CountAsync(cancellation), "digest"), Of(await questions.CountAsync(cancellation), "question"), Of(await events.CountAsync(cancellation), "event")],
            [Of(dead.Mails, "mail"), Of(dead.Digests, "digest"), Of(dead.Questions, "question"), Of(dead.Events, "event")],
            [
                Age(await mails.MinAsync(m => (DateTimeOffset?)m.CreatedAt, cancellation), "mail"),
                Age(await digests.MinAsync(d => (DateTimeOffset?)d.CreatedAt, cancellation), "digest"),
                Age(await questions.MinAsync(q => (DateTimeOffset?)q.AskedAt, cancellation), "question"),
                Age(await events.Join(db.Events, d => d.EventId, e => e.Id, (d, e) => (DateTimeOffset?)e.At).MinAsync(cancellation), "event"),
            ],
            [Of(running.Sum(r => r.Total), "total", "state"), Of(running.Sum(r => r.Done), "done", "state"), Of(running.Sum(r => r.Failures), "failed", "state")]);

        Measurement<double> Age(DateTimeOffset? since, string kind) => new(since is { } at ? (now - at).TotalSeconds : 0, new KeyValuePair<string, object?>("kind", kind));
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, _clock);
        do
        {
            try
            {
                await ReadAsync(stoppingToken);
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                _log.LogError("The state could not be measured: {Type} at {Place}", failure.GetType().FullName, failure.StackTrace);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private static Measurement<long> Of(long value, string label, string name = "kind") => new(value, new KeyValuePair<string, object?>(name, label));
}
