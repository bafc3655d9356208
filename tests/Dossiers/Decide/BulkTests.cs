using Microsoft.EntityFrameworkCore;
using SolidLoonfiches.Loonfiches;
using SolidLoonfiches.Sources;

namespace SolidLoonfiches.Dossiers.Tests;

public sealed class BulkOnSqliteTests(SqliteStore store) : BulkTests(store);

public sealed class BulkOnPostgresTests(PostgresStore store) : BulkTests(store);

/// <summary>What may be proposed together: only what the OCMW's own rule says, and never an amount that goes down.</summary>
public abstract class BulkTests(TestStore store)
{
    private static readonly DateTimeOffset Day = new(2025, 8, 1, 8, 0, 0, TimeSpan.Zero);

    private static Check Check(decimal? amount, params Finding[] findings) => new()
    {
        Id = Guid.NewGuid(),
        DossierId = Guid.NewGuid(),
        Month = new Maand(2025, 3),
        Fingerprint = "f",
        Outcome = CheckOutcome.Changed,
        NewAmount = amount is { } a ? Euro.Of(a) : null,
        Findings = findings,
        SlipIds = [Guid.NewGuid()],
        LawVersion = "1",
        CheckedAt = Day,
    };

    private static Slip Slip(string? signature = "signed", params SlipProblem[] notes) => new()
    {
        Id = Guid.NewGuid(),
        DossierId = Guid.NewGuid(),
        Url = "https://vault.example/an/loonfiches/maart.ttl",
        Sha256 = "s",
        ReadAt = Day,
        Loonfiche = Slips.Fiche("maart", "2025-03", 1000m),
        Notes = notes,
        Signature = signature is null ? null : new SeenSignature(signature, null, null, "", Day),
    };

    private static bool Allows(Check check, decimal? stood = 500m, decimal below = 20m, Slip? slip = null, bool isAlone = true) =>
        BulkRule.Allows(Euro.Of(below), check, stood is { } s ? Euro.Of(s) : null, [slip ?? Slip()], isAlone);

    [Fact]
    public void Rule_ASmallRiseOnSignedSlips_IsAllowed()
    {
        Assert.True(Allows(Check(519.99m)));
        Assert.True(Allows(Check(500m)));
        Assert.All(["newSlip", "lawChanged", "warning:amountUnconfirmed", "warning:policyApplied:wageMonth"], code => Assert.True(Allows(Check(510m, new Finding(code, "…")))));
    }

    [Fact]
    public void Rule_LessByACent_IsNever()
    {
        Assert.False(Allows(Check(499.99m)));
        Assert.False(Allows(Check(499.99m), below: 100m));
        Assert.False(Allows(Check(0m), stood: 0.01m));
    }

    [Fact]
    public void Rule_TheThresholdNoThresholdOrNothingBefore_IsNot()
    {
        Assert.False(Allows(Check(520m)));
        Assert.False(Allows(Check(500m), below: 0m));
        Assert.False(Allows(Check(500m), stood: null));
        Assert.False(Allows(Check(null)));
    }

    [Fact]
    public void Rule_UnsignedAlteredOrEndedSlipFindingThatAsksOrOpenQuestion_IsNot()
    {
        Assert.False(Allows(Check(510m), slip: Slip(null)));
        Assert.False(Allows(Check(510m), slip: Slip(notes: [new SlipProblem("noPlace", "Er staat geen plaats op.")])));
        Assert.All(["unsigned", "altered", "unknownSigner", "keyWithdrawn"], code => Assert.False(Allows(Check(510m), slip: Slip(code))));
        Assert.All(["correctedSlip", "slipKeptOut", "newEmployer", "twoPaydays", "exemptionEnding", "factChanged", "sameSlipTwice", "warning:slipOutsideMonth", "warning:exemptionEndsThisMonth", "of tomorrow"], code => Assert.False(Allows(Check(510m, new Finding(code, "…")))));
        Assert.False(Allows(Check(510m), isAlone: false));
        Assert.False(BulkRule.Allows(Euro.Of(20m), Check(510m), Euro.Of(500m), [], true));
    }

    [Fact]
    public void Sample_IsOneInTenRoundedUp()
    {
        Assert.Equal([0, 1, 1, 2, 10], new[] { 0, 1, 10, 11, 95 }.Select(BulkRule.Drawn));
        var ids = Enumerable.Range(0, 50).Select(_ => Guid.NewGuid()).ToList();
        var shuffled = BulkRule.Shuffled(ids);
        Assert.Equal(ids.Order(), shuffled.Order());
        Assert.NotEqual(ids, shuffled);
    }

    [Fact]
    public async Task Run_ThoseThatMeetTheRule_AreProposedAndADrawnOneIsSignedBySomebodyElse()
    {
        await using var desk = await AprilAsync(1005m, 1000m);
        var april = await desk.CurrentAsync("2025-04");

        var line = Assert.Single(await ListAsync(desk));
        Assert.Equal((april.Id, 5m), (line.Check.Id, (line.Check.NewAmount!.Value - line.Stood).Amount));
        Assert.Equal(new ProposeInBulk.Outcome(1, 1, 1), await RunAsync(desk, april.Id, Guid.NewGuid()));

        var proposal = await desk.QueryAsync(db => db.Proposals.SingleAsync(p => p.CheckId == april.Id));
        Assert.Equal((ProposalKind.Proposed, true, true, DecisionAct.Countersign), (proposal.Kind, proposal.InBulk, proposal.SecondLook, proposal.NextAct));
        Assert.Equal("by", Assert.IsType<StepOutcome.Refused>(await desk.UseAsync<CountersignProposal, StepOutcome>(c => c.RunAsync(new(proposal.Id, true, null, Desk.Worker), CancellationToken.None))).Field);
        Assert.Empty(await ListAsync(desk));
        Assert.Equal(new ProposeInBulk.Outcome(0, 0, 1), await RunAsync(desk, april.Id));

        // Sent back by who looked twice: from then on it is looked at by itself.
        Assert.IsType<StepOutcome.Done>(await desk.UseAsync<CountersignProposal, StepOutcome>(c => c.RunAsync(new(proposal.Id, false, "dit klopt niet", Desk.Worker with { Id = "sub-2" }), CancellationToken.None)));
        Assert.Empty(await ListAsync(desk));
    }

