using SolidLoonfiches.Loonfiches;

namespace SolidLoonfiches.Dossiers;

/// <summary>Days and months in the languages of <see cref="ConsentText"/>.</summary>
public static class LanguageDates
{
    private static readonly string[] French = ["janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre"];

    private static readonly string[] English = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

    /// <summary><c>oktober 2026</c>, <c>octobre 2026</c>, <c>October 2026</c>.</summary>
    public static string Words(Maand month, string language) => language switch
    {
        "fr" => $"{French[month.Month - 1]} {month.Year}",
        "en" => $"{English[month.Month - 1]} {month.Year}",
        _ => DutchDates.Words(month),
    };

    /// <summary><c>1 november 2026</c>, <c>1er novembre 2026</c>, <c>1 November 2026</c>.</summary>
    public static string Words(DateOnly day, string language) => language switch
    {
        "fr" => $"{day.Day}{(day.Day == 1 ? "er" : "")} {Words(Maand.Of(day), language)}",
        "en" => $"{day.Day} {Words(Maand.Of(day), language)}",
        _ => DutchDates.Words(day),
    };
}
