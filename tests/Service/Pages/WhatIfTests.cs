using System.Net;

namespace SolidLoonfiches.Service.Tests.Pages;

/// <summary>What if, and the ledger of the exemption: for the citizen and for the social worker.</summary>
public sealed class WhatIfTests : IAsyncLifetime
{
    private readonly Site _site = new();
    private World _world = null!;

    public async ValueTask InitializeAsync() => _world = await World.MakeAsync(_site);

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    private string OfCitizen => $"/citizen/whatif/{_world.Current.Id}";

    private string OfWorker => $"/socialworker/whatif/{_world.Current.Id}";

    [Fact]
    public async Task Get_BothPeople_ShowTheCurveAsChartAndAsTable()
    {
        foreach (var (claims, page) in new[] { (World.Citizen(World.BeaInsz), OfCitizen), (World.WorkerOfGent, OfWorker) })
        {
            var text = await (await _site.BrowserAsync(claims)).ReadAsync(page);
            foreach (var part in (string[])["<svg", "role=\"img\"", "<title id=\"chart-title\">", "<desc id=\"chart-text\">", "<polyline class=\"total\" points=\"64,", "<polyline class=\"leefloon\"", "id=\"marks\"", "id=\"points\"", "1.141,00 (nu)", "oktober 2026"])
            {
                Assert.Contains(part, text, StringComparison.Ordinal);
            }

            Assert.DoesNotContain("id=\"answer\"", text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Get_MarksForTheCitizen_AreInPlainWords()
    {
        var text = await (await _site.BrowserAsync(World.Citizen(World.BeaInsz))).ReadAsync(OfCitizen);

        Assert.Contains("Tot 315,67 euro telt uw loon niet mee. Dat is uw vrijstelling (art. 35).", text, StringComparison.Ordinal);
        Assert.Contains("Tot 336,50 euro houdt u uw volle leefloon.", text, StringComparison.Ordinal);
        Assert.Contains("U krijgt dan ineens 20,84 euro minder. Vanaf 1.656,14 euro loon krijgt u geen leefloon meer.", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_TwoHundredMore_AnswersAndKeepsNothing()
    {
        foreach (var (claims, page, sentence) in new[]
        {
            (World.Citizen(World.BeaInsz), OfCitizen, "Met 200,00 euro meer loon krijgt u 200,00 euro minder leefloon. Loon en leefloon samen: evenveel als nu."),
            (World.WorkerOfGent, OfWorker, "Met 200,00 euro meer loon krijgt de persoon 200,00 euro minder leefloon."),
        })
        {
            var browser = await _site.BrowserAsync(claims);
            var answer = await browser.SendFormAsync(page, page + "?handler=More", ("More", "200"));
            var text = await answer.Content.ReadAsStringAsync();
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.Contains("id=\"answer\"", text, StringComparison.Ordinal);
            Assert.Contains(sentence, WebUtility.HtmlDecode(text), StringComparison.Ordinal);
            Assert.DoesNotContain("id=\"answer\"", await browser.ReadAsync(page), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Post_Hours_AreHoursTimesTheNetPerHourThatWasGiven()
    {
        var browser = await _site.BrowserAsync(World.Citizen(World.BeaInsz));
        var text = await (await browser.SendFormAsync(OfCitizen, OfCitizen + "?handler=Hours", ("Hours", "7,5"), ("PerHour", "12,50"))).Content.ReadAsStringAsync();

        Assert.Contains("Met 93,75 euro meer loon krijgt u 93,75 euro minder leefloon.", WebUtility.HtmlDecode(text), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("More", "More", "", "Vul een bedrag in")]
    [InlineData("More", "More", "veel", "Dit is geen bedrag")]
    [InlineData("More", "More", "100000,01", "Dit bedrag is te groot")]
    [InlineData("More", "More", "-100000,01", "Dit bedrag is te groot")]
    [InlineData("Hours", "Hours", "-1", "Vul een aantal uren in")]
    [InlineData("Hours", "Hours", "745", "Vul een aantal uren in")]
    [InlineData("Hours", "Hours", "10", "Vul een bedrag in")]
    public async Task Post_WhatCannotBeRead_StandsAtItsField(string handler, string field, string value, string sentence)
    {
        var browser = await _site.BrowserAsync(World.Citizen(World.BeaInsz));
        var text = await (await browser.SendFormAsync(OfCitizen, $"{OfCitizen}?handler={handler}", (field, value))).Content.ReadAsStringAsync();

        Assert.Contains("id=\"error-summary\"", text, StringComparison.Ordinal);
        Assert.Contains(sentence, text, StringComparison.Ordinal);
        Assert.DoesNotContain("id=\"answer\"", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_CheckOfSomebodyElseOrWithoutCalculation_IsAbsent()
    {
        var carl = await _site.BrowserAsync(World.Citizen(World.CarlInsz));
        Assert.Equal(HttpStatusCode.NotFound, (await carl.GetAsync(OfCitizen)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await carl.SendFormAsync("/citizen", OfCitizen + "?handler=More", ("More", "200"))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await (await _site.BrowserAsync(World.Citizen(World.DirkInsz))).GetAsync($"/citizen/whatif/{_world.OfAalst.Id}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await (await _site.BrowserAsync(World.WorkerOfAalst)).GetAsync($"/socialworker/whatif/{_world.OfAalst.Id}")).StatusCode);
    }

    [Fact]
    public async Task Get_Ledger_IsShownToBothPeople()
    {
        var citizen = await (await _site.BrowserAsync(World.Citizen(World.BeaInsz))).ReadAsync("/citizen");
        Assert.Contains("id=\"exemption-ledger\"", citizen, StringComparison.Ordinal);
        Assert.Contains("Tot en met 31 oktober 2026 gebruikte u <strong>50</strong> dagen. U hebt er nog <strong>1.014</strong>.", citizen, StringComparison.Ordinal);
        Assert.Contains($"/citizen/whatif/{_world.Current.Id}", citizen, StringComparison.Ordinal);

        var worker = await _site.BrowserAsync(World.WorkerOfGent);
        foreach (var page in (string[])[$"/socialworker/check/{_world.Current.Id}", $"/socialworker/dossiers", $"/socialworker/dossier/{_world.Bea.Id}"])
        {
            var text = await worker.ReadAsync(page);
            Assert.Equal(!page.EndsWith("dossiers", StringComparison.Ordinal), text.Contains("50 van de 1.095 dagen", StringComparison.Ordinal));
        }
    }
}
