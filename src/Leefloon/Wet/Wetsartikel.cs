using System.Globalization;

namespace SolidLoonfiches.Leefloon;

/// <summary>Een artikel zoals een beslissing het aanhaalt.</summary>
internal sealed record Wetsartikel
{
    /// <summary>Wet van 26 mei 2002 betreffende het recht op maatschappelijke integratie (numac 2002022559).</summary>
    private const string Rmi = "RMI-wet";

    /// <summary>Koninklijk besluit van 11 juli 2002 houdende het algemeen reglement (numac 2002022564).</summary>
    private const string Kb = "KB 11-07-2002";

    private static readonly Dictionary<string, Wetsartikel> PerCitaat = new(StringComparer.Ordinal);

    public static readonly Wetsartikel Rmi14Par1 = new(14, 1, Rmi);
    public static readonly Wetsartikel Rmi14Par2 = new(14, 2, Rmi);
    public static readonly Wetsartikel Rmi16Par1 = new(16, 1, Rmi);
    public static readonly Wetsartikel Rmi22Par1 = new(22, 1, Rmi);
    public static readonly Wetsartikel Rmi24Par1 = new(24, 1, Rmi);
    public static readonly Wetsartikel Kb22Par1 = new(22, 1, Kb);
    public static readonly Wetsartikel Kb22Par2 = new(22, 2, Kb);
    public static readonly Wetsartikel Kb34 = new(34, null, Kb);
    public static readonly Wetsartikel Kb34Par1 = new(34, 1, Kb);
    public static readonly Wetsartikel Kb34Par2 = new(34, 2, Kb);
    public static readonly Wetsartikel Kb35 = new(35, null, Kb);
    public static readonly Wetsartikel Kb35Par1 = new(35, 1, Kb);
    public static readonly Wetsartikel Kb35Par2 = new(35, 2, Kb);
    public static readonly Wetsartikel Kb35Par3 = new(35, 3, Kb);

    private readonly int _nummer;
    private readonly int? _paragraaf;
    private readonly string _wet;

    private Wetsartikel(int nummer, int? paragraaf, string wet)
    {
        (_nummer, _paragraaf, _wet) = (nummer, paragraaf, wet);
        Citaat = string.Create(CultureInfo.InvariantCulture, $"art. {nummer}{(paragraaf is null ? "" : $" §{paragraaf}")} {wet}");
        PerCitaat.Add(Citaat, this);
    }

    /// <summary>Bv. <c>art. 35 §1 KB 11-07-2002</c>: zo staat het in het contract en in wat bewaard wordt.</summary>
    public string Citaat { get; }

    public static IEnumerable<Wetsartikel> Alle => PerCitaat.Values;

    /// <summary>Het artikel dat een vrijstelling van deze soort toestaat.</summary>
    public static Wetsartikel Voor(Vrijstellingssoort soort) => soort switch
    {
        Vrijstellingssoort.Student => Kb35Par2,
        Vrijstellingssoort.Kunstenaar => Kb35Par3,
        Vrijstellingssoort.Geen => Kb35,
        _ => Kb35Par1,
    };

    /// <summary>Een bewaard citaat in een taal; wat hier niet bekend is blijft staan zoals het is.</summary>
    public static string In(string citaat, Taalboek boek) => PerCitaat.TryGetValue(citaat, out var artikel) ? artikel.In(boek) : citaat;

    private string In(Taalboek boek) => boek.Woord($"artikel.{(_wet == Rmi ? "rmi" : "kb")}{(_paragraaf is null ? "" : "Paragraaf")}")
        .Replace("{nummer}", _nummer.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
        .Replace("{paragraaf}", boek.Schrijfwijze.Dag(_paragraaf ?? 0), StringComparison.Ordinal);
}
