using System.Threading.Channels;
using Microsoft.Extensions.DependencyInjection;

namespace SolidLoonfiches.Dossiers;

/// <summary>Loads what the dossiers of a run need, those together that are asked for at the same time: a few questions to the database for many dossiers.</summary>
internal sealed class StateLoader(IServiceScopeFactory scopes, DatabasePatience patience)
{
    private const int Together = 32;

    private readonly Channel<(Guid Id, TaskCompletionSource<DossierState> Found)> _asked = Channel.CreateUnbounded<(Guid, TaskCompletionSource<DossierState>)>();

    public Task<DossierState> LoadAsync(Guid dossierId, CancellationToken cancellation)
    {
        var found = new TaskCompletionSource<DossierState>(TaskCreationOptions.RunContinuationsAsynchronously);
        return _asked.Writer.TryWrite((dossierId, found)) ? found.Task.WaitAsync(cancellation) : throw new ObjectDisposedException(nameof(StateLoader));
    }

    /// <summary>Answers until <see cref="Complete"/>.</summary>
    public async Task RunAsync(CancellationToken cancellation)
    {
        while (await _asked.Reader.WaitToReadAsync(cancellation))
        {
            var some = new Dictionary<Guid, TaskCompletionSource<DossierState>>();
            while (some.Count < Together && _asked.Reader.TryRead(out var one))
            {
                some[one.Id] = one.Found;
            }

            try
            {
                var states = await patience.RunAsync(cancel => LoadAsync(some.Keys, cancel), cancellation);
                foreach (var (id, found) in some)
                {
                    found.SetResult(states[id]);
                }
            }
            catch (Exception failure)
            {
                // Whoever asked is told, and counts it as the failure of that dossier.
                foreach (var found in some.Values)
                {
                    found.TrySetException(failure);
                }
            }
        }
    }

    public void Complete() => _asked.Writer.TryComplete();

    private async Task<IReadOnlyDictionary<Guid, DossierState>> LoadAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await DossierState.LoadAsync(scope.ServiceProvider.GetRequiredService<DossierDb>(), ids, cancellation);
    }
}
