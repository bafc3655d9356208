using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SolidLoonfiches.Leefloon.Tests;

/// <summary>
/// Makes random cases that use every field of the contract, drawn towards the places where a rule turns: month borders,
/// 29 February, an exemption that just runs out, six years that just end, periods that touch or overlap.
/// </summary>
internal sealed class GevalMaker(Worp worp)
{
    private static readonly DateOnly[] BijzondereMaanden =
    [
        new(2013, 9, 1), new(2016, 6, 1), new(2020, 2, 1), new(2022, 2, 1), new(2022, 3, 1), new(2022, 12, 1), new(2024, 1, 1), new(2024, 2, 1), new(2024, 5, 1),
        new(2025, 1, 1), new(2025, 2, 1), new(2026, 2, 1), new(2026, 3, 1), new(2026, 3, 1), new(2026, 4, 1), new(2026, 9, 1), new(2026, 10, 1), new(2026, 12, 1),
        new(2030, 2, 1), new(2030, 3, 1), new(2100, 2, 1), new(2199, 12, 1),
    ];

    private static readonly string[] Andere =
        ["other", "other", "ocmwAid", "familyBenefitsForChildren", "childMaintenance", "studyGrant", "fosterCare", "irregularGift", "volunteerAllowance", "integrationAllowance"];

    private static readonly string[] Relaties = ["parent", "parent", "adultChild", "maintenanceDebtor", "other"];

    public JsonObject Maak()
    {
        var maand = worp.Kans(35) ? worp.Kies(BijzondereMaanden) : new DateOnly(2013, 9, 1).AddMonths(worp.Toeval.Next(0, 164));
        var geval = new JsonObject { ["month"] = maand.ToString("yyyy-MM", CultureInfo.InvariantCulture) };
        geval["category"] = worp.Kans(70) ? worp.Toeval.Next(1, 4) : Categorieen(maand);
        geval["right"] = Recht(maand);
        worp.Soms(geval, "reviewedOn", 45, () => worp.Kies(Worp.Dag(new DateOnly(2026, 2, 28)), Worp.Dag(new DateOnly(2026, 3, 1)), Worp.Dag(worp.Rond(maand))));
        worp.Soms(geval, "payslips", 90, () => Worp.Lijst(worp.Kies(0, 1, 1, 1, 2, 2, 3, 4), i => Slip(maand, i)));
        worp.Soms(geval, "exemption", 75, () => Vrijstelling(maand));
        worp.Soms(geval, "otherResources", 35, () => Worp.Lijst(worp.Toeval.Next(0, 4), _ => new JsonObject { ["kind"] = worp.Kies(Andere), ["perYear"] = worp.Kans(80) ? worp.Bedrag(0, 300000) : worp.Bedrag(0, 1200000) }));
        worp.Soms(geval, "cohabitants", 40, () => Huisgenoten(maand));
        worp.Soms(geval, "equityOverride", 20, () => worp.Kans(40) ? null : new JsonObject { ["reason"] = "De vader is ziek; \"billijkheid\" – beslissing 12/3." });
        worp.Soms(geval, "policy", 45, Beleid);
        geval = worp.Schud(geval);
        if (worp.Kans(20))
        {
            LegOpDeGrens(geval);
        }

        return geval;
    }

    private JsonArray Categorieen(DateOnly maand)
    {
        var dagen = new HashSet<DateOnly> { maand.AddDays(-worp.Toeval.Next(0, 400)) };
        for (var i = worp.Toeval.Next(0, 4); i > 0; i--)
        {
            dagen.Add(worp.Rond(maand));
        }

        var lijst = dagen.Select(dag => (JsonNode)new JsonObject { ["from"] = Worp.Dag(dag), ["category"] = worp.Toeval.Next(1, 4) }).ToArray();
        worp.Toeval.Shuffle(lijst);
        return new JsonArray(lijst);
    }

