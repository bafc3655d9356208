namespace SolidLoonfiches.Dossiers;

/// <summary>What the social worker did with a check.</summary>
public sealed class Proposal
{
    public required Guid Id { get; init; }

    public required Guid CheckId { get; init; }

    public required ProposalKind Kind { get; init; }

    /// <summary>Required for <see cref="ProposalKind.SetAside"/>.</summary>
    public string? Reason { get; init; }

    public required string By { get; init; }

    public required DateTimeOffset At { get; init; }
}

/// <summary>Put before the committee, or not.</summary>
public enum ProposalKind
{
    Proposed,
    SetAside,
}
