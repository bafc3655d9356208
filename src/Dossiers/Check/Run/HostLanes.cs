using System.Collections.Concurrent;

namespace SolidLoonfiches.Dossiers;

/// <summary>Does a run's dossiers: at each server of vaults no more at a time than it can use, and no more in all than this process can.</summary>
/// <remarks>
/// Every server has lanes of its own, and a lane takes a turn of a few dossiers whenever there is room: so a server that is
/// slow, or that asked to be left alone, holds up its own vaults and nobody else's.
/// </remarks>
internal sealed class HostLanes(CheckOptions options, HostSlots slots, DatabasePatience patience, TimeProvider clock) : IDisposable
{
    private const int LongestTurn = 16;

    /// <summary>In one run; afterwards its vaults are told as not to be reached.</summary>
    private static readonly TimeSpan LongestRest = TimeSpan.FromMinutes(10);

    private readonly SemaphoreSlim _room = new(options.AtOnce, options.AtOnce);

    /// <returns>Those of the dossiers that were not done.</returns>
    internal delegate Task<IReadOnlyList<DueDossier>> Turn(IReadOnlyList<DueDossier> some, CancellationToken cancellation);

    /// <param name="due">All that there is to do.</param>
    /// <param name="turn">Does some dossiers of one server, one after the other; what it gives back is done later.</param>
    /// <param name="rest">How long a server is to be left alone.</param>
    /// <param name="cancellation">Stops it.</param>
    public async Task RunAsync(IEnumerable<DueDossier> due, Turn turn, Func<string, TimeSpan> rest, CancellationToken cancellation)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var lanes = due.GroupBy(d => d.Host, StringComparer.Ordinal).SelectMany(host =>
        {
            var queue = new ConcurrentQueue<DueDossier>(host);
            return Enumerable.Range(0, Math.Min(options.PerHost, queue.Count)).Select(_ => LaneAsync(host.Key, queue, turn, rest, stop));
        });
        await Task.WhenAll([.. lanes]);
    }

    public void Dispose() => _room.Dispose();

    private async Task LaneAsync(string host, ConcurrentQueue<DueDossier> queue, Turn turn, Func<string, TimeSpan> rest, CancellationTokenSource stop)
    {
        try
        {
            var waited = TimeSpan.Zero;
            while (!queue.IsEmpty)
            {
                if (waited < LongestRest && rest(host) is var alone && alone > TimeSpan.Zero)
                {
                    // Without taking up room. Not all lanes come back at the same moment.
                    var wait = (alone < LongestRest - waited ? alone : LongestRest - waited) * (1 + (Random.Shared.NextDouble() / 10));
                    waited += wait;
                    await Task.Delay(wait, clock, stop.Token);
                }
                else if (!await TurnAsync(host, queue, turn, stop.Token))
                {
                    // Others are at this server: near the end of their turn a slot comes free.
                    await Task.Delay(TimeSpan.FromMilliseconds(Random.Shared.Next(20, 120)), clock, stop.Token);
                }
            }
        }
        catch
        {
            // A fault of the run itself, not of a dossier: the other lanes stop too.
            await stop.CancelAsync();
            throw;
        }
    }

    private async Task<bool> TurnAsync(string host, ConcurrentQueue<DueDossier> queue, Turn turn, CancellationToken cancellation)
    {
        await _room.WaitAsync(cancellation);
        try
        {
            await using var slot = await patience.RunAsync(async cancel => await slots.TryEnterAsync(host, cancel), cancellation);
            if (slot is null)
            {
                return false;
            }

            // Towards the end short turns, so that no lane is left with the last sixteen.
            var some = new List<DueDossier>();
            for (var most = Math.Clamp(queue.Count / (2 * options.PerHost), 1, LongestTurn); some.Count < most && queue.TryDequeue(out var next);)
            {
                some.Add(next);
            }

            if (some.Count > 0)
            {
                foreach (var later in await turn(some, cancellation))
                {
                    queue.Enqueue(later);
                }
            }

            return true;
        }
        finally
        {
            _room.Release();
        }
    }
}
