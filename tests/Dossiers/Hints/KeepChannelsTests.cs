using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SolidLoonfiches.Vault;

namespace SolidLoonfiches.Dossiers.Tests;

public sealed class KeepChannelsOnSqliteTests(SqliteStore store) : KeepChannelsTests(store);

public sealed class KeepChannelsOnPostgresTests(PostgresStore store) : KeepChannelsTests(store);

/// <summary>Subscriptions through their life, at a vault in memory that speaks as Community Solid Server does.</summary>
public abstract class KeepChannelsTests(TestStore store) : IDisposable
{
    private readonly TellingVault _vault = new();

    public void Dispose()
    {
        _vault.Dispose();
        GC.SuppressFinalize(this);
    }

    private Task<Desk> DeskAsync(bool enabled = true)
    {
        return Desk.WithOneCaseAsync(store, services =>
        {
            services.AddVault(vault => vault.AllowLoopback = true, identity => identity.BaseUrl = new Uri("https://loonfiches.example/"))
                .AddHttpClient(VaultServices.HttpClientName).ConfigurePrimaryHttpMessageHandler(() => _vault);
            services.AddHints(hints => (hints.Enabled, hints.BaseUrl) = (enabled, new Uri("https://loonfiches.example/")));
        });
    }

    private async Task KeepAsync(Desk desk)
    {
        _vault.EndsAt = desk.Clock.GetUtcNow().AddDays(14);
        await desk.UseAsync<KeepChannels, int>(async keep =>
        {
            await keep.RunAsync(CancellationToken.None);
            return 0;
        });
    }

    private static Task<VaultChannel> ChannelAsync(Desk desk) => desk.QueryAsync(db => db.VaultChannels.AsNoTracking().SingleAsync());

