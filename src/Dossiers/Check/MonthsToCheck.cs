using SolidLoonfiches.Leefloon;
using SolidLoonfiches.Loonfiches;

namespace SolidLoonfiches.Dossiers;

/// <summary>Which months a run looks at, besides the one asked.</summary>
/// <remarks>
/// It follows from what stands in the records, not from what happened during the run, so nothing is lost with a process
/// that was killed. None lies after the month asked and the months that have a check: a slip that is early waits
/// until its month is due. Months without any day of right are left alone unless they have a check, or follow one with an
/// amount: they are no business of the OCMW.
/// </remarks>
internal static class MonthsToCheck
{
    /// <summary>
    /// A fact that was being saved while the check looked is older than the check and was not seen by it; another node's clock
    /// may run behind. To look once too often costs nothing: the fingerprint is the same.
    /// </summary>
    internal static readonly TimeSpan Overlap = TimeSpan.FromMinutes(15);

    /// <param name="asked">The month that is due.</param>
    /// <param name="last">The latest month that was ever due: the one asked, or a later one that has a check.</param>
    /// <param name="state">What stands in the records.</param>
    /// <param name="facts">Of the dossier.</param>
    /// <param name="news">What the vault holds, and what is new in it.</param>
    public static IReadOnlyList<Maand> Of(Maand asked, Maand last, DossierState state, DossierFacts facts, SlipNews news)
    {
        var touched = new SortedSet<Maand> { asked };

        // Something changed in the vault.
        touched.UnionWith(news.Months.Where(m => state.Checks.In(m) is not null || MonthFacts.HasRight(facts, m)));

        // A slip that nobody calculated with yet: it came early, or before the facts.
        touched.UnionWith(news.Current.Where(s => s.Loonfiche is not null).SelectMany(s => news.Policies.MonthsOf(s, last)).Distinct()
            .Where(m => state.Checks.In(m) is null && MonthFacts.HasRight(facts, m)));

        // What came to no amount is tried again; what was recorded or accepted since, or an amount that the law published late, may change what did.
        touched.UnionWith(state.Checks.Current
            .Where(c => c.NewAmount is null || c.LawVersion != AanvullendLeefloon.Versie || state.History.Any(f => f.RecordedAt >= c.CheckedAt - Overlap && f.From <= c.Month.LastDay) || state.Policies.ChangedSince(c.CheckedAt - Overlap, c.Month) || state.Disputes.AcceptedSince(c.CheckedAt - Overlap, c.SlipIds))
            .Select(c => c.Month));

        // The ledger of the exemption runs on from the first of them.
        touched.UnionWith(state.Checks.Current.Where(c => c.Month > touched.Min).Select(c => c.Month).ToList());

        // A month that was told only that a consent ended was not due then, and may not be yet.
        touched.RemoveWhere(m => m > last);
        if (state.Checks.In(asked) is null && MonthFacts.IsOutsideEveryRight(facts, asked) && !(state.Checks.AmountUpTo(asked) > Euro.Zero))
        {
            touched.Remove(asked);
        }

        return [.. touched];
    }
}
