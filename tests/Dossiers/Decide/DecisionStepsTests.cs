using SolidLoonfiches.Loonfiches;

namespace SolidLoonfiches.Dossiers.Tests;

public sealed class DecisionStepsOnSqliteTests(SqliteStore store) : DecisionStepsTests(store);

public sealed class DecisionStepsOnPostgresTests(PostgresStore store) : DecisionStepsTests(store);

public abstract class DecisionStepsTests(TestStore store)
{
    private static readonly Staff Second = Desk.Worker with { Id = "sub-2", Name = "Tom Claes" };

    private static readonly Staff Elsewhere = Desk.Worker with { OcmwKbo = "0123456749" };

    /// <summary>March 2025 with a wage, proposed; before it stood what <paramref name="before"/> gave.</summary>
    private static async Task<(Desk Desk, Guid Proposal)> ProposedAsync(TestStore store, decimal? before = null, bool fourEyes = false)
    {
        var desk = await Desk.WithOneCaseAsync(store);
        await desk.RunAsync(async db =>
        {
            db.Ocmws.Single().FourEyes = fourEyes;
            db.Staff.Add(new StaffMember { Id = Second.Id, OcmwKbo = Desk.Ocmw, Name = Second.Name });
            await db.SaveChangesAsync();
        });
        if (before is { } wage)
        {
            desk.Source.Put(Slips.Usable("februari", "2025-02", wage));
            await desk.CheckAsync("2025-02");
        }

        desk.Source.Put(Slips.Usable("maart", "2025-03", 1000m));
        await desk.CheckAsync("2025-03");
        return (desk, await ProposeAsync(desk));
    }

    private static async Task<Guid> ProposeAsync(Desk desk)
    {
        var check = await desk.CurrentAsync("2025-03");
        Assert.IsType<ProposeDecision.Outcome.Done>(await desk.UseAsync<ProposeDecision, ProposeDecision.Outcome>(p => p.RunAsync(new(check.Id, ProposalKind.Proposed, null, Desk.Worker), CancellationToken.None)));
        return await desk.QueryAsync(db => Task.FromResult(db.Proposals.Single(p => p.CheckId == check.Id && p.EndedAt == null).Id));
    }

    private static DateOnly Today(Desk desk) => Belgium.DayOf(desk.Clock.GetUtcNow());

    private static Task<StepOutcome> DecideAsync(Desk desk, Guid proposal, decimal? amount, string? text = null, string? number = "2025/114", DateOnly? on = null, Staff? by = null) =>
        desk.UseAsync<RecordDecision, StepOutcome>(o => o.RunAsync(new(proposal, DecidedBy.Committee, number, on ?? Today(desk), amount is { } a ? Euro.Of(a) : null, text, by ?? Desk.Worker), CancellationToken.None));

    private static Task<StepOutcome> HearAsync(Desk desk, Guid proposal, string? text) =>
        desk.UseAsync<RecordHearing, StepOutcome>(o => o.RunAsync(new(proposal, Today(desk), text, Desk.Worker), CancellationToken.None));

    private static Task<StepOutcome> NotifyAsync(Desk desk, Guid proposal, string? text, DateOnly? on = null) =>
        desk.UseAsync<RecordNotice, StepOutcome>(o => o.RunAsync(new(proposal, on ?? Today(desk), text, Desk.Worker), CancellationToken.None));

    private static Task<StepOutcome> SignAsync(Desk desk, Guid proposal, bool agrees, string? text, Staff by) =>
        desk.UseAsync<CountersignProposal, StepOutcome>(o => o.RunAsync(new(proposal, agrees, text, by), CancellationToken.None));

    private static async Task<decimal> AmountAsync(Desk desk) => (await desk.CurrentAsync("2025-03")).NewAmount!.Value.Amount;

    private static void Next(DecisionAct expected, StepOutcome outcome) => Assert.Equal(new StepOutcome.Done(expected), outcome);

    private static string Field(StepOutcome outcome) => Assert.IsType<StepOutcome.Refused>(outcome).Field;

