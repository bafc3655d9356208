using System.Text;
using System.Text.Json.Nodes;

namespace SolidLoonfiches.Leefloon.Tests;

/// <summary>Elke weigering van het contract, met haar pad; en welke van meer fouten gegeven wordt.</summary>
public sealed class CalculateFoutenTests
{
    /// <summary>Een geval waarin elk veld van het contract staat en dat een resultaat geeft.</summary>
    private const string Alles = """
        {
          "month": "2026-04", "reviewedOn": "2026-03-20",
          "category": [{"from":"2024-01-01","category":1},{"from":"2026-04-21","category":3}],
          "right": [{"from":"2026-04-01","to":"2026-04-10"},{"from":"2026-04-12","to":null}],
          "payslips": [
            {"id":"a","employer":"b","periodFrom":"2026-04-01","periodTo":"2026-04-30","paidOn":"2026-05-02","nettoloon":700.5,
             "components":[{"kind":"mealVoucher","amount":60},{"kind":"advance","amount":-5.25}]},
            {"id":"c","employer":"d","periodFrom":"2026-04-03","periodTo":"2026-04-03","paidOn":"2026-05-02","nettoloon":-10}],
          "exemption": {"kind":"shortage","firstGranted":"2026-01-01","used":[{"from":"2026-01-01","to":"2026-03-31"}],"shortageFrom":"2026-02-01"},
          "otherResources": [{"kind":"other","perYear":600},{"kind":"studyGrant","perYear":1500}],
          "cohabitants": [{"relation":"partner","resourcesPerYear":11000,"counted":true,"familyBenefitsForApplicantPerYear":0,"receivesLeefloon":false},
                          {"relation":"parent","resourcesPerYear":12000.25}],
          "equityOverride": {"reason":"zorg voor een ziek kind"},
          "policy": {"partMonthWage":"sum","components":{"mealVoucher":"notCounted","seizure":"counted"}}
        }
        """;

    [Fact]
    public void Run_ElkVeldVanHetContract_GeeftEenResultaat()
    {
        var uit = Calculate.Run(Encoding.UTF8.GetBytes(Alles));

        Assert.Equal(0, uit.ExitCode);
        Assert.Equal(["amountUnconfirmed", "unconfirmed:mealVoucher", "policyApplied:components.mealVoucher"], Json(uit)["warnings"]!.AsArray().Select(w => (string)w!));
    }

    [Theory]
    [InlineData("/Month", "1")]
    [InlineData("/a~1b~0c", "1")]
    [InlineData("/category/0/to", "1")]
    [InlineData("/right/0/until", "1")]
    [InlineData("/payslips/0/gross", "1")]
    [InlineData("/payslips/0/components/1/id", "1")]
    [InlineData("/exemption/granted", "1")]
    [InlineData("/exemption/used/0/until", "1")]
    [InlineData("/otherResources/1/valid", "1")]
    [InlineData("/cohabitants/1/name", "1")]
    [InlineData("/equityOverride/by", "1")]
    [InlineData("/policy/wage", "1")]
    [InlineData("/policy/components/basePay", "\"counted\"")]
    [InlineData("/policy/components/lunch", "\"counted\"")]
    public void UnknownField_NaamDieErNietIs(string pad, string waarde) => Geweigerd(Met(pad, waarde), "unknownField", pad);

    [Theory]
    [InlineData("/month")]
    [InlineData("/category")]
    [InlineData("/right")]
    [InlineData("/category/1/from")]
    [InlineData("/category/1/category")]
    [InlineData("/right/1/from")]
    [InlineData("/payslips/1/id")]
    [InlineData("/payslips/1/employer")]
    [InlineData("/payslips/1/periodFrom")]
    [InlineData("/payslips/1/periodTo")]
    [InlineData("/payslips/1/paidOn")]
    [InlineData("/payslips/1/nettoloon")]
    [InlineData("/payslips/0/components/0/kind")]
    [InlineData("/payslips/0/components/0/amount")]
    [InlineData("/exemption/firstGranted")]
    [InlineData("/exemption/shortageFrom")]
    [InlineData("/exemption/used/0/from")]
    [InlineData("/exemption/used/0/to")]
    [InlineData("/otherResources/0/kind")]
    [InlineData("/otherResources/0/perYear")]
    [InlineData("/cohabitants/1/relation")]
    [InlineData("/cohabitants/1/resourcesPerYear")]
    [InlineData("/equityOverride/reason")]
    public void MissingField_VerplichtVeldWeg(string pad) => Geweigerd(Zonder(pad), "missingField", pad);

