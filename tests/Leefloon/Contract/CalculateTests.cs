using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace SolidLoonfiches.Leefloon.Tests;

/// <summary>De buitenkant van calculate: lijsten, einden, bytes en getallen.</summary>
public sealed class CalculateTests
{
    private const string Goed = """{"month":"2025-03","category":2,"right":{"from":"2025-03-01"}}""";
    private const string Fout = """{"month":"2025-03","category":2,"right":{"from":"2025-03-01"},"rigth":[]}""";

    [Fact]
    public void Run_Lijst_ResultatenInDezelfdeVolgordeEnOokNaEenWeigering()
    {
        var uit = Run($"[{Goed},{Fout},{Goed.Replace("2025-03\"", "2025-04\"", StringComparison.Ordinal)}]");

        Assert.Equal(1, uit.ExitCode);
        var lijst = JsonNode.Parse(uit.Json)!.AsArray();
        Assert.Equal(["2025-03", null, "2025-04"], lijst.Select(geval => (string?)geval!["month"]));
        Assert.Equal("/rigth", (string?)lijst[1]!["error"]!["path"]);
    }

    [Theory]
    [InlineData("[]", "[]")]
    [InlineData("  [ ]\n", "[]")]
    public void Run_LegeLijst_LegeLijst(string invoer, string uitvoer)
    {
        var uit = Run(invoer);

        Assert.Equal((0, uitvoer), (uit.ExitCode, Encoding.UTF8.GetString(uit.Json)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("{")]
    [InlineData("{} {}")]
    [InlineData("[1,]")]
    [InlineData("{'month':1}")]
    [InlineData("// commentaar\n{}")]
    [InlineData("NaN")]
    [InlineData("month: 2025-03")]
    public void Run_GeenJson_Einde2ZonderUitvoer(string invoer)
    {
        var uit = Run(invoer);

        Assert.Equal(2, uit.ExitCode);
        Assert.Empty(uit.Json);
        Assert.Matches(@"^De invoer is geen JSON\. .*\.$", uit.Message);
    }

    [Fact]
    public void Run_GeenUtf8_Einde2()
    {
        var uit = Calculate.Run([(byte)'"', 0xE9, (byte)'"']);

        Assert.Equal(2, uit.ExitCode);
        Assert.Contains("UTF-8", uit.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_ByteOrderMark_WordtOvergeslagen() =>
        Assert.Equal(Run(Goed).Json, Calculate.Run([0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Goed)]).Json);

    [Fact]
    public void Run_DiepGenest_ZonderOverloop()
    {
        Assert.Equal(1, Run(new string('[', 900) + new string(']', 900)).ExitCode);
        Assert.Equal(2, Run(new string('[', 1_000_000) + new string(']', 1_000_000)).ExitCode);
    }

    [Fact]
    public void Run_TweeKeerEnInEenAndereCultuur_ZelfdeBytes()
    {
        var eerst = Run($"[{Goed},{Fout}]").Json;
        var cultuur = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo("ar-SA");
            Assert.Equal(eerst, Run($"[{Goed},{Fout}]").Json);
        }
        finally
        {
            CultureInfo.CurrentCulture = cultuur;
        }
    }

    [Fact]
    public void Run_VolgordeVanVeldenEnWitruimte_ZelfdeBytes() =>
        Assert.Equal(Run(Goed).Json, Run("""{ "right" : [ { "to" : null, "from" : "2025-03-01" } ], "category" : 2.0, "month" : "2025\u002d03" }""").Json);

    [Theory]
    [InlineData("1000", "1000.00")]
    [InlineData("1e3", "1000.00")]
    [InlineData("1000.000", "1000.00")]
    [InlineData("100000E-2", "1000.00")]
    [InlineData("0.1e4", "1000.00")]
    [InlineData("0.05", "0.05")]
    [InlineData("5e-2", "0.05")]
    [InlineData("0", "0.00")]
    [InlineData("-0.00", "0.00")]
    [InlineData("-0.000", "0.00")]
    [InlineData("-0e-9", "0.00")]
    [InlineData("0e999999999999", "0.00")]
    [InlineData("0.10", "0.10")]
    [InlineData("999999999999999.99", "999999999999999.99")]
    [InlineData("1000000000000000", "1000000000000000.00")]
    public void Run_GetalNaarWaarde_BedragOpDeCent(string getal, string bedrag) =>
        Assert.Contains($"\"wagePerMonth\":{bedrag},", Encoding.UTF8.GetString(Run(MetNettoloon(getal)).Json), StringComparison.Ordinal);

    [Fact]
    public void Run_KleineNegatieveWaarde_IsNietMinNul()
    {
        // -0,01 over 31 dagen, waarvan één in de maand: -0,00032…
        var fiche = """{"id":"a","employer":"b","periodFrom":"2025-03-31","periodTo":"2025-04-30","paidOn":"2025-04-30","nettoloon":-0.01}""";
        var tekst = Encoding.UTF8.GetString(Run($$"""{"month":"2025-03","category":2,"right":{"from":"2025-03-01"},"payslips":[{{fiche}}]}""").Json);

        Assert.Contains("\"name\":\"loonfiche\",\"article\":\"art. 16 §1 RMI-wet\",\"value\":0.00,", tekst, StringComparison.Ordinal);
        Assert.DoesNotContain("-0.00", tekst, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_CategorieZonderBegin_ZegtGeenDatum()
    {
        var tekst = Encoding.UTF8.GetString(Run(Goed).Json);

        Assert.DoesNotContain("0001", tekst, StringComparison.Ordinal);
        Assert.Contains("\"source\":\"verklaring: categorie\"", tekst, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_ElkeStap_HeeftDeVeldenVanHetContract()
    {
        var stappen = Alle(JsonNode.Parse(Run(MetNettoloon("1000")).Json)!["step"]!).ToList();

        Assert.True(stappen.Count > 10);
        Assert.All(stappen, stap =>
        {
            Assert.Equal(["name", "article", "value", "unit", "source", "inputs"], stap.AsObject().Select(veld => veld.Key));
            Assert.Contains((string?)stap["unit"], new[] { "EUR/year", "EUR/month", "EUR", "days", "-" });
            Assert.Equal(stap["inputs"]!.AsArray().Count == 0, stap["source"] is not null);
        });
    }

    private static IEnumerable<JsonNode> Alle(JsonNode stap) => stap["inputs"]!.AsArray().SelectMany(uit => Alle(uit!)).Prepend(stap);

    private static string MetNettoloon(string getal) => $$"""
        {"month":"2025-03","category":2,"right":{"from":"2025-03-01"},
         "payslips":[{"id":"a","employer":"b","periodFrom":"2025-03-01","periodTo":"2025-03-31","paidOn":"2025-03-31","nettoloon":{{getal}}}]}
        """;

    private static CalculateOutput Run(string json) => Calculate.Run(Encoding.UTF8.GetBytes(json));

    [Theory]
    [InlineData("{", 1, 2)]
    [InlineData("[\n  {},\n  'x'\n]", 3, 3)]
    public void Run_GeenJson_ZegtOpWelkeRegelEnByte(string invoer, int regel, int plaats) =>
        Assert.Equal($"De invoer is geen JSON. Kijk na op regel {regel}, byte {plaats} van die regel.", Run(invoer).Message);

    [Fact]
    public void Run_WaardeVanEenStap_DagenGeheelEnEenAandeelOpZesDecimalen()
    {
        var tekst = Encoding.UTF8.GetString(Run(Goed).Json);

        // 15.770,41 / 12 = 1.314,200833…
        Assert.Contains("\"name\":\"aandeel\",\"article\":\"art. 14 §2 RMI-wet\",\"value\":1314.200833,\"unit\":\"EUR/month\"", tekst, StringComparison.Ordinal);
        Assert.Contains("\"name\":\"dagenMetRecht\",\"article\":\"art. 14 §2 RMI-wet\",\"value\":31,\"unit\":\"days\"", tekst, StringComparison.Ordinal);
        Assert.Contains("\"name\":\"jaarbedrag\",\"article\":\"art. 14 §1 RMI-wet\",\"value\":15770.41,\"unit\":\"EUR/year\"", tekst, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("commuting", "counted", "600.00")]
    [InlineData("commuting", "notCounted", "500.00")]
    [InlineData("ecoCheque", "counted", "600.00")]
    [InlineData("ecoCheque", "notCounted", "500.00")]
    public void Run_BeleidPerComponent_TeltMeeOfNiet(string soort, string keuze, string loon)
    {
        var fiche = $$"""{"id":"a","employer":"b","periodFrom":"2025-03-01","periodTo":"2025-03-31","paidOn":"2025-03-31","nettoloon":500,"components":[{"kind":"{{soort}}","amount":100}]}""";
        var tekst = Encoding.UTF8.GetString(Run($$"""{"month":"2025-03","category":2,"right":{"from":"2025-03-01"},"payslips":[{{fiche}}],"policy":{"components":{"{{soort}}":"{{keuze}}"} } }""").Json);

        Assert.Contains($"\"wagePerMonth\":{loon},", tekst, StringComparison.Ordinal);
    }
}
