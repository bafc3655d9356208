using System.Collections.Frozen;
using SolidLoonfiches.Loonfiches;

namespace SolidLoonfiches.Leefloon;

/// <summary>De zinnen en woorden van één taal, zoals ze in <c>nl.txt</c>, <c>fr.txt</c> of <c>en.txt</c> staan.</summary>
/// <remarks>
/// Een regel is <c>zin SLEUTEL | tekst</c>, <c>woord SLEUTEL | tekst</c>, <c>aantal NAAM | bij één | bij meer</c> of
/// <c>brief NAAM | tekst</c>. In een zin staat een waarde als <c>{naam}</c> of <c>{naam:vorm}</c>; de vormen zijn <c>kaal</c> (zonder munt),
/// <c>precies</c> (tot zes decimalen, zonder munt), <c>ruim</c> (tot zes decimalen, met munt) en, bij een getal, de naam van een aantal.
/// Een zin begint vanzelf met een hoofdletter.
/// </remarks>
internal sealed class Taalboek
{
    private static readonly Taalboek[] Boeken = [Lees(Taal.Nederlands, "nl"), Lees(Taal.Frans, "fr"), Lees(Taal.Engels, "en")];

    private readonly FrozenDictionary<string, Zinsdeel[]> _zinnen;
    private readonly FrozenDictionary<string, string> _woorden;
    private readonly FrozenDictionary<string, (string Een, string Meer)> _aantallen;

    /// <exception cref="FormatException">Een regel die geen zin, woord of aantal is, of een zin die niet in te vullen is.</exception>
    public Taalboek(Taal taal, string code, TextReader bestand)
    {
        (Taal, Code, Schrijfwijze) = (taal, code, Schrijfwijze.Van(taal));
        var regels = Regels(code, bestand).ToLookup(static regel => regel[0], StringComparer.Ordinal);
        _aantallen = regels["aantal"].ToFrozenDictionary(static regel => regel[1], static regel => (regel[2], regel[3]), StringComparer.Ordinal);
        _woorden = regels["woord"].ToFrozenDictionary(static regel => regel[1], static regel => regel[2], StringComparer.Ordinal);
        _zinnen = regels["zin"].ToFrozenDictionary(static regel => regel[1], regel => Zinsdeel.Ontleed(regel[2], Zinnen.Alle[regel[1]], _aantallen), StringComparer.Ordinal);
    }

    public Taal Taal { get; }

    /// <summary>Van de taal, zoals in <c>--letter nl</c> en in een webpagina.</summary>
    public string Code { get; }

    public Schrijfwijze Schrijfwijze { get; }

    /// <summary>De sleutels waarvoor er een zin is.</summary>
    public IEnumerable<string> Sleutels => _zinnen.Keys;

    public IEnumerable<string> Woordsleutels => _woorden.Keys;

    public IEnumerable<string> Aantallen => _aantallen.Keys;

    /// <summary>De namen van de waarden die in een zin staan, elk één keer.</summary>
    public IEnumerable<string> WaardenIn(string sleutel) =>
        _zinnen[sleutel].Where(static deel => deel.Waarde >= 0).Select(deel => Zinnen.Alle[sleutel].Namen[deel.Waarde]).Distinct().Order(StringComparer.Ordinal);

    public static Taalboek Van(Taal taal) => Boeken[(int)taal];

    public string Schrijf(Zin zin) => zin.Soort is null || !_zinnen.TryGetValue(zin.Sleutel, out var delen)
        ? Woord("onbekendeStap")
        : Hoofdletter(string.Concat(delen.Select(deel => deel.Schrijf(zin, this))));

    public string Woord(string sleutel) => _woorden[sleutel];

    public string Woord(Gegevensoort soort, int nummer) => Woord($"{soort}.{Zinwoorden.Sleutel(soort, nummer)}");

    public string Aantal(string naam, int aantal)
    {
        var (een, meer) = _aantallen[naam];
        return aantal == 1 ? een : meer.Replace("{n}", Schrijfwijze.Getal(aantal), StringComparison.Ordinal);
    }

    /// <summary><c>van 1 tot en met 31 maart 2025</c>, met maand en jaar van het begin waar ze verschillen; <c>vanaf …</c> zonder einde.</summary>
    public string Tijd(Periode tijd)
    {
        if (tijd.Tot is not { } tot)
        {
            return Woord("tijd.vanaf").Replace("{van}", Schrijfwijze.Datum(tijd.Van), StringComparison.Ordinal);
        }

        if (tijd.Van == tot)
        {
            return Woord("tijd.dag").Replace("{van}", Schrijfwijze.Datum(tot), StringComparison.Ordinal);
        }

        var van = tijd.Van.Year != tot.Year ? Schrijfwijze.Datum(tijd.Van)
            : tijd.Van.Month != tot.Month ? Schrijfwijze.ZonderJaar(tijd.Van)
            : Schrijfwijze.Dag(tijd.Van.Day);
        return Woord("tijd.reeks").Replace("{van}", van, StringComparison.Ordinal).Replace("{tot}", Schrijfwijze.Datum(tot), StringComparison.Ordinal);
    }

    public string Tijd(DateOnly van, DateOnly tot) => Tijd(new Periode(van, tot));

    public string Maand(Maand maand) => Schrijfwijze.Maand(maand);

    public static string Hoofdletter(string tekst) => tekst.Length == 0 ? tekst : char.ToUpperInvariant(tekst[0]) + tekst[1..];

    private static Taalboek Lees(Taal taal, string code)
    {
        using var stroom = typeof(Taalboek).Assembly.GetManifestResourceStream($"Uitleg.{code}")
            ?? throw new InvalidOperationException($"De zinnen in {code} ontbreken in het programma.");
        using var lezer = new StreamReader(stroom);
        return new(taal, code, lezer);
    }

    private static IEnumerable<string[]> Regels(string code, TextReader bestand)
    {
        while (bestand.ReadLine() is { } regel)
        {
            if (regel.Length == 0 || regel[0] == '#')
            {
                continue;
            }

            var cellen = regel.Split('|', StringSplitOptions.TrimEntries);
            var (soort, sleutel) = cellen[0].Split(' ') is [var een, var twee] ? (een, twee) : throw new FormatException($"Uitleg {code}: '{cellen[0]}' is geen soort met een sleutel.");
            yield return cellen.Length == (soort == "aantal" ? 3 : 2) ? [soort, sleutel, .. cellen[1..]] : throw new FormatException($"Uitleg {code}: te veel of te weinig delen bij {sleutel}.");
        }
    }
}
