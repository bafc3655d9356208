using SolidLoonfiches.Loonfiches;

namespace SolidLoonfiches.Dossiers.Tests;

public sealed class DecisionChainTests
{
    private static readonly DateTimeOffset Checked = new(2026, 11, 5, 6, 0, 0, TimeSpan.Zero);

    private static Check Check(decimal? old, decimal? amount) => new()
    {
        Id = Guid.NewGuid(),
        DossierId = Guid.NewGuid(),
        Month = new Maand(2026, 10),
        Fingerprint = "f",
        Outcome = CheckOutcome.Changed,
        OldAmount = old is { } o ? Euro.Of(o) : null,
        NewAmount = amount is { } a ? Euro.Of(a) : null,
        Findings = [],
        SlipIds = [],
        LawVersion = "1",
        CheckedAt = Checked,
    };

    private static Proposal Proposal(Check check, ProposalKind kind = ProposalKind.Proposed) => new()
    {
        Id = Guid.NewGuid(),
        CheckId = check.Id,
        Kind = kind,
        Amount = kind == ProposalKind.SetAside ? null : check.NewAmount,
        By = "sub-1",
        At = Checked.AddDays(1),
    };

    private static DecisionStep Step(DecisionStepKind kind, int day, decimal? amount = null) => new()
    {
        Id = Guid.NewGuid(),
        ProposalId = Guid.NewGuid(),
        Kind = kind,
        On = new DateOnly(2026, 11, day),
        By = "sub-2",
        RecordedAt = new DateTimeOffset(2026, 11, day, 9, 0, 0, TimeSpan.Zero),
        Amount = amount is { } a ? Euro.Of(a) : null,
    };

    private static DecisionChain After(Check check, DecisionTerms terms, params DecisionStep[] steps) => DecisionChain.Of(Proposal(check), check, check.OldAmount, steps, terms);

    [Fact]
    public void Of_MoreThanBefore_IsDecidedNotifiedAndPaid()
    {
        var check = Check(500m, 600m);
        var decided = Step(DecisionStepKind.Decided, 20, 600m);
        var notified = Step(DecisionStepKind.Notified, 22);

        Assert.Equal(new DecisionChain(DecisionAct.Decide, new DateOnly(2026, 12, 5), Checked.AddDays(1)), After(check, new()));
        Assert.Equal(new DecisionChain(DecisionAct.Notify, new DateOnly(2026, 11, 28), decided.RecordedAt), After(check, new(), decided));
        Assert.Equal(new DecisionChain(DecisionAct.HandToPayment, new DateOnly(2026, 12, 5), notified.RecordedAt), After(check, new(), decided, notified));
        Assert.Equal(DecisionAct.Nothing, After(check, new(), decided, notified, Step(DecisionStepKind.HandedToPayment, 23)).Next);
    }

    [Fact]
    public void Of_LessThanBefore_IsHeardBeforeItIsDecided()
    {
        var check = Check(600m, 599.99m);
        var invited = Step(DecisionStepKind.Invited, 8);
        var heard = Step(DecisionStepKind.Heard, 15);

        Assert.Equal(DecisionAct.Invite, After(check, new()).Next);
        Assert.Equal(new DecisionChain(DecisionAct.Hear, new DateOnly(2026, 12, 5), invited.RecordedAt), After(check, new(), invited));
        Assert.Equal(new DecisionChain(DecisionAct.Decide, new DateOnly(2026, 12, 5), heard.RecordedAt), After(check, new(), invited, heard));
    }

    [Fact]
    public void Of_TheSameOrNothingBefore_NeedsNoHearing()
    {
        Assert.Equal(DecisionAct.Decide, After(Check(600m, 600m), new()).Next);
        Assert.Equal(DecisionAct.Decide, After(Check(null, 0m), new()).Next);
    }

    [Fact]
    public void Of_FourEyes_IsSignedFirst()
    {
        var check = Check(600m, 500m);
        var signed = Step(DecisionStepKind.Countersigned, 7);

        Assert.Equal(DecisionAct.Countersign, After(check, new(FourEyes: true)).Next);
        Assert.Equal(new DecisionChain(DecisionAct.Invite, new DateOnly(2026, 12, 5), signed.RecordedAt), After(check, new(FourEyes: true), signed));
    }

    [Fact]
    public void Of_NothingToPay_EndsWithTheNotice() =>
        Assert.Equal(DecisionAct.Nothing, After(Check(null, 0m), new(), Step(DecisionStepKind.Decided, 20, 0m), Step(DecisionStepKind.Notified, 21)).Next);

    [Fact]
    public void Of_SetAsideOrSentBack_AsksNothing()
    {
        var check = Check(500m, 600m);
        Assert.Equal(DecisionAct.Nothing, DecisionChain.Of(Proposal(check, ProposalKind.SetAside), check, check.OldAmount, [], new()).Next);
        Assert.Equal(DecisionAct.Nothing, After(check, new(), Step(DecisionStepKind.SentBack, 9)).Next);
    }

    [Fact]
    public void IsOverdue_FromTheDayAfterTheLastDay()
    {
        var chain = After(Check(500m, 600m), new(DecideWithinDays: 10));
        Assert.Equal(new DateOnly(2026, 11, 15), chain.Due);
        Assert.False(chain.IsOverdue(new DateOnly(2026, 11, 15)));
        Assert.True(chain.IsOverdue(new DateOnly(2026, 11, 16)));
        Assert.False(new DecisionChain(DecisionAct.Nothing, null, Checked).IsOverdue(new DateOnly(2030, 1, 1)));
    }
}
