using SolidLoonfiches.Loonfiches;

namespace SolidLoonfiches.Dossiers;

/// <summary>Days and months as the OCMW's calendar has them, wherever the machine stands.</summary>
internal static class Belgium
{
    public static TimeZoneInfo Zone { get; } = TimeZoneInfo.FindSystemTimeZoneById("Europe/Brussels");

    public static DateOnly DayOf(DateTimeOffset moment) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(moment, Zone).DateTime);

    /// <summary>The month that is due at this moment: the one before it.</summary>
    public static Maand MonthDue(DateTimeOffset moment) => Maand.Of(DayOf(moment)).Previous;
}
