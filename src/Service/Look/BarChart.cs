namespace SolidLoonfiches.Service;

/// <summary>Bars by month, the series side by side. Where they stand in the drawing of <c>_Bars</c>: 720 wide and 260 high. They differ in more than colour, and the table below says the same.</summary>
/// <param name="Id">Of the drawing.</param>
/// <param name="Title">What it shows, for who cannot see it.</param>
/// <param name="Labels">Under each group.</param>
/// <param name="Series">In each group, from the left.</param>
internal sealed record BarChart(string Id, string Title, IReadOnlyList<string> Labels, IReadOnlyList<BarChart.Bars> Series)
{
    public const int Width = 720, Height = 260;

    private const int Left = 20, Group = 58, Within = 48, Bottom = 220, Top = 30;

    /// <param name="Class">How it is drawn.</param>
    /// <param name="Words">What it counts, and how one knows it.</param>
    /// <param name="Values">One for each label; null: nothing to draw.</param>
    internal sealed record Bars(string Class, string Words, IReadOnlyList<decimal?> Values);

    /// <param name="Words">The value, above it.</param>
    internal sealed record Bar(string Class, int X, int Y, int Width, int Height, string Words);

    public static int Middle(int group) => Left + (group * Group) + (Within / 2);

    /// <summary>Without those of nothing.</summary>
    public IEnumerable<Bar> Drawn()
    {
        var highest = Math.Max(1m, Series.SelectMany(bars => bars.Values).Max() ?? 1m);
        var width = Within / Series.Count;
        return
            from series in Series.Index()
            from value in series.Item.Values.Index()
            let count = value.Item ?? 0
            where count > 0
            let height = (int)decimal.Round(count / highest * (Bottom - Top))
            select new Bar(series.Item.Class, Left + (value.Index * Group) + (series.Index * width) + 1, Bottom - height, width - 2, height, count.ToString("0.#", Loonfiches.DutchNumbers.Format));
    }
}
