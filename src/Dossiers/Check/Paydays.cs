using SolidLoonfiches.Loonfiches;

namespace SolidLoonfiches.Dossiers;

/// <summary>When an employer pays, learnt from the slips that are there.</summary>
/// <remarks>
/// Two paydays in one calendar month made other countries' systems count the wage of two months in one (peers: Johnson v
/// Secretary of State for Work and Pensions, 2020). Here a wage counts by its pay period; the finding has a person look all the same.
/// </remarks>
internal static class Paydays
{
    /// <summary>How many months the habit is learnt from.</summary>
    private const int Learnt = 6;

    /// <summary>Where nothing is known of an employer: a week after the month. Our own choice; a slip that comes earlier is simply there.</summary>
    private const int DaysAfterMonth = 7;

    /// <summary>After the payday the payroll office has this long to put the slip into the vault before it counts as late. Our own choice.</summary>
    public const int DaysToDeliver = 10;

    /// <summary>The day on which the wage of a month is usually paid: the middle one of the last six distances between the month's last day and its payment.</summary>
    public static DateOnly Expected(KboNumber employer, Maand month, SlipNews news)
    {
        var distances = news.Counting.Select(s => s.Loonfiche!)
            .Where(f => f.Employer == employer && f.PeriodTo < month.FirstDay)
            .GroupBy(f => Maand.Of(f.PeriodTo))
            .OrderByDescending(g => g.Key).Take(Learnt)
            .Select(g => g.Min(f => f.PaidOn.DayNumber) - g.Key.LastDay.DayNumber)
            .Order().ToList();
        return month.LastDay.AddDays(distances.Count == 0 ? DaysAfterMonth : Math.Clamp(distances[distances.Count / 2], -31, 62));
    }

    /// <summary>Employers who paid on two or more days of the month, and on more than in the last month before it in which they paid; with a slip of each.</summary>
    public static IEnumerable<(Slip Slip, IReadOnlyList<DateOnly> Days)> Unusual(Maand month, SlipNews news) =>
        from employer in news.Counting.Where(s => s.Loonfiche!.PaidOn <= month.LastDay).GroupBy(s => s.Loonfiche!.Employer)
        let months = employer.GroupBy(s => Maand.Of(s.Loonfiche!.PaidOn)).OrderBy(g => g.Key).ToList()
        let days = months[^1].Select(s => s.Loonfiche!.PaidOn).Distinct().ToList()
        where months[^1].Key == month && days.Count > 1 && (months.Count == 1 || days.Count > months[^2].Select(s => s.Loonfiche!.PaidOn).Distinct().Count())
        select (months[^1].Last(), (IReadOnlyList<DateOnly>)days);
}
