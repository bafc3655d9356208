using System.Globalization;
using SolidLoonfiches.Loonfiches;

namespace SolidLoonfiches.Stand;

/// <summary>Which slips there are, by month.</summary>
internal static class Payslips
{
    public const int Months = 4;

    /// <summary>The month, of the four, whose slip is corrected: 1 is the second.</summary>
    public const int CorrectedMonth = 1;

    // Forgotten on the first slip of that month, paid on the corrected one.
    private const decimal ForgottenOvertime = 7.5m;

    public static CultureInfo Dutch { get; } = CultureInfo.GetCultureInfo("nl-BE");

    /// <summary>The four months, ending in <paramref name="last"/>.</summary>
    public static IReadOnlyList<Maand> Of(Maand last) => [.. last.AddMonths(1 - Months).Through(last)];

    /// <summary>One slip for each employer.</summary>
    public static IEnumerable<Loonfiche> For(Citizen citizen, Maand month, int number) => citizen.Jobs.Select(job => job.Slip(citizen, month, number));

    /// <summary>What the corrected slip says; the payroll office adds which one it takes the place of.</summary>
    public static Loonfiche Correction(Maand month) => Cast.Corrected.Jobs[0].Slip(Cast.Corrected, month, CorrectedMonth, ForgottenOvertime);

    public static DateOnly LastWorkingDay(Maand month)
    {
        var day = month.LastDay;
        while (day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday)
        {
            day = day.AddDays(-1);
        }

        return day;
    }
}
