using System.Text;

namespace SolidLoonfiches.Leefloon;

/// <summary>Een zin van de brief.</summary>
/// <param name="Zin">In de taal van de brief.</param>
/// <param name="Onderdeel">Hoort onder de zin ervoor, zoals de lijnen van een loonfiche.</param>
public sealed record Briefregel(string Zin, bool Onderdeel);

/// <summary>Een stuk van de brief.</summary>
/// <param name="Kop">Waar het over gaat; leeg voor de inleiding.</param>
/// <param name="Niveau">2, of 3 onder een deel van de maand.</param>
/// <param name="Regels">In de volgorde waarin men rekent.</param>
/// <param name="Artikels">Waar het staat, in de taal van de brief.</param>
public sealed record Briefdeel(string Kop, int Niveau, IReadOnlyList<Briefregel> Regels, IReadOnlyList<string> Artikels);

/// <summary>De berekening als een brief aan de burger: de boom van stappen in leesvolgorde, met een aanhef en een slot. Hij zegt niets dat geen stap zegt.</summary>
/// <param name="Taal">De taal van alle tekst.</param>
/// <param name="Titel">Waarover de brief gaat.</param>
/// <param name="Aanhef">De begroeting.</param>
/// <param name="Delen">De inleiding, de hoofdstukken, en per deel van de maand wat daar anders is.</param>
/// <param name="Slot">Wat men met deze brief kan doen.</param>
/// <param name="Wetten">De volle naam van de wetten die tussen haakjes staan.</param>
public sealed record Brief(Taal Taal, string Titel, string Aanhef, IReadOnlyList<Briefdeel> Delen, IReadOnlyList<string> Slot, IReadOnlyList<string> Wetten)
{
    /// <summary>Van de taal, zoals in een webpagina: <c>nl</c>, <c>fr</c> of <c>en</c>.</summary>
    public string Taalcode => Taalboek.Van(Taal).Code;

    /// <summary>De brief bij een resultaat, ook bij een dat jaren geleden bewaard is.</summary>
    public static Brief Van(Maandresultaat resultaat, Taal taal)
    {
        ArgumentNullException.ThrowIfNull(resultaat);
        var boek = Taalboek.Van(taal);
        var delen = new Briefschrijver(boek).Delen(resultaat.Stap);
        return new(taal, Invullen("brief.titel"), boek.Woord("brief.aanhef"),
            [new("", 2, [new(Invullen("brief.inleiding"), false), new(resultaat.Stap.Zin.In(taal), false)], []), .. delen],
            [boek.Woord("brief.slot.beslissing"), boek.Woord("brief.slot.fout"), boek.Woord("brief.slot.papier")],
            [boek.Woord("brief.wet.rmi"), boek.Woord("brief.wet.kb")]);

        string Invullen(string sleutel) => boek.Woord(sleutel).Replace("{maand}", boek.Maand(resultaat.Maand), StringComparison.Ordinal);
    }

    /// <summary><c>Dossier 2026-0001. Berekend op 5 november 2026.</c></summary>
    public string Kenmerk(string dossier, DateOnly berekendOp) => Taalboek.Van(Taal).Woord("brief.kenmerk")
        .Replace("{dossier}", dossier, StringComparison.Ordinal)
        .Replace("{dag}", Taalboek.Van(Taal).Schrijfwijze.Datum(berekendOp), StringComparison.Ordinal);

    /// <summary>Gewone tekst: om te mailen, voor te lezen of in een eigen brief te plakken.</summary>
    public string AlsTekst()
    {
        var tekst = new StringBuilder();
        tekst.Append(Titel).Append('\n').Append('=', Titel.Length).Append("\n\n").Append(Aanhef).Append('\n');
        foreach (var deel in Delen)
        {
            if (deel.Kop.Length > 0)
            {
                tekst.Append('\n').Append(deel.Kop).Append('\n').Append(deel.Niveau == 2 ? '-' : '.', deel.Kop.Length);
            }

            tekst.Append('\n');
            foreach (var regel in deel.Regels)
            {
                tekst.Append(regel.Onderdeel ? "  - " : "").Append(regel.Zin).Append('\n');
            }

            if (deel.Artikels.Count > 0)
            {
                tekst.Append('(').AppendJoin("; ", deel.Artikels).Append(")\n");
            }
        }

        tekst.Append('\n').AppendJoin('\n', Slot).Append("\n\n").AppendJoin('\n', Wetten).Append('\n');
        return tekst.ToString();
    }
}