    [Fact]
    public async Task Run_WhatWasDecidedSinceMakesItGoDown_IsNotProposed()
    {
        await using var desk = await AprilAsync(1005m, 1000m);
        var april = await desk.CurrentAsync("2025-04");
        await desk.RunAsync(async db =>
        {
            var march = await db.DecisionSteps.SingleAsync(step => step.Kind == DecisionStepKind.Decided);
            await db.DecisionSteps.Where(step => step.Id == march.Id).ExecuteUpdateAsync(step => step.SetProperty(x => x.Amount, april.NewAmount!.Value + Euro.Of(0.01m)));
        });

        Assert.IsType<ProposeDecision.Outcome.Refused>(await desk.UseAsync<ProposeDecision, ProposeDecision.Outcome>(p => p.RunAsync(new(april.Id, ProposalKind.Proposed, null, Desk.Worker) { InBulk = true }, CancellationToken.None)));
        Assert.Empty(await ListAsync(desk));
    }

    [Fact]
    public async Task List_AnotherMonthWaitsInTheDossier_IsLookedAtByItself()
    {
        await using var desk = await AprilAsync(1005m, 1000m);
        Assert.Single(await ListAsync(desk));
        desk.Source.Put(Slips.Usable("maart", "2025-03", 1005m), Slips.Usable("april", "2025-04", 1000m), Slips.Usable("mei", "2025-05", 1300m));
        await desk.CheckAsync("2025-05");

        Assert.Empty(await ListAsync(desk));
    }

    [Fact]
    public async Task Run_ALowerAmountThatSomebodyTicksAllTheSame_IsLeft()
    {
        await using var desk = await AprilAsync(1000m, 1001m);
        var april = await desk.CurrentAsync("2025-04");

        Assert.True(april.NewAmount < april.OldAmount);
        Assert.Empty(await ListAsync(desk));
        Assert.Equal(new ProposeInBulk.Outcome(0, 0, 1), await RunAsync(desk, april.Id));
        Assert.Single(await desk.QueryAsync(db => db.Proposals.ToListAsync()));
    }

    [Fact]
    public async Task List_WithoutARuleOrAQuestionOrDisputeOpenOrOfAColleague_IsEmpty()
    {
        await using var desk = await AprilAsync(1005m, 1000m);
        var april = await desk.CurrentAsync("2025-04");

        Assert.Empty(await ListAsync(desk, Desk.Worker with { Id = "sub-2" }));
        await desk.UseAsync<AskCitizen, AskCitizen.Outcome>(a => a.RunAsync(new(april.Id, "Kreeg u nog ander loon?", Desk.Worker), CancellationToken.None));
        Assert.Empty(await ListAsync(desk));
        await desk.RunAsync(db => db.CheckQuestions.ExecuteDeleteAsync());
        Assert.Single(await ListAsync(desk));
        var slip = await desk.QueryAsync(db => db.Slips.AsNoTracking().SingleAsync(s => s.Url.Contains("april")));
        Assert.IsType<RaiseDispute.Outcome.Raised>(await desk.UseAsync<RaiseDispute, RaiseDispute.Outcome>(o => o.RunAsync(new(slip.Id, Slips.Person(1), null, Euro.Of(900m), "Ik werkte minder uren."), CancellationToken.None)));
        Assert.Empty(await ListAsync(desk));
        await desk.RunAsync(db => db.Disputes.ExecuteDeleteAsync());
        Assert.Single(await ListAsync(desk));
        await desk.RunAsync(db => db.Ocmws.ExecuteUpdateAsync(o => o.SetProperty(x => x.AcceptBelow, Euro.Zero)));
        Assert.Empty(await ListAsync(desk));
    }

    private static Task<IReadOnlyList<ProposeInBulk.Line>> ListAsync(Desk desk, Staff? by = null) => desk.UseAsync<ProposeInBulk, IReadOnlyList<ProposeInBulk.Line>>(b => b.ListAsync(by ?? Desk.Worker, CancellationToken.None));

    private static Task<ProposeInBulk.Outcome> RunAsync(Desk desk, params Guid[] checks) => desk.UseAsync<ProposeInBulk, ProposeInBulk.Outcome>(b => b.RunAsync(new(checks, Desk.Worker), CancellationToken.None));

    /// <summary>March decided, April with another wage; both slips signed.</summary>
    private async Task<Desk> AprilAsync(decimal march, decimal april)
    {
        var desk = await Desk.WithOneCaseAsync(store);
        await desk.RunAsync(db => db.Ocmws.ExecuteUpdateAsync(o => o.SetProperty(x => x.AcceptBelow, Euro.Of(20m))));
        desk.Source.Put(Slips.Usable("maart", "2025-03", march), Slips.Usable("april", "2025-04", april));
        await desk.CheckAsync("2025-03");
        await desk.DecideAsync("2025-03");
        await desk.CheckAsync("2025-04");
        await desk.RunAsync(async db =>
        {
            foreach (var slip in await db.Slips.ToListAsync())
            {
                slip.Signature = new SeenSignature("signed", "https://bureau.example/#me", "k1", "", desk.Clock.GetUtcNow());
            }

            await db.SaveChangesAsync();
        });
        return desk;
    }
}
