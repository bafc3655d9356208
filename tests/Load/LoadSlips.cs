using System.Globalization;
using System.Text;
using SolidLoonfiches.Loonfiches;

namespace SolidLoonfiches.Load;

/// <summary>Payslips of <see cref="LoadPeople"/>: the plain month of <c>ontology/examples/valid</c> with another person, month and amount.</summary>
public static class LoadSlips
{
    private const decimal WithholdingTax = 245.12m, Net = 1928.13m, Paid = 1970.13m;

    private static readonly string _plain = Read();

    /// <param name="number">The person.</param>
    /// <param name="month">Whole month.</param>
    /// <param name="version">From 1; each next one has ten euro more in tax.</param>
    public static byte[] Turtle(int number, Maand month, int version)
    {
        var tax = WithholdingTax + (10 * (version - 1));
        return Encoding.UTF8.GetBytes(_plain
            .Replace("85073003328", LoadPeople.Insz(number).Value, StringComparison.Ordinal)
            .Replace("2026-10-01", Day(month.FirstDay), StringComparison.Ordinal)
            .Replace("2026-10-31", Day(month.LastDay), StringComparison.Ordinal)
            .Replace("2026-10-30", Day(month.LastDay), StringComparison.Ordinal)
            .Replace("245.12", Amount(tax), StringComparison.Ordinal)
            .Replace("1928.13", Amount(Net - tax + WithholdingTax), StringComparison.Ordinal)
            .Replace("1970.13", Amount(Paid - tax + WithholdingTax), StringComparison.Ordinal));
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Amount(decimal amount) => amount.ToString("0.00", CultureInfo.InvariantCulture);

    private static string Read()
    {
        using var text = new StreamReader(typeof(LoadSlips).Assembly.GetManifestResourceStream("plain-month.ttl")!);
        return text.ReadToEnd();
    }
}
