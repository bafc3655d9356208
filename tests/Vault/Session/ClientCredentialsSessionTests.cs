using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;

namespace SolidLoonfiches.Vault.Tests;

public sealed class ClientCredentialsSessionTests : IAsyncDisposable
{
    private readonly FakeTimeProvider _clock = new(TimeProvider.System.GetUtcNow());
    private readonly FakeProvider _provider = new();
    private readonly Harness _harness = new();

    public async ValueTask DisposeAsync()
    {
        _provider.Dispose();
        await _harness.DisposeAsync();
    }

    [Fact]
    public async Task TokenAsync_Asked_WithEncodedBasicAndAProof()
    {
        using var session = Session("id:with colon", "s/+%&é");
        var token = await session.TokenAsync(CancellationToken.None);
        Assert.Equal("at-1", token.AccessToken);
        Assert.Equal("client_credentials", _provider.Form["grant_type"]);
        Assert.Equal("webid", _provider.Form["scope"]);
        var basic = _provider.TokenRequests[0].Headers!["Authorization"][0];
        Assert.Equal("id%3Awith%20colon:s%2F%2B%25%26%C3%A9", Encoding.ASCII.GetString(Convert.FromBase64String(basic["Basic ".Length..])));
        var proof = _provider.ProofOf(0);
        Assert.Equal(_provider.Issuer + "token", proof.GetPayloadValue<string>("htu"));
        Assert.Equal("POST", proof.GetPayloadValue<string>("htm"));
        Assert.False(proof.TryGetPayloadValue<string>("ath", out _));
    }

    [Fact]
    public async Task TokenAsync_ManyAtOnce_OneRequestUntilAMinuteBeforeTheEnd()
    {
        using var session = Session();
        var tokens = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => session.TokenAsync(CancellationToken.None).AsTask()));
        Assert.All(tokens, token => Assert.Equal("at-1", token.AccessToken));
        _clock.Advance(TimeSpan.FromSeconds(539));
        Assert.Equal("at-1", (await session.TokenAsync(CancellationToken.None)).AccessToken);
        _clock.Advance(TimeSpan.FromSeconds(1));
        tokens = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => session.TokenAsync(CancellationToken.None).AsTask()));
        Assert.All(tokens, token => Assert.Equal("at-2", token.AccessToken));
        Assert.Equal(2, _provider.TokenRequests.Count);
    }

    [Fact]
    public async Task TokenAsync_LifetimeNotSaid_NotKept()
    {
        _provider.TokenFields["expires_in"] = null;
        using var session = Session();
        Assert.Equal("at-1", (await session.TokenAsync(CancellationToken.None)).AccessToken);
        Assert.Equal("at-2", (await session.TokenAsync(CancellationToken.None)).AccessToken);
    }

    [Theory]
    [InlineData("Bearer")]
    [InlineData(null)]
    public async Task TokenAsync_NotBound_Refused(string? type)
    {
        _provider.TokenFields["token_type"] = type is null ? null : JsonValue.Create(type);
        Assert.Contains("token_type is not DPoP", await FailureAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task TokenAsync_TokenThatWouldBreakTheHeader_Refused()
    {
        _provider.TokenFields["access_token"] = "a\r\nCookie: b";
        Assert.Contains("no access token that can be sent", await FailureAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task TokenAsync_NonceAsked_OneRetry()
    {
        _provider.NoncesToAsk = 1;
        using var session = Session();
        Assert.Equal("at-2", (await session.TokenAsync(CancellationToken.None)).AccessToken);
        Assert.Equal("n-1", _provider.ProofOf(1).GetPayloadValue<string>("nonce"));
    }

    [Fact]
    public async Task TokenAsync_NonceAskedTwice_RefusedAfterOneRetry()
    {
        _provider.NoncesToAsk = 5;
        Assert.Equal("no token: HTTP 400, use_dpop_nonce", await FailureAsync());
        Assert.Equal(2, _provider.TokenRequests.Count);
    }

    [Theory]
    [InlineData(401, "{\"error\":\"invalid_client\",\"error_description\":\"jan\"}", "no token: HTTP 401, invalid_client")]
    [InlineData(400, "{\"error\":\"<script>jan</script>\"}", "no token: HTTP 400, no reason given")]
    [InlineData(500, "jan", "no token: HTTP 500, no reason given")]
    [InlineData(200, "<html>jan", "the answer of the token endpoint is not JSON")]
    [InlineData(200, "[]", "the answer of the token endpoint is not a JSON object")]
    public async Task TokenAsync_Refused_SaysTheCodeAndNothingElse(int status, string body, string message)
    {
        _provider.TokenError = (status, body);
        Assert.Equal(message, await FailureAsync());
    }

    [Fact]
    public async Task TokenAsync_DiscoveryOfAnother_Refused()
    {
        _provider.Discovery["issuer"] = "https://elsewhere.example/";
        Assert.Equal("the discovery document is about another issuer", await FailureAsync());
        Assert.Empty(_provider.TokenRequests);
    }

    [Fact]
    public async Task TokenAsync_FailedOnce_AskedAgain()
    {
        _provider.TokenError = (503, "");
        using var session = Session();
        await Assert.ThrowsAsync<VaultSignInException>(() => session.TokenAsync(CancellationToken.None).AsTask());
        _provider.TokenError = null;
        Assert.Equal("at-2", (await session.TokenAsync(CancellationToken.None)).AccessToken);
    }

    private async Task<string> FailureAsync()
    {
        using var session = Session();
        return (await Assert.ThrowsAsync<VaultSignInException>(() => session.TokenAsync(CancellationToken.None).AsTask())).Message;
    }

    private ClientCredentialsSession Session(string id = "id", string secret = "secret") =>
        new(_harness.Http, new Uri(_provider.Issuer), new Uri(_provider.WebId), id, secret, _clock);
}
