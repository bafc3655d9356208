using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using SolidLoonfiches.Rdf;

namespace SolidLoonfiches.Vault.Tests;

public sealed class ServiceIdentityTests
{
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 11, 23, 18, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task TokenAsync_SelfIssued_WhatVaultsAskForAndBoundToTheKey()
    {
        await using var harness = new Harness(clock: _clock);
        var (text, key) = await harness.Identity.TokenAsync(CancellationToken.None);
        var token = new JsonWebToken(text);
        Assert.Equal("at+jwt", token.Typ);
        Assert.Equal("https://loonfiches.example/id#it", token.GetPayloadValue<string>("webid"));
        Assert.Equal("https://loonfiches.example/", token.Issuer);
        Assert.Equal("solid", Assert.Single(token.Audiences));
        Assert.Equal("https://loonfiches.example/client.jsonld", token.GetPayloadValue<string>("client_id"));
        Assert.Equal(300, token.GetPayloadValue<long>("exp") - token.GetPayloadValue<long>("iat"));
        Assert.Equal(_clock.GetUtcNow().ToUnixTimeSeconds(), token.GetPayloadValue<long>("iat"));
        Assert.Equal(key.Thumbprint, token.GetPayloadValue<JsonElement>("cnf").GetProperty("jkt").GetString());

        var keys = new JsonWebKeySet(await harness.Identity.JwksAsync(CancellationToken.None));
        Assert.Equal(token.Kid, Assert.Single(keys.Keys).Kid);
        Assert.All(keys.Keys, published => Assert.False(published.HasPrivateKey));
        var result = await new JsonWebTokenHandler().ValidateTokenAsync(text, new TokenValidationParameters
        {
            IssuerSigningKeys = keys.GetSigningKeys(),
            ValidIssuer = "https://loonfiches.example/",
            ValidAudience = "solid",
            ValidateLifetime = false,
        });
        Assert.True(result.IsValid);
    }

    [Fact]
    public async Task TokenAsync_AgainAndAgain_KeptUntilAMinuteIsLeft()
    {
        await using var harness = new Harness(clock: _clock);
        var first = (await harness.Identity.TokenAsync(CancellationToken.None)).AccessToken;
        _clock.Advance(TimeSpan.FromSeconds(239));
        Assert.Equal(first, (await harness.Identity.TokenAsync(CancellationToken.None)).AccessToken);
        _clock.Advance(TimeSpan.FromSeconds(1));
        Assert.NotEqual(first, (await harness.Identity.TokenAsync(CancellationToken.None)).AccessToken);
    }

    /// <summary>A vault whose clock runs ahead refuses a token that is good to us; one that refuses a new token as well is not asked again and again.</summary>
    [Fact]
    public async Task Refused_TokenOfSomeAge_IsReplacedAndAYoungOneKept()
    {
        await using var harness = new Harness(clock: _clock);
        var first = await harness.Identity.TokenAsync(CancellationToken.None);
        harness.Identity.Refused(first);
        Assert.Equal(first, await harness.Identity.TokenAsync(CancellationToken.None));
        _clock.Advance(TimeSpan.FromSeconds(30));
        harness.Identity.Refused(first);
        var second = await harness.Identity.TokenAsync(CancellationToken.None);
        Assert.NotEqual(first, second);
        harness.Identity.Refused(first);
        Assert.Equal(second, await harness.Identity.TokenAsync(CancellationToken.None));
    }