    [Theory]
    [InlineData("/reviewedOn")]
    [InlineData("/payslips")]
    [InlineData("/payslips/0/components")]
    [InlineData("/exemption")]
    [InlineData("/exemption/used")]
    [InlineData("/otherResources")]
    [InlineData("/cohabitants")]
    [InlineData("/cohabitants/0/counted")]
    [InlineData("/cohabitants/0/familyBenefitsForApplicantPerYear")]
    [InlineData("/cohabitants/0/receivesLeefloon")]
    [InlineData("/equityOverride")]
    [InlineData("/policy")]
    [InlineData("/policy/partMonthWage")]
    [InlineData("/policy/components")]
    [InlineData("/right/0/to")]
    public void VeldMetStandaard_MagOntbreken(string pad) => Assert.Null(Fout(Zonder(pad == "/right/0/to" ? "/right/1" : pad)));

    [Fact]
    public void MissingField_VrijstellingZonderEersteDag_BehalveBijNone()
    {
        Geweigerd(Met("/exemption", """{"kind":"student"}"""), "missingField", "/exemption/firstGranted");
        Geweigerd(Met("/exemption", """{"kind":"artiste"}"""), "missingField", "/exemption/firstGranted");
        Geweigerd(Met("/exemption", """{"kind":"shortage"}"""), "missingField", "/exemption/firstGranted");
        Assert.Null(Fout(Met("/exemption", """{"kind":"none"}""")));
        Assert.Null(Fout(Met("/exemption", "{}")));
        Assert.Null(Fout(Met("/exemption", """{"kind":"ordinary","firstGranted":"2026-01-01"}""")));
    }

    [Theory]
    [InlineData("/month", "202603")]
    [InlineData("/month", "\"2026-13\"")]
    [InlineData("/month", "\"2026-3\"")]
    [InlineData("/month", "\"2026-03-01\"")]
    [InlineData("/month", "null")]
    [InlineData("/reviewedOn", "\"2026-02-30\"")]
    [InlineData("/reviewedOn", "\"2026-02-03T00:00:00\"")]
    [InlineData("/reviewedOn", "null")]
    [InlineData("/category", "\"2\"")]
    [InlineData("/category", "null")]
    [InlineData("/category", "{}")]
    [InlineData("/category/0", "2")]
    [InlineData("/category/0/category", "true")]
    [InlineData("/right", "\"2026-04-01\"")]
    [InlineData("/right", "null")]
    [InlineData("/right/0", "null")]
    [InlineData("/right/0/from", "null")]
    [InlineData("/right/0/to", "\"\"")]
    [InlineData("/payslips", "{}")]
    [InlineData("/payslips", "null")]
    [InlineData("/payslips/0", "[]")]
    [InlineData("/payslips/0/id", "7")]
    [InlineData("/payslips/0/id", "null")]
    [InlineData("/payslips/0/employer", "123456749")]
    [InlineData("/payslips/0/periodFrom", "\"01/04/2026\"")]
    [InlineData("/payslips/0/periodTo", "\"2026-04-31\"")]
    [InlineData("/payslips/0/paidOn", "false")]
    [InlineData("/payslips/0/nettoloon", "\"700.50\"")]
    [InlineData("/payslips/0/nettoloon", "null")]
    [InlineData("/payslips/0/components", "null")]
    [InlineData("/payslips/0/components/0/kind", "1")]
    [InlineData("/payslips/0/components/0/amount", "{}")]
    [InlineData("/exemption", "null")]
    [InlineData("/exemption", "\"none\"")]
    [InlineData("/exemption/kind", "null")]
    [InlineData("/exemption/firstGranted", "null")]
    [InlineData("/exemption/used", "{}")]
    [InlineData("/exemption/used/0/to", "null")]
    [InlineData("/exemption/shortageFrom", "20260101")]
    [InlineData("/otherResources", "null")]
    [InlineData("/otherResources/0/kind", "null")]
    [InlineData("/otherResources/0/perYear", "\"5\"")]
    [InlineData("/cohabitants", "null")]
    [InlineData("/cohabitants/0/relation", "3")]
    [InlineData("/cohabitants/0/resourcesPerYear", "true")]
    [InlineData("/cohabitants/0/counted", "\"true\"")]
    [InlineData("/cohabitants/0/counted", "null")]
    [InlineData("/cohabitants/0/familyBenefitsForApplicantPerYear", "null")]
    [InlineData("/cohabitants/0/receivesLeefloon", "0")]
    [InlineData("/equityOverride", "true")]
    [InlineData("/equityOverride/reason", "null")]
    [InlineData("/policy", "null")]
    [InlineData("/policy", "[]")]
    [InlineData("/policy/partMonthWage", "null")]
    [InlineData("/policy/components", "[]")]
    [InlineData("/policy/components/seizure", "true")]
    public void WrongType_WaardeVanEenAndereSoort(string pad, string waarde) => Geweigerd(Met(pad, waarde), "wrongType", pad);

