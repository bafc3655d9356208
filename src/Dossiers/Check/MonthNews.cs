using SolidLoonfiches.Leefloon;
using SolidLoonfiches.Loonfiches;

namespace SolidLoonfiches.Dossiers;

/// <summary>Why a month comes out as it does now: what is new in it since the last time that it left no question.</summary>
/// <remarks>
/// It follows from the records and not from what happened during this look. A slip that the check of an earlier month read
/// is so still new when its own month comes due, and the reason of a change stands until somebody answered it, also where
/// the vault was silent in between.
/// </remarks>
internal static class MonthNews
{
    /// <param name="month">The month.</param>
    /// <param name="asked">The month that is due.</param>
    /// <param name="news">What the vault holds.</param>
    /// <param name="checks">As they stand before this month is done.</param>
    /// <param name="facts">Of the dossier.</param>
    public static IReadOnlyList<Finding> Of(Maand month, Maand asked, SlipNews news, Ledger checks, DossierFacts facts)
    {
        var chain = checks.ChainOf(month).ToList();
        var settled = chain.FindIndex(checks.IsSettled);
        var known = settled < 0 ? [] : chain.Skip(settled).SelectMany(c => c.SlipIds).ToHashSet();
        var used = chain.Take(settled < 0 ? chain.Count : settled + 1).SelectMany(c => c.SlipIds).ToHashSet();
        var there = news.Current.ToDictionary(s => s.Url, StringComparer.Ordinal);
        var ended = news.Ended.Where(s => s.EndedAt is not null).ToLookup(s => s.Url, StringComparer.Ordinal);
        var wageMonth = news.Policies.WageMonth(month);

        // Pay that is spread comes back in later months; there it is no news.
        var fresh = news.For(month).Usable.Where(s => !known.Contains(s.Id) && (chain.Count > 0 || s.Touches(wageMonth))).ToList();
        return
        [
            .. fresh.SelectMany(slip => Fresh(slip)),
            .. Since(chain, month, checks, facts),
            .. news.Ended.Where(s => used.Contains(s.Id) && !IsBack(s)).Select(Gone).OfType<Finding>(),
            .. Paydays.Unusual(wageMonth, news).Select(p => CheckSentences.MorePaydays(p.Slip, wageMonth, p.Days)),
        ];

        IEnumerable<Finding> Fresh(Slip slip)
        {
            yield return ended[slip.Url].Any(s => s.EndedAt == slip.ReadAt && s.Sha256 != slip.Sha256) ? CheckSentences.SlipChangedInPlace(slip)
                : slip.Loonfiche!.Corrects is not null ? CheckSentences.CorrectedSlip(slip)
                : month < asked && IsAfterTheCheck(slip) ? CheckSentences.SlipForOldMonth(slip, wasCalculated: chain.Exists(c => c.NewAmount is not null))
                : CheckSentences.NewSlip(slip);
            if (IsOfNewEmployer(slip, month, news, facts))
            {
                yield return CheckSentences.NewEmployer(slip);
            }
        }

        // Under its address may stand what replaced it: a slip, which says so itself, or a document that is no slip any more.
        Finding? Gone(Slip gone) => there.GetValueOrDefault(gone.Url) is not { } now || now.ReadAt != gone.EndedAt ? CheckSentences.SlipRemoved(gone)
            : now.Loonfiche is null ? CheckSentences.SlipChangedInPlace(now)
            : null;

        // Of the month itself, or of a later one where the month was passed over for want of a slip.
        bool IsAfterTheCheck(Slip slip) => chain.Count > 0 ? slip.ReadAt > chain[^1].CheckedAt : checks.Current.Any(c => c.Month > month && c.CheckedAt < slip.ReadAt);

        // Under another address; or the same bytes, which are judged otherwise now.
        bool IsBack(Slip gone) => news.Current.Any(s => s.Url == gone.Url && s.Sha256 == gone.Sha256) || news.For(month).Usable.Any(s => Corrections.Content(s.Loonfiche!) == Corrections.Content(gone.Loonfiche!));
    }

    /// <summary>What was changed by people since the month had an amount.</summary>
    private static IEnumerable<Finding> Since(List<KnownCheck> chain, Maand month, Ledger checks, DossierFacts facts)
    {
        if ((chain.Find(checks.IsSettled) ?? chain.FindLast(c => c.NewAmount is not null)) is not { } last)
        {
            yield break;
        }

        if (facts.AnyRecordedAfter(last.CheckedAt, month))
        {
            yield return CheckSentences.FactChanged;
        }

        if (last.LawVersion != AanvullendLeefloon.Versie)
        {
            yield return CheckSentences.LawChanged;
        }
    }

    /// <summary>Only where others are known: the first slip of a dossier is no surprise.</summary>
    private static bool IsOfNewEmployer(Slip slip, Maand month, SlipNews news, DossierFacts facts)
    {
        var employer = slip.Loonfiche!.Employer;
        var recorded = MonthFacts.Employments(facts).Where(e => e.Period.Van <= month.LastDay).Select(e => e.Employment.Employer);
        var earlier = news.Counting.Where(s => s.Loonfiche!.PeriodFrom < month.FirstDay || s.ReadAt < slip.ReadAt).Select(s => s.Loonfiche!.Employer);
        var others = recorded.Concat(earlier).ToHashSet();
        return others.Count > 0 && !others.Contains(employer);
    }
}