    [Theory]
    [InlineData("https://loonfiches.example", "https://loonfiches.example/")]
    [InlineData("https://ocmw.example/loonfiches", "https://ocmw.example/loonfiches/")]
    [InlineData("http://localhost:5000", "http://localhost:5000/")]
    public async Task Documents_AnyBase_NameOneIssuerInOneSpelling(string baseUrl, string issuer)
    {
        await using var harness = new Harness(identity: o => o.BaseUrl = new Uri(baseUrl));
        var identity = harness.Identity;
        using var discovery = JsonDocument.Parse(identity.Discovery());
        var graph = Turtle.Read(Encoding.UTF8.GetBytes(identity.WebIdDocument()), issuer + "id");
        Assert.Equal(issuer, discovery.RootElement.GetProperty("issuer").GetString());
        Assert.Equal(issuer + "jwks", discovery.RootElement.GetProperty("jwks_uri").GetString());
        Assert.Equal(issuer, Assert.Single(graph.Objects(Term.Iri(issuer + "id#it"), Term.Iri("http://www.w3.org/ns/solid/terms#oidcIssuer"))).Value);
        Assert.Equal(issuer, new JsonWebToken((await identity.TokenAsync(CancellationToken.None)).AccessToken).Issuer);
        Assert.Equal(issuer + "id#it", identity.WebId.OriginalString);
        Assert.Equal(issuer, identity.Issuer.OriginalString);
    }

    [Fact]
    public async Task ClientIdDocument_Always_ItsOwnUrlAndTheOneRedirect()
    {
        await using var harness = new Harness(identity: o => o.ClientName = "Loonfiches \"Gent\"");
        using var json = JsonDocument.Parse(harness.Identity.ClientIdDocument());
        Assert.Equal("https://www.w3.org/ns/solid/oidc-context.jsonld", json.RootElement.GetProperty("@context")[0].GetString());
        Assert.Equal("https://loonfiches.example/client.jsonld", json.RootElement.GetProperty("client_id").GetString());
        Assert.Equal("Loonfiches \"Gent\"", json.RootElement.GetProperty("client_name").GetString());
        Assert.Equal(["https://loonfiches.example/signin-vault"], json.RootElement.GetProperty("redirect_uris").EnumerateArray().Select(e => e.GetString()));
        Assert.DoesNotContain("offline_access", harness.Identity.ClientIdDocument(), StringComparison.Ordinal);
        // The name also stands in the WebID document, where quotes mean something else.
        Assert.Contains(Turtle.Read(Encoding.UTF8.GetBytes(harness.Identity.WebIdDocument()), "https://loonfiches.example/id").Triples, t => t.Object.Value == "Loonfiches \"Gent\"");
    }

    [Fact]
    public async Task JwksAsync_ForeignIssuer_NoKeysMade()
    {
        var store = new MemoryKeyStore();
        await using var harness = new Harness(store: store, identity: o => o.Foreign = new()
        {
            WebId = new Uri("https://id.example/service"),
            Issuer = new Uri("https://openid.example"),
            ClientId = "c",
            ClientSecret = "s",
        });
        Assert.Equal("{\"keys\":[]}", await harness.Identity.JwksAsync(CancellationToken.None));
        Assert.Equal("https://id.example/service", harness.Identity.WebId.OriginalString);
        Assert.Equal("https://openid.example", harness.Identity.Issuer.OriginalString);
        Assert.False(harness.Identity.IsSelfHosted);
        Assert.Empty(store.Rows);
    }

    [Fact]
    public async Task For_AKey_TheSameKeysUnderAnotherName()
    {
        await using var harness = new Harness(clock: _clock);
        var (shared, own) = (harness.Identity, harness.Identity.For("0a1b"));
        var (ofAll, ofOne) = (await shared.TokenAsync(CancellationToken.None), await own.TokenAsync(CancellationToken.None));
        var token = new JsonWebToken(ofOne.AccessToken);
        Assert.Equal("https://loonfiches.example/id/0a1b#it", own.WebId.AbsoluteUri);
        Assert.Equal((own.WebId.AbsoluteUri, own.WebId.AbsoluteUri), (token.GetPayloadValue<string>("webid"), token.Subject));
        Assert.Equal((new JsonWebToken(ofAll.AccessToken).Kid, ofAll.Key.Thumbprint), (token.Kid, ofOne.Key.Thumbprint));
        Assert.Equal(ofOne.AccessToken, (await own.TokenAsync(CancellationToken.None)).AccessToken);
        Assert.Same(shared, shared.For(null));
        var graph = Turtle.Read(Encoding.UTF8.GetBytes(shared.WebIdDocument("0a1b")), "https://loonfiches.example/id/0a1b");
        Assert.Equal("https://loonfiches.example/", Assert.Single(graph.Objects(Term.Iri(own.WebId.AbsoluteUri), Term.Iri("http://www.w3.org/ns/solid/terms#oidcIssuer"))).Value);
    }

