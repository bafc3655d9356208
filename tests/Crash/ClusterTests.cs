using SolidLoonfiches.Dossiers;
using SolidLoonfiches.Dossiers.Tests;

namespace SolidLoonfiches.Crash.Tests;

/// <summary>Two nodes on one PostgreSQL, whose clocks are ten minutes apart; and a database that dies in mid-run.</summary>
public sealed class ClusterTests : IAsyncLifetime
{
    private const int Dossiers = 120;

    private readonly PostgresServer _server = new();

    public ValueTask InitializeAsync() => _server.StartAsync();

    [Fact]
    public async Task Month_OnTwoNodesOfWhichOneIsKilled_EndsAsIfNothingHadHappened()
    {
        Assert.SkipWhen(_server.Missing is not null, _server.Missing ?? "");
        await using var stand = await CrashStand.StartAsync(await DatabaseAsync("prepared"), Dossiers);
        var whole = await UndisturbedAsync(stand);
        await stand.BeginAnewAsync(await DatabaseAsync("killed", "prepared"));

        // Both do the same month, and the one that is killed starts again. It begins first: who comes second to a run may find it taken.
        var runs = (await stand.RunsAsync()).Count;
        var first = stand.RunAsync(CrashStand.October, "INSERT checks:30:before");
        while (!first.IsCompleted && (await stand.RunsAsync()).Count == runs)
        {
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }

        var second = stand.RunAsync(CrashStand.October);
        Assert.True((await first).WasKilled, (await first).Errors);
        var again = await stand.RunAsync(CrashStand.October);
        Assert.True((await second).Code == 0, (await second).Errors);
        Assert.True(again.Code == 0, again.Errors);
        var last = await stand.RunAsync(CrashStand.October);
        Assert.True(last.Code == 0, last.Errors);

        // Where both began a run of their own, that of the killed one stays without an end: the other has done the month.
        Assert.Equal(whole, await stand.OutcomeAsync());
        await stand.AssertToldAsync();
        Assert.Contains(await stand.RunsAsync(), run => run is { EndedAt: not null, Done: Dossiers, Failures: 0 });
    }

    [Fact]
    public async Task Month_DatabaseDiesAndComesBack_GoesOnByItself()
    {
        Assert.SkipWhen(_server.Missing is not null, _server.Missing ?? "");
        await using var stand = await CrashStand.StartAsync(await DatabaseAsync("prepared"), Dossiers);
        var whole = await UndisturbedAsync(stand);
        await stand.BeginAnewAsync(await DatabaseAsync("away", "prepared"));
        var (asked, away) = (0, (Task?)null);
        stand.Vault.Asked = _ =>
        {
            if (Interlocked.Increment(ref asked) == 60)
            {
                away = _server.BeAwayAsync(TimeSpan.FromSeconds(4));
            }

            return Task.CompletedTask;
        };

        var ended = await stand.RunAsync(CrashStand.October);

        Assert.True(ended.Code == 0, ended.Errors);
        Assert.NotNull(away);
        await away;
        await stand.AssertEndedAsync(whole, Dossiers);
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private async Task<IReadOnlyList<string>> UndisturbedAsync(CrashStand stand)
    {
        await stand.BeginAnewAsync(await DatabaseAsync("undisturbed", "prepared"));
        var ended = await stand.RunAsync(CrashStand.October);
        Assert.True(ended.Code == 0, ended.Errors);
        return await stand.OutcomeAsync();
    }

    private async Task<StorageOptions> DatabaseAsync(string name, string? template = null)
    {
        // A database that is copied may have nobody on it.
        Npgsql.NpgsqlConnection.ClearAllPools();
        var connection = await _server.CreateDatabaseAsync(name, template);
        return new StorageOptions { Provider = "Postgres", ConnectionString = connection, ScheduleConnectionString = connection };
    }
}
