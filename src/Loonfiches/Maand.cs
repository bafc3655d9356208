using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace SolidLoonfiches.Loonfiches;

/// <summary>A calendar month, such as October 2026. Years run from 1900 to 9998.</summary>
/// <remarks>A month is not a date: it has days, and a day lies in it or does not.</remarks>
[JsonConverter(typeof(MaandJsonConverter))]
public readonly record struct Maand : IComparable<Maand>
{
    private readonly int _index;

    /// <exception cref="ArgumentOutOfRangeException">The month is not 1 to 12, or the year not 1900 to 9998.</exception>
    public Maand(int year, int month)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(year, 1900);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(year, 9998);
        ArgumentOutOfRangeException.ThrowIfLessThan(month, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(month, 12);
        _index = (year * 12) + month - 1;
    }

    public int Year => _index / 12;

    /// <summary>1 to 12.</summary>
    public int Month => (_index % 12) + 1;

    public DateOnly FirstDay => new(Year, Month, 1);

    public DateOnly LastDay => new(Year, Month, Days);

    /// <summary>28 to 31.</summary>
    public int Days => DateTime.DaysInMonth(Year, Month);

    public Maand Next => AddMonths(1);

    public Maand Previous => AddMonths(-1);

    /// <summary>The month in which <paramref name="day"/> lies.</summary>
    public static Maand Of(DateOnly day) => new(day.Year, day.Month);

    public Maand AddMonths(int months) => new((_index + months) / 12, ((_index + months) % 12) + 1);

    public bool Contains(DateOnly day) => day.Year == Year && day.Month == Month;

    /// <summary>True where the period from <paramref name="from"/> to <paramref name="to"/>, ends included, has a day in this month.</summary>
    public bool Touches(DateOnly from, DateOnly to) => from <= LastDay && to >= FirstDay;

    /// <summary>This month, the next one, and so on up to <paramref name="last"/>, included; none where that lies before.</summary>
    public IEnumerable<Maand> Through(Maand last)
    {
        for (var ahead = 0; ahead <= last._index - _index; ahead++)
        {
            yield return AddMonths(ahead);
        }
    }

    /// <summary>Reads <c>2026-10</c>.</summary>
    /// <exception cref="FormatException">Not a month written like that.</exception>
    public static Maand Parse(string text) => TryParse(text, out var month) ? month : throw new FormatException("A month is written like 2026-10.");

    public static bool TryParse(string? text, out Maand month)
    {
        month = default;
        if (text is not { Length: 7 } || !DateOnly.TryParseExact(text + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            || day.Year is < 1900 or > 9998)
        {
            return false;
        }

        month = Of(day);
        return true;
    }

    public static bool operator <(Maand left, Maand right) => left._index < right._index;

    public static bool operator >(Maand left, Maand right) => left._index > right._index;

    public static bool operator <=(Maand left, Maand right) => left._index <= right._index;

    public static bool operator >=(Maand left, Maand right) => left._index >= right._index;

    /// <inheritdoc/>
    public int CompareTo(Maand other) => _index.CompareTo(other._index);

    /// <summary><c>2026-10</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Year:D4}-{Month:D2}");

    private sealed class MaandJsonConverter : JsonConverter<Maand>
    {
        public override Maand Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            TryParse(reader.GetString(), out var month) ? month : throw new JsonException("A month is written like 2026-10.");

        public override void Write(Utf8JsonWriter writer, Maand value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
    }
}
