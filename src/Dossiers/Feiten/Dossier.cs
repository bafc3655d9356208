using SolidLoonfiches.Loonfiches;

namespace SolidLoonfiches.Dossiers;

/// <summary>The file of one person at one OCMW.</summary>
public sealed class Dossier
{
    public required Guid Id { get; init; }

    public required string OcmwKbo { get; init; }

    /// <summary>Number that people use, unique in the installation: <c>2026-0001</c>. It says nothing of the person, so it may stand in a mail.</summary>
    public required string Number { get; init; }

    public required Insz Insz { get; init; }

    public required string Name { get; set; }

    /// <summary>The social worker who is told.</summary>
    public required string SocialWorkerId { get; set; }

    public required DateTimeOffset OpenedAt { get; init; }

    public required string OpenedBy { get; init; }
}
