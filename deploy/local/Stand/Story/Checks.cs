using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SolidLoonfiches.Dossiers;
using SolidLoonfiches.Loonfiches;

namespace SolidLoonfiches.Stand;

/// <summary>Runs the monthly check: by the verb, and by the schedule inside the running service.</summary>
internal sealed class Checks(StandServers servers, Records records, TimeProvider clock)
{
    // Far enough ahead that the service, which looks at the setting every five seconds, has seen it.
    private static readonly TimeSpan Ahead = TimeSpan.FromSeconds(12);

    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(90);

    /// <summary>As an operator does: <c>check --month 2026-07</c>.</summary>
    public Task RunByVerbAsync(Maand month, CancellationToken cancellation) => servers.RunVerbAsync($"check-{month}", ["check", "--ocmw", Cast.Gent.Value, "--month", month.ToString()], cancellation);

    /// <summary>Sets the OCMW's moment of the check to a few seconds from now, waits for the run that Quartz starts, and puts the moment back.</summary>
    /// <exception cref="StandException">No run started or ended in time, or a dossier failed in it.</exception>
    public async Task<CheckRun> RunByScheduleAsync(CancellationToken cancellation)
    {
        var before = await SetMomentAsync(null, cancellation);
        var asked = clock.GetUtcNow();
        try
        {
            await SetMomentAsync(CronAt(asked + Ahead), cancellation);
            while (true)
            {
                var run = await records.InDatabaseAsync(async db => (await db.Runs.AsNoTracking().Where(run => run.OcmwKbo == Cast.Gent.Value && run.StartedBy == "schedule").ToListAsync(cancellation)).Where(run => run.StartedAt >= asked).MaxBy(run => run.StartedAt));
                if (run?.EndedAt is not null)
                {
                    return run.Failures == 0 ? run : throw new StandException($"The scheduled check failed for {run.Failures} of {run.Total} dossiers; see the service's log.");
                }

                if (clock.GetUtcNow() - asked > Longest)
                {
                    throw new StandException(run is null ? $"The schedule started no check within {Longest.TotalSeconds:0} s." : $"The scheduled check did not end within {Longest.TotalSeconds:0} s.");
                }

                await Task.Delay(TimeSpan.FromMilliseconds(300), cancellation);
            }
        }
        finally
        {
            await SetMomentAsync(before, CancellationToken.None);
        }
    }

    /// <returns>The setting as it was.</returns>
    private Task<string> SetMomentAsync(string? cron, CancellationToken cancellation) => records.InDatabaseAsync(async db =>
    {
        var ocmw = await db.Ocmws.SingleAsync(one => one.Kbo == Cast.Gent.Value, cancellation);
        var before = ocmw.CheckCron;
        if (cron is not null)
        {
            ocmw.CheckCron = cron;
            await db.SaveChangesAsync(cancellation);
        }

        return before;
    });

    // One moment, never again: it names the year too.
    private static string CronAt(DateTimeOffset moment) => Belgium.At(moment).ToString("s m H d M '?' yyyy", CultureInfo.InvariantCulture);
}
