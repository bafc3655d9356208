using System.Globalization;
using SolidLoonfiches.Loonfiches;

namespace SolidLoonfiches.Service;

/// <summary>Amounts and other values as people in Flanders write them.</summary>
internal static class Amounts
{
    /// <summary><c>1.234,56 euro</c>.</summary>
    public static string Words(Euro amount) => amount + " euro";

    /// <summary>As the letters write it in this language: <c>1.234,56 euro</c>, <c>1 234,56 euros</c>, <c>€1,234.56</c>.</summary>
    /// <param name="amount">The amount.</param>
    /// <param name="language">One of <see cref="Dossiers.ConsentText.Languages"/>; Dutch for any other.</param>
    public static string Words(Euro amount, string language) => language switch
    {
        "fr" => amount.Amount.ToString("#,##0.00", FrenchNumbers) + (Math.Abs(amount.Amount) < 2 ? " euro" : " euros"),
        "en" => amount.Amount.ToString("€#,##0.00;-€#,##0.00", CultureInfo.InvariantCulture),
        _ => Words(amount),
    };

    /// <summary>With a space between the thousands that does not break.</summary>
    private static readonly NumberFormatInfo FrenchNumbers = NumberFormatInfo.ReadOnly(new NumberFormatInfo { NumberDecimalSeparator = ",", NumberGroupSeparator = "\u00a0", NegativeSign = "-" });

    /// <summary>The value of a step of the calculation, unrounded: two decimals, and up to six where there are more.</summary>
    /// <param name="value">In <paramref name="unit"/>.</param>
    /// <param name="unit">As <c>EUR/maand</c>, <c>dagen</c> or <c>-</c>.</param>
    public static string Words(decimal value, string unit) => unit switch
    {
        "-" or "" => value.ToString("#,##0.######", DutchNumbers.Format),
        _ when unit.StartsWith("EUR", StringComparison.Ordinal) => value.ToString("#,##0.00####", DutchNumbers.Format) + " euro" + (unit.Length > 4 ? " per " + unit[4..] : ""),
        _ => value.ToString("#,##0.######", DutchNumbers.Format) + " " + unit,
    };

    /// <summary>Reads <c>1.234,56</c>, <c>1234,56</c> and <c>1234.56</c>. Null where it is no amount in whole cents.</summary>
    /// <remarks>With one point and no comma, three digits after the point make thousands (<c>1.234</c>), as Flemish people write them.</remarks>
    public static Euro? Read(string text)
    {
        var plain = text.Replace("€", "", StringComparison.Ordinal).Replace("\u00a0", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal);
        if (plain.Length is 0 or > 18 || !plain.All(character => char.IsAsciiDigit(character) || character is ',' or '.' or '-'))
        {
            return null;
        }

        var isFlemish = plain.Contains(',', StringComparison.Ordinal) || (plain.LastIndexOf('.') is >= 0 and var point && plain.Length - point == 4);
        if (isFlemish && !HasWholeGroups(plain))
        {
            return null;
        }

        var invariant = isFlemish ? plain.Replace(".", "", StringComparison.Ordinal).Replace(',', '.') : plain;
        return decimal.TryParse(invariant, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var amount) && Euro.TryOf(amount, out var euro)
            ? euro
            : null;
    }

    // 1.234.567,89 and not 12.34,5: a slip of the finger must not become another amount.
    private static bool HasWholeGroups(string text)
    {
        var groups = text.Split(',')[0].TrimStart('-').Split('.');
        return groups.Length == 1 || (groups[0].Length is 1 or 2 or 3 && groups.Skip(1).All(group => group.Length == 3));
    }
}
