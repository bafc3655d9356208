using System.Text;
using System.Text.Json;
using SolidLoonfiches.Loonfiches;

namespace SolidLoonfiches.Leefloon.Tests;

public sealed class WhatIfTests
{
    private const string Geval = """
        { "month": "2025-03", "category": 2, "right": { "from": "2024-11-01" },
          "payslips": [ { "id": "slip-1", "employer": "0123456749", "periodFrom": "2025-03-01", "periodTo": "2025-03-31", "paidOn": "2025-03-31",
            "nettoloon": 1000.00, "components": [ { "kind": "ecoCheque", "amount": 141.00 } ] } ],
          "exemption": { "kind": "ordinary", "firstGranted": "2025-01-10", "used": [ { "from": "2025-01-10", "to": "2025-02-28" } ] } }
        """;

    private static CalculateOutput Run(string json, Loonvraag? vraag = null) => WhatIf.Run(Encoding.UTF8.GetBytes(json), vraag);

    [Fact]
    public void Run_VoorbeeldVanHetContract_HeeftDeVeldenInHunVolgorde()
    {
        var uit = Run(Geval, new Loonvraag.Bedrag(Euro.Of(200m)));
        var tekst = Encoding.UTF8.GetString(uit.Json);

        Assert.Equal((0, null), (uit.ExitCode, uit.Message));
        Assert.StartsWith("""{"month":"2025-03","lawVersion":"2025-02-01","now":{"income":1141.00,"leefloon":503.51,"total":1644.51},"step":50.00,"points":[{"income":0.00,"leefloon":1314.20,"total":1314.20},{"income":50.00,""", tekst, StringComparison.Ordinal);
        Assert.EndsWith(
            """
            ],"marks":[{"kind":"exemptionUsedUp","last":{"income":309.48,"leefloon":1314.20,"total":1623.68},"first":{"income":309.49,"leefloon":1314.20,"total":1623.69},"loss":0.00,"perYear":3713.76,"days":[{"from":"2025-03-01","to":"2025-03-31"}]},{"kind":"generalExemptionUsedUp","last":{"income":330.31,"leefloon":1314.20,"total":1644.51},"first":{"income":330.32,"leefloon":1314.19,"total":1644.51},"loss":0.01,"perYear":250.00,"days":[{"from":"2025-03-01","to":"2025-03-31"}]},{"kind":"generalExemptionLost","last":{"income":1623.68,"leefloon":20.83,"total":1644.51},"first":{"income":1623.69,"leefloon":0.00,"total":1623.69},"loss":20.83,"perYear":250.00,"days":[{"from":"2025-03-01","to":"2025-03-31"}]},{"kind":"leefloonEnds","last":{"income":1623.68,"leefloon":20.83,"total":1644.51},"first":{"income":1623.69,"leefloon":0.00,"total":1623.69},"loss":20.83,"perYear":null,"days":[{"from":"2025-03-01","to":"2025-03-31"}]}],"answer":{"more":200.00,"old":{"income":1141.00,"leefloon":503.51,"total":1644.51},"new":{"income":1341.00,"leefloon":303.51,"total":1644.51},"difference":{"income":200.00,"leefloon":-200.00,"total":0.00}}}
            """, tekst, StringComparison.Ordinal);
        Assert.Equal(uit.Json, Run(Geval, new Loonvraag.Bedrag(Euro.Of(200m))).Json);
    }

    [Fact]
    public void Run_Uren_ZijnUrenMaalHetNettoloonPerUur()
    {
        var antwoord = JsonDocument.Parse(Run(Geval, new Loonvraag.Uren(10.5m, Euro.Of(12.33m))).Json).RootElement.GetProperty("answer");

        Assert.Equal("""{"hours":10.50,"netPerHour":12.33,"more":129.47,"old":{"income":1141.00,"leefloon":503.51,"total":1644.51},"new":{"income":1270.47,"leefloon":374.04,"total":1644.51},"difference":{"income":129.47,"leefloon":-129.47,"total":0.00}}""", antwoord.GetRawText());
    }

    [Fact]
    public void Run_ZonderVraag_HeeftGeenAntwoord() =>
        Assert.False(JsonDocument.Parse(Run(Geval).Json).RootElement.TryGetProperty("answer", out _));

    [Theory]
    [InlineData("""{ "month": "2025-03" }""", "missingField", "/category")]
    [InlineData("""{ "month": "2010-03", "category": 2, "right": { "from": "2010-01-01" } }""", "beforeFirstAmount", "/month")]
    public void Run_GeweigerdGeval_IsDatVanCalculate(string geval, string code, string pad)
    {
        var uit = Run($"[{geval}, {Geval}]", new Loonvraag.Bedrag(Euro.Of(1m)));
        var lijst = JsonDocument.Parse(uit.Json).RootElement;

        Assert.Equal(1, uit.ExitCode);
        Assert.Equal((code, pad), (lijst[0].GetProperty("error").GetProperty("code").GetString(), lijst[0].GetProperty("error").GetProperty("path").GetString()));
        Assert.Equal("2025-03", lijst[1].GetProperty("month").GetString());
        Assert.Equal(Encoding.UTF8.GetString(Calculate.Run(Encoding.UTF8.GetBytes(geval)).Json), lijst[0].GetRawText());
    }

    [Fact]
    public void Run_GeenJson_IsDatVanCalculate() => Assert.Equal(Calculate.Run("{"u8).Message, Run("{").Message);

    [Fact]
    public void Run_GeweigerdGevalZonderVraag_IsOokGeweigerd() =>
        Assert.StartsWith("""{"error":{"code":"beforeFirstAmount","path":"/month",""", Encoding.UTF8.GetString(Run("""{ "month": "2010-03", "category": 2, "right": { "from": "2010-01-01" } }""").Json), StringComparison.Ordinal);

    [Fact]
    public void Run_HetHoogsteBedragErbij_IsTeBerekenen() =>
        Assert.Equal(0, Run(Geval, new Loonvraag.Bedrag(Euro.Of(999_999_999_999_999.99m - 1141m))).ExitCode);
}
