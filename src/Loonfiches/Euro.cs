using System.Text.Json.Serialization;

namespace SolidLoonfiches.Loonfiches;

/// <summary>An amount of money in euro, in whole cents; may be negative.</summary>
/// <remarks>
/// An amount with a fraction of a cent cannot be a <see cref="Euro"/>: the law rounds once, at the end, and whoever
/// makes one decides how (<see cref="Round"/>). Calculation in between is done with <see cref="decimal"/>.
/// </remarks>
[JsonConverter(typeof(EuroJsonConverter))]
public readonly record struct Euro : IComparable<Euro>
{
    private Euro(long cents) => Cents = cents;

    /// <summary>The amount in cents.</summary>
    public long Cents { get; }

    /// <summary>The amount in euro, with two decimals.</summary>
    public decimal Amount => Cents / 100m;

    /// <summary>Nothing.</summary>
    public static Euro Zero => default;

    /// <summary>An amount that is known to have at most two decimals.</summary>
    /// <exception cref="ArgumentOutOfRangeException">More than two decimals, or beyond ±10¹⁵ euro.</exception>
    public static Euro Of(decimal amount) => TryOf(amount, out var euro)
        ? euro
        : throw new ArgumentOutOfRangeException(nameof(amount), "An amount in euro has at most two decimals and fewer than sixteen digits before them.");

    /// <summary>False where <paramref name="amount"/> has a fraction of a cent or lies beyond ±10¹⁵ euro.</summary>
    public static bool TryOf(decimal amount, out Euro euro)
    {
        euro = default;
        if (Math.Abs(amount) > 1_000_000_000_000_000m || decimal.Round(amount, 2) != amount)
        {
            return false;
        }

        euro = new Euro((long)(amount * 100m));
        return true;
    }

    /// <summary>Rounded to the cent, half away from zero: "half up", as every published amount reproduces (law.md 2.8).</summary>
    public static Euro Round(decimal amount) => Of(decimal.Round(amount, 2, MidpointRounding.AwayFromZero));

    /// <summary>An amount of whole cents, as it is stored.</summary>
    public static Euro FromCents(long cents) => new(cents);

    public static Euro operator +(Euro left, Euro right) => new(checked(left.Cents + right.Cents));

    public static Euro operator -(Euro left, Euro right) => new(checked(left.Cents - right.Cents));

    public static Euro operator -(Euro value) => new(checked(-value.Cents));

    public static bool operator <(Euro left, Euro right) => left.Cents < right.Cents;

    public static bool operator >(Euro left, Euro right) => left.Cents > right.Cents;

    public static bool operator <=(Euro left, Euro right) => left.Cents <= right.Cents;

    public static bool operator >=(Euro left, Euro right) => left.Cents >= right.Cents;

    public static Euro Add(Euro left, Euro right) => left + right;

    public static Euro Subtract(Euro left, Euro right) => left - right;

    public static Euro Negate(Euro value) => -value;

    /// <inheritdoc/>
    public int CompareTo(Euro other) => Cents.CompareTo(other.Cents);

    /// <summary>As people in Flanders write it: <c>1.234,56</c>, without the sign of the currency.</summary>
    public override string ToString() => Amount.ToString("N2", DutchNumbers.Format);

    private sealed class EuroJsonConverter : JsonConverter<Euro>
    {
        public override Euro Read(ref System.Text.Json.Utf8JsonReader reader, Type typeToConvert, System.Text.Json.JsonSerializerOptions options) =>
            TryOf(reader.GetDecimal(), out var euro) ? euro : throw new System.Text.Json.JsonException("An amount in euro has at most two decimals.");

        public override void Write(System.Text.Json.Utf8JsonWriter writer, Euro value, System.Text.Json.JsonSerializerOptions options) =>
            writer.WriteNumberValue(value.Amount);
    }
}
