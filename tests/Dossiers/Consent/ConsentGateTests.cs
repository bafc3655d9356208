using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace SolidLoonfiches.Dossiers.Tests;

public sealed class ConsentGateOnSqliteTests(SqliteStore store) : ConsentGateTests(store);

public sealed class ConsentGateOnPostgresTests(PostgresStore store) : ConsentGateTests(store);

/// <summary>Whether consents stand, asked by many at once.</summary>
public abstract class ConsentGateTests(TestStore store)
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Fact]
    public async Task Stands_ManyAskWhileOneIsAnswered_EachGetsItsOwnAnswerOverOneConnection()
    {
        var slow = new SlowConnection();
        await using var desk = await DeskAsync(slow);
        var (consent, gate) = (await desk.QueryAsync(db => db.Consents.Select(c => c.Id).SingleAsync()), desk.Services.GetRequiredService<ConsentGate>());
        slow.Hold();
        var first = gate.StandsAsync(consent, None);
        await slow.Asked.Task.WaitAsync(TimeSpan.FromSeconds(30));
        var others = Enumerable.Range(0, 50).Select(i => gate.StandsAsync(i % 2 == 0 ? consent : Guid.NewGuid(), None)).ToList();
        slow.Go.SetResult();

        Assert.True(await first);
        Assert.Equal(Enumerable.Range(0, 50).Select(i => i % 2 == 0), await Task.WhenAll(others));
        Assert.Equal(1, slow.Opened);
    }

    [Fact]
    public async Task Stands_AskedAfterAWithdrawal_IsNotAnsweredByTheQuestionThatWasUnderWay()
    {
        var slow = new SlowConnection();
        await using var desk = await DeskAsync(slow);
        var (consent, gate) = (await desk.QueryAsync(db => db.Consents.Select(c => c.Id).SingleAsync()), desk.Services.GetRequiredService<ConsentGate>());
        slow.Hold();
        var first = gate.StandsAsync(consent, None);
        await slow.Asked.Task.WaitAsync(TimeSpan.FromSeconds(30));
        await desk.RunAsync(db => db.Consents.ExecuteUpdateAsync(c => c.SetProperty(x => x.WithdrawnAt, desk.Clock.GetUtcNow())));
        var second = gate.StandsAsync(consent, None);
        slow.Go.SetResult();

        // What had been asked before may have seen either.
        await first;
        Assert.False(await second);
    }

    private Task<Desk> DeskAsync(SlowConnection slow) => Desk.WithOneCaseAsync(store, services => services
        .ConfigureDbContext<SqliteDossierDb>(o => o.AddInterceptors(slow))
        .ConfigureDbContext<PostgresDossierDb>(o => o.AddInterceptors(slow)));

    /// <summary>Holds the first connection that is opened from when it is told to.</summary>
    private sealed class SlowConnection : DbConnectionInterceptor
    {
        private int _opened;
        private bool _counts;

        public TaskCompletionSource Asked { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public TaskCompletionSource Go { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public int Opened => Volatile.Read(ref _opened);

        public void Hold() => Volatile.Write(ref _counts, true);

        public override async ValueTask<InterceptionResult> ConnectionOpeningAsync(DbConnection connection, ConnectionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default)
        {
            if (Volatile.Read(ref _counts) && Interlocked.Increment(ref _opened) == 1)
            {
                Asked.SetResult();
                await Go.Task;
            }

            return result;
        }
    }
}
