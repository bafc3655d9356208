using Microsoft.EntityFrameworkCore;
using SolidLoonfiches.Leefloon;
using SolidLoonfiches.Loonfiches;

namespace SolidLoonfiches.Dossiers.Tests;

public sealed class CheckDossierCompletenessOnSqliteTests(SqliteStore store) : CheckDossierCompletenessTests(store);

public sealed class CheckDossierCompletenessOnPostgresTests(PostgresStore store) : CheckDossierCompletenessTests(store);

/// <summary>No wage twice, none forgotten: what the vault or the records do that nobody would plan.</summary>
public abstract class CheckDossierCompletenessTests(TestStore store)
{
    [Fact]
    public async Task Run_OldMonthByHandFindsACorrectionOfALaterOne_ChecksTheLaterOneToo()
    {
        await using var desk = await Desk.WithOneCaseAsync(store);
        foreach (var month in new[] { "2025-03", "2025-04", "2025-05" })
        {
            desk.Source.Put(Slips.Usable(month, month, 1000m));
            await desk.CheckAsync(month);
        }

        desk.Source.Put(Slips.Usable("2025-05-verbeterd", "2025-05", 800m, corrects: "2025-05"));
        await desk.CheckAsync("2025-03");
        desk.Source.Put(Slips.Usable("2025-06", "2025-06", 1000m));
        await desk.CheckAsync("2025-06");

        Assert.Equal(800m, Assert.Single((await desk.CurrentAsync("2025-05")).Geval!.Lonen).Nettoloon);
        Assert.Contains((await desk.CurrentAsync("2025-05")).Findings, f => f.Code == "correctedSlip");
    }

    [Fact]
    public async Task Run_OneOfTwoEmployersIsSilentForASecondMonth_StillWaits()
    {
        await using var desk = await Desk.WithOneCaseAsync(store);
        desk.Source.Put(Slips.Usable("maart-1", "2025-03", 500m), Slips.Usable("maart-2", "2025-03", 400m, Slips.Garage));
        await desk.CheckAsync("2025-03");
        desk.Source.Put(Slips.Usable("april-1", "2025-04", 500m));
        await desk.CheckAsync("2025-04");
        desk.Source.Put(Slips.Usable("mei-1", "2025-05", 500m));

        var may = Assert.Single((await desk.CheckAsync("2025-05")).Months, m => m.Month == Maand.Parse("2025-05"));

        Assert.Equal((CheckOutcome.NoPayslipYet, null), (may.Outcome, may.NewAmount));
    }

    [Fact]
    public async Task Run_RecordedWorkEndedAndAnotherEmployerSilentForTwoMonths_IsNotTakenForNoIncome()
    {
        await using var desk = await Desk.WithOneCaseAsync(store);
        await desk.RecordAsync("2025-01-01", new EmploymentFact(Slips.Bakker, "Bakkerij De Korenaar", Desk.Day("2025-02-28")));
        desk.Source.Put(Slips.Usable("maart-2", "2025-03", 400m, Slips.Garage));
        await desk.CheckAsync("2025-03");
        await desk.CheckAsync("2025-04");

        var may = Assert.Single((await desk.CheckAsync("2025-05")).Months, m => m.Month == Maand.Parse("2025-05"));

        Assert.Equal((CheckOutcome.NoPayslipYet, null), (may.Outcome, may.NewAmount));
    }

    [Fact]
    public async Task Run_WorkEndedAndBeginsAgainLater_IsNotWaitedForInBetween()
    {
        await using var desk = await Desk.WithOneCaseAsync(store);
        await desk.RecordAsync("2025-01-01", new EmploymentFact(Slips.Bakker, "Bakkerij De Korenaar", Desk.Day("2025-03-31")));
        await desk.RecordAsync("2025-06-01", new EmploymentFact(Slips.Bakker, "Bakkerij De Korenaar", null));
        desk.Source.Put(Slips.Usable("maart", "2025-03", 500m));
        await desk.CheckAsync("2025-03");

        Assert.Equal(Euro.Of(1314.20m), Assert.Single((await desk.CheckAsync("2025-04")).Months).NewAmount);
    }

    [Fact]
    public async Task Run_FirstLookWhereADocumentDidNotCome_CalculatesNoMonthThatItMayBelongTo()
    {
        await using var desk = await Desk.WithOneCaseAsync(store);
        desk.Source.Put(Slips.Usable("maart-1", "2025-03", 500m), Slips.NotFetched("maart-2"), Slips.Usable("april-1", "2025-04", 500m));

        var report = await desk.CheckAsync("2025-04");

        Assert.All(report.Months, m => Assert.Equal((CheckOutcome.VaultUnreachable, null), (m.Outcome, m.NewAmount)));
        desk.Source.Put(Slips.Usable("maart-2", "2025-03", 400m, Slips.Garage), Slips.Usable("april-2", "2025-04", 400m, Slips.Garage));
        Assert.Equal([2, 2], (await desk.CheckAsync("2025-04")).Months.Select(m => m.NewAmount is null ? 0 : 2));
        Assert.Equal(2, (await desk.CurrentAsync("2025-03")).Geval!.Lonen.Count);
    }

