using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Web;
using Microsoft.IdentityModel.Tokens;

namespace SolidLoonfiches.Vault.Tests;

public sealed class VaultSignInTests : IAsyncDisposable
{
    private static readonly CancellationToken None = CancellationToken.None;
    private readonly FakeProvider _provider = new();
    private readonly Harness _harness = new();

    public async ValueTask DisposeAsync()
    {
        _provider.Dispose();
        await _harness.DisposeAsync();
    }

    private WebIdProfile Profile => new(new Uri(_provider.WebId), [new Uri(_provider.Issuer)], []);

    [Fact]
    public async Task StartAsync_Url_CarriesEverythingThatTiesTheReturn()
    {
        var (goTo, pending) = await StartAsync();
        var query = HttpUtility.ParseQueryString(goTo.Query);
        Assert.Equal(_provider.Issuer + "auth", goTo.GetLeftPart(UriPartial.Path));
        Assert.Equal("1", query["tenant"]);
        Assert.Equal("code", query["response_type"]);
        Assert.Equal("https://loonfiches.example/client.jsonld", query["client_id"]);
        Assert.Equal("https://loonfiches.example/signin-vault", query["redirect_uri"]);
        Assert.Equal("openid webid", query["scope"]);
        Assert.Equal("S256", query["code_challenge_method"]);
        Assert.Equal(Base64UrlEncoder.Encode(SHA256.HashData(Encoding.ASCII.GetBytes(pending.CodeVerifier))), query["code_challenge"]);
        using var key = DPoPKey.FromPkcs8(pending.DPoPKeyPkcs8, TimeProvider.System);
        Assert.Equal(key.Thumbprint, query["dpop_jkt"]);
        Assert.Equal([pending.State, pending.Nonce], [query["state"], query["nonce"]]);
        Assert.Equal(3, new[] { pending.State, pending.Nonce, pending.CodeVerifier }.Distinct().Count());
        Assert.InRange(pending.CodeVerifier.Length, 43, 128);
        Assert.DoesNotContain(pending.CodeVerifier, goTo.Query, StringComparison.Ordinal);
        Assert.DoesNotContain(pending.State, pending.ToString(), StringComparison.Ordinal);

        var other = (await StartAsync()).Pending;
        Assert.NotEqual(pending.State, other.State);
        Assert.NotEqual(pending.DPoPKeyPkcs8, other.DPoPKeyPkcs8);
    }

    [Fact]
    public async Task FinishAsync_GoodReturn_SessionBoundToTheKeptKey()
    {
        var (_, pending) = await StartAsync();
        pending = JsonSerializer.Deserialize<PendingSignIn>(JsonSerializer.Serialize(pending))!;
        using var session = Ends.Is<VaultSignInAnswer.SignedIn>(await FinishAsync(pending)).Session;
        Assert.Equal(_provider.WebId, session.WebId.OriginalString);
        var token = await session.TokenAsync(None);
        Assert.Equal("at-1", token.AccessToken);
        using var key = DPoPKey.FromPkcs8(pending.DPoPKeyPkcs8, TimeProvider.System);
        Assert.Equal(key.Thumbprint, token.Key.Thumbprint);
        Assert.Equal("authorization_code", _provider.Form["grant_type"]);
        Assert.Equal("the-code", _provider.Form["code"]);
        Assert.Equal(pending.CodeVerifier, _provider.Form["code_verifier"]);
        Assert.Equal("https://loonfiches.example/signin-vault", _provider.Form["redirect_uri"]);
        Assert.DoesNotContain("Authorization", _provider.TokenRequests[0].Headers!.Keys);
    }

    [Fact]
    public async Task FinishAsync_NonceAskedAtTheTokenEndpoint_SignedIn()
    {
        _provider.NoncesToAsk = 1;
        var (_, pending) = await StartAsync();
        Ends.Is<VaultSignInAnswer.SignedIn>(await FinishAsync(pending)).Session.Dispose();
    }

