using SolidLoonfiches.Loonfiches;

namespace SolidLoonfiches.Dossiers;

/// <summary>One step on the way from proposal to payment, as it happened. Never changed, never removed.</summary>
public sealed class DecisionStep
{
    public required Guid Id { get; init; }

    public required Guid ProposalId { get; init; }

    public required DecisionStepKind Kind { get; init; }

    /// <summary>The day it happened, which may lie before the day it was recorded.</summary>
    public required DateOnly On { get; init; }

    /// <summary>The member of staff who did it, or recorded it for the committee.</summary>
    public required string By { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }

    /// <summary>Of <see cref="DecisionStepKind.Heard"/>: the disputes that were open then, and were before both people; null: none.</summary>
    public IReadOnlyList<Guid>? Disputes { get; init; }

    /// <summary>Of <see cref="DecisionStepKind.Decided"/>: who decided.</summary>
    public DecidedBy? DecidedBy { get; init; }

    /// <summary>Of <see cref="DecisionStepKind.Decided"/>: the number of the decision in the OCMW's register.</summary>
    public string? Number { get; init; }

    /// <summary>Of <see cref="DecisionStepKind.Decided"/>: the amount decided, per month.</summary>
    public Euro? Amount { get; init; }

    /// <summary>Why, how or what was said; for a step that needs it.</summary>
    public string? Text { get; init; }
}

/// <summary>What happened.</summary>
public enum DecisionStepKind
{
    /// <summary>A second person signed the proposal.</summary>
    Countersigned,

    /// <summary>The person was told that they may be heard.</summary>
    Invited,

    /// <summary>The person was heard, in writing or in person, or let the day pass.</summary>
    Heard,

    /// <summary>The committee, or who holds its delegation, decided.</summary>
    Decided,

    /// <summary>The decision went to the person.</summary>
    Notified,

    /// <summary>The amount went to who pays.</summary>
    HandedToPayment,

    /// <summary>The proposal went back to the social worker.</summary>
    SentBack,
}

/// <summary>Who decides on a leefloon.</summary>
public enum DecidedBy
{
    /// <summary>Bijzonder comité voor de sociale dienst (BCSD).</summary>
    Committee,

    /// <summary>Somebody to whom the committee delegated this kind of decision.</summary>
    Delegate,
}
