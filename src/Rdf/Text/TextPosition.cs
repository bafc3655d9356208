using System.Buffers;
using System.Text;

namespace SolidLoonfiches.Rdf;

/// <summary>Lines and columns, counted only when there is an error to place.</summary>
internal static class TextPosition
{
    /// <summary>Line and column of a byte, both from 1, columns in code points. Lines end in LF, CR or both.</summary>
    /// <param name="text">UTF-8.</param>
    /// <param name="start">Where the first line starts: after a byte order mark.</param>
    /// <param name="at">The byte.</param>
    public static (int Line, int Column) Of(ReadOnlySpan<byte> text, int start, int at)
    {
        var line = 1;
        var lineStart = Math.Min(start, at);
        for (var i = lineStart; i < at; i++)
        {
            if (text[i] == '\n' || (text[i] == '\r' && (i + 1 >= text.Length || text[i + 1] != '\n')))
            {
                line++;
                lineStart = i + 1;
            }
        }

        var column = 1;
        foreach (var b in text[lineStart..at])
            column += (b & 0xC0) != 0x80 ? 1 : 0;
        return (line, column);
    }

    /// <summary>The first byte that is not valid UTF-8, where there is one.</summary>
    public static int OfInvalid(ReadOnlySpan<byte> utf8)
    {
        var at = 0;
        while (Rune.DecodeFromUtf8(utf8[at..], out _, out var length) == OperationStatus.Done)
            at += length;
        return at;
    }
}
