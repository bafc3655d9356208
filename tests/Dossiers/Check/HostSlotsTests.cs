using Microsoft.Extensions.Logging.Abstractions;

namespace SolidLoonfiches.Dossiers.Tests;

public sealed class HostSlotsTests(PostgresStore store)
{
    private const string Host = "https://vault.example";

    [Fact]
    public async Task TryEnter_TwoNodes_ShareTheServersBoundAndADeadOneGivesItsSlotsBack()
    {
        var storage = await store.CreateEmptyAsync();
        var options = new CheckOptions { PerHost = 8 };
        await using var one = new PostgresHostSlots(storage, options, NullLogger<PostgresHostSlots>.Instance);
        var other = new PostgresHostSlots(storage, options, NullLogger<PostgresHostSlots>.Instance);
        var mine = await TakeAsync(one, 5);
        var theirs = await TakeAsync(other, 8);

        Assert.Equal((5, 3), (mine.Count, theirs.Count));
        Assert.Null(await one.TryEnterAsync(Host, CancellationToken.None));
        Assert.NotNull(await one.TryEnterAsync("https://elsewhere.example", CancellationToken.None));

        await mine[0].DisposeAsync();
        Assert.Single(await TakeAsync(other, 8));
        await other.DisposeAsync();

        // The server notices the end of the connection in its own time.
        var back = await TakeAsync(one, 8);
        for (var tries = 0; back.Count < 4 && tries < 300; tries++)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(100), TestContext.Current.CancellationToken);
            back.AddRange(await TakeAsync(one, 8));
        }

        Assert.Equal(4, back.Count);
    }

    [Fact]
    public async Task TryEnter_OneProcess_IsBoundedPerServer()
    {
        var slots = new HostSlots(new CheckOptions { PerHost = 2 });
        var taken = await TakeAsync(slots, 5);
        Assert.Equal(2, taken.Count);
        await taken[0].DisposeAsync();
        Assert.Single(await TakeAsync(slots, 5));
    }

    private static async Task<List<IAsyncDisposable>> TakeAsync(HostSlots slots, int wanted)
    {
        var taken = new List<IAsyncDisposable>();
        for (var i = 0; i < wanted; i++)
        {
            if (await slots.TryEnterAsync(Host, CancellationToken.None) is { } slot)
            {
                taken.Add(slot);
            }
        }

        return taken;
    }
}
