using SolidLoonfiches.Loonfiches;

namespace SolidLoonfiches.Dossiers.Tests;

public sealed class CheckDossierExpectationOnSqliteTests(SqliteStore store) : CheckDossierExpectationTests(store);

public sealed class CheckDossierExpectationOnPostgresTests(PostgresStore store) : CheckDossierExpectationTests(store);

/// <summary>A payslip that is not there: not yet due, due, late, confirmed zero, work ended. Never zero income by itself.</summary>
public abstract class CheckDossierExpectationTests(TestStore store)
{
    /// <summary>A dossier whose employer pays on the tenth of the month after; the clock stands at 5 August 2025.</summary>
    private async Task<Desk> PaidOnTheTenthAsync()
    {
        var desk = await Desk.WithOneCaseAsync(store);
        foreach (var month in new[] { "2025-04", "2025-05", "2025-06" })
        {
            desk.Source.Put(Slips.Usable(month, Slips.Fiche(month, month, 1000m) with { PaidOn = Maand.Parse(month).Next.FirstDay.AddDays(9) }));
        }

        await desk.CheckAsync("2025-06");
        return desk;
    }

    [Fact]
    public async Task Run_BeforeTheUsualPayday_IsNotYetExpectedAndDisturbsNobody()
    {
        await using var desk = await PaidOnTheTenthAsync();

        var july = Assert.Single((await desk.CheckAsync("2025-07")).Months);

        Assert.Equal((CheckOutcome.NoPayslipYet, null, true, null), (july.Outcome, july.NewAmount, july.IsNew, july.ToldTo));
        var found = Assert.Single(july.Findings);
        Assert.Equal("slipNotYetExpected", found.Code);
        Assert.Contains("rond 10 augustus 2025", found.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_PaydayPassesAndTheDaysToDeliverToo_IsToldAsDueAndAgainAsLate()
    {
        await using var desk = await PaidOnTheTenthAsync();
        await desk.CheckAsync("2025-07");
        desk.Clock.Advance(TimeSpan.FromDays(6));
        var due = Assert.Single((await desk.CheckAsync("2025-07")).Months);
        var again = Assert.Single((await desk.CheckAsync("2025-07")).Months);
        desk.Clock.Advance(TimeSpan.FromDays(10));
        var late = Assert.Single((await desk.CheckAsync("2025-07")).Months);

        Assert.Equal(("slipExpected", "Els Janssens"), (Assert.Single(due.Findings).Code, due.ToldTo));
        Assert.False(again.IsNew);
        Assert.Equal(("slipLate", "Els Janssens", (Euro?)null), (Assert.Single(late.Findings).Code, late.ToldTo, late.NewAmount));

        desk.Source.Put(Slips.Usable("2025-07", "2025-07", 1000m));
        Assert.Equal(CheckOutcome.Unchanged, Assert.Single((await desk.CheckAsync("2025-07")).Months).Outcome);
    }

    [Fact]
    public async Task Run_ZeroConfirmedForTheEmployer_CalculatesWithoutWageAndSaysSo()
    {
        await using var desk = await PaidOnTheTenthAsync();
        await desk.RecordAsync("2025-07-01", new NoWageFact(Slips.Bakker, "Bakkerij De Korenaar", true));

        var july = Assert.Single((await desk.CheckAsync("2025-07")).Months);

        Assert.Equal((CheckOutcome.Changed, Euro.Of(1314.20m)), (july.Outcome, july.NewAmount));
        Assert.Contains(july.Findings, f => f.Code == "zeroConfirmed");

        // For that month alone.
        desk.Clock.Advance(TimeSpan.FromDays(60));
        Assert.Equal(CheckOutcome.NoPayslipYet, Assert.Single((await desk.CheckAsync("2025-08")).Months, m => m.Month == Maand.Parse("2025-08")).Outcome);
    }

    [Fact]
    public async Task Run_ZeroConfirmedForAnotherEmployer_StillWaits()
    {
        await using var desk = await PaidOnTheTenthAsync();
        await desk.RecordAsync("2025-07-01", new NoWageFact(Slips.Garage, "Garage Peeters", true));

        Assert.Equal((CheckOutcome.NoPayslipYet, null), Assert.Single((await desk.CheckAsync("2025-07")).Months) is var july ? (july.Outcome, july.NewAmount) : default);
    }

    [Fact]
    public async Task Run_ZeroConfirmedForEverybody_CalculatesADossierWithoutEmployers()
    {
        await using var desk = await Desk.WithOneCaseAsync(store);
        await desk.RecordAsync("2025-03-01", new NoWageFact(null, null, true));

        Assert.Equal(Euro.Of(1314.20m), Assert.Single((await desk.CheckAsync("2025-03")).Months).NewAmount);
    }

    [Fact]
    public async Task Run_ConfirmationTakenBack_WaitsAgain()
    {
        await using var desk = await PaidOnTheTenthAsync();
        await desk.RecordAsync("2025-07-01", new NoWageFact(Slips.Bakker, "Bakkerij De Korenaar", true));
        await desk.CheckAsync("2025-07");
        await desk.RecordAsync("2025-07-01", new NoWageFact(Slips.Bakker, "Bakkerij De Korenaar", false));

        Assert.Equal((CheckOutcome.NoPayslipYet, null), Assert.Single((await desk.CheckAsync("2025-07")).Months) is var july ? (july.Outcome, july.NewAmount) : default);
    }

    [Fact]
    public async Task Run_SlipComesForAMonthOfConfirmedZero_TheSlipCountsAndItIsTold()
    {
        await using var desk = await PaidOnTheTenthAsync();
        await desk.RecordAsync("2025-07-01", new NoWageFact(Slips.Bakker, "Bakkerij De Korenaar", true));
        await desk.CheckAsync("2025-07");
        desk.Source.Put(Slips.Usable("2025-07", "2025-07", 1000m));

        var july = Assert.Single((await desk.CheckAsync("2025-07")).Months);

        Assert.Contains(july.Findings, f => f.Code == "zeroContradicted");
        Assert.DoesNotContain(july.Findings, f => f.Code == "zeroConfirmed");
        Assert.Single((await desk.CurrentAsync("2025-07")).Geval!.Lonen);
    }

    [Fact]
    public async Task Run_WorkEndedTheMonthBefore_SaysSoOnce()
    {
        await using var desk = await PaidOnTheTenthAsync();
        await desk.RecordAsync("2025-04-01", new EmploymentFact(Slips.Bakker, "Bakkerij De Korenaar", Desk.Day("2025-06-30")));

        var july = Assert.Single((await desk.CheckAsync("2025-07")).Months);
        desk.Clock.Advance(TimeSpan.FromDays(30));
        var august = Assert.Single((await desk.CheckAsync("2025-08")).Months);

        Assert.Equal(["employmentEnded"], july.Findings.Select(f => f.Code));
        Assert.Empty(august.Findings);
        Assert.Equal(Euro.Of(1314.20m), august.NewAmount);
    }

    [Fact]
    public async Task Record_NoWageOnAnotherDayThanTheFirst_IsRefused()
    {
        await using var desk = await Desk.WithOneCaseAsync(store);

        Assert.Equal("from", Assert.IsType<RecordFact.Outcome.Refused>(await desk.TryRecordAsync("2025-07-02", new NoWageFact(null, null, true))).Field);
        Assert.Equal("name", Assert.IsType<RecordFact.Outcome.Refused>(await desk.TryRecordAsync("2025-07-01", new NoWageFact(Slips.Bakker, null, true))).Field);
        await desk.RecordAsync("2025-07-01", new NoWageFact(null, null, true));
        var facts = DossierFacts.From(await desk.QueryAsync(db => Task.FromResult(db.Facts.ToList())));
        Assert.Contains(facts.On(Desk.Day("2025-07-31")), e => e.Value is NoWageFact);
        Assert.DoesNotContain(facts.On(Desk.Day("2025-08-01")), e => e.Value is NoWageFact);
    }
}