    private JsonNode Recht(DateOnly maand)
    {
        if (worp.Kans(55))
        {
            return worp.Interval(worp.Kans(70) ? maand.AddDays(-worp.Toeval.Next(0, 900)) : worp.Rond(maand), null);
        }

        // Borders in pairs, in order: no two overlap, some touch, the last may be open.
        var grenzen = Enumerable.Range(0, 2 * worp.Toeval.Next(0, 4)).Select(_ => worp.Rond(maand).DayNumber).Distinct().Order().Select(DateOnly.FromDayNumber).ToList();
        var lijst = new List<JsonNode?>();
        for (var i = 0; i + 1 < grenzen.Count; i += 2)
        {
            var raakt = i + 2 < grenzen.Count && worp.Kans(40);
            lijst.Add(worp.Interval(grenzen[i], raakt ? grenzen[i + 2].AddDays(-1) : i + 3 >= grenzen.Count && worp.Kans(40) ? null : grenzen[i + 1]));
        }

        var stukken = lijst.ToArray();
        worp.Toeval.Shuffle(stukken);
        return stukken is [{ } enige] && worp.Kans(50) ? enige : new JsonArray(stukken);
    }

    private JsonObject Slip(DateOnly maand, int nummer)
    {
        var (van, tot) = (maand, Worp.LaatsteVan(maand));
        if (worp.Kans(60))
        {
            (van, tot) = (worp.Rond(maand), worp.Rond(maand));
            if (tot < van)
            {
                (van, tot) = (tot, van);
            }
        }

        var dagen = tot.DayNumber - van.DayNumber + 1;
        var slip = new JsonObject
        {
            ["id"] = worp.Kans(90) ? $"slip-{nummer}" : "slip",
            ["employer"] = worp.Kies("0123456749", "0206731645", "Bakkerij d'Hondt & Zn."),
            ["periodFrom"] = Worp.Dag(van),
            ["periodTo"] = Worp.Dag(tot),
            ["paidOn"] = Worp.Dag(worp.Rond(maand)),
            ["nettoloon"] = worp.Kies(
                () => worp.Bedrag(0, 60000),
                () => worp.Bedrag(0, (dagen * 4000) + 1),
                () => worp.Bedrag(dagen * 1000, dagen * 6000),
                () => JsonValue.Create(dagen * worp.Toeval.Next(1, 6000) / 100m),
                () => JsonValue.Create(dagen * worp.Toeval.Next(1, 6000) / 100m),
                () => worp.Kans(80) ? worp.Bedrag(-40000, 5000) : worp.Bedrag(0, 400000000))(),
        };
        worp.Soms(slip, "components", 50, () => Worp.Lijst(worp.Toeval.Next(0, 4), _ => new JsonObject { ["kind"] = worp.Kies([.. TweedeLezer.ComponentKinds]), ["amount"] = worp.Bedrag(-5000, 30000) }));
        return slip;
    }

    private JsonObject Vrijstelling(DateOnly maand)
    {
        var kind = worp.Kies("none", "ordinary", "ordinary", "ordinary", "student", "shortage", "shortage", "artist");
        var vrijstelling = new JsonObject();
        if (kind != "none" || worp.Kans(60))
        {
            vrijstelling["kind"] = kind;
        }

        var zesJaarTerug = maand.AddYears(-6);
        var eerste = worp.Toeval.Next(5) switch
        {
            0 => worp.Rond(maand),
            1 => worp.Rond(zesJaarTerug),
            2 when maand.Month is 2 or 3 => worp.Kies(new DateOnly(2016, 2, 29), new DateOnly(2020, 2, 29), new DateOnly(2024, 2, 29)),
            _ => maand.AddDays(-worp.Toeval.Next(1, 2200)),
        };
        if (kind != "none" || worp.Kans(30))
        {
            vrijstelling["firstGranted"] = Worp.Dag(eerste);
        }

        worp.Soms(vrijstelling, "used", 75, () => Verbruik(maand));
        if (kind == "shortage" || worp.Kans(10))
        {
            vrijstelling["shortageFrom"] = Worp.Dag(KnelpuntVanaf(maand, kind == "shortage"));
        }

        return vrijstelling;
    }

