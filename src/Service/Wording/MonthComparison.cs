using SolidLoonfiches.Dossiers;
using SolidLoonfiches.Leefloon;
using SolidLoonfiches.Loonfiches;

namespace SolidLoonfiches.Service;

/// <summary>Two months of a dossier beside each other, step by step, with what changed.</summary>
/// <param name="Earlier">The latest month before, with a calculation.</param>
/// <param name="This">The month that is looked at.</param>
internal sealed record MonthComparison(Maand Earlier, Maand This, IReadOnlyList<MonthComparison.Row> Rows)
{
    /// <summary>The steps that people compare, in the order in which one calculates.</summary>
    private static readonly IReadOnlyList<(string Step, string Words)> Compared =
    [
        ("categoriebedrag", "Volledig leefloon"),
        ("loonSom", "Loonfiches samen"),
        ("loonPerMaand", "Loon van de hele maand"),
        ("vrijstelling", "Vrijstelling"),
        ("loonNaVrijstelling", "Loon na vrijstelling"),
        ("andereBestaansmiddelen", "Andere bestaansmiddelen"),
        ("samenwonenden", "Samenwonenden"),
        ("bestaansmiddelen", "Alles wat meetelt"),
        ("algemeneVrijstelling", "Algemene vrijstelling"),
        ("leefloonVanDeMaand", "Leefloon"),
    ];

    /// <param name="Words">What it is.</param>
    /// <param name="Before">Null: that month has no such step.</param>
    /// <param name="Now">Null: this month has none.</param>
    internal sealed record Row(string Words, string? Before, string? Now)
    {
        public bool IsChanged => Before != Now;
    }

    /// <summary>Null where there is nothing to compare.</summary>
    public static MonthComparison? Of(Check? earlier, Check check)
    {
        if (earlier?.Result is not { } before || check.Result is not { } now)
        {
            return null;
        }

        var rows = Compared.Select(compared => new Row(compared.Words, Say(before.Stap, compared.Step), Say(now.Stap, compared.Step))).Where(row => row.Before is not null || row.Now is not null);
        return new(earlier.Month, check.Month, [.. rows]);
    }

    // A month in parts has such a step for each part.
    private static string? Say(Stap step, string name)
    {
        var values = step.All().Where(one => one.Naam == name).Select(one => Amounts.Words(decimal.Round(one.Waarde, 2, MidpointRounding.AwayFromZero), one.Eenheid)).Distinct(StringComparer.Ordinal).ToList();
        return values.Count > 0 ? string.Join(", ", values) : null;
    }
}
