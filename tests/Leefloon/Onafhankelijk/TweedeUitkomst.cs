using System.Globalization;
using System.Text;
using System.Text.Json;

namespace SolidLoonfiches.Leefloon.Tests;

/// <summary>An answer, in one canonical text form in which the two implementations are compared.</summary>
internal abstract record TweedeUitkomst
{
    public abstract string Tekst { get; }

    internal sealed record Segment(
        DateOnly Van, DateOnly Tot, int Dagen, int Categorie, TweedeBreuk A, TweedeBreuk W, TweedeBreuk E, TweedeBreuk R, TweedeBreuk G, TweedeBreuk Leefloon, TweedeBreuk Deel);

    internal sealed record Berekend(
        DateOnly EersteDag, TweedeBreuk Totaal, DateOnly Wetsversie, IReadOnlyCollection<string> Warnings, IReadOnlyList<Segment> Segmenten, int? DagenOver) : TweedeUitkomst
    {
        public override string Tekst
        {
            get
            {
                var tekst = new StringBuilder();
                tekst.Append(CultureInfo.InvariantCulture, $"month {EersteDag:yyyy-MM} amount {Totaal.Druk(2)} lawVersion {Wetsversie:yyyy-MM-dd} ");
                tekst.Append(CultureInfo.InvariantCulture, $"exemptionDaysLeft {(DagenOver is { } over ? over : "null")} warnings [{string.Join(' ', Warnings)}]\n");
                foreach (var s in Segmenten)
                {
                    tekst.Append(CultureInfo.InvariantCulture, $"  from {s.Van:yyyy-MM-dd} to {s.Tot:yyyy-MM-dd} days {s.Dagen} category {s.Categorie} ");
                    tekst.Append(CultureInfo.InvariantCulture, $"amountPerYear {s.A.Druk(2)} wagePerMonth {s.W.Druk(2)} exemptionPerMonth {s.E.Druk(2)} ");
                    tekst.Append(CultureInfo.InvariantCulture, $"resourcesPerYear {s.R.Druk(2)} generalExemptionPerYear {s.G.Druk(2)} leefloonPerYear {s.Leefloon.Druk(2)} share {s.Deel.Druk(6)}\n");
                }

                return tekst.ToString();
            }
        }
    }

    internal sealed record Geweigerd(string Code, string Pad) : TweedeUitkomst
    {
        public override string Tekst => $"error {Code} at {Pad}\n";
    }

    /// <summary>The engine's answer in the same form; numbers are taken as they were printed, so that their decimals are compared too.</summary>
    public static string TekstVan(JsonElement antwoord)
    {
        if (antwoord.TryGetProperty("error", out var fout))
        {
            Verwacht(antwoord, "error");
            Verwacht(fout, "code", "path", "message");
            Assert.NotEqual("", fout.GetProperty("message").GetString());
            return $"error {fout.GetProperty("code").GetString()} at {fout.GetProperty("path").GetString()}\n";
        }

        Verwacht(antwoord, "month", "amount", "lawVersion", "warnings", "segments", "exemptionDaysLeft", "step");
        string Ruw(string naam) => Getoond(antwoord.GetProperty(naam));
        Assert.Equal(Ruw("amount"), Getoond(antwoord.GetProperty("step").GetProperty("value")));
        var warnings = antwoord.GetProperty("warnings").EnumerateArray().Select(w => w.GetString()!).Order(StringComparer.Ordinal);
        var tekst = new StringBuilder();
        tekst.Append(CultureInfo.InvariantCulture, $"month {Ruw("month")} amount {Ruw("amount")} lawVersion {Ruw("lawVersion")} ");
        tekst.Append(CultureInfo.InvariantCulture, $"exemptionDaysLeft {Ruw("exemptionDaysLeft")} warnings [{string.Join(' ', warnings)}]\n");
        foreach (var segment in antwoord.GetProperty("segments").EnumerateArray())
        {
            tekst.Append(' ');
            foreach (var veld in segment.EnumerateObject())
            {
                tekst.Append(CultureInfo.InvariantCulture, $" {veld.Name} {Getoond(veld.Value)}");
            }

            tekst.Append('\n');
        }

        return tekst.ToString();
    }

    private static void Verwacht(JsonElement voorwerp, params string[] namen) =>
        Assert.Equal(namen, voorwerp.EnumerateObject().Select(veld => veld.Name));

    private static string Getoond(JsonElement waarde) => waarde.ValueKind == JsonValueKind.String ? waarde.GetString()! : waarde.GetRawText();
}
