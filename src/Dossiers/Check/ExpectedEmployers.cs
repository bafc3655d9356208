using SolidLoonfiches.Leefloon;
using SolidLoonfiches.Loonfiches;

namespace SolidLoonfiches.Dossiers;

/// <summary>Whose slip must be there before a month can be calculated: a missing payslip is never zero income.</summary>
internal static class ExpectedEmployers
{
    /// <returns>
    /// Employer by KBO number, with the name for a sentence: recorded employments of the month, and who paid in a month since
    /// which the right ran on, unless an employment that ended says otherwise. A silence is not over because it lasts.
    /// </returns>
    public static IReadOnlyDictionary<KboNumber, string> Of(Maand month, DossierFacts facts, SlipNews news)
    {
        var expected = new Dictionary<KboNumber, string>();
        var employments = BegunBy(month, facts);
        foreach (var (employment, _) in employments.Where(e => MonthFacts.Cut(e.Period, month) is not null))
        {
            expected.TryAdd(employment.Employer, employment.Name);
        }

        for (var earlier = month.Previous; news.Current.Any(s => s.Loonfiche?.PeriodFrom <= earlier.LastDay); earlier = earlier.Previous)
        {
            foreach (var slip in MonthSlips.Of(earlier, news).Usable)
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

    /// <summary>True where employments are recorded and every one that began had ended before the month.</summary>
    public static bool AllWorkEnded(Maand month, DossierFacts facts)
    {
        var employments = BegunBy(month, facts);
        return employments.Count > 0 && employments.All(e => e.Period.Tot < month.FirstDay);
    }

    /// <summary>Work that begins later says nothing of this month.</summary>
    private static List<(EmploymentFact Employment, Periode Period)> BegunBy(Maand month, DossierFacts facts) =>
        [.. MonthFacts.Employments(facts).Where(e => e.Period.Van <= month.LastDay)];
}
