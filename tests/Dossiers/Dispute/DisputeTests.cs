using Microsoft.EntityFrameworkCore;
using SolidLoonfiches.Leefloon;
using SolidLoonfiches.Loonfiches;

namespace SolidLoonfiches.Dossiers.Tests;

public sealed class DisputeOnSqliteTests(SqliteStore store) : DisputeTests(store);

public sealed class DisputeOnPostgresTests(PostgresStore store) : DisputeTests(store);

/// <summary>A citizen disputes a line: both outcomes until it is answered, and nothing waits for it.</summary>
public abstract class DisputeTests(TestStore store)
{
    private static readonly Staff Elsewhere = Desk.Worker with { Id = "sub-9", OcmwKbo = "0123456749" };

    private static readonly PayLine Hours = new("1000", "Loon 80 uren", ComponentKind.BasePay, PaySection.Gross, Euro.Of(1300m));

    private static readonly PayLine Cheques = new("7310", "Ecocheques", ComponentKind.EcoCheque, PaySection.InKind, Euro.Of(125m));

    /// <summary>March 2025, calculated with a net wage of 1000 on a slip with two lines.</summary>
    private async Task<(Desk Desk, Slip Slip)> CalculatedAsync(decimal net = 1000m, params PayLine[] lines)
    {
        var desk = await Desk.WithOneCaseAsync(store);
        desk.Source.Put(Slips.Usable("maart", "2025-03", net, lines: lines.Length > 0 ? lines : [Hours, Cheques]));
        await desk.CheckAsync("2025-03");
        return (desk, await desk.QueryAsync(db => db.Slips.AsNoTracking().SingleAsync()));
    }

    private async Task<Euro> AmountAsync(decimal net, params PayLine[] lines)
    {
        var (desk, _) = await CalculatedAsync(net, lines);
        await using var _ = desk;
        return (await desk.CurrentAsync("2025-03")).NewAmount!.Value;
    }

    private static Task<RaiseDispute.Outcome> RaiseAsync(Desk desk, Slip slip, int? line, decimal claimed, string? reason = "Ik werkte minder uren.", int person = 1)
    {
        desk.Clock.Advance(TimeSpan.FromMinutes(1));
        return desk.UseAsync<RaiseDispute, RaiseDispute.Outcome>(o => o.RunAsync(new(slip.Id, Slips.Person(person), line, Euro.Of(claimed), reason), CancellationToken.None));
    }

    private static async Task<Guid> RaisedAsync(Desk desk, Slip slip, int? line, decimal claimed) => Assert.IsType<RaiseDispute.Outcome.Raised>(await RaiseAsync(desk, slip, line, claimed)).DisputeId;

    private static Task<AnswerDispute.Outcome> AcceptAsync(Desk desk, Guid dispute, decimal amount, decimal? net = null, string? evidence = "verbeterde fiche gezien", Staff? by = null)
    {
        desk.Clock.Advance(TimeSpan.FromMinutes(1));
        return desk.UseAsync<AnswerDispute, AnswerDispute.Outcome>(o => o.RunAsync(new AnswerDispute.Accept(dispute, Euro.Of(amount), net is { } n ? Euro.Of(n) : null, evidence, by ?? Desk.Worker), CancellationToken.None));
    }

    private static Task<AnswerDispute.Outcome> KeepAsync(Desk desk, Guid dispute, string? reason = "De prikkaart zegt hetzelfde als de fiche.", Staff? by = null)
    {
        desk.Clock.Advance(TimeSpan.FromMinutes(1));
        return desk.UseAsync<AnswerDispute, AnswerDispute.Outcome>(o => o.RunAsync(new AnswerDispute.Keep(dispute, reason, by ?? Desk.Worker), CancellationToken.None));
    }

    private static Task<LineDisputes> DisputesAsync(Desk desk) => desk.QueryAsync(db => LineDisputes.OfAsync(db, desk.DossierId, CancellationToken.None));

    private static async Task<int> WaitingAsync(Desk desk, WorklistFilter show) =>
        (await desk.UseAsync<Worklist, Worklist.Answer>(w => w.RunAsync(new(Desk.Worker, true, show, 1, Belgium.DayOf(desk.Clock.GetUtcNow())), CancellationToken.None))).Total;

    private static string Field(RaiseDispute.Outcome outcome) => Assert.IsType<RaiseDispute.Outcome.Refused>(outcome).Field;

    private static string Field(AnswerDispute.Outcome outcome) => Assert.IsType<AnswerDispute.Outcome.Refused>(outcome).Field;

