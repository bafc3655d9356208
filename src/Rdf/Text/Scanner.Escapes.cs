using System.Text;

namespace SolidLoonfiches.Rdf;

/// <summary>The escapes of strings and IRIs (Turtle, section 6.4).</summary>
internal ref partial struct Scanner
{
    // ECHAR or UCHAR in a string; the next byte is the backslash.
    private void StringEscape()
    {
        var at = Position;
        var plain = at + 1 < _text.Length
            ? (char)_text[at + 1] switch { 't' => '\t', 'b' => '\b', 'n' => '\n', 'r' => '\r', 'f' => '\f', '"' => '"', '\'' => '\'', '\\' => '\\', _ => '\0' }
            : '\0';
        if (plain != '\0')
        {
            Position += 2;
            _string.Append((byte)plain);
        }
        else
        {
            _string.Append(UnicodeEscape() ?? throw Error(at, "Expected one of \\t \\b \\n \\r \\f \\\" \\' \\\\, \\u with 4 or \\U with 8 hexadecimal digits."));
        }
    }

    // UCHAR; the next byte is the backslash. Null where it is no such escape, or none of a character.
    private Rune? UnicodeEscape()
    {
        var digits = Position + 1 < _text.Length ? _text[Position + 1] switch { (byte)'u' => 4, (byte)'U' => 8, _ => 0 } : 0;
        if (digits == 0 || Position + 2 + digits > _text.Length)
            return null;
        var value = 0u;
        foreach (var digit in _text.Slice(Position + 2, digits))
        {
            if (!char.IsAsciiHexDigit((char)digit))
                return null;
            value = (value << 4) | (uint)(char.IsAsciiDigit((char)digit) ? digit - '0' : (digit | 0x20) - 'a' + 10);
        }

        if (!Rune.TryCreate(value, out var rune))
            return null;
        Position += 2 + digits;
        return rune;
    }
}
