namespace SolidLoonfiches.Dossiers.Tests;

public sealed class WriteTurnTests
{
    [Fact]
    public async Task Take_WhereOnlyOneMayWrite_TheNextOneWaitsForTheEndOfTheFirst()
    {
        using var turn = new WriteTurn(isNeeded: true);
        var first = await turn.TakeAsync(CancellationToken.None);
        var second = turn.TakeAsync(CancellationToken.None).AsTask();
        await Task.Delay(50, TestContext.Current.CancellationToken);
        Assert.False(second.IsCompleted);
        first.Dispose();
        (await second.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken)).Dispose();
    }

    [Fact]
    public async Task Take_WhereManyMayWrite_NobodyWaits()
    {
        using var turn = new WriteTurn(isNeeded: false);
        using var first = await turn.TakeAsync(CancellationToken.None);
        using var second = await turn.TakeAsync(CancellationToken.None).AsTask().WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
    }
}
