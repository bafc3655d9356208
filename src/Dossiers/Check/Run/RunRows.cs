using Microsoft.EntityFrameworkCore;
using SolidLoonfiches.Loonfiches;

namespace SolidLoonfiches.Dossiers;

/// <summary>The row of a run: there from its start, and taken up again rather than made anew.</summary>
internal static class RunRows
{
    /// <summary>Begun at least this long after it was due is late: something was not running.</summary>
    internal static readonly TimeSpan Late = TimeSpan.FromMinutes(5);

    /// <returns>The row; null where the schedule fired twice and the other firing has done all of it.</returns>
    public static async Task<CheckRun?> OpenAsync(DossierDb db, RunMonth.Command command, DateTimeOffset now, CancellationToken cancellation)
    {
        if (command.TakeUp is { } id)
        {
            return await TakeUpAsync(db, await db.Runs.AsNoTracking().SingleAsync(r => r.Id == id, cancellation), cancellation);
        }

        var run = new CheckRun
        {
            Id = Guid.CreateVersion7(now),
            OcmwKbo = command.OcmwKbo,
            Month = command.Month,
            Slice = command.Slice,
            Slices = command.Slices,
            StartedBy = command.StartedBy,
            StartedAt = now,
            ScheduledFor = command.ScheduledFor,
            IsLate = now - command.ScheduledFor >= Late,
        };
        if (command.DryRun)
        {
            return run;
        }

        db.Runs.Add(run);
        try
        {
            await db.SaveChangesAsync(cancellation);
            return run;
        }
        catch (DbUpdateException failure) when (failure.IsUniqueViolation())
        {
            var other = await db.Runs.AsNoTracking()
                .SingleAsync(r => r.OcmwKbo == run.OcmwKbo && r.Month == run.Month && r.ScheduledFor == run.ScheduledFor && r.Slice == run.Slice, cancellation);
            return other is { EndedAt: not null, Failures: 0 } ? null : await TakeUpAsync(db, other, cancellation);
        }
        finally
        {
            db.ChangeTracker.Clear();
        }
    }

    /// <summary>The runs of a month that did not come to their end, or in which dossiers broke off: of each slice the last one.</summary>
    public static async Task<IReadOnlyList<CheckRun>> BrokenOffAsync(DossierDb db, string ocmw, Maand? month, CancellationToken cancellation)
    {
        var runs = await db.Runs.AsNoTracking().Where(r => r.OcmwKbo == ocmw && (month == null || r.Month == month))
            .OrderByDescending(r => r.StartedAt).ThenByDescending(r => r.Id).Take(256).ToListAsync(cancellation);
        return [.. runs.Where(r => r.Month == runs[0].Month).DistinctBy(r => r.Slice).Where(r => r.EndedAt is null || r.Failures > 0)];
    }

    private static async Task<CheckRun> TakeUpAsync(DossierDb db, CheckRun run, CancellationToken cancellation)
    {
        await db.Runs.Where(r => r.Id == run.Id).ExecuteUpdateAsync(r => r.SetProperty(x => x.TakenUp, x => x.TakenUp + 1).SetProperty(x => x.EndedAt, (DateTimeOffset?)null), cancellation);
        run.TakenUp++;
        return run;
    }
}
