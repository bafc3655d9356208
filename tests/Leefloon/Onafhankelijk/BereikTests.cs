using System.Text.Json;

namespace SolidLoonfiches.Leefloon.Tests;

/// <summary>
/// What the random cases reach: every field of the contract, every listed value, and every form that a field may take. Only cases
/// that gave a result count, so that nothing is reached in refused cases alone.
/// </summary>
public sealed class BereikTests
{
    private const string Relations = "partner parent adultChild maintenanceDebtor other";

    private static readonly string[] Dates = ["/reviewedOn", "/category/*/from", "/right/from", "/right/to", "/right/*/from", "/right/*/to", "/exemption/firstGranted", "/exemption/used/*/from", "/exemption/used/*/to", "/exemption/shortageFrom", "/payslips/*/periodFrom", "/payslips/*/periodTo", "/payslips/*/paidOn"];

    private static readonly string[] Amounts = ["/payslips/*/nettoloon", "/payslips/*/components/*/amount", "/otherResources/*/perYear", "/cohabitants/*/resourcesPerYear", "/cohabitants/*/familyBenefitsForApplicantPerYear"];

    /// <summary>The tables of the contract, one line a form: the path of a field, and the value where it is one of a list.</summary>
    private static IEnumerable<string> Contract() =>
    [
        "/month",
        .. Dates,
        "/category 1", "/category 2", "/category 3", "/category list", "/category empty list", "/category/*/category 1", "/category/*/category 2", "/category/*/category 3",
        "/right object", "/right list", "/right empty list", "/right/to null", "/right/*/to null", "/right/to absent", "/right/*/to absent",
        "/payslips list", "/payslips empty list", "/payslips/*/id", "/payslips/*/employer", "/payslips/*/components list", "/payslips/*/components empty list",
        .. Amounts, .. Amounts.Select(path => path + " zero"), "/payslips/*/nettoloon negative", "/payslips/*/components/*/amount negative",
        .. TweedeLezer.ComponentKinds.Select(kind => "/payslips/*/components/*/kind " + kind),
        "/exemption object", "/exemption/kind absent", .. "none ordinary student shortage artist".Split(' ').Select(kind => "/exemption/kind " + kind), "/exemption/used list", "/exemption/used empty list",
        "/otherResources list", "/otherResources empty list",
        .. "other ocmwAid familyBenefitsForChildren childMaintenance studyGrant fosterCare irregularGift volunteerAllowance integrationAllowance".Split(' ').Select(kind => "/otherResources/*/kind " + kind),
        "/cohabitants list", "/cohabitants empty list", .. Relations.Split(' ').Select(relation => "/cohabitants/*/relation " + relation),
        "/cohabitants/*/counted true", "/cohabitants/*/counted false", "/cohabitants/*/receivesLeefloon true", "/cohabitants/*/receivesLeefloon false",
        "/equityOverride null", "/equityOverride object", "/equityOverride/reason",
        "/policy object", "/policy/partMonthWage extrapolate", "/policy/partMonthWage sum", "/policy/components object", "/policy/components empty object",
        .. TweedeLezer.ComponentKinds.SelectMany(kind => (string[])[$"/policy/components/{kind} counted", $"/policy/components/{kind} notCounted"]),
        .. "reviewedOn payslips exemption otherResources cohabitants equityOverride policy".Split(' ').Select(field => $"/{field} absent"),
        "/payslips/*/components absent", "/exemption/used absent", "/policy/partMonthWage absent", "/policy/components absent",
        .. "counted familyBenefitsForApplicantPerYear receivesLeefloon".Split(' ').Select(field => $"/cohabitants/*/{field} absent"),
    ];

    [Fact]
    public void WillekeurigeGevallen_DrieduizendStuks_GebruikenElkVeldInElkeVormVanHetContract()
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var number = 0; number < 3000; number++)
        {
            var text = TweedeUitvoeringTests.Geval(number);
            if (TweedeUitvoeringTests.Tweede(text) is TweedeUitkomst.Berekend)
            {
                using var json = JsonDocument.Parse(text);
                Walk(json.RootElement, "", seen);
            }
        }

        string[] contract = [.. Contract()];
        Assert.Equal("", string.Join(", ", contract.Except(seen)));
        Assert.Equal("", string.Join(", ", seen.Except(contract)));
    }

    private static void Walk(JsonElement value, string path, HashSet<string> seen)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                if (path.Length > 0 && !path.EndsWith('*'))
                {
                    seen.Add(path + (value.EnumerateObject().Any() || path != "/policy/components" ? " object" : " empty object"));
                }

                foreach (var field in value.EnumerateObject())
                {
                    Walk(field.Value, $"{path}/{field.Name}", seen);
                }

                seen.UnionWith(Optional(path).Where(field => !value.TryGetProperty(field, out _)).Select(field => $"{path}/{field} absent"));
                break;
            case JsonValueKind.Array:
                seen.Add(path + (value.GetArrayLength() == 0 ? " empty list" : " list"));
                foreach (var element in value.EnumerateArray())
                {
                    Walk(element, path + "/*", seen);
                }

                break;
            case JsonValueKind.Null:
                seen.Add(path + " null");
                break;
            case JsonValueKind.True or JsonValueKind.False:
                seen.Add($"{path} {(value.GetBoolean() ? "true" : "false")}");
                break;
            case JsonValueKind.Number when path.EndsWith("/category", StringComparison.Ordinal):
                seen.Add($"{path} {value.GetDecimal():0}");
                break;
            case JsonValueKind.Number:
                seen.Add(value.GetDecimal() switch { 0 => path + " zero", < 0 => path + " negative", _ => path });
                break;
            default:
                seen.Add(path.Split('/')[^1] is "kind" or "relation" or "partMonthWage" || path.StartsWith("/policy/components/", StringComparison.Ordinal) ? $"{path} {value.GetString()}" : path);
                break;
        }
    }

    private static IEnumerable<string> Optional(string path) => path switch
    {
        "" => ["reviewedOn", "payslips", "exemption", "otherResources", "cohabitants", "equityOverride", "policy"],
        "/right" or "/right/*" => ["to"],
        "/payslips/*" => ["components"],
        "/exemption" => ["kind", "used"],
        "/cohabitants/*" => ["counted", "familyBenefitsForApplicantPerYear", "receivesLeefloon"],
        "/policy" => ["partMonthWage", "components"],
        _ => [],
    };
}
