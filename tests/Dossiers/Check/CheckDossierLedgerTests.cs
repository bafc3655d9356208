using Microsoft.EntityFrameworkCore;
using SolidLoonfiches.Leefloon;
using SolidLoonfiches.Loonfiches;

namespace SolidLoonfiches.Dossiers.Tests;

public sealed class CheckDossierLedgerOnSqliteTests(SqliteStore store) : CheckDossierLedgerTests(store);

public sealed class CheckDossierLedgerOnPostgresTests(PostgresStore store) : CheckDossierLedgerTests(store);

/// <summary>More months than the one asked: what is early, what is late, and what runs on from month to month.</summary>
public abstract class CheckDossierLedgerTests(TestStore store)
{
    [Fact]
    public async Task Run_SlipOfALaterMonth_IsStoredAndUsedWhenItsMonthIsDue()
    {
        await using var desk = await Desk.WithOneCaseAsync(store);
        desk.Source.Put(Slips.Usable("maart", "2025-03", 1000m), Slips.Usable("april", "2025-04", 800m));

        Assert.Equal([Maand.Parse("2025-03")], (await desk.CheckAsync("2025-03")).Months.Select(m => m.Month));
        Assert.Equal(2, await desk.QueryAsync(db => db.Slips.CountAsync()));

        var april = Assert.Single((await desk.CheckAsync("2025-04")).Months);
        Assert.Equal((Maand.Parse("2025-04"), CheckOutcome.Changed), (april.Month, april.Outcome));
        Assert.Equal(800m, Assert.Single((await desk.CurrentAsync("2025-04")).Geval!.Lonen).Nettoloon);
    }

    [Fact]
    public async Task Run_FirstLookAtAFullVault_ChecksEveryMonthWithARight()
    {
        await using var desk = await Desk.OpenAsync(store);
        await desk.RecordAsync("2025-02-01", new CategoryFact(Categorie.Alleenstaand));
        await desk.RecordAsync("2025-02-01", new RightFact(null));
        await desk.ConsentAsync();
        desk.Source.Put([.. new[] { "2024-12", "2025-01", "2025-02", "2025-03", "2025-04" }.Select(m => Slips.Usable(m, m, 1000m))]);

        var report = await desk.CheckAsync("2025-04");

        // December and January are before the right: no business of the OCMW.
        Assert.Equal(["2025-02", "2025-03", "2025-04"], report.Months.Select(m => m.Month.ToString()));
        Assert.Equal([CheckOutcome.Changed, CheckOutcome.Unchanged, CheckOutcome.Unchanged], report.Months.Select(m => m.Outcome));
    }

    [Fact]
    public async Task Run_CorrectionOfAnEarlierMonth_ReachesTheMonthsAfterIt()
    {
        await using var desk = await Desk.WithOneCaseAsync(store);
        await desk.RecordAsync("2025-03-01", new ExemptionFact(Vrijstellingssoort.Gewoon, Desk.Day("2025-03-01"), [], null));
        await desk.RecordAsync("2025-03-01", new EmploymentFact(Slips.Bakker, "Bakkerij De Korenaar", null));
        foreach (var month in new[] { "2025-03", "2025-04", "2025-05" })
        {
            desk.Source.Put(Slips.Usable(month, month, 1000m));
            await desk.CheckAsync(month);
        }

        Assert.Equal([1064, 1034, 1003], (await desk.ChecksAsync()).Select(c => c.Result!.ResterendeDagen));
        Assert.Equal([new Periode(Desk.Day("2025-03-01"), Desk.Day("2025-03-31")), new Periode(Desk.Day("2025-04-01"), Desk.Day("2025-04-30"))], (await desk.CurrentAsync("2025-05")).Geval!.Vrijstelling.Verbruikt);

        // The March slip turns out to be of half the month.
        desk.Source.Put(Slips.Usable("2025-03-verbeterd", Slips.Fiche("2025-03-verbeterd", "2025-03", 1000m, corrects: "2025-03") with { PeriodFrom = Desk.Day("2025-03-17") }));
        var report = await desk.CheckAsync("2025-05");

        Assert.Equal(["2025-03", "2025-04", "2025-05"], report.Months.Select(m => m.Month.ToString()));
        Assert.All(report.Months, m => Assert.True(m.IsNew));
        Assert.Equal([CheckOutcome.Changed, CheckOutcome.Unchanged, CheckOutcome.Unchanged], report.Months.Select(m => m.Outcome));
        Assert.Equal(1019, (await desk.CurrentAsync("2025-05")).Result!.ResterendeDagen);
        Assert.Equal(["Els Janssens", null, null], report.Months.Select(m => m.ToldTo));
    }

