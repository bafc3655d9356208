using SolidLoonfiches.Leefloon;

namespace SolidLoonfiches.Dossiers.Tests;

public sealed class ExemptionNoticeOnSqliteTests(SqliteStore store) : ExemptionNoticeTests(store);

public sealed class ExemptionNoticeOnPostgresTests(PostgresStore store) : ExemptionNoticeTests(store);

/// <summary>The end of the exemption of art. 35 KB is told three months ahead, and once.</summary>
public abstract class ExemptionNoticeTests(TestStore store)
{
    private async Task<Desk> WorkingAsync(string firstGranted, params Periode[] used)
    {
        var desk = await Desk.WithOneCaseAsync(store);
        await desk.RecordAsync("2025-02-01", new ExemptionFact(Vrijstellingssoort.Gewoon, Desk.Day(firstGranted), used, null));
        await desk.RecordAsync("2025-02-01", new EmploymentFact(Slips.Bakker, "Bakkerij De Korenaar", null));
        return desk;
    }

    private static async Task<Check> MonthAsync(Desk desk, string month)
    {
        desk.Source.Put(Slips.Usable(month, month, 1000m));
        await desk.CheckAsync(month);
        return await desk.CurrentAsync(month);
    }

    private static bool SaysSo(Check check) => check.Findings.Any(f => f.Code == "exemptionEnding");

    [Fact]
    public async Task Run_SixYearsEndOnTheLastDayOfTheThirdMonth_IsToldOnceInTheSaveOfTheCheck()
    {
        await using var desk = await WorkingAsync("2019-08-01");
        Assert.False(SaysSo(await MonthAsync(desk, "2025-02")));
        Assert.Single(await desk.MessagesAsync()); // of the first amount

        var march = await MonthAsync(desk, "2025-03");
        var finding = Assert.Single(march.Findings, f => f.Code == "exemptionEnding");
        Assert.Equal("De vrijstelling voor inkomsten uit werk (art. 35 KB) eindigt op 31 juli 2025: dan zijn de zes jaar voorbij. Bespreek het met de persoon: daarna telt het loon helemaal mee.", finding.Sentence);
        Assert.Equal(CheckOutcome.Unchanged, march.Outcome);
        var told = (await desk.MessagesAsync())[^1];
        Assert.Equal(MessageTopic.ExemptionEnding, told.Topic);
        var waits = await desk.UseAsync<Worklist, Worklist.Answer>(w => w.RunAsync(new(Desk.Worker, true, WorklistFilter.ExemptionEnding, 1, Desk.Day("2025-08-05")), CancellationToken.None));
        Assert.Equal((march.Id, 1), (Assert.Single(waits.Lines).Check.Id, waits.Total));
        Assert.Equal((march.Id, $"{march.DossierId:N}-2025-03-{march.Fingerprint}"), (told.CheckId, told.Key));

        // Again, and in the months after: found, and not told twice.
        await desk.CheckAsync("2025-03");
        Assert.True(SaysSo(await MonthAsync(desk, "2025-04")));
        Assert.Equal(2, (await desk.MessagesAsync()).Count);
    }

    [Fact]
    public async Task Run_DaysRunOutInThePresentRhythm_SaysWhenAndHowManyAreLeft()
    {
        // 979 days before March and 31 in it: of the 1,095 are 85 left, and every day is one of work.
        await using var desk = await WorkingAsync("2022-06-26", new Periode(Desk.Day("2022-06-26"), Desk.Day("2025-02-28")));
        var march = await MonthAsync(desk, "2025-03");

        Assert.Equal("De vrijstelling voor inkomsten uit werk (art. 35 KB) eindigt in het huidige ritme op 24 juni 2025: er blijven 85 dagen over. Bespreek het met de persoon: daarna telt het loon helemaal mee.", Assert.Single(march.Findings, f => f.Code == "exemptionEnding").Sentence);
    }

    [Fact]
    public async Task Run_SixYearsEndADayLater_IsToldAMonthLater()
    {
        await using var desk = await WorkingAsync("2019-08-02");

        Assert.False(SaysSo(await MonthAsync(desk, "2025-03")));
        Assert.True(SaysSo(await MonthAsync(desk, "2025-04")));
        Assert.Equal(2, (await desk.MessagesAsync()).Count);
    }

    [Fact]
    public async Task Run_NewCheckOfTheSameMonth_IsNotToldAgain()
    {
        await using var desk = await WorkingAsync("2019-08-01");
        await MonthAsync(desk, "2025-02");
        await MonthAsync(desk, "2025-03");
        Assert.Equal(2, (await desk.MessagesAsync()).Count);

        await desk.RecordAsync("2025-03-10", new ReviewFact());
        await desk.CheckAsync("2025-03");

        Assert.Equal(3, (await desk.ChecksAsync()).Count);
        Assert.True(SaysSo(await desk.CurrentAsync("2025-03")));
        Assert.Equal(2, (await desk.MessagesAsync()).Count);
    }
}
