namespace SolidLoonfiches.Dossiers;

/// <summary>One writer at a time where the database takes no more: those of a run wait here, in order, and not in SQLite.</summary>
/// <remarks>
/// There, whoever finds the file taken sleeps for 150 ms with its thread and tries again (Microsoft.Data.Sqlite), while the
/// file may long be free. PostgreSQL needs none of this. Other writers, and other processes, still meet in the file itself.
/// </remarks>
internal sealed class WriteTurn(bool isNeeded) : IDisposable
{
    private readonly SemaphoreSlim? _one = isNeeded ? new SemaphoreSlim(1, 1) : null;

    public async ValueTask<Turn> TakeAsync(CancellationToken cancellation)
    {
        if (_one is not null)
        {
            await _one.WaitAsync(cancellation);
        }

        return new Turn(_one);
    }

    public void Dispose() => _one?.Dispose();

    internal readonly struct Turn(SemaphoreSlim? taken) : IDisposable
    {
        public void Dispose() => taken?.Release();
    }
}