    [Fact]
    public async Task Run_FactOfAnEarlierMonth_ChecksFromThereOn()
    {
        await using var desk = await Desk.WithOneCaseAsync(store);
        foreach (var month in new[] { "2025-03", "2025-04", "2025-05" })
        {
            desk.Source.Put(Slips.Usable(month, month, 900m));
            await desk.CheckAsync(month);
        }

        await desk.RecordAsync("2025-04-01", new OtherMeansFact("onderhoudsgeld", Bestaansmiddelsoort.Ander, Euro.Of(1200m)));
        var report = await desk.CheckAsync("2025-06");

        Assert.Equal([("2025-04", CheckOutcome.Changed), ("2025-05", CheckOutcome.Changed), ("2025-06", CheckOutcome.NoPayslipYet)], report.Months.Select(m => (m.Month.ToString(), m.Outcome)));
        var april = await desk.CurrentAsync("2025-04");
        Assert.Equal(Euro.Of(-100m), april.NewAmount!.Value - april.OldAmount!.Value);
    }

    [Fact]
    public async Task Run_FactsRecordedAfterTheSlips_MakesUpForTheMonths()
    {
        await using var desk = await Desk.OpenAsync(store);
        await desk.ConsentAsync();
        desk.Source.Put(Slips.Usable("maart", "2025-03", 1000m), Slips.Usable("april", "2025-04", 1000m));
        var first = Assert.Single((await desk.CheckAsync("2025-04")).Months);
        Assert.Equal((CheckOutcome.CannotCalculate, "factMissing"), (first.Outcome, first.Findings[0].Code));

        await desk.RecordAsync("2025-03-01", new RightFact(null));
        Assert.Contains("categorie", Assert.Single((await desk.CheckAsync("2025-04")).Months, m => m.Month == Maand.Parse("2025-04")).Findings.Single(f => f.Code == "factMissing").Sentence, StringComparison.Ordinal);
        await desk.RecordAsync("2025-03-01", new CategoryFact(Categorie.Samenwonend));

        Assert.Equal([CheckOutcome.Changed, CheckOutcome.Unchanged], (await desk.CheckAsync("2025-04")).Months.Select(m => m.Outcome));
    }

    [Fact]
    public async Task Run_CategoryForPartOfTheRight_SaysWhatTheLawMisses()
    {
        await using var desk = await Desk.OpenAsync(store);
        await desk.RecordAsync("2025-03-01", new RightFact(null));
        await desk.RecordAsync("2025-03-10", new CategoryFact(Categorie.Alleenstaand));
        await desk.ConsentAsync();
        desk.Source.Put(Slips.Usable("maart", "2025-03", 1000m));

        var month = Assert.Single((await desk.CheckAsync("2025-03")).Months);

        Assert.Equal(CheckOutcome.CannotCalculate, month.Outcome);
        Assert.Equal("law:categoryGap", month.Findings[0].Code);
        Assert.Null((await desk.CurrentAsync("2025-03")).Result);
    }

    [Fact]
    public async Task Run_RightEnded_NeitherWaitsForASlipNorCountsDays()
    {
        await using var desk = await Desk.WithOneCaseAsync(store);
        desk.Source.Put(Slips.Usable("maart", "2025-03", 1000m));
        await desk.CheckAsync("2025-03");
        await desk.RecordAsync("2024-11-01", new RightFact(Desk.Day("2025-03-31")));

        var month = Assert.Single((await desk.CheckAsync("2025-04")).Months, m => m.Month == Maand.Parse("2025-04"));

        Assert.Equal((CheckOutcome.Changed, Euro.Zero), (month.Outcome, month.NewAmount));
        Assert.Single(await desk.ChecksAsync(), c => c.Month == Maand.Parse("2025-03"));
        Assert.Empty((await desk.CheckAsync("2025-05")).Months);
    }

