using System.Globalization;
using SolidLoonfiches.Loonfiches;

namespace SolidLoonfiches.Leefloon;

/// <summary>Bedragen en dagen zoals men ze in Vlaanderen schrijft.</summary>
internal static class Nl
{
    /// <summary><c>1.234,56 euro</c>, op de cent.</summary>
    public static string Euro(Breuk bedrag) => $"{Bedrag(bedrag)} euro";

    /// <summary><c>1.234,56</c>, op de cent.</summary>
    public static string Bedrag(Breuk bedrag) => decimal.Round(bedrag.AlsDecimaal, 2, MidpointRounding.AwayFromZero).ToString("N2", DutchNumbers.Format);

    /// <summary>In een bewerking, zodat men ze kan narekenen: de cent waar het bedrag daar eindigt, anders tot zes decimalen (<c>503,514167</c>).</summary>
    public static string Nauwkeurig(Breuk bedrag) => decimal.Round(bedrag.AlsDecimaal, 6, MidpointRounding.AwayFromZero).ToString("#,##0.00####", DutchNumbers.Format);

    /// <summary><c>1.095 dagen</c>, <c>1 dag</c>.</summary>
    public static string Dagen(int aantal) => aantal == 1 ? "1 dag" : $"{aantal.ToString("N0", DutchNumbers.Format)} dagen";

    public static string Getal(int aantal) => aantal.ToString("N0", DutchNumbers.Format);

    /// <summary><c>1 maart 2025</c>.</summary>
    public static string Datum(DateOnly dag) => DutchDates.Words(dag);

    /// <summary><c>2025-03-01</c>, in elke cultuur van de machine: zo wijst een bron een rij of een verklaring aan.</summary>
    public static string Iso(DateOnly dag) => dag.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary><c>maart 2025</c>.</summary>
    public static string Maand(Maand maand) => DutchDates.Words(maand);

    /// <summary><c>van 1 tot en met 31 maart 2025</c>, met maand en jaar van het begin waar ze verschillen.</summary>
    public static string VanTot(DateOnly van, DateOnly tot) => van == tot ? $"op {Datum(van)}"
        : van.Year != tot.Year ? $"van {Datum(van)} tot en met {Datum(tot)}"
        : van.Month != tot.Month ? $"van {DutchDates.WithoutYear(van)} tot en met {Datum(tot)}"
        : $"van {van.Day} tot en met {Datum(tot)}";

    /// <summary><c>van … tot en met …</c>, of <c>vanaf …</c> zonder einde.</summary>
    public static string Periode(Periode periode) => periode.Tot is { } tot ? VanTot(periode.Van, tot) : $"vanaf {Datum(periode.Van)}";

    /// <summary>Met een hoofdletter.</summary>
    public static string Zin(string tekst) => char.ToUpperInvariant(tekst[0]) + tekst[1..];

    public static string Categorie(Categorie categorie) => categorie switch
    {
        Leefloon.Categorie.Samenwonend => "categorie 1 (samenwonend)",
        Leefloon.Categorie.Alleenstaand => "categorie 2 (alleenstaand)",
        _ => "categorie 3 (gezin ten laste)",
    };
}