    [Fact]
    public async Task FinishAsync_SessionAfterItsTime_GivesNoToken()
    {
        var clock = new Microsoft.Extensions.Time.Testing.FakeTimeProvider(TimeProvider.System.GetUtcNow());
        await using var harness = new Harness(clock: clock);
        var (_, pending) = await harness.SignIn.StartAsync(Profile, harness.Identity.SignInRedirect, None);
        _provider.Nonce = pending.Nonce;
        using var session = Ends.Is<VaultSignInAnswer.SignedIn>(await harness.SignIn.FinishAsync(pending, Return(pending), None)).Session;
        clock.Advance(TimeSpan.FromSeconds(599));
        await session.TokenAsync(None);
        clock.Advance(TimeSpan.FromSeconds(1));
        await Assert.ThrowsAsync<VaultSignInException>(() => session.TokenAsync(None).AsTask());
    }

    [Fact]
    public async Task Keep_TheSession_GoesOnWithTheSameTokenKeyAndEnd()
    {
        var clock = new Microsoft.Extensions.Time.Testing.FakeTimeProvider(TimeProvider.System.GetUtcNow());
        await using var harness = new Harness(clock: clock);
        var (_, pending) = await harness.SignIn.StartAsync(Profile, harness.Identity.SignInRedirect, None);
        _provider.Nonce = pending.Nonce;
        var kept = KeptSession.Of(Ends.Is<VaultSignInAnswer.SignedIn>(await harness.SignIn.FinishAsync(pending, Return(pending), None)).Session);
        Assert.DoesNotContain("at-1", kept.ToString(), StringComparison.Ordinal);

        using var session = JsonSerializer.Deserialize<KeptSession>(JsonSerializer.Serialize(kept))!.Resume(clock);

        Assert.Equal(_provider.WebId, session.WebId.OriginalString);
        var token = await session.TokenAsync(None);
        Assert.Equal("at-1", token.AccessToken);
        using var key = DPoPKey.FromPkcs8(pending.DPoPKeyPkcs8, clock);
        Assert.Equal(key.Thumbprint, token.Key.Thumbprint);
        clock.Advance(TimeSpan.FromSeconds(600));
        await Assert.ThrowsAsync<VaultSignInException>(() => session.TokenAsync(None).AsTask());
    }

    [Fact]
    public void Keep_TheServicesOwnSession_IsRefused() => Assert.Throws<ArgumentException>(() => KeptSession.Of((VaultSession)_harness.Services.GetService(typeof(VaultSession))!));

    [Fact]
    public async Task FinishAsync_AccessDenied_Cancelled()
    {
        var (_, pending) = await StartAsync();
        Ends.Is<VaultSignInAnswer.Cancelled>(await FinishAsync(pending, query => Set(query, ("code", null), ("error", "access_denied"))));
        Assert.Empty(_provider.TokenRequests);
    }

    public static TheoryData<string, string, string?> WrongReturns() => new()
    {
        { "the state is not the one that was sent", "state", "another" },
        { "the state is not the one that was sent", "state", null },
        { "another issuer answered than was asked", "iss", "https://elsewhere.example/" },
        { "the issuer promised to name itself and did not", "iss", null },
        { "there is no code", "code", null },
        { "there is no code", "code", "" },
        { "the identity provider answered server_error", "error", "server_error" },
        { "the identity provider answered an error without a name", "error", "<jan>" },
    };

    [Theory]
    [MemberData(nameof(WrongReturns))]
    public async Task FinishAsync_WrongReturn_FailedWithoutAskingForAToken(string detail, string name, string? value)
    {
        var (_, pending) = await StartAsync();
        Assert.Equal(detail, Ends.Is<VaultSignInAnswer.Failed>(await FinishAsync(pending, query => Set(query, (name, value)))).Detail);
        Assert.Empty(_provider.TokenRequests);
    }

    [Fact]
    public async Task FinishAsync_DeniedWithAnotherState_FailedNotCancelled()
    {
        var (_, pending) = await StartAsync();
        Ends.Is<VaultSignInAnswer.Failed>(await FinishAsync(pending, query => Set(query, ("state", "x"), ("error", "access_denied"))));
    }

