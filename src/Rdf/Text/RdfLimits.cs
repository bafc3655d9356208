namespace SolidLoonfiches.Rdf;

/// <summary>What a reader accepts at most; beyond it, <see cref="RdfSyntaxException"/>.</summary>
public sealed record RdfLimits
{
    /// <summary>64 MiB, ten million triples, 128 levels.</summary>
    public static RdfLimits Default { get; } = new();

    /// <summary>Length of the document in bytes.</summary>
    public int MaxBytes { get; init; } = 64 * 1024 * 1024;

    /// <summary>Triples, one that is written twice counted twice.</summary>
    public int MaxTriples { get; init; } = 10_000_000;

    /// <summary>Levels of <c>[</c> and <c>(</c> inside each other.</summary>
    public int MaxDepth { get; init; } = 128;

    /// <summary>Length of one IRI (written out) or lexical form, in bytes of UTF-8.</summary>
    public int MaxTermLength { get; init; } = 1024 * 1024;

    /// <summary>Length of all distinct terms together (written out), in bytes of UTF-8: what the graph keeps of text.</summary>
    public int MaxTermBytes { get; init; } = 256 * 1024 * 1024;

    /// <summary>
    /// How many bytes the IRIs of a document may come to when prefixes and bases are written out, per byte of the
    /// document (and 1 MiB besides). It bounds the work that a long prefix, used a million times, would make.
    /// </summary>
    public int MaxExpansion { get; init; } = 64;
}
