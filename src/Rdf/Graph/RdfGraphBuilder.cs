using System.Buffers;
using System.Buffers.Text;
using System.Runtime.CompilerServices;
using System.Text;

namespace SolidLoonfiches.Rdf;

/// <summary>The IRIs that the grammar of Turtle itself speaks of.</summary>
internal enum WellKnown { Type, First, Rest, Nil, Integer, Decimal, Double, Boolean }

/// <summary>Gathers the terms, each once, and the triples for one graph.</summary>
internal sealed class RdfGraphBuilder : IDisposable
{
    private static readonly byte[][] _wellKnownIris =
        [.. new[] { RdfTerms.Type, RdfTerms.First, RdfTerms.Rest, RdfTerms.Nil, Xsd.Integer, Xsd.Decimal, Xsd.Double, Xsd.Boolean }.Select(Encoding.UTF8.GetBytes)];

    private WellKnownNumbers _wellKnown;
    private Dictionary<string, int>? _labelled;
    private int[] _triples;
    private int _blanks;
    private bool _built;

    /// <param name="sizeHint">Length in bytes of the text to be read, or another guess.</param>
    public RdfGraphBuilder(int sizeHint)
    {
        Terms = new TermTable(Math.Clamp(sizeHint / 32, 32, 4096));
        _triples = ArrayPool<int>.Shared.Rent(Math.Clamp(sizeHint / 32, 16, 4096) * 3);
    }

    public TermTable Terms { get; }

    /// <summary>Triples so far, one that was given twice twice.</summary>
    public int Count { get; private set; }

    /// <summary>The number of an IRI that the grammar itself speaks of, such as <c>rdf:first</c>.</summary>
    public int WellKnown(WellKnown which)
    {
        // Kept with one added: zero for one that was not asked for.
        ref var kept = ref _wellKnown[(int)which];
        if (kept == 0)
            kept = Terms.Intern(_wellKnownIris[(int)which], TermTable.IriKind) + 1;
        return kept - 1;
    }

    public int Iri(ReadOnlySpan<byte> iri) => Terms.Intern(iri, TermTable.IriKind);

    /// <summary>An IRI in two parts.</summary>
    public int Iri(ReadOnlySpan<byte> head, ReadOnlySpan<byte> tail) => Terms.InternIri(head, tail);

    public int Literal(ReadOnlySpan<byte> lexical, int datatype) =>
        Terms.Intern(lexical, Terms.Text(datatype).SequenceEqual("http://www.w3.org/2001/XMLSchema#string"u8) ? TermTable.StringKind : TermTable.FirstDatatype + (2 * datatype));

    public int String(ReadOnlySpan<byte> lexical) => Terms.Intern(lexical, TermTable.StringKind);

    public int LanguageString(ReadOnlySpan<byte> lexical, int language) => Terms.Intern(lexical, TermTable.FirstDatatype + (2 * language) + 1);

    /// <param name="tag">In lower case.</param>
    public int Language(ReadOnlySpan<byte> tag) => Terms.Intern(tag, TermTable.LanguageKind);

    /// <summary>
    /// A blank node by the label that the document gives it. Where <see cref="NewBlank"/> has taken that label already,
    /// the document's node gets another.
    /// </summary>
    public int Blank(ReadOnlySpan<byte> label)
    {
        if (!label.StartsWith("anon"u8))
            return Terms.Intern(label, TermTable.BlankKind);
        _labelled ??= new(StringComparer.Ordinal);
        if (_labelled.TryGetValue(Encoding.UTF8.GetString(label), out var number))
            return number;
        number = Terms.Find(label, TermTable.BlankKind) < 0 ? Terms.Intern(label, TermTable.BlankKind) : NewBlank();
        _labelled[Encoding.UTF8.GetString(label)] = number;
        return number;
    }

    /// <summary>A blank node that has no label in the document: the next <c>anon1</c> and so on that is free.</summary>
    public int NewBlank()
    {
        Span<byte> label = stackalloc byte[16];
        "anon"u8.CopyTo(label);
        int length;
        do
        {
            _ = Utf8Formatter.TryFormat(++_blanks, label[4..], out length);
        }
        while (_labelled is not null && Terms.Find(label[..(4 + length)], TermTable.BlankKind) >= 0);
        return Terms.Intern(label[..(4 + length)], TermTable.BlankKind);
    }

    public void Add(int subject, int predicate, int @object)
    {
        var at = Count * 3;
        if (at + 3 > _triples.Length)
            Grow();
        var triple = _triples.AsSpan(at, 3);
        (triple[2], triple[1], triple[0]) = (@object, predicate, subject);
        Count++;
    }

    public RdfGraph Build()
    {
        _built = true;
        Terms.Freeze();
        return new RdfGraph(Terms, TripleIndex.Sort(_triples.AsSpan(0, Count * 3), Terms.Count));
    }

    public void Dispose()
    {
        if (!_built)
            Terms.Release();
        ArrayPool<int>.Shared.Return(_triples);
        _triples = [];
    }

    private void Grow()
    {
        var larger = ArrayPool<int>.Shared.Rent(_triples.Length * 2);
        _triples.AsSpan(0, Count * 3).CopyTo(larger);
        ArrayPool<int>.Shared.Return(_triples);
        _triples = larger;
    }

    [InlineArray(8)]
    private struct WellKnownNumbers
    {
        private int _number;
    }
}
