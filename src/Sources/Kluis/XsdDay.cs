using System.Globalization;
using SolidLoonfiches.Loonfiches;
using SolidLoonfiches.Rdf;

namespace SolidLoonfiches.Sources;

/// <summary>A day as a payslip writes it: <c>xsd:date</c>, or <c>xsd:dateTime</c> as OSLO does.</summary>
/// <param name="Day">The day; for a moment with a time zone, the day that it is then in Belgium.</param>
/// <param name="AtMidnight">Written as a moment, and that moment is 00:00.</param>
internal readonly record struct XsdDay(DateOnly Day, bool AtMidnight)
{
    private const int LengthOfDay = 10;
    private const int LengthToSeconds = 19;

    /// <summary>Null where <paramref name="term"/> is no such literal, or a day that does not exist.</summary>
    public static XsdDay? TryRead(Term term) => term.Datatype switch
    {
        LoonficheTerms.Xsd + "date" => Date(term.Value),
        LoonficheTerms.Xsd + "dateTime" => Moment(term.Value),
        _ => null,
    };

    private static XsdDay? Date(string text) =>
        text.Length >= LengthOfDay && IsZone(text.AsSpan(LengthOfDay))
        && DateOnly.TryParseExact(text.AsSpan(0, LengthOfDay), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? new XsdDay(day, false)
            : null;

    private static XsdDay? Moment(string text)
    {
        if (text.Length < LengthToSeconds
            || !DateTimeOffset.TryParseExact(text, "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment))
        {
            return null;
        }

        var hasZone = text.AsSpan(LengthToSeconds).IndexOfAny("Z+-") >= 0;
        var local = hasZone ? Belgium.At(moment).DateTime : moment.DateTime;
        return new XsdDay(DateOnly.FromDateTime(local), local.TimeOfDay == TimeSpan.Zero);
    }

    /// <summary>Nothing, <c>Z</c>, or an offset: a date keeps its day whatever the zone.</summary>
    private static bool IsZone(ReadOnlySpan<char> rest) =>
        rest.IsEmpty || rest is "Z"
        || (rest.Length == 6 && rest[0] is '+' or '-' && rest[3] == ':' && char.IsAsciiDigit(rest[1]) && char.IsAsciiDigit(rest[2]) && char.IsAsciiDigit(rest[4]) && char.IsAsciiDigit(rest[5]));
}
