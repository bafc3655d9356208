using System.Buffers;
using System.Text;

namespace SolidLoonfiches.Rdf;

/// <summary>Character classes of names (Turtle, section 6.5: PN_CHARS_BASE, PN_CHARS_U, PN_CHARS).</summary>
internal static class Names
{
    /// <summary>The ASCII part of PN_CHARS.</summary>
    public static readonly SearchValues<byte> Ascii = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-"u8);

    /// <summary>The ASCII part of PN_CHARS and the dot.</summary>
    public static readonly SearchValues<byte> AsciiAndDot = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-."u8);

    /// <summary>The ASCII part of PN_CHARS, the dot and the colon.</summary>
    public static readonly SearchValues<byte> AsciiDotAndColon = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-.:"u8);

    /// <summary>PN_CHARS_BASE.</summary>
    public static bool IsBase(int c) => c < 0x80
        ? char.IsAsciiLetter((char)c)
        : c is (>= 0xC0 and <= 0xD6) or (>= 0xD8 and <= 0xF6) or (>= 0xF8 and <= 0x2FF) or (>= 0x370 and <= 0x37D) or (>= 0x37F and <= 0x1FFF)
            or (>= 0x200C and <= 0x200D) or (>= 0x2070 and <= 0x218F) or (>= 0x2C00 and <= 0x2FEF) or (>= 0x3001 and <= 0xD7FF)
            or (>= 0xF900 and <= 0xFDCF) or (>= 0xFDF0 and <= 0xFFFD) or (>= 0x10000 and <= 0xEFFFF);

    /// <summary>PN_CHARS_U or a digit: what a blank node's label and a local name start with.</summary>
    public static bool IsStart(int c) => c < 0x80 ? char.IsAsciiLetterOrDigit((char)c) || c == '_' : IsBase(c);

    /// <summary>PN_CHARS.</summary>
    public static bool IsName(int c) => IsStart(c) || c is '-' or 0xB7 or (>= 0x300 and <= 0x36F) or (>= 0x203F and <= 0x2040);

    /// <summary>BLANK_NODE_LABEL without its <c>_:</c>.</summary>
    public static bool IsBlankLabel(string label)
    {
        if (label.Length == 0 || label[^1] == '.')
            return false;
        var first = true;
        foreach (var rune in label.EnumerateRunes())
        {
            if (first ? !IsStart(rune.Value) : !IsName(rune.Value) && rune.Value != '.')
                return false;
            first = false;
        }

        return true;
    }

    /// <summary>PN_PREFIX, or empty.</summary>
    public static bool IsPrefix(string prefix) => prefix.Length == 0 || (prefix[0] != '_' && !char.IsAsciiDigit(prefix[0]) && IsBlankLabel(prefix));

    /// <summary>A PN_LOCAL that needs no escapes, in ASCII: what a writer shortens an IRI to. May be empty.</summary>
    public static bool IsPlainLocal(ReadOnlySpan<char> local)
    {
        for (var i = 0; i < local.Length; i++)
        {
            var inside = i > 0 && (local[i] == '-' || (local[i] == '.' && i < local.Length - 1));
            if (!char.IsAsciiLetterOrDigit(local[i]) && local[i] != '_' && !inside)
                return false;
        }

        return true;
    }

    /// <summary>LANGTAG without its <c>@</c>: <c>[a-zA-Z]+ ('-' [a-zA-Z0-9]+)*</c>.</summary>
    public static bool IsLanguageTag(ReadOnlySpan<char> tag)
    {
        var first = true;
        foreach (var range in tag.Split('-'))
        {
            var part = tag[range];
            if (part.IsEmpty)
                return false;
            foreach (var c in part)
            {
                if (first ? !char.IsAsciiLetter(c) : !char.IsAsciiLetterOrDigit(c))
                    return false;
            }

            first = false;
        }

        return !first;
    }

    /// <summary>The code point that starts at the head of <paramref name="text"/>, which is valid UTF-8 and not empty.</summary>
    public static int CodePoint(ReadOnlySpan<byte> text, out int length)
    {
        if (text[0] < 0x80)
        {
            length = 1;
            return text[0];
        }

        _ = Rune.DecodeFromUtf8(text, out var rune, out length);
        return rune.Value;
    }
}
