using System.Net;
using System.Security.Cryptography;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace SolidLoonfiches.Service.Tests.Security;

/// <summary>What an attacker, or time, does to a sign-in and a session.</summary>
public sealed class SessionTests
{
    [Fact]
    public async Task Return_ASecondTime_IsRefused()
    {
        await using var provider = new TestProvider();
        var browser = await provider.Site.BrowserAsync();
        var back = provider.Leave((await browser.GetAsync("/signin")).Headers.Location!, World.WorkerOfGent);
        Assert.Equal("/start", await TestProvider.FollowAsync(browser, back));
        // The same code and state again, from the history of the browser or from a log on the way.
        Assert.Equal("/signinfailed", await TestProvider.FollowAsync(browser, back));
    }

    [Fact]
    public async Task Return_InAnotherBrowser_IsRefused()
    {
        await using var provider = new TestProvider();
        var (attacker, victim) = (await provider.Site.BrowserAsync(), await provider.Site.BrowserAsync());
        var back = provider.Leave((await attacker.GetAsync("/signin")).Headers.Location!, World.Citizen(World.CarlInsz));
        // The victim is given the attacker's return address, and would work in the attacker's session.
        Assert.Equal("/signinfailed", await TestProvider.FollowAsync(victim, back));
        Assert.Equal(HttpStatusCode.Redirect, (await victim.GetAsync("/citizen")).StatusCode);
    }

    [Fact]
    public async Task Return_TokenOfAnotherSignIn_IsRefused()
    {
        await using var provider = new TestProvider { OtherNonce = "of-an-earlier-sign-in" };
        var browser = await provider.Site.BrowserAsync();
        Assert.Equal("/signinfailed", await provider.ReturnAsync(browser, World.WorkerOfGent));
        Assert.Equal(HttpStatusCode.Redirect, (await browser.GetAsync("/socialworker")).StatusCode);
    }

    [Theory]
    [InlineData("/signin?returnUrl=https://elsewhere.example/")]
    [InlineData("/signin?ReturnUrl=//elsewhere.example/")]
    [InlineData("/signin?redirect_uri=https://elsewhere.example/&RedirectUri=https://elsewhere.example/")]
    public async Task SignIn_AddressToGoOnTo_IsNotTaken(string signIn)
    {
        await using var provider = new TestProvider();
        var browser = await provider.Site.BrowserAsync();
        var back = provider.Leave((await browser.GetAsync(signIn)).Headers.Location!, World.Citizen(World.BeaInsz));
        Assert.Equal("http://localhost:5480/signin-oidc", provider.Asked["redirect_uri"]);
        Assert.Equal("/start", await TestProvider.FollowAsync(browser, back));
    }

