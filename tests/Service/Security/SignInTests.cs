using System.Net;
using System.Web;
using Microsoft.EntityFrameworkCore;

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
}
