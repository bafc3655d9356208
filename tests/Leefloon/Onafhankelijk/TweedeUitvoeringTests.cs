using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace SolidLoonfiches.Leefloon.Tests;

/// <summary>
/// The engine against an independent second implementation of the contract, on random cases. The number of cases is 100,000, or
/// what <c>LOONFICHES_CASES</c> says; the seed of a case is its number, so that a difference can be made again.
/// </summary>
public sealed class TweedeUitvoeringTests
{
    private const int PerBestand = 50;

    private static int Aantal => int.TryParse(Environment.GetEnvironmentVariable("LOONFICHES_CASES"), NumberStyles.None, CultureInfo.InvariantCulture, out var cases) ? cases
        : 100_000;

    [Fact]
    public void TweedeUitvoering_VoorbeeldVanHetContract_GeeftHetResultaatVanHetContract()
    {
        const string Voorbeeld = """
            { "month": "2025-03", "category": 2, "right": { "from": "2024-11-01" },
              "payslips": [ { "id": "slip-1", "employer": "0123456749", "periodFrom": "2025-03-01", "periodTo": "2025-03-31", "paidOn": "2025-03-31",
                "nettoloon": 1000.00, "components": [ { "kind": "ecoCheque", "amount": 141.00 } ] } ],
              "exemption": { "kind": "ordinary", "firstGranted": "2025-01-10", "used": [ { "from": "2025-01-10", "to": "2025-02-28" } ] } }
            """;

        const string Verwacht =
            "month 2025-03 amount 503.51 lawVersion 2025-02-01 exemptionDaysLeft 1014 warnings []\n"
            + "  from 2025-03-01 to 2025-03-31 days 31 category 2 amountPerYear 15770.41 wagePerMonth 1141.00 exemptionPerMonth 309.48 "
            + "resourcesPerYear 9978.24 generalExemptionPerYear 250.00 leefloonPerYear 6042.17 share 503.514167\n";

        Assert.Equal(Verwacht, Tweede(Voorbeeld).Tekst);
    }

    [Fact]
    public void Calculate_WillekeurigeGevallen_GeeftHetzelfdeAlsDeTweedeUitvoering()
    {
        // The first difference in the order of the cases, whichever thread finds one first.
        var verschillen = new ConcurrentDictionary<int, string>();
        Parallel.For(0, Aantal / PerBestand, (bestand, lus) =>
        {
            var vanaf = bestand * PerBestand;
            if (Verschil([.. Enumerable.Range(vanaf, PerBestand).Select(Geval)]) is { } verschil)
            {
                verschillen[vanaf] = verschil;
                lus.Break();
            }
        });

        if (!verschillen.IsEmpty)
        {
            Assert.Fail(verschillen.MinBy(verschil => verschil.Key).Value);
        }
    }

    [Fact]
    public void WillekeurigeGevallen_DrieduizendStuks_RakenElkeWaarschuwingEnElkeFoutcode()
    {
        string[] verwacht =
        [
            "unknownField", "missingField", "wrongType", "outOfRange", "periodReversed", "beforeFirstAmount", "beforeRule", "categoryGap",
            "amountUnconfirmed", "exemptionEndsThisMonth", "slipOutsideMonth", "policyApplied:partMonthWage",
            .. "mealVoucher unionPremium companyCar commuting expense".Split(' ').Select(kind => "unconfirmed:" + kind),
            .. TweedeLezer.ComponentKinds.Except(["advance", "seizure", "fine"]).Select(kind => "policyApplied:components." + kind),
        ];
        var geraakt = new HashSet<string>(StringComparer.Ordinal);
        for (var nummer = 0; nummer < 3000; nummer++)
        {
            switch (Tweede(Geval(nummer)))
            {
                case TweedeUitkomst.Geweigerd geweigerd:
                    geraakt.Add(geweigerd.Code);
                    break;
                case TweedeUitkomst.Berekend berekend:
                    geraakt.UnionWith(berekend.Warnings);
                    break;
                default:
                    Assert.Fail("Er is geen derde antwoord.");
                    break;
            }
        }

        Assert.Equal(verwacht.Order(StringComparer.Ordinal), geraakt.Order(StringComparer.Ordinal));
    }

    /// <summary>
    /// The first case of a file on which the two differ, with both answers; null where they agree. A file of one case is an object.
    /// </summary>
    internal static string? Verschil(IReadOnlyList<string> gevallen)
    {
        var bestand = gevallen is [var enig] ? enig : "[" + string.Join(",\n", gevallen) + "]";
        var (json, afloop, _) = Calculate.Run(Encoding.UTF8.GetBytes(bestand));
        using var uitvoer = JsonDocument.Parse(json);
        JsonElement[] motor = gevallen.Count == 1 ? [uitvoer.RootElement] : [.. uitvoer.RootElement.EnumerateArray()];
        Assert.Equal(gevallen.Count, motor.Length);
        var tweede = gevallen.Select(Tweede).ToArray();
        for (var i = 0; i < motor.Length; i++)
        {
            var antwoord = TweedeUitkomst.TekstVan(motor[i]);
            if (antwoord != tweede[i].Tekst)
            {
                return $"{gevallen[i]}\nengine:\n{antwoord}second implementation:\n{tweede[i].Tekst}";
            }
        }

        Assert.Equal(tweede.Any(t => t is TweedeUitkomst.Geweigerd) ? 1 : 0, afloop);
        return null;
    }

    internal static string Geval(int nummer)
    {
        var worp = new Worp(nummer);
        var geval = new GevalMaker(worp).Maak();
        if (worp.Kans(25))
        {
            GevalBederver.Bederf(geval, worp);
        }

        return geval.ToJsonString();
    }

    internal static TweedeUitkomst Tweede(string geval)
    {
        using var json = JsonDocument.Parse(geval);
        return TweedeLezer.Beantwoord(json.RootElement);
    }
}
