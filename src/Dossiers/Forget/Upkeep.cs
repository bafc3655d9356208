using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace SolidLoonfiches.Dossiers;

/// <summary>Ends what is over and forgets what is old: every hour, as long as the service runs. Any number of nodes may do so.</summary>
internal sealed class Upkeep(IServiceScopeFactory scopes, TimeProvider clock, ILogger<Upkeep> log) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, clock);
        do
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                var ended = await scope.ServiceProvider.GetRequiredService<ExpireConsents>().RunAsync(new(), stoppingToken);
                var (slips, consents, checks) = await scope.ServiceProvider.GetRequiredService<ForgetData>().RunAsync(stoppingToken);
                if (ended + slips + consents + checks > 0)
                {
                    log.LogInformation("Ended {Ended} consents; blanked {Slips} payslips, {Consents} addresses of vaults and {Checks} checks", ended, slips, consents, checks);
                }
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                // The database is away, or a fault of ours: the next hour tries again, and nobody reads after a consent's last day in any case.
                log.LogError("The upkeep broke off: {Type} at {Place}", failure.GetType().FullName, failure.StackTrace);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
