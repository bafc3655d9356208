using SolidLoonfiches.Loonfiches;

namespace SolidLoonfiches.Leefloon;

/// <summary>De woorden van de wet die in een zin voorkomen, en hun vaste sleutel: in de taalbestanden en in wat bewaard wordt.</summary>
internal static class Zinwoorden
{
    private static readonly Dictionary<Gegevensoort, (Dictionary<int, string> Sleutels, Dictionary<string, int> Nummers)> Woordenlijsten = new()
    {
        [Gegevensoort.Categorie] = Lijst(Enum.GetValues<Categorie>().Select(static categorie => ((int)categorie, $"{(int)categorie}"))),
        [Gegevensoort.Component] = Lijst(Enum.GetValues<ComponentKind>().Select(static soort => ((int)soort, Woorden.Voor(soort)))),
        [Gegevensoort.Relatie] = Lijst(Woorden.Relaties.Select(static paar => ((int)paar.Value, paar.Key))),
        [Gegevensoort.Middel] = Lijst(Woorden.Bestaansmiddelen.Select(static paar => ((int)paar.Value, paar.Key))),
        [Gegevensoort.Vrijstelling] = Lijst(Woorden.Vrijstellingen.Select(static paar => ((int)paar.Value, paar.Key))),
    };

    public static IEnumerable<Gegevensoort> Soorten => Woordenlijsten.Keys;

    /// <summary>Elk woord van een soort, in de volgorde van de opsomming.</summary>
    public static IEnumerable<string> Alle(Gegevensoort soort) => Woordenlijsten[soort].Sleutels.Values;

    public static string Sleutel(Gegevensoort soort, int nummer) => Woordenlijsten[soort].Sleutels[nummer];

    /// <summary>Null: zo'n woord heeft deze soort niet.</summary>
    public static int? Nummer(Gegevensoort soort, string sleutel) =>
        Woordenlijsten.TryGetValue(soort, out var lijst) && lijst.Nummers.TryGetValue(sleutel, out var nummer) ? nummer : null;

    private static (Dictionary<int, string> Sleutels, Dictionary<string, int> Nummers) Lijst(IEnumerable<(int Nummer, string Sleutel)> woorden)
    {
        var lijst = woorden.ToList();
        return (lijst.ToDictionary(static woord => woord.Nummer, static woord => woord.Sleutel), lijst.ToDictionary(static woord => woord.Sleutel, static woord => woord.Nummer, StringComparer.Ordinal));
    }
}