    [Fact]
    public async Task Chain_FromProposalToPayment_KeepsEveryStep()
    {
        var (desk, proposal) = await ProposedAsync(store);
        await using var _ = desk;
        var amount = await AmountAsync(desk);

        Next(DecisionAct.Notify, await DecideAsync(desk, proposal, amount));
        desk.Clock.Advance(TimeSpan.FromDays(1));
        Next(DecisionAct.HandToPayment, await NotifyAsync(desk, proposal, "aangetekende brief"));
        desk.Clock.Advance(TimeSpan.FromDays(1));
        Next(DecisionAct.Nothing, await NotifyAsync(desk, proposal, null));

        var steps = await desk.QueryAsync(db => Task.FromResult(db.DecisionSteps.OrderBy(s => s.RecordedAt).ToList()));
        Assert.Equal([DecisionStepKind.Decided, DecisionStepKind.Notified, DecisionStepKind.HandedToPayment], steps.Select(s => s.Kind));
        Assert.Equal((DecidedBy.Committee, "2025/114", Euro.Of(amount), Desk.Worker.Id), (steps[0].DecidedBy, steps[0].Number, steps[0].Amount, steps[0].By));
        Assert.IsType<StepOutcome.NotNow>(await NotifyAsync(desk, proposal, null));
    }

    [Fact]
    public async Task Decide_LessThanBefore_WaitsUntilThePersonIsHeard()
    {
        var (desk, proposal) = await ProposedAsync(store, before: 500m);
        await using var _ = desk;
        var amount = await AmountAsync(desk);

        Assert.IsType<StepOutcome.NotNow>(await DecideAsync(desk, proposal, amount));
        Assert.Equal("text", Field(await HearAsync(desk, proposal, " ")));
        Next(DecisionAct.Hear, await HearAsync(desk, proposal, "brief van vandaag"));
        Assert.IsType<StepOutcome.NotNow>(await DecideAsync(desk, proposal, amount));
        Next(DecisionAct.Decide, await HearAsync(desk, proposal, "kwam langs, is akkoord"));
        Next(DecisionAct.Notify, await DecideAsync(desk, proposal, amount));
    }

    [Fact]
    public async Task Decide_LowerThanProposedAndNobodyWasHeard_IsRefused()
    {
        var (desk, proposal) = await ProposedAsync(store, before: 1100m);
        await using var _ = desk;

        Assert.Equal("amount", Field(await DecideAsync(desk, proposal, 1m, "het comité ziet het anders")));
    }

    [Fact]
    public async Task Decide_WithoutNumberReasonOrInTheFuture_IsRefused()
    {
        var (desk, proposal) = await ProposedAsync(store);
        await using var _ = desk;
        var amount = await AmountAsync(desk);

        Assert.Equal("number", Field(await DecideAsync(desk, proposal, amount, number: " ")));
        Assert.Equal("text", Field(await DecideAsync(desk, proposal, amount + 1)));
        Assert.Equal("text", Field(await DecideAsync(desk, proposal, null)));
        Assert.Equal("amount", Field(await DecideAsync(desk, proposal, -1m, "fout")));
        Assert.Equal("on", Field(await DecideAsync(desk, proposal, amount, on: Today(desk).AddDays(1))));
        Assert.Equal("on", Field(await DecideAsync(desk, proposal, amount, on: Today(desk).AddDays(-1))));
        Assert.Empty(await desk.QueryAsync(db => Task.FromResult(db.DecisionSteps.ToList())));
    }

    [Fact]
    public async Task Step_OfAnotherOcmw_IsNotThere()
    {
        var (desk, proposal) = await ProposedAsync(store, fourEyes: true);
        await using var _ = desk;

        Assert.IsType<StepOutcome.NotFound>(await DecideAsync(desk, proposal, 1m, by: Elsewhere));
        Assert.IsType<StepOutcome.NotFound>(await SignAsync(desk, proposal, true, null, Elsewhere));
        Assert.IsType<StepOutcome.NotFound>(await NotifyAsync(desk, Guid.NewGuid(), null));
    }

