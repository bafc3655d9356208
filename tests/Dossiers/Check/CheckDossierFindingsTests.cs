using SolidLoonfiches.Loonfiches;
using SolidLoonfiches.Sources;

namespace SolidLoonfiches.Dossiers.Tests;

public sealed class CheckDossierFindingsOnSqliteTests(SqliteStore store) : CheckDossierFindingsTests(store);

public sealed class CheckDossierFindingsOnPostgresTests(PostgresStore store) : CheckDossierFindingsTests(store);

/// <summary>Each thing that can be found, as a finding of its own.</summary>
public abstract class CheckDossierFindingsTests(TestStore store)
{
    [Fact]
    public async Task Run_SlipThatAnEarlierMonthsCheckRead_IsNewWhenItsOwnMonthComesDue()
    {
        await using var desk = await Desk.WithOneCaseAsync(store);
        desk.Source.Put(Slips.Usable("maart", "2025-03", 1000m), Slips.Usable("april", "2025-04", 900m));
        await desk.CheckAsync("2025-03");

        var april = Assert.Single((await desk.CheckAsync("2025-04")).Months);

        Assert.Equal(CheckOutcome.Changed, april.Outcome);
        Assert.Equal("newSlip", Assert.Single(april.Findings).Code);
        Assert.Equal(1, desk.Source.Requests[1].Known.Count(k => k.Url == Slips.Url("april")));
    }

    [Fact]
    public async Task Run_ChangeThatNobodyAnsweredComesBackAfterASilence_StillSaysWhy()
    {
        await using var desk = await Desk.WithOneCaseAsync(store);
        desk.Source.Put(Slips.Usable("maart", "2025-03", 1000m));
        await desk.CheckAsync("2025-03");
        await SilenceAsync(desk);
        var open = await desk.CurrentAsync("2025-03");
        Assert.Equal("newSlip", Assert.Single(open.Findings).Code);

        await desk.DecideAsync("2025-03");
        await SilenceAsync(desk);

        Assert.Empty((await desk.CurrentAsync("2025-03")).Findings);
    }

    [Fact]
    public async Task Run_SlipForAMonthThatWasCalculated_IsForAnOldMonth()
    {
        await using var desk = await Desk.WithOneCaseAsync(store);
        desk.Source.Put(Slips.Usable("maart", "2025-03", 1000m));
        await desk.CheckAsync("2025-03");
        desk.Source.Put(Slips.Usable("maart-2", "2025-03", 200m, Slips.Garage), Slips.Usable("april", "2025-04", 1000m), Slips.Usable("april-2", "2025-04", 200m, Slips.Garage));

        var report = await desk.CheckAsync("2025-04");

        var march = report.Months[0];
        var old = Assert.Single(march.Findings, f => f.Code == "slipForOldMonth");
        Assert.Equal(Slips.Url("maart-2").AbsoluteUri, old.SlipUrl);
        Assert.Contains("opnieuw berekend", old.Sentence, StringComparison.Ordinal);
        Assert.Equal("newEmployer", Assert.Single(march.Findings, f => f.Code != "slipForOldMonth" && f.Code != "newSlip").Code);
        Assert.Equal(["newSlip", "newSlip"], report.Months[1].Findings.Select(f => f.Code));
    }

