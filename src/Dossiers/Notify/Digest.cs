using SolidLoonfiches.Loonfiches;

namespace SolidLoonfiches.Dossiers;

/// <summary>One mail a month, a line per dossier, for a social worker who asked for that (<see cref="StaffMember.WantsDigest"/>).</summary>
public sealed class Digest : OutboxItem
{
    public required string StaffId { get; init; }

    /// <summary>The month that was due; unique with the social worker.</summary>
    public required Maand Month { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }
}