    [Theory]
    [InlineData("null")]
    [InlineData("5")]
    [InlineData("\"x\"")]
    public void WrongType_GevalDatGeenObjectIs_PadIsLeeg(string geval)
    {
        Geweigerd(geval, "wrongType", "");
        var lijst = Calculate.Run(Encoding.UTF8.GetBytes($"[{geval}]"));
        Assert.Equal(("wrongType", 1), ((string?)Json(lijst)[0]!["error"]!["code"], lijst.ExitCode));
    }

    [Fact]
    public void WrongType_HalveSurrogaat_IsGeenTekst() =>
        Geweigerd(Alles.Replace("zorg voor", "\\ud800", StringComparison.Ordinal), "wrongType", "/equityOverride/reason");

    [Theory]
    [InlineData("/month", "\"9999-01\"")]
    [InlineData("/category", "0")]
    [InlineData("/category", "4")]
    [InlineData("/category", "2.5")]
    [InlineData("/category", "1e99")]
    [InlineData("/category/1/category", "-1")]
    [InlineData("/payslips/0/nettoloon", "700.505")]
    [InlineData("/payslips/0/nettoloon", "1e-3")]
    [InlineData("/payslips/0/nettoloon", "1e400")]
    [InlineData("/payslips/0/nettoloon", "-1000000000000000.01")]
    [InlineData("/payslips/0/nettoloon", "1.0000000000000000000000000000000000000001")]
    [InlineData("/payslips/0/components/0/kind", "\"basePay\"")]
    [InlineData("/payslips/0/components/0/kind", "\"MealVoucher\"")]
    [InlineData("/payslips/0/components/0/amount", "0.001")]
    [InlineData("/exemption/kind", "\"Shortage\"")]
    [InlineData("/otherResources/0/kind", "\"rent\"")]
    [InlineData("/otherResources/0/perYear", "-0.01")]
    [InlineData("/cohabitants/0/relation", "\"brother\"")]
    [InlineData("/cohabitants/1/relation", "\"partner\"")]
    [InlineData("/cohabitants/0/resourcesPerYear", "-1")]
    [InlineData("/cohabitants/1/resourcesPerYear", "5.555")]
    [InlineData("/cohabitants/0/familyBenefitsForApplicantPerYear", "-1")]
    [InlineData("/policy/partMonthWage", "\"average\"")]
    [InlineData("/policy/components/seizure", "\"yes\"")]
    public void OutOfRange_WaardeDieNietMag(string pad, string waarde) => Geweigerd(Met(pad, waarde), "outOfRange", pad);

    [Theory]
    [InlineData("""[{"from":"2026-04-01","to":"2026-04-10"},{"from":"2026-04-10","to":"2026-04-12"}]""")]
    [InlineData("""[{"from":"2026-04-20"},{"from":"2026-04-01"}]""")]
    public void OutOfRange_RechtOverlapt(string recht) => Geweigerd(Met("/right", recht), "outOfRange", "/right");

    [Fact]
    public void OutOfRange_TweeCategorieenOpEenDag_EnTweeKeerDezelfdeNiet()
    {
        Geweigerd(Met("/category", """[{"from":"2026-04-01","category":1},{"from":"2026-04-01","category":2}]"""), "outOfRange", "/category/1/from");
        Assert.Null(Fout(Met("/category", """[{"from":"2026-04-01","category":1},{"from":"2026-04-01","category":1}]""")));
    }

    [Theory]
    [InlineData("/right/0/to", "\"2026-03-31\"")]
    [InlineData("/payslips/1/periodTo", "\"2026-04-02\"")]
    [InlineData("/exemption/used/0/to", "\"2025-12-31\"")]
    public void PeriodReversed_EindeVoorHetBegin(string pad, string waarde) => Geweigerd(Met(pad, waarde), "periodReversed", pad);

