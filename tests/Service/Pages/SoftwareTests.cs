using System.Net;
using Microsoft.EntityFrameworkCore;
using SolidLoonfiches.Dossiers;

namespace SolidLoonfiches.Service.Tests.Pages;

public sealed partial class SoftwareTests : IAsyncLifetime
{
    private const string Page = "/socialworker/software";

    private readonly Site _site = new();

    public async ValueTask InitializeAsync() => await World.MakeAsync(_site);

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Fact]
    public async Task Software_RegisteredAndGivenANewSecret_ShowsEachSecretOnce()
    {
        var browser = await _site.BrowserAsync(World.AdministratorOfGent);
        var first = await SecretAfterAsync(browser, "Register", ("Name", "New Horizon"), ("Scopes", ApiScopes.ReadDossiers), ("Scopes", ApiScopes.Events));
        var page = await browser.ReadAsync(Page);
        Assert.DoesNotContain(first, page, StringComparison.Ordinal);
        Assert.Contains("New Horizon", page, StringComparison.Ordinal);
        var client = await _site.InDatabaseAsync(db => db.ApiClients.AsNoTracking().SingleAsync());
        Assert.Equal((World.Gent, "dossiers.read events", "admin-gent"), (client.OcmwKbo, client.Scopes, client.CreatedBy));

        var second = await SecretAfterAsync(browser, "NewSecret", ("Client", client.Id.ToString()));
        Assert.NotEqual(first, second);
        Assert.NotNull((await _site.InDatabaseAsync(db => db.ApiClients.AsNoTracking().SingleAsync())).FormerSecretUntil);
        Assert.DoesNotContain(_site.Log.Lines, line => line.Contains(second, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Software_WithoutNameOrRights_IsNotRegistered()
    {
        var browser = await _site.BrowserAsync(World.AdministratorOfGent);
        var nameless = await browser.SendFormAsync(Page, Page + "?handler=Register", ("Name", " "), ("Scopes", ApiScopes.Events));
        Assert.Contains("Name-error", await nameless.HtmlAsync(), StringComparison.Ordinal);
        var mayNothing = await browser.SendFormAsync(Page, Page + "?handler=Register", ("Name", "Pakket"));
        Assert.Contains("Scopes-error", await mayNothing.HtmlAsync(), StringComparison.Ordinal);
        var unknown = await browser.SendFormAsync(Page, Page + "?handler=Register", ("Name", "Pakket"), ("Scopes", "everything"));
        Assert.Contains("Scopes-error", await unknown.HtmlAsync(), StringComparison.Ordinal);
        Assert.Equal(0, await _site.InDatabaseAsync(db => db.ApiClients.CountAsync()));
    }

    [Fact]
    public async Task Software_OfAnotherOcmw_CannotBeTouched()
    {
        var own = await _site.BrowserAsync(World.AdministratorOfGent);
        await SecretAfterAsync(own, "Register", ("Name", "Pakket"), ("Scopes", ApiScopes.Events));
        var id = (await _site.InDatabaseAsync(db => db.ApiClients.AsNoTracking().SingleAsync())).Id.ToString();
        await _site.InDatabaseAsync(db => db.ApiClients.ExecuteUpdateAsync(c => c.SetProperty(x => x.OcmwKbo, World.Aalst)));
        Assert.DoesNotContain("Pakket", await own.ReadAsync(Page), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await own.SendFormAsync(Page, Page + "?handler=Remove", ("Client", id))).StatusCode);
        Assert.Null((await _site.InDatabaseAsync(db => db.ApiClients.AsNoTracking().SingleAsync())).RemovedAt);
    }

    [Fact]
    public async Task Software_ShutOut_IsGoneFromThePage()
    {
        var browser = await _site.BrowserAsync(World.AdministratorOfGent);
        await SecretAfterAsync(browser, "Register", ("Name", "Pakket"), ("Scopes", ApiScopes.Events));
        var id = (await _site.InDatabaseAsync(db => db.ApiClients.AsNoTracking().SingleAsync())).Id.ToString();
        Assert.Equal(HttpStatusCode.Redirect, (await browser.SendFormAsync(Page, Page + "?handler=Remove", ("Client", id))).StatusCode);
        Assert.DoesNotContain("Pakket", await browser.ReadAsync(Page), StringComparison.Ordinal);
        Assert.NotNull((await _site.InDatabaseAsync(db => db.ApiClients.AsNoTracking().SingleAsync())).RemovedAt);
    }

    private static async Task<string> SecretAfterAsync(HttpClient browser, string handler, params (string Name, string Value)[] fields)
    {
        var answer = await browser.SendFormAsync(Page, $"{Page}?handler={handler}", fields);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var found = Secret().Match(WebUtility.HtmlDecode(await browser.ReadAsync(Page)));
        Assert.True(found.Success);
        return found.Value;
    }

    [System.Text.RegularExpressions.GeneratedRegex("lfs_[A-Za-z0-9_-]{43}", System.Text.RegularExpressions.RegexOptions.None, 1000)]
    private static partial System.Text.RegularExpressions.Regex Secret();
}
