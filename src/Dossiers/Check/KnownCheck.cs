using SolidLoonfiches.Leefloon;
using SolidLoonfiches.Loonfiches;

namespace SolidLoonfiches.Dossiers;

/// <summary>A check as far as later ones need it: without the facts and the tree of steps, which are large.</summary>
/// <remarks><c>Answer</c>: what the social worker did with it; null: nothing yet. <c>IsTold</c>: a message about it was written.</remarks>
internal sealed record KnownCheck(
    Guid Id,
    Maand Month,
    string Fingerprint,
    Guid? ReplacesId,
    bool IsCurrent,
    CheckOutcome Outcome,
    Euro? OldAmount,
    Euro? NewAmount,
    IReadOnlyList<Finding> Findings,
    IReadOnlyList<Guid> SlipIds,
    IReadOnlyList<Periode> ExemptionDays,
    string LawVersion,
    DateTimeOffset CheckedAt,
    ProposalKind? Answer,
    bool IsTold)
{
    public static KnownCheck From(Check check, bool isTold) => new(
        check.Id, check.Month, check.Fingerprint, check.ReplacesId, check.IsCurrent, check.Outcome, check.OldAmount, check.NewAmount, check.Findings, check.SlipIds, check.ExemptionDays, check.LawVersion, check.CheckedAt, Answer: null, isTold);
}
