using System.Globalization;
using SolidLoonfiches.Loonfiches;

namespace SolidLoonfiches.Leefloon;

/// <summary>Nederlands buiten de stappen: in bronnen en in weigeringen. De zinnen van de stappen staan in <c>Uitleg/</c>.</summary>
internal static class Nl
{
    private static Taalboek Boek => Taalboek.Van(Taal.Nederlands);

    /// <summary><c>1.234,56 euro</c>, op de cent.</summary>
    public static string Euro(Breuk bedrag) => Boek.Schrijfwijze.Euro(bedrag);

    /// <summary><c>1 maart 2025</c>.</summary>
    public static string Datum(DateOnly dag) => Boek.Schrijfwijze.Datum(dag);

    /// <summary><c>2025-03-01</c>, in elke cultuur van de machine: zo wijst een bron een rij of een verklaring aan.</summary>
    public static string Iso(DateOnly dag) => dag.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary><c>maart 2025</c>.</summary>
    public static string Maand(Maand maand) => Boek.Maand(maand);

    /// <summary><c>van … tot en met …</c>, of <c>vanaf …</c> zonder einde.</summary>
    public static string Periode(Periode periode) => Boek.Tijd(periode);

    public static string Naam(ComponentKind soort) => Boek.Woord(Gegevensoort.Component, (int)soort);

    public static string Naam(Relatie relatie) => Boek.Woord(Gegevensoort.Relatie, (int)relatie);

    public static string Naam(Bestaansmiddelsoort soort) => Boek.Woord(Gegevensoort.Middel, (int)soort);
}