    [Fact]
    public async Task Countersign_ByWhoProposed_IsRefused()
    {
        var (desk, proposal) = await ProposedAsync(store, fourEyes: true);
        await using var _ = desk;

        Assert.Equal("by", Field(await SignAsync(desk, proposal, true, null, Desk.Worker)));
        Next(DecisionAct.Decide, await SignAsync(desk, proposal, true, null, Second));
        Assert.IsType<StepOutcome.NotNow>(await SignAsync(desk, proposal, true, null, Second));
    }

    [Fact]
    public async Task Countersign_SentBack_OpensTheCheckAgain()
    {
        var (desk, proposal) = await ProposedAsync(store, fourEyes: true);
        await using var _ = desk;
        Assert.All(await desk.MessagesAsync(), m => Assert.NotNull(m.DoneAt));

        Assert.Equal("text", Field(await SignAsync(desk, proposal, false, null, Second)));
        Next(DecisionAct.Nothing, await SignAsync(desk, proposal, false, "de ecocheques ontbreken", Second));
        Assert.Contains(await desk.MessagesAsync(), m => m.DoneAt is null);
        var again = await ProposeAsync(desk);
        Assert.NotEqual(proposal, again);
        Assert.IsType<StepOutcome.NotNow>(await SignAsync(desk, proposal, true, null, Second));
        Next(DecisionAct.Decide, await SignAsync(desk, again, true, null, Second));
    }

    [Fact]
    public async Task Decide_WhenANewerCheckCame_IsNotNow()
    {
        var (desk, proposal) = await ProposedAsync(store);
        await using var _ = desk;
        var amount = await AmountAsync(desk);
        desk.Source.Put(Slips.Usable("maart", "2025-03", 1050m) with { Sha256 = "other" });
        await desk.CheckAsync("2025-03");

        Assert.Contains("nieuwere berekening", Assert.IsType<StepOutcome.NotNow>(await DecideAsync(desk, proposal, amount)).Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Propose_AnotherAmount_NeedsAReasonAndStaysWithinTheLeefloon()
    {
        await using var desk = await Desk.WithOneCaseAsync(store);
        desk.Source.Put(Slips.Usable("maart", "2025-03", 1000m));
        await desk.CheckAsync("2025-03");
        var check = await desk.CurrentAsync("2025-03");
        Task<ProposeDecision.Outcome> Adjust(decimal? amount, string? reason) => desk.UseAsync<ProposeDecision, ProposeDecision.Outcome>(p =>
            p.RunAsync(new(check.Id, ProposalKind.Adjusted, reason, Desk.Worker, amount is { } a ? Euro.Of(a) : null), CancellationToken.None));

        Assert.Equal("amount", Assert.IsType<ProposeDecision.Outcome.Refused>(await Adjust(null, "reden")).Field);
        Assert.Equal("amount", Assert.IsType<ProposeDecision.Outcome.Refused>(await Adjust(-0.01m, "reden")).Field);
        Assert.Equal("amount", Assert.IsType<ProposeDecision.Outcome.Refused>(await Adjust(check.NewAmount!.Value.Amount, "reden")).Field);
        Assert.Equal("amount", Assert.IsType<ProposeDecision.Outcome.Refused>(await Adjust(1314.21m, "reden")).Field);
        Assert.Equal("reason", Assert.IsType<ProposeDecision.Outcome.Refused>(await Adjust(1314.20m, null)).Field);
        Assert.IsType<ProposeDecision.Outcome.Done>(await Adjust(1314.20m, "huur voorgeschoten"));
        var proposal = await desk.QueryAsync(db => Task.FromResult(db.Proposals.Single()));
        Assert.Equal((Euro.Of(1314.20m), DecisionAct.Decide, Today(desk).AddDays(30)), (proposal.Amount, proposal.NextAct, proposal.DueOn));
    }
}
