using System.Collections.Frozen;
using SolidLoonfiches.Loonfiches;

namespace SolidLoonfiches.Leefloon;

/// <summary>Een stuk van een zin in een taal: vaste woorden, of de plaats van een waarde en hoe ze er geschreven wordt.</summary>
internal sealed class Zinsdeel
{
    private static readonly string[] Bedragvormen = ["", "kaal", "precies", "ruim"];

    private readonly string _tekst; // de vaste woorden, of de vorm van de waarde
    private readonly int _waarde; // -1: vaste woorden

    private Zinsdeel(string tekst, int waarde = -1) => (_tekst, _waarde) = (tekst, waarde);

    /// <exception cref="FormatException">Een naam die de zin niet heeft, of een vorm die niet bestaat.</exception>
    public static Zinsdeel[] Ontleed(string tekst, Zinsoort soort, FrozenDictionary<string, (string Een, string Meer)> aantallen)
    {
        List<Zinsdeel> delen = [];
        var rest = tekst;
        while (rest.IndexOf('{', StringComparison.Ordinal) is var open and >= 0)
        {
            var dicht = rest.IndexOf('}', StringComparison.Ordinal);
            var plaats = rest[(open + 1)..dicht].Split(':');
            var (naam, vorm) = (plaats[0], plaats.Length > 1 ? plaats[1] : "");
            var nummer = soort.Namen.ToList().IndexOf(naam);
            var bestaat = nummer >= 0 && (vorm.Length == 0 || soort.Soorten[nummer] switch
            {
                Gegevensoort.Bedrag => Bedragvormen.Contains(vorm),
                Gegevensoort.Getal => aantallen.ContainsKey(vorm),
                _ => false,
            });
            if (!bestaat)
            {
                throw new FormatException($"De zin {soort.Sleutel} kan {{{naam}{(vorm.Length > 0 ? ":" : "")}{vorm}}} niet invullen.");
            }

            delen.Add(new(rest[..open]));
            delen.Add(new(vorm, nummer));
            rest = rest[(dicht + 1)..];
        }

        delen.Add(new(rest));
        return [.. delen];
    }

    /// <summary>De waarde die hier komt, in volgorde van <see cref="Zinsoort.Namen"/>; -1: geen.</summary>
    public int Waarde => _waarde;

    public string Schrijf(Zin zin, Taalboek boek)
    {
        if (_waarde < 0)
        {
            return _tekst;
        }

        var waarde = zin.Waarden[_waarde];
        var wijze = boek.Schrijfwijze;
        return (zin.Soort!.Soorten[_waarde], _tekst) switch
        {
            (Gegevensoort.Bedrag, "kaal") => wijze.Bedrag(waarde.Getal),
            (Gegevensoort.Bedrag, "precies") => wijze.Nauwkeurig(waarde.Getal),
            (Gegevensoort.Bedrag, "ruim") => wijze.EuroNauwkeurig(waarde.Getal),
            (Gegevensoort.Bedrag, _) => wijze.Euro(waarde.Getal),
            (Gegevensoort.Getal, "") => wijze.Getal(waarde.Geheel),
            (Gegevensoort.Getal, var aantal) => boek.Aantal(aantal, waarde.Geheel),
            (Gegevensoort.Dag, _) => wijze.Datum(waarde.Dag),
            (Gegevensoort.Maand, _) => wijze.Maand(Maand.Of(waarde.Dag)),
            (Gegevensoort.Tijd or Gegevensoort.Tijden, _) => string.Join(", ", waarde.Tijden.Select(boek.Tijd)),
            (Gegevensoort.Tekst, _) => waarde.Tekst,
            (var soort, _) => boek.Woord(soort, waarde.Geheel),
        };
    }
}
