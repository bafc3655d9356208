using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SolidLoonfiches.Loonfiches;

namespace SolidLoonfiches.Dossiers;

/// <summary>One OCMW's month: every dossier with a consent that was ever given; bounded parallel, failures of one do not stop the rest.</summary>
/// <remarks>
/// Each dossier commits by itself, so a run that is killed has done what it did, and the next one does the rest.
/// A vault is somebody else's server: eight at a time keeps us busy and them at ease.
/// </remarks>
public sealed class RunMonth(DossierDb db, IServiceScopeFactory scopes, TimeProvider clock, ILogger<RunMonth> log)
{
    private const int AtOnce = 8;
    private static readonly TimeSpan WriteProgressEvery = TimeSpan.FromSeconds(1);

    /// <param name="OcmwKbo">The OCMW.</param>
    /// <param name="Month">The month that is due.</param>
    /// <param name="StartedBy"><c>schedule</c> or <c>command</c>.</param>
    /// <param name="DryRun">Reads and calculates; writes nothing, the run itself neither.</param>
    /// <param name="Progress">Called with done and total after each dossier, from any thread, one call at a time.</param>
    public sealed record Command(string OcmwKbo, Maand Month, string StartedBy, bool DryRun = false, Action<int, int>? Progress = null);

    /// <param name="RunId">Empty for a dry run.</param>
    /// <param name="Dossiers">In the order of their numbers.</param>
    /// <param name="Failures">Dossiers whose check broke off: nothing was written of them. The error names no person.</param>
    public sealed record Report(Guid RunId, IReadOnlyList<CheckDossier.Report> Dossiers, IReadOnlyList<(string DossierNumber, string Error)> Failures);

    /// <exception cref="OperationCanceledException">The run was stopped; the dossiers that were done stay done.</exception>
    public async Task<Report> RunAsync(Command command, CancellationToken cancellation)
    {
        var dossiers = await db.Dossiers.AsNoTracking()
            .Where(d => d.OcmwKbo == command.OcmwKbo && db.Consents.Any(c => c.DossierId == d.Id))
            .OrderBy(d => d.Number).Select(d => new { d.Id, d.Number }).ToListAsync(cancellation);
        var run = new CheckRun { Id = Guid.CreateVersion7(clock.GetUtcNow()), OcmwKbo = command.OcmwKbo, Month = command.Month, StartedBy = command.StartedBy, StartedAt = clock.GetUtcNow(), Total = dossiers.Count };
        if (!command.DryRun)
        {
            db.Runs.Add(run);
            await db.SaveChangesAsync(cancellation);
        }

        Guid? runId = command.DryRun ? null : run.Id;
        var reports = new ConcurrentBag<CheckDossier.Report>();
        var failures = new ConcurrentBag<(string DossierNumber, string Error)>();
        using var oneAtATime = new SemaphoreSlim(1, 1);
        var written = clock.GetTimestamp();
        try
        {
            await Parallel.ForEachAsync(dossiers, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation }, async (dossier, cancel) =>
            {
                try
                {
                    await using var scope = scopes.CreateAsyncScope();
                    reports.Add(await scope.ServiceProvider.GetRequiredService<CheckDossier>().RunAsync(new(dossier.Id, command.Month, runId, command.DryRun), cancel));
                }
                catch (Exception failure) when (!cancel.IsCancellationRequested)
                {
                    // The message and inner messages may quote data: type and place are enough to find the fault.
                    log.LogError("The check of dossier {Number} broke off: {Type} at {Place}", dossier.Number, failure.GetType().FullName, failure.StackTrace);
                    failures.Add((dossier.Number, failure.GetType().Name));
                }

                await oneAtATime.WaitAsync(cancel);
                try
                {
                    Count(run, reports, failures);
                    command.Progress?.Invoke(run.Done, run.Total);
                    if (!command.DryRun && clock.GetElapsedTime(written) >= WriteProgressEvery)
                    {
                        await db.SaveChangesAsync(cancel);
                        written = clock.GetTimestamp();
                    }
                }
                finally
                {
                    oneAtATime.Release();
                }
            });
            run.EndedAt = clock.GetUtcNow();
        }
        finally
        {
            // Also for a run that was stopped: how far it came; without an end.
            Count(run, reports, failures);
            if (!command.DryRun)
            {
                await db.SaveChangesAsync(CancellationToken.None);
            }
        }

        return new Report(runId ?? Guid.Empty, [.. reports.OrderBy(r => r.DossierNumber, StringComparer.Ordinal)], [.. failures.OrderBy(f => f.DossierNumber, StringComparer.Ordinal)]);
    }

    private static void Count(CheckRun run, ConcurrentBag<CheckDossier.Report> reports, ConcurrentBag<(string DossierNumber, string Error)> failures)
    {
        run.Failures = failures.Count;
        run.Done = reports.Count + run.Failures;
        run.NewChecks = reports.Sum(r => r.Months.Count(m => m.IsNew));
    }
}
