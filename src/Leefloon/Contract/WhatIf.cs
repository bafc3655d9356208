using System.Text.Json;
using SolidLoonfiches.Loonfiches;

namespace SolidLoonfiches.Leefloon;

/// <summary>Wat men bij <c>calculate --what-if</c> kan vragen.</summary>
/// <remarks>Een loonfiche zegt niet hoeveel een uur netto opbrengt: wie uren vraagt geeft dat erbij.</remarks>
public abstract record Loonvraag
{
    private Loonvraag() { }

    /// <summary>Nettoloon in de maand erbij; negatief: minder.</summary>
    public abstract Euro Meer { get; }

    /// <summary>Zoveel euro meer.</summary>
    public sealed record Bedrag(Euro Euro) : Loonvraag
    {
        /// <inheritdoc/>
        public override Euro Meer => Euro;
    }

    /// <summary>Zoveel uren meer, aan zoveel nettoloon per uur; samen afgerond op de cent.</summary>
    public sealed record Uren(decimal Aantal, Euro NettoPerUur) : Loonvraag
    {
        /// <inheritdoc/>
        public override Euro Meer => Euro.Round(Aantal * NettoPerUur.Amount);
    }
}

/// <summary>Het werkwoord <c>calculate --what-if</c>: de gevallen van het contract, en voor elk de kromme in plaats van het resultaat.</summary>
/// <remarks>Weigeringen, afloop en schrijfwijze van bedragen zijn die van <see cref="Calculate"/>; de velden staan in <c>src/Leefloon/README.md</c>.</remarks>
public static class WhatIf
{
    /// <param name="json">Het bestand, in UTF-8.</param>
    /// <param name="vraag">Wat als er zoveel meer is; null: enkel de kromme.</param>
    public static CalculateOutput Run(ReadOnlySpan<byte> json, Loonvraag? vraag) => Gevallenbestand.Run(json, (geval, uit) =>
    {
        var (kromme, fout) = WatAls.Kromme(geval);
        if (kromme is null)
        {
            return fout;
        }

        uit.WriteStartObject();
        uit.WriteString("month", kromme.Maand.ToString());
        ResultaatSchrijver.Dag(uit, "lawVersion", kromme.Wetsversie);
        Punt(uit, "now", kromme.Nu);
        ResultaatSchrijver.Bedrag(uit, "step", kromme.Stap.Amount);
        uit.WriteStartArray("points");
        foreach (var punt in kromme.Punten)
        {
            Punt(uit, null, punt);
        }

        uit.WriteEndArray();
        uit.WriteStartArray("marks");
        foreach (var keerpunt in kromme.Keerpunten)
        {
            Schrijf(uit, keerpunt);
        }

        uit.WriteEndArray();
        if (vraag is not null)
        {
            Schrijf(uit, vraag, WatAls.Meer(geval, vraag.Meer).Verschil ?? throw new InvalidOperationException("Een geval dat te berekenen is, is het met meer loon niet."));
        }

        uit.WriteEndObject();
        return null;
    });

    private static void Schrijf(Utf8JsonWriter uit, Keerpunt keerpunt)
    {
        uit.WriteStartObject();
        uit.WriteString("kind", keerpunt.Soort switch
        {
            Keerpuntsoort.VrijstellingOp => "exemptionUsedUp",
            Keerpuntsoort.AlgemeneVrijstellingOp => "generalExemptionUsedUp",
            Keerpuntsoort.AlgemeneVrijstellingWeg => "generalExemptionLost",
            _ => "leefloonEnds",
        });
        Punt(uit, "last", keerpunt.Net);
        Punt(uit, "first", keerpunt.Vanaf);
        ResultaatSchrijver.Bedrag(uit, "loss", keerpunt.Sprong.Amount);
        if (keerpunt.PerJaar is { } perJaar)
        {
            ResultaatSchrijver.Bedrag(uit, "perYear", perJaar);
        }
        else
        {
            uit.WriteNull("perYear");
        }

        uit.WriteStartArray("days");
        foreach (var periode in keerpunt.Dagen)
        {
            uit.WriteStartObject();
            ResultaatSchrijver.Dag(uit, "from", periode.Van);
            ResultaatSchrijver.Dag(uit, "to", periode.LaatsteDag);
            uit.WriteEndObject();
        }

        uit.WriteEndArray();
        uit.WriteEndObject();
    }

    private static void Schrijf(Utf8JsonWriter uit, Loonvraag vraag, Loonverschil antwoord)
    {
        uit.WriteStartObject("answer");
        if (vraag is Loonvraag.Uren(var aantal, var nettoPerUur))
        {
            ResultaatSchrijver.Bedrag(uit, "hours", aantal);
            ResultaatSchrijver.Bedrag(uit, "netPerHour", nettoPerUur.Amount);
        }

        ResultaatSchrijver.Bedrag(uit, "more", vraag.Meer.Amount);
        Punt(uit, "old", antwoord.Oud);
        Punt(uit, "new", antwoord.Nieuw);
        Punt(uit, "difference", antwoord.Verschil);
        uit.WriteEndObject();
    }

    private static void Punt(Utf8JsonWriter uit, string? naam, Loonpunt punt)
    {
        if (naam is null)
        {
            uit.WriteStartObject();
        }
        else
        {
            uit.WriteStartObject(naam);
        }

        ResultaatSchrijver.Bedrag(uit, "income", punt.Loon.Amount);
        ResultaatSchrijver.Bedrag(uit, "leefloon", punt.Leefloon.Amount);
        ResultaatSchrijver.Bedrag(uit, "total", punt.Totaal.Amount);
        uit.WriteEndObject();
    }
}
