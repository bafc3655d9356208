namespace SolidLoonfiches.Rdf;

/// <summary>Reads and writes N-Triples (W3C Recommendation, 25 February 2014).</summary>
public static class NTriples
{
    /// <summary>Reads a whole document, strictly: what only Turtle allows is refused. A byte order mark at the start is passed over.</summary>
    /// <exception cref="RdfSyntaxException">Not N-Triples, not UTF-8, or beyond a limit.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static RdfGraph Read(ReadOnlySpan<byte> utf8, RdfLimits? limits = null, CancellationToken cancellation = default)
    {
        limits ??= RdfLimits.Default;
        using var scanner = new Scanner(utf8, limits, cancellation);
        using var builder = new RdfGraphBuilder(utf8.Length);
        new NTriplesReader(scanner, builder, limits).Read();
        return builder.Build();
    }

    /// <summary>Takes a document in pieces, as they arrive; the graph or the error is that of <see cref="Read"/> on the whole.</summary>
    /// <param name="limits">As for <see cref="Read"/>; more bytes than the limit are refused with the piece that brings them.</param>
    /// <param name="cancellation">Looked at for each piece too.</param>
    public static RdfInput Open(RdfLimits? limits = null, CancellationToken cancellation = default) =>
        new((utf8, within) => Read(utf8, within, cancellation), limits ?? RdfLimits.Default, cancellation);

    /// <summary>
    /// Canonical N-Triples (section 4): one space between terms, only <c>" \ LF CR</c> escaped, no <c>^^xsd:string</c>;
    /// lines end in LF and stand in the order of their UTF-8 bytes. Blank nodes keep their labels, so that only a graph
    /// without them has one form.
    /// </summary>
    public static string Write(RdfGraph graph)
    {
        ArgumentNullException.ThrowIfNull(graph);
        return NTriplesWriter.Write(graph);
    }
}