    [Fact]
    public async Task Run_KeptOutBesideAUsableSlipAndUsableNow_IsCalculatedWith()
    {
        await using var desk = await Desk.WithOneCaseAsync(store);
        var unreadable = Slips.KeptOut("maart-2", null);
        desk.Source.Put(Slips.Usable("maart-1", "2025-03", 500m), unreadable);
        await desk.CheckAsync("2025-03");

        // The same bytes under better rules.
        desk.Source.Put(Slips.Usable("maart-2", Slips.Fiche("maart-2", "2025-03", 400m, Slips.Garage)) with { Sha256 = unreadable.Sha256 });
        await desk.CheckAsync("2025-03");

        Assert.Equal(2, (await desk.CurrentAsync("2025-03")).Geval!.Lonen.Count);
    }

    [Fact]
    public async Task Run_MiddleOfAChainOfCorrectionsIsTakenAway_TheFirstStaysOut()
    {
        await using var desk = await Desk.WithOneCaseAsync(store);
        desk.Source.Put(Slips.Usable("a", "2025-03", 1000m), Slips.Usable("b", "2025-03", 900m, corrects: "a"));
        await desk.CheckAsync("2025-03");
        desk.Source.Put(Slips.Usable("c", "2025-03", 800m, corrects: "b"));
        await desk.CheckAsync("2025-03");
        Assert.Equal(800m, Assert.Single((await desk.CurrentAsync("2025-03")).Geval!.Lonen).Nettoloon);

        desk.Source.Documents.Remove(Slips.Url("b").AbsoluteUri);
        await desk.CheckAsync("2025-03");
        Assert.Equal([800m], (await desk.CurrentAsync("2025-03")).Geval!.Lonen.Select(l => l.Nettoloon));

        // And not only at the look that sees it go.
        await desk.RecordAsync("2025-03-01", new OtherMeansFact("onderhoudsgeld", Bestaansmiddelsoort.Ander, Euro.Of(1200m)));
        await desk.CheckAsync("2025-04");
        Assert.Equal([800m], (await desk.CurrentAsync("2025-03")).Geval!.Lonen.Select(l => l.Nettoloon));
    }

    [Fact]
    public async Task Run_CorrectedSlipLiesTwiceInTheVault_NeitherCounts()
    {
        await using var desk = await Desk.WithOneCaseAsync(store);
        desk.Source.Put(Slips.Usable("a", "2025-03", 1000m), Slips.Usable("kopie", "2025-03", 1000m), Slips.Usable("b", "2025-03", 900m, corrects: "a"));

        await desk.CheckAsync("2025-03");

        Assert.Equal([900m], (await desk.CurrentAsync("2025-03")).Geval!.Lonen.Select(l => l.Nettoloon));
    }

    [Fact]
    public async Task Run_TwoCorrectionsOfOneSlip_AsksAndDoesNotCountBoth()
    {
        await using var desk = await Desk.WithOneCaseAsync(store);
        desk.Source.Put(Slips.Usable("a", "2025-03", 1000m), Slips.Usable("b", "2025-03", 900m, corrects: "a"), Slips.Usable("c", "2025-03", 800m, corrects: "a"));

        var march = Assert.Single((await desk.CheckAsync("2025-03")).Months);

        Assert.Equal((CheckOutcome.CannotCalculate, null), (march.Outcome, march.NewAmount));
        Assert.Contains(march.Findings, f => f.Code == "correctionUnclear");
    }

    [Fact]
    public async Task Run_CorrectionOfTheSlipOfAnotherEmployer_Asks()
    {
        await using var desk = await Desk.WithOneCaseAsync(store);
        desk.Source.Put(Slips.Usable("a", "2025-03", 1000m), Slips.Usable("b", "2025-03", 100m, Slips.Garage, corrects: "a"));

        var march = Assert.Single((await desk.CheckAsync("2025-03")).Months);

        Assert.Equal((CheckOutcome.CannotCalculate, null), (march.Outcome, march.NewAmount));
        Assert.Contains(march.Findings, f => f.Code == "correctionUnclear");
    }

    [Fact]
    public async Task Run_FactThatWasBeingSavedDuringTheCheck_IsSeenByTheNext()
    {
        await using var desk = await Desk.WithOneCaseAsync(store);
        desk.Source.Put(Slips.Usable("2025-03", "2025-03", 900m));
        var begun = desk.Clock.GetUtcNow();
        await desk.CheckAsync("2025-03");
        await desk.RunAsync(async db =>
        {
            db.Facts.Add(new FactEntry { Id = Guid.CreateVersion7(begun), DossierId = desk.DossierId, From = Desk.Day("2025-03-01"), Value = new OtherMeansFact("onderhoudsgeld", Bestaansmiddelsoort.Ander, Euro.Of(1200m)), Evidence = "brief", RecordedBy = Desk.Worker.Id, RecordedAt = begun });
            await db.SaveChangesAsync();
        });

        await desk.CheckAsync("2025-04");

        Assert.Single((await desk.CurrentAsync("2025-03")).Geval!.AndereBestaansmiddelen);
    }

    [Fact]
    public async Task Run_LawIsOfALaterVersion_ChecksEarlierMonthsToo()
    {
        await using var desk = await Desk.WithOneCaseAsync(store);
        desk.Source.Put(Slips.Usable("2025-03", "2025-03", 900m));
        await desk.CheckAsync("2025-03");
        await desk.RunAsync(db => db.Checks.ExecuteUpdateAsync(c => c.SetProperty(x => x.LawVersion, "0").SetProperty(x => x.Fingerprint, "0")));

        await desk.CheckAsync("2025-04");

        Assert.Equal(AanvullendLeefloon.Versie, (await desk.CurrentAsync("2025-03")).LawVersion);
    }
}