    /// <summary>The first of the month, three months back, on a day near the end of a month as often as not.</summary>
    private DateOnly KnelpuntVanaf(DateOnly maand, bool naBegin)
    {
        var dag = worp.Kies(worp.Rond(maand), worp.Rond(maand.AddMonths(-3)), Worp.LaatsteVan(maand.AddMonths(-3)), Worp.LaatsteVan(maand.AddMonths(-4)), Worp.LaatsteVan(maand.AddMonths(-4)).AddDays(-1), new DateOnly(2024, 1, 1));
        return naBegin && dag < new DateOnly(2024, 1, 1) ? new DateOnly(2024, 1, 1) : dag;
    }

    private JsonArray Verbruik(DateOnly maand)
    {
        var lijst = new JsonArray();
        if (worp.Kans(60))
        {
            // One interval that leaves just a few days, or about a month's.
            var over = worp.Kies(0, 1, worp.Toeval.Next(0, 40), worp.Toeval.Next(0, 40), 1094, -5);
            var einde = maand.AddDays(-worp.Toeval.Next(1, 20));
            lijst.Add(worp.Interval(einde.AddDays(-(1095 - over) + 1), einde));
        }

        for (var i = worp.Toeval.Next(0, 4); i > 0; i--)
        {
            var van = worp.Kies(worp.Rond(maand), maand.AddDays(-worp.Toeval.Next(1, 1200)));
            lijst.Add(worp.Interval(van, van.AddDays(worp.Toeval.Next(0, 60))));
        }

        return lijst;
    }

    private JsonArray Huisgenoten(DateOnly maand)
    {
        var lijst = Enumerable.Range(0, worp.Toeval.Next(0, 4)).Select(_ => Huisgenoot(maand, worp.Kies(Relaties))).ToList();
        if (worp.Kans(45))
        {
            lijst.Insert(worp.Toeval.Next(0, lijst.Count + 1), Huisgenoot(maand, "partner"));
        }

        return new JsonArray([.. lijst]);
    }

    private JsonObject Huisgenoot(DateOnly maand, string relatie)
    {
        var a1 = JsonNode.Parse(TweedeBedragen.Categorie(maand, 1).Waarde.Druk(2))!;
        var iemand = new JsonObject { ["relation"] = relatie, ["resourcesPerYear"] = worp.Kies(() => a1, () => worp.Bedrag(0, 1500000), () => worp.Bedrag(700000, 1400000))() };
        worp.Soms(iemand, "counted", 60, () => worp.Kans(60));
        worp.Soms(iemand, "familyBenefitsForApplicantPerYear", 40, () => worp.Bedrag(0, 250000));
        worp.Soms(iemand, "receivesLeefloon", 30, () => worp.Kans(40));
        return iemand;
    }

    private JsonObject Beleid()
    {
        var beleid = new JsonObject();
        worp.Soms(beleid, "partMonthWage", 75, () => worp.Kies("extrapolate", "sum", "sum"));
        worp.Soms(beleid, "components", 60, () =>
        {
            var kinds = new JsonObject();
            for (var i = worp.Kies(0, 1, 3, 6, 40); i > 0; i--)
            {
                kinds[worp.Kies([.. TweedeLezer.ComponentKinds])] = worp.Kies("counted", "notCounted");
            }

            return kinds;
        });
        return beleid;
    }

    /// <summary>Adds means until those of one segment equal the amount of its category to the cent, or miss it by a cent.</summary>
    private void LegOpDeGrens(JsonObject geval)
    {
        using var gelezen = JsonDocument.Parse(geval.ToJsonString());
        if (TweedeLezer.Beantwoord(gelezen.RootElement) is TweedeUitkomst.Berekend { Segmenten: { Count: > 0 } segmenten })
        {
            var segment = segmenten[worp.Toeval.Next(segmenten.Count)];
            var nodig = segment.A - segment.R + new TweedeBreuk(worp.Kies(0, 0, -1, 1), 100);
            if (nodig >= TweedeBreuk.Nul && nodig.IsInCenten)
            {
                var andere = geval["otherResources"]?.AsArray() ?? [];
                andere.Add(new JsonObject { ["kind"] = "other", ["perYear"] = JsonNode.Parse(nodig.Druk(2)) });
                geval["otherResources"] = andere.Parent is null ? andere : andere.DeepClone();
            }
        }
    }
}
