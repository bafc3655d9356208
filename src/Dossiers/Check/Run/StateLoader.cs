using System.Threading.Channels;
using Microsoft.Extensions.DependencyInjection;

namespace SolidLoonfiches.Dossiers;

/// <summary>Loads what the dossiers of a run need, those together that are asked for at the same time: a few questions to the database for many dossiers.</summary>
internal sealed class StateLoader(IServiceScopeFactory scopes, DatabasePatience patience)
{
    private const int Together = 64;

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
            var some = new List<(Guid Id, TaskCompletionSource<DossierState> Found)>();
            while (some.Count < Together && _asked.Reader.TryRead(out var one))
            {
                some.Add(one);
            }

            if (!await AnswerAsync(some, cancellation))
            {
                // One of them cannot be loaded: the others are none the worse for it.
                foreach (var one in some)
                {
                    await AnswerAsync([one], cancellation);
                }
            }
        }
    }

    /// <returns>False where one of several could not be loaded. Whoever asked for one alone is told, and counts it as the failure of that dossier.</returns>
    private async Task<bool> AnswerAsync(List<(Guid Id, TaskCompletionSource<DossierState> Found)> some, CancellationToken cancellation)
    {
        try
        {
            var states = await patience.RunAsync(cancel => LoadAsync([.. some.Select(one => one.Id).Distinct()], cancel), cancellation);
            some.ForEach(one => one.Found.TrySetResult(states[one.Id]));
        }
        catch (Exception failure)
        {
            if (some.Count > 1 && !cancellation.IsCancellationRequested)
            {
                return false;
            }

            some.ForEach(one => one.Found.TrySetException(failure));
        }

        return true;
    }

    public void Complete() => _asked.Writer.TryComplete();

    private async Task<IReadOnlyDictionary<Guid, DossierState>> LoadAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await DossierState.LoadAsync(scope.ServiceProvider.GetRequiredService<DossierDb>(), ids, cancellation);
    }
}
