using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SolidLoonfiches.Loonfiches;
using SolidLoonfiches.Sources;

namespace SolidLoonfiches.Dossiers;

/// <summary>One OCMW's month, or a slice of it: every dossier with a consent that was ever given; many at a time, failures of one do not stop the rest.</summary>
/// <remarks>
/// What changes something is committed by itself (<see cref="CheckDossier"/>), so a run that is killed has done what it did, and
/// whoever takes it up does the rest. Of a vault in which nothing has moved the listing is fetched and nothing else, and many
/// such vaults are recorded at once (<see cref="UnchangedReads"/>).
/// </remarks>
public sealed class RunMonth
{
    private readonly DossierDb _db;
    private readonly IServiceScopeFactory _scopes;
    private readonly IPayslipSource _source;
    private readonly ConsentSessions _sessions;
    private readonly HostLanes _lanes;
    private readonly DatabasePatience _patience;
    private readonly WriteTurn _turn;
    private readonly TimeProvider _clock;
    private readonly ILogger<RunMonth> _log;

    internal RunMonth(DossierDb db, IServiceScopeFactory scopes, IPayslipSource source, ConsentSessions sessions, HostLanes lanes, DatabasePatience patience, WriteTurn turn, TimeProvider clock, ILogger<RunMonth> log) =>
        (_db, _scopes, _source, _sessions, _lanes, _patience, _turn, _clock, _log) = (db, scopes, source, sessions, lanes, patience, turn, clock, log);

    /// <param name="OcmwKbo">The OCMW.</param>
    /// <param name="Month">The month that is due.</param>
    /// <param name="StartedBy"><c>schedule</c> or <c>command</c>.</param>
    /// <param name="DryRun">Reads and calculates; writes nothing, the run itself neither.</param>
    /// <param name="Progress">Called with done and total after each dossier, from any thread, one call at a time.</param>
    public sealed record Command(string OcmwKbo, Maand Month, string StartedBy, bool DryRun = false, Action<int, int>? Progress = null)
    {
        /// <summary>Which part of the dossiers, from 1 to <see cref="Slices"/>.</summary>
        public int Slice { get; init; } = 1;

        public int Slices { get; init; } = 1;

        /// <summary>When the schedule had it.</summary>
        public DateTimeOffset? ScheduledFor { get; init; }

        /// <summary>A run to go on with instead, its slice and all: what it has done is skipped.</summary>
        public Guid? TakeUp { get; init; }

        /// <summary>Whether every dossier is reported, also one of which nothing was new; else the run keeps none of them in memory, and is quicker.</summary>
        public bool KeepReports { get; init; } = true;
    }

    /// <param name="RunId">Empty for a dry run, and where there was nothing to do.</param>
    /// <param name="Dossiers">In the order of their numbers; empty without <see cref="Command.KeepReports"/>.</param>
    /// <param name="Failures">Dossiers whose check broke off: nothing was written of them. The error names no person.</param>
    public sealed record Report(Guid RunId, IReadOnlyList<CheckDossier.Report> Dossiers, IReadOnlyList<(string DossierNumber, string Error)> Failures);

    /// <summary>Runs of the month (null: the last that was run) that did not come to their end, or in which dossiers broke off: to be taken up.</summary>
    public Task<IReadOnlyList<CheckRun>> BrokenOffAsync(string ocmwKbo, Maand? month, CancellationToken cancellation) => RunRows.BrokenOffAsync(_db, ocmwKbo, month, cancellation);

