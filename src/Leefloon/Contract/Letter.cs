using System.Text.Json;

namespace SolidLoonfiches.Leefloon;

/// <summary>Wat <see cref="Letter"/> van een bestand maakt.</summary>
/// <param name="Text">De brieven, met een lijn ertussen; leeg waar er geen zijn.</param>
/// <param name="ExitCode">Als bij <see cref="CalculateOutput"/>.</param>
/// <param name="Messages">Per geval dat geweigerd is waarom, of wat er mis is met de invoer.</param>
public sealed record LetterOutput(string Text, int ExitCode, IReadOnlyList<string> Messages);

/// <summary>Het werkwoord <c>calculate --letter</c>: de gevallen van het contract, en voor elk de brief in plaats van het resultaat.</summary>
/// <remarks>Weigeringen en afloop zijn die van <see cref="Calculate"/>; een geweigerd geval heeft geen brief.</remarks>
public static class Letter
{
    private const string TussenTwee = "\n----------------------------------------------------------------------\n\n";

    /// <param name="json">Het bestand, in UTF-8.</param>
    /// <param name="taal">Van alle brieven.</param>
    public static LetterOutput Run(ReadOnlySpan<byte> json, Taal taal)
    {
        List<string> brieven = [];
        var uitvoer = Gevallenbestand.Run(json, (geval, uit) =>
        {
            switch (AanvullendLeefloon.Bereken(geval))
            {
                case Uitkomst.Berekend(var resultaat):
                    brieven.Add(Brief.Van(resultaat, taal).AlsTekst());
                    uit.WriteNullValue();
                    return null;
                case var geweigerd:
                    return (Uitkomst.NietTeBerekenen)geweigerd;
            }
        });
        return new(string.Join(TussenTwee, brieven), uitvoer.ExitCode, uitvoer.Message is { } bericht ? [bericht] : [.. Weigeringen(uitvoer.Json)]);
    }

    private static IEnumerable<string> Weigeringen(byte[] json)
    {
        using var document = JsonDocument.Parse(json);
        var gevallen = document.RootElement.ValueKind is JsonValueKind.Array ? [.. document.RootElement.EnumerateArray()] : new[] { document.RootElement };
        for (var i = 0; i < gevallen.Length; i++)
        {
            if (gevallen[i].ValueKind is JsonValueKind.Object)
            {
                var fout = gevallen[i].GetProperty("error");
                yield return $"Geval {i + 1}, {fout.GetProperty("path").GetString()}: {fout.GetProperty("message").GetString()}";
            }
        }
    }
}
