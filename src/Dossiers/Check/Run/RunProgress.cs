using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace SolidLoonfiches.Dossiers;

/// <summary>How far a run is, counted as it goes and written to its row every second.</summary>
internal sealed class RunProgress(IServiceScopeFactory scopes, WriteTurn turn, TimeProvider clock, ILogger log, CheckRun run, int doneBefore, Action<int, int>? told)
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(1);

    private readonly Lock _lock = new();
    private readonly long _started = clock.GetTimestamp();
    private int _done;
    private int _newChecks = run.NewChecks;
    private int _failures;
    private int _notOpen = run.NotOpen;

    public void Add(int newChecks, bool failed, bool notOpen)
    {
        lock (_lock)
        {
            _done++;
            _newChecks += newChecks;
            _failures += failed ? 1 : 0;
            _notOpen += notOpen ? 1 : 0;
            told?.Invoke(doneBefore + _done, run.Total);
        }
    }

    /// <summary>Until it is stopped.</summary>
    public async Task KeepAsync(CancellationToken cancellation)
    {
        using var timer = new PeriodicTimer(Every, clock);
        try
        {
            while (await timer.WaitForNextTickAsync(cancellation))
            {
                try
                {
                    await WriteAsync(endedAt: null, cancellation);
                }
                catch (Exception failure) when (!cancellation.IsCancellationRequested && DatabasePatience.IsOutage(failure))
                {
                    log.LogWarning("How far the run is could not be written: {Type}", failure.GetBaseException().GetType().Name);
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The run is over.
        }
    }

    /// <param name="endedAt">Null for a run that goes on, or that was broken off.</param>
    /// <param name="cancellation">Stops it.</param>
    public async Task WriteAsync(DateTimeOffset? endedAt, CancellationToken cancellation)
    {
        int done, newChecks, failures, notOpen;
        lock (_lock)
        {
            (done, newChecks, failures, notOpen) = (_done, _newChecks, _failures, _notOpen);
        }

        var now = clock.GetUtcNow();
        DateTimeOffset? expected = endedAt is null && done > 0 ? now + (clock.GetElapsedTime(_started) * ((double)(run.Total - doneBefore - done) / done)) : null;
        await using var scope = scopes.CreateAsyncScope();
        using var mine = await turn.TakeAsync(cancellation);
        await scope.ServiceProvider.GetRequiredService<DossierDb>().Runs.Where(r => r.Id == run.Id).ExecuteUpdateAsync(
            r => r.SetProperty(x => x.Done, doneBefore + done).SetProperty(x => x.Total, run.Total).SetProperty(x => x.NewChecks, newChecks).SetProperty(x => x.Failures, failures).SetProperty(x => x.NotOpen, notOpen)
                .SetProperty(x => x.ProgressAt, now).SetProperty(x => x.ExpectedEndAt, expected).SetProperty(x => x.EndedAt, endedAt),
            cancellation);
    }
}
