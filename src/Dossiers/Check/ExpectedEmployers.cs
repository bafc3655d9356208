using SolidLoonfiches.Leefloon;
using SolidLoonfiches.Loonfiches;

namespace SolidLoonfiches.Dossiers;

/// <summary>Whose slip must be there before a month can be calculated: a missing payslip is never zero income.</summary>
internal static class ExpectedEmployers
{
    /// <summary>How things stand with every employer whose slip of the month is not there, in the order of their numbers.</summary>
    /// <param name="month">The month.</param>
    /// <param name="facts">Of the dossier.</param>
    /// <param name="news">What the vault holds, or is known to hold.</param>
    /// <param name="today">In Belgium.</param>
    /// <param name="wasRead">Whether the vault answered.</param>
    public static IReadOnlyList<Expectation> Of(Maand month, DossierFacts facts, SlipNews news, DateOnly today, bool wasRead = true)
    {
        var there = news.In(month).Usable.Select(s => s.Loonfiche!.Employer).ToHashSet();
        var waiting = Known(month, facts, news).Where(e => !there.Contains(e.Key)).Select(e =>
        {
            var payday = Paydays.Expected(e.Key, month, news);
            var state = MonthFacts.NoWageConfirmed(facts, month, e.Key) ? ExpectationState.ConfirmedZero
                : !wasRead ? ExpectationState.SourceBroken
                : today < payday ? ExpectationState.NotYetExpected
                : today <= payday.AddDays(Paydays.DaysToDeliver) ? ExpectationState.Expected
                : ExpectationState.Late;
            return new Expectation(e.Key, e.Value, state, payday);
        });
        var ended = BegunBy(month, facts).GroupBy(e => e.Employment.Employer)
            .Where(work => !there.Contains(work.Key))
            .Select(work => work.MaxBy(e => e.Period.Tot ?? DateOnly.MaxValue))
            .Where(work => work.Period.Tot is { } last && Maand.Of(last).Next == month)
            .Select(work => new Expectation(work.Employment.Employer, work.Employment.Name, ExpectationState.Ended, work.Period.Tot!.Value));
        return [.. waiting.Concat(ended).OrderBy(e => e.Employer.Value, StringComparer.Ordinal)];
    }

    /// <summary>True where employments are recorded and every one that began had ended before the month.</summary>
    public static bool AllWorkEnded(Maand month, DossierFacts facts)
    {
        var employments = BegunBy(month, facts);
        return employments.Count > 0 && employments.All(e => e.Period.Tot < month.FirstDay);
    }

    /// <returns>
    /// Employer by KBO number, with the name for a sentence: recorded employments of the month, and who paid in a month since
    /// which the right ran on, unless an employment that ended says otherwise. A silence is not over because it lasts.
    /// </returns>
    private static Dictionary<KboNumber, string> Known(Maand month, DossierFacts facts, SlipNews news)
    {
        var expected = new Dictionary<KboNumber, string>();
        var employments = BegunBy(month, facts);
        foreach (var (employment, _) in employments.Where(e => MonthFacts.Cut(e.Period, month) is not null))
        {
            expected.TryAdd(employment.Employer, employment.Name);
        }

        var first = news.Counting.Count == 0 ? month.FirstDay : news.Counting.Min(s => s.Loonfiche!.PeriodFrom);
        for (var earlier = month.Previous; first <= earlier.LastDay; earlier = earlier.Previous)
        {
            foreach (var slip in news.In(earlier).Usable)
            {
                var employer = slip.Loonfiche!.Employer;
                var recorded = employments.Where(e => e.Employment.Employer == employer).ToList();
                if (recorded.Count == 0 || !recorded.All(e => e.Period.Tot < month.FirstDay))
                {
                    expected.TryAdd(employer, CheckSentences.Employer(slip));
                }
            }

            if (!MonthFacts.HasRight(facts, earlier))
            {
                break;
            }
        }

        return expected;
    }

    /// <summary>Work that begins later says nothing of this month.</summary>
    private static List<(EmploymentFact Employment, Periode Period)> BegunBy(Maand month, DossierFacts facts) =>
        [.. MonthFacts.Employments(facts).Where(e => e.Period.Van <= month.LastDay)];
}
