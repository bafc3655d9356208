using System.Net;
using Microsoft.Extensions.Time.Testing;
using Microsoft.IdentityModel.JsonWebTokens;
using WireMock.RequestBuilders;
using WireMock.ResponseBuilders;
using WireMock.Server;

namespace SolidLoonfiches.Vault.Tests;

public sealed class HostPatienceTests
{
    private static readonly Uri Here = new("https://vault.example/an/loonfiches/");
    private static readonly Uri Elsewhere = new("https://other.example/an/loonfiches/");

    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 11, 5, 6, 0, 0, TimeSpan.Zero));
    private int _asked;

    [Theory]
    [InlineData(HttpStatusCode.TooManyRequests, "120")]
    [InlineData(HttpStatusCode.ServiceUnavailable, "Thu, 05 Nov 2026 05:52:00 GMT")]
    public async Task Send_AskedToWaitLong_LeavesTheServerAloneUntilThen(HttpStatusCode status, string retryAfter)
    {
        // The server's clock is ten minutes behind ours: its moment is on its own.
        var patience = new HostPatience(_clock);
        var first = await patience.SendAsync(Here, Answer(status, ("Retry-After", retryAfter), ("Date", "Thu, 05 Nov 2026 05:50:00 GMT")), CancellationToken.None);

        Assert.Equal(status, Assert.IsType<VaultReply.Answered>(first).Status);
        Assert.Equal(TimeSpan.FromMinutes(2), patience.RestOf(Here));
        _clock.Advance(TimeSpan.FromSeconds(119));
        Assert.Equal(VaultFault.TooManyRequests, Assert.IsType<VaultReply.Faulted>(await patience.SendAsync(Here, Answer(HttpStatusCode.OK), CancellationToken.None)).Fault);
        Assert.Equal(1, _asked);
        Assert.Equal(TimeSpan.Zero, patience.RestOf(Elsewhere));
        Assert.IsType<VaultReply.Answered>(await patience.SendAsync(Elsewhere, Answer(HttpStatusCode.OK), CancellationToken.None));

        _clock.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal(TimeSpan.Zero, patience.RestOf(Here));
        Assert.IsType<VaultReply.Answered>(await patience.SendAsync(Here, Answer(HttpStatusCode.OK), CancellationToken.None));
    }

    [Fact]
    public async Task Send_AskedToWaitBriefly_WaitsThatLongAndTriesAgain()
    {
        var patience = new HostPatience(_clock);
        var sending = patience.SendAsync(Here, cancel => _asked == 0 ? Answer(HttpStatusCode.TooManyRequests, ("Retry-After", "3"))(cancel) : Answer(HttpStatusCode.OK)(cancel), CancellationToken.None);
        _clock.Advance(TimeSpan.FromSeconds(2.9));
        await Task.Delay(50);
        Assert.Equal(1, _asked);
        _clock.Advance(TimeSpan.FromSeconds(0.2));
        Assert.Equal(HttpStatusCode.OK, Assert.IsType<VaultReply.Answered>(await sending).Status);
        Assert.Equal(2, _asked);
    }

    [Fact]
    public async Task Send_NoAnswersAnyMore_BreaksOffAndLooksAgainLater()
    {
        var patience = new HostPatience(_clock);
        for (var i = 0; i < 8; i++)
        {
            await patience.SendAsync(Here, Silence, CancellationToken.None);
        }

        Assert.Equal((8, TimeSpan.FromSeconds(30)), (_asked, patience.RestOf(Here)));
        Assert.Equal(VaultFault.Unreachable, Assert.IsType<VaultReply.Faulted>(await patience.SendAsync(Here, Answer(HttpStatusCode.OK), CancellationToken.None)).Fault);
        Assert.Equal(8, _asked);
        _clock.Advance(TimeSpan.FromSeconds(31));
        Assert.IsType<VaultReply.Answered>(await patience.SendAsync(Here, Answer(HttpStatusCode.OK), CancellationToken.None));
        Assert.Equal(TimeSpan.Zero, patience.RestOf(Here));
    }

    [Fact]
    public async Task Send_ServerIsDown_TriesAgainWithinItsBudget()
    {
        var patience = new HostPatience(_clock);
        for (var i = 0; i < 40; i++)
        {
            var sending = patience.SendAsync(Here, Answer(HttpStatusCode.TooManyRequests), CancellationToken.None);
            while (!sending.IsCompleted)
            {
                _clock.Advance(TimeSpan.FromSeconds(5));
                await Task.Yield();
            }
        }

        // Ten, and a tenth of what was asked: not three times as much.
        Assert.InRange(_asked, 50, 56);
    }

    [Fact]
    public async Task ListAsync_TriedAgain_ProvesItselfAnew()
    {
        using var server = WireMockServer.Start();
        server.Given(Request.Create().UsingGet()).RespondWith(Response.Create().WithStatusCode(503));
        await using var harness = new Harness();
        using var session = new FixedSession();

        await harness.Vault.ListAsync(new Uri($"http://localhost:{server.Port}/an/loonfiches/"), session, CancellationToken.None);

        var proofs = server.LogEntries.Select(entry => new JsonWebToken(entry.RequestMessage!.Headers!["DPoP"][0])).ToList();
        Assert.Equal(3, proofs.Select(proof => proof.Id).Distinct().Count());
        Assert.Single(proofs.Select(proof => proof.GetHeaderValue<object>("jwk").ToString()).Distinct());
    }

    private Task<VaultReply> Silence(CancellationToken cancellation)
    {
        _asked++;
        return Task.FromResult<VaultReply>(new VaultReply.Faulted(VaultFault.Timeout, "silent"));
    }

    private Func<CancellationToken, Task<VaultReply>> Answer(HttpStatusCode status, params (string Name, string Value)[] headers) => _ =>
    {
        _asked++;
        using var response = new HttpResponseMessage(status);
        foreach (var (name, value) in headers)
        {
            response.Headers.TryAddWithoutValidation(name, value);
        }

        return Task.FromResult<VaultReply>(new VaultReply.Answered(status, new HttpResponseHeaderBag(response), []));
    };
}
