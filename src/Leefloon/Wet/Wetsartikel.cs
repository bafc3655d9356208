namespace SolidLoonfiches.Leefloon;

/// <summary>Een artikel zoals een beslissing het aanhaalt.</summary>
/// <param name="Citaat">Bv. <c>art. 35 §1 KB 11-07-2002</c>.</param>
internal sealed record Wetsartikel(string Citaat)
{
    /// <summary>Wet van 26 mei 2002 betreffende het recht op maatschappelijke integratie (numac 2002022559).</summary>
    private const string Rmi = "RMI-wet";

    /// <summary>Koninklijk besluit van 11 juli 2002 houdende het algemeen reglement (numac 2002022564).</summary>
    private const string Kb = "KB 11-07-2002";

    public static readonly Wetsartikel Rmi14Par1 = new($"art. 14 §1 {Rmi}");
    public static readonly Wetsartikel Rmi14Par2 = new($"art. 14 §2 {Rmi}");
    public static readonly Wetsartikel Rmi16Par1 = new($"art. 16 §1 {Rmi}");
    public static readonly Wetsartikel Kb22Par1 = new($"art. 22 §1 {Kb}");
    public static readonly Wetsartikel Kb22Par2 = new($"art. 22 §2 {Kb}");
    public static readonly Wetsartikel Kb34 = new($"art. 34 {Kb}");
    public static readonly Wetsartikel Kb34Par1 = new($"art. 34 §1 {Kb}");
    public static readonly Wetsartikel Kb34Par2 = new($"art. 34 §2 {Kb}");
    public static readonly Wetsartikel Kb35 = new($"art. 35 {Kb}");
    public static readonly Wetsartikel Kb35Par1 = new($"art. 35 §1 {Kb}");
    public static readonly Wetsartikel Kb35Par2 = new($"art. 35 §2 {Kb}");
    public static readonly Wetsartikel Kb35Par3 = new($"art. 35 §3 {Kb}");

    /// <summary>Het artikel dat een vrijstelling van deze soort toestaat.</summary>
    public static Wetsartikel Voor(Vrijstellingssoort soort) => soort switch
    {
        Vrijstellingssoort.Student => Kb35Par2,
        Vrijstellingssoort.Kunstenaar => Kb35Par3,
        Vrijstellingssoort.Geen => Kb35,
        _ => Kb35Par1,
    };
}
