using Microsoft.EntityFrameworkCore;
using SolidLoonfiches.Leefloon;
using SolidLoonfiches.Loonfiches;

namespace SolidLoonfiches.Dossiers.Tests;

public sealed class CheckDossierRecalculationOnSqliteTests(SqliteStore store) : CheckDossierRecalculationTests(store);

public sealed class CheckDossierRecalculationOnPostgresTests(PostgresStore store) : CheckDossierRecalculationTests(store);

/// <summary>Months that had an amount and came to another: old, new and difference; and the threshold below which nobody is disturbed.</summary>
public abstract class CheckDossierRecalculationTests(TestStore store)
{
    private static readonly string[] Months = ["2025-03", "2025-04", "2025-05"];

    [Fact]
    public async Task Of_FactThatIsCorrectedForThreeMonths_GivesEachMonthAndTheTotal()
    {
        await using var desk = await ThreeMonthsAsync();
        await desk.RecordAsync("2025-04-01", new OtherMeansFact("onderhoudsgeld", Bestaansmiddelsoort.Ander, Euro.Of(1200m)));

        await desk.CheckAsync("2025-05");

        var again = await RecalculationAsync(desk);
        Assert.Equal(["2025-04", "2025-05"], again.Maanden.Select(m => m.Maand.ToString()));
        Assert.All(again.Maanden, m => Assert.Equal((Euro.Of(-100m), Herrekeningssoort.MogelijkeTerugvordering), (m.Verschil, m.Soort)));
        Assert.All(again.Maanden, m => Assert.Equal(Aanleiding.VerbeterdFeit, Assert.Single(m.Aanleidingen)));
        Assert.Equal((Euro.Of(-200m), Euro.Of(200m), Euro.Zero), (again.Totaal, again.MogelijkeTerugvordering, again.Nabetaling));
        Assert.Contains((await desk.CurrentAsync("2025-04")).Findings, f => f.Code == "factChanged");
    }

    [Fact]
    public async Task Of_CorrectedSlipAndLateSlip_SayWhyAndInWhichDirection()
    {
        await using var desk = await ThreeMonthsAsync();
        desk.Source.Put(Slips.Usable("2025-03-b", "2025-03", 900m, corrects: "2025-03"), Slips.Usable("2025-04-b", "2025-04", 150m, Slips.Garage));

        await desk.CheckAsync("2025-05");

        var again = await RecalculationAsync(desk);
        Assert.Equal([(Euro.Of(100m), Aanleiding.VerbeterdeLoonfiche), (Euro.Of(-150m), Aanleiding.LaatkomendeLoonfiche)], again.Maanden.Select(m => (m.Verschil, m.Aanleidingen.Single())));
        Assert.Contains(Herzieningsgrond.InkomstenKrachtensRechten, again.Maanden[1].Gronden);
    }

    [Fact]
    public async Task Of_TwoChangesThatNobodyAnswered_ComparesWithWhatWasLastAnswered()
    {
        await using var desk = await ThreeMonthsAsync();
        desk.Source.Put(Slips.Usable("2025-05-b", "2025-05", 990m, corrects: "2025-05"));
        await desk.CheckAsync("2025-05");
        desk.Source.Put(Slips.Usable("2025-05-c", "2025-05", 980m, corrects: "2025-05-b"));
        await desk.CheckAsync("2025-05");

        Assert.Equal(Euro.Of(20m), Assert.Single((await RecalculationAsync(desk)).Maanden).Verschil);

        var open = await desk.CurrentAsync("2025-05");
        await desk.UseAsync<ProposeDecision, ProposeDecision.Outcome>(p => p.RunAsync(new(open.Id, ProposalKind.Proposed, null, Desk.Worker), CancellationToken.None));
        Assert.Empty((await RecalculationAsync(desk)).Maanden);
    }

    [Fact]
    public async Task Of_MonthThatNeverHadAnAmount_IsNoRecalculation()
    {
        await using var desk = await Desk.WithOneCaseAsync(store);
        await desk.CheckAsync("2025-03");
        desk.Source.Put(Slips.Usable("2025-03", "2025-03", 1000m));
        await desk.CheckAsync("2025-03");

        Assert.Empty((await RecalculationAsync(desk)).Maanden);
    }

    [Fact]
    public async Task Run_DifferenceBelowTheThreshold_IsStoredAndDisturbsNobody()
    {
        await using var desk = await ThreeMonthsAsync(threshold: 5m);
        desk.Source.Put(Slips.Usable("2025-05-b", "2025-05", 1004.99m, corrects: "2025-05"));

        var may = Assert.Single((await desk.CheckAsync("2025-05")).Months);

        Assert.Equal((CheckOutcome.Changed, true, null), (may.Outcome, may.IsNew, may.ToldTo));
        Assert.Contains(may.Findings, f => f.Code == "belowThreshold");
        Assert.Equal(Euro.Of(-4.99m), Assert.Single((await RecalculationAsync(desk)).Maanden).Verschil);
    }

