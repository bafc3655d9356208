using SolidLoonfiches.Loonfiches;

namespace SolidLoonfiches.Dossiers;

/// <summary>What must happen next to a proposal.</summary>
public enum DecisionAct
{
    /// <summary>All is done, or the proposal has ended.</summary>
    Nothing,

    /// <summary>A second person signs, where the OCMW wants four eyes or the proposal was drawn for a second look.</summary>
    Countersign,

    /// <summary>The person is told that they may be heard.</summary>
    Invite,

    /// <summary>What the person said is recorded, or that they let the day pass.</summary>
    Hear,

    /// <summary>The committee, or who holds its delegation, decides.</summary>
    Decide,

    /// <summary>The decision goes to the person.</summary>
    Notify,

    /// <summary>The amount goes to who pays.</summary>
    HandToPayment,
}

/// <summary>How far a decision has come: what is next, and until when. Reads nothing, writes nothing.</summary>
/// <remarks>
/// The order is that of the law: the social worker proposes, the person is heard before an amount goes down (right to be heard
/// before a review, POD MI, "De procedure"), the committee decides, the decision goes to the person, and then it is paid.
/// A decision is due within 30 days (art. 21 §1 RMI-wet). The terms of notice and first payment, 8 and 15 days, are not
/// confirmed by a source: they are settings of the OCMW (<see cref="DecisionTerms"/>).
/// </remarks>
/// <param name="Next">What must happen now.</param>
/// <param name="Due">The last day for it; null where no term runs.</param>
/// <param name="Since">Since when it waits.</param>
public sealed record DecisionChain(DecisionAct Next, DateOnly? Due, DateTimeOffset Since)
{
    /// <param name="proposal">The proposal.</param>
    /// <param name="check">The check it answers.</param>
    /// <param name="stood">What the person gets without it; null: nothing yet.</param>
    /// <param name="steps">Its steps, in any order.</param>
    /// <param name="terms">Of the OCMW.</param>
    public static DecisionChain Of(Proposal proposal, Check check, Euro? stood, IReadOnlyCollection<DecisionStep> steps, DecisionTerms terms)
    {
        DecisionStep? Step(DecisionStepKind kind) => steps.FirstOrDefault(step => step.Kind == kind);
        if (proposal.Kind == ProposalKind.SetAside || Step(DecisionStepKind.SentBack) is not null)
        {
            return new(DecisionAct.Nothing, null, proposal.At);
        }

        if (Step(DecisionStepKind.Decided) is { } decided)
        {
            return Step(DecisionStepKind.Notified) is not { } notified
                    ? new(DecisionAct.Notify, decided.On.AddDays(terms.NotifyWithinDays), decided.RecordedAt)
                : decided.Amount > Euro.Zero && Step(DecisionStepKind.HandedToPayment) is null
                    ? new(DecisionAct.HandToPayment, decided.On.AddDays(terms.PayWithinDays), notified.RecordedAt)
                : new(DecisionAct.Nothing, null, notified.RecordedAt);
        }

        var due = Belgium.DayOf(check.CheckedAt).AddDays(terms.DecideWithinDays);
        var countersigned = Step(DecisionStepKind.Countersigned);
        if ((terms.FourEyes || proposal.SecondLook) && countersigned is null)
        {
            return new(DecisionAct.Countersign, due, proposal.At);
        }

        var ready = countersigned?.RecordedAt ?? proposal.At;
        if (NeedsHearing(proposal, stood) && Step(DecisionStepKind.Heard) is not { } heard)
        {
            return Step(DecisionStepKind.Invited) is { } invited ? new(DecisionAct.Hear, due, invited.RecordedAt) : new(DecisionAct.Invite, due, ready);
        }

        return new(DecisionAct.Decide, due, Step(DecisionStepKind.Heard)?.RecordedAt ?? ready);
    }

    /// <summary>The amount would go down: the person is heard first.</summary>
    public static bool NeedsHearing(Proposal proposal, Euro? stood) => proposal.Amount < stood;

    /// <summary>True from the day after the last day.</summary>
    public bool IsOverdue(DateOnly today) => Due < today;
}

/// <summary>The terms of one OCMW, in calendar days, and whether it wants four eyes.</summary>
/// <param name="FourEyes">A second member of staff signs each proposal.</param>
/// <param name="DecideWithinDays">From the check to the decision. Default 30: art. 21 §1 RMI-wet gives that from the application.</param>
/// <param name="NotifyWithinDays">From the decision to its notice. Default 8; the source is not confirmed.</param>
/// <param name="PayWithinDays">From the decision to its payment. Default 15; the source is not confirmed.</param>
public sealed record DecisionTerms(bool FourEyes = false, int DecideWithinDays = 30, int NotifyWithinDays = 8, int PayWithinDays = 15);
