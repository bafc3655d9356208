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

        // The database sees in its own time that a connection is gone.
        using var longest = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        var back = await TakeAsync(one, 8);
        while (back.Count == 0)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(50), longest.Token);
            back = await TakeAsync(one, 8);
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
