using System.Text.Json;

namespace SolidLoonfiches.Leefloon.Tests;

/// <summary>Reads a case by the contract's table of fields: the case, or the refusal with its code and path.</summary>
internal static class TweedeLezer
{
    private static readonly string[] Kinds =
    [
        "ecoCheque", "holidayPaySingle", "holidayPayDouble", "yearEndPremium", "bonus", "arrears", "overtime", "severance", "other",
        "mealVoucher", "unionPremium", "companyCar", "commuting", "expense", "advance", "seizure", "fine",
    ];

    public static IReadOnlyList<string> ComponentKinds => Kinds;

    public static TweedeUitkomst Beantwoord(JsonElement json)
    {
        var lees = new TweedeVelden(json);
        var veld = lees.Voorwerp(
            json, "", "month*", "reviewedOn", "category*", "right*", "payslips", "exemption", "otherResources", "cohabitants", "equityOverride", "policy");
        var maand = veld.TryGetValue("month", out var m) ? lees.Maand(m, "/month") : DateOnly.MaxValue;
        var geval = new TweedeGeval(
            new DateOnly(maand.Year, maand.Month, 1),
            veld.TryGetValue("reviewedOn", out var gezien) ? lees.Dag(gezien, "/reviewedOn") : new DateOnly(maand.Year, maand.Month, 1),
            veld.TryGetValue("category", out var categorie) ? Categorieen(lees, categorie) : [],
            veld.TryGetValue("right", out var recht) ? Recht(lees, recht) : [],
            veld.TryGetValue("payslips", out var slips) ? [.. lees.Lijst(slips, "/payslips").Select(s => Slip(lees, s.Waarde, s.Pad))] : [],
            veld.TryGetValue("exemption", out var vrij) ? Vrijstelling(lees, vrij) : new("none", default, [], default),
            veld.TryGetValue("otherResources", out var andere) ? [.. lees.Lijst(andere, "/otherResources").Select(a => Ander(lees, a.Waarde, a.Pad))] : [],
            veld.TryGetValue("cohabitants", out var huis) ? [.. lees.Lijst(huis, "/cohabitants").Select(h => Huisgenoot(lees, h.Waarde, h.Pad))] : [],
            veld.TryGetValue("equityOverride", out var billijk) && Billijkheid(lees, billijk),
            Beleid(lees, veld.GetValueOrDefault("policy"), out var telt),
            telt);

        var tweedePartner = geval.Cohabitants.Select((h, i) => (h, i)).Where(x => x.h.Relation == "partner").Skip(1).Select(x => x.i).ToArray();
        foreach (var i in tweedePartner)
        {
            lees.Fout("outOfRange", $"/cohabitants/{i}/relation");
        }

        // Two intervals overlap when they have a day in common; one that ends before it starts has no days.
        var metDagen = geval.Recht.Where(periode => periode.Van <= periode.Tot).ToArray();
        if (metDagen.Where((een, i) => metDagen.Skip(i + 1).Any(ander => een.Van <= ander.Tot && ander.Van <= een.Tot)).Any())
        {
            lees.Fout("outOfRange", "/right");
        }

        if (geval.EersteDag < TweedeBedragen.Eerste)
        {
            lees.Fout("beforeFirstAmount", "/month");
        }

        if (geval.Exemption.Kind == "shortage" && geval.Exemption.ShortageFrom < new DateOnly(2024, 1, 1))
        {
            lees.Fout("beforeRule", "/exemption/shortageFrom");
        }

        var dagen = Enumerable.Range(1, geval.DagenInMaand).Select(n => new DateOnly(geval.EersteDag.Year, geval.EersteDag.Month, n));
        if (categorie.ValueKind == JsonValueKind.Array
            && dagen.Any(dag => geval.Recht.Any(p => p.Bevat(dag)) && !geval.Categorieen.Any(c => c.Vanaf <= dag)))
        {
            lees.Fout("categoryGap", "/category");
        }

        return lees.EersteFout is { } fout ? fout : TweedeRekenaar.Reken(geval);
    }

    private static List<TweedeGeval.Categorie> Categorieen(TweedeVelden lees, JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Array)
        {
            return [new(DateOnly.MinValue, lees.Categorie(json, "/category"))];
        }

        var lijst = new List<TweedeGeval.Categorie>();
        foreach (var (waarde, pad) in lees.Lijst(json, "/category"))
        {
            var veld = lees.Voorwerp(waarde, pad, "from*", "category*");
            lijst.Add(new(
                veld.TryGetValue("from", out var van) ? lees.Dag(van, pad + "/from") : DateOnly.MinValue,
                veld.TryGetValue("category", out var nummer) ? lees.Categorie(nummer, pad + "/category") : 0));
        }

