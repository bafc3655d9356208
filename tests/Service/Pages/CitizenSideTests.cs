using System.Globalization;
using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SolidLoonfiches.Dossiers;

namespace SolidLoonfiches.Service.Tests.Pages;

/// <summary>Paper, questions and all my data, from both sides.</summary>
public sealed class CitizenSideTests : IAsyncLifetime
{
    private readonly Site _site = new();
    private World _world = null!;

    public async ValueTask InitializeAsync() => _world = await World.MakeAsync(_site);

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    private Task<HttpClient> BeaAsync() => _site.BrowserAsync(World.Citizen(World.BeaInsz));

    private Task<HttpClient> OfficerAsync(string ocmw = World.Gent) => _site.BrowserAsync(World.Of("dpo-" + ocmw, "Dries Gegevens", ocmw, "FunctionarisGegevensbescherming"));

    private static string Iso(DateTimeOffset day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    [Fact]
    public async Task Paper_RecordedAtTheDesk_IsOnTheCitizensPageAndCanBeTakenBackThere()
    {
        var worker = await _site.BrowserAsync(World.WorkerOfGent);
        var page = $"/socialworker/paperconsent/{_world.Asked.Id}";
        Assert.Contains("opent geen kluis", await worker.ReadAsync(page), StringComparison.Ordinal);
        Assert.Contains(ConsentText.Current(_world.Asked.Terms("OCMW Gent"), "fr").Paragraphs[1], await worker.ReadAsync($"/socialworker/paperform/{_world.Asked.Id}/fr"), StringComparison.Ordinal);
        var today = TimeProvider.System.GetUtcNow();
        (string, string)[] fields = [("Language", "nl"), ("GivenOn", Iso(today.AddDays(-2))), ("EffectiveFrom", Iso(today.AddDays(-1))), ("From", "2026-08"), ("Until", _world.Asked.Until.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)), ("HelpedBy", "Fien, haar zus")];
        Assert.Contains("id=\"GivenOn-error\"", await (await worker.SendFormAsync(page, null, [.. fields.Where(field => field.Item1 != "GivenOn")])).HtmlAsync(), StringComparison.Ordinal);
        Assert.Contains("id=\"EffectiveFrom-error\"", await (await worker.SendFormAsync(page, null, [.. fields.Select(field => field.Item1 == "EffectiveFrom" ? ("EffectiveFrom", Iso(today.AddDays(-3))) : field)])).HtmlAsync(), StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.Redirect, (await worker.SendFormAsync(page, null, fields)).StatusCode);

        Assert.Contains("Fien, haar zus", await worker.ReadAsync(page), StringComparison.Ordinal);
        Assert.Contains("id=\"paper-state\"", await worker.ReadAsync($"/socialworker/dossier/{_world.An.Id}"), StringComparison.Ordinal);
        var paper = await _site.InDatabaseAsync(db => db.PaperConsents.AsNoTracking().SingleAsync(one => one.DossierId == _world.An.Id));
        var an = await _site.BrowserAsync(World.Citizen(World.AnInsz));
        Assert.Contains("id=\"state-paper\"", await an.ReadAsync("/citizen"), StringComparison.Ordinal);
        var mine = await an.ReadAsync($"/citizen/paper/{paper.Id}");
        Assert.All((string[])["Uw kluis is hierdoor nog niet open", "Fien, haar zus", "Wim Werker", "id=\"withdraw-paper\"", "op papier"], part => Assert.Contains(part, mine, StringComparison.Ordinal));
        Assert.Contains("id=\"request-on-paper\"", await an.ReadAsync($"/citizen/request/{_world.Asked.Id}"), StringComparison.Ordinal);
        Assert.Contains("toestemming gegeven", await an.ReadAsync($"/citizen/receipt/{paper.Id}"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await (await BeaAsync()).GetAsync($"/citizen/paper/{paper.Id}")).StatusCode);

        await an.SendFormAsync($"/citizen/paper/{paper.Id}", null);

        Assert.Contains("id=\"paper-withdrawn\"", await an.ReadAsync($"/citizen/paper/{paper.Id}"), StringComparison.Ordinal);
        Assert.Contains("id=\"paper-withdrawn\"", await worker.ReadAsync(page), StringComparison.Ordinal);
        Assert.DoesNotContain("id=\"state-paper\"", await an.ReadAsync("/citizen"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Paper_TakenBackAtTheDesk_IsRecorded()
    {
        var worker = await _site.BrowserAsync(World.WorkerOfGent);
        var page = $"/socialworker/paperconsent/{_world.Paper.RequestId}";
        await worker.SendFormAsync(page, page + "?handler=Withdraw");
        Assert.Contains("id=\"paper-withdrawn\"", await worker.ReadAsync(page), StringComparison.Ordinal);
        Assert.Equal("worker-gent", await _site.InDatabaseAsync(db => db.ConsentEvents.Where(one => one.Kind == ConsentEventKind.Withdrawn).Select(one => one.By).SingleAsync()));
    }

    [Fact]
    public async Task Question_AboutAStep_ReachesTheOfficerAndTheAnswerComesBack()
    {
        var bea = await BeaAsync();
        var overview = await bea.ReadAsync("/citizen");
        Assert.Contains($"href=\"/citizen/ask/month/{_world.Current.Id}\"", overview, StringComparison.Ordinal);
        Assert.Contains($"href=\"/citizen/ask/month/{_world.Current.Id}/2\"", overview, StringComparison.Ordinal);
        var ask = $"/citizen/ask/month/{_world.Current.Id}/2";
        Assert.Contains("Het nettoloon van de maand is 1.000,00 euro.", await bea.ReadAsync(ask), StringComparison.Ordinal);
        Assert.Contains("id=\"Text-error\"", await (await bea.SendFormAsync(ask, null, ("Text", " "))).HtmlAsync(), StringComparison.Ordinal);
        await bea.SendFormAsync(ask, null, ("Text", "Waarom telt <b>dit</b> mee?"));
        Assert.Contains("Nog geen antwoord", await bea.ReadAsync("/citizen/questions"), StringComparison.Ordinal);

        var officer = await OfficerAsync();
        Assert.Equal("/socialworker/questions", (await officer.GetAsync("/start")).Headers.Location!.OriginalString);
        var list = await officer.ReadAsync("/socialworker/questions");
        Assert.DoesNotContain("Waarom telt", list, StringComparison.Ordinal);
        var id = await _site.InDatabaseAsync(db => db.Questions.Where(one => one.Step == 2).Select(one => one.Id).SingleAsync());
        var page = $"/socialworker/question/{id}";
        Assert.Contains(page, list, StringComparison.Ordinal);
        var raw = await (await officer.GetAsync(page)).Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Contains("&lt;b&gt;dit&lt;/b&gt;", raw, StringComparison.Ordinal);
        Assert.DoesNotContain("Burgerzoon", raw, StringComparison.Ordinal);
        Assert.Contains("id=\"Text-error\"", await (await officer.SendFormAsync(page, null, ("Text", ""))).HtmlAsync(), StringComparison.Ordinal);
        await officer.SendFormAsync(page, null, ("Text", "Omdat loon een bestaansmiddel is."));

        Assert.Contains("Omdat loon een bestaansmiddel is.", await bea.ReadAsync("/citizen/questions"), StringComparison.Ordinal);
        overview = await bea.ReadAsync("/citizen");
        Assert.Contains("(1 beantwoord)", overview, StringComparison.Ordinal);
        Assert.Contains("Dries Gegevens bekeek uw dossier. Waarom: om uw vraag te beantwoorden.", overview, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Question_AboutALook_CanBeAsked_AndOthersCannot()
    {
        await (await _site.BrowserAsync(World.WorkerOfGent)).ReadAsync($"/socialworker/dossier/{_world.Bea.Id}");
        var look = await _site.InDatabaseAsync(db => db.StaffViews.Select(view => view.Id).SingleAsync());
        var bea = await BeaAsync();
        Assert.Contains($"/citizen/ask/look/{look}", await bea.ReadAsync("/citizen"), StringComparison.Ordinal);
        await bea.SendFormAsync($"/citizen/ask/look/{look}", null, ("Text", "Wie is dat?"));
        Assert.Equal(look, await _site.InDatabaseAsync(db => db.Questions.Where(one => one.Text == "Wie is dat?").Select(one => one.ViewId).SingleAsync()));
        foreach (var path in (string[])[$"/citizen/ask/look/{look}", $"/citizen/ask/month/{_world.Current.Id}", $"/citizen/ask/month/{_world.Current.Id}/1"])
        {
            Assert.Equal(HttpStatusCode.NotFound, (await (await _site.BrowserAsync(World.Citizen(World.CarlInsz))).GetAsync(path)).StatusCode);
        }

        Assert.Equal(HttpStatusCode.NotFound, (await bea.GetAsync($"/citizen/ask/month/{_world.Current.Id}/99")).StatusCode);
    }

    [Fact]
    public async Task Question_ForTheOfficerOfAnotherOcmw_IsNotThere()
    {
        var other = await OfficerAsync(World.Aalst);
        Assert.DoesNotContain("2026-0002", await other.ReadAsync("/socialworker/questions"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync($"/socialworker/question/{_world.Asking.Id}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await other.SendFormAsync("/signout", $"/socialworker/question/{_world.Asking.Id}", ("Text", "x"))).StatusCode);
        Assert.Equal(0, await _site.InDatabaseAsync(db => db.StaffViews.CountAsync()));
        Assert.Null(await _site.InDatabaseAsync(db => db.Questions.Select(one => one.Answer).SingleAsync()));
    }

    [Theory]
    [InlineData("dpo@ocmw.test", true)]
    [InlineData("", true)]
    [InlineData("Dries <dpo@ocmw.test>", false)]
    [InlineData("geen adres", false)]
    public async Task Settings_AddressOfTheOfficer_IsKeptWhereItIsOne(string typed, bool kept)
    {
        var administrator = await _site.BrowserAsync(World.AdministratorOfGent);
        var status = (await administrator.SendFormAsync("/socialworker/settings", "/socialworker/settings?handler=Officer", ("OfficerEmail", typed))).StatusCode;
        Assert.Equal(kept ? HttpStatusCode.Redirect : HttpStatusCode.OK, status);
        Assert.Equal(kept && typed.Length > 0 ? typed : null, await _site.InDatabaseAsync(db => db.Ocmws.Where(one => one.Kbo == World.Gent).Select(one => one.OfficerEmail).SingleAsync()));
    }

    [Fact]
    public async Task MyData_PageAndFile_AreMineAndNobodyElses()
    {
        var bea = await BeaAsync();
        var page = await bea.ReadAsync("/citizen/mydata");
        Assert.All(
            (string[])["Burgerzoon, Bea", World.BeaInsz.Value, "Bakkerij Peeters", "503,51 euro", "Het nettoloon van de maand is 1.000,00 euro.", "Wat is een bestaansmiddel?", "toestemming gegeven, door u", "http://localhost:3000/bea/loonfiches/", "Hulp van Fien, haar zus."],
            part => Assert.Contains(part, page, StringComparison.Ordinal));
        var answer = await bea.GetAsync("/citizen/mydatafile");
        Assert.Equal("application/json", answer.Content.Headers.ContentType!.MediaType);
        Assert.StartsWith("mijn-gegevens-", answer.Content.Headers.ContentDisposition!.FileName, StringComparison.Ordinal);
        using var json = JsonDocument.Parse(await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        Assert.Equal("2026-0002", json.RootElement.GetProperty("dossiers")[0].GetProperty("number").GetString());
        Assert.All((string[])["Claes", World.CarlInsz.Value, "Aerts"], other => Assert.DoesNotContain(other, page + json.RootElement.GetRawText(), StringComparison.Ordinal));

        Assert.Contains("id=\"no-data\"", await (await _site.BrowserAsync(World.Citizen(World.Nobody))).ReadAsync("/citizen/mydata"), StringComparison.Ordinal);
    }
}
