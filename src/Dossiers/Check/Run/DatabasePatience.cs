using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;
using Polly;
using Polly.Retry;

namespace SolidLoonfiches.Dossiers;

/// <summary>A database that is away for a while (restart, failover) holds a run up and does not end it: about a quarter of an hour.</summary>
/// <remarks>What is done again was rolled back, or finds at its second try that it stands already: the unique keys see to that.</remarks>
internal sealed class DatabasePatience(TimeProvider clock, ILogger<DatabasePatience> log)
{
    private readonly ResiliencePipeline _pipeline = new ResiliencePipelineBuilder { TimeProvider = clock }
        .AddRetry(new RetryStrategyOptions
        {
            ShouldHandle = tried => ValueTask.FromResult(tried.Outcome.Exception is { } failure && IsOutage(failure)),
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = true,
            Delay = TimeSpan.FromMilliseconds(200),
            MaxDelay = TimeSpan.FromSeconds(10),
            MaxRetryAttempts = 100,
            OnRetry = tried =>
            {
                if (tried.AttemptNumber is 3 or 30)
                {
                    log.LogWarning("The database is away ({Type}); trying again", tried.Outcome.Exception!.GetBaseException().GetType().Name);
                }

                return ValueTask.CompletedTask;
            },
        })
        .Build();

    public async Task<T> RunAsync<T>(Func<CancellationToken, Task<T>> work, CancellationToken cancellation) =>
        await _pipeline.ExecuteAsync(static async (work, cancel) => await work(cancel), work, cancellation);

    public async Task RunAsync(Func<CancellationToken, Task> work, CancellationToken cancellation) =>
        await _pipeline.ExecuteAsync(static async (work, cancel) => await work(cancel), work, cancellation);

    /// <summary>True where the same work may well succeed later: no connection, or a file that somebody else keeps locked.</summary>
    public static bool IsOutage(Exception failure)
    {
        for (var one = failure; one is not null; one = one.InnerException)
        {
            if (one is SqliteException { SqliteErrorCode: SqliteBusy or SqliteLocked or SqliteIo or SqliteCannotOpen } or DbException { IsTransient: true })
            {
                return true;
            }
        }

        return false;
    }

    private const int SqliteBusy = 5;
    private const int SqliteLocked = 6;
    private const int SqliteIo = 10;
    private const int SqliteCannotOpen = 14;
}
