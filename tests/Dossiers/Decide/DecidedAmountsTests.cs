using Microsoft.EntityFrameworkCore;
using SolidLoonfiches.Leefloon;
using SolidLoonfiches.Loonfiches;

namespace SolidLoonfiches.Dossiers.Tests;

public sealed class DecidedAmountsOnSqliteTests(SqliteStore store) : DecidedAmountsTests(store);

public sealed class DecidedAmountsOnPostgresTests(PostgresStore store) : DecidedAmountsTests(store);

/// <summary>What was decided stands: what comes after it is measured from it, and not from what was calculated.</summary>
public abstract class DecidedAmountsTests(TestStore store)
{
    private static readonly Euro Decided = Euro.Of(600m);

    private static Task<Worklist.Answer> ListAsync(Desk desk) =>
        desk.UseAsync<Worklist, Worklist.Answer>(w => w.RunAsync(new(Desk.Worker, true, WorklistFilter.All, 1, Belgium.DayOf(desk.Clock.GetUtcNow())), CancellationToken.None));

    private static Task<Herrekening> RecalculationAsync(Desk desk) => desk.QueryAsync(async db => Recalculation.Of(
        await db.Checks.Select(c => new RecalculatedCheck(c.Id, c.Month, c.ReplacesId, c.IsCurrent, c.Outcome, c.OldAmount, c.NewAmount, c.Findings)).ToListAsync(),
        await db.Proposals.Where(p => p.EndedAt == null).ToDictionaryAsync(p => p.CheckId, p => new RecalculationAnswer(p.Kind, p.Amount)),
        await DecidedAmounts.OfAsync(db, desk.DossierId, CancellationToken.None)));

    /// <summary>Calculated for March with a wage of 1000.</summary>
    private async Task<(Desk Desk, Euro Calculated)> MarchAsync()
    {
        var desk = await Desk.WithOneCaseAsync(store);
        desk.Source.Put(Slips.Usable("maart", "2025-03", 1000m), Slips.Usable("april", "2025-04", 1000m));
        await desk.CheckAsync("2025-03");
        return (desk, (await desk.CurrentAsync("2025-03")).NewAmount!.Value);
    }

    [Fact]
    public async Task NextMonth_OtherThanCalculatedWasDecided_DiffersFromTheDecisionAndAsks()
    {
        var (desk, calculated) = await MarchAsync();
        await using var _ = desk;
        await desk.DecideAsync("2025-03", Decided);

        var april = Assert.Single((await desk.CheckAsync("2025-04")).Months);

        Assert.Equal((CheckOutcome.Changed, "Els Janssens"), (april.Outcome, april.ToldTo));
        Assert.Equal((Decided, calculated), ((await desk.CurrentAsync("2025-04")).OldAmount, (await desk.CurrentAsync("2025-04")).NewAmount));
    }

    [Fact]
    public async Task NextMonth_DecidedAsCalculated_IsUnchanged()
    {
        var (desk, calculated) = await MarchAsync();
        await using var _ = desk;
        await desk.DecideAsync("2025-03", calculated);

        var april = Assert.Single((await desk.CheckAsync("2025-04")).Months);
        Assert.Equal((CheckOutcome.Unchanged, null), (april.Outcome, april.ToldTo));
    }

    [Fact]
    public async Task NextMonth_BelowTheThresholdOfWhatWasCalculatedButNotOfWhatWasDecided_IsTold()
    {
        var (desk, _) = await MarchAsync();
        await using var closing = desk;
        await desk.RunAsync(db => db.Ocmws.ExecuteUpdateAsync(set => set.SetProperty(o => o.TellFrom, Euro.Of(5m))));
        await desk.DecideAsync("2025-03", Decided);
        desk.Source.Put(Slips.Usable("april", "2025-04", 1001m));

        Assert.Equal("Els Janssens", Assert.Single((await desk.CheckAsync("2025-04")).Months).ToldTo);
    }

    [Fact]
    public async Task Recalculation_OfADecidedMonth_IsMeasuredFromTheDecision()
    {
        var (desk, calculated) = await MarchAsync();
        await using var _ = desk;
        await desk.DecideAsync("2025-03", Decided);
        desk.Source.Put(Slips.Usable("maart-b", "2025-03", 900m, corrects: "maart"));
        await desk.CheckAsync("2025-03");

        var month = Assert.Single((await RecalculationAsync(desk)).Maanden);
        Assert.Equal((Decided, calculated + Euro.Of(100m)), (month.Oud, month.Nieuw));
        Assert.Equal(calculated + Euro.Of(100m) - Decided, month.Verschil);
    }

