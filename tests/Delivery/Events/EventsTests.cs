using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SolidLoonfiches.Dossiers;
using SolidLoonfiches.Dossiers.Tests;

namespace SolidLoonfiches.Delivery.Tests;

public sealed class EventsOnSqliteTests(SqliteStore store) : EventsTests(store);

public sealed class EventsOnPostgresTests(PostgresStore store) : EventsTests(store);

public abstract class EventsTests(TestStore store)
{
    private async Task<Desk> DeskAsync()
    {
        var desk = await Desk.WithOneCaseAsync(store, services => services.AddEvents(events => (events.AllowOwnNetwork, events.BaseUrl, events.Timeout) = (true, new Uri("https://loonfiches.example/"), TimeSpan.FromSeconds(10))));
        // The receivers hold the time of a message against their own clock.
        desk.Clock.SetUtcNow(TimeProvider.System.GetUtcNow());
        return desk;
    }

    private static async Task<AddEndpoint.Outcome.Added> AddAsync(Desk desk, string url) =>
        Assert.IsType<AddEndpoint.Outcome.Added>(await desk.UseAsync<AddEndpoint, AddEndpoint.Outcome>(a => a.RunAsync(new(Desk.Ocmw, url), CancellationToken.None)));

    private static async Task PutAsync(Desk desk, int slips, int from = 1)
    {
        for (var month = from; month < from + slips; month++)
        {
            desk.Source.Put(Slips.Usable($"2025-0{month}", $"2025-0{month}", 900m + month));
        }

        await desk.CheckAsync("2025-09");
    }

    private static async Task<(int Sent, int Failed)> SendAsync(Desk desk)
    {
        await desk.UseAsync<SpreadEvents, int>(s => s.RunAsync(CancellationToken.None));
        return await desk.UseAsync<SendEvents, (int, int)>(s => s.RunAsync(CancellationToken.None));
    }

    private static Task<List<EventDelivery>> DeliveriesAsync(Desk desk) => desk.QueryAsync(db => db.EventDeliveries.AsNoTracking().ToListAsync());

    private static Task<EventEndpoint> EndpointAsync(Desk desk) => desk.QueryAsync(db => db.EventEndpoints.AsNoTracking().SingleAsync());

    [Fact]
    public async Task Receiver_KilledAndRestartedInMidDelivery_GetsEachEventAndItsEffectOnce()
    {
        await using var receiver = new ReceiverProcess();
        await using var desk = await DeskAsync();
        receiver.Trust([(await AddAsync(desk, receiver.Url)).Secret]);
        await PutAsync(desk, slips: 8);
        await receiver.StartAsync(linger: TimeSpan.FromMilliseconds(400));

        var sending = Task.Run(() => SendAsync(desk));
        while (receiver.Effects().Count < 3)
        {
            await Task.Delay(20);
        }

        // Done and not answered for: the third comes again.
        await receiver.KillAsync();
        var (sent, failed) = await sending;
        Assert.Equal((2, 1), (sent, failed));
        await receiver.StartAsync();
        for (var round = 0; round < 3; round++)
        {
            desk.Clock.Advance(TimeSpan.FromSeconds(30));
            await SendAsync(desk);
        }

        var ids = receiver.Effects().Select(e => e.GetProperty("id").GetString()!).ToList();
        var told = await desk.QueryAsync(db => db.Events.Select(e => e.Id).ToListAsync());
        Assert.Equal(8, ids.Count);
        Assert.Equal(told.Order(StringComparer.Ordinal), ids.Order(StringComparer.Ordinal));
        Assert.All(await DeliveriesAsync(desk), d => Assert.NotNull(d.SentAt));
        Assert.Single(await DeliveriesAsync(desk), d => d.Attempts == 2);
    }

