namespace SolidLoonfiches.Leefloon;

/// <summary>Dagen, beide einden inbegrepen; <paramref name="Tot"/> null: zonder einde.</summary>
public sealed record Periode(DateOnly Van, DateOnly? Tot)
{
    /// <summary>De laatste dag; zonder einde: de laatste dag die een kalender kent.</summary>
    internal DateOnly LaatsteDag => Tot ?? DateOnly.MaxValue;

    internal bool Bevat(DateOnly dag) => Van <= dag && dag <= LaatsteDag;

    internal bool Overlapt(Periode andere) => Van <= andere.LaatsteDag && andere.Van <= LaatsteDag;
}
