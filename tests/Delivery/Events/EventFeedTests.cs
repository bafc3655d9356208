using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SolidLoonfiches.Dossiers;
using SolidLoonfiches.Dossiers.Tests;

namespace SolidLoonfiches.Delivery.Tests;

public sealed class EventFeedOnSqliteTests(SqliteStore store) : EventFeedTests(store);

public sealed class EventFeedOnPostgresTests(PostgresStore store) : EventFeedTests(store)
{
    /// <summary>What a reader who went by the moment, or by a number from a sequence, would miss: an earlier one that was committed later.</summary>
    [Fact]
    public async Task Feed_WhileAnEarlierEventIsNotCommitted_DoesNotPassItOver()
    {
        await using var desk = await DeskAsync();
        await using var scope = desk.Services.CreateAsyncScope();
        var slow = scope.ServiceProvider.GetRequiredService<DossierDb>();
        await using var open = await slow.Database.BeginTransactionAsync(TestContext.Current.CancellationToken);
        var earlier = Event(desk, minutes: 1);
        slow.Events.Add(earlier);
        await slow.SaveChangesAsync(TestContext.Current.CancellationToken);
        var later = Event(desk, minutes: 2);
        await AddAsync(desk, later);

        var first = await ReadAsync(desk, 0);
        Assert.Equal([later.Id], Ids(first));
        await open.CommitAsync(TestContext.Current.CancellationToken);
        Assert.Equal([earlier.Id], Ids(await ReadAsync(desk, first.Items[^1].Position)));
        Assert.Equal([later.Id, earlier.Id], Ids(await ReadAsync(desk, 0)));
    }
}

public abstract class EventFeedTests(TestStore store)
{
    protected Task<Desk> DeskAsync() => Desk.OpenAsync(store, services => services.AddEvents(events => events.BaseUrl = new Uri("https://loonfiches.example/")));

    [Fact]
    public async Task Feed_ReadPageAfterPage_HasEachEventOnceInAnOrderThatStays()
    {
        await using var desk = await DeskAsync();
        var told = Enumerable.Range(0, 7).Select(minute => Event(desk, minute)).ToList();
        await AddAsync(desk, [.. told]);
        var (seen, after, more) = (new List<string>(), 0L, true);
        while (more)
        {
            var page = await ReadAsync(desk, after, atMost: 3);
            seen.AddRange(Ids(page));
            (after, more) = (page.Items[^1].Position, page.More);
        }

        Assert.Equal(told.Select(one => one.Id), seen);
        await AddAsync(desk, Event(desk, minutes: -60));
        Assert.Equal(seen, Ids(await ReadAsync(desk, 0))[..7]);
        Assert.Empty((await ReadAsync(desk, 8)).Items);
    }

    [Fact]
    public async Task Feed_OfOneOcmw_HasPositionsOfItsOwn()
    {
        await using var desk = await DeskAsync();
        await desk.QueryAsync(async db =>
        {
            db.Ocmws.Add(new Ocmw { Kbo = "0212237186", Name = "OCMW Aalst" });
            return await db.SaveChangesAsync();
        });
        await AddAsync(desk, Event(desk, 1), Event(desk, 2));
        await ReadAsync(desk, 0);
        await AddAsync(desk, Event(desk, 3, "0212237186"));
        var other = await desk.UseAsync<EventFeed, EventFeed.Page>(feed => feed.ReadAsync("0212237186", 0, 10, CancellationToken.None));
        Assert.Equal([1], other.Items.Select(item => item.Position));
        Assert.Equal(2, (await ReadAsync(desk, 0)).Items.Count);
    }

    /// <summary>Many who write and many who read at once: each reader has each event once, and all have the same order.</summary>
    [Fact]
    public async Task Feed_ReadWhileManyWrite_MissesNoneForAnybody()
    {
        const int Writers = 4, Each = 15;
        await using var desk = await DeskAsync();
        using var written = new CancellationTokenSource();
        var readers = Enumerable.Range(0, 3).Select(_ => Task.Run(async () =>
        {
            var (seen, after) = (new List<string>(), 0L);
            for (var last = false; ;)
            {
                var page = await ReadAsync(desk, after, atMost: 5);
                seen.AddRange(Ids(page));
                after = page.Items is [.., var item] ? item.Position : after;
                if (last && page.Items.Count == 0)
                {
                    return seen;
                }

                last = written.IsCancellationRequested;
            }
        })).ToList();
        await Task.WhenAll(Enumerable.Range(0, Writers).Select(writer => Task.Run(async () =>
        {
            for (var one = 0; one < Each; one++)
            {
                // Moments run against each other: who writes last may have the earliest.
                await AddAsync(desk, Event(desk, writer % 2 == 0 ? one : -one));
            }
        })));
        await written.CancelAsync();
        var all = await Task.WhenAll(readers);
        Assert.All(all, seen => Assert.Equal(Writers * Each, seen.Distinct(StringComparer.Ordinal).Count()));
        Assert.All(all, seen => Assert.Equal(all[0], seen));
    }

    protected static EventRecord Event(Desk desk, int minutes, string ocmw = Desk.Ocmw) =>
        EventRecord.ConsentEnded(ocmw, desk.DossierId, Guid.NewGuid(), "withdrawn", desk.Clock.GetUtcNow().AddMinutes(minutes));

    protected static Task<int> AddAsync(Desk desk, params EventRecord[] events) => desk.QueryAsync(db =>
    {
        db.Events.AddRange(events);
        return db.SaveChangesAsync();
    });

    protected static Task<EventFeed.Page> ReadAsync(Desk desk, long after, int atMost = 100) => desk.UseAsync<EventFeed, EventFeed.Page>(feed => feed.ReadAsync(Desk.Ocmw, after, atMost, CancellationToken.None));

    protected static List<string> Ids(EventFeed.Page page) => [.. page.Items.Select(item =>
    {
        using var json = JsonDocument.Parse(item.CloudEvent);
        return json.RootElement.GetProperty("id").GetString()!;
    })];
}
