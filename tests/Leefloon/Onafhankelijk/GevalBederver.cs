using System.Globalization;
using System.Text.Json.Nodes;

namespace SolidLoonfiches.Leefloon.Tests;

/// <summary>
/// Puts faults into a sound case, of every code of the contract. What the answer must be is left to the second implementation:
/// now and then a change does no harm, and the case stays sound.
/// </summary>
internal static class GevalBederver
{
    public static void Bederf(JsonObject geval, Worp worp)
    {
        // Two and three faults in one case show the order of the table and of the document.
        var mogelijk = new Action<JsonObject, Worp>[]
        {
            OnbekendVeld, OnbekendVeld, VerkeerdType, VerkeerdType, VerkeerdType, VeldWeg, BuitenBereik, BuitenBereik, Omgekeerd, VoorEersteBedrag, VoorDeRegel, ZonderCategorie,
        };
        for (var i = worp.Kies(1, 1, 1, 2, 3); i > 0; i--)
        {
            worp.Kies(mogelijk)(geval, worp);
        }
    }

    private static void OnbekendVeld(JsonObject geval, Worp worp)
    {
        var voorwerp = worp.Kies([.. Voorwerpen(geval)]);
        voorwerp[worp.Kies("Month", "nettoLoon", "spi", "a/b", "m~n", "geboren op", "ø", "")] = worp.Kies<JsonNode?>(1, "x", null);
    }

    private static void VeldWeg(JsonObject geval, Worp worp)
    {
        for (var i = worp.Kies(1, 1, 2, 4); i > 0; i--)
        {
            if (Voorwerpen(geval).Where(v => v.Count > 0).ToArray() is { Length: > 0 } gevuld)
            {
                var voorwerp = worp.Kies(gevuld);
                voorwerp.Remove(worp.Kies([.. voorwerp.Select(veld => veld.Key)]));
            }
        }
    }

    private static void VerkeerdType(JsonObject geval, Worp worp)
    {
        if (Velden(geval).ToArray() is not { Length: > 0 } velden)
        {
            return;
        }

        var (vader, naam, oud) = worp.Kies(velden);
        JsonNode? nieuw = worp.Toeval.Next(7) switch
        {
            0 => null,
            1 => true,
            2 => JsonValue.Create(12.5m),
            3 => oud is JsonArray or JsonObject ? "x" : new JsonArray(),
            4 => worp.Kies("2025-02-30", "2025-13", "2025-3-01", "2025-03", "2025-03-01", "2025-03-01T00:00:00", "01/03/2025", "100.00", "true", "2", ""),
            5 => new JsonObject(),
            _ => oud is JsonArray ? new JsonArray(7, null) : "x",
        };

        vader[naam] = nieuw;
    }

    private static void BuitenBereik(JsonObject geval, Worp worp)
    {
        switch (worp.Toeval.Next(4))
        {
            case 0:
                geval["cohabitants"] = new JsonArray(
                    new JsonObject { ["relation"] = "partner", ["resourcesPerYear"] = 0 },
                    new JsonObject { ["relation"] = "other", ["resourcesPerYear"] = 10 },
                    new JsonObject { ["relation"] = "partner", ["resourcesPerYear"] = 100, ["receivesLeefloon"] = worp.Kans(50) });
                break;
            case 1:
                geval["right"] = worp.Kies(
                    () => new JsonArray(new JsonObject { ["from"] = "2025-01-01" }, new JsonObject { ["from"] = "2026-01-01", ["to"] = null }),
                    () => new JsonArray(new JsonObject { ["from"] = "2025-03-15", ["to"] = "2025-03-31" }, new JsonObject { ["from"] = "2025-03-01", ["to"] = "2025-03-15" }))();
                break;
            default:
                if (Velden(geval).Where(veld => veld.Oud is JsonValue).ToArray() is not { Length: > 0 } velden)
                {
                    return;
                }

                var (vader, naam, oud) = worp.Kies(velden);
                vader[naam] = naam switch
                {
                    "category" => JsonNode.Parse(worp.Kies("0", "4", "-1", "2.5", "2.0", "3e0", "99999999999")),
                    "kind" or "relation" or "partMonthWage" or "counted" => worp.Kies("Ordinary", "onbekend", ""),
                    _ when oud!.GetValueKind() == System.Text.Json.JsonValueKind.Number => JsonNode.Parse(worp.Kies("-0.01", "-100", "12.345", "0.001", "-3.999", "-0", "100.000", "1e2", "25E-1", "1e-3")),
                    _ when vader.Parent is JsonObject { } beleid && beleid.Parent == geval => "uncounted",
                    _ => oud!.DeepClone(),
                };
                break;
        }
    }

    private static void Omgekeerd(JsonObject geval, Worp worp)
    {
        var periodes = Voorwerpen(geval).Where(v => v["to"] is JsonValue || v["periodTo"] is JsonValue).ToArray();
        if (periodes.Length == 0)
        {
            geval["right"] = new JsonObject { ["from"] = "2025-03-02", ["to"] = "2025-03-01" };
            return;
        }

        var periode = worp.Kies(periodes);
        var (van, tot) = periode.ContainsKey("to") ? ("from", "to") : ("periodFrom", "periodTo");
        if (periode[van] is JsonValue begin
            && DateOnly.TryParseExact(begin.ToString(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var dag)
            && dag.DayNumber > 40)
        {
            periode[tot] = Worp.Dag(dag.AddDays(-worp.Kies(1, 1, 40)));
        }
    }

    private static void VoorEersteBedrag(JsonObject geval, Worp worp) => geval["month"] = worp.Kies("2013-08", "2012-12", "2002-10", "0001-01");

    private static void VoorDeRegel(JsonObject geval, Worp worp) =>
        geval["exemption"] = new JsonObject
        {
            ["kind"] = worp.Kies("shortage", "shortage", "ordinary"),
            ["firstGranted"] = "2023-06-01",
            ["shortageFrom"] = worp.Kies("2023-12-31", "2023-12-31", "2024-01-01", "2020-02-29"),
        };

    private static void ZonderCategorie(JsonObject geval, Worp worp)
    {
        var maand = (geval["month"] as JsonValue)?.ToString() ?? "2025-03";
        var dag = DateOnly.TryParseExact(maand + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var eerste) ? eerste : new DateOnly(2025, 3, 1);
        geval["category"] = worp.Kans(20)
            ? new JsonArray()
            : new JsonArray(new JsonObject { ["category"] = 2, ["from"] = Worp.Dag(dag.AddDays(worp.Kies(0, 1, 14, 27))) });
    }

    private static IEnumerable<JsonObject> Voorwerpen(JsonNode? knoop) => knoop switch
    {
        JsonObject voorwerp => voorwerp.SelectMany(veld => Voorwerpen(veld.Value)).Prepend(voorwerp),
        JsonArray lijst => lijst.SelectMany(Voorwerpen),
        _ => [],
    };

    private static IEnumerable<(JsonObject Vader, string Naam, JsonNode? Oud)> Velden(JsonNode geval) =>
        Voorwerpen(geval).SelectMany(voorwerp => voorwerp.Select(veld => (voorwerp, veld.Key, veld.Value)));
}