    [Fact]
    public async Task Raise_TheNetWage_TellsTheSocialWorkerAndShowsBothOutcomes()
    {
        var (desk, slip) = await CalculatedAsync();
        await using var _ = desk;
        var before = await desk.CurrentAsync("2025-03");

        await RaisedAsync(desk, slip, line: null, claimed: 900m);

        var check = await desk.CurrentAsync("2025-03");
        Assert.Equal((before.Id, before.NewAmount), (check.Id, check.NewAmount));
        Assert.Equal(await AmountAsync(900m), (await DisputesAsync(desk)).AsTheCitizenSays(check, [slip]));
        Assert.Equal(1, await WaitingAsync(desk, WorklistFilter.Dispute));
        var message = Assert.Single(await desk.MessagesAsync(), m => m.Key.StartsWith("dispute-", StringComparison.Ordinal));
        Assert.Equal((check.Id, Desk.Worker.Id, null), (message.CheckId, message.StaffId, message.SentAt));

        // The first check asks, and the dispute does: one line of the dossier, with one more behind it.
        var all = await desk.UseAsync<Worklist, Worklist.Answer>(w => w.RunAsync(new(Desk.Worker, true, WorklistFilter.All, 1, Belgium.DayOf(desk.Clock.GetUtcNow())), CancellationToken.None));
        Assert.Equal((1, 1), (all.Total, Assert.Single(all.Lines).More));
    }

    [Fact]
    public async Task Raise_ALineOutsideTheNet_TakesItAsTheCitizenSays()
    {
        var (desk, slip) = await CalculatedAsync();
        await using var _ = desk;
        await RaisedAsync(desk, slip, line: 1, claimed: 0m);
        Assert.Equal(await AmountAsync(1000m, Hours, Cheques with { Amount = Euro.Zero }), (await DisputesAsync(desk)).AsTheCitizenSays(await desk.CurrentAsync("2025-03"), [slip]));
    }

    /// <summary>1300 gross leave 1000 net: 130 less in the gross are 100 less in the net, by the same share.</summary>
    [Fact]
    public async Task Raise_ALineWithinTheNet_EstimatesTheNetByItsShareOfTheGross()
    {
        var (desk, slip) = await CalculatedAsync();
        await using var _ = desk;
        await RaisedAsync(desk, slip, line: 0, claimed: 1170m);
        Assert.Equal(await AmountAsync(900m), (await DisputesAsync(desk)).AsTheCitizenSays(await desk.CurrentAsync("2025-03"), [slip]));
    }

    [Fact]
    public async Task Raise_WhatCannotBe_IsRefusedAtItsField()
    {
        var (desk, slip) = await CalculatedAsync();
        await using var _ = desk;
        Assert.Equal("line", Field(await RaiseAsync(desk, slip, 2, 1m)));
        Assert.Equal("line", Field(await RaiseAsync(desk, slip, -1, 1m)));
        Assert.Equal("claimed", Field(await RaiseAsync(desk, slip, null, 1000m)));
        Assert.Equal("claimed", Field(await RaiseAsync(desk, slip, null, -1m)));
        Assert.Equal("claimed", Field(await RaiseAsync(desk, slip, null, 90_000_000m)));
        Assert.Equal("reason", Field(await RaiseAsync(desk, slip, null, 900m, reason: " ")));
        Assert.Equal("reason", Field(await RaiseAsync(desk, slip, null, 900m, reason: new string('x', 1001))));
        Assert.IsType<RaiseDispute.Outcome.NotFound>(await RaiseAsync(desk, slip, null, 900m, person: 2));
        await RaisedAsync(desk, slip, null, 900m);
        Assert.Equal("line", Field(await RaiseAsync(desk, slip, null, 800m)));
        await RaisedAsync(desk, slip, 0, 1200m);
        Assert.Equal(2, await desk.QueryAsync(db => db.Disputes.CountAsync()));
    }

