namespace SolidLoonfiches.Sources;

/// <summary>
/// What a look at the bytes of a Turtle document rules out, so that reading a slip need not go through all of its terms.
/// A false alarm (the characters stand in a text) costs time only.
/// </summary>
internal static class TurtleGlance
{
    /// <summary>False where no blank node can be in it: the grammar has them only as <c>_:</c>, <c>[</c> and <c>(</c>.</summary>
    public static bool MayHaveBlankNodes(ReadOnlySpan<byte> turtle) => turtle.IndexOf("_:"u8) >= 0 || turtle.IndexOfAny((byte)'[', (byte)'(') >= 0;

    /// <summary>
    /// False where no IRI of it can begin as <see cref="LoonficheTerms.Canonical"/> changes them. The host of an IRI stands
    /// in one piece in a document, since a prefixed name has a slash only behind a backslash, and resolving against a base
    /// takes a host whole (RFC 3986, section 5.2.2). Where the document's own URL is on such a host, or the document has
    /// an escape, nothing is ruled out.
    /// </summary>
    public static bool MayHaveOtherSpelling(ReadOnlySpan<byte> turtle, string document) =>
        turtle.Contains((byte)'\\')
        || HasInsecure(turtle, "schema.org"u8)
        || HasInsecure(turtle, "data.vlaanderen.be"u8)
        || !string.Equals(LoonficheTerms.Canonical(document), document, StringComparison.Ordinal);

    private static bool HasInsecure(ReadOnlySpan<byte> turtle, ReadOnlySpan<byte> host)
    {
        for (var from = 0; turtle[from..].IndexOf(host) is var found and >= 0; from += found + host.Length)
        {
            if (!turtle[..(from + found)].EndsWith("https://"u8))
            {
                return true;
            }
        }

        return false;
    }
}
