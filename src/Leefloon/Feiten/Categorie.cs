namespace SolidLoonfiches.Leefloon;

/// <summary>De categorie van de begunstigde: art. 14 §1 RMI-wet.</summary>
public enum Categorie
{
    /// <summary>1° Wie met een of meer personen samenwoont.</summary>
    Samenwonend = 1,

    /// <summary>2° Wie alleen woont.</summary>
    Alleenstaand = 2,

    /// <summary>3° Wie samenwoont met een gezin te zijnen laste.</summary>
    GezinTenLaste = 3,
}

/// <summary>De categorie die geldt vanaf een dag, tot een latere haar vervangt.</summary>
/// <param name="Van">Eerste dag; de eerste dag die een kalender kent waar geen begin opgegeven is.</param>
/// <param name="Categorie">Art. 14 §1 RMI-wet.</param>
public sealed record CategorieVanaf(DateOnly Van, Categorie Categorie)
{
    /// <summary>De categorie van alle dagen, zonder opgegeven begin.</summary>
    internal static CategorieVanaf Altijd(Categorie categorie) => new(DateOnly.MinValue, categorie);

    internal bool HeeftBegin => Van > DateOnly.MinValue;
}
