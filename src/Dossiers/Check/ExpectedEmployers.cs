using SolidLoonfiches.Loonfiches;

namespace SolidLoonfiches.Dossiers;

/// <summary>Whose slip must be there before a month can be calculated: a missing payslip is never zero income.</summary>
internal static class ExpectedEmployers
{
    /// <returns>Employer by KBO number, with the name for a sentence: recorded employments of the month, and who paid in the month before unless an employment that ended says otherwise.</returns>
    public static IReadOnlyDictionary<KboNumber, string> Of(Maand month, DossierFacts facts, IReadOnlyCollection<Slip> currentSlips)
    {
        var expected = new Dictionary<KboNumber, string>();
        var employments = MonthFacts.Employments(facts).ToList();
        foreach (var (employment, _) in employments.Where(e => MonthFacts.Cut(e.Period, month) is not null))
        {
            expected.TryAdd(employment.Employer, employment.Name);
        }

        foreach (var slip in MonthSlips.Of(month.Previous, currentSlips).Usable)
        {
            var employer = slip.Loonfiche!.Employer;
            var recorded = employments.Where(e => e.Employment.Employer == employer).ToList();
            if (recorded.Count == 0 || !recorded.All(e => e.Period.Tot < month.FirstDay))
            {
                expected.TryAdd(employer, CheckSentences.Employer(slip));
            }
        }

        return expected;
    }

    /// <summary>True where employments are recorded and every one of them ended before the month.</summary>
    public static bool AllWorkEnded(Maand month, DossierFacts facts)
    {
        var employments = MonthFacts.Employments(facts).ToList();
        return employments.Count > 0 && employments.All(e => e.Period.Tot < month.FirstDay);
    }
}
