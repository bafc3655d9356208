using System.Net;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SolidLoonfiches.Dossiers;

namespace SolidLoonfiches.Service.Tests;

/// <summary>One OCMW never sees another's: walks every route that the API has.</summary>
public sealed class ApiAccessTests : IAsyncLifetime
{
    private readonly Site _site = new();
    private World _world = null!;
    private string _event = "";
    private Guid _slip;

    public async ValueTask InitializeAsync()
    {
        _world = await World.MakeAsync(_site);
        _slip = await _site.InDatabaseAsync(db => db.Slips.Where(slip => slip.Loonfiche != null).Select(slip => slip.Id).SingleAsync());
        _event = await _site.InDatabaseAsync(async db =>
        {
            var told = EventRecord.ConsentGiven(World.Gent, _world.Consent);
            db.Events.Add(told);
            await db.SaveChangesAsync();
            return told.Id;
        });
    }

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Fact]
    public async Task EveryRoute_WithoutAToken_AsksForOne()
    {
        var http = await _site.BrowserAsync();
        Assert.True(Routes().Count >= 18, $"{Routes().Count} routes");
        foreach (var (method, path) in Routes())
        {
            using var answer = await SendAsync(http, method, Fill(path));
            Assert.Equal("unauthenticated", await answer.ProblemAsync());
            Assert.Contains(answer.Headers.WwwAuthenticate, one => one.Scheme == "Bearer");
        }
    }

    [Fact]
    public async Task EveryRoute_WithATokenForNothingOfIt_IsClosed()
    {
        foreach (var scope in ApiScopes.All)
        {
            var http = await _site.SoftwareAsync(World.Gent, scope);
            foreach (var (method, path) in Routes())
            {
                var takes = ScopeOf(method, path);
                using var answer = await SendAsync(http, method, Fill(path));
                Assert.True((answer.StatusCode == HttpStatusCode.Forbidden) == (takes != scope), $"{method} {path} with {scope}: {answer.StatusCode}");
            }
        }
    }

    [Fact]
    public async Task EveryRouteAboutSomething_ForItsOwnOcmw_IsThere()
    {
        var own = await _site.SoftwareAsync(World.Gent);
        foreach (var (_, path) in Routes().Where(route => route.Method == "GET"))
        {
            Assert.True((await own.GetAsync(Fill(path))).StatusCode == HttpStatusCode.OK, path);
        }
    }

    [Fact]
    public async Task EveryRouteAboutSomething_ForAnotherOcmw_IsAsIfItWereNot()
    {
        var other = await _site.SoftwareAsync(World.Aalst);
        var walked = 0;
        foreach (var (method, path) in Routes().Where(route => route.Path.Contains('{', StringComparison.Ordinal) || route.Path.EndsWith("/lookup", StringComparison.Ordinal)))
        {
            using var answer = await SendAsync(other, method, Fill(path));
            Assert.True(await answer.ProblemAsync() == "not-found", $"{method} {path}");
            using var absent = await SendAsync(other, method, Fill(path, Guid.NewGuid()), absent: true);
            Assert.Equal(await absent.Content.ReadAsStringAsync(), await answer.Content.ReadAsStringAsync());
            walked++;
        }

        Assert.True(walked >= 16, $"{walked} walked");
        Assert.Equal(0, await _site.InDatabaseAsync(db => Task.FromResult(db.Facts.Count() + db.DecisionSteps.Count() + db.EventReceipts.Count() + db.ApiWrites.Count())));
    }

    [Fact]
    public async Task EveryList_ForAnotherOcmw_HoldsNothingOfOurs()
    {
        var other = await _site.SoftwareAsync(World.Aalst);
        foreach (var (_, path) in Routes().Where(route => route.Method == "GET" && !route.Path.Contains('{', StringComparison.Ordinal)))
        {
            var text = await other.GetStringAsync(path);
            foreach (var ours in (string[])["Burgerzoon", "2026-0002", World.BeaInsz.Value, _world.Bea.Id.ToString(), _world.Consent.Id.ToString(), _event])
            {
                Assert.DoesNotContain(ours, text, StringComparison.Ordinal);
            }
        }

        Assert.Contains("Daems", await other.GetStringAsync("/api/v1/dossiers"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task EveryReference_InEveryEvent_CanBeRead()
    {
        await _site.InDatabaseAsync(async db =>
        {
            var slip = await db.Slips.SingleAsync(one => one.Id == _slip);
            db.Events.AddRange(EventRecord.PayslipFound(_world.Bea, slip, replaces: false, World.Then), EventRecord.CheckProposed(World.Gent, _world.Current, _world.Proposed), EventRecord.CheckDecided(World.Gent, _world.Current, _world.Proposed, "decided", World.Then), EventRecord.ConsentEnded(World.Gent, _world.Bea.Id, _world.Consent.Id, "withdrawn", World.Then));
            return await db.SaveChangesAsync();
        });
        var own = await _site.SoftwareAsync(World.Gent);
        var events = (await (await own.AskAsync("/events")).JsonAsync()).GetProperty("events").EnumerateArray().ToList();
        Assert.Equal(EventTypes.All.Order(StringComparer.Ordinal), events.Select(one => one.GetProperty("type").GetString()!).Order(StringComparer.Ordinal));
        foreach (var one in events)
        {
            var addresses = one.GetProperty("data").EnumerateObject().Where(part => part.Value.ValueKind == System.Text.Json.JsonValueKind.Object).Select(part => part.Value.GetProperty("url").GetString()!).Append(one.GetProperty("source").GetString()!).ToList();
            Assert.Equal(3, addresses.Count);
            foreach (var address in addresses)
            {
                Assert.True((await own.GetAsync(new Uri(address))).StatusCode == HttpStatusCode.OK, address);
            }
        }
    }

    [Fact]
    public async Task EveryRequest_LogsNoPersonalData()
    {
        var own = await _site.SoftwareAsync(World.Gent);
        foreach (var (method, path) in Routes())
        {
            await SendAsync(own, method, Fill(path));
        }

        Assert.NotEmpty(_site.Log.Lines);
        Assert.All(_site.Log.Lines, line => Assert.All((string[])[World.BeaInsz.Value, "Burgerzoon", "localhost:3000/bea", "503.51"], personal => Assert.DoesNotContain(personal, line, StringComparison.Ordinal)));
    }

    private List<(string Method, string Path)> Routes() =>
    [
        .. from endpoint in _site.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
           where endpoint.Metadata.GetMetadata<Api.ScopeMetadata>() is not null
           select (endpoint.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods.Single(), endpoint.RoutePattern.RawText!),
    ];

    private string ScopeOf(string method, string path) => _site.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
        .Single(endpoint => endpoint.RoutePattern.RawText == path && endpoint.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods.Contains(method)).Metadata.GetMetadata<Api.ScopeMetadata>()!.Scope;

    private string Fill(string path, Guid? absent = null) => path
        .Replace("{kbo}", absent is null ? World.Gent : "0000000097", StringComparison.Ordinal)
        .Replace("{id}", absent?.ToString() ?? _event, StringComparison.Ordinal)
        .Replace("{id:guid}", (absent ?? (path.Contains("/checks/{", StringComparison.Ordinal) ? _world.Current.Id
            : path.Contains("/decisions/{", StringComparison.Ordinal) ? _world.Proposed.Id
            : path.Contains("/payslips/{", StringComparison.Ordinal) ? _slip
            : path.Contains("/consents/{", StringComparison.Ordinal) ? _world.Consent.Id
            : _world.Bea.Id)).ToString(), StringComparison.Ordinal);

    private static Task<HttpResponseMessage> SendAsync(HttpClient http, string method, string path, bool absent = false) =>
        method == "GET" ? http.GetAsync(path) : http.WriteAsync(path[ApiClients.Root.Length..], path.Split('/')[^1] switch
        {
            "lookup" => new { insz = (absent ? World.Nobody : World.BeaInsz).Value },
            "facts" => ApiClients.Category(),
            "decisions" => new { kind = "proposed", amount = (decimal?)null, reason = (string?)null },
            "decision" => new { decidedBy = "committee", number = "2026/1", on = "2026-11-06", amount = 600m, text = (string?)null },
            "receipts" => new { outcome = "received", reason = (string?)null },
            _ => new { on = "2026-11-06", text = "aangetekende brief" },
        });
}
