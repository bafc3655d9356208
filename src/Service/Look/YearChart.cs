using System.Globalization;
using SolidLoonfiches.Dossiers;
using SolidLoonfiches.Loonfiches;

namespace SolidLoonfiches.Service;

/// <summary>A year of one dossier: what was earned, the leefloon beside it, and both together. Where the lines and marks lie in the drawing of <c>_Year</c>: 720 wide and 320 high.</summary>
internal sealed class YearChart
{
    public const int Width = 720, Height = 320, Left = 64, Right = 690, Top = 24, Bottom = 270;

    private readonly decimal _highest;

    private YearChart(IReadOnlyList<Month> months)
    {
        Months = months;
        _highest = decimal.Ceiling(Math.Max(1m, months.Max(month => month.Total?.Amount ?? Math.Max(month.Wage?.Amount ?? 0, month.Leefloon?.Amount ?? 0))) / 500) * 500;
        Up = [.. Enumerable.Range(0, (int)(_highest / Step) + 1).Select(n => (Y(n * Step), (n * Step).ToString("#,##0", DutchNumbers.Format)))];
        Wage = Lines(month => month.Wage);
        Leefloon = Lines(month => month.Leefloon);
        Total = Lines(month => month.Total);
    }

    /// <param name="Wage">The payslips of the month together; null where nothing was calculated.</param>
    /// <param name="Leefloon">As decided, else as calculated.</param>
    internal sealed record Month(Maand Of, Euro? Wage, Euro? Leefloon, bool IsDecided)
    {
        public Euro? Total => Wage is { } wage && Leefloon is { } leefloon ? wage + leefloon : null;
    }

    /// <summary>The oldest first; a month without an amount has a gap.</summary>
    public IReadOnlyList<Month> Months { get; }

    /// <summary>Points of polylines: one for each stretch without a gap.</summary>
    public IReadOnlyList<string> Wage { get; }

    public IReadOnlyList<string> Leefloon { get; }

    public IReadOnlyList<string> Total { get; }

    public IReadOnlyList<(int Y, string Words)> Up { get; }

    private decimal Step => _highest <= 1500 ? 250 : 500;

    /// <summary>Up to a month, at most twelve; null where there are not two to compare.</summary>
    /// <param name="checks">Those that stand, with their results.</param>
    /// <param name="decided">For the dossier.</param>
    /// <param name="last">The last month to show.</param>
    public static YearChart? Of(IEnumerable<Check> checks, DecidedAmounts decided, Maand last)
    {
        var known = checks.Where(check => check.IsCurrent && check.Month <= last && check.Month > last.AddMonths(-12)).ToDictionary(check => check.Month);
        return known.Values.Count(check => check.NewAmount is not null) < 2
            ? null
            : new YearChart([.. known.Keys.Min().Through(last).Select(month => Of(month, known.GetValueOrDefault(month), decided))]);
    }

    public int X(int index) => Months.Count == 1 ? Left : Left + ((Right - Left) * index / (Months.Count - 1));

    /// <summary><c>03/26</c>.</summary>
    public static string Label(Maand month) => string.Create(CultureInfo.InvariantCulture, $"{month.Month:D2}/{month.Year % 100:D2}");

    private static Month Of(Maand month, Check? check, DecidedAmounts decided)
    {
        var own = decided.In(month);
        return new(month, check?.Result is { } result ? Euro.Round(result.Stap.Amount("loonSom") ?? 0m) : null, own ?? check?.NewAmount, own is not null);
    }

    private int Y(decimal amount) => (int)decimal.Round(Bottom - (amount / _highest * (Bottom - Top)));

    private List<string> Lines(Func<Month, Euro?> height)
    {
        var lines = new List<string>();
        var points = new List<string>();
        foreach (var (index, month) in Months.Index())
        {
            if (height(month) is { } amount)
            {
                points.Add(string.Create(CultureInfo.InvariantCulture, $"{X(index)},{Y(amount.Amount)}"));
                continue;
            }

            Close();
        }

        Close();
        return lines;

        void Close()
        {
            if (points.Count > 0)
            {
                // A line of one point is not drawn: it gets a little length.
                lines.Add(string.Join(' ', points.Count == 1 ? [points[0], points[0].Replace(",", ".5,", StringComparison.Ordinal)] : points));
                points.Clear();
            }
        }
    }
}
