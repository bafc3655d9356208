using System.Collections.Concurrent;
using System.Net.WebSockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace SolidLoonfiches.Vault.Tests;

/// <summary>Subscriptions of a reader at the real server, and whether a message is the vault's own.</summary>
public abstract partial class RealVaultTests
{
    private NotificationChannels Channels => Service.Harness.Services.GetRequiredService<NotificationChannels>();

    private NotificationGate Gate => Service.Harness.Services.GetRequiredService<NotificationGate>();

    [Fact]
    public async Task Webhook_OfAReader_BringsASignedMessageThatIsTakenOnceAndOnlyWhereItBelongs()
    {
        NeedsServer();
        await using var hook = await Hook.StartAsync();
        Ends.Is<VaultAnswer<NotificationChannel>.NoGrant>(await Channels.SubscribeAsync(Container, hook.Url, Us, None));
        await Grants.GrantAsync(Container, Us.WebId, AccessModes.Read, Citizen, None);
        var channel = Ends.Is<VaultAnswer<NotificationChannel>.Ok>(await Channels.SubscribeAsync(Container, hook.Url, Us, None)).Value;
        Assert.Equal(ChannelKind.Webhook, channel.Kind);
        Assert.InRange(channel.EndsAt!.Value - TimeProvider.System.GetUtcNow(), TimeSpan.FromDays(13), TimeSpan.FromDays(15));

        await Vault.PutNewAsync(new Uri(Container, "2026-11"), Slip, Citizen, None);
        var posted = await hook.NextAsync();

        Assert.NotNull(await Gate.RefusalAsync(posted with { Body = "{}"u8.ToArray() }, channel.Sender!, hook.Url, Container, None));
        Assert.NotNull(await Gate.RefusalAsync(posted, new Uri("http://localhost:1/sender"), hook.Url, Container, None));
        Assert.NotNull(await Gate.RefusalAsync(posted, channel.Sender!, new Uri(hook.Url + "x"), Container, None));
        Assert.NotNull(await Gate.RefusalAsync(posted, channel.Sender!, hook.Url, new Uri(Container, "../other/"), None));
        Assert.NotNull(await Gate.RefusalAsync(posted with { Proof = null }, channel.Sender!, hook.Url, Container, None));
        Assert.NotNull(await Gate.RefusalAsync(posted with { Authorization = posted.Authorization![..^4] + "AAAA" }, channel.Sender!, hook.Url, Container, None));
        using var ours = DPoPKey.Create(TimeProvider.System);
        Assert.NotNull(await Gate.RefusalAsync(posted with { Proof = ours.Proof(HttpMethod.Post, hook.Url, null) }, channel.Sender!, hook.Url, Container, None));
        Assert.Null(await Gate.RefusalAsync(posted, channel.Sender!, hook.Url, Container, None));
        Assert.Equal("the proof came before", await Gate.RefusalAsync(posted, channel.Sender!, hook.Url, Container, None));

        Ends.Is<VaultAnswer<Uri>.Ok>(await Channels.EndAsync(channel.Id, Us, None));
        Ends.Is<VaultAnswer<Uri>.Ok>(await Channels.EndAsync(channel.Id, Us, None));
        await Vault.PutNewAsync(new Uri(Container, "2026-12"), Slip, Citizen, None);
        await Task.Delay(1500);
        Assert.Equal(0, hook.Waiting);
    }

    [Fact]
    public async Task WebSocket_OfAReader_HearsThatThereIsNews()
    {
        NeedsServer();
        await Grants.GrantAsync(Container, Us.WebId, AccessModes.Read, Citizen, None);
        var channel = Ends.Is<VaultAnswer<NotificationChannel>.Ok>(await Channels.SubscribeAsync(Container, null, Us, None)).Value;
        Assert.Equal(ChannelKind.WebSocket, channel.Kind);
        using var stop = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        var heard = new TaskCompletionSource();
        var socket = Service.Harness.Services.GetRequiredService<NotificationSocket>();
        var listening = socket.ListenAsync(channel.ReceiveFrom!, () => heard.TrySetResult(), stop.Token);
        await Task.Delay(500);
        await Vault.PutNewAsync(new Uri(Container, "2026-11"), Slip, Citizen, None);

        await heard.Task.WaitAsync(TimeSpan.FromSeconds(10));
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<Exception>(() => listening);
    }

    [Fact]
    public async Task WebSocket_ToTheOwnNetworkWhereThatIsNotAllowed_IsNotOpened()
    {
        using var guarded = new NotificationSocket(allowLoopback: false);
        await Assert.ThrowsAsync<WebSocketException>(() => guarded.ListenAsync(new Uri("ws://127.0.0.1:1/"), () => { }, None));
    }

    /// <summary>Where the vault posts to.</summary>
    private sealed class Hook : IAsyncDisposable
    {
        private readonly WebApplication _app;
        private readonly ConcurrentQueue<PostedNotification> _posted = new();

        private Hook(Uri url)
        {
            Url = url;
            var builder = WebApplication.CreateSlimBuilder();
            builder.Logging.ClearProviders();
            builder.WebHost.UseUrls(url.GetLeftPart(UriPartial.Authority));
            _app = builder.Build();
            _app.MapPost("/notify/secret", async http =>
            {
                using var body = new MemoryStream();
                await http.Request.Body.CopyToAsync(body);
                _posted.Enqueue(new(http.Request.Headers.Authorization, http.Request.Headers["DPoP"], body.ToArray()));
                http.Response.StatusCode = StatusCodes.Status202Accepted;
            });
        }

        public Uri Url { get; }

        public int Waiting => _posted.Count;

        public static async Task<Hook> StartAsync()
        {
            var hook = new Hook(new Uri($"http://localhost:{SolidServer.FreePort()}/notify/secret"));
            await hook._app.StartAsync();
            return hook;
        }

        public async Task<PostedNotification> NextAsync()
        {
            for (var waited = 0; waited < 100; waited++)
            {
                if (_posted.TryDequeue(out var posted))
                {
                    return posted;
                }

                await Task.Delay(100);
            }

            Assert.Fail("The vault posted nothing.");
            throw new InvalidOperationException();
        }

        public ValueTask DisposeAsync() => _app.DisposeAsync();
    }
}
