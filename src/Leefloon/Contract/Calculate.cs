using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace SolidLoonfiches.Leefloon;

/// <summary>Wat <see cref="Calculate"/> van een bestand maakt.</summary>
/// <param name="Json">Het resultaat, of de lijst van resultaten, in UTF-8; leeg bij <paramref name="ExitCode"/> 2.</param>
/// <param name="ExitCode">0: elk geval gaf een resultaat. 1: minstens één geval is geweigerd. 2: de invoer is geen JSON.</param>
/// <param name="Message">Bij 2: wat er mis is, voor wie de invoer gaf; anders null.</param>
public sealed record CalculateOutput(byte[] Json, int ExitCode, string? Message);

/// <summary>Het contract <c>calculate</c>: één geval of een lijst van gevallen als JSON, en voor elk het resultaat of waarom het geweigerd is.</summary>
/// <remarks>
/// Dezelfde invoer geeft dezelfde bytes: geen klok, geen cultuur, geen instelling. Waar JSON zelf de keuze laat (RFC 8259):
/// een veld dat twee keer in een object staat wordt geweigerd (<see cref="Lezer"/>); een getal geldt naar zijn waarde
/// (<c>1e3</c> en <c>1000.000</c> zijn 1000); een byte order mark vooraan wordt overgeslagen (§8.1); dieper dan duizend niveaus
/// wordt niet gelezen (§9). Een waarde die geen object is en geen lijst is één geval van een verkeerd type.
/// </remarks>
public static class Calculate
{
    private static readonly JsonDocumentOptions Streng = new() { MaxDepth = 1000 };

    // De uitvoer is JSON en geen HTML: § en é blijven leesbaar.
    private static readonly JsonWriterOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    /// <param name="json">Het bestand, in UTF-8.</param>
    public static CalculateOutput Run(ReadOnlySpan<byte> json)
    {
        if (json.StartsWith(ByteOrderMark))
        {
            json = json[ByteOrderMark.Length..];
        }

        if (!Utf8.IsValid(json))
        {
            return new([], 2, "De invoer is geen JSON: er staan bytes in die geen UTF-8 zijn. Bewaar het bestand als UTF-8.");
        }

        try
        {
            using var document = JsonDocument.Parse(json.ToArray(), Streng);
            return Run(document.RootElement);
        }
        catch (JsonException fout)
        {
            return new([], 2, $"De invoer is geen JSON. Kijk na op regel {fout.LineNumber + 1}, byte {fout.BytePositionInLine + 1} van die regel.");
        }
    }

    private static CalculateOutput Run(JsonElement invoer)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using var json = new Utf8JsonWriter(buffer, Compact);
        var gelukt = true;
        if (invoer.ValueKind is JsonValueKind.Array)
        {
            json.WriteStartArray();
            foreach (var geval in invoer.EnumerateArray())
            {
                gelukt &= Run(geval, json);
            }

            json.WriteEndArray();
        }
        else
        {
            gelukt = Run(invoer, json);
        }

        json.Flush();
        return new(buffer.WrittenSpan.ToArray(), gelukt ? 0 : 1, null);
    }

    private static bool Run(JsonElement invoer, Utf8JsonWriter json)
    {
        var uitkomst = GevalLezer.Lees(invoer) switch
        {
            (_, { } fout) => fout,
            ({ } geval, _) => AanvullendLeefloon.Bereken(geval),
            _ => throw new InvalidOperationException("Een geval is gelezen noch geweigerd."),
        };
        switch (uitkomst)
        {
            case Uitkomst.Berekend(var resultaat):
                ResultaatSchrijver.Schrijf(json, resultaat);
                return true;
            case Uitkomst.NietTeBerekenen fout:
                ResultaatSchrijver.Schrijf(json, fout);
                return false;
            default:
                throw new InvalidOperationException($"De wet eindigt in {uitkomst.GetType().Name}, dat niemand kent.");
        }
    }
}