    [Fact]
    public async Task Accept_TheNetWage_CalculatesAgainFromWhatIsKnownAlsoAfterTheConsent()
    {
        var (desk, slip) = await CalculatedAsync();
        await using var _ = desk;
        var dispute = await RaisedAsync(desk, slip, null, 900m);
        var consent = await desk.QueryAsync(db => db.Consents.Select(c => c.Id).SingleAsync());
        await desk.UseAsync<WithdrawConsent, WithdrawConsent.Outcome>(w => w.RunAsync(new(consent, Slips.Person(1)), CancellationToken.None));
        var reads = await desk.QueryAsync(db => db.VaultReads.CountAsync());

        Assert.IsType<AnswerDispute.Outcome.Answered>(await AcceptAsync(desk, dispute, 900m));

        var check = await desk.CurrentAsync("2025-03");
        Assert.Equal(await AmountAsync(900m), check.NewAmount);
        Assert.Contains(check.Findings, finding => finding.Code == "lineCorrected");
        Assert.Equal(900m, Assert.Single(check.Geval!.Lonen).Nettoloon);
        Assert.Contains(await desk.MessagesAsync(), message => message.CheckId == check.Id && message.DoneAt is null);
        Assert.Equal(reads, await desk.QueryAsync(db => db.VaultReads.CountAsync()));
        Assert.Equal(0, await WaitingAsync(desk, WorklistFilter.Dispute));
        Assert.Equal(1000m, (await desk.QueryAsync(db => db.Slips.AsNoTracking().SingleAsync())).Loonfiche!.Nettoloon.Amount);
        Assert.Null((await DisputesAsync(desk)).OpenOn(check).SingleOrDefault());
    }

    [Fact]
    public async Task Accept_ThenTheMonthlyCheck_FindsNothingNew()
    {
        var (desk, slip) = await CalculatedAsync();
        await using var _ = desk;
        await AcceptAsync(desk, await RaisedAsync(desk, slip, null, 900m), 900m);
        var checks = await desk.ChecksAsync();
        await desk.CheckAsync("2025-03");
        Assert.Equal(checks.Select(check => check.Id), (await desk.ChecksAsync()).Select(check => check.Id));
    }

    [Fact]
    public async Task Accept_ALineWithinTheNet_NeedsTheNetThatGoesWithIt()
    {
        var (desk, slip) = await CalculatedAsync();
        await using var _ = desk;
        var dispute = await RaisedAsync(desk, slip, 0, 1170m);
        Assert.Equal("net", Field(await AcceptAsync(desk, dispute, 1170m)));
        Assert.Equal("amount", Field(await AcceptAsync(desk, dispute, 1300m, net: 910m)));
        Assert.Equal("evidence", Field(await AcceptAsync(desk, dispute, 1170m, net: 910m, evidence: "")));
        Assert.IsType<AnswerDispute.Outcome.Answered>(await AcceptAsync(desk, dispute, 1170m, net: 910m));
        Assert.Equal(await AmountAsync(910m), (await desk.CurrentAsync("2025-03")).NewAmount);
    }

    [Fact]
    public async Task Keep_WithAReason_ChangesNothingAndIsAnsweredOnce()
    {
        var (desk, slip) = await CalculatedAsync();
        await using var _ = desk;
        var dispute = await RaisedAsync(desk, slip, null, 900m);
        var checks = await desk.ChecksAsync();
        Assert.Equal("reason", Field(await KeepAsync(desk, dispute, " ")));
        Assert.IsType<AnswerDispute.Outcome.NotFound>(await KeepAsync(desk, dispute, by: Elsewhere));
        Assert.IsType<AnswerDispute.Outcome.NotFound>(await AcceptAsync(desk, dispute, 900m, by: Elsewhere));

        Assert.IsType<AnswerDispute.Outcome.Answered>(await KeepAsync(desk, dispute));

        Assert.Equal(checks.Select(check => check.Id), (await desk.ChecksAsync()).Select(check => check.Id));
        Assert.Equal(0, await WaitingAsync(desk, WorklistFilter.Dispute));
        Assert.IsType<AnswerDispute.Outcome.AlreadyAnswered>(await AcceptAsync(desk, dispute, 900m));
        Assert.IsType<AnswerDispute.Outcome.AlreadyAnswered>(await KeepAsync(desk, dispute));
        var kept = await desk.QueryAsync(db => db.Disputes.AsNoTracking().SingleAsync());
        Assert.Equal((DisputeAnswer.Kept, Desk.Worker.Id, "De prikkaart zegt hetzelfde als de fiche."), (kept.Answer!.Value, kept.AnsweredBy, kept.AnswerText));

        // What was kept may be disputed again, with another reason.
        await RaisedAsync(desk, slip, null, 950m);
    }

    [Fact]
    public async Task Open_BlocksNoPaymentAndMakesNoNewCheck()
    {
        var (desk, slip) = await CalculatedAsync();
        await using var _ = desk;
        var proposal = await desk.ProposeAsync("2025-03");
        await RaisedAsync(desk, slip, null, 900m);
        var checks = await desk.ChecksAsync();

        await desk.CheckAsync("2025-03");

        Assert.Equal(checks.Count, (await desk.ChecksAsync()).Count);
        Assert.Equal(new StepOutcome.Done(DecisionAct.Notify), await desk.RecordDecisionAsync(proposal, (await desk.CurrentAsync("2025-03")).NewAmount!.Value));
    }

