using System.Text;

namespace SolidLoonfiches.Leefloon.Tests;

/// <summary>Het voorbeeld van het contract, van JSON tot JSON.</summary>
public sealed class CalculateVoorbeeldTests
{
    private const string Geval = """
        {
          "month": "2025-03",
          "category": 2,
          "right": { "from": "2024-11-01" },
          "payslips": [
            { "id": "slip-1", "employer": "0123456749",
              "periodFrom": "2025-03-01", "periodTo": "2025-03-31", "paidOn": "2025-03-31",
              "nettoloon": 1000.00,
              "components": [ { "kind": "ecoCheque", "amount": 141.00 } ] }
          ],
          "exemption": { "kind": "ordinary", "firstGranted": "2025-01-10",
                         "used": [ { "from": "2025-01-10", "to": "2025-02-28" } ] }
        }
        """;

    private const string TotAanDeStap = """
        {"month":"2025-03","amount":503.51,"lawVersion":"2025-02-01","warnings":[],"segments":[{"from":"2025-03-01","to":"2025-03-31","days":31,"category":2,"amountPerYear":15770.41,"wagePerMonth":1141.00,"exemptionPerMonth":309.48,"resourcesPerYear":9978.24,"generalExemptionPerYear":250.00,"leefloonPerYear":6042.17,"share":503.514167}],"exemptionDaysLeft":1014,"step":{"name":"leefloonVanDeMaand","article":"art. 14 §2 RMI-wet","value":503.51,"unit":"EUR/month","source":null,"inputs":[
        """;

    [Fact]
    public void Run_VoorbeeldVanHetContract_GeeftZijnBytes()
    {
        var uit = Calculate.Run(Encoding.UTF8.GetBytes(Geval));

        Assert.Equal((0, null), (uit.ExitCode, uit.Message));
        Assert.StartsWith(TotAanDeStap, Encoding.UTF8.GetString(uit.Json), StringComparison.Ordinal);
    }
}
