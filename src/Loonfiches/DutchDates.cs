namespace SolidLoonfiches.Loonfiches;

/// <summary>Months and days in Dutch words.</summary>
public static class DutchDates
{
    private static readonly string[] Months =
        ["januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november", "december"];

    /// <summary><c>oktober 2026</c>.</summary>
    public static string Words(Maand month) => $"{Months[month.Month - 1]} {month.Year}";

    /// <summary><c>5 november 2026</c>.</summary>
    public static string Words(DateOnly day) => $"{WithoutYear(day)} {day.Year}";

    /// <summary><c>5 november</c>.</summary>
    public static string WithoutYear(DateOnly day) => $"{day.Day} {Months[day.Month - 1]}";

    /// <summary><c>november</c>, for 11.</summary>
    public static string MonthName(int month) => Months[month - 1];
}
