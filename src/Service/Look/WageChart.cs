using System.Globalization;
using SolidLoonfiches.Leefloon;
using SolidLoonfiches.Loonfiches;

namespace SolidLoonfiches.Service;

/// <summary>Where the lines and marks of a curve lie in the drawing of <c>_WhatIf</c>: 720 wide and 400 high.</summary>
/// <remarks>Income beyond the last ordinary point is not drawn: one very high wage would press all the rest together.</remarks>
internal sealed class WageChart
{
    public const int Width = 720, Height = 400, Left = 64, Right = 690, Top = 44, Bottom = 340;

    private const int LabelLow = Top - 8, LabelHigh = Top - 26;

    private readonly decimal _widest;
    private readonly decimal _highest;

    public WageChart(Loonkromme curve)
    {
        var drawn = curve.Punten.Where(point => point.Loon.Cents % curve.Stap.Cents == 0).Select(point => point.Loon).DefaultIfEmpty(Euro.Zero).Max();
        List<Loonpunt> points = [.. curve.Punten.Where(point => point.Loon <= drawn)];
        _widest = Math.Max(1m, drawn.Amount);
        _highest = decimal.Ceiling(Math.Max(1m, points.Max(point => point.Totaal.Amount)) / 500) * 500;
        Total = Line(points, point => point.Totaal);
        Leefloon = Line(points, point => point.Leefloon);
        Now = curve.Nu.Loon <= drawn ? (X(curve.Nu.Loon.Amount), Y(curve.Nu.Totaal.Amount)) : null;
        Marks = MarksOf(curve);
        Across = Steps(_widest).ConvertAll(amount => (X(amount), Words(amount)));
        Up = Steps(_highest).ConvertAll(amount => (Y(amount), Words(amount)));
        LabelTotal = (X(_widest) - 8, Y(points[^1].Totaal.Amount) - 14);
        LabelLeefloon = (X(points[0].Loon.Amount) + 10, Y(points[0].Leefloon.Amount) + 24);
    }

    /// <summary>Points of a polyline.</summary>
    public string Total { get; }

    public string Leefloon { get; }

    public (int X, int Y)? Now { get; }

    /// <summary>From left to right, one for each income at which something turns; the number of one that stands close to the last is written higher.</summary>
    public IReadOnlyList<(int X, int LabelY)> Marks { get; }

    public IReadOnlyList<(int X, string Words)> Across { get; }

    public IReadOnlyList<(int Y, string Words)> Up { get; }

    public (int X, int Y) LabelTotal { get; }

    public (int X, int Y) LabelLeefloon { get; }

    private List<(int X, int LabelY)> MarksOf(Loonkromme curve)
    {
        var marks = new List<(int X, int LabelY)>();
        foreach (var x in curve.Keerpunten.Select(mark => mark.Vanaf.Loon).Distinct().Select(income => X(income.Amount)))
        {
            var isClose = marks is [.., var last] && x - last.X < 14 && last.LabelY == LabelLow;
            marks.Add((x, isClose ? LabelHigh : LabelLow));
        }

        return marks;
    }

    private static List<decimal> Steps(decimal highest)
    {
        var step = ((decimal[])[100, 200, 250, 500, 1000, 2500, 5000]).FirstOrDefault(s => highest / s <= 6, 10_000);
        return [.. Enumerable.Range(0, (int)(highest / step) + 1).Select(n => n * step)];
    }

    private static string Words(decimal amount) => amount.ToString("#,##0", DutchNumbers.Format);

    private string Line(List<Loonpunt> points, Func<Loonpunt, Euro> height) =>
        string.Join(' ', points.Select(point => string.Create(CultureInfo.InvariantCulture, $"{ExactX(point.Loon.Amount):0.#},{ExactY(height(point).Amount):0.#}")));

    private int X(decimal income) => (int)decimal.Round(ExactX(income));

    private int Y(decimal amount) => (int)decimal.Round(ExactY(amount));

    private decimal ExactX(decimal income) => Left + (income / _widest * (Right - Left));

    private decimal ExactY(decimal amount) => Bottom - (amount / _highest * (Bottom - Top));
}
