using SolidLoonfiches.Loonfiches;

namespace SolidLoonfiches.Leefloon.Tests;

/// <summary>Gevallen in weinig woorden.</summary>
internal static class Gevallen
{
    public static DateOnly Dag(string tekst) => DateOnly.ParseExact(tekst, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    public static Periode Periode(string van, string? tot = null) => new(Dag(van), tot is null ? null : Dag(tot));

    /// <summary>Een hele maand recht, zonder middelen.</summary>
    public static Geval Geval(string maand, Categorie categorie, params Loon[] lonen) => new()
    {
        Maand = Maand.Parse(maand),
        Categorieen = [new CategorieVanaf(new DateOnly(2010, 1, 1), categorie)],
        Recht = [new Periode(new DateOnly(2010, 1, 1), null)],
        Lonen = lonen,
    };

    /// <summary>Een loonfiche over de hele maand.</summary>
    public static Loon Loon(string maand, decimal nettoloon, params Looncomponent[] componenten)
    {
        var m = Maand.Parse(maand);
        return new Loon("fiche-1", "Bakkerij De Korenbloem", m.FirstDay, m.LastDay, m.LastDay, nettoloon, componenten);
    }

    public static Loon LoonVan(string van, string tot, decimal nettoloon, params Looncomponent[] componenten) =>
        new("fiche-1", "Bakkerij De Korenbloem", Dag(van), Dag(tot), Dag(tot), nettoloon, componenten);

    public static Vrijstelling Gewoon(string eersteToekenning, params Periode[] verbruikt) =>
        new(Vrijstellingssoort.Gewoon, Dag(eersteToekenning), verbruikt, null);

    public static Vrijstelling Knelpunt(string eersteToekenning, string vanaf, params Periode[] verbruikt) =>
        new(Vrijstellingssoort.Knelpuntberoep, Dag(eersteToekenning), verbruikt, Dag(vanaf));

    public static Vrijstelling Student(string eersteToekenning) => new(Vrijstellingssoort.Student, Dag(eersteToekenning), [], null);

    public static Vrijstelling Kunstenaar(string eersteToekenning) => new(Vrijstellingssoort.Kunstenaar, Dag(eersteToekenning), [], null);

    public static Maandresultaat Bereken(Geval geval) => Assert.IsType<Uitkomst.Berekend>(AanvullendLeefloon.Bereken(geval)).Resultaat;

    public static Uitkomst.NietTeBerekenen Geweigerd(Geval geval) => Assert.IsType<Uitkomst.NietTeBerekenen>(AanvullendLeefloon.Bereken(geval));

    public static Segment EnigSegment(Geval geval) => Assert.Single(Bereken(geval).Segmenten);

    /// <summary>De stap met alle stappen waaruit hij volgt.</summary>
    public static IEnumerable<Stap> Alle(this Stap stap) => stap.Uit.SelectMany(Alle).Prepend(stap);

    public static Stap Met(this Maandresultaat resultaat, string naam) => resultaat.Stap.Alle().First(stap => stap.Naam == naam);

    public static decimal OpDeCent(this decimal bedrag) => decimal.Round(bedrag, 2, MidpointRounding.AwayFromZero);
}
