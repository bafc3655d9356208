using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace SolidLoonfiches.Dossiers;

/// <summary>Checks the dossiers that <see cref="HintQueue"/> holds: the same check as the monthly one, sooner.</summary>
internal sealed class HintedChecks(HintQueue queue, IServiceScopeFactory scopes, TimeProvider clock, ILogger<HintedChecks> log) : BackgroundService
{
    private const int AtOnce = 2;
    private static readonly TimeSpan Every = TimeSpan.FromMilliseconds(500);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, clock);
        do
        {
            await Parallel.ForEachAsync(queue.TakeDue(), new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = stoppingToken }, async (dossier, cancel) =>
            {
                try
                {
                    await using var scope = scopes.CreateAsyncScope();
                    await scope.ServiceProvider.GetRequiredService<CheckDossier>().RunAsync(new(dossier, MonthDue.At(clock.GetUtcNow())), cancel);
                }
                catch (Exception failure) when (!cancel.IsCancellationRequested)
                {
                    log.LogError("The check of dossier {Dossier}, brought forward by its vault, broke off: {Type} at {Place}", dossier, failure.GetType().FullName, failure.StackTrace);
                }
            });
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
