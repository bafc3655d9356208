namespace SolidLoonfiches.Rdf;

/// <summary>Reads and writes Turtle 1.1 (W3C Recommendation, 25 February 2014).</summary>
public static class Turtle
{
    /// <summary>
    /// Reads a whole document. A byte order mark at the start is passed over. Blank nodes keep the document's labels;
    /// those without one get <c>anon1</c> and so on.
    /// </summary>
    /// <param name="utf8">The document.</param>
    /// <param name="baseIri">Absolute IRI that relative ones are resolved against (section 6.3); empty for none, and then a relative IRI is an error.</param>
    /// <param name="limits">What to accept at most; <see cref="RdfLimits.Default"/> where left out.</param>
    /// <param name="cancellation">Looked at every thousand terms or so.</param>
    /// <exception cref="RdfSyntaxException">Not Turtle, not UTF-8, or beyond a limit.</exception>
    /// <exception cref="ArgumentException">The base is no absolute IRI.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static RdfGraph Read(ReadOnlySpan<byte> utf8, string baseIri, RdfLimits? limits = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(baseIri);
        limits ??= RdfLimits.Default;
        using var scanner = new Scanner(utf8, limits, cancellation);
        using var builder = new RdfGraphBuilder(utf8.Length);
        using var names = new TurtleNames(builder, limits, baseIri, utf8.Length);
        new TurtleReader(scanner, names, builder, limits).Read();
        return builder.Build();
    }

    /// <summary>Takes a document in pieces, as they arrive; the graph or the error is that of <see cref="Read"/> on the whole.</summary>
    /// <param name="baseIri">As for <see cref="Read"/>.</param>
    /// <param name="limits">As for <see cref="Read"/>; more bytes than the limit are refused with the piece that brings them.</param>
    /// <param name="cancellation">Looked at for each piece too.</param>
    /// <exception cref="ArgumentException">The base is no absolute IRI.</exception>
    public static RdfInput Open(string baseIri, RdfLimits? limits = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(baseIri);
        if (baseIri.Length > 0)
            _ = Term.Iri(baseIri);
        return new((utf8, within) => Read(utf8, baseIri, within, cancellation), limits ?? RdfLimits.Default, cancellation);
    }

    /// <summary>
    /// Writes a graph grouped by subject, in a stable order: two writings of one graph are the same bytes. Prefixes that
    /// nothing uses are left out; numbers and booleans stand without quotes where that reads back as the same term.
    /// </summary>
    /// <param name="graph">Blank nodes keep their labels.</param>
    /// <param name="prefixes">Prefix (without its colon) and the IRI that it stands for. Where two fit, the longer IRI is taken.</param>
    /// <exception cref="ArgumentException">A prefix that the grammar does not allow, or twice; an IRI that is none.</exception>
    public static string Write(RdfGraph graph, IEnumerable<KeyValuePair<string, string>> prefixes)
    {
        ArgumentNullException.ThrowIfNull(graph);
        ArgumentNullException.ThrowIfNull(prefixes);
        return new TurtleWriter(graph, prefixes).Write();
    }
}
