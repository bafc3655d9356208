using System.Net;

namespace SolidLoonfiches.Service.Tests.Pages;

/// <summary>The head of service's pages, and the year on the page of a check.</summary>
public sealed class FiguresTests : IAsyncLifetime
{
    private readonly Site _site = new();
    private World _world = null!;

    public async ValueTask InitializeAsync() => _world = await World.MakeAsync(_site);

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    private Task<HttpClient> HeadAsync() => _site.BrowserAsync(World.Of("head-gent", "Hilde Hoofd", World.Gent, "Diensthoofd"));

    [Fact]
    public async Task Csv_HasALineForEachMonthAndNobody()
    {
        var answer = await (await HeadAsync()).GetAsync("/socialworker/figures?handler=Csv");

        Assert.Equal("text/csv", answer.Content.Headers.ContentType?.MediaType);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.Equal(13, text.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.DoesNotContain("Burgerzoon", text, StringComparison.Ordinal);
        Assert.DoesNotContain("2026-0002", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refund_OfAMonth_IsAFileAndAWrongMonthIsSaid()
    {
        var browser = await HeadAsync();

        var file = await browser.SendFormAsync("/socialworker/refund", null, ("Month", "2026-10"));
        Assert.Equal("text/csv", file.Content.Headers.ContentType?.MediaType);
        Assert.StartsWith("formulier;KBO;NIS;INSZ", await file.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains("Schrijf de maand als 2026-10", await (await browser.SendFormAsync("/socialworker/refund", null, ("Month", "oktober"))).HtmlAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public void Csv_TextThatWouldBeAFormula_IsText()
    {
        Assert.Equal("\"'=1+1\"", Csv.Text("=1+1"));
        Assert.Equal("\"2026/\"\"1\"", Csv.Text("2026/\"1"));
        Assert.Equal("", Csv.Text(null));
    }

    [Fact]
    public async Task Check_WithAMonthBefore_ShowsBothAndTheYear()
    {
        await _site.InDatabaseAsync(async db =>
        {
            var current = db.Checks.Single(check => check.Id == _world.Current.Id);
            db.Checks.Add(new Dossiers.Check
            {
                Id = Guid.NewGuid(),
                DossierId = current.DossierId,
                Month = current.Month.Previous,
                Fingerprint = "before",
                Outcome = Dossiers.CheckOutcome.Changed,
                NewAmount = Loonfiches.Euro.Of(480m),
                Findings = [],
                SlipIds = [],
                Result = current.Result! with { Maand = current.Month.Previous, Bedrag = Loonfiches.Euro.Of(480m), Stap = current.Result!.Stap with { Waarde = 480m } },
                LawVersion = "1",
                CheckedAt = World.Then.AddMonths(-1),
            });
            return await db.SaveChangesAsync();
        });
        var page = await (await _site.BrowserAsync(World.WorkerOfGent)).ReadAsync($"/socialworker/check/{_world.Current.Id}");

        Assert.Contains("id=\"year\"", page, StringComparison.Ordinal);
        Assert.Contains("september 2026 naast oktober 2026", page, StringComparison.Ordinal);
        Assert.Contains("480,00", page, StringComparison.Ordinal);
        Assert.Contains("class=\"leefloon\" points=\"64,", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Figures_AsSocialWorker_AreAbsent()
    {
        var worker = await _site.BrowserAsync(World.WorkerOfGent);
        Assert.Equal(HttpStatusCode.NotFound, (await worker.GetAsync("/socialworker/figures")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await worker.GetAsync("/socialworker/refund")).StatusCode);
        Assert.Contains("id=\"nav-figures\"", await (await HeadAsync()).ReadAsync("/socialworker"), StringComparison.Ordinal);
    }
}
