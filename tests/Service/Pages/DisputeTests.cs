using System.Net;
using Microsoft.EntityFrameworkCore;
using SolidLoonfiches.Dossiers;
using SolidLoonfiches.Leefloon;
using SolidLoonfiches.Loonfiches;

namespace SolidLoonfiches.Service.Tests.Pages;

/// <summary>A disputed line, on the pages of both people, in the letter and in the API.</summary>
public sealed class DisputeTests : IAsyncLifetime
{
    private readonly Site _site = new();
    private World _world = null!;

    private string Form => $"/citizen/dispute/{_world.October.Id}";

    public async ValueTask InitializeAsync() => _world = await World.MakeAsync(_site);

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    private Task<HttpClient> BeaAsync() => _site.BrowserAsync(World.Citizen(World.BeaInsz));

    private async Task<Guid> RaiseAsync(string line = "net", string claimed = "900,00")
    {
        var answer = await (await BeaAsync()).SendFormAsync(Form, null, ("Line", line), ("Claimed", claimed), ("Reason", "Ik werkte minder uren."));
        Assert.Equal("/citizen", answer.Headers.Location?.OriginalString);
        return await _site.InDatabaseAsync(db => db.Disputes.Where(dispute => dispute.AnsweredAt == null).Select(dispute => dispute.Id).SingleAsync());
    }

    /// <summary>What the law says of the facts of the world's October with another net wage.</summary>
    private string Claimed(decimal net)
    {
        var facts = _world.Current.Geval!;
        var result = Assert.IsType<Uitkomst.Berekend>(AanvullendLeefloon.Bereken(facts with { Lonen = [facts.Lonen[0] with { Nettoloon = net }] })).Resultaat;
        return result.Bedrag.ToString();
    }