    [Fact]
    public async Task Secret_Replaced_BothAreRightUntilTheFormerLapses()
    {
        await using var receiver = new ReceiverProcess();
        await using var desk = await DeskAsync();
        var added = await AddAsync(desk, receiver.Url);
        receiver.Trust([added.Secret]);
        await receiver.StartAsync();
        var changed = await desk.UseAsync<ChangeEndpoint, ChangeEndpoint.Outcome>(c => c.RunAsync(new(Desk.Ocmw, added.EndpointId, EndpointChange.NewSecret), CancellationToken.None));
        var fresh = Assert.IsType<ChangeEndpoint.Outcome.Changed>(changed).Secret!;
        Assert.NotEqual(added.Secret, fresh);

        await PutAsync(desk, 1);
        Assert.Equal((1, 0), await SendAsync(desk));
        receiver.Trust([fresh]);
        await PutAsync(desk, 1, from: 2);
        Assert.Equal((1, 0), await SendAsync(desk));

        receiver.Trust([added.Secret]);
        await desk.RunAsync(db => db.EventEndpoints.ExecuteUpdateAsync(p => p.SetProperty(x => x.FormerSecretUntil, desk.Clock.GetUtcNow())));
        await PutAsync(desk, 1, from: 3);
        Assert.Equal((0, 1), await SendAsync(desk));
        Assert.Contains(await DeliveriesAsync(desk), d => d is { LastError: "http 401", SentAt: null });
        Assert.DoesNotContain(added.Secret, System.Text.Encoding.UTF8.GetString((await EndpointAsync(desk)).ProtectedFormerSecret!), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Endpoint_AsksForRest_IsObeyedAndItsBacklogCostsNoAttempts()
    {
        await using var receiver = new Answering { Answer = http => (http.Response.StatusCode, http.Response.Headers["Retry-After"]) = (429, "600") };
        await using var desk = await DeskAsync();
        await AddAsync(desk, receiver.Url);
        await PutAsync(desk, 5);

        Assert.Equal((0, 1), await SendAsync(desk));
        desk.Clock.Advance(TimeSpan.FromSeconds(599));
        Assert.Equal((0, 0), await SendAsync(desk));
        Assert.Equal(1, receiver.Requests);
        Assert.Equal(1, (await DeliveriesAsync(desk)).Sum(d => d.Attempts));

        receiver.Answer = http => http.Response.StatusCode = 204;
        desk.Clock.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal((5, 0), await SendAsync(desk));
        Assert.Null((await EndpointAsync(desk)).NotBefore);
    }

    [Fact]
    public async Task Event_RefusedToTheEnd_IsADeadLetterThatAlarmsEveryHourUntilCleared()
    {
        await using var receiver = new Answering { Answer = http => http.Response.StatusCode = 500 };
        await using var desk = await DeskAsync();
        await AddAsync(desk, receiver.Url);
        await PutAsync(desk, 1);
        for (var attempt = 1; attempt <= RetrySchedule.Waits.Count + 1; attempt++)
        {
            Assert.Equal((0, 1), await SendAsync(desk));
            var delivery = Assert.Single(await DeliveriesAsync(desk));
            Assert.Equal(attempt, delivery.Attempts);
            desk.Clock.SetUtcNow(delivery.NextAttemptAt > desk.Clock.GetUtcNow() ? delivery.NextAttemptAt : desk.Clock.GetUtcNow());
        }

        Assert.NotNull(Assert.Single(await DeliveriesAsync(desk)).DeadAt);
        desk.Clock.Advance(TimeSpan.FromDays(30));
        Assert.Equal((0, 0), await SendAsync(desk));
        var alarm = new DeadLetterAlarm();
        Assert.True(alarm.IsDue(desk.Clock.GetUtcNow()));
        Assert.False(alarm.IsDue(desk.Clock.GetUtcNow().AddMinutes(59)));
        Assert.True(alarm.IsDue(desk.Clock.GetUtcNow().AddMinutes(60)));

        await using (var scope = Letters(desk))
        {
            var letters = scope.ServiceProvider.GetRequiredService<DeadLetters>();
            Assert.Equal(new DeadLetters.Counts(0, 0, 0, 1), await letters.CountAsync(Desk.Ocmw, CancellationToken.None));
            Assert.Equal(0, await letters.ClearAsync("0999999922", CancellationToken.None));
            Assert.Equal(1, await letters.RetryAsync(Desk.Ocmw, CancellationToken.None));
        }

        receiver.Answer = http => http.Response.StatusCode = 200;
        Assert.Equal((1, 0), await SendAsync(desk));
    }

    [Fact]
    public async Task DeadLetter_Cleared_RestsInTheRecords()
    {
        await using var desk = await DeskAsync();
        await AddAsync(desk, "https://package.example/events");
        await PutAsync(desk, 1);
        await desk.UseAsync<SpreadEvents, int>(s => s.RunAsync(CancellationToken.None));
        await desk.RunAsync(db => db.EventDeliveries.ExecuteUpdateAsync(d => d.SetProperty(x => x.DeadAt, desk.Clock.GetUtcNow())));

        await using var scope = Letters(desk);
        var letters = scope.ServiceProvider.GetRequiredService<DeadLetters>();
        Assert.Equal(1, await letters.ClearAsync(Desk.Ocmw, CancellationToken.None));
        Assert.Equal(0, (await letters.CountAsync(null, CancellationToken.None)).All);
        Assert.Equal(0, await letters.RetryAsync(Desk.Ocmw, CancellationToken.None));
        Assert.Single(await DeliveriesAsync(desk));
    }

    [Fact]
    public async Task Endpoint_SaysThatItIsGone_IsLeftAloneUntilResumed()
    {
        await using var receiver = new Answering { Answer = http => http.Response.StatusCode = 410 };
        await using var desk = await DeskAsync();
        var added = await AddAsync(desk, receiver.Url);
        await PutAsync(desk, 2);
        Assert.Equal((0, 1), await SendAsync(desk));
        desk.Clock.Advance(TimeSpan.FromDays(2));
        Assert.Equal((0, 0), await SendAsync(desk));
        Assert.Equal("http 410", (await EndpointAsync(desk)).PausedBecause);

        receiver.Answer = http => http.Response.StatusCode = 202;
        await desk.UseAsync<ChangeEndpoint, ChangeEndpoint.Outcome>(c => c.RunAsync(new(Desk.Ocmw, added.EndpointId, EndpointChange.Resume), CancellationToken.None));
        Assert.Equal((2, 0), await SendAsync(desk));
    }

    [Fact]
    public async Task Replay_SinceAMoment_SendsTheSameIdsAgainAndWhatCameBeforeTheEndpoint()
    {
        await using var receiver = new Answering();
        await using var desk = await DeskAsync();
        var start = desk.Clock.GetUtcNow();
        await PutAsync(desk, 2);
        await SendAsync(desk);
        Assert.Empty(await DeliveriesAsync(desk));
        var added = await AddAsync(desk, receiver.Url);
        await PutAsync(desk, 1, from: 3);
        Assert.Equal((1, 0), await SendAsync(desk));

        Assert.Null(await desk.UseAsync<ReplayEvents, int?>(r => r.RunAsync(new("0999999922", added.EndpointId, start), CancellationToken.None)));
        Assert.Equal(3, await desk.UseAsync<ReplayEvents, int?>(r => r.RunAsync(new(Desk.Ocmw, added.EndpointId, start), CancellationToken.None)));
        Assert.Equal((3, 0), await SendAsync(desk));
        Assert.Equal(3, receiver.Ids.Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(4, receiver.Ids.Count);
    }

    [Fact]
    public async Task Spread_TwoNodesAtOnce_MakesOneDeliveryEach()
    {
        await using var desk = await DeskAsync();
        await AddAsync(desk, "https://package.example/events");
        await AddAsync(desk, "https://other.example/events");
        await PutAsync(desk, 6);

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => desk.UseAsync<SpreadEvents, int>(s => s.RunAsync(CancellationToken.None)))));
        await desk.UseAsync<SpreadEvents, int>(s => s.RunAsync(CancellationToken.None));

        Assert.Equal(12, (await DeliveriesAsync(desk)).Count);
    }