    /// <exception cref="OperationCanceledException">The run was stopped; the dossiers that were done stay done.</exception>
    public async Task<Report> RunAsync(Command command, CancellationToken cancellation)
    {
        if (await _patience.RunAsync(cancel => RunRows.OpenAsync(_db, command, _clock.GetUtcNow(), cancel), cancellation) is not { } run)
        {
            return new Report(Guid.Empty, [], []);
        }

        var (due, total) = await _patience.RunAsync(cancel => DueDossier.OfAsync(_db, run, cancel), cancellation);
        run.Total = total;
        var progress = new RunProgress(_scopes, _turn, _clock, _log, run, total - due.Count, command.Progress);
        var work = new Work(this, run, command, progress);
        if (!command.DryRun)
        {
            await _patience.RunAsync(cancel => progress.WriteAsync(endedAt: null, cancel), cancellation);
        }

        DateTimeOffset? endedAt = null;
        try
        {
            await work.RunAsync(due, cancellation);
            endedAt = _clock.GetUtcNow();
        }
        finally
        {
            // Also for a run that was stopped: how far it came; without an end.
            if (!command.DryRun)
            {
                await _patience.RunAsync(_ => progress.WriteAsync(endedAt, CancellationToken.None), cancellation);
            }
        }

        return new Report(
            command.DryRun ? Guid.Empty : run.Id,
            [.. work.Reports.OrderBy(r => r.DossierNumber, StringComparer.Ordinal)],
            [.. work.Failures.OrderBy(f => f.DossierNumber, StringComparer.Ordinal)]);
    }

    /// <summary>One run, from its first dossier to its last.</summary>
    private sealed class Work(RunMonth month, CheckRun run, Command command, RunProgress progress)
    {
        private readonly StateLoader _states = new(month._scopes, month._patience);
        private readonly UnchangedReads _unchanged = new(month._scopes, month._patience, month._turn, run.Id);

        public ConcurrentBag<CheckDossier.Report> Reports { get; } = [];

        public ConcurrentBag<(string DossierNumber, string Error)> Failures { get; } = [];

        /// <summary>Where vaults may be recorded as unchanged without a report.</summary>
        private bool IsQuick => command is { DryRun: false, KeepReports: false };

