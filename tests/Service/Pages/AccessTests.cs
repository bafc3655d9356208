using System.Net;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace SolidLoonfiches.Service.Tests.Pages;

/// <summary>Who can open what: walks every page and every endpoint that the site has.</summary>
public sealed class AccessTests : IAsyncLifetime
{
    private readonly Site _site = new();
    private World _world = null!;

    public async ValueTask InitializeAsync() => _world = await World.MakeAsync(_site);

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Fact]
    public async Task Get_EveryPersonalPageAsNobody_GoesToSignIn()
    {
        var browser = await _site.BrowserAsync();
        var pages = Pages().Where(page => Policies.OfPage(page.ViewEnginePath) is not null).ToList();
        Assert.True(pages.Count >= 18, $"{pages.Count} pages found");
        foreach (var page in pages)
        {
            var answer = await browser.GetAsync(Address(page));
            Assert.True(answer.StatusCode == HttpStatusCode.Redirect, $"{page.ViewEnginePath}: {answer.StatusCode}");
            Assert.StartsWith(Site.Provider + "/op/v1/auth", answer.Headers.Location!.AbsoluteUri, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Get_EveryPage_OpensForItsRolesAndIsAbsentForOthers()
    {
        var people = new (string Name, string[] Policies, (string, string)[] Claims)[]
        {
            ("citizen", [Policies.Citizen], World.Citizen(World.BeaInsz)),
            ("worker", [Policies.SocialWorker, Policies.OfOcmw], World.WorkerOfGent),
            ("administrator", [Policies.Administrator, Policies.OfOcmw], World.AdministratorOfGent),
        };
        foreach (var person in people)
        {
            var browser = await _site.BrowserAsync(person.Claims);
            foreach (var page in Pages())
            {
                var policy = Policies.OfPage(page.ViewEnginePath);
                var status = (await browser.GetAsync(Address(page))).StatusCode;
                if (policy is not null && !person.Policies.Contains(policy))
                {
                    Assert.True(status == HttpStatusCode.NotFound, $"{page.ViewEnginePath} as {person.Name}: {status}");
                }
                else if (page.ViewEnginePath != "/Error")
                {
                    Assert.True(status is HttpStatusCode.OK or HttpStatusCode.Redirect, $"{page.ViewEnginePath} as {person.Name}: {status}");
                }
            }
        }
    }

    [Fact]
    public async Task GetAndPost_EveryPageOfADossierAsWorkerOfAnotherOcmw_IsAbsent()
    {
        var own = await _site.BrowserAsync(World.WorkerOfGent);
        var other = await _site.BrowserAsync(World.WorkerOfAalst);
        var pages = Pages().Where(page => page.ViewEnginePath.StartsWith("/SocialWorker/", StringComparison.Ordinal) && page.AttributeRouteInfo!.Template!.Contains('{', StringComparison.Ordinal)).ToList();
        Assert.True(pages.Count >= 8, $"{pages.Count} pages found");
        foreach (var page in pages)
        {
            Assert.Equal(HttpStatusCode.OK, (await own.GetAsync(Address(page))).StatusCode);
            var answer = await other.GetAsync(Address(page));
            Assert.True(answer.StatusCode == HttpStatusCode.NotFound, $"{page.ViewEnginePath}: {answer.StatusCode}");
            var absent = await other.GetAsync(Address(page, Guid.NewGuid()));
            Assert.Equal(await PlainAsync(absent), await PlainAsync(answer));
            foreach (var handler in (string[])["", "?handler=Propose", "?handler=Adjust", "?handler=SetAside", "?handler=More", "?handler=Hours", "?handler=Sign", "?handler=SendBack", "?handler=Hearing", "?handler=Decide", "?handler=Return", "?handler=Notice"])
            {
                var posted = await other.SendFormAsync("/socialworker/dossiers", Address(page) + handler, ("From", "2026-10-01"), ("Evidence", "x"), ("Category", "1"), ("Reason", "x"), ("On", "2026-11-06"), ("Text", "x"), ("Number", "1"), ("DecidedBy", "0"), ("Amount", "1"));
                Assert.True(posted.StatusCode == HttpStatusCode.NotFound, $"POST {page.ViewEnginePath}{handler}: {posted.StatusCode}");
            }
        }

        Assert.Equal(0, await _site.InDatabaseAsync(db => Task.FromResult(db.Facts.Count() + db.DecisionSteps.Count())));
        Assert.Equal(_world.Proposed.Id, (await _site.InDatabaseAsync(db => Task.FromResult(db.Proposals.Single()))).Id);
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
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"/citizen/giveconsent/{_world.An.Id}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"/citizen/withdraw/{_world.Consent.Id}")).StatusCode);
        foreach (var handler in (string[])["", "?handler=Close", "?handler=LookAgain"])
        {
            Assert.Equal(HttpStatusCode.NotFound, (await browser.SendFormAsync("/citizen", $"/citizen/withdraw/{_world.Consent.Id}{handler}")).StatusCode);
        }
    }

    [Fact]
    public async Task Post_EveryPageWithoutToken_IsRefused()
    {
        var people = new[] { World.Citizen(World.BeaInsz), World.WorkerOfGent, World.AdministratorOfGent };
        var refused = 0;
        foreach (var claims in people)
        {
            var browser = await _site.BrowserAsync(claims);
            foreach (var page in Pages().Where(page => page.ViewEnginePath != "/Error"))
            {
                var status = (await browser.PostAsync(Address(page), new FormUrlEncodedContent([]))).StatusCode;
                Assert.True(status is HttpStatusCode.BadRequest or HttpStatusCode.NotFound, $"{page.ViewEnginePath}: {status}");
                refused += status == HttpStatusCode.BadRequest ? 1 : 0;
            }
        }

        Assert.True(refused > 20, $"{refused} refused");
    }

    [Fact]
    public async Task Every_Answer_HasSecurityHeaders()
    {
        var browser = await _site.BrowserAsync(World.WorkerOfGent);
        var endpoints = _site.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>().ToList();
        Assert.True(endpoints.Count > 25, $"{endpoints.Count} endpoints found");
        foreach (var address in endpoints.Select(Address).Append("/not-there"))
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

    private List<PageActionDescriptor> Pages() =>
        [.. _site.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).Select(endpoint => endpoint.Metadata.GetMetadata<PageActionDescriptor>()).OfType<PageActionDescriptor>().DistinctBy(page => page.ViewEnginePath)];

    private string Address(PageActionDescriptor page) => Address(page, null);

    private string Address(PageActionDescriptor page, Guid? id) => Address(page.AttributeRouteInfo!.Template!, page.ViewEnginePath, id);

    private string Address(RouteEndpoint endpoint) =>
        Address(endpoint.RoutePattern.RawText ?? "", endpoint.Metadata.GetMetadata<PageActionDescriptor>()?.ViewEnginePath ?? "", null);

    private string Address(string template, string page, Guid? id) => "/" + string.Join('/', template.TrimStart('/').Split('/').Select(part => part switch
    {
        "{dossier:guid}" when page.StartsWith("/Citizen/", StringComparison.Ordinal) => (id ?? _world.Bea.Id).ToString(),
        "{dossier:guid}" => (id ?? _world.An.Id).ToString(),
        "{consent:guid}" => (id ?? _world.Consent.Id).ToString(),
        "{check:guid}" => (id ?? _world.Current.Id).ToString(),
        "{id:guid}" when page is "/SocialWorker/Check" or "/SocialWorker/WhatIf" or "/SocialWorker/Letter" or "/Citizen/Letter" => (id ?? _world.Current.Id).ToString(),
        "{id:guid}" when page == "/SocialWorker/Decision" => (id ?? _world.Proposed.Id).ToString(),
        "{id:guid}" => (id ?? _world.Bea.Id).ToString(),
        "{language}" => "nl",
        "{folder}" => "valid",
        "{name}" => "plain-month",
        "{file:regex(^[a-z.-]+\\.(ttl|jsonld)$)}" => "loonfiche.ttl",
        "{file:regex(^[a-z0-9-]+\\.ttl$)}" => "plain-month.ttl",
        _ when part.EndsWith("?}", StringComparison.Ordinal) => "",
        _ => part,
    })).TrimEnd('/');
}
