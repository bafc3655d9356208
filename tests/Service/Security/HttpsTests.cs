using System.Net;

namespace SolidLoonfiches.Service.Tests.Security;

/// <summary>What changes where the service stands at an https address.</summary>
public sealed class HttpsTests : IAsyncDisposable
{
    private readonly Site _site = new(("Service:BaseUrl", "https://loonfiches.test/"), ("Login:Authority", "https://login.test/"), ("Vault:AllowLoopback", "false"));

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Fact]
    public async Task Get_OverHttps_HasHstsAndCookiesOfThisHost()
    {
        var browser = await _site.BrowserAsync();
        var answer = await browser.GetAsync("/signin");
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.StartsWith("max-age=", answer.Headers.GetValues("Strict-Transport-Security").Single(), StringComparison.Ordinal);
        var withForm = await browser.GetAsync("/signout");
        Assert.All(answer.Headers.GetValues("Set-Cookie").Concat(withForm.Headers.GetValues("Set-Cookie")), cookie =>
        {
            Assert.StartsWith("__Host-", cookie, StringComparison.Ordinal);
            Assert.Contains("secure", cookie, StringComparison.OrdinalIgnoreCase);
            Assert.Matches("(?i)path=/(;|$)", cookie);
        });
    }

    [Fact]
    public async Task Get_OverHttp_IsSentToHttpsWithoutItsQuery()
    {
        var browser = _site.CreateClient(new() { AllowAutoRedirect = false, BaseAddress = new Uri("http://evil.test/") });
        var answer = await browser.GetAsync("/signin-vault?code=secret");
        Assert.Equal(HttpStatusCode.PermanentRedirect, answer.StatusCode);
        Assert.Equal("https://loonfiches.test/signin-vault", answer.Headers.Location!.OriginalString);
        Assert.Equal("loonfiches.test", new Uri((await browser.GetAsync("/http://evil.test/")).Headers.Location!.OriginalString).Host);
    }

    [Fact]
    public async Task Post_OverHttp_IsRefused()
    {
        var browser = _site.CreateClient(new() { AllowAutoRedirect = false, BaseAddress = new Uri("http://loonfiches.test/") });
        Assert.Equal(HttpStatusCode.BadRequest, (await browser.PostAsync("/signout", new FormUrlEncodedContent([]))).StatusCode);
    }

    [Fact]
    public async Task Get_BehindABalancerThatEndsTls_CountsAsHttpsAndAsOurHost()
    {
        var browser = _site.CreateClient(new() { AllowAutoRedirect = false, BaseAddress = new Uri("http://10.0.0.7/") });
        browser.DefaultRequestHeaders.Add("X-Forwarded-Proto", "https");
        var answer = await browser.GetAsync("/signin");
        Assert.Equal("https://loonfiches.test/signin-oidc", System.Web.HttpUtility.ParseQueryString(answer.Headers.Location!.Query)["redirect_uri"]);
    }
}