    [Fact]
    public async Task Form_OfAnOwnSlip_ListsEachLineAndTheNetWage()
    {
        var text = await (await BeaAsync()).ReadAsync(Form);
        Assert.All((string[])["Nettoloon: 1.000,00 euro", "Maandloon: 1.300,00 euro", "Ecocheques: 141,00 euro", "Bakkerij Peeters", "De reden: Uw werkgever toonde het bewijs."], part => Assert.Contains(part, text, StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.NotFound, (await (await _site.BrowserAsync(World.Citizen(World.CarlInsz))).GetAsync(Form)).StatusCode);
    }

    [Theory]
    [InlineData("", "900", "x", "Line")]
    [InlineData("7", "900", "x", "Line")]
    [InlineData("net", "veel", "x", "Claimed")]
    [InlineData("net", "1000", "x", "Claimed")]
    [InlineData("net", "900", " ", "Reason")]
    public async Task Form_WhatCannotBe_IsSaidAtItsField(string line, string claimed, string reason, string field)
    {
        var html = await (await (await BeaAsync()).SendFormAsync(Form, null, ("Line", line), ("Claimed", claimed), ("Reason", reason))).HtmlAsync();
        Assert.Contains($"id=\"{field}-error\"", html, StringComparison.Ordinal);
        Assert.Equal(1, await _site.InDatabaseAsync(db => db.Disputes.CountAsync()));
    }

    [Fact]
    public async Task Form_SentBySomebodyElse_IsNotThere()
    {
        var carl = await _site.BrowserAsync(World.Citizen(World.CarlInsz));
        Assert.Equal(HttpStatusCode.NotFound, (await carl.SendFormAsync($"/citizen/request/{await OwnRequestAsync()}", Form, ("Line", "net"), ("Claimed", "900"), ("Reason", "x"))).StatusCode);
        Assert.Equal(1, await _site.InDatabaseAsync(db => db.Disputes.CountAsync()));

        // Any form of Carl's own gives the token that each of his forms takes.
        async Task<Guid> OwnRequestAsync() => await _site.InDatabaseAsync(async db =>
        {
            var now = TimeProvider.System.GetUtcNow();
            var request = new ConsentRequest { Id = Guid.NewGuid(), DossierId = _world.Carl.Id, Code = "ACDE-3468", Purpose = ConsentPurpose.MonthlyCalculation, From = new(2026, 8), Until = Belgium.DayOf(now).AddDays(90), OpenedAt = now, OpenedBy = "worker-gent", ExpiresAt = now.AddDays(9) };
            db.ConsentRequests.Add(request);
            await db.SaveChangesAsync();
            return request.Id;
        });
    }

    [Fact]
    public async Task Open_OnBothPagesAndInTheApi_ShowsBothOutcomes()
    {
        var id = await RaiseAsync();

        foreach (var text in (string[])[await (await BeaAsync()).ReadAsync("/citizen"), await (await _site.BrowserAsync(World.WorkerOfGent)).ReadAsync($"/socialworker/check/{_world.Current.Id}"), await (await _site.BrowserAsync(World.WorkerOfGent)).ReadAsync($"/socialworker/dispute/{id}")])
        {
            Assert.Contains("<dd class=\"as-it-stands\">503,51 euro</dd>", text, StringComparison.Ordinal);
            Assert.Contains($"<dd class=\"as-claimed\">{Claimed(900m)} euro</dd>", text, StringComparison.Ordinal);
        }

        Assert.Contains($"/socialworker/dispute/{id}", await (await _site.BrowserAsync(World.WorkerOfGent)).ReadAsync($"/socialworker/check/{_world.Current.Id}"), StringComparison.OrdinalIgnoreCase);
        Assert.Contains("Ik werkte minder uren.", await (await _site.BrowserAsync(World.WorkerOfGent)).ReadAsync($"/socialworker/dispute/{id}"), StringComparison.Ordinal);

        var check = await (await (await _site.SoftwareAsync()).AskAsync($"/checks/{_world.Current.Id}")).JsonAsync();
        Assert.Equal(Claimed(900m), check.GetProperty("amountAsTheCitizenSays").GetDecimal().ToString("N2", DutchNumbers.Format));
        Assert.Equal(["kept", null], check.GetProperty("disputes").EnumerateArray().Select(dispute => dispute.GetProperty("answer").GetString()));
    }

    [Fact]
    public async Task Open_AnEstimate_SaysSo()
    {
        await RaiseAsync("0", "1170");
        Assert.Contains("een schatting: de lijn zit in het nettoloon", await (await BeaAsync()).ReadAsync("/citizen"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Worklist_OfDisputes_LeadsToTheOneThatWaits()
    {
        var worker = await _site.BrowserAsync(World.WorkerOfGent);
        Assert.DoesNotContain("/socialworker/dispute/", await worker.ReadAsync("/socialworker/work?show=Dispute"), StringComparison.OrdinalIgnoreCase);
        var id = await RaiseAsync();
        var text = await worker.ReadAsync("/socialworker/work?show=Dispute");
        Assert.Contains($"/socialworker/dispute/{id}", text, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("Antwoord op de betwiste lijn", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Keep_WithAReason_IsReadByTheCitizenAndStandsInTheLetter()
    {
        var page = $"/socialworker/dispute/{await RaiseAsync()}";
        var worker = await _site.BrowserAsync(World.WorkerOfGent);
        Assert.Contains("id=\"Reason-error\"", await (await worker.SendFormAsync(page, page + "?handler=Keep", ("Reason", ""))).HtmlAsync(), StringComparison.Ordinal);

        await worker.SendFormAsync(page, page + "?handler=Keep", ("Reason", "De prikkaart zegt hetzelfde."));

        Assert.Contains("id=\"answered\"", await worker.ReadAsync(page), StringComparison.Ordinal);
        var bea = await BeaAsync();
        Assert.Contains("De reden: De prikkaart zegt hetzelfde.", await bea.ReadAsync("/citizen"), StringComparison.Ordinal);
        Assert.DoesNotContain("class=\"as-claimed\"", await bea.ReadAsync("/citizen"), StringComparison.Ordinal);
        Assert.All((string[])["nl", "fr", "en"], language => Assert.NotEmpty(DisputeWords.Title(language)));
        Assert.Contains("De prikkaart zegt hetzelfde.", await bea.ReadAsync($"/citizen/letter/{_world.Current.Id}/nl"), StringComparison.Ordinal);
        Assert.Contains("La raison : De prikkaart zegt hetzelfde.", await worker.ReadAsync($"/socialworker/letter/{_world.Current.Id}/fr"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Accept_TheRightAmount_CalculatesTheMonthAgain()
    {
        await _site.InDatabaseAsync(async db =>
        {
            db.Facts.AddRange(
                new FactEntry { Id = Guid.NewGuid(), DossierId = _world.Bea.Id, From = new(2026, 8, 1), Value = new CategoryFact(Categorie.Alleenstaand), Evidence = "x", RecordedAt = World.Then.AddMonths(-1), RecordedBy = "worker-gent" },
                new FactEntry { Id = Guid.NewGuid(), DossierId = _world.Bea.Id, From = new(2026, 8, 1), Value = new RightFact(null), Evidence = "x", RecordedAt = World.Then.AddMonths(-1), RecordedBy = "worker-gent" });
            // What was kept out would still stand in the way.
            await db.Slips.Where(slip => slip.Url.EndsWith("kapot")).ExecuteUpdateAsync(set => set.SetProperty(slip => slip.EndedAt, World.Then));
            return await db.SaveChangesAsync();
        });
        var page = $"/socialworker/dispute/{await RaiseAsync()}";
        var worker = await _site.BrowserAsync(World.WorkerOfGent);
        Assert.Contains("id=\"Evidence-error\"", await (await worker.SendFormAsync(page, page + "?handler=Accept", ("Amount", "900"))).HtmlAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await worker.SendFormAsync(page, page + "?handler=Accept", ("Amount", "900"), ("Evidence", "verbeterde fiche"))).StatusCode);

        var check = await _site.InDatabaseAsync(db => db.Checks.AsNoTracking().SingleAsync(one => one.DossierId == _world.Bea.Id && one.IsCurrent));
        Assert.Equal(_world.Current.Id, check.ReplacesId);
        Assert.Equal(900m, Assert.Single(check.Geval!.Lonen).Nettoloon);
        Assert.Contains("telt voor 900,00 euro", await worker.ReadAsync(page), StringComparison.Ordinal);
        Assert.Contains("de lijn telt nu voor 900,00 euro in plaats van 1.000,00 euro", await (await BeaAsync()).ReadAsync("/citizen"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answer_ByAnotherOcmw_IsNotThere()
    {
        var page = $"/socialworker/dispute/{await RaiseAsync()}";
        var other = await _site.BrowserAsync(World.WorkerOfAalst);
        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync(page)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await other.SendFormAsync("/socialworker/dossiers", page + "?handler=Keep", ("Reason", "x"))).StatusCode);
        Assert.Equal(1, await _site.InDatabaseAsync(db => db.Disputes.CountAsync(dispute => dispute.AnsweredAt == null)));
    }
}