    [Fact]
    public async Task Run_RightEndedAndNothingIsOpen_StopsLookingIntoTheVaultAfterThreeMonths()
    {
        await using var desk = await Desk.WithOneCaseAsync(store);
        desk.Source.Put(Slips.Usable("maart", "2025-03", 1000m));
        await desk.RecordAsync("2024-11-01", new RightFact(Desk.Day("2025-03-31")));
        await desk.CheckAsync("2025-03");
        desk.Clock.Advance(TimeSpan.FromHours(1));
        await desk.CheckAsync("2025-06");
        Assert.Equal(2, desk.Source.Requests.Count);

        var july = await desk.CheckAsync("2025-07");

        Assert.Empty(july.Months);
        Assert.Equal(2, desk.Source.Requests.Count);
        Assert.Equal(2, await desk.QueryAsync(db => db.VaultReads.CountAsync()));
    }

    [Fact]
    public async Task Run_RightRecordedForMonthsThatAreOver_IsLookedIntoAndNotMissed()
    {
        await using var desk = await Desk.WithOneCaseAsync(store);
        desk.Source.Put(Slips.Usable("maart", "2025-03", 1000m));
        await desk.RecordAsync("2024-11-01", new RightFact(Desk.Day("2025-03-31")));
        await desk.CheckAsync("2025-03");
        desk.Clock.Advance(TimeSpan.FromHours(1));
        await desk.CheckAsync("2025-08");
        await desk.CheckAsync("2025-08");
        var looks = desk.Source.Requests.Count;
        await desk.CheckAsync("2025-09");
        Assert.Equal(looks, desk.Source.Requests.Count);
        desk.Source.Put(Slips.Usable("april", "2025-04", 1000m));
        await desk.RecordAsync("2025-04-01", new RightFact(Desk.Day("2025-04-30")));

        var report = await desk.CheckAsync("2025-09");

        Assert.Equal((Maand.Parse("2025-04"), CheckOutcome.Unchanged), Assert.Single(report.Months) is var april ? (april.Month, april.Outcome) : default);
        Assert.Equal(looks + 1, desk.Source.Requests.Count);
    }

    [Fact]
    public async Task Run_MonthOfAnEndedRightWithoutAnAmount_IsLookedForUntilItHasOne()
    {
        await using var desk = await Desk.WithOneCaseAsync(store);
        await desk.CheckAsync("2025-03");
        await desk.RecordAsync("2024-11-01", new RightFact(Desk.Day("2025-03-31")));
        desk.Clock.Advance(TimeSpan.FromHours(1));
        await desk.CheckAsync("2025-08");
        desk.Clock.Advance(TimeSpan.FromHours(1));
        desk.Source.Put(Slips.Usable("maart", "2025-03", 1000m));

        var march = Assert.Single((await desk.CheckAsync("2025-09")).Months, m => m.Month == Maand.Parse("2025-03"));

        Assert.NotNull(march.NewAmount);
        desk.Clock.Advance(TimeSpan.FromHours(1));
        var looks = desk.Source.Requests.Count;
        await desk.CheckAsync("2025-10");
        Assert.Equal(looks, desk.Source.Requests.Count);
    }

    [Fact]
    public async Task Run_RightNotBegun_HasNothingToSay()
    {
        await using var desk = await Desk.WithOneCaseAsync(store);

        Assert.Empty((await desk.CheckAsync("2024-10")).Months);
        Assert.Empty(await desk.MessagesAsync());
    }