    [Fact]
    public async Task Open_WhenTheMonthIsCalculatedAnewForAnotherReason_IsAFinding()
    {
        var (desk, slip) = await CalculatedAsync();
        await using var _ = desk;
        await RaisedAsync(desk, slip, null, 900m);
        await desk.RecordAsync("2025-03-01", new CategoryFact(Categorie.Samenwonend));
        await desk.CheckAsync("2025-03");
        Assert.Contains((await desk.CurrentAsync("2025-03")).Findings, finding => finding.Code == "lineDisputed" && finding.SlipUrl == slip.Url);
    }

    [Fact]
    public async Task Decide_Less_OnlyWhereThePersonWasHeardOnTheDispute()
    {
        var desk = await Desk.WithOneCaseAsync(store);
        await using var _ = desk;
        desk.Source.Put(Slips.Usable("februari", "2025-02", 500m));
        await desk.CheckAsync("2025-02");
        await desk.DecideAsync("2025-02");
        desk.Source.Put(Slips.Usable("maart", "2025-03", 1000m));
        await desk.CheckAsync("2025-03");
        var slip = await desk.QueryAsync(db => db.Slips.AsNoTracking().SingleAsync(one => one.Url.Contains("maart")));
        var amount = (await desk.CurrentAsync("2025-03")).NewAmount!.Value;
        var proposal = await desk.ProposeAsync("2025-03");
        await HearAsync(desk, proposal);
        await HearAsync(desk, proposal);

        var dispute = await RaisedAsync(desk, slip, null, 900m);
        Assert.Equal("amount", Assert.IsType<StepOutcome.Refused>(await desk.RecordDecisionAsync(proposal, amount)).Field);

        // Answered, there is nothing left to be heard on.
        await KeepAsync(desk, dispute);
        Assert.Equal(new StepOutcome.Done(DecisionAct.Notify), await desk.RecordDecisionAsync(proposal, amount));
    }

    [Fact]
    public async Task Hear_WhileALineIsDisputed_KeepsThatItWasBeforeBoth()
    {
        var desk = await Desk.WithOneCaseAsync(store);
        await using var _ = desk;
        desk.Source.Put(Slips.Usable("februari", "2025-02", 500m));
        await desk.CheckAsync("2025-02");
        await desk.DecideAsync("2025-02");
        desk.Source.Put(Slips.Usable("maart", "2025-03", 1000m));
        await desk.CheckAsync("2025-03");
        var slip = await desk.QueryAsync(db => db.Slips.AsNoTracking().SingleAsync(one => one.Url.Contains("maart")));
        var proposal = await desk.ProposeAsync("2025-03");
        var dispute = await RaisedAsync(desk, slip, null, 900m);
        await HearAsync(desk, proposal);
        await HearAsync(desk, proposal);

        Assert.Equal([dispute], (await desk.QueryAsync(db => db.DecisionSteps.AsNoTracking().SingleAsync(step => step.Kind == DecisionStepKind.Heard))).Disputes);
        Assert.Equal(new StepOutcome.Done(DecisionAct.Notify), await desk.RecordDecisionAsync(proposal, (await desk.CurrentAsync("2025-03")).NewAmount!.Value));
    }

    private static async Task HearAsync(Desk desk, Guid proposal)
    {
        desk.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.IsType<StepOutcome.Done>(await desk.UseAsync<RecordHearing, StepOutcome>(o => o.RunAsync(new(proposal, Belgium.DayOf(desk.Clock.GetUtcNow()), "gesprek", Desk.Worker), CancellationToken.None)));
    }

    [Fact]
    public async Task Forget_TheSlip_ForgetsWhatWasSaidOfIt()
    {
        var (desk, slip) = await CalculatedAsync();
        await using var _ = desk;
        await KeepAsync(desk, await RaisedAsync(desk, slip, null, 900m));
        var consent = await desk.QueryAsync(db => db.Consents.Select(c => c.Id).SingleAsync());
        await desk.UseAsync<WithdrawConsent, WithdrawConsent.Outcome>(w => w.RunAsync(new(consent, Slips.Person(1)), CancellationToken.None));
        desk.Clock.Advance(TimeSpan.FromDays(40));

        await desk.UseAsync<ForgetData, (int, int, int)>(f => f.RunAsync(CancellationToken.None));

        var dispute = await desk.QueryAsync(db => db.Disputes.AsNoTracking().SingleAsync());
        Assert.Equal(("", "", null, DisputeAnswer.Kept), (dispute.Label, dispute.Reason, dispute.AnswerText, dispute.Answer!.Value));
    }
}
