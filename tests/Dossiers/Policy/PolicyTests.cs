using SolidLoonfiches.Leefloon;
using SolidLoonfiches.Loonfiches;

namespace SolidLoonfiches.Dossiers.Tests;

public sealed class PolicyOnSqliteTests(SqliteStore store) : PolicyTests(store);

public sealed class PolicyOnPostgresTests(PostgresStore store) : PolicyTests(store);

public abstract class PolicyTests(TestStore store)
{
    private static readonly Beleid MonthBefore = new() { Loonmaand = Loonmaand.MaandErvoor };

    private static readonly Beleid Spread = new() { Premies = Premietelling.OverTwaalfMaanden };

    private static readonly PayLine Premium = new("P", "Dubbel vakantiegeld", ComponentKind.HolidayPayDouble, PaySection.UntaxedExtras, Euro.Of(600m));

    [Fact]
    public async Task MonthBefore_WageOfFebruary_IsSetAgainstMarch()
    {
        await using var desk = await Desk.WithOneCaseAsync(store);
        await SetAsync(desk, "2025-01", MonthBefore);
        desk.Source.Put(Slips.Usable("februari", "2025-02", 1000m), Slips.Usable("maart", "2025-03", 5m));

        await desk.CheckAsync("2025-03");

        var check = await desk.CurrentAsync("2025-03");
        Assert.Equal(Loonmaand.MaandErvoor, check.Geval!.Beleid.Loonmaand);
        Assert.Equal(["https://vault.example/an/loonfiches/februari.ttl#loonfiche"], check.Geval.Lonen.Select(l => l.Id));
        Assert.Contains(check.Findings, f => f.Code == "warning:policyApplied:wageMonth");
        Assert.Equal(Amount("2025-03", 1000m), check.NewAmount);
    }

