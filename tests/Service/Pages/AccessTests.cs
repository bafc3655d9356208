using System.Net;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace SolidLoonfiches.Service.Tests.Pages;

/// <summary>Who can open what: walks every page and every endpoint that the site has.</summary>
public sealed class AccessTests : IAsyncLifetime
{
    private readonly Site _site = new();
    private World _world = null!;
    private Walk _walk = null!;

    public async ValueTask InitializeAsync()
    {
        _world = await World.MakeAsync(_site);
        _walk = new Walk(_site, _world);
    }

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Fact]
    public async Task Get_EveryPersonalPageAsNobody_GoesToSignIn()
    {
        var browser = await _site.BrowserAsync();
        var pages = Pages().Where(page => AccessTable.Of(page.ViewEnginePath) is { IsOpen: false }).ToList();
        Assert.True(pages.Count >= 18, $"{pages.Count} pages found");
        foreach (var page in pages)
        {
            var answer = await browser.GetAsync(Address(page));
            Assert.True(answer.StatusCode == HttpStatusCode.Redirect, $"{page.ViewEnginePath}: {answer.StatusCode}");
            Assert.StartsWith(Site.Provider + "/op/v1/auth", answer.Headers.Location!.AbsoluteUri, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Get_EveryPageOfADossierAsWorkerOfAnotherOcmw_SaysWhatItSaysOfOneThatIsNot()
    {
        var other = await _site.BrowserAsync(World.WorkerOfAalst);
        foreach (var page in Pages().Where(page => page.ViewEnginePath.StartsWith("/SocialWorker/", StringComparison.Ordinal) && page.AttributeRouteInfo!.Template!.Contains(":guid", StringComparison.Ordinal)))
        {
            Assert.Equal(await PlainAsync(await other.GetAsync(Address(page, Guid.NewGuid()))), await PlainAsync(await other.GetAsync(Address(page))));
        }
    }

    [Fact]
    public async Task Get_ListsOfAnotherOcmw_ShowNothingOfOurs()
    {
        var browser = await _site.BrowserAsync(World.WorkerOfAalst);
        foreach (var page in (string[])["/socialworker", "/socialworker?all=true", "/socialworker/work?all=true", "/socialworker/dossiers", "/socialworker/runs"])
        {
            var text = await browser.ReadAsync(page);
            Assert.DoesNotContain("Burgerzoon", text, StringComparison.Ordinal);
            Assert.DoesNotContain("2026-0002", text, StringComparison.Ordinal);
            Assert.DoesNotContain("7 van 12", text, StringComparison.Ordinal);
        }

        Assert.Contains("98 van 99", await browser.ReadAsync("/socialworker/runs"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_PagesOfAnotherCitizen_AreAbsent()
    {
        var browser = await _site.BrowserAsync(World.Citizen(World.CarlInsz));
        foreach (var page in (string[])["request", "preview"])
        {
            // Somebody else's question answers as one that never was.
            var somebodyElses = await browser.GetAsync($"/citizen/{page}/{_world.Asked.Id}");
            Assert.Equal(HttpStatusCode.NotFound, somebodyElses.StatusCode);
            Assert.Equal(await PlainAsync(await browser.GetAsync($"/citizen/{page}/{Guid.NewGuid()}")), await PlainAsync(somebodyElses));
        }

        foreach (var handler in (string[])["Look", "Refuse", "Renew"])
        {
            Assert.Equal(HttpStatusCode.NotFound, (await browser.SendFormAsync("/citizen", $"/citizen/request/{_world.Asked.Id}?handler={handler}", ("VaultAddress", "https://vault.test/x#me"))).StatusCode);
        }

        foreach (var handler in (string[])["Look", "Refuse", "Give"])
        {
            Assert.Equal(HttpStatusCode.NotFound, (await browser.SendFormAsync("/citizen", $"/citizen/preview/{_world.Asked.Id}?handler={handler}")).StatusCode);
        }

        Assert.Null((await _site.InDatabaseAsync(db => db.ConsentRequests.SingleAsync(request => request.Id == _world.Asked.Id))).EndedAt);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"/citizen/withdraw/{_world.Consent.Id}")).StatusCode);
        foreach (var handler in (string[])["", "?handler=Close", "?handler=LookAgain", "?handler=Narrow"])
        {
            Assert.Equal(HttpStatusCode.NotFound, (await browser.SendFormAsync("/citizen", $"/citizen/withdraw/{_world.Consent.Id}{handler}")).StatusCode);
        }
    }

    [Fact]
    public async Task Every_Answer_HasSecurityHeaders()
    {
        var browser = await _site.BrowserAsync(World.WorkerOfGent);
        var endpoints = _site.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>().ToList();
        Assert.True(endpoints.Count > 25, $"{endpoints.Count} endpoints found");
        foreach (var address in endpoints.Select(_walk.Address).Append("/not-there"))
        {
            var answer = await browser.GetAsync(address);
            string Header(string name) => answer.Headers.TryGetValues(name, out var values) ? string.Join(' ', values) : "";
            var policy = Header("Content-Security-Policy");
            Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
            Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
            Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
            Assert.Equal("nosniff", Header("X-Content-Type-Options"));
            Assert.Equal("no-referrer", Header("Referrer-Policy"));
            var isOpen = answer.Content.Headers.ContentType?.MediaType is not ("text/html" or null) && address != "/not-there" && !address.StartsWith("/api/", StringComparison.Ordinal);
            Assert.Equal(!isOpen, answer.Headers.CacheControl?.NoStore ?? false);
        }
    }

    [Fact]
    public void Every_Endpoint_SaysWhoMayOpenIt()
    {
        foreach (var endpoint in _site.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints))
        {
            Assert.True(endpoint.Metadata.GetMetadata<IAuthorizeData>() is not null || endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null, endpoint.DisplayName);
        }
    }

    [Fact]
    public async Task Get_NoPage_HasScriptOrInlineStyle()
    {
        foreach (var claims in (IEnumerable<(string, string)[]>)[World.Citizen(World.BeaInsz), World.WorkerOfGent, World.AdministratorOfGent])
        {
            var browser = await _site.BrowserAsync(claims);
            foreach (var page in Pages())
            {
                var html = await Body(await browser.GetAsync(Address(page)));
                Assert.DoesNotContain("<script", html, StringComparison.OrdinalIgnoreCase);
                Assert.DoesNotContain("style=", html, StringComparison.OrdinalIgnoreCase);
                Assert.DoesNotContain("onclick", html, StringComparison.OrdinalIgnoreCase);
            }
        }
    }

    [Fact]
    public async Task Get_EveryPage_LogsNoPersonalData()
    {
        string[] personal = [World.AnInsz.Value, World.BeaInsz.Value, World.CarlInsz.Value, "Burgerzoon", "Aerts", "Claes", "localhost:3000/bea", "503,51", "503.51"];
        foreach (var claims in (IEnumerable<(string, string)[]>)[World.Citizen(World.BeaInsz), World.Citizen(World.AnInsz), World.WorkerOfGent])
        {
            var browser = await _site.BrowserAsync(claims);
            foreach (var page in Pages().Where(page => page.ViewEnginePath != "/Error"))
            {
                await browser.GetAsync(Address(page));
            }

            await browser.GetAsync("/signin-vault?code=secret-code&state=secret-state");
        }

        var worker = await _site.BrowserAsync(World.WorkerOfGent);
        await worker.SendFormAsync("/socialworker/dossiers", "/socialworker/dossiers?handler=Search", ("SearchInsz", World.BeaInsz.Value));
        await worker.SendFormAsync("/socialworker/dossiers", "/socialworker/dossiers?handler=Open", ("Insz", World.DirkInsz.Value), ("Name", "Burgerzoon, Nieuw"));
        Assert.NotEmpty(_site.Log.Lines);
        foreach (var line in _site.Log.Lines)
        {
            Assert.All(personal, one => Assert.DoesNotContain(one, line, StringComparison.Ordinal));
            Assert.DoesNotContain("secret-code", line, StringComparison.Ordinal);
        }
    }

    // Without the form's token, which differs each time.
    private static async Task<string> PlainAsync(HttpResponseMessage answer) => string.Join('\n', (await Body(answer)).Split('\n').Where(line => !line.Contains("_formulier", StringComparison.Ordinal)));

    private static async Task<string> Body(HttpResponseMessage answer) => await answer.Content.ReadAsStringAsync();

    private List<PageActionDescriptor> Pages() => [.. _walk.Pages];

    private string Address(PageActionDescriptor page, Guid? id = null) => _walk.Address(page, id);
}
