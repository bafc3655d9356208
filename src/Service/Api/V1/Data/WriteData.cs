using SolidLoonfiches.Dossiers;

namespace SolidLoonfiches.Service;

/// <summary>A fact of a dossier from a day on. It takes the place of nothing: a correction is another of the same day.</summary>
/// <param name="From">First day on which it holds.</param>
/// <param name="Evidence">What was seen: a document, a statement.</param>
/// <param name="Value">The fact.</param>
internal sealed record NewFact(DateOnly From, string Evidence, FactValue Value);

/// <summary>One entry in the history of a dossier's facts.</summary>
/// <param name="Id">Of the entry.</param>
/// <param name="From">First day on which it holds.</param>
/// <param name="Evidence">What was seen.</param>
/// <param name="RecordedBy">Who.</param>
/// <param name="RecordedAt">When.</param>
/// <param name="Value">The fact.</param>
internal sealed record FactData(Guid Id, DateOnly From, string Evidence, string RecordedBy, DateTimeOffset RecordedAt, FactValue Value);

/// <summary>What a person put before the committee, or set aside, in the OCMW's own software.</summary>
/// <param name="Kind">As calculated, another amount, or set aside.</param>
/// <param name="Amount">In euro a month; for another amount.</param>
/// <param name="Reason">For another amount, and to set aside.</param>
internal sealed record NewProposal(ProposalKind Kind, decimal? Amount, string? Reason);

/// <summary>What the committee, or who holds its delegation, decided elsewhere.</summary>
/// <param name="DecidedBy">Who decided.</param>
/// <param name="Number">In the OCMW's register; null where it is sent back.</param>
/// <param name="On">The day of the decision.</param>
/// <param name="Amount">In euro a month; null: the proposal is sent back.</param>
/// <param name="Text">Why it is not what was proposed, or why it is sent back.</param>
internal sealed record NewDecision(DecidedBy DecidedBy, string? Number, DateOnly On, decimal? Amount, string? Text);

/// <summary>Something that was done for a decision: the person was told that they may be heard, was heard, got the decision; or the amount went to who pays. Which of them it is follows from what is next.</summary>
/// <param name="On">The day.</param>
/// <param name="Text">How, or what the person said.</param>
internal sealed record NewStep(DateOnly On, string? Text);

/// <summary>What was done with an event.</summary>
/// <param name="Outcome">Received, or rejected: nothing could be done with it.</param>
/// <param name="Reason">Why it was rejected; without anything of a person.</param>
internal sealed record NewReceipt(ReceiptOutcome Outcome, string? Reason);

/// <summary>What was done with an event.</summary>
internal enum ReceiptOutcome
{
    Received,
    Rejected,
}

/// <summary>What was written.</summary>
/// <param name="Id">Of what was written.</param>
internal sealed record WrittenData(Guid Id);

/// <summary>How far a decision has come.</summary>
/// <param name="Id">Of the decision.</param>
/// <param name="Next">What must happen now.</param>
internal sealed record ProgressData(Guid Id, DecisionAct Next);