    [Fact]
    public void PeriodReversed_RechtAlsObject_PadVanHetEinde() =>
        Geweigerd(Met("/right", """{"from":"2026-04-02","to":"2026-04-01"}"""), "periodReversed", "/right/to");

    [Fact]
    public void PeriodReversed_OmgekeerdePeriodeHeeftGeenDagen_OverlaptDusNiet() =>
        Geweigerd(Met("/right", """[{"from":"2026-04-10","to":"2026-04-01"},{"from":"2026-03-01","to":"2026-04-20"}]"""), "periodReversed", "/right/0/to");

    [Theory]
    [InlineData("\"2013-08\"")]
    [InlineData("\"1900-01\"")]
    [InlineData("\"1850-12\"")]
    [InlineData("\"0001-01\"")]
    public void BeforeFirstAmount_MaandVoorHetEersteBedrag(string maand) => Geweigerd(Met("/month", maand), "beforeFirstAmount", "/month");

    [Fact]
    public void BeforeRule_KnelpuntVoor2024_EnkelBijDieSoort()
    {
        Geweigerd(Met("/exemption/shortageFrom", "\"2023-12-31\""), "beforeRule", "/exemption/shortageFrom");
        Assert.Null(Fout(Met("/exemption", """{"kind":"ordinary","firstGranted":"2023-01-01","shortageFrom":"2023-12-31"}""")));
    }

    [Fact]
    public void CategoryGap_DagMetRechtZonderCategorie()
    {
        Geweigerd(Met("/category", """[{"from":"2026-04-02","category":1}]"""), "categoryGap", "/category");
        Geweigerd(Met("/category", "[]"), "categoryGap", "/category");
        Assert.Null(Fout(Met("/category", """[{"from":"2026-04-01","category":1}]""")));
    }

    [Fact]
    public void MeerFouten_DeEersteInDeTabel()
    {
        // Van achter naar voor in de tabel komt er telkens een fout bij, telkens later in het document.
        var geval = JsonNode.Parse("""
            { "month": "2013-08", "category": [{"from":"2013-08-31","category":1}], "right": {"from":"2013-08-01"},
              "exemption": {"kind":"shortage","firstGranted":"2013-01-01","shortageFrom":"2013-01-01"} }
            """)!.AsObject();
        Geweigerd(geval.ToJsonString(), "beforeFirstAmount", "/month");
        geval["payslips"] = JsonNode.Parse("""[{"id":"a","employer":"b","periodFrom":"2026-04-02","periodTo":"2026-04-01","paidOn":"2026-05-02","nettoloon":1}]""");
        Geweigerd(geval.ToJsonString(), "periodReversed", "/payslips/0/periodTo");
        geval["policy"] = JsonNode.Parse("""{"partMonthWage":"half"}""");
        Geweigerd(geval.ToJsonString(), "outOfRange", "/policy/partMonthWage");
        geval["otherResources"] = JsonNode.Parse("""[7]""");
        Geweigerd(geval.ToJsonString(), "wrongType", "/otherResources/0");
        geval["equityOverride"] = JsonNode.Parse("{}");
        Geweigerd(geval.ToJsonString(), "missingField", "/equityOverride/reason");
        geval["zzz"] = 1;
        Geweigerd(geval.ToJsonString(), "unknownField", "/zzz");
    }

    [Theory]
    [InlineData("""{"month":1,"right":2,"category":{}}""", "wrongType", "/month")]
    [InlineData("""{"right":2,"month":1,"category":{}}""", "wrongType", "/right")]
    [InlineData("""{"month":"2026-04","category":1,"right":{"to":1},"payslips":[{}]}""", "missingField", "/right/from")]
    [InlineData("""{"month":"2026-04","right":{"to":1},"payslips":[{}]}""", "missingField", "/category")]
    [InlineData("""{"a":{},"b":1,"month":"2026-04"}""", "unknownField", "/a")]
    [InlineData("""{"right":[{"x":1}],"y":1}""", "unknownField", "/right/0/x")]
    [InlineData("""{"month":"2026-04","category":1,"right":[],"payslips":[5],"policy":{"components":{"fine":1,"advance":2}}}""", "wrongType", "/payslips/0")]
    [InlineData("""{"month":"2026-04","category":1,"right":[],"policy":{"components":{"fine":1,"advance":2}}}""", "wrongType", "/policy/components/fine")]
    public void TweeVanEenCode_DeEersteInHetDocument(string geval, string code, string pad) => Geweigerd(geval, code, pad);

