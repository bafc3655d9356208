using SolidLoonfiches.Loonfiches;

namespace SolidLoonfiches.Dossiers;

/// <summary>The documents that matter in one month.</summary>
/// <param name="Usable">What is calculated with, in the order of their ids.</param>
/// <param name="Duplicates">The same slip once more under another URL: counted once.</param>
/// <param name="KeptOut">Kept out, with a period that touches the month.</param>
/// <param name="KeptOutSomewhere">Kept out, and nobody knows for which month.</param>
internal sealed record MonthSlips(IReadOnlyList<Slip> Usable, IReadOnlyList<Slip> Duplicates, IReadOnlyList<Slip> KeptOut, IReadOnlyList<Slip> KeptOutSomewhere)
{
    /// <summary>By their pay period.</summary>
    /// <param name="month">Of the wage.</param>
    /// <param name="news">What the vault holds now.</param>
    public static MonthSlips Of(Maand month, SlipNews news) => Of(news, slip => slip.Touches(month));

    /// <summary>By what the calculation uses, under the policy of the month.</summary>
    /// <param name="month">Of the leefloon.</param>
    /// <param name="news">What the vault holds now.</param>
    public static MonthSlips For(Maand month, SlipNews news) => Of(news, slip => news.Policies.Uses(slip, month));

    private static MonthSlips Of(SlipNews news, Func<Slip, bool> matters)
    {
        var usable = news.Standing.Where(s => s.Loonfiche is not null && matters(s))
            .OrderBy(s => s.Loonfiche!.Id, StringComparer.Ordinal).ThenBy(s => s.Url, StringComparer.Ordinal).ToList();
        var once = usable.DistinctBy(s => Corrections.Content(s.Loonfiche!)).ToList();
        var keptOut = news.Standing.Where(s => s.Loonfiche is null).OrderBy(s => s.Url, StringComparer.Ordinal).ToList();
        return new MonthSlips(once, [.. usable.Except(once)], [.. keptOut.Where(matters)], [.. keptOut.Where(s => s.Period() is null)]);
    }
}
