using System.Globalization;
using SolidLoonfiches.Loonfiches;

namespace SolidLoonfiches.Service;

/// <summary>Days, months and moments in Dutch words, on the clock of Brussels.</summary>
internal static class Dates
{
    public static DateOnly Today(TimeProvider clock) => Belgium.DayOf(clock.GetUtcNow());

    /// <summary><c>oktober 2026</c>.</summary>
    public static string Words(Maand month) => DutchDates.Words(month);

    /// <summary><c>5 november 2026</c>.</summary>
    public static string Words(DateOnly day) => DutchDates.Words(day);

    /// <summary><c>5 november 2026 om 6.05 uur</c>.</summary>
    public static string Words(DateTimeOffset moment)
    {
        var local = Belgium.At(moment);
        return string.Create(CultureInfo.InvariantCulture, $"{Words(DateOnly.FromDateTime(local.DateTime))} om {local.Hour}.{local.Minute:D2} uur");
    }

    /// <summary><c>van 1 oktober 2026 tot en met 31 oktober 2026</c>, or without an end <c>vanaf …</c>.</summary>
    public static string Words(DateOnly from, DateOnly? to) => to is { } end ? $"van {Words(from)} tot en met {Words(end)}" : $"vanaf {Words(from)}";
}