        public async Task RunAsync(List<DueDossier> due, CancellationToken cancellation)
        {
            using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
            using var over = new CancellationTokenSource();
            var keeping = command.DryRun ? Task.CompletedTask : progress.KeepAsync(over.Token);
            var loading = _states.RunAsync(stop.Token);
            var recording = _unchanged.RunAsync(RecordedAsync, stop.Token);
            try
            {
                var lanes = month._lanes.RunAsync(due, TurnAsync, host => month._source.RestOf(new Uri(host)), stop.Token);
                if (await Task.WhenAny(lanes, recording) == recording)
                {
                    // Before its time: its fault ends the run.
                    await stop.CancelAsync();
                    await lanes.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                    await recording;
                }

                await lanes;
                _unchanged.Complete();
                await recording;
            }
            finally
            {
                _states.Complete();
                await stop.CancelAsync();
                await over.CancelAsync();

                // They end because they were stopped; a fault of theirs has been met above.
                await Task.WhenAll(loading, recording, keeping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }

            Task RecordedAsync(UnchangedRead read, bool recorded) => recorded ? CountAsync(read.Due, () => Task.FromResult((0, false)), stop.Token) : CheckAsync(read.Due, LookAsync(read.Due, stop.Token), stop.Token);
        }

        private async Task<IReadOnlyList<DueDossier>> TurnAsync(IReadOnlyList<DueDossier> some, CancellationToken cancellation)
        {
            var server = new Uri(some[0].Host);
            var at = month._clock.GetUtcNow();
            var settled = IsQuick ? await SettledVaults.OfAsync(month._scopes, month._patience, some, run.Month, cancellation) : [];

            // The others' states are asked for together, and not each when its turn comes. What is recorded from here on the next check sees.
            var looks = some.Where(due => !settled.ContainsKey(due.Id)).ToDictionary(due => due.Id, due => LookAsync(due, cancellation));
            foreach (var (i, due) in some.Index())
            {
                if (i > 0 && month._source.RestOf(server) > TimeSpan.Zero)
                {
                    // It wants to be left alone from here on: the others are none the worse for waiting.
                    return [.. some.Skip(i)];
                }

                if (settled.TryGetValue(due.Id, out var vault) && !vault.Consent.HasLapsed(month._clock.GetUtcNow()))
                {
                    await GlanceAsync(due, vault, at, cancellation);
                }
                else
                {
                    await CheckAsync(due, looks.GetValueOrDefault(due.Id) ?? LookAsync(due, cancellation), cancellation);
                }
            }

            return [];
        }

        /// <summary>A vault with nothing left to do: only where its listing has moved is it checked.</summary>
        private async Task GlanceAsync(DueDossier due, SettledVaults.Row vault, DateTimeOffset at, CancellationToken cancellation)
        {
            DossierState? state = null;
            SourceAnswer? answer = null;
            var failed = await CountFailureAsync(due, async () =>
            {
                var request = VaultRequests.For(vault.Consent, vault.Dossier, month._sessions) with
                {
                    AtOnce = 1,
                    KnownListing = vault.Listing,
                    KnownSigners = vault.KnownSigners,
                    KnownLater = async cancel => VaultRequests.Known(state = await _states.LoadAsync(due.Id, cancel), vault.Consent),
                };
                answer = await month._source.ReadAsync(request, cancellation);
            }, cancellation);
            if (failed)
            {
                return;
            }

            if (answer is SourceAnswer.AsKnown)
            {
                await _unchanged.AddAsync(new UnchangedRead(due, vault.Consent.Id, at), cancellation);
                return;
            }

            // Where the source ended before it asked what is known, the state is of after the answer: another consent may stand in it.
            state ??= await _states.LoadAsync(due.Id, cancellation);
            await CheckAsync(due, state.Consent?.Id == vault.Consent.Id ? Task.FromResult(new CheckDossier.EarlyLook(state, answer, at)) : LookAsync(due, cancellation), cancellation);
        }

        private async Task<CheckDossier.EarlyLook> LookAsync(DueDossier due, CancellationToken cancellation)
        {
            var at = month._clock.GetUtcNow();
            return new CheckDossier.EarlyLook(await _states.LoadAsync(due.Id, cancellation), Answer: null, at);
        }

        private Task CheckAsync(DueDossier due, Task<CheckDossier.EarlyLook> looking, CancellationToken cancellation) => CountAsync(due, async () =>
        {
            var early = await looking;
            var report = await month._patience.RunAsync(async cancel =>
            {
                var look = early;
                early = null;
                await using var scope = month._scopes.CreateAsyncScope();
                return await scope.ServiceProvider.GetRequiredService<CheckDossier>().RunAsync(new(due.Id, run.Month, command.DryRun ? null : run.Id, command.DryRun) { Early = look }, cancel);
            }, cancellation);
            if (command.KeepReports)
            {
                Reports.Add(report);
            }

            return (report.Months.Count(m => m.IsNew), report.NotOpen is not null);
        }, cancellation);

        private async Task CountAsync(DueDossier due, Func<Task<(int NewChecks, bool NotOpen)>> check, CancellationToken cancellation)
        {
            var (newChecks, notOpen) = (0, false);
            if (!await CountFailureAsync(due, async () => (newChecks, notOpen) = await check(), cancellation))
            {
                progress.Add(newChecks, failed: false, notOpen);
            }
        }

        /// <returns>True where it broke off; that is then counted.</returns>
        private async Task<bool> CountFailureAsync(DueDossier due, Func<Task> check, CancellationToken cancellation)
        {
            try
            {
                await check();
                return false;
            }
            catch (Exception failure) when (!cancellation.IsCancellationRequested)
            {
                // The message and inner messages may quote data: type and place are enough to find the fault.
                month._log.LogError("The check of dossier {Number} broke off: {Type} at {Place}", due.Number, failure.GetType().FullName, failure.StackTrace);
                Failures.Add((due.Number, failure.GetType().Name));
                progress.Add(0, failed: true, notOpen: false);
                return true;
            }
        }
    }
}