    [Fact]
    public async Task Channel_OfAConsent_IsMadeOnceAtASecretPathThatIsKeptNowhere()
    {
        await using var desk = await DeskAsync();
        await KeepAsync(desk);
        await KeepAsync(desk);

        var channel = await ChannelAsync(desk);
        Assert.Equal((VaultChannel.Webhook, "https://vault.example/sender"), (channel.Kind, channel.Sender));
        var path = Assert.Single(_vault.SendTo).AbsolutePath["/notify/".Length..];
        Assert.Equal(43, path.Length);
        Assert.Equal(TakeHint.Hash(path), channel.PathSha256);
        Assert.InRange(channel.LookAt - desk.Clock.GetUtcNow(), TimeSpan.FromDays(9), TimeSpan.FromDays(13));
        Assert.DoesNotContain("channel/1", Encoding.Latin1.GetString(channel.ProtectedAddress!), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Channel_BeforeItLapses_IsMadeAnewAndTheFormerIsEnded()
    {
        await using var desk = await DeskAsync();
        await KeepAsync(desk);
        var first = await ChannelAsync(desk);
        desk.Clock.Advance(TimeSpan.FromDays(13));
        await KeepAsync(desk);

        var renewed = await ChannelAsync(desk);
        Assert.True(renewed.EndsAt > first.EndsAt);
        Assert.NotEqual(first.PathSha256, renewed.PathSha256);
        Assert.Equal(["/channel/1"], _vault.Ended);
        Assert.Null(renewed.ProtectedFormerAddress);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Channel_OfAConsentThatEnded_IsEndedAtTheVault(bool vaultIsThere)
    {
        await using var desk = await DeskAsync();
        await KeepAsync(desk);
        var consent = await desk.QueryAsync(db => db.Consents.SingleAsync());
        await desk.UseAsync<WithdrawConsent, WithdrawConsent.Outcome>(w => w.RunAsync(new(consent.Id, Slips.Person(1)), CancellationToken.None));
        _vault.IsAway = !vaultIsThere;
        await KeepAsync(desk);
        if (!vaultIsThere)
        {
            Assert.Null((await ChannelAsync(desk)).EndedAt);
            _vault.IsAway = false;
            desk.Clock.Advance(TimeSpan.FromMinutes(6));
            await KeepAsync(desk);
        }

        var ended = await ChannelAsync(desk);
        Assert.NotNull(ended.EndedAt);
        Assert.Equal((null, null, null), (ended.PathSha256, ended.ProtectedAddress, ended.Sender));
        Assert.Equal(["/channel/1"], _vault.Ended);
    }

    [Fact]
    public async Task Channel_WhereTheVaultOffersWebSocketsAlone_IsAWebSocket()
    {
        _vault.OffersWebhooks = false;
        await using var desk = await DeskAsync();
        await KeepAsync(desk);
        var channel = await ChannelAsync(desk);
        Assert.Equal((VaultChannel.WebSocket, null), (channel.Kind, channel.PathSha256));
        Assert.Equal(new Uri("wss://vault.example/socket"), await desk.UseAsync<KeepChannels, Uri?>(keep => Task.FromResult(keep.SocketOf(channel))));
    }

    [Fact]
    public async Task Channel_SwitchedOffByTheOperator_IsNotMade()
    {
        await using var desk = await DeskAsync(enabled: false);
        await KeepAsync(desk);
        Assert.Empty(_vault.SendTo);
        Assert.Equal(0, await desk.QueryAsync(db => db.VaultChannels.CountAsync()));
    }

    [Fact]
    public async Task Hint_AtAPathOfNobodyOrWithoutProof_BringsNoCheck()
    {
        await using var desk = await DeskAsync();
        await KeepAsync(desk);
        var path = _vault.SendTo.Single().AbsolutePath["/notify/".Length..];
        Task<TakeHint.Outcome> TakeAsync(string at) => desk.UseAsync<TakeHint, TakeHint.Outcome>(take => take.RunAsync(at, new PostedNotification("DPoP a.b.c", "d.e.f", Encoding.UTF8.GetBytes($"{{\"target\":\"{Slips.Container}\"}}")), CancellationToken.None));

        Assert.Equal(TakeHint.Outcome.Unknown, await TakeAsync(TakeHint.NewPath()));
        Assert.Equal(TakeHint.Outcome.Refused, await TakeAsync(path));
        Assert.Equal(0, desk.Services.GetRequiredService<HintQueue>().Count);
    }

    /// <summary>Speaks the part of Solid Notifications that a subscriber meets.</summary>
    private sealed class TellingVault : HttpMessageHandler
    {
        private int _made;

        public List<Uri> SendTo { get; } = [];

        public List<string> Ended { get; } = [];

        public bool OffersWebhooks { get; set; } = true;

        public bool IsAway { get; set; }

        public DateTimeOffset EndsAt { get; set; }

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (IsAway)
            {
                return new(HttpStatusCode.ServiceUnavailable);
            }

            if (request.Method == HttpMethod.Delete)
            {
                Ended.Add(request.RequestUri!.AbsolutePath);
                return new(HttpStatusCode.ResetContent);
            }

            if (request.Method == HttpMethod.Post)
            {
                using var asked = System.Text.Json.JsonDocument.Parse(await request.Content!.ReadAsStringAsync(cancellationToken));
                if (asked.RootElement.TryGetProperty("sendTo", out var to))
                {
                    SendTo.Add(new Uri(to.GetString()!));
                }

                var made = $"{{\"id\":\"https://vault.example/channel/{++_made}\",\"endAt\":\"{EndsAt:O}\",\"sender\":\"https://vault.example/sender\",\"receiveFrom\":\"wss://vault.example/socket\"}}";
                return new(HttpStatusCode.OK) { Content = new StringContent(made, Encoding.UTF8, "application/ld+json") };
            }

            if (request.Method == HttpMethod.Head)
            {
                var there = new HttpResponseMessage(HttpStatusCode.OK);
                there.Headers.Add("Link", "<https://vault.example/.well-known/solid>; rel=\"http://www.w3.org/ns/solid/terms#storageDescription\"");
                return there;
            }

            const string Notify = "http://www.w3.org/ns/solid/notifications#";
            var kinds = OffersWebhooks ? (string[])["WebhookChannel2023", "WebSocketChannel2023"] : ["WebSocketChannel2023"];
            var text = string.Concat(kinds.Select(kind => $"<https://vault.example/> <{Notify}subscription> <https://vault.example/sub/{kind}> . <https://vault.example/sub/{kind}> <{Notify}channelType> <{Notify}{kind}> . "));
            return new(HttpStatusCode.OK) { Content = new StringContent(text, Encoding.UTF8, "text/turtle") };
        }
    }
}
