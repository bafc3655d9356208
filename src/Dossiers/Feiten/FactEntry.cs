namespace SolidLoonfiches.Dossiers;

/// <summary>One entry in the history of a dossier's facts. Never changed: a correction is a new entry.</summary>
public sealed class FactEntry
{
    public required Guid Id { get; init; }

    public required Guid DossierId { get; init; }

    /// <summary>Of the newest entry that holds on a day, the one with the latest <see cref="From"/> counts; of equal ones the one recorded last.</summary>
    public required DateOnly From { get; init; }

    public required Fact Value { get; init; }

    /// <summary>What the social worker saw: a document, a statement.</summary>
    public required string Evidence { get; init; }

    public required string RecordedBy { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }
}
