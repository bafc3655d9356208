namespace SolidLoonfiches.Dossiers;

/// <summary>Why somebody of the OCMW opened a person's data.</summary>
public enum ViewReason
{
    /// <summary>To look after the dossier: its facts, the consent, its months.</summary>
    Dossier,

    /// <summary>A message told them that there was news in this month.</summary>
    News,

    /// <summary>To look at a calculation that no message asked them to look at.</summary>
    Calculation,

    /// <summary>To answer a question of the person: the data protection officer.</summary>
    Question,
}

/// <summary>Somebody of the OCMW looked at a person's data: shown to that person, never changed.</summary>
public sealed class StaffView
{
    public required Guid Id { get; init; }

    public required Guid DossierId { get; init; }

    /// <summary>The calculation that was looked at, with its slips; null for the dossier.</summary>
    public Guid? CheckId { get; init; }

    public required string StaffId { get; init; }

    public required DateTimeOffset At { get; init; }

    public required ViewReason Reason { get; init; }
}