    public static TheoryData<string, object?> WrongClaims() => new()
    {
        { "iss", "https://elsewhere.example/" },
        { "iss", null },
        { "aud", "https://other-client.example/client.jsonld" },
        { "aud", new[] { "https://loonfiches.example/client.jsonld", "https://other.example/" } },
        { "aud", null },
        { "nonce", "another" },
        { "nonce", null },
        { "exp", 1_700_000_000L },
        { "exp", null },
        { "nbf", 4_000_000_000L },
        { "webid", null },
    };

    [Theory]
    [MemberData(nameof(WrongClaims))]
    public async Task FinishAsync_WrongIdToken_Failed(string claim, object? value)
    {
        var (_, pending) = await StartAsync();
        _provider.IdClaims[claim] = value;
        var failed = Ends.Is<VaultSignInAnswer.Failed>(await FinishAsync(pending));
        Assert.Contains("ID token", failed.Detail, StringComparison.Ordinal);
        Assert.DoesNotContain("://", failed.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task FinishAsync_SignedByAnother_Failed()
    {
        using var other = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var (_, pending) = await StartAsync();
        _provider.OtherSignature = EcJwk.CredentialsOf(other, "k1");
        Ends.Is<VaultSignInAnswer.Failed>(await FinishAsync(pending));
    }

    [Fact]
    public async Task FinishAsync_SharedSecretOrUnsigned_Failed()
    {
        var (_, pending) = await StartAsync();
        _provider.OtherSignature = new SigningCredentials(new SymmetricSecurityKey(new byte[64]) { KeyId = "k1" }, SecurityAlgorithms.HmacSha256);
        Ends.Is<VaultSignInAnswer.Failed>(await FinishAsync(pending));
        _provider.TokenFields["id_token"] = "eyJhbGciOiJub25lIn0." + Base64UrlEncoder.Encode($$"""{"iss":"{{_provider.Issuer}}","aud":"{{_provider.ClientId}}","nonce":"{{pending.Nonce}}","exp":4000000000,"webid":"{{_provider.WebId}}"}""") + ".";
        Ends.Is<VaultSignInAnswer.Failed>(await FinishAsync(pending));
    }

    [Theory]
    [InlineData("token_type", "Bearer")]
    [InlineData("access_token", null)]
    [InlineData("id_token", null)]
    [InlineData("id_token", "garbage")]
    public async Task FinishAsync_WrongTokenAnswer_Failed(string field, string? value)
    {
        var (_, pending) = await StartAsync();
        _provider.TokenFields[field] = value is null ? null : JsonValue.Create(value);
        Ends.Is<VaultSignInAnswer.Failed>(await FinishAsync(pending));
    }

    [Fact]
    public async Task FinishAsync_AnotherWebId_OtherPerson()
    {
        var (_, pending) = await StartAsync();
        _provider.IdClaims["webid"] = _provider.Issuer + "piet/card#me";
        Ends.Is<VaultSignInAnswer.OtherPerson>(await FinishAsync(pending));
        // Of one document, another fragment is another person.
        _provider.IdClaims["webid"] = _provider.Issuer + "jan/card#you";
        Ends.Is<VaultSignInAnswer.OtherPerson>(await FinishAsync(pending));
    }

    [Fact]
    public async Task FinishAsync_WebIdNoLongerNamesTheIssuer_Failed()
    {
        var (_, pending) = await StartAsync();
        _provider.WebIdDocument = "<#me> <http://www.w3.org/ns/solid/terms#oidcIssuer> <https://elsewhere.example/> .";
        Assert.Equal("the WebID document does not name this issuer", Ends.Is<VaultSignInAnswer.Failed>(await FinishAsync(pending)).Detail);
    }

    [Fact]
    public async Task FinishAsync_KeptKeyIsNone_Failed()
    {
        var (_, pending) = await StartAsync();
        Assert.Equal("what was kept holds no key", Ends.Is<VaultSignInAnswer.Failed>(await FinishAsync(pending with { DPoPKeyPkcs8 = [1, 2, 3] })).Detail);
    }

    [Theory]
    [InlineData("issuer", "https://elsewhere.example/")]
    [InlineData("issuer", null)]
    [InlineData("authorization_endpoint", null)]
    [InlineData("authorization_endpoint", "http://elsewhere.example/auth")]
    [InlineData("authorization_endpoint", "javascript:alert(1)")]
    [InlineData("token_endpoint", null)]
    [InlineData("jwks_uri", null)]
    public async Task StartAsync_WrongDiscovery_Refused(string field, string? value)
    {
        _provider.Discovery[field] = value;
        await Assert.ThrowsAsync<VaultSignInException>(StartAsync);
    }

    [Theory]
    [InlineData("issuer")]
    [InlineData("token_endpoint")]
    [InlineData("jwks_uri")]
    public async Task StartAsync_DiscoveryWithHalfACharacter_Refused(string field)
    {
        _provider.Discovery[field] = "half";
        _provider.DiscoveryAsSent = text => text.Replace("\"half\"", "\"https://a\\ud800.example/\"", StringComparison.Ordinal);
        await Assert.ThrowsAsync<VaultSignInException>(StartAsync);
    }

    [Fact]
    public async Task FinishAsync_ErrorWithHalfACharacter_Failed()
    {
        var (_, pending) = await StartAsync();
        _provider.TokenError = (400, """{"error":"\ud800"}""");
        Assert.Equal("no token: HTTP 400, no reason given", Ends.Is<VaultSignInAnswer.Failed>(await FinishAsync(pending)).Detail);
    }

    [Theory]
    [InlineData("code_challenge_methods_supported", "plain")]
    [InlineData("dpop_signing_alg_values_supported", "RS256")]
    public async Task StartAsync_ProviderWithoutPkceOrDPoP_Refused(string field, string only)
    {
        _provider.Discovery[field] = new JsonArray(only);
        await Assert.ThrowsAsync<VaultSignInException>(StartAsync);
    }

    [Fact]
    public async Task StartAsync_FirstIssuerGone_TheNextOne()
    {
        var profile = Profile with { Issuers = [new Uri($"http://localhost:{SolidServer.FreePort()}/"), .. Profile.Issuers] };
        var (_, pending) = await _harness.SignIn.StartAsync(profile, _harness.Identity.SignInRedirect, None);
        Assert.Equal(_provider.Issuer, pending.Issuer.OriginalString);
    }

    [Theory]
    [InlineData("https://id.example", "https://id.example/", true)]
    [InlineData("https://id.example/", "https://id.example/", true)]
    [InlineData("https://id.example/a", "https://id.example/a/", false)]
    [InlineData("https://id.example", "https://ID.example", false)]
    [InlineData("https://id.example", "https://id.example:443/", false)]
    [InlineData("https://id.example", "http://id.example/", false)]
    public void Same_Issuers_OnlyTheRootSlashDiffers(string one, string other, bool same)
    {
        Assert.Equal(same, IssuerName.Same(one, other));
        Assert.Equal(same, IssuerName.Same(other, one));
    }

    private async Task<(Uri GoTo, PendingSignIn Pending)> StartAsync()
    {
        var started = await _harness.SignIn.StartAsync(Profile, _harness.Identity.SignInRedirect, None);
        _provider.Nonce = started.Pending.Nonce;
        return started;
    }

    private Task<VaultSignInAnswer> FinishAsync(PendingSignIn pending, Action<Dictionary<string, string>>? change = null)
    {
        var query = Return(pending);
        change?.Invoke(query);
        return _harness.SignIn.FinishAsync(pending, query, None);
    }

    private Dictionary<string, string> Return(PendingSignIn pending) =>
        new(StringComparer.Ordinal) { ["code"] = "the-code", ["state"] = pending.State, ["iss"] = _provider.Issuer };

    private static void Set(Dictionary<string, string> query, params (string Name, string? Value)[] fields)
    {
        foreach (var (name, value) in fields)
        {
            query.Remove(name);
            if (value is not null)
            {
                query[name] = value;
            }
        }
    }
}
