using System.Net;
using System.Security.Cryptography;
using System.Web;
using Microsoft.EntityFrameworkCore;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace SolidLoonfiches.Service.Tests.Security;

/// <summary>The whole sign-in by OpenID Connect, with a provider that signs what a test gives it.</summary>
public sealed class SignInTests
{
    [Fact]
    public async Task SignIn_Challenge_UsesCodeAndPkceAndKeepsCookiesToItself()
    {
        await using var provider = new TestProvider();
        var answer = await (await provider.Site.BrowserAsync()).GetAsync("/signin");
        var query = HttpUtility.ParseQueryString(answer.Headers.Location!.Query);
        Assert.Equal("code", query["response_type"]);
        Assert.Equal("S256", query["code_challenge_method"]);
        Assert.Equal("http://localhost:5480/signin-oidc", query["redirect_uri"]);
        Assert.All(answer.Headers.GetValues("Set-Cookie"), cookie =>
        {
            Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
            Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
        });
    }

    [Fact]
    public async Task SignIn_Citizen_LandsOnTheirOverview()
    {
        await using var provider = new TestProvider();
        var browser = await provider.SignInAsync(World.Citizen(World.BeaInsz));
        Assert.Equal("/citizen", (await browser.GetAsync("/start")).Headers.Location!.OriginalString);
        Assert.Contains("Bea Burgerzoon", await browser.ReadAsync("/citizen"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task SignIn_SocialWorker_IsKeptWithNameAndAddress()
    {
        await using var provider = new TestProvider();
        var browser = await provider.SignInAsync(World.WorkerOfGent);
        Assert.Equal("/socialworker", (await browser.GetAsync("/start")).Headers.Location!.OriginalString);
        await provider.SignInAsync(World.Worker("worker-gent", "Wim Andersgeschreven", World.Gent));
        var member = await provider.Site.InDatabaseAsync(db => db.Staff.SingleAsync());
        Assert.Equal(("worker-gent", "Wim Andersgeschreven", "worker-gent@ocmw.test", World.Gent), (member.Id, member.Name, member.Email, member.OcmwKbo));
    }

    [Fact]
    public async Task SignIn_OfAnOcmwThatIsNotHere_IsRefusedWithAReason()
    {
        await using var provider = new TestProvider();
        var browser = await provider.Site.BrowserAsync();
        Assert.Equal("/signinfailed/ocmw", await provider.ReturnAsync(browser, World.Worker("x", "Xan", "0207442616")));
        Assert.Contains("Uw OCMW gebruikt deze dienst niet", await browser.ReadAsync("/signinfailed/ocmw"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await browser.GetAsync("/socialworker")).StatusCode);
    }

    [Fact]
    public async Task SignIn_WithoutInszAndRole_IsRefusedWithAReason()
    {
        await using var provider = new TestProvider();
        Assert.Equal("/signinfailed/nobody", await provider.ReturnAsync(await provider.Site.BrowserAsync(), [("sub", "x"), ("name", "Niemand")]));
    }

    [Fact]
    public async Task SignIn_TokenOfAnotherKey_IsRefused()
    {
        await using var provider = new TestProvider();
        provider.UseAnotherKey();
        var browser = await provider.Site.BrowserAsync();
        Assert.Equal("/signinfailed", await provider.ReturnAsync(browser, World.WorkerOfGent));
        Assert.Equal(HttpStatusCode.Redirect, (await browser.GetAsync("/socialworker")).StatusCode);
    }

    [Fact]
    public async Task SignOut_Post_EndsTheSessionHereAndAtTheProviderWithoutPersonalData()
    {
        await using var provider = new TestProvider();
        var browser = await provider.SignInAsync(World.Citizen(World.BeaInsz));
        var answer = await browser.SendFormAsync("/citizen", "/signout");
        Assert.StartsWith(Site.Provider + "/op/v1/logout", answer.Headers.Location!.AbsoluteUri, StringComparison.Ordinal);
        var query = HttpUtility.ParseQueryString(answer.Headers.Location.Query);
        Assert.Equal("loonfiches", query["client_id"]);
        Assert.Equal("http://localhost:5480/signout-callback-oidc", query["post_logout_redirect_uri"]);
        Assert.Null(query["id_token_hint"]);
        Assert.Equal(HttpStatusCode.Redirect, (await browser.GetAsync("/citizen")).StatusCode);
    }

    /// <summary>Site and provider: the browser's part of the provider is done by <see cref="ReturnAsync"/>, the token endpoint by this class.</summary>
    private sealed class TestProvider : HttpMessageHandler, IAsyncDisposable
    {
        private ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        private (string Type, string Value)[] _claims = [];
        private string _nonce = "";

        public TestProvider()
        {
            Site = new Site { Backchannel = this };
            Site.Metadata.SigningKeys.Add(new ECDsaSecurityKey(_key) { KeyId = "k" });
        }

        public Site Site { get; }

        public void UseAnotherKey() => _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);

        public async Task<HttpClient> SignInAsync((string, string)[] claims)
        {
            var browser = await Site.BrowserAsync();
            Assert.Equal("/start", await ReturnAsync(browser, claims));
            return browser;
        }

        /// <summary>Where the site sends the browser after it came back from the provider as this person.</summary>
        public async Task<string> ReturnAsync(HttpClient browser, (string, string)[] claims)
        {
            var query = HttpUtility.ParseQueryString((await browser.GetAsync("/signin")).Headers.Location!.Query);
            (_claims, _nonce) = (claims, query["nonce"]!);
            var answer = await browser.GetAsync($"/signin-oidc?code=c&state={Uri.EscapeDataString(query["state"]!)}");
            return answer.Headers.Location!.OriginalString;
        }

        public ValueTask DisposeAsync() => Site.DisposeAsync();

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var roles = _claims.Where(claim => claim.Type.EndsWith("_rol_3d", StringComparison.Ordinal)).Select(claim => (object)claim.Value).ToList();
            var claims = _claims.Where(claim => !claim.Type.EndsWith("_rol_3d", StringComparison.Ordinal)).ToDictionary(claim => claim.Type, claim => (object)claim.Value);
            claims["nonce"] = _nonce;
            claims["loonfiches_rol_3d"] = roles;
            var now = TimeProvider.System.GetUtcNow().UtcDateTime;
            var token = new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
            {
                Issuer = Site.Provider + "/",
                Audience = "loonfiches",
                IssuedAt = now,
                NotBefore = now,
                Expires = now.AddMinutes(5),
                Claims = claims,
                SigningCredentials = new SigningCredentials(new ECDsaSecurityKey(_key) { KeyId = "k" }, SecurityAlgorithms.EcdsaSha256),
            });
            return Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK)
            {
                Content = new StringContent($$"""{"access_token":"a","token_type":"Bearer","expires_in":300,"id_token":"{{token}}"}""", System.Text.Encoding.UTF8, "application/json"),
            });
        }
    }
}
