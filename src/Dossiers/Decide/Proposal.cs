using SolidLoonfiches.Loonfiches;

namespace SolidLoonfiches.Dossiers;

/// <summary>What the social worker did with a check, and how far the decision on it has come.</summary>
public sealed class Proposal
{
    public required Guid Id { get; init; }

    public required Guid CheckId { get; init; }

    public required ProposalKind Kind { get; init; }

    /// <summary>What is put before the committee, per month; null for <see cref="ProposalKind.SetAside"/>.</summary>
    public Euro? Amount { get; init; }

    /// <summary>Required for <see cref="ProposalKind.Adjusted"/> (it is printed in the decision) and <see cref="ProposalKind.SetAside"/>.</summary>
    public string? Reason { get; init; }

    public required string By { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>One of many that met the OCMW's rule and were proposed together.</summary>
    public bool InBulk { get; init; }

    /// <summary>Drawn for a second signature, also where the OCMW does not want four eyes for each.</summary>
    public bool SecondLook { get; init; }

    /// <summary>What must happen next, as <see cref="DecisionChain"/> says; here so that the worklist can be read in one query.</summary>
    public DecisionAct NextAct { get; set; }

    /// <summary>Last day for <see cref="NextAct"/>; null where nothing is to be done, or no term runs.</summary>
    public DateOnly? DueOn { get; set; }

    /// <summary>Since when somebody has to do <see cref="NextAct"/>.</summary>
    public DateTimeOffset WaitingSince { get; set; }

    /// <summary>Sent back by who signs second or by the committee: the check is open again, for another proposal.</summary>
    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>Changes with every step, so that two who act at once do not both pass.</summary>
    public int Version { get; set; }

    internal void Follow(DecisionChain chain)
    {
        (NextAct, DueOn, WaitingSince) = (chain.Next, chain.Due, chain.Since);
        Version++;
    }
}

/// <summary>Put before the committee, or not.</summary>
public enum ProposalKind
{
    /// <summary>The amount as calculated.</summary>
    Proposed,

    /// <summary>Not put before the committee.</summary>
    SetAside,

    /// <summary>Another amount than was calculated, with a reason that is printed.</summary>
    Adjusted,
}