    [Fact]
    public async Task Run_DifferenceOfTheThreshold_IsTold()
    {
        await using var desk = await ThreeMonthsAsync(threshold: 5m);
        desk.Source.Put(Slips.Usable("2025-05-b", "2025-05", 1005m, corrects: "2025-05"));

        Assert.Equal("Els Janssens", Assert.Single((await desk.CheckAsync("2025-05")).Months).ToldTo);
    }

    [Fact]
    public async Task Run_SmallDifferencesInOneMonth_AddUpAndAreTold()
    {
        await using var desk = await ThreeMonthsAsync(threshold: 5m);
        desk.Source.Put(Slips.Usable("2025-05-b", "2025-05", 1003m, corrects: "2025-05"));
        Assert.Null(Assert.Single((await desk.CheckAsync("2025-05")).Months).ToldTo);
        desk.Source.Put(Slips.Usable("2025-05-c", "2025-05", 1006m, corrects: "2025-05-b"));

        var may = Assert.Single((await desk.CheckAsync("2025-05")).Months);

        Assert.Equal("Els Janssens", may.ToldTo);
        Assert.DoesNotContain(may.Findings, f => f.Code == "belowThreshold");
    }

    [Fact]
    public async Task Run_SmallDifferenceEachMonth_AddsUpOverTheMonthsAndIsTold()
    {
        await using var desk = await ThreeMonthsAsync(threshold: 5m);
        var told = new List<string?>();
        foreach (var (month, net) in new[] { ("2025-06", 998m), ("2025-07", 998m), ("2025-08", 998m), ("2025-09", 998m) })
        {
            desk.Source.Put(Slips.Usable(month, month, net));
            told.Add(Assert.Single((await desk.CheckAsync(month)).Months).ToldTo);
        }

        // Two euro more leefloon a month than people know of: six by the third, and from there on they know.
        Assert.Equal([null, null, "Els Janssens", null], told);
    }

    [Fact]
    public async Task Run_MoreInOneMonthAndLessInAnother_DoNotMakeUpForEachOther()
    {
        await using var desk = await ThreeMonthsAsync(threshold: 5m);
        desk.Source.Put(Slips.Usable("2025-03-b", "2025-03", 1003m, corrects: "2025-03"), Slips.Usable("2025-04-b", "2025-04", 997m, corrects: "2025-04"));
        Assert.All((await desk.CheckAsync("2025-05")).Months, m => Assert.Null(m.ToldTo));
        desk.Source.Put(Slips.Usable("2025-05-b", "2025-05", 1003m, corrects: "2025-05"));

        Assert.Equal("Els Janssens", Assert.Single((await desk.CheckAsync("2025-05")).Months).ToldTo);
    }

    [Fact]
    public async Task Run_BelowTheThresholdButADocumentWasChanged_IsTold()
    {
        await using var desk = await ThreeMonthsAsync(threshold: 5m);
        desk.Source.Put(Slips.Usable("2025-05", "2025-05", 1001m));

        Assert.Equal("Els Janssens", Assert.Single((await desk.CheckAsync("2025-05")).Months).ToldTo);
    }

    /// <summary>March to May with the same wage, the first proposed.</summary>
    private async Task<Desk> ThreeMonthsAsync(decimal threshold = 0)
    {
        var desk = await Desk.WithOneCaseAsync(store);
        await desk.RunAsync(db => db.Ocmws.ExecuteUpdateAsync(set => set.SetProperty(o => o.TellFrom, Euro.Of(threshold))));
        foreach (var month in Months)
        {
            desk.Source.Put(Slips.Usable(month, month, 1000m));
            await desk.CheckAsync(month);
        }

        var first = await desk.CurrentAsync("2025-03");
        await desk.UseAsync<ProposeDecision, ProposeDecision.Outcome>(p => p.RunAsync(new(first.Id, ProposalKind.Proposed, null, Desk.Worker), CancellationToken.None));
        return desk;
    }

    private static Task<Herrekening> RecalculationAsync(Desk desk) => desk.QueryAsync(async db => Recalculation.Of(
        await db.Checks.Select(c => new RecalculatedCheck(c.Id, c.Month, c.ReplacesId, c.IsCurrent, c.Outcome, c.OldAmount, c.NewAmount, c.Findings)).ToListAsync(),
        await db.Proposals.Where(p => p.EndedAt == null).ToDictionaryAsync(p => p.CheckId, p => new RecalculationAnswer(p.Kind, p.Amount)),
        await DecidedAmounts.OfAsync(db, desk.DossierId, CancellationToken.None)));
}