    [Fact]
    public void UnknownField_VeldTweeKeer_WordtNietStilGekozen()
    {
        Geweigerd("""{"month":"2026-04","category":1,"right":[],"category":2}""", "unknownField", "/category");
        Geweigerd("""{"month":"2026-04","category":1,"right":[],"policy":{"components":{"fine":"counted","fine":"counted"}}}""", "unknownField", "/policy/components/fine");
        Geweigerd("""{"month":"2026-04","category":1,"right":[],"\ud800":2}""", "unknownField", "/\\ud800");
    }

    private static string Met(string pad, string waarde)
    {
        var (boven, naam, alles) = Vind(pad);
        if (boven is JsonArray lijst)
        {
            lijst[int.Parse(naam, System.Globalization.CultureInfo.InvariantCulture)] = Ruw(waarde);
        }
        else
        {
            boven[naam] = Ruw(waarde);
        }

        return alles.ToJsonString();

        // Getallen en tekst blijven letterlijk zoals ze geschreven zijn.
        static JsonNode? Ruw(string json) => JsonNode.Parse(json);
    }

    private static string Zonder(string pad)
    {
        var (boven, naam, alles) = Vind(pad);
        if (boven is JsonArray lijst)
        {
            lijst.RemoveAt(int.Parse(naam, System.Globalization.CultureInfo.InvariantCulture));
        }
        else
        {
            Assert.True(boven.AsObject().Remove(naam));
        }

        return alles.ToJsonString();
    }

    private static (JsonNode Boven, string Naam, JsonNode Alles) Vind(string pad)
    {
        var alles = JsonNode.Parse(Alles)!;
        var stukken = pad[1..].Split('/').Select(stuk => stuk.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal)).ToList();
        var boven = stukken[..^1].Aggregate(alles, (node, stuk) => node is JsonArray lijst ? lijst[int.Parse(stuk, System.Globalization.CultureInfo.InvariantCulture)]! : node[stuk]!);
        return (boven, stukken[^1], alles);
    }

    private static JsonNode? Fout(string geval)
    {
        var uit = Calculate.Run(Encoding.UTF8.GetBytes(geval));
        var fout = Json(uit)["error"];
        Assert.Equal(fout is null ? 0 : 1, uit.ExitCode);
        return fout;
    }

    private static void Geweigerd(string geval, string code, string pad)
    {
        var fout = Fout(geval)!;
        Assert.Equal((code, pad), ((string?)fout["code"], (string?)fout["path"]));
        Assert.Equal(["code", "path", "message"], fout.AsObject().Select(veld => veld.Key));
        Assert.Matches(@"^[A-Z].*\.$", (string?)fout["message"]);
    }

    private static JsonNode Json(CalculateOutput uit) => JsonNode.Parse(uit.Json)!;

    /// <summary>Fouten die <see cref="Nazicht"/> ook zou vinden, maar pas na alles wat het lezen vindt.</summary>
    [Theory]
    [InlineData("/right", """[{"from":"2026-04-10","to":"2026-04-10"},{"from":"2026-04-01","to":"2026-04-20"}]""", "outOfRange", "/right")]
    [InlineData("/otherResources/0/perYear", "-0.01", "outOfRange", "/otherResources/0/perYear")]
    [InlineData("/exemption", """{"kind":"shortage","firstGranted":"2026-01-01"}""", "missingField", "/exemption/shortageFrom")]
    public void MeerFouten_WatErBijHetLezenAlIs_KomtVoorEenOmgekeerdePeriode(string pad, string waarde, string code, string fout)
    {
        var geval = JsonNode.Parse(Met(pad, waarde))!;
        geval["payslips"]![1]!["periodTo"] = "2026-04-02";
        Geweigerd(geval.ToJsonString(), code, fout);
    }

    [Fact]
    public void Plek_InHetDocument_EenWaardeKomtVoorWatErinStaat()
    {
        var recht = Plek.Geval.Veld("right", 2);

        Assert.True(recht.KomtVoor(recht.Element(0)));
        Assert.False(recht.Element(0).KomtVoor(recht));
        Assert.False(recht.KomtVoor(Plek.Geval.Veld("right", 2)));
        Assert.True(recht.Element(3).KomtVoor(Plek.Geval.Veld("payslips", 4).Element(0)));
    }
}
