using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace SolidLoonfiches.Loonfiches;

/// <summary>The number of an enterprise or authority in the Kruispuntbank van Ondernemingen: ten digits, the last two a check.</summary>
/// <remarks>The check digits are 97 - (first eight digits mod 97). The old form of nine digits gets a leading 0.</remarks>
[JsonConverter(typeof(KboNumberJsonConverter))]
public sealed record KboNumber
{
    private KboNumber(string value) => Value = value;

    /// <summary>The ten digits.</summary>
    public string Value { get; }

    /// <summary>Reads ten (or nine) digits; dots, spaces and a leading BE are passed over.</summary>
    /// <exception cref="FormatException">Not a KBO number.</exception>
    public static KboNumber Parse(string text) => TryParse(text) ?? throw new FormatException("Not a KBO number: ten digits with matching check digits are needed.");

    /// <summary>Null where <paramref name="text"/> is not a KBO number.</summary>
    public static KboNumber? TryParse(string? text)
    {
        if (text is null || text.Length > 32)
        {
            return null;
        }

        var digits = text.Replace(".", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal);
        if (digits.StartsWith("BE", StringComparison.OrdinalIgnoreCase))
        {
            digits = digits[2..];
        }

        digits = digits.Length == 9 ? "0" + digits : digits;
        if (digits.Length != 10 || digits[0] is not ('0' or '1') || !digits.All(char.IsAsciiDigit))
        {
            return null;
        }

        var eight = int.Parse(digits.AsSpan(0, 8), CultureInfo.InvariantCulture);
        var check = int.Parse(digits.AsSpan(8, 2), CultureInfo.InvariantCulture);
        return check == 97 - (eight % 97) ? new KboNumber(digits) : null;
    }

    /// <summary>As it is printed: <c>0123.456.749</c>.</summary>
    public override string ToString() => $"{Value[..4]}.{Value[4..7]}.{Value[7..]}";

    private sealed class KboNumberJsonConverter : JsonConverter<KboNumber>
    {
        public override KboNumber Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            TryParse(reader.GetString()) ?? throw new JsonException("Not a KBO number.");

        public override void Write(Utf8JsonWriter writer, KboNumber value, JsonSerializerOptions options) => writer.WriteStringValue(value.Value);
    }
}
