using System.Net;
using Microsoft.EntityFrameworkCore;

namespace SolidLoonfiches.Service.Tests.Pages;

public sealed partial class SendingTests : IAsyncLifetime
{
    private readonly Site _site = new();

    public async ValueTask InitializeAsync() => await World.MakeAsync(_site);

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    private const string Page = "/socialworker/sending";

    [Fact]
    public async Task Endpoint_AddedAndGivenANewSecret_ShowsEachSecretOnceAndKeepsItProtected()
    {
        var browser = await _site.BrowserAsync(World.AdministratorOfGent);
        var first = await SecretAfterAsync(browser, "Add", ("Address", "https://pakket.example/loonfiches"));
        Assert.DoesNotContain(first, await browser.ReadAsync(Page), StringComparison.Ordinal);
        var endpoint = await _site.InDatabaseAsync(db => db.EventEndpoints.AsNoTracking().SingleAsync());
        Assert.Equal((World.Gent, "https://pakket.example/loonfiches"), (endpoint.OcmwKbo, endpoint.Url));
        Assert.DoesNotContain(first, System.Text.Encoding.Latin1.GetString(endpoint.ProtectedSecret), StringComparison.Ordinal);

        var second = await SecretAfterAsync(browser, "NewSecret", ("Endpoint", endpoint.Id.ToString()));
        Assert.NotEqual(first, second);
        Assert.NotNull((await _site.InDatabaseAsync(db => db.EventEndpoints.AsNoTracking().SingleAsync())).FormerSecretUntil);
        Assert.DoesNotContain(_site.Log.Lines, line => line.Contains(second, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("http://pakket.example/loonfiches")]
    [InlineData("https://127.0.0.1:25/")]
    [InlineData("niets")]
    public async Task Endpoint_ThatMayNotBe_IsRefusedWithASentence(string url)
    {
        var browser = await _site.BrowserAsync(World.AdministratorOfGent);
        var answer = await browser.SendFormAsync(Page, Page + "?handler=Add", ("Address", url));
        Assert.Contains("Address-error", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(0, await _site.InDatabaseAsync(db => db.EventEndpoints.CountAsync()));
    }

    [Fact]
    public async Task Endpoint_PausedResumedReplayedRemoved_AsAsked()
    {
        var browser = await _site.BrowserAsync(World.AdministratorOfGent);
        await SecretAfterAsync(browser, "Add", ("Address", "https://pakket.example/loonfiches"));
        var id = (await _site.InDatabaseAsync(db => db.EventEndpoints.AsNoTracking().SingleAsync())).Id.ToString();
        await browser.SendFormAsync(Page, Page + "?handler=Pause", ("Endpoint", id));
        Assert.Contains("staat stil", await browser.ReadAsync(Page), StringComparison.Ordinal);
        await browser.SendFormAsync(Page, Page + "?handler=Resume", ("Endpoint", id));
        Assert.DoesNotContain("staat stil", await browser.ReadAsync(Page), StringComparison.Ordinal);
        var replayed = await browser.SendFormAsync(Page, Page + "?handler=Replay", ("Endpoint", id), ("Since", "1/10/2026"));
        Assert.Equal(HttpStatusCode.Redirect, replayed.StatusCode);
        await browser.SendFormAsync(Page, Page + "?handler=Remove", ("Endpoint", id));
        Assert.DoesNotContain("pakket.example", await browser.ReadAsync(Page), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.SendFormAsync(Page, Page + "?handler=Pause", ("Endpoint", id))).StatusCode);
    }

    [Fact]
    public async Task DeadLetters_AreShownUntilTheyAreDealtWith()
    {
        var staff = await _site.InDatabaseAsync(db => db.Messages.Where(m => db.Staff.Any(s => s.Id == m.StaffId && s.OcmwKbo == World.Gent)).ExecuteUpdateAsync(m => m.SetProperty(x => x.DeadAt, DateTimeOffset.UnixEpoch).SetProperty(x => x.SentAt, (DateTimeOffset?)null)));
        Assert.True(staff > 0);
        var browser = await _site.BrowserAsync(World.AdministratorOfGent);
        Assert.Contains("id=\"dead\"", await browser.ReadAsync(Page), StringComparison.Ordinal);
        await browser.SendFormAsync(Page, Page + "?handler=Clear");
        Assert.DoesNotContain("id=\"dead\"", await browser.ReadAsync(Page), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Digest_ChosenByTheSocialWorker_IsKept()
    {
        var browser = await _site.BrowserAsync(World.WorkerOfGent);
        await browser.SendFormAsync("/socialworker/mine", "/socialworker/mine", ("Digest", "true"));
        Assert.Contains("checked", await browser.ReadAsync("/socialworker/mine"), StringComparison.Ordinal);
        await browser.SendFormAsync("/socialworker/mine", "/socialworker/mine");
        Assert.DoesNotContain("checked", await browser.ReadAsync("/socialworker/mine"), StringComparison.Ordinal);
    }

    private static async Task<string> SecretAfterAsync(HttpClient browser, string handler, params (string Name, string Value)[] fields)
    {
        var answer = await browser.SendFormAsync(Page, $"{Page}?handler={handler}", fields);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var found = Secret().Match(WebUtility.HtmlDecode(await browser.ReadAsync(Page)));
        Assert.True(found.Success);
        return found.Value;
    }

    [System.Text.RegularExpressions.GeneratedRegex("whsec_[A-Za-z0-9+/=]{44}", System.Text.RegularExpressions.RegexOptions.None, 1000)]
    private static partial System.Text.RegularExpressions.Regex Secret();
}
