using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Quartz;
using SolidLoonfiches.Loonfiches;

namespace SolidLoonfiches.Dossiers;

/// <summary>Keeps one trigger per OCMW in step with <see cref="Ocmw.CheckCron"/>, looked at every 5 seconds.</summary>
/// <remarks>A trigger that says the same is left alone, so that firings missed while nobody ran are still made up for.</remarks>
internal sealed class ScheduleKeeper(IServiceScopeFactory scopes, ISchedulerFactory schedulers, TimeProvider clock, ILogger<ScheduleKeeper> log) : BackgroundService
{
    private const string Group = "monthly-check";
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(5);
    private readonly Dictionary<string, string> _refused = new(StringComparer.Ordinal);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, clock);
        do
        {
            try
            {
                await KeepAsync(stoppingToken);
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                // The database is away, or another node was writing the same trigger: the next look is in 5 seconds.
                log.LogError("The schedule could not be looked after: {Type} at {Place}", failure.GetType().FullName, failure.StackTrace);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task KeepAsync(CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var ocmws = await scope.ServiceProvider.GetRequiredService<DossierDb>().Ocmws.AsNoTracking().ToListAsync(cancellation);
        var scheduler = await schedulers.GetScheduler(cancellation);
        foreach (var ocmw in ocmws)
        {
            if (!CronExpression.TryParse(ocmw.CheckCron, out _))
            {
                if (_refused.GetValueOrDefault(ocmw.Kbo) != ocmw.CheckCron)
                {
                    _refused[ocmw.Kbo] = ocmw.CheckCron;
                    log.LogError("'{Cron}' of OCMW {Ocmw} is no cron expression of Quartz: the schedule that it had stays", ocmw.CheckCron, ocmw.Kbo);
                }

                continue;
            }

            _refused.Remove(ocmw.Kbo);
            var key = new TriggerKey(ocmw.Kbo, Group);
            if (await scheduler.GetTrigger(key, cancellation) is ICronTrigger known && known.CronExpressionString == ocmw.CheckCron)
            {
                continue;
            }

            var job = JobBuilder.Create<MonthlyCheckJob>().WithIdentity(ocmw.Kbo, Group).UsingJobData(MonthlyCheckJob.OcmwKey, ocmw.Kbo).StoreDurably().RequestRecovery().Build();
            var trigger = TriggerBuilder.Create().WithIdentity(key).ForJob(job).WithCronSchedule(ocmw.CheckCron, When).Build();
            await scheduler.ScheduleJob(job, [trigger], ScheduleJobOptions.Replacing, cancellation);
            log.LogInformation("OCMW {Ocmw} is checked at '{Cron}', next at {Next}", ocmw.Kbo, ocmw.CheckCron, trigger.NextFireTimeUtc);
        }
    }

    /// <summary>Days and hours are those of the clocks of Belgium. An hour that the clocks skip is made up for in that night; one that they have twice counts once.</summary>
    internal static void When(CronScheduleBuilder schedule) => schedule.InTimeZone(Belgium.Zone).WithMisfireInstruction(CronTriggerMisfireInstruction.FireAndProceed);
}