    [Fact]
    public async Task Run_SlipRemovedFromTheVault_AsksAndWaits()
    {
        await using var desk = await Desk.WithOneCaseAsync(store);
        desk.Source.Put(Slips.Usable("maart", "2025-03", 1000m));
        await desk.CheckAsync("2025-03");
        desk.Source.Documents.Clear();
        desk.Source.Put(Slips.Usable("april", "2025-04", 1000m));

        var report = await desk.CheckAsync("2025-04");

        var march = report.Months[0];
        Assert.Equal((Maand.Parse("2025-03"), CheckOutcome.NoPayslipYet), (march.Month, march.Outcome));
        Assert.Contains(march.Findings, f => f.Code == "slipRemoved");
        Assert.NotNull(await desk.QueryAsync(db => db.Slips.Where(s => s.Url == Slips.Url("maart").AbsoluteUri).Select(s => s.EndedAt).SingleAsync()));
    }

    [Fact]
    public async Task Run_SameSlipUnderTwoNames_CountsOnce()
    {
        await using var desk = await Desk.WithOneCaseAsync(store);
        desk.Source.Put(Slips.Usable("maart", "2025-03", 1000m), Slips.Usable("maart-kopie", "2025-03", 1000m));

        var month = Assert.Single((await desk.CheckAsync("2025-03")).Months);

        Assert.Contains(month.Findings, f => f.Code == "sameSlipTwice");
        Assert.Equal(1000m, Assert.Single((await desk.CurrentAsync("2025-03")).Geval!.Lonen).Nettoloon);
    }

    [Fact]
    public async Task Run_CorrectionIsTakenAway_TheFirstSlipCountsAgain()
    {
        await using var desk = await Desk.WithOneCaseAsync(store);
        desk.Source.Put(Slips.Usable("maart", "2025-03", 900m));
        var first = Assert.Single((await desk.CheckAsync("2025-03")).Months).NewAmount;
        desk.Source.Put(Slips.Usable("maart-verbeterd", "2025-03", 1000m, corrects: "maart"));
        await desk.CheckAsync("2025-03");
        desk.Source.Documents.Remove(Slips.Url("maart-verbeterd").AbsoluteUri);

        Assert.Equal(first, Assert.Single((await desk.CheckAsync("2025-03")).Months).NewAmount);
    }

    [Fact]
    public async Task Run_PeriodOfNonsenseOnAKeptOutSlip_DoesNotStopTheDossier()
    {
        await using var desk = await Desk.WithOneCaseAsync(store);
        desk.Source.Put(Slips.Usable("maart", "2025-03", 1000m),
            Slips.KeptOut("a", "2025-03") with { PeriodFrom = DateOnly.MinValue, PeriodTo = DateOnly.MaxValue },
            Slips.KeptOut("b", "2025-03") with { PeriodFrom = Desk.Day("2025-03-31"), PeriodTo = Desk.Day("2025-03-01") });

        var month = Assert.Single((await desk.CheckAsync("2025-03")).Months);

        Assert.Equal((CheckOutcome.Changed, 2), (month.Outcome, month.Findings.Count(f => f.Code == "slipKeptOut")));
    }

    [Fact]
    public async Task Run_TextThatPostgresCannotStore_IsStoredWithoutIt()
    {
        await using var desk = await Desk.WithOneCaseAsync(store);
        desk.Source.Put(Slips.Usable("maart", Slips.Fiche("maart", "2025-03", 1000m) with { EmployerName = "Bakkerij\0De Korenaar" }));

        Assert.Equal(CheckOutcome.Changed, Assert.Single((await desk.CheckAsync("2025-03")).Months).Outcome);
        Assert.False(Assert.Single((await desk.CheckAsync("2025-03")).Months).IsNew);
    }

    [Fact]
    public async Task Run_AddressLongerThanAnIndexTakes_IsToldAndNotStored()
    {
        await using var desk = await Desk.WithOneCaseAsync(store);
        desk.Source.Put(Slips.Usable("maart", "2025-03", 1000m), Slips.Usable(new string('x', 4000), "2025-03", 1000m));

        var month = Assert.Single((await desk.CheckAsync("2025-03")).Months);

        Assert.Equal(CheckOutcome.VaultUnreachable, month.Outcome);
        Assert.Equal(1, await desk.QueryAsync(db => db.Slips.CountAsync()));
    }
}
