using System.Text;
using System.Text.RegularExpressions;

namespace SolidLoonfiches.Rdf;

/// <summary>
/// Regular expressions of XPath (XPath and XQuery Functions 3.1, section 5.6) as .NET's, without backtracking: time is
/// linear in the text. Where .NET means something else by the same signs (<c>.</c>, <c>$</c>, <c>\s</c>, <c>\w</c>)
/// they are written out; what XPath does not have, and back-references, are refused.
/// </summary>
internal static class XPathPattern
{
    private static readonly TimeSpan _timeout = TimeSpan.FromSeconds(2);

    /// <exception cref="NotSupportedException">A sign that is not XPath's, a back-reference, an unknown flag.</exception>
    /// <exception cref="ArgumentException">No regular expression.</exception>
    public static Regex Compile(string pattern, string flags)
    {
        var options = RegexOptions.CultureInvariant | RegexOptions.NonBacktracking;
        foreach (var flag in flags)
        {
            options |= flag switch
            {
                'i' => RegexOptions.IgnoreCase,
                'm' => RegexOptions.Multiline,
                's' or 'x' or 'q' => RegexOptions.None,
                _ => throw new NotSupportedException($"the flag '{flag}'"),
            };
        }

        var text = flags.Contains('q') ? Regex.Escape(pattern) : Translate(pattern, flags.Contains('s'), flags.Contains('m'), flags.Contains('x'));
        return new Regex(text, options, _timeout);
    }

    private static string Translate(string pattern, bool dotAll, bool lines, bool spaced)
    {
        var text = new StringBuilder();
        var inClass = 0;
        for (var i = 0; i < pattern.Length; i++)
        {
            var c = pattern[i];
            switch (c)
            {
                case '\\':
                    i = Escape(pattern, i, inClass > 0, text);
                    break;
                case '[':
                    inClass++;
                    text.Append(c);
                    break;
                case ']' when inClass > 0:
                    inClass--;
                    text.Append(c);
                    break;
                case '(' when inClass == 0 && i + 1 < pattern.Length && pattern[i + 1] == '?' && (i + 2 == pattern.Length || pattern[i + 2] != ':'):
                    throw new NotSupportedException("a group that starts with '(?'");
                case '.' when inClass == 0:
                    text.Append(dotAll ? "[\\s\\S]" : "[^\\n\\r]");
                    break;
                case '$' when inClass == 0 && !lines:
                    text.Append("\\z");
                    break;
                case ' ' or '\t' or '\n' or '\r' when spaced && inClass == 0:
                    break;
                default:
                    text.Append(c);
                    break;
            }
        }

        return text.ToString();
    }

    // What stands after the backslash at i; gives the place of its last sign.
    private static int Escape(string pattern, int i, bool inClass, StringBuilder text)
    {
        var c = i + 1 < pattern.Length ? pattern[i + 1] : '\0';
        var set = c switch
        {
            's' => " \\t\\n\\r",
            'w' => "\\p{L}\\p{M}\\p{N}\\p{S}",
            'W' => "\\p{P}\\p{Z}\\p{C}",
            'S' when !inClass => "^ \\t\\n\\r",
            _ => null,
        };
        if (set is not null)
        {
            text.Append(inClass ? set : "[" + set + "]");
            return i + 1;
        }

        if (c is 'p' or 'P')
        {
            var end = pattern.IndexOf('}', i);
            if (end < 0 || pattern[i + 2] != '{')
                throw new ArgumentException("A category stands in braces.", nameof(pattern));
            text.Append(pattern, i, end - i + 1);
            return end;
        }

        if (c is not ('n' or 'r' or 't' or 'd' or 'D' or '\\' or '|' or '.' or '?' or '*' or '+' or '(' or ')' or '{' or '}' or '-' or '[' or ']' or '^' or '$'))
            throw new NotSupportedException(c == '\0' ? "a '\\' at the end" : $"the sign '\\{c}'");
        text.Append('\\').Append(c);
        return i + 1;
    }
}
