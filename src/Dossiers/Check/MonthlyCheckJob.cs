using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Quartz;
using SolidLoonfiches.Loonfiches;

namespace SolidLoonfiches.Dossiers;

/// <summary>Quartz wakes the month of one OCMW, or a slice of it.</summary>
/// <remarks>
/// Quartz wakes us, perhaps late, perhaps twice; our own unique keys make twice harmless. Late is looked at here: of the
/// firings that were missed while nobody ran Quartz gives one, the first, so this does every month from there to the one
/// that is due today. A firing that is recovered after a crash goes on with the run that the crash broke off.
/// A large OCMW is handed out in slices, each a job of its own that any node may take. How many there are is decided here, once
/// per firing: no dossier falls between two ways of slicing.
/// The type's name is stored with the job: renaming it takes a look at the schedule's database.
/// </remarks>
[DisallowConcurrentExecution]
internal sealed class MonthlyCheckJob(DossierDb db, RunMonth runMonth, DatabasePatience patience, CheckOptions options, TimeProvider clock, ILogger<MonthlyCheckJob> log) : IJob
{
    public const string OcmwKey = "ocmw";

    private const string SliceKey = "slice", SlicesKey = "slices", FirstKey = "first", LastKey = "last", ScheduledKey = "scheduled";
    private const string SliceGroup = "monthly-check-slices";
    private const string StartedBy = "schedule";
    private const int Tries = 3;
    private static readonly TimeSpan BetweenTries = TimeSpan.FromSeconds(30);

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        for (var recovering = context.Recovering; ; recovering = true)
        {
            try
            {
                await OnceAsync(context, recovering, cancellationToken);
                return;
            }
            catch (Exception failure) when (DatabasePatience.IsOutage(failure) && !cancellationToken.IsCancellationRequested)
            {
                // Nothing else would wake the month before the next one.
                log.LogError("The database is away for long ({Type}): the monthly check waits for it", failure.GetBaseException().GetType().Name);
                await Task.Delay(BetweenTries, clock, cancellationToken);
            }
        }
    }

    private async Task OnceAsync(IJobExecutionContext context, bool recovering, CancellationToken cancellation)
    {
        var data = context.MergedJobDataMap;
        var ocmw = data.GetString(OcmwKey) ?? throw new InvalidOperationException("The job has no OCMW.");
        if (data.GetString(SliceKey) is { } slice)
        {
            var scheduled = DateTimeOffset.Parse(data.GetString(ScheduledKey)!, CultureInfo.InvariantCulture);
            foreach (var month in Maand.Parse(data.GetString(FirstKey)!).Through(Maand.Parse(data.GetString(LastKey)!)))
            {
                await RunAsync(new(ocmw, month, StartedBy) { Slice = int.Parse(slice, CultureInfo.InvariantCulture), Slices = int.Parse(data.GetString(SlicesKey)!, CultureInfo.InvariantCulture), ScheduledFor = scheduled }, cancellation);
            }

            return;
        }

        var due = context.ScheduledFireTimeUtc ?? context.FireTimeUtc;
        var (months, brokenOff) = await patience.RunAsync(cancel => MonthsAsync(ocmw, due, recovering, cancel), cancellation);
        var slices = await patience.RunAsync(cancel => SlicesAsync(ocmw, cancel), cancellation);
        if (slices > 1 && brokenOff is null)
        {
            await HandOutAsync(context.Scheduler, ocmw, months, slices, due, cancellation);
            return;
        }

        foreach (var month in months)
        {
            await RunAsync(new(ocmw, month, StartedBy) { ScheduledFor = due, TakeUp = brokenOff?.Month == month ? brokenOff.Id : null }, cancellation);
        }
    }

    /// <summary>Every month from the one that the firing is for up to the one that is due now; a month that no firing was for (a cron of the 31st) among them.</summary>
    /// <param name="ocmw">The OCMW.</param>
    /// <param name="scheduled">When the firing was due.</param>
    /// <param name="recovering">Whether a process died while it did this firing.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <returns>The months, and the run of the first that was broken off.</returns>
    internal async Task<(IReadOnlyList<Maand> Months, CheckRun? BrokenOff)> MonthsAsync(string ocmw, DateTimeOffset scheduled, bool recovering, CancellationToken cancellation)
    {
        var last = await db.Runs.AsNoTracking().Where(r => r.OcmwKbo == ocmw && r.StartedBy == StartedBy).OrderByDescending(r => r.StartedAt).FirstOrDefaultAsync(cancellation);
        var brokenOff = recovering && last is { EndedAt: null, Slices: 1 } ? last : null;
        var first = MonthDue.At(scheduled);
        if (last is not null && last.Month.Next < first)
        {
            first = last.Month.Next;
        }

        return ([.. (brokenOff?.Month ?? first).Through(MonthDue.At(clock.GetUtcNow()))], brokenOff);
    }

    private async Task<int> SlicesAsync(string ocmw, CancellationToken cancellation)
    {
        var dossiers = await db.Dossiers.CountAsync(d => d.OcmwKbo == ocmw && db.Consents.Any(c => c.DossierId == d.Id), cancellation);
        return Math.Max(1, (dossiers + options.DossiersPerSlice - 1) / options.DossiersPerSlice);
    }

    /// <summary>Done again it makes the same jobs; one that has run already finds its run done.</summary>
    private static async Task HandOutAsync(IScheduler scheduler, string ocmw, IReadOnlyList<Maand> months, int slices, DateTimeOffset due, CancellationToken cancellation)
    {
        var scheduled = due.ToString("O", CultureInfo.InvariantCulture);
        for (var slice = 1; slice <= slices; slice++)
        {
            var name = string.Create(CultureInfo.InvariantCulture, $"{ocmw} {months[^1]} {slice}/{slices}");
            var job = JobBuilder.Create<MonthlyCheckJob>().WithIdentity(name, SliceGroup).RequestRecovery()
                .UsingJobData(OcmwKey, ocmw).UsingJobData(FirstKey, months[0].ToString()).UsingJobData(LastKey, months[^1].ToString()).UsingJobData(ScheduledKey, scheduled)
                .UsingJobData(SliceKey, slice.ToString(CultureInfo.InvariantCulture)).UsingJobData(SlicesKey, slices.ToString(CultureInfo.InvariantCulture)).Build();
            await scheduler.ScheduleJob(job, [TriggerBuilder.Create().WithIdentity(name, SliceGroup).ForJob(job).StartNow().Build()], ScheduleJobOptions.Replacing, cancellation);
        }
    }

    /// <summary>A dossier whose check broke off is tried again soon: the next firing may be a month away.</summary>
    private async Task RunAsync(RunMonth.Command command, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            var report = await runMonth.RunAsync(command with { KeepReports = false }, cancellation);
            if (report.Failures.Count == 0)
            {
                return;
            }

            log.LogError("{Count} dossiers of OCMW {Ocmw} could not be checked for {Month}, attempt {Attempt} of {Tries}", report.Failures.Count, command.OcmwKbo, command.Month, attempt, Tries);
            if (attempt == Tries)
            {
                return;
            }

            await Task.Delay(BetweenTries, clock, cancellation);
            command = command with { TakeUp = report.RunId };
        }
    }
}
