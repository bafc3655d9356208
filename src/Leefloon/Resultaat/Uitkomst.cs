namespace SolidLoonfiches.Leefloon;

/// <summary>Wat een berekening kan opleveren.</summary>
public abstract record Uitkomst
{
    private Uitkomst() { }

    /// <summary>Berekend; ook 0 euro is berekend.</summary>
    public sealed record Berekend(Maandresultaat Resultaat) : Uitkomst;

    /// <summary>De feiten laten geen berekening toe.</summary>
    /// <param name="Code">Een code van het contract: <c>missingField</c>, <c>outOfRange</c>, <c>periodReversed</c>, <c>beforeFirstAmount</c>, <c>beforeRule</c> of <c>categoryGap</c>.</param>
    /// <param name="Zin">In het Nederlands: wat ontbreekt, waar, en wat te doen.</param>
    public sealed record NietTeBerekenen(string Code, string Zin) : Uitkomst
    {
        /// <summary>Het foute veld als JSON Pointer in een geval van het contract <c>calculate</c>.</summary>
        public string Pad { get; init; } = "";
    }
}
