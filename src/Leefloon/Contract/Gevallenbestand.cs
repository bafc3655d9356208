using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace SolidLoonfiches.Leefloon;

/// <summary>Een bestand met één geval of een lijst van gevallen: wat <see cref="Calculate"/> en <see cref="WhatIf"/> lezen.</summary>
internal static class Gevallenbestand
{
    private static readonly JsonDocumentOptions Streng = new() { MaxDepth = 1000 };

    // De uitvoer is JSON en geen HTML: § en é blijven leesbaar.
    private static readonly JsonWriterOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    /// <param name="json">Het bestand, in UTF-8.</param>
    /// <param name="schrijf">Schrijft het antwoord op één geval, of geeft de reden waarom er geen is en schrijft niets.</param>
    public static CalculateOutput Run(ReadOnlySpan<byte> json, Func<Geval, Utf8JsonWriter, Uitkomst.NietTeBerekenen?> schrijf)
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
            return Run(document.RootElement, schrijf);
        }
        catch (JsonException fout)
        {
            return new([], 2, $"De invoer is geen JSON. Kijk na op regel {fout.LineNumber + 1}, byte {fout.BytePositionInLine + 1} van die regel.");
        }
    }

    private static CalculateOutput Run(JsonElement invoer, Func<Geval, Utf8JsonWriter, Uitkomst.NietTeBerekenen?> schrijf)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using var json = new Utf8JsonWriter(buffer, Compact);
        var gelukt = true;
        if (invoer.ValueKind is JsonValueKind.Array)
        {
            json.WriteStartArray();
            foreach (var geval in invoer.EnumerateArray())
            {
                gelukt &= Run(geval, json, schrijf);
            }

            json.WriteEndArray();
        }
        else
        {
            gelukt = Run(invoer, json, schrijf);
        }

        json.Flush();
        return new(buffer.WrittenSpan.ToArray(), gelukt ? 0 : 1, null);
    }

    private static bool Run(JsonElement invoer, Utf8JsonWriter json, Func<Geval, Utf8JsonWriter, Uitkomst.NietTeBerekenen?> schrijf)
    {
        var fout = GevalLezer.Lees(invoer) switch
        {
            (_, { } leesfout) => leesfout,
            ({ } geval, _) => schrijf(geval, json),
            _ => throw new InvalidOperationException("Een geval is gelezen noch geweigerd."),
        };
        if (fout is not null)
        {
            ResultaatSchrijver.Schrijf(json, fout);
        }

        return fout is null;
    }
}