    [Fact]
    public async Task Run_LateSlipOfAMonthThatWaited_SaysThatItCanBeCalculatedNow()
    {
        await using var desk = await Desk.WithOneCaseAsync(store);
        await desk.CheckAsync("2025-03");
        desk.Source.Put(Slips.Usable("maart", "2025-03", 1000m));

        var march = (await desk.CheckAsync("2025-04")).Months[0];

        Assert.Contains(march.Findings, f => f.Code == "slipForOldMonth" && f.Sentence.Contains("kon nog niet berekend worden", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Run_FirstLookAtSeveralMonths_CallsNoneOfThemOldAndNoEmployerNew()
    {
        await using var desk = await Desk.WithOneCaseAsync(store);
        desk.Source.Put(Slips.Usable("feb", "2025-02", 1000m), Slips.Usable("maart", "2025-03", 1000m), Slips.Usable("april", "2025-04", 1000m));

        var report = await desk.CheckAsync("2025-04");

        Assert.Equal(3, report.Months.Count);
        Assert.All(report.Months, m => Assert.Equal("newSlip", Assert.Single(m.Findings).Code));
    }

    [Fact]
    public async Task Run_EmployerOutsideTheRecordedWork_IsNewUntilItIsRecorded()
    {
        await using var desk = await Desk.WithOneCaseAsync(store);
        await desk.RecordAsync("2025-01-01", new EmploymentFact(Slips.Bakker, "Bakkerij De Korenaar", null));
        desk.Source.Put(Slips.Usable("maart", "2025-03", 800m), Slips.Usable("maart-2", "2025-03", 200m, Slips.Garage));

        var month = Assert.Single((await desk.CheckAsync("2025-03")).Months);

        var found = Assert.Single(month.Findings, f => f.Code == "newEmployer");
        Assert.Equal(Slips.Url("maart-2").AbsoluteUri, found.SlipUrl);
        await desk.RecordAsync("2025-03-01", new EmploymentFact(Slips.Garage, "Garage Peeters", null));
        desk.Source.Put(Slips.Usable("maart-3", Slips.Fiche("maart-3", "2025-03", 10m, Slips.Garage)));
        Assert.DoesNotContain(Assert.Single((await desk.CheckAsync("2025-03")).Months).Findings, f => f.Code == "newEmployer");
    }

    [Fact]
    public async Task Run_TwoPaydaysInOneCalendarMonth_IsToldAndEachWageCountsInItsOwnMonth()
    {
        await using var desk = await Desk.WithOneCaseAsync(store);
        desk.Source.Put(Slips.Usable("feb", Slips.Fiche("feb", "2025-02", 1000m) with { PaidOn = Desk.Day("2025-02-28") }));
        await desk.CheckAsync("2025-02");

        // March's wage on the first of April, April's on the thirtieth.
        desk.Source.Put(
            Slips.Usable("maart", Slips.Fiche("maart", "2025-03", 1000m) with { PaidOn = Desk.Day("2025-04-01") }),
            Slips.Usable("april", Slips.Fiche("april", "2025-04", 1000m) with { PaidOn = Desk.Day("2025-04-30") }));
        var march = await desk.CheckAsync("2025-03");
        var april = Assert.Single((await desk.CheckAsync("2025-04")).Months);

        Assert.DoesNotContain(march.Months.SelectMany(m => m.Findings), f => f.Code == "twoPaydays");
        var found = Assert.Single(april.Findings, f => f.Code == "twoPaydays");
        Assert.Contains("op 1 april en 30 april", found.Sentence, StringComparison.Ordinal);
        Assert.Equal((CheckOutcome.Unchanged, "Els Janssens"), (april.Outcome, april.ToldTo));
        Assert.Single((await desk.CurrentAsync("2025-04")).Geval!.Lonen);
    }

    [Fact]
    public async Task Run_PaidByTheWeek_IsOnlyUnusualWhereAMonthHasMorePaydays()
    {
        await using var desk = await Desk.WithOneCaseAsync(store);
        foreach (var (month, fridays) in new[] { ("2025-02", 4), ("2025-03", 4), ("2025-04", 4), ("2025-05", 5) })
        {
            var first = Maand.Parse(month).FirstDay;
            for (var week = 0; week < fridays; week++)
            {
                var name = $"{month}-{week}";
                desk.Source.Put(Slips.Usable(name, Slips.Fiche(name, month, 250m) with { PeriodFrom = first.AddDays(week * 7), PeriodTo = first.AddDays((week * 7) + 6 > 27 ? 27 : (week * 7) + 6), PaidOn = first.AddDays((week * 7) + 1 > 29 ? 29 : (week * 7) + 1) }));
            }
        }

        var told = new List<Maand>();
        foreach (var month in new[] { "2025-02", "2025-03", "2025-04", "2025-05" })
        {
            told.AddRange((await desk.CheckAsync(month)).Months.Where(m => m.Findings.Any(f => f.Code == "twoPaydays")).Select(m => m.Month));
        }

        Assert.Equal([Maand.Parse("2025-02"), Maand.Parse("2025-05")], told);
    }

    [Fact]
    public async Task Run_VaultSilentForTwoMonthlyChecks_IsGoneAndToldAgain()
    {
        await using var desk = await Desk.WithOneCaseAsync(store);
        desk.Source.Put(Slips.Usable("maart", "2025-03", 1000m));
        await desk.CheckAsync("2025-03");
        desk.Source.Answer = new SourceAnswer.Unreachable("unreachable", "De kluis was niet te bereiken.");
        var first = Assert.Single((await desk.CheckAsync("2025-04")).Months);
        Assert.Equal(["vault:unreachable", "sourceBroken"], first.Findings.Select(f => f.Code));
        Assert.Contains("Bakkerij De Korenaar", first.Findings[1].Sentence, StringComparison.Ordinal);
        desk.Clock.Advance(TimeSpan.FromDays(36));

        var later = Assert.Single((await desk.CheckAsync("2025-04")).Months);

        Assert.Equal((CheckOutcome.VaultUnreachable, null, "Els Janssens"), (later.Outcome, later.NewAmount, later.ToldTo));
        Assert.Equal(["vault:unreachable", "vaultGone", "sourceBroken"], later.Findings.Select(f => f.Code));
        Assert.True(await desk.QueryAsync(db => Task.FromResult(db.Consents.Single().IsActive)));
    }

    [Fact]
    public async Task Run_SlipReplacedInPlaceByADocumentThatIsNone_IsChangedAndNotRemoved()
    {
        await using var desk = await Desk.WithOneCaseAsync(store);
        desk.Source.Put(Slips.Usable("maart", "2025-03", 1000m));
        await desk.CheckAsync("2025-03");
        desk.Source.Put(Slips.KeptOut("maart", "2025-03"));

        var march = Assert.Single((await desk.CheckAsync("2025-03")).Months);

        Assert.Equal((CheckOutcome.CannotCalculate, null), (march.Outcome, march.NewAmount));
        Assert.Equal(["slipKeptOut", "slipChangedInPlace"], march.Findings.Select(f => f.Code));
    }

    private static async Task SilenceAsync(Desk desk)
    {
        desk.Source.Answer = new SourceAnswer.Unreachable("timeout", "De kluis antwoordde niet op tijd.");
        await desk.CheckAsync("2025-03");
        desk.Source.Answer = null;
        await desk.CheckAsync("2025-03");
    }
}
