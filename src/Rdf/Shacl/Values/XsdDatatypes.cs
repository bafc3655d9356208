using System.Buffers;
using System.Buffers.Text;

namespace SolidLoonfiches.Rdf;

/// <summary>Whether a lexical form has a value in a datatype.</summary>
internal delegate bool LexicalCheck(ReadOnlySpan<char> lexical);

/// <summary>
/// The XML Schema datatypes that RDF knows (RDF 1.1 Concepts, section 5.1): lexical and value space by XSD 1.1 part 2.
/// White space around a value is not part of these (it is XML that takes it off), so it is refused.
/// </summary>
internal static class XsdDatatypes
{
    private static readonly SearchValues<char> _digitsAndDot = SearchValues.Create("0123456789.");

    private static readonly Dictionary<string, LexicalCheck> _checks = new(StringComparer.Ordinal)
    {
        ["string"] = IsXmlText,
        ["anyURI"] = IsXmlText,
        ["normalizedString"] = text => IsXmlText(text) && !text.ContainsAny('\t', '\n', '\r'),
        ["token"] = IsToken,
        ["language"] = IsLanguage,
        ["Name"] = text => IsXmlName(text, needsStart: true, colon: true),
        ["NCName"] = text => IsXmlName(text, needsStart: true, colon: false),
        ["NMTOKEN"] = text => IsXmlName(text, needsStart: false, colon: true),
        ["boolean"] = text => text is "true" or "false" or "1" or "0",
        ["decimal"] = DecimalText.IsLexical,
        ["integer"] = DecimalText.IsInteger,
        ["double"] = IsDouble,
        ["float"] = IsDouble,
        ["byte"] = Integer("-128", "127"),
        ["short"] = Integer("-32768", "32767"),
        ["int"] = Integer("-2147483648", "2147483647"),
        ["long"] = Integer("-9223372036854775808", "9223372036854775807"),
        ["unsignedByte"] = Integer("0", "255"),
        ["unsignedShort"] = Integer("0", "65535"),
        ["unsignedInt"] = Integer("0", "4294967295"),
        ["unsignedLong"] = Integer("0", "18446744073709551615"),
        ["nonNegativeInteger"] = Integer("0", null),
        ["positiveInteger"] = Integer("1", null),
        ["nonPositiveInteger"] = Integer(null, "0"),
        ["negativeInteger"] = Integer(null, "-1"),
        ["date"] = text => XsdMoment.TryParse(text, date: true, time: false, out _),
        ["time"] = text => XsdMoment.TryParse(text, date: false, time: true, out _),
        ["dateTime"] = text => XsdMoment.TryParse(text, date: true, time: true, out _),
        ["dateTimeStamp"] = text => XsdMoment.TryParse(text, date: true, time: true, out _) && (text[^1] == 'Z' || (text[^3] == ':' && text[^6] is '+' or '-')),
        ["gYear"] = text => XsdMoment.IsPartial(text, year: true, month: false, day: false),
        ["gYearMonth"] = text => XsdMoment.IsPartial(text, year: true, month: true, day: false),
        ["gMonth"] = text => XsdMoment.IsPartial(text, year: false, month: true, day: false),
        ["gMonthDay"] = text => XsdMoment.IsPartial(text, year: false, month: true, day: true),
        ["gDay"] = text => XsdMoment.IsPartial(text, year: false, month: false, day: true),
        ["duration"] = text => IsDuration(text, "YMD", "HMS"),
        ["yearMonthDuration"] = text => IsDuration(text, "YM", ""),
        ["dayTimeDuration"] = text => IsDuration(text, "D", "HMS"),
        ["hexBinary"] = text => text.Length % 2 == 0 && IsAll(text, char.IsAsciiHexDigit),
        ["base64Binary"] = text => Base64.IsValid(text) && !text.ContainsAny('\t', '\n', '\r'),
    };

    /// <summary>The check of a datatype, or null where it is none of these: then only its IRI is compared.</summary>
    public static LexicalCheck? CheckOf(string datatype) =>
        datatype.StartsWith(Xsd.Namespace, StringComparison.Ordinal) ? _checks.GetValueOrDefault(datatype[Xsd.Namespace.Length..]) : null;

