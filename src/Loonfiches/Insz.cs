using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace SolidLoonfiches.Loonfiches;

/// <summary>
/// The identification number of a person in Belgian social security: the number of the national register or a BIS number.
/// Eleven digits, the last two a check on the first nine.
/// </summary>
/// <remarks>
/// The check digits are 97 - (first nine digits mod 97), with a 2 before the nine for people born from 2000 on
/// (KB 8 February 1991; IBZ instruction IT000). No calendar date is demanded: BIS numbers add 20 or 40 to the month and
/// may have unknown dates. It prints masked: use <see cref="Value"/> only where the number itself is needed.
/// </remarks>
[JsonConverter(typeof(InszJsonConverter))]
public sealed record Insz
{
    private Insz(string value) => Value = value;

    /// <summary>The eleven digits.</summary>
    public string Value { get; }

    /// <summary>Reads eleven digits; dots, dashes and spaces between them are passed over.</summary>
    /// <exception cref="FormatException">Not eleven digits, or the check digits are wrong. The message does not repeat the number.</exception>
    public static Insz Parse(string text) => TryParse(text) ?? throw new FormatException("Not an INSZ: eleven digits with matching check digits are needed.");

    /// <summary>Null where <paramref name="text"/> is not an INSZ.</summary>
    public static Insz? TryParse(string? text)
    {
        if (text is null || text.Length > 32)
        {
            return null;
        }

        var digits = text.Replace(".", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal);
        if (digits.Length != 11 || !digits.All(char.IsAsciiDigit))
        {
            return null;
        }

        var nine = long.Parse(digits.AsSpan(0, 9), CultureInfo.InvariantCulture);
        var check = int.Parse(digits.AsSpan(9, 2), CultureInfo.InvariantCulture);
        return check == 97 - (nine % 97) || check == 97 - ((2_000_000_000 + nine) % 97) ? new Insz(digits) : null;
    }

    /// <summary>Masked: <c>85.**.**-***.**</c>.</summary>
    public override string ToString() => $"{Value[..2]}.**.**-***.**";

    private sealed class InszJsonConverter : JsonConverter<Insz>
    {
        public override Insz Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            TryParse(reader.GetString()) ?? throw new JsonException("Not an INSZ.");

        public override void Write(Utf8JsonWriter writer, Insz value, JsonSerializerOptions options) => writer.WriteStringValue(value.Value);
    }
}
