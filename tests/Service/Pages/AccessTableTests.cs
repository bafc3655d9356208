using System.Net;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace SolidLoonfiches.Service.Tests.Pages;

/// <summary>Walks every route of the running site as every role, and holds it to <see cref="AccessTable"/>.</summary>
public sealed class AccessTableTests : IAsyncLifetime
{
    private static readonly (Roles Roles, (string, string)[] Claims)[] Everybody =
    [
        (Roles.None, []),
        (Roles.Citizen, World.Citizen(World.BeaInsz)),
        (Roles.SocialWorker, World.WorkerOfGent),
        (Roles.Head, World.Of("head-gent", "Hilde Hoofd", World.Gent, "Diensthoofd")),
        (Roles.Administrator, World.AdministratorOfGent),
        (Roles.Auditor, World.Of("auditor-gent", "Ann Auditor", World.Gent, "Auditor")),
        (Roles.DataProtectionOfficer, World.Of("dpo-gent", "Dries Gegevens", World.Gent, "FunctionarisGegevensbescherming")),
    ];

    private readonly Site _site = new();
    private Walk _walk = null!;

    public async ValueTask InitializeAsync() => _walk = new Walk(_site, await World.MakeAsync(_site));

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Fact]
    public void Every_RouteOfTheApi_WantsATokenWithAScope()
    {
        var routes = _walk.Endpoints.Where(endpoint => IsOfTheApi(Walk.RouteOf(endpoint)) && endpoint.Metadata.GetMetadata<IAllowAnonymous>() is null).ToList();
        Assert.True(routes.Count > 15, $"{routes.Count} routes found");
        Assert.All(routes, route => Assert.Contains(route.Metadata.OfType<IAuthorizeData>(), data => data.Policy?.StartsWith("api:", StringComparison.Ordinal) == true));
    }

    [Fact]
    public void Every_Route_StandsInTheTable()
    {
        // The API has no people and no roles: its clients have scopes.
        var routes = _walk.Endpoints.Select(Walk.RouteOf).Where(route => !IsOfTheApi(route)).Distinct(StringComparer.Ordinal).ToList();
        Assert.True(routes.Count > 40, $"{routes.Count} routes found");
        Assert.All(routes, route => Assert.True(AccessTable.Of(route) is not null, $"{route} is open to nobody: give it a row in AccessTable"));
        Assert.All(AccessTable.Rows, row => Assert.True(routes.Contains(row.Route, StringComparer.Ordinal), $"{row.Route} stands in AccessTable and is no route"));
    }

    [Fact]
    public void Every_RouteThatIsNoPage_IsOpenAsItsRowSays()
    {
        foreach (var endpoint in _walk.Endpoints.Where(endpoint => endpoint.Metadata.GetMetadata<PageActionDescriptor>() is null && AccessTable.Of(Walk.RouteOf(endpoint)) is { IsOpen: true }))
        {
            Assert.True(endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null, endpoint.DisplayName);
        }
    }

    [Fact]
    public async Task Get_EveryPageAsEveryRole_OpensAsTheTableSays()
    {
        foreach (var (roles, claims) in Everybody)
        {
            var browser = await _site.BrowserAsync(claims);
            foreach (var page in _walk.Pages.Where(page => page.ViewEnginePath != "/Error"))
            {
                var status = (await browser.GetAsync(_walk.Address(page))).StatusCode;
                var says = $"{page.ViewEnginePath} as {roles}: {status}";
                switch (AccessTable.Of(page.ViewEnginePath)!)
                {
                    case var row when row.AllowsReading(roles):
                        Assert.True(status is HttpStatusCode.OK or HttpStatusCode.Redirect, says);
                        break;
                    case var _ when roles == Roles.None:
                        Assert.True(status == HttpStatusCode.Redirect, says);
                        break;
                    default:
                        Assert.True(status == HttpStatusCode.NotFound, says);
                        break;
                }
            }
        }
    }

    /// <remarks>Without the token of a form nothing is done: who may send it hears that it is missing, and who may not that there is no such page.</remarks>
    [Fact]
    public async Task Post_EveryHandlerAsEveryRole_IsTakenAsTheTableSays()
    {
        var (taken, absent) = (0, 0);
        foreach (var (roles, claims) in Everybody)
        {
            var browser = await _site.BrowserAsync(claims);
            foreach (var page in _walk.Pages.Where(page => page.ViewEnginePath != "/Error"))
            {
                var row = AccessTable.Of(page.ViewEnginePath)!;
                foreach (var (_, name) in (await _walk.HandlersAsync(page)).Where(handler => handler.Method == "POST"))
                {
                    var status = (await browser.PostAsync(_walk.Address(page) + (name.Length > 0 ? "?handler=" + name : ""), new FormUrlEncodedContent([]))).StatusCode;
                    var allowed = row.Reads.Contains(name, StringComparer.OrdinalIgnoreCase) ? row.AllowsReading(roles) : row.AllowsChanging(roles);
                    var expected = allowed ? HttpStatusCode.BadRequest : roles == Roles.None ? HttpStatusCode.Redirect : HttpStatusCode.NotFound;
                    Assert.True(status == expected, $"POST {page.ViewEnginePath} {name} as {roles}: {status}, not {expected}");
                    _ = allowed ? taken++ : absent++;
                }
            }
        }

        Assert.True(taken > 40 && absent > 100, $"{taken} taken, {absent} absent");
    }

    [Fact]
    public async Task Get_PagesWithFormsAsAuditor_ShowNone()
    {
        var browser = await _site.BrowserAsync(World.Of("auditor-gent", "Ann Auditor", World.Gent, "Auditor"));
        foreach (var page in _walk.Pages.Where(page => AccessTable.Of(page.ViewEnginePath) is { } row && row.AllowsReading(Roles.Auditor) && !row.AllowsChanging(Roles.Auditor)))
        {
            var html = await browser.ReadAsync(_walk.Address(page));
            var main = html[html.IndexOf("<main", StringComparison.Ordinal)..html.IndexOf("</main>", StringComparison.Ordinal)];
            Assert.True(!main.Contains("method=\"post\"", StringComparison.Ordinal) || AccessTable.Of(page.ViewEnginePath)!.Reads.Count > 0, page.ViewEnginePath);
        }
    }

    [Fact]
    public async Task GetAndPost_EveryPageOfADossierAsAnybodyOfAnotherOcmw_IsAbsent()
    {
        var pages = _walk.Pages.Where(page => page.ViewEnginePath.StartsWith("/SocialWorker/", StringComparison.Ordinal) && page.AttributeRouteInfo!.Template!.Contains(":guid", StringComparison.Ordinal) && AccessTable.Of(page.ViewEnginePath)!.AllowsReading(Roles.SocialWorker)).ToList();
        Assert.True(pages.Count >= 8, $"{pages.Count} pages found");
        var own = await _site.BrowserAsync(World.WorkerOfGent);
        var before = await RowsAsync();
        foreach (var role in (string[])["MaatschappelijkWerker", "Diensthoofd", "Auditor"])
        {
            var other = await _site.BrowserAsync(World.Of("aalst-" + role, "Iemand Anders", World.Aalst, role));
            foreach (var page in pages)
            {
                Assert.True((await own.GetAsync(_walk.Address(page))).StatusCode == HttpStatusCode.OK, page.ViewEnginePath);
                foreach (var (method, name) in await _walk.HandlersAsync(page))
                {
                    var address = _walk.Address(page) + (name.Length > 0 ? "?handler=" + name : "");
                    var status = method == "GET"
                        ? (await other.GetAsync(address)).StatusCode
                        : (await other.SendFormAsync("/socialworker/dossiers", address, ("From", "2026-10-01"), ("Evidence", "x"), ("Category", "1"), ("Reason", "x"), ("On", "2026-11-06"), ("Text", "x"), ("Number", "1"), ("DecidedBy", "0"), ("Amount", "1"), ("Net", "1"), ("Question", "x"), ("To", "worker-aalst"))).StatusCode;
                    Assert.True(status == HttpStatusCode.NotFound, $"{method} {page.ViewEnginePath} {name} as {role} of another OCMW: {status}");
                }
            }
        }

        Assert.Equal(before, await RowsAsync());
    }

    private static bool IsOfTheApi(string route) => route.StartsWith("/api/v1/", StringComparison.Ordinal);

    private Task<int> RowsAsync() => _site.InDatabaseAsync(db => Task.FromResult(db.Facts.Count() + db.PaperConsents.Count() + db.PaperConsents.Count(paper => paper.WithdrawnAt != null) + db.DecisionSteps.Count() + db.Proposals.Count() + db.ConsentRequests.Count() + db.ConsentRequests.Count(request => request.Ending == SolidLoonfiches.Dossiers.RequestEnding.Withdrawn)));
}