    [Fact]
    public async Task MonthBefore_SlipOfFebruaryIsMissing_IsWaitedForInMarchAndNamed()
    {
        await using var desk = await Desk.WithOneCaseAsync(store);
        await SetAsync(desk, "2025-01", MonthBefore);
        desk.Source.Put(Slips.Usable("maart", "2025-03", 1000m));

        await desk.CheckAsync("2025-03");

        var check = await desk.CurrentAsync("2025-03");
        Assert.Equal(CheckOutcome.NoPayslipYet, check.Outcome);
        Assert.Contains("februari 2025", Assert.Single(check.Findings, f => f.Code == "noPayslip").Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task MonthBefore_SlipIsCorrected_TheMonthAfterItIsDoneAgainAndNotItsOwn()
    {
        await using var desk = await Desk.WithOneCaseAsync(store);
        await SetAsync(desk, "2025-01", MonthBefore);
        desk.Source.Put(Slips.Usable("januari", "2025-01", 500m), Slips.Usable("februari", "2025-02", 1000m));
        await desk.CheckAsync("2025-02");
        await desk.CheckAsync("2025-03");
        desk.Source.Put(Slips.Usable("februari-verbeterd", "2025-02", 800m, corrects: "februari"));

        var report = await desk.CheckAsync("2025-03");

        var month = Assert.Single(report.Months);
        Assert.Equal((Maand.Parse("2025-03"), true, Amount("2025-03", 800m)), (month.Month, month.IsNew, month.NewAmount));
        Assert.Equal(Amount("2025-02", 500m), (await desk.CurrentAsync("2025-02")).NewAmount);
    }

    [Fact]
    public async Task Policy_FromALaterMonth_LeavesEarlierMonthsAsTheyWere()
    {
        await using var desk = await Desk.WithOneCaseAsync(store);
        desk.Source.Put(Slips.Usable("februari", "2025-02", 700m), Slips.Usable("maart", "2025-03", 1000m), Slips.Usable("april", "2025-04", 100m));
        await desk.CheckAsync("2025-03");
        var before = await desk.CurrentAsync("2025-03");
        await SetAsync(desk, "2025-04", MonthBefore);

        await desk.CheckAsync("2025-04");

        Assert.Equal(Amount("2025-04", 1000m), (await desk.CurrentAsync("2025-04")).NewAmount);
        Assert.Equal(before.Id, (await desk.CurrentAsync("2025-03")).Id);
    }

    [Fact]
    public async Task Spread_SlipOfJune_CountsInLaterMonthsAndIsNewsInItsOwnOnly()
    {
        await using var desk = await Desk.WithOneCaseAsync(store);
        await SetAsync(desk, "2025-01", Spread);
        desk.Source.Put(Slips.Usable("mei", "2025-05", 500m, lines: Premium), Slips.Usable("juni", "2025-06", 500m), Slips.Usable("juli", "2025-07", 500m));

        foreach (var month in (string[])["2025-05", "2025-06", "2025-07"])
        {
            await desk.CheckAsync(month);
            Assert.Equal(Amount(month, 550m), (await desk.CurrentAsync(month)).NewAmount);
        }

        var july = await desk.CurrentAsync("2025-07");
        Assert.Equal(2, july.SlipIds.Count);
        Assert.Single(july.Findings, f => f.Code == "newSlip");
        Assert.Contains(All(july.Result!.Stap), s => s.Naam == "verschovenLoondeel");
    }

    [Fact]
    public async Task Spread_SlipIsCorrected_EveryMonthThatItTouchesIsDoneAgain()
    {
        await using var desk = await Desk.WithOneCaseAsync(store);
        await SetAsync(desk, "2025-01", Spread);
        desk.Source.Put(Slips.Usable("mei", "2025-05", 500m, lines: Premium), Slips.Usable("juni", "2025-06", 500m), Slips.Usable("juli", "2025-07", 500m));
        foreach (var month in (string[])["2025-05", "2025-06", "2025-07"])
        {
            await desk.CheckAsync(month);
        }

        desk.Source.Put(Slips.Usable("mei-verbeterd", "2025-05", 500m, corrects: "mei"));
        var report = await desk.CheckAsync("2025-07");

        Assert.Equal(["2025-05", "2025-06", "2025-07"], report.Months.Select(m => m.Month.ToString()));
        Assert.All(report.Months, m => Assert.Equal((true, Amount(m.Month.ToString(), 500m)), (m.IsNew, m.NewAmount)));
    }

    [Fact]
    public async Task Spread_WageOfTheMonthIsMissing_APremiumOfEarlierDoesNotStandForIt()
    {
        await using var desk = await Desk.WithOneCaseAsync(store);
        await SetAsync(desk, "2025-01", Spread);
        desk.Source.Put(Slips.Usable("mei", "2025-05", 500m, lines: Premium));
        await desk.CheckAsync("2025-05");

        await desk.CheckAsync("2025-06");

        Assert.Equal(CheckOutcome.NoPayslipYet, (await desk.CurrentAsync("2025-06")).Outcome);
    }

    [Fact]
    public async Task SetPolicy_ForAMonthThatWasCheckedOrWithoutReason_IsRefused()
    {
        await using var desk = await Desk.WithOneCaseAsync(store);
        desk.Source.Put(Slips.Usable("maart", "2025-03", 1000m));
        await desk.CheckAsync("2025-03");

        var refused = Assert.IsType<SetPolicy.Outcome.Refused>(await TrySetAsync(desk, "2025-03", MonthBefore, "besluit"));
        Assert.Equal("from", refused.Field);
        Assert.StartsWith("Maart 2025 is al berekend.", refused.Sentence, StringComparison.Ordinal);
        Assert.Equal("reason", Assert.IsType<SetPolicy.Outcome.Refused>(await TrySetAsync(desk, "2025-04", MonthBefore, " ")).Field);
        Assert.IsType<SetPolicy.Outcome.Recorded>(await TrySetAsync(desk, "2025-04", MonthBefore, "besluit"));
    }

    [Fact]
    public async Task SetPolicy_TwiceForOneMonth_TheLastHolds()
    {
        await using var desk = await Desk.WithOneCaseAsync(store);
        await SetAsync(desk, "2025-03", MonthBefore);
        await SetAsync(desk, "2025-03", new Beleid { Componenten = new Dictionary<ComponentKind, bool> { [ComponentKind.EcoCheque] = false } });
        desk.Source.Put(Slips.Usable("maart", "2025-03", 1000m, lines: new PayLine("E", "Ecocheques", ComponentKind.EcoCheque, PaySection.InKind, Euro.Of(141m))));

        await desk.CheckAsync("2025-03");

        var check = await desk.CurrentAsync("2025-03");
        Assert.Equal(Amount("2025-03", 1000m), check.NewAmount);
        Assert.Contains(check.Findings, f => f.Code == "warning:policyApplied:components.ecoCheque");
    }

    [Fact]
    public async Task ShortageJob_ASecondTime_IsRefusedAndTheFirstCanBeCorrected()
    {
        await using var desk = await Desk.WithOneCaseAsync(store);
        static ExemptionFact Job(string from) => new(Vrijstellingssoort.Knelpuntberoep, Desk.Day("2024-05-01"), [], Desk.Day(from));
        await desk.RecordAsync("2024-05-01", Job("2024-05-02"));
        await desk.RecordAsync("2024-05-01", Job("2024-05-01"));
        await desk.RecordAsync("2024-08-01", new ExemptionFact(Vrijstellingssoort.Gewoon, Desk.Day("2024-05-01"), [], null));

        var refused = Assert.IsType<RecordFact.Outcome.Refused>(await desk.TryRecordAsync("2025-05-01", Job("2025-05-01")));
        Assert.Equal("shortageFrom", refused.Field);
        Assert.StartsWith("Deze persoon kreeg de hogere vrijstelling voor een knelpuntberoep al, vanaf 1 mei 2024.", refused.Sentence, StringComparison.Ordinal);
        await desk.RecordAsync("2025-05-01", Job("2024-05-01"));
    }

    private static IEnumerable<Stap> All(Stap step) => step.Uit.SelectMany(All).Prepend(step);

    private static Euro Amount(string month, decimal wage) => Assert.IsType<Uitkomst.Berekend>(AanvullendLeefloon.Bereken(new Geval
    {
        Maand = Maand.Parse(month),
        Categorieen = [new(Desk.Day("2024-11-01"), Categorie.Alleenstaand)],
        Recht = [new(Desk.Day("2024-11-01"), null)],
        Lonen = [new Loon("x", "x", Maand.Parse(month).FirstDay, Maand.Parse(month).LastDay, Maand.Parse(month).LastDay, wage, [])],
    })).Resultaat.Bedrag;

    private static Task<SetPolicy.Outcome> TrySetAsync(Desk desk, string from, Beleid policy, string reason)
    {
        desk.Clock.Advance(TimeSpan.FromMinutes(1));
        return desk.UseAsync<SetPolicy, SetPolicy.Outcome>(set => set.RunAsync(new(Maand.Parse(from), policy, reason, Desk.Worker), CancellationToken.None));
    }

    private static async Task SetAsync(Desk desk, string from, Beleid policy) => Assert.IsType<SetPolicy.Outcome.Recorded>(await TrySetAsync(desk, from, policy, "besluit van de raad"));
}
