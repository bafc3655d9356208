using System.Collections.Concurrent;

namespace SolidLoonfiches.Dossiers;

/// <summary>At most so many at a time at one server of vaults. Here: of this process, which with SQLite is the only one.</summary>
internal class HostSlots(CheckOptions options)
{
    private readonly ConcurrentDictionary<string, int> _taken = new(StringComparer.Ordinal);

    protected int PerHost => options.PerHost;

    /// <returns>False where the server has as many as it may have: try again later.</returns>
    public virtual ValueTask<IAsyncDisposable?> TryEnterAsync(string host, CancellationToken cancellation)
    {
        if (_taken.AddOrUpdate(host, 1, (_, taken) => taken + 1) <= PerHost)
        {
            return ValueTask.FromResult<IAsyncDisposable?>(new Slot(() =>
            {
                Leave(host);
                return ValueTask.CompletedTask;
            }));
        }

        Leave(host);
        return ValueTask.FromResult<IAsyncDisposable?>(null);
    }

    private void Leave(string host) => _taken.AddOrUpdate(host, 0, (_, taken) => taken - 1);

    protected sealed class Slot(Func<ValueTask> leave) : IAsyncDisposable
    {
        public ValueTask DisposeAsync() => leave();
    }
}
