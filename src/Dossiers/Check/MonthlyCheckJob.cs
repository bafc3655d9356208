using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Quartz;
using SolidLoonfiches.Loonfiches;

namespace SolidLoonfiches.Dossiers;

/// <summary>Quartz wakes the month of one OCMW.</summary>
/// <remarks>
/// Quartz wakes us, perhaps late, perhaps twice; our own unique keys make twice harmless. Late is looked at here: of the
/// firings that were missed while nobody ran Quartz gives one, the first, so this does every month from there to the one
/// that is due today. A firing that is recovered after a crash begins with the month that the crashed run was at.
/// The type's name is stored with the job: renaming it takes a look at the schedule's database.
/// </remarks>
[DisallowConcurrentExecution]
internal sealed class MonthlyCheckJob(DossierDb db, RunMonth runMonth, TimeProvider clock, ILogger<MonthlyCheckJob> log) : IJob
{
    public const string OcmwKey = "ocmw";

    private const string StartedBy = "schedule";
    private const int Tries = 3;
    private static readonly TimeSpan BetweenTries = TimeSpan.FromSeconds(30);

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var ocmw = context.MergedJobDataMap.GetString(OcmwKey) ?? throw new InvalidOperationException("The job has no OCMW.");
        foreach (var month in await MonthsAsync(ocmw, context.ScheduledFireTimeUtc ?? context.FireTimeUtc, context.Recovering, cancellationToken))
        {
            await RunAsync(ocmw, month, cancellationToken);
        }
    }

    /// <summary>Every month from the one that the firing is for up to the one that is due now.</summary>
    /// <param name="scheduled">When the firing was due.</param>
    /// <param name="recovering">Whether a process died while it did this firing.</param>
    internal async Task<IReadOnlyList<Maand>> MonthsAsync(string ocmw, DateTimeOffset scheduled, bool recovering, CancellationToken cancellation)
    {
        var first = (recovering ? await BrokenOffAsync(ocmw, cancellation) : null) ?? MonthDue.At(scheduled);
        return [.. first.Through(MonthDue.At(clock.GetUtcNow()))];
    }

    /// <summary>The month of the last run, where that run never came to its end.</summary>
    private async Task<Maand?> BrokenOffAsync(string ocmw, CancellationToken cancellation)
    {
        var last = await db.Runs.AsNoTracking().Where(r => r.OcmwKbo == ocmw && r.StartedBy == StartedBy).OrderByDescending(r => r.StartedAt).FirstOrDefaultAsync(cancellation);
        return last is { EndedAt: null } ? last.Month : null;
    }

    /// <summary>A dossier whose check broke off is tried again soon: the next firing may be a month away.</summary>
    private async Task RunAsync(string ocmw, Maand month, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            var report = await runMonth.RunAsync(new(ocmw, month, StartedBy), cancellation);
            if (report.Failures.Count == 0)
            {
                return;
            }

            log.LogError("{Count} dossiers of OCMW {Ocmw} could not be checked for {Month}, attempt {Attempt} of {Tries}", report.Failures.Count, ocmw, month, attempt, Tries);
            if (attempt == Tries)
            {
                return;
            }

            await Task.Delay(BetweenTries, clock, cancellation);
        }
    }
}
