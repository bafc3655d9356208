using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace SolidLoonfiches.Delivery;

/// <summary>One kind of work on the outbox, done again and again.</summary>
internal interface IDeliveryPass
{
    /// <summary>How long to wait between two passes.</summary>
    static virtual TimeSpan Every => TimeSpan.FromSeconds(5);

    Task RunAsync(CancellationToken cancellation);
}

/// <summary>Does one kind of pass as long as the service runs. Any number of nodes may do so; and a slow endpoint keeps no mail waiting.</summary>
internal sealed class DeliveryWorker<TPass>(IServiceScopeFactory scopes, TimeProvider clock, ILogger<DeliveryWorker<TPass>> log) : BackgroundService
    where TPass : IDeliveryPass
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TPass.Every, clock);
        do
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                await scope.ServiceProvider.GetRequiredService<TPass>().RunAsync(stoppingToken);
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                // The database is away, or a fault of ours: the messages stay where they are, and so do we.
                log.LogError("A pass over the outbox ({Pass}) broke off: {Type} at {Place}", typeof(TPass).Name, failure.GetType().FullName, failure.StackTrace);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
