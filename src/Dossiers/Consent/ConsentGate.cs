using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SolidLoonfiches.Loonfiches;

namespace SolidLoonfiches.Dossiers;

/// <summary>Says whether a consent stands now; to all who ask at the same time with one question to the database.</summary>
/// <remarks>
/// A question goes out after everybody who is answered by it has asked: a withdrawal that was saved before is seen. While one
/// is under way the next one gathers. A database that is away holds whoever asks up, as it does everything else of a run.
/// </remarks>
internal sealed class ConsentGate(IServiceScopeFactory scopes, DatabasePatience patience, TimeProvider clock)
{
    private readonly Lock _lock = new();
    private Question? _gathering;
    private bool _isAsking;

    public async Task<bool> StandsAsync(Guid consentId, CancellationToken cancellation)
    {
        Question mine;
        lock (_lock)
        {
            mine = _gathering ??= new();
            mine.Consents.Add(consentId);
            if (!_isAsking)
            {
                _isAsking = true;
                // Not with the trace or the culture of the first who asks: it is for all of them.
                ThreadPool.UnsafeQueueUserWorkItem(static gate => _ = gate.AskAsync(), this, preferLocal: false);
            }
        }

        return (await mine.Standing.Task.WaitAsync(cancellation)).Contains(consentId);
    }

    private async Task AskAsync()
    {
        await using var kept = new Kept(scopes);
        while (Next() is { } question)
        {
            try
            {
                question.Standing.SetResult(await patience.RunAsync(cancel => StandingAsync(kept, question.Consents, cancel), CancellationToken.None));
            }
            catch (Exception failure)
            {
                // Whoever asked is told.
                question.Standing.SetException(failure);
            }
        }
    }

    private Question? Next()
    {
        lock (_lock)
        {
            (var next, _gathering) = (_gathering, null);
            _isAsking = next is not null;
            return next;
        }
    }

    private async Task<HashSet<Guid>> StandingAsync(Kept kept, HashSet<Guid> consents, CancellationToken cancellation)
    {
        var today = Belgium.DayOf(clock.GetUtcNow());
        try
        {
            var standing = (await kept.OpenAsync(cancellation)).Consents.Standing().Where(c => c.Until == null || c.Until >= today);
            return (await standing.Where(c => consents.Contains(c.Id)).Select(c => c.Id).ToListAsync(cancellation)).ToHashSet();
        }
        catch
        {
            await kept.DisposeAsync();
            throw;
        }
    }

    /// <summary>A connection that stays open while questions follow each other: with SQLite opening one takes longer than asking.</summary>
    private sealed class Kept(IServiceScopeFactory scopes) : IAsyncDisposable
    {
        private AsyncServiceScope? _scope;

        public async ValueTask<DossierDb> OpenAsync(CancellationToken cancellation)
        {
            if (_scope is { } open)
            {
                return open.ServiceProvider.GetRequiredService<DossierDb>();
            }

            var scope = scopes.CreateAsyncScope();
            _scope = scope;
            var db = scope.ServiceProvider.GetRequiredService<DossierDb>();
            await db.Database.OpenConnectionAsync(cancellation);
            return db;
        }

        public async ValueTask DisposeAsync()
        {
            if (_scope is { } scope)
            {
                _scope = null;
                await scope.DisposeAsync();
            }
        }
    }

    private sealed class Question
    {
        public HashSet<Guid> Consents { get; } = [];

        public TaskCompletionSource<HashSet<Guid>> Standing { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
