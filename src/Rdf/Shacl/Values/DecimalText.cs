namespace SolidLoonfiches.Rdf;

/// <summary>An xsd:decimal of any length (XSD 1.1 part 2, section 3.3.3), compared exactly and digit by digit: hostile lengths cost no more than reading them.</summary>
internal sealed record DecimalText(bool IsNegative, string Whole, string Fraction)
{
    /// <summary>Null where the text is no decimal.</summary>
    public static DecimalText? Parse(ReadOnlySpan<char> text)
    {
        if (!IsLexical(text))
            return null;
        var isNegative = text[0] == '-';
        text = text.TrimStart("+-");
        var dot = text.IndexOf('.');
        var whole = (dot < 0 ? text : text[..dot]).TrimStart('0').ToString();
        var fraction = dot < 0 ? "" : text[(dot + 1)..].TrimEnd('0').ToString();
        return new(isNegative && (whole.Length > 0 || fraction.Length > 0), whole, fraction);
    }

    /// <summary><c>(\+|-)?([0-9]+(\.[0-9]*)?|\.[0-9]+)</c></summary>
    public static bool IsLexical(ReadOnlySpan<char> text)
    {
        if (text.StartsWith("+") || text.StartsWith("-"))
            text = text[1..];
        var dot = text.IndexOf('.');
        var whole = dot < 0 ? text : text[..dot];
        var fraction = dot < 0 ? [] : text[(dot + 1)..];
        return whole.Length + fraction.Length > 0 && !whole.ContainsAnyExceptInRange('0', '9') && !fraction.ContainsAnyExceptInRange('0', '9');
    }

    /// <summary><c>[\-+]?[0-9]+</c></summary>
    public static bool IsInteger(ReadOnlySpan<char> text) => !text.Contains('.') && IsLexical(text);

    /// <summary>Negative where this is less than the other.</summary>
    public int OrderTo(DecimalText other)
    {
        if (IsNegative != other.IsNegative)
            return IsNegative ? -1 : 1;
        var order = Whole.Length != other.Whole.Length ? Whole.Length.CompareTo(other.Whole.Length) : string.CompareOrdinal(Whole, other.Whole);
        // Without trailing zeros, the order of fractions is that of their texts.
        order = order != 0 ? order : string.CompareOrdinal(Fraction, other.Fraction);
        return IsNegative ? -order : order;
    }
}