    [Fact]
    public async Task Recalculation_OfAMonthAfterTheDecision_IsMeasuredFromTheDecision()
    {
        var (desk, _) = await MarchAsync();
        await using var closing = desk;
        await desk.CheckAsync("2025-04");
        await desk.DecideAsync("2025-03", Decided);
        desk.Source.Put(Slips.Usable("april-b", "2025-04", 900m, corrects: "april"));
        await desk.CheckAsync("2025-04");

        Assert.Equal(Decided, Assert.Single((await RecalculationAsync(desk)).Maanden).Oud);
    }

    [Fact]
    public async Task Decide_LessThanWasDecidedSince_NeedsAHearingFirst()
    {
        var (desk, calculated) = await MarchAsync();
        await using var _ = desk;
        await desk.CheckAsync("2025-04");
        var more = calculated + Euro.Of(100m);
        var march = await desk.DecideAsync("2025-03", more);
        foreach (var how in (string?[])["brief", null])
        {
            Assert.IsType<StepOutcome.Done>(await desk.UseAsync<RecordNotice, StepOutcome>(o => o.RunAsync(new(march, Belgium.DayOf(desk.Clock.GetUtcNow()), how, Desk.Worker), CancellationToken.None)));
        }

        // Of April nothing is lower than what was calculated for March; the person gets more since.
        await desk.RecordAsync("2025-04-01", new OtherMeansFact("onderhoudsgeld", Bestaansmiddelsoort.Ander, Euro.Of(12m)));
        await desk.CheckAsync("2025-04");
        Assert.Equal(more, Assert.Single((await ListAsync(desk)).Lines).Stood);
        var april = await desk.ProposeAsync("2025-04");

        Assert.Equal(DecisionAct.Invite, (await desk.QueryAsync(db => Task.FromResult(db.Proposals.Single(p => p.Id == april)))).NextAct);
        Assert.IsType<StepOutcome.NotNow>(await desk.RecordDecisionAsync(april, calculated));
    }

    [Fact]
    public async Task Decided_ItsOwnLine_ShowsWhatStoodBeforeIt()
    {
        var (desk, _) = await MarchAsync();
        await using var closing = desk;
        await desk.DecideAsync("2025-03", Decided);

        var line = Assert.Single((await ListAsync(desk)).Lines);
        Assert.Equal((DecisionAct.Notify, (Euro?)null), (line.Act, line.Stood));
    }

    [Fact]
    public async Task Line_OfACheckThatWasThereBeforeTheDecision_ShowsWhatWasDecided()
    {
        var (desk, _) = await MarchAsync();
        await using var closing = desk;
        desk.Source.Put(Slips.Usable("april-b", "2025-04", 900m, corrects: "april"));
        await desk.CheckAsync("2025-04");
        await desk.DecideAsync("2025-03", Decided);

        var news = await desk.UseAsync<Worklist, Worklist.Answer>(w => w.RunAsync(new(Desk.Worker, true, WorklistFilter.News, 1, Belgium.DayOf(desk.Clock.GetUtcNow())), CancellationToken.None));
        Assert.Equal(Decided, Assert.Single(news.Lines).Stood);
    }

    [Fact]
    public async Task Proposed_AndANewCheckWithTheSameAmountTakesItsPlace_IsAskedAgain()
    {
        var (desk, calculated) = await MarchAsync();
        await using var _ = desk;
        await desk.ProposeAsync("2025-03");
        await desk.RecordAsync("2025-03-01", new OtherMeansFact("groeipakket", Bestaansmiddelsoort.Studietoelage, Euro.Of(1200m)));

        var march = Assert.Single((await desk.CheckAsync("2025-03")).Months);

        // The proposal waits for nothing any more: without a question here nobody would decide on March.
        Assert.Equal((CheckOutcome.Changed, "Els Janssens", calculated), (march.Outcome, march.ToldTo, (await desk.CurrentAsync("2025-03")).NewAmount));
        Assert.Equal((null, 0), (Assert.Single((await ListAsync(desk)).Lines).Act, (await ListAsync(desk)).Lines[0].More));
    }

    [Fact]
    public async Task SetAside_AndTheSameAmountNextMonth_IsStillAChange()
    {
        var (desk, calculated) = await MarchAsync();
        await using var _ = desk;
        await desk.DecideAsync("2025-03", calculated);
        desk.Source.Put(Slips.Usable("april", "2025-04", 1100m), Slips.Usable("mei", "2025-05", 1100m));
        await desk.CheckAsync("2025-04");
        await desk.ProposeAsync("2025-04", kind: ProposalKind.SetAside);

        var may = Assert.Single((await desk.CheckAsync("2025-05")).Months);
        Assert.Equal((CheckOutcome.Changed, calculated), (may.Outcome, (await desk.CurrentAsync("2025-05")).OldAmount));
    }
}
