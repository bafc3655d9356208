namespace SolidLoonfiches.Rdf;

/// <summary>The text is not what it claims to be, or beyond a limit. The message says what was expected and never quotes the text, which may be about a person.</summary>
/// <param name="line">1 for the first line.</param>
/// <param name="column">1 for the first character of a line, in code points.</param>
/// <param name="message">What was expected, or which limit was passed.</param>
public sealed class RdfSyntaxException(int line, int column, string message) : Exception(message)
{
    /// <summary>1 for the first line.</summary>
    public int Line { get; } = line;

    /// <summary>1 for the first character of a line, in code points.</summary>
    public int Column { get; } = column;

    internal static RdfSyntaxException TooManyBytes() => new(1, 1, "The document is longer than the limit on bytes.");
}
