using System.Collections.Concurrent;
using System.Net.WebSockets;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using SolidLoonfiches.Vault;

namespace SolidLoonfiches.Dossiers;

/// <summary>Runs <see cref="KeepChannels"/> every few seconds, and holds the connections of vaults that offer WebSockets alone.</summary>
internal sealed class ChannelKeeper(IServiceScopeFactory scopes, NotificationSocket sockets, HintQueue queue, TimeProvider clock, ILogger<ChannelKeeper> log) : BackgroundService
{
    /// <summary>More connections than that a node does not hold: the vaults beyond it wait for their month.</summary>
    private const int MostSockets = 1_000;
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(5);
    private readonly ConcurrentDictionary<Guid, Task> _listening = new();

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, clock);

        // Not at once: a vault reads our identity before it lets us subscribe, so the service has to answer first.
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                var keep = scope.ServiceProvider.GetRequiredService<KeepChannels>();
                await keep.RunAsync(stoppingToken);
                await ListenAsync(scope.ServiceProvider.GetRequiredService<DossierDb>(), keep, stoppingToken);
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                log.LogError("The subscriptions could not be looked after: {Type} at {Place}", failure.GetType().FullName, failure.StackTrace);
            }
        }
    }

    private async Task ListenAsync(DossierDb db, KeepChannels keep, CancellationToken cancellation)
    {
        foreach (var over in _listening.Where(one => one.Value.IsCompleted).ToList())
        {
            _listening.TryRemove(over.Key, out _);
        }

        foreach (var channel in await db.VaultChannels.AsNoTracking().Where(c => c.EndedAt == null && c.Kind == VaultChannel.WebSocket).OrderBy(c => c.Id).Take(MostSockets).ToListAsync(cancellation))
        {
            if (!_listening.ContainsKey(channel.Id) && keep.SocketOf(channel) is { } from)
            {
                _listening[channel.Id] = HearAsync(channel.DossierId, from, cancellation);
            }
        }
    }

    private async Task HearAsync(Guid dossier, Uri from, CancellationToken cancellation)
    {
        try
        {
            await sockets.ListenAsync(from, () => queue.Add(dossier), cancellation);
        }
        catch (Exception failure) when (failure is WebSocketException or HttpRequestException or OperationCanceledException)
        {
            // It is opened again at the next look, as long as the subscription stands.
            log.LogInformation("The connection for dossier {Dossier} ended: {Type}", dossier, failure.GetType().Name);
        }
    }
}