        return lijst;
    }

    private static List<TweedeGeval.Periode> Recht(TweedeVelden lees, JsonElement json)
    {
        TweedeGeval.Periode Een(JsonElement waarde, string pad) =>
            lees.Periode(lees.Voorwerp(waarde, pad, "from*", "to"), pad, "from", "to", magOpen: true);
        return json.ValueKind == JsonValueKind.Array ? [.. lees.Lijst(json, "/right").Select(x => Een(x.Waarde, x.Pad))] : [Een(json, "/right")];
    }

    private static TweedeGeval.Slip Slip(TweedeVelden lees, JsonElement json, string pad)
    {
        var veld = lees.Voorwerp(json, pad, "id*", "employer*", "periodFrom*", "periodTo*", "paidOn*", "nettoloon*", "components");
        _ = veld.TryGetValue("id", out var id) ? lees.Tekst(id, pad + "/id") : "";
        _ = veld.TryGetValue("employer", out var werkgever) ? lees.Tekst(werkgever, pad + "/employer") : "";
        _ = veld.TryGetValue("paidOn", out var betaald) ? lees.Dag(betaald, pad + "/paidOn") : default;
        return new(
            lees.Periode(veld, pad, "periodFrom", "periodTo"),
            veld.TryGetValue("nettoloon", out var netto) ? lees.Bedrag(netto, pad + "/nettoloon", magNegatief: true) : TweedeBreuk.Nul,
            veld.TryGetValue("components", out var delen) ? [.. lees.Lijst(delen, pad + "/components").Select(d => Component(lees, d.Waarde, d.Pad))] : []);
    }

    private static TweedeGeval.Component Component(TweedeVelden lees, JsonElement json, string pad)
    {
        var veld = lees.Voorwerp(json, pad, "kind*", "amount*");
        return new(
            veld.TryGetValue("kind", out var kind) ? lees.Keuze(kind, pad + "/kind", Kinds) : "",
            veld.TryGetValue("amount", out var bedrag) ? lees.Bedrag(bedrag, pad + "/amount", magNegatief: true) : TweedeBreuk.Nul);
    }

    private static TweedeGeval.Vrijstelling Vrijstelling(TweedeVelden lees, JsonElement json)
    {
        const string Pad = "/exemption";
        var veld = lees.Voorwerp(json, Pad, "kind", "firstGranted", "used", "shortageFrom");
        var kind = veld.TryGetValue("kind", out var k) ? lees.Keuze(k, Pad + "/kind", "none", "ordinary", "student", "shortage", "artist") : "none";
        // "required unless none": of a kind that is not known either.
        if (kind != "none" && !veld.ContainsKey("firstGranted"))
        {
            lees.Fout("missingField", Pad + "/firstGranted");
        }

        if (kind == "shortage" && !veld.ContainsKey("shortageFrom"))
        {
            lees.Fout("missingField", Pad + "/shortageFrom");
        }

        return new(
            kind,
            veld.TryGetValue("firstGranted", out var eerste) ? lees.Dag(eerste, Pad + "/firstGranted") : default,
            veld.TryGetValue("used", out var op)
                ? [.. lees.Lijst(op, Pad + "/used").Select(p => lees.Periode(lees.Voorwerp(p.Waarde, p.Pad, "from*", "to*"), p.Pad, "from", "to"))]
                : [],
            veld.TryGetValue("shortageFrom", out var vanaf) ? lees.Dag(vanaf, Pad + "/shortageFrom") : default);
    }

    private static TweedeGeval.Ander Ander(TweedeVelden lees, JsonElement json, string pad)
    {
        var veld = lees.Voorwerp(json, pad, "kind*", "perYear*");
        return new(
            veld.TryGetValue("kind", out var kind)
                ? lees.Keuze(kind, pad + "/kind", "other", "ocmwAid", "familyBenefitsForChildren", "childMaintenance", "studyGrant", "fosterCare", "irregularGift", "volunteerAllowance", "integrationAllowance")
                : "",
            veld.TryGetValue("perYear", out var bedrag) ? lees.Bedrag(bedrag, pad + "/perYear") : TweedeBreuk.Nul);
    }

    private static TweedeGeval.Huisgenoot Huisgenoot(TweedeVelden lees, JsonElement json, string pad)
    {
        var veld = lees.Voorwerp(json, pad, "relation*", "resourcesPerYear*", "counted", "familyBenefitsForApplicantPerYear", "receivesLeefloon");
        return new(
            veld.TryGetValue("relation", out var wie) ? lees.Keuze(wie, pad + "/relation", "partner", "parent", "adultChild", "maintenanceDebtor", "other") : "",
            veld.TryGetValue("resourcesPerYear", out var bedrag) ? lees.Bedrag(bedrag, pad + "/resourcesPerYear") : TweedeBreuk.Nul,
            veld.TryGetValue("counted", out var telt) && lees.JaNee(telt, pad + "/counted"),
            veld.TryGetValue("familyBenefitsForApplicantPerYear", out var bijslag) ? lees.Bedrag(bijslag, pad + "/familyBenefitsForApplicantPerYear") : TweedeBreuk.Nul,
            veld.TryGetValue("receivesLeefloon", out var leefloon) && lees.JaNee(leefloon, pad + "/receivesLeefloon"));
    }

    private static bool Billijkheid(TweedeVelden lees, JsonElement json)
    {
        const string Pad = "/equityOverride";
        if (json.ValueKind == JsonValueKind.Null)
        {
            return false;
        }

        var veld = lees.Voorwerp(json, Pad, "reason*");
        _ = veld.TryGetValue("reason", out var reden) ? lees.Tekst(reden, Pad + "/reason") : "";
        return true;
    }

    /// <summary>Whether the wage of a part month is the plain sum, and which kinds a policy counts or not.</summary>
    private static bool Beleid(TweedeVelden lees, JsonElement json, out Dictionary<string, bool> telt)
    {
        telt = new Dictionary<string, bool>(StringComparer.Ordinal);
        if (json.ValueKind == JsonValueKind.Undefined)
        {
            return false;
        }

        var veld = lees.Voorwerp(json, "/policy", "partMonthWage", "components");
        var sum = veld.TryGetValue("partMonthWage", out var deelmaand) && lees.Keuze(deelmaand, "/policy/partMonthWage", "extrapolate", "sum") == "sum";
        if (veld.TryGetValue("components", out var delen))
        {
            foreach (var (kind, waarde) in lees.Voorwerp(delen, "/policy/components", Kinds))
            {
                telt[kind] = lees.Keuze(waarde, TweedeVelden.Onder("/policy/components", kind), "counted", "notCounted") == "counted";
            }
        }

        return sum;
    }
}
