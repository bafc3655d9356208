using SolidLoonfiches.Leefloon;
using SolidLoonfiches.Loonfiches;

namespace SolidLoonfiches.Dossiers;

/// <summary>What a month comes to, before it is compared with what stood.</summary>
internal sealed record MonthVerdict(Maand Month)
{
    /// <summary>Null where <see cref="Result"/> has the answer: whether that is a change, only the comparison knows.</summary>
    public CheckOutcome? Outcome { get; init; }

    /// <summary>What stands in the way, stable, for the fingerprint; holds no words for people.</summary>
    public string Reason { get; init; } = "";

    public IReadOnlyList<Finding> Findings { get; init; } = [];

    /// <summary>Every document that mattered.</summary>
    public IReadOnlyList<Slip> Slips { get; init; } = [];

    /// <summary>Those of them that were calculated with.</summary>
    public IReadOnlyList<Slip> Used { get; init; } = [];

    /// <summary>What was accepted of disputes on them; for the fingerprint.</summary>
    public IReadOnlyList<string> Corrected { get; init; } = [];

    /// <summary>The month's facts, where they are complete; also where nothing was calculated.</summary>
    public Geval? Facts { get; init; }

    public Maandresultaat? Result { get; init; }
}