    [Theory]
    [InlineData("https://elsewhere.example/socialworker")]
    [InlineData("//elsewhere.example/socialworker")]
    public async Task PersonalPage_AsNobody_ComesBackToThisSiteOnly(string host)
    {
        await using var provider = new TestProvider();
        var browser = await provider.Site.BrowserAsync();
        var ask = new HttpRequestMessage(HttpMethod.Get, "/socialworker");
        ask.Headers.TryAddWithoutValidation("X-Forwarded-Host", host);
        ask.Headers.Host = "elsewhere.example";
        var back = provider.Leave((await browser.SendAsync(ask)).Headers.Location!, World.WorkerOfGent);
        Assert.Equal("http://localhost:5480/signin-oidc", provider.Asked["redirect_uri"]);
        var landing = await TestProvider.FollowAsync(browser, back);
        Assert.StartsWith("http://localhost:5480/", new Uri(new Uri("http://localhost:5480/"), landing).AbsoluteUri, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SignIn_OverASessionThatWasPlanted_GivesANewOneAndNothingToTheOld()
    {
        await using var provider = new TestProvider();
        await World.MakeAsync(provider.Site);
        var browser = await provider.SignInAsync(World.Citizen(World.CarlInsz));
        var planted = await SessionCookieAsync(provider, World.Citizen(World.CarlInsz));
        // The victim signs in where the attacker's session stands.
        Assert.Equal("/start", await provider.ReturnAsync(browser, World.Citizen(World.BeaInsz)));
        Assert.Contains("2026-0002", await browser.ReadAsync("/citizen"), StringComparison.Ordinal);

        var attacker = await provider.Site.BrowserAsync();
        attacker.DefaultRequestHeaders.Add("Cookie", planted);
        Assert.DoesNotContain("2026-0002", await attacker.ReadAsync("/citizen"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task SignIn_WithAnotherRole_LeavesNothingOfTheFirst()
    {
        await using var provider = new TestProvider();
        var browser = await provider.SignInAsync(World.WorkerOfGent);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/socialworker")).StatusCode);
        // The role was taken away; the same person is a citizen now.
        Assert.Equal("/start", await provider.ReturnAsync(browser, [("sub", "worker-gent"), ("name", "Wim Werker"), ("rrn", World.AnInsz.Value), ("vo_orgcode", World.Gent)]));
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync("/socialworker")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/citizen")).StatusCode);
    }

    [Fact]
    public async Task Session_UsedAllDay_EndsAllTheSame()
    {
        var clock = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        await using var provider = new TestProvider(services => services.AddSingleton<TimeProvider>(clock));
        var browser = await provider.SignInAsync(World.WorkerOfGent);
        for (var worked = TimeSpan.Zero; worked < TimeSpan.FromHours(8); worked += TimeSpan.FromMinutes(20))
        {
            var status = (await browser.GetAsync("/socialworker")).StatusCode;
            Assert.True(status == HttpStatusCode.OK, $"{status} after {worked}");
            clock.Advance(TimeSpan.FromMinutes(20));
        }

        Assert.Equal(HttpStatusCode.Redirect, (await browser.GetAsync("/socialworker")).StatusCode);
    }

    [Theory]
    [InlineData("urn:be:vlaanderen:authmech:eid", "/start")]
    [InlineData("urn:be:vlaanderen:authmech:password", "/signinfailed/assurance")]
    [InlineData(null, "/signinfailed/assurance")]
    public async Task SignIn_MinimumAssurance_AskedForAndHeld(string? acr, string landing)
    {
        await using var provider = new TestProvider(null, ("Login:Assurance:0", "urn:be:vlaanderen:authmech:eid"), ("Login:Assurance:1", "urn:be:vlaanderen:authmech:itsme"));
        var browser = await provider.Site.BrowserAsync();
        Assert.Equal(landing, await provider.ReturnAsync(browser, [.. World.WorkerOfGent, .. acr is null ? [] : (ReadOnlySpan<(string, string)>)[("acr", acr)]]));
        Assert.Equal("urn:be:vlaanderen:authmech:eid urn:be:vlaanderen:authmech:itsme", provider.Asked["acr_values"]);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task SignIn_WithAPrivateKey_SignsInsteadOfASecret(bool ec)
    {
        using AsymmetricAlgorithm key = ec ? ECDsa.Create(ECCurve.NamedCurves.nistP256) : RSA.Create(2048);
        var file = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(file, key.ExportPkcs8PrivateKeyPem(), TestContext.Current.CancellationToken);
            await using var provider = new TestProvider(null, ("Login:PrivateKeyFile", file), ("Login:KeyId", "k-2026"), ("Login:ClientSecret", ""));
            await provider.SignInAsync(World.WorkerOfGent);

            Assert.Null(provider.Form["client_secret"]);
            Assert.Equal("urn:ietf:params:oauth:client-assertion-type:jwt-bearer", provider.Form["client_assertion_type"]);
            SecurityKey publicKey = key is ECDsa own ? new ECDsaSecurityKey(own) : new RsaSecurityKey((RSA)key);
            var result = await new JsonWebTokenHandler().ValidateTokenAsync(provider.Form["client_assertion"], new TokenValidationParameters
            {
                IssuerSigningKey = publicKey,
                ValidIssuer = "loonfiches",
                ValidAudience = Site.Provider + "/op/v1/token",
                ClockSkew = TimeSpan.FromSeconds(5),
            });
            Assert.True(result.IsValid, result.Exception?.Message);
            var token = (JsonWebToken)result.SecurityToken;
            Assert.Equal(("loonfiches", "k-2026"), (token.Subject, token.Kid));
            Assert.InRange(token.ValidTo - token.IssuedAt, TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(2));
            Assert.NotEmpty(token.Id);
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static async Task<string> SessionCookieAsync(TestProvider provider, (string, string)[] claims)
    {
        var browser = await provider.Site.BrowserAsync();
        var back = provider.Leave((await browser.GetAsync("/signin")).Headers.Location!, claims);
        var answer = await browser.GetAsync(back);
        return answer.Headers.GetValues("Set-Cookie").Single(cookie => cookie.StartsWith("loonfiches=", StringComparison.Ordinal)).Split(';')[0];
    }
}
