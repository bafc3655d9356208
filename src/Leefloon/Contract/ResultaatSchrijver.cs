using System.Text.Json;

namespace SolidLoonfiches.Leefloon;

/// <summary>Schrijft een resultaat of een weigering zoals het contract <c>calculate</c>, met de velden in zijn volgorde.</summary>
/// <remarks>Bedragen staan op de cent (helft naar boven), het aandeel van een tijdvak op zes decimalen, dagen en categorie als geheel getal.</remarks>
internal static class ResultaatSchrijver
{
    public static void Schrijf(Utf8JsonWriter json, Uitkomst.NietTeBerekenen fout)
    {
        json.WriteStartObject();
        json.WriteStartObject("error");
        json.WriteString("code", fout.Code);
        json.WriteString("path", fout.Pad);
        json.WriteString("message", fout.Zin);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    public static void Schrijf(Utf8JsonWriter json, Maandresultaat resultaat)
    {
        json.WriteStartObject();
        json.WriteString("month", resultaat.Maand.ToString());
        Bedrag(json, "amount", resultaat.Bedrag.Amount);
        Dag(json, "lawVersion", resultaat.Wetsversie);
        json.WriteStartArray("warnings");
        foreach (var waarschuwing in resultaat.Waarschuwingen)
        {
            json.WriteStringValue(waarschuwing);
        }

        json.WriteEndArray();
        json.WriteStartArray("segments");
        foreach (var segment in resultaat.Segmenten)
        {
            Schrijf(json, segment);
        }

        json.WriteEndArray();
        if (resultaat.ResterendeDagen is { } over)
        {
            json.WriteNumber("exemptionDaysLeft", over);
        }
        else
        {
            json.WriteNull("exemptionDaysLeft");
        }

        json.WritePropertyName("step");
        Schrijf(json, resultaat.Stap);
        json.WriteEndObject();
    }

    private static void Schrijf(Utf8JsonWriter json, Segment segment)
    {
        json.WriteStartObject();
        Dag(json, "from", segment.Van);
        Dag(json, "to", segment.Tot);
        json.WriteNumber("days", segment.Dagen);
        json.WriteNumber("category", (int)segment.Categorie);
        Bedrag(json, "amountPerYear", segment.BedragPerJaar);
        Bedrag(json, "wagePerMonth", segment.LoonPerMaand);
        Bedrag(json, "exemptionPerMonth", segment.VrijstellingPerMaand);
        Bedrag(json, "resourcesPerYear", segment.BestaansmiddelenPerJaar);
        Bedrag(json, "generalExemptionPerYear", segment.AlgemeneVrijstellingPerJaar);
        Bedrag(json, "leefloonPerYear", segment.LeefloonPerJaar);
        json.WriteNumber("share", MetDecimalen(segment.Aandeel, 6));
        json.WriteEndObject();
    }

    private static void Schrijf(Utf8JsonWriter json, Stap stap)
    {
        json.WriteStartObject();
        json.WriteString("name", stap.Naam);
        json.WriteString("article", stap.Artikel);
        json.WriteNumber("value", MetDecimalen(stap.Waarde, stap.Eenheid is Eenheid.Dagen or Eenheid.Geen ? 0 : stap.Naam == Stap.Aandeel ? 6 : 2));
        json.WriteString("unit", Woorden.Eenheid(stap.Eenheid));
        json.WriteString("source", stap.Bron);
        json.WriteStartArray("inputs");
        foreach (var uit in stap.Uit)
        {
            Schrijf(json, uit);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    internal static void Bedrag(Utf8JsonWriter json, string naam, decimal bedrag) => json.WriteNumber(naam, MetDecimalen(bedrag, 2));

    internal static void Dag(Utf8JsonWriter json, string naam, DateOnly dag) => json.WriteString(naam, Nl.Iso(dag));

    /// <summary>Met precies zoveel decimalen, ook als ze nul zijn: een decimal schrijft zijn nullen mee.</summary>
    private static decimal MetDecimalen(decimal waarde, int decimalen)
    {
        var nul = new decimal(0, 0, 0, isNegative: false, (byte)decimalen);
        return decimal.Round(waarde, decimalen, MidpointRounding.AwayFromZero) + nul;
    }
}