    [Theory]
    [InlineData("http://package.example/events")]
    [InlineData("ftp://package.example/events")]
    [InlineData("https://name:secret@package.example/events")]
    [InlineData("https://package.example:25/events")]
    [InlineData("package.example")]
    public async Task Endpoint_ThatMayNotBe_IsRefused(string url)
    {
        await using var desk = await DeskAsync();
        Assert.IsType<AddEndpoint.Outcome.Refused>(await desk.UseAsync<AddEndpoint, AddEndpoint.Outcome>(a => a.RunAsync(new(Desk.Ocmw, url), CancellationToken.None)));
    }

    [Fact]
    public async Task Endpoint_InTheOwnNetwork_IsNotVisitedUnlessConfigured()
    {
        await using var receiver = new Answering();
        await using var desk = await Desk.WithOneCaseAsync(store, services => services.AddEvents(events => events.BaseUrl = new Uri("https://loonfiches.example/")));
        Assert.IsType<AddEndpoint.Outcome.Refused>(await desk.UseAsync<AddEndpoint, AddEndpoint.Outcome>(a => a.RunAsync(new(Desk.Ocmw, receiver.Url), CancellationToken.None)));
        // A name that leads into the own network is seen when it is visited.
        await AddAsync(desk, "https://127.0.0.1:" + new Uri(receiver.Url).Port + "/events");
        await PutAsync(desk, 1);
        Assert.Equal((0, 1), await SendAsync(desk));
        Assert.Equal("address refused", Assert.Single(await DeliveriesAsync(desk)).LastError);
        Assert.Equal(0, receiver.Requests);
    }

    [Fact]
    public async Task Endpoint_ThatRedirects_IsNotFollowed()
    {
        await using var elsewhere = new Answering();
        await using var receiver = new Answering { Answer = http => http.Response.Redirect(elsewhere.Url) };
        await using var desk = await DeskAsync();
        await AddAsync(desk, receiver.Url);
        await PutAsync(desk, 1);
        Assert.Equal((0, 1), await SendAsync(desk));
        Assert.Equal(0, elsewhere.Requests);
        Assert.Equal("http 302", Assert.Single(await DeliveriesAsync(desk)).LastError);
    }

    [Fact]
    public async Task Endpoint_OfAnotherOcmw_GetsNothingOfOurs()
    {
        await using var receiver = new Answering();
        await using var desk = await DeskAsync();
        await desk.PersonAtAsync("0999999922", "OCMW Aalst", 2);
        Assert.IsType<AddEndpoint.Outcome.Added>(await desk.UseAsync<AddEndpoint, AddEndpoint.Outcome>(a => a.RunAsync(new("0999999922", receiver.Url), CancellationToken.None)));
        await PutAsync(desk, 2);
        Assert.Equal((0, 0), await SendAsync(desk));
        Assert.Equal(0, receiver.Requests);
    }

    private static AsyncServiceScope Letters(Desk desk)
    {
        var services = new ServiceCollection().AddLogging().AddSingleton<TimeProvider>(desk.Clock).AddDossiers(desk.Storage).AddSingleton<DeadLetterAlarm>().AddScoped<DeadLetters>();
        return services.BuildServiceProvider().CreateAsyncScope();
    }
}
