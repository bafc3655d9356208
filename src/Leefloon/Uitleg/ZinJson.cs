using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using SolidLoonfiches.Loonfiches;

namespace SolidLoonfiches.Leefloon;

/// <summary>Een zin zoals hij bij een controle bewaard wordt: <c>{"sleutel":"loonPerMaand.omgerekend","waarden":{"som":400,…}}</c>.</summary>
/// <remarks>De soort van een waarde staat er niet bij: die hoort bij de sleutel. Woorden van de wet staan er zoals het contract ze schrijft.</remarks>
internal sealed class ZinJson : JsonConverter<Zin>
{
    public override Zin Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var json = JsonElement.ParseValue(ref reader);
        var sleutel = json.GetProperty("sleutel").GetString() ?? throw new JsonException("Een zin zonder sleutel.");
        if (Zinnen.Alle.GetValueOrDefault(sleutel) is not { } soort || !json.TryGetProperty("waarden", out var waarden))
        {
            return Zin.Onbekend(sleutel, json);
        }

        var gelezen = new Gegeven[soort.Namen.Count];
        for (var i = 0; i < gelezen.Length; i++)
        {
            if (!waarden.TryGetProperty(soort.Namen[i], out var waarde) || Lees(waarde, soort.Soorten[i]) is not { } gegeven)
            {
                return Zin.Onbekend(sleutel, json);
            }

            gelezen[i] = gegeven;
        }

        return new Zin(soort, gelezen);
    }

    public override void Write(Utf8JsonWriter writer, Zin value, JsonSerializerOptions options)
    {
        if (value.Soort is not { } soort)
        {
            value.AlsOnbekend.WriteTo(writer);
            return;
        }

        writer.WriteStartObject();
        writer.WriteString("sleutel", value.Sleutel);
        writer.WriteStartObject("waarden");
        for (var i = 0; i < soort.Namen.Count; i++)
        {
            writer.WritePropertyName(soort.Namen[i]);
            Schrijf(writer, value.Waarden[i], soort.Soorten[i], options);
        }

        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static void Schrijf(Utf8JsonWriter json, Gegeven waarde, Gegevensoort soort, JsonSerializerOptions options)
    {
        switch (soort)
        {
            case Gegevensoort.Bedrag:
                json.WriteNumberValue(waarde.Getal.AlsDecimaal);
                break;
            case Gegevensoort.Getal or Gegevensoort.Categorie:
                json.WriteNumberValue(waarde.Geheel);
                break;
            case Gegevensoort.Dag:
                json.WriteStringValue(Nl.Iso(waarde.Dag));
                break;
            case Gegevensoort.Maand:
                json.WriteStringValue(Maand.Of(waarde.Dag).ToString());
                break;
            case Gegevensoort.Tijd or Gegevensoort.Tijden:
                json.WriteStartArray();
                foreach (var tijd in waarde.Tijden)
                {
                    json.WriteStringValue(Nl.Iso(tijd.Van) + "/" + (tijd.Tot is { } tot ? Nl.Iso(tot) : ".."));
                }

                json.WriteEndArray();
                break;
            case Gegevensoort.Tekst:
                // Met de afspraken van wie bewaart: PostgreSQL kent geen U+0000.
                JsonSerializer.Serialize(json, waarde.Tekst, options);
                break;
            default:
                json.WriteStringValue(Zinwoorden.Sleutel(soort, waarde.Geheel));
                break;
        }
    }

    /// <summary>Null: niet te lezen als deze soort.</summary>
    private static Gegeven? Lees(JsonElement json, Gegevensoort soort) => (soort, json.ValueKind) switch
    {
        (Gegevensoort.Bedrag, JsonValueKind.Number) => (Gegeven?)(Gegeven)json.GetDecimal(),
        (Gegevensoort.Getal or Gegevensoort.Categorie, JsonValueKind.Number) => json.GetInt32(),
        (Gegevensoort.Dag, JsonValueKind.String) => Dag(json.GetString()!),
        (Gegevensoort.Maand, JsonValueKind.String) => Maand.Parse(json.GetString()!),
        (Gegevensoort.Tijd, JsonValueKind.Array) => Tijd(json[0].GetString()!),
        (Gegevensoort.Tijden, JsonValueKind.Array) => Gegeven.Van([.. json.EnumerateArray().Select(static tijd => Tijd(tijd.GetString()!))]),
        (Gegevensoort.Tekst, JsonValueKind.String) => json.GetString()!,
        (_, JsonValueKind.String) when Zinwoorden.Nummer(soort, json.GetString()!) is { } nummer => nummer,
        _ => null,
    };

    private static Periode Tijd(string tekst)
    {
        var delen = tekst.Split('/');
        return new(Dag(delen[0]), delen[1] == ".." ? null : Dag(delen[1]));
    }

    private static DateOnly Dag(string tekst) => DateOnly.ParseExact(tekst, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
