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

    /// <summary>Which part of the OCMW's dossiers, from 1 to <see cref="Slices"/>.</summary>
    public int Slice { get; init; } = 1;

    /// <summary>In how many parts the month of this OCMW was done; a large one in several, side by side.</summary>
    public int Slices { get; init; } = 1;

    /// <summary>When the schedule had it; null for a command. Unique with OCMW, month and slice: Quartz is known to fire twice.</summary>
    public DateTimeOffset? ScheduledFor { get; init; }

    /// <summary>It began long after it was due, because nobody ran.</summary>
    public bool IsLate { get; init; }

    /// <summary>How often it was taken up again after it had been broken off.</summary>
    public int TakenUp { get; set; }

    /// <summary>When <see cref="Done"/> was last written: a run without an end that no longer moves was broken off.</summary>
    public DateTimeOffset? ProgressAt { get; set; }

    /// <summary>When it will be done if it goes on as it does; null before anything can be said, and once it has ended.</summary>
    public DateTimeOffset? ExpectedEndAt { get; set; }

    /// <summary>Null while it runs, and for ever where the process was killed and nobody took it up.</summary>
    public DateTimeOffset? EndedAt { get; set; }

    public int Total { get; set; }

    public int Done { get; set; }

    public int NewChecks { get; set; }

    public int Failures { get; set; }

    /// <summary>Of those done: suspended or closed for the whole month, so that nothing was read.</summary>
    public int NotOpen { get; set; }
}
