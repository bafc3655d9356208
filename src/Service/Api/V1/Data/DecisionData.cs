using SolidLoonfiches.Dossiers;

namespace SolidLoonfiches.Service;

/// <summary>What people did with a check, from the proposal to the payment.</summary>
/// <param name="Id">Of the decision.</param>
/// <param name="CheckId">The check that it answers.</param>
/// <param name="DossierId">Its dossier.</param>
/// <param name="Month">Such as 2026-10.</param>
/// <param name="Kind">Put before the committee as calculated or with another amount, or set aside.</param>
/// <param name="ProposedAmount">In euro a month; null where it was set aside.</param>
/// <param name="Reason">Of another amount, or of setting aside.</param>
/// <param name="ProposedBy">Who.</param>
/// <param name="ProposedAt">When.</param>
/// <param name="Next">What must happen now.</param>
/// <param name="DueOn">Its last day; null: no term runs.</param>
/// <param name="EndedAt">When it was sent back: the check is open again.</param>
/// <param name="Steps">What happened, in order.</param>
internal sealed record DecisionData(
    Guid Id, Guid CheckId, Guid DossierId, string Month, ProposalKind Kind, decimal? ProposedAmount, string? Reason, string ProposedBy, DateTimeOffset ProposedAt,
    DecisionAct Next, DateOnly? DueOn, DateTimeOffset? EndedAt, IReadOnlyList<DecisionStepData> Steps);

/// <summary>One step of a decision. Never changed, never removed.</summary>
/// <param name="Kind">What happened.</param>
/// <param name="On">The day it happened.</param>
/// <param name="By">Who did it, or recorded it for the committee.</param>
/// <param name="RecordedAt">When it was recorded.</param>
/// <param name="DecidedBy">Of the decision itself: who decided.</param>
/// <param name="Number">Of the decision itself: its number in the OCMW's register.</param>
/// <param name="Amount">Of the decision itself: in euro a month.</param>
/// <param name="Text">Why, how, or what was said.</param>
internal sealed record DecisionStepData(DecisionStepKind Kind, DateOnly On, string By, DateTimeOffset RecordedAt, DecidedBy? DecidedBy, string? Number, decimal? Amount, string? Text);

/// <summary>An amount that was decided and that the person was told of: who pays can pay it, or was given it.</summary>
/// <param name="DecisionId">The decision.</param>
/// <param name="DossierId">Its dossier.</param>
/// <param name="DossierNumber">As people use it.</param>
/// <param name="Month">Such as 2026-10.</param>
/// <param name="Amount">In euro, for the month.</param>
/// <param name="Number">Of the decision, in the OCMW's register.</param>
/// <param name="DecidedOn">The day of the decision.</param>
/// <param name="PayBefore">The last day to pay; null: it was handed over.</param>
/// <param name="HandedOverOn">The day on which it went to who pays; null: it stands ready.</param>
internal sealed record PaymentData(Guid DecisionId, Guid DossierId, string DossierNumber, string Month, decimal Amount, string? Number, DateOnly DecidedOn, DateOnly? PayBefore, DateOnly? HandedOverOn);