    [Theory]
    [InlineData("https://loonfiches.example/id#it", true)]
    [InlineData("https://loonfiches.example/id/0a1b#it", true)]
    [InlineData("https://loonfiches.example/id/0a1b#me", false)]
    [InlineData("https://loonfiches.example/idee#it", false)]
    [InlineData("https://elsewhere.example/id/0a1b#it", false)]
    public async Task IsOurs_WebIds_OnlyThoseThatOurTokensSpeakFor(string webId, bool ours)
    {
        await using var harness = new Harness();
        Assert.Equal(ours, harness.Identity.IsOurs(new Uri(webId)));
    }

    [Theory]
    [InlineData(true, false, true)]
    [InlineData(false, false, false)]
    [InlineData(true, true, false)]
    public async Task GivesEachConsentItsOwn_BySettingAndOnlyWhereSelfHosted(bool setting, bool foreign, bool expected)
    {
        await using var harness = new Harness(identity: o =>
        {
            o.PerConsent = setting;
            o.Foreign = foreign ? new() { WebId = new("https://id.example/s"), Issuer = new("https://openid.example"), ClientId = "c", ClientSecret = "s" } : null;
        });
        Assert.Equal(expected, harness.Identity.GivesEachConsentItsOwn);
    }

    public static TheoryData<string, Action<ServiceIdentityOptions>> Wrong() => new()
    {
        { "no base", o => o.BaseUrl = null },
        { "http", o => o.BaseUrl = new Uri("http://loonfiches.example/") },
        { "http by number", o => o.BaseUrl = new Uri("http://127.0.0.1:5000/") },
        { "query", o => o.BaseUrl = new Uri("https://loonfiches.example/?x") },
        { "relative", o => o.BaseUrl = new Uri("/x", UriKind.Relative) },
        { "no name", o => o.ClientName = " " },
        { "too often", o => o.RotateKeyAfter = TimeSpan.FromMinutes(59) },
        { "half a foreign identity", o => o.Foreign = new() { Issuer = new Uri("https://openid.example"), ClientId = "c", ClientSecret = "s" } },
        { "no secret", o => o.Foreign = new() { WebId = new Uri("https://id.example/s"), Issuer = new Uri("https://openid.example"), ClientId = "c" } },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task AddVault_WrongIdentity_RefusedOnStart(string what, Action<ServiceIdentityOptions> wrong)
    {
        await using var harness = new Harness(identity: wrong);
        var failure = Assert.Throws<OptionsValidationException>(() => harness.Services.GetRequiredService<IStartupValidator>().Validate());
        Assert.NotEmpty(failure.Failures);
        Assert.NotEmpty(what);
    }

    [Theory]
    [InlineData(0, 20)]
    [InlineData(100_000_000, 20)]
    [InlineData(1024 * 1024, 0)]
    [InlineData(1024 * 1024, 601)]
    public async Task AddVault_WrongLimits_RefusedOnStart(int bytes, int seconds)
    {
        await using var harness = new Harness(o => (o.MaxBodyBytes, o.Timeout) = (bytes, TimeSpan.FromSeconds(seconds)));
        Assert.Throws<OptionsValidationException>(() => harness.Services.GetRequiredService<IStartupValidator>().Validate());
    }

    [Fact]
    public async Task AddVault_RightOptions_OneIdentityForAll()
    {
        await using var harness = new Harness();
        harness.Services.GetRequiredService<IStartupValidator>().Validate();
        Assert.Same(harness.Identity, harness.Services.GetRequiredService<ServiceIdentity>());
    }
}
