using SolidLoonfiches.Loonfiches;
using SolidLoonfiches.Sources;

namespace SolidLoonfiches.Dossiers;

/// <summary>A document of the vault as it was at one reading; another content under the same URL is another row.</summary>
public sealed class Slip
{
    public required Guid Id { get; init; }

    public required Guid DossierId { get; init; }

    public required string Url { get; init; }

    /// <summary>Of the body, lower-case hex.</summary>
    public required string Sha256 { get; init; }

    public string? ETag { get; set; }

    /// <summary>As the listing said.</summary>
    public DateTimeOffset? Modified { get; set; }

    public required DateTimeOffset ReadAt { get; init; }

    /// <summary>Null for a slip that was kept out.</summary>
    public Loonfiche? Loonfiche { get; init; }

    /// <summary>Why it was kept out; empty for a usable slip.</summary>
    public IReadOnlyList<SlipProblem> Problems { get; init; } = [];

    /// <summary>Of a usable slip: what is merely missed on it.</summary>
    public IReadOnlyList<SlipProblem> Notes { get; init; } = [];

    /// <summary>Who wrote it, as far as that was known when it was last looked at; null where it was not looked at.</summary>
    public SeenSignature? Signature { get; set; }

    /// <summary>Known also for many slips that were kept out.</summary>
    public DateOnly? PeriodFrom { get; init; }

    /// <summary>Last day, included.</summary>
    public DateOnly? PeriodTo { get; init; }

    /// <summary>No longer what the vault holds: replaced under its URL, or removed. (A slip corrected by another document stays current and is left out of the calculation by <see cref="Loonfiches.Loonfiche.Corrects"/>.)</summary>
    public DateTimeOffset? EndedAt { get; set; }
}
