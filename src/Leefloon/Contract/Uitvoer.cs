using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using SolidLoonfiches.Loonfiches;

namespace SolidLoonfiches.Leefloon;

/// <summary>Een bewaarde controle, zoals ze uitgevoerd wordt om ze jaren later opnieuw te berekenen (<see cref="Verify"/>).</summary>
/// <param name="Check">Wat de controle aanwijst in het dossier.</param>
/// <param name="CheckedAt">Wanneer ze gebeurde.</param>
/// <param name="Amount">Het bedrag dat getoond en gemeld is.</param>
/// <param name="LawVersion">Van de regels en bedragen waarmee ze gebeurde: <see cref="AanvullendLeefloon.Versie"/>.</param>
/// <param name="Facts">Alles wat in de berekening ging, het beleid inbegrepen.</param>
/// <param name="Result">Wat eruit kwam, met de boom van stappen.</param>
public sealed record Uitvoer(string Check, DateTimeOffset CheckedAt, Euro Amount, string LawVersion, Geval Facts, Maandresultaat Result)
{
    /// <summary>Zo herkent men een uitvoer; het nummer verhoogt als de vorm wijzigt.</summary>
    private const string Vorm = "solidloonfiches.check/1";

    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectRequiredConstructorParameters = true,
        RespectNullableAnnotations = true,
        WriteIndented = true,
        MaxDepth = 256,
        Converters = { new JsonStringEnumConverter() },
    };

    /// <param name="Format">Altijd <see cref="Vorm"/>.</param>
    /// <param name="Sha256">Van de rest: wie het bestand wijzigt zonder dat er iets anders uitkomt, valt zo ook op. Geen handtekening.</param>
    private sealed record Bestand(string Format, string Sha256, Uitvoer Export);

    /// <summary>Het bestand, in UTF-8.</summary>
    public byte[] Schrijf() => JsonSerializer.SerializeToUtf8Bytes(new Bestand(Vorm, Vingerafdruk(), this), Json);

    /// <summary>De uitvoer, en of ze nog is wat er uitgevoerd werd; of waarom dit bestand er geen is.</summary>
    internal static (Uitvoer? Uitvoer, bool Ongewijzigd, string? Fout) Lees(ReadOnlySpan<byte> json)
    {
        try
        {
            using var document = JsonDocument.Parse(json.ToArray());
            if (document.RootElement.ValueKind is not JsonValueKind.Object || !document.RootElement.TryGetProperty("format", out var vorm) || vorm.ToString() != Vorm)
            {
                return (null, false, $"Dit is geen uitvoer van een controle: in het veld format hoort '{Vorm}'.");
            }

            var bestand = HeeftLegePlaats(document.RootElement) ? null : document.Deserialize<Bestand>(Json);
            return bestand is null
                ? (null, false, "Dit is geen uitvoer van een controle meer, ze is beschadigd: in een lijst ontbreekt een waarde.")
                : (bestand.Export, bestand.Sha256 == bestand.Export.Vingerafdruk(), null);
        }
        catch (JsonException onleesbaar)
        {
            return (null, false, $"Dit is geen uitvoer van een controle, of ze is beschadigd: {onleesbaar.Message}");
        }
    }

    /// <summary>Null in een lijst: dat een waarde niet mag ontbreken ziet de serializer enkel bij velden na.</summary>
    private static bool HeeftLegePlaats(JsonElement waarde) => waarde.ValueKind switch
    {
        JsonValueKind.Array => waarde.EnumerateArray().Any(static element => element.ValueKind is JsonValueKind.Null || HeeftLegePlaats(element)),
        JsonValueKind.Object => waarde.EnumerateObject().Any(static veld => HeeftLegePlaats(veld.Value)),
        _ => false,
    };

    private string Vingerafdruk() => Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(this, Json)));
}
