using SolidLoonfiches.Loonfiches;

namespace SolidLoonfiches.Dossiers;

/// <summary>One run of an OCMW's month, from its start, kept also when it fails.</summary>
public sealed class CheckRun
{
    public required Guid Id { get; init; }

    public required string OcmwKbo { get; init; }

    public required Maand Month { get; init; }

    /// <summary><c>schedule</c> or <c>command</c>.</summary>
    public required string StartedBy { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>Null while it runs, and for ever where the process was killed.</summary>
    public DateTimeOffset? EndedAt { get; set; }

    public int Total { get; set; }

    public int Done { get; set; }

    public int NewChecks { get; set; }

    public int Failures { get; set; }
}