    /// <summary>Whether a datatype is xsd:decimal or one derived from it.</summary>
    public static bool IsDecimal(string local) => local is "decimal" or "integer" or "byte" or "short" or "int" or "long" or "unsignedByte" or "unsignedShort"
        or "unsignedInt" or "unsignedLong" or "nonNegativeInteger" or "positiveInteger" or "nonPositiveInteger" or "negativeInteger";

    private static LexicalCheck Integer(string? least, string? most)
    {
        var (low, high) = (least is null ? null : DecimalText.Parse(least), most is null ? null : DecimalText.Parse(most));
        return text => DecimalText.IsInteger(text) && DecimalText.Parse(text) is { } value
            && (low is null || value.OrderTo(low) >= 0) && (high is null || value.OrderTo(high) <= 0);
    }

    private static bool IsDouble(ReadOnlySpan<char> text)
    {
        if (text is "INF" or "+INF" or "-INF" or "NaN")
            return true;
        var exponent = text.IndexOfAny('e', 'E');
        return exponent < 0 ? DecimalText.IsLexical(text) : DecimalText.IsLexical(text[..exponent]) && DecimalText.IsInteger(text[(exponent + 1)..]);
    }

    // The characters that XML 1.0 allows (production [2]).
    private static bool IsXmlText(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if ((c < ' ' && c is not ('\t' or '\n' or '\r')) || c is '\uFFFE' or '\uFFFF')
                return false;
        }

        return true;
    }

    private static bool IsToken(ReadOnlySpan<char> text) =>
        IsXmlText(text) && !text.ContainsAny('\t', '\n', '\r') && !text.Contains("  ", StringComparison.Ordinal) && !text.StartsWith(" ") && !text.EndsWith(" ");

    private static bool IsLanguage(ReadOnlySpan<char> text)
    {
        foreach (var part in text.Split('-'))
        {
            if (text[part].Length is 0 or > 8)
                return false;
        }

        return Names.IsLanguageTag(text);
    }

    private static bool IsXmlName(ReadOnlySpan<char> text, bool needsStart, bool colon)
    {
        var first = needsStart;
        foreach (var rune in text.EnumerateRunes())
        {
            var isStart = Names.IsBase(rune.Value) || rune.Value == '_' || (colon && rune.Value == ':');
            if (!isStart && (first || (!Names.IsName(rune.Value) && rune.Value != '.')))
                return false;
            first = false;
        }

        return !text.IsEmpty;
    }

    private static bool IsDuration(ReadOnlySpan<char> text, string dateUnits, string timeUnits)
    {
        text = text.StartsWith("-") ? text[1..] : text;
        if (!text.StartsWith("P"))
            return false;
        text = text[1..];
        var separator = text.IndexOf('T');
        var date = separator < 0 ? text : text[..separator];
        return (date.IsEmpty ? separator >= 0 : HasUnits(date, dateUnits)) && (separator < 0 || HasUnits(text[(separator + 1)..], timeUnits));
    }

    // Numbers, each with its unit, in the order of the units; only seconds have a fraction.
    private static bool HasUnits(ReadOnlySpan<char> text, string units)
    {
        var next = 0;
        if (text.IsEmpty)
            return false;
        while (!text.IsEmpty)
        {
            var end = text.IndexOfAnyExcept(_digitsAndDot);
            if (end <= 0)
                return false;
            var unit = units.IndexOf(text[end], next);
            if (unit < 0)
                return false;
            var number = text[..end];
            var dot = number.IndexOf('.');
            if (dot >= 0 && (text[end] != 'S' || dot == 0 || dot == number.Length - 1 || !DecimalText.IsLexical(number)))
                return false;
            next = unit + 1;
            text = text[(end + 1)..];
        }

        return true;
    }

    private static bool IsAll(ReadOnlySpan<char> text, Func<char, bool> test)
    {
        foreach (var c in text)
        {
            if (!test(c))
                return false;
        }

        return true;
    }
}
