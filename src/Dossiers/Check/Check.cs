using SolidLoonfiches.Leefloon;
using SolidLoonfiches.Loonfiches;

namespace SolidLoonfiches.Dossiers;

/// <summary>The result of one dossier's month. Never changed: a later one names it in <see cref="ReplacesId"/>.</summary>
public sealed class Check
{
    public required Guid Id { get; init; }

    public required Guid DossierId { get; init; }

    public required Maand Month { get; init; }

    /// <summary>Of the slips' hashes, the facts, the law's version and the check it replaces. Unique with dossier and month.</summary>
    public required string Fingerprint { get; init; }

    public Guid? ReplacesId { get; init; }

    /// <summary>False once another check of the month replaces it.</summary>
    public bool IsCurrent { get; set; } = true;

    public required CheckOutcome Outcome { get; init; }

    /// <summary>What stood when it was made: decided for the month or the latest before it; else calculated; null: nothing yet.</summary>
    public Euro? OldAmount { get; init; }

    /// <summary>Null where nothing could be calculated.</summary>
    public Euro? NewAmount { get; init; }

    public required IReadOnlyList<Finding> Findings { get; init; }

    /// <summary>The slips it used.</summary>
    public required IReadOnlyList<Guid> SlipIds { get; init; }

    /// <summary>Everything that went into the calculation, or null where it did not come to one.</summary>
    public Geval? Geval { get; init; }

    /// <summary>What came out, with the tree of steps.</summary>
    public Maandresultaat? Result { get; init; }

    /// <summary>Days of the exemption of art. 35 KB that this month consumes: the ledger for later months. As in <see cref="Result"/>, here so that it can be read without it.</summary>
    public IReadOnlyList<Periode> ExemptionDays { get; init; } = [];

    public required string LawVersion { get; init; }

    public required DateTimeOffset CheckedAt { get; init; }

    public Guid? RunId { get; init; }
}
