using System.Globalization;

namespace SolidLoonfiches.Rdf;

/// <summary>
/// The value of a literal that can be compared as SPARQL's <c>&lt;</c> does (SPARQL 1.1, section 17.3: numbers,
/// strings, booleans, dateTime), and xsd:date and xsd:time in the same way.
/// </summary>
internal sealed record LiteralValue
{
    private DecimalText? _decimal;
    private double? _double;
    private XsdMoment? _moment;
    private string? _text;
    private string _kind = "";

    /// <summary>Null where the term is no literal, ill-typed, or of a datatype that has no order here.</summary>
    public static LiteralValue? Of(Term term)
    {
        if (term.Datatype is not { } datatype || !datatype.StartsWith(Xsd.Namespace, StringComparison.Ordinal) || XsdDatatypes.CheckOf(datatype) is not { } check || !check(term.Value))
            return null;
        var local = datatype[Xsd.Namespace.Length..];
        if (XsdDatatypes.IsDecimal(local))
            return new() { _kind = "number", _decimal = DecimalText.Parse(term.Value) };
        switch (local)
        {
            case "double":
                return new() { _kind = "number", _double = Parse(term.Value) };
            case "float":
                return new() { _kind = "number", _double = (float)Parse(term.Value) };
            case "string":
                return new() { _kind = "string", _text = term.Value };
            case "boolean":
                return new() { _kind = "boolean", _text = term.Value is "true" or "1" ? "1" : "0" };
            case "date" or "time" or "dateTime" or "dateTimeStamp":
                _ = XsdMoment.TryParse(term.Value, local != "time", local != "date", out var moment);
                return moment is null ? null : new() { _kind = local == "dateTimeStamp" ? "dateTime" : local, _moment = moment };
            default:
                return null;
        }
    }

    /// <summary>Negative, zero or positive; null where the two have no order.</summary>
    public int? OrderTo(LiteralValue other)
    {
        if (!string.Equals(_kind, other._kind, StringComparison.Ordinal))
            return null;
        if (_moment is not null)
            return _moment.OrderTo(other._moment!);
        if (_text is not null)
            return CompareByCodePoint(_text, other._text!);
        if (_decimal is not null && other._decimal is not null)
            return _decimal.OrderTo(other._decimal);
        var (one, two) = (AsDouble(), other.AsDouble());
        return double.IsNaN(one) || double.IsNaN(two) ? null : one.CompareTo(two);
    }

    private static double Parse(string lexical) => lexical switch
    {
        "INF" or "+INF" => double.PositiveInfinity,
        "-INF" => double.NegativeInfinity,
        "NaN" => double.NaN,
        _ => double.Parse(lexical, NumberStyles.Float, CultureInfo.InvariantCulture),
    };

    // XPath compares strings by code points; UTF-16 puts those beyond the basic plane before U+E000.
    private static int CompareByCodePoint(string one, string other)
    {
        var same = one.AsSpan().CommonPrefixLength(other);
        if (same == one.Length || same == other.Length)
            return one.Length.CompareTo(other.Length);
        return Rank(one[same]).CompareTo(Rank(other[same]));

        static int Rank(char c) => char.IsSurrogate(c) ? c + 0x10000 : c;
    }

    // A decimal meets a double as a double (XPath 2.0, section B.1).
    private double AsDouble() => _double ?? double.Parse((_decimal!.IsNegative ? "-" : "") + "0" + _decimal.Whole + "." + _decimal.Fraction + "0", CultureInfo.InvariantCulture);
}
