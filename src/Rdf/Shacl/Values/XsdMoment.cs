namespace SolidLoonfiches.Rdf;

/// <summary>
/// A point on the time line (XSD 1.1 part 2, section E.3.3): seconds of the proleptic calendar, UTC where there is a
/// time zone, with the digits after the decimal point as text.
/// </summary>
internal sealed record XsdMoment(long Seconds, string Fraction, bool HasZone)
{
    private const long ZoneSpan = 14 * 3600;

    /// <summary>Beyond this year a date is well-formed but takes no part in comparisons.</summary>
    private const long MaxYear = 100_000_000;

    /// <summary>xsd:date, xsd:dateTime or xsd:time, by which parts are asked for.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, bool date, bool time, out XsdMoment? moment)
    {
        moment = null;
        long days = 0, seconds = 0;
        var fraction = "";
        var isHuge = false;
        if (date)
        {
            if (!TakeYear(ref text, out var year) || !Take(ref text, '-') || !TakeTwo(ref text, 1, 12, out var month) || !Take(ref text, '-')
                || !TakeTwo(ref text, 1, 31, out var day) || day > DaysIn(year, month))
                return false;
            isHuge = Math.Abs(year) >= MaxYear;
            days = isHuge ? 0 : DaysBefore(year, month) + day - 1;
        }

        if (date && time && !Take(ref text, 'T'))
            return false;
        if (time && !TakeTime(ref text, out seconds, out fraction))
            return false;
        if (!TakeZone(ref text, out var hasZone, out var offset) || !text.IsEmpty)
            return false;
        moment = isHuge ? null : new((days * 86400) + seconds - offset, fraction, hasZone);
        return true;
    }

    /// <summary>xsd:gYear, gYearMonth, gMonth, gMonthDay, gDay (section 3.3.10 and on).</summary>
    public static bool IsPartial(ReadOnlySpan<char> text, bool year, bool month, bool day)
    {
        // A month without a year may be February of a leap year.
        long number = 4;
        var months = 1;
        if (year ? !TakeYear(ref text, out number) : !Take(ref text, '-'))
            return false;
        if (month ? !Take(ref text, '-') || !TakeTwo(ref text, 1, 12, out months) : !year && !Take(ref text, '-'))
            return false;
        if (day && (!Take(ref text, '-') || !TakeTwo(ref text, 1, 31, out var days) || days > DaysIn(number, months)))
            return false;
        return TakeZone(ref text, out _, out _) && text.IsEmpty;
    }

    /// <summary>The order of the time line; null where only one of the two has a zone and they are less than 14 hours apart.</summary>
    public int? OrderTo(XsdMoment other)
    {
        if (HasZone == other.HasZone)
            return Seconds != other.Seconds ? Seconds.CompareTo(other.Seconds) : string.CompareOrdinal(Fraction, other.Fraction);
        var apart = Seconds - other.Seconds;
        return apart > ZoneSpan ? 1 : apart < -ZoneSpan ? -1 : null;
    }

    // '-'? and at least four digits, no needless zero. A year too long for a number keeps its place in the 400 years of the calendar.
    private static bool TakeYear(ref ReadOnlySpan<char> text, out long year)
    {
        year = 0;
        var isNegative = Take(ref text, '-');
        var length = text.IndexOfAnyExceptInRange('0', '9');
        length = length < 0 ? text.Length : length;
        if (length < 4 || (length > 4 && text[0] == '0'))
            return false;
        year = length <= 9 ? Number(text[..length]) : MaxYear + (MaxYear % 400) + (Number(text[(length - 4)..length]) % 400);
        year = isNegative ? -year : year;
        text = text[length..];
        return true;
    }

    private static bool TakeTime(ref ReadOnlySpan<char> text, out long seconds, out string fraction)
    {
        (seconds, fraction) = (0, "");
        if (!TakeTwo(ref text, 0, 24, out var hour) || !Take(ref text, ':') || !TakeTwo(ref text, 0, 59, out var minute) || !Take(ref text, ':')
            || !TakeTwo(ref text, 0, 59, out var second))
            return false;
        if (Take(ref text, '.'))
        {
            var length = text.IndexOfAnyExceptInRange('0', '9');
            length = length < 0 ? text.Length : length;
            if (length == 0)
                return false;
            fraction = text[..length].TrimEnd('0').ToString();
            text = text[length..];
        }

        seconds = (hour * 3600L) + (minute * 60) + second;
        return hour < 24 || (seconds == 86400 && fraction.Length == 0);
    }

    private static bool TakeZone(ref ReadOnlySpan<char> text, out bool hasZone, out long offset)
    {
        (hasZone, offset) = (!text.IsEmpty, 0);
        if (text.IsEmpty || Take(ref text, 'Z'))
            return true;
        var isNegative = text[0] == '-';
        if ((!Take(ref text, '+') && !Take(ref text, '-')) || !TakeTwo(ref text, 0, 14, out var hours) || !Take(ref text, ':') || !TakeTwo(ref text, 0, 59, out var minutes))
            return false;
        offset = (hours * 3600L) + (minutes * 60);
        if (offset > ZoneSpan)
            return false;
        offset = isNegative ? -offset : offset;
        return true;
    }

    private static bool Take(ref ReadOnlySpan<char> text, char expected)
    {
        if (text.IsEmpty || text[0] != expected)
            return false;
        text = text[1..];
        return true;
    }

    private static bool TakeTwo(ref ReadOnlySpan<char> text, int least, int most, out int number)
    {
        number = 0;
        if (text.Length < 2 || !char.IsAsciiDigit(text[0]) || !char.IsAsciiDigit(text[1]))
            return false;
        number = ((text[0] - '0') * 10) + text[1] - '0';
        text = text[2..];
        return number >= least && number <= most;
    }

    private static long Number(ReadOnlySpan<char> digits)
    {
        var number = 0L;
        foreach (var digit in digits)
            number = (number * 10) + digit - '0';
        return number;
    }

    private static bool IsLeap(long year) => year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);

    private static int DaysIn(long year, int month) => month switch { 2 => IsLeap(year) ? 29 : 28, 4 or 6 or 9 or 11 => 30, _ => 31 };

    // Days from 0001-01-01 to the first of a month; year 0 is a year (XSD 1.1).
    private static long DaysBefore(long year, int month)
    {
        var before = year - 1;
        var days = (before * 365) + Floor(before, 4) - Floor(before, 100) + Floor(before, 400);
        for (var each = 1; each < month; each++)
            days += DaysIn(year, each);
        return days;
    }

    private static long Floor(long number, long by) => (number / by) - (number % by < 0 ? 1 : 0);
}
