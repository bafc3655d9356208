using System.Buffers;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace SolidLoonfiches.Rdf;

/// <summary>Gathers terms and triples, each once, for one graph.</summary>
internal sealed class RdfGraphBuilder : IDisposable
{
    private static readonly ulong _seed = BitConverter.ToUInt64(RandomNumberGenerator.GetBytes(8)) | 1;

    private readonly Dictionary<string, int> _wellKnown = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _labelled = new(StringComparer.Ordinal);
    private int[] _triples;
    private int[] _buckets;
    private int _bucketCount;
    private int _blanks;
    private bool _built;

    /// <param name="sizeHint">Length in bytes of the text to be read, or another guess.</param>
    public RdfGraphBuilder(int sizeHint)
    {
        var triples = Math.Clamp(sizeHint / 32, 16, 4096);
        Terms = new TermTable(Math.Clamp(sizeHint / 24, 32, 4096));
        _triples = ArrayPool<int>.Shared.Rent(triples * 3);
        _bucketCount = (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)triples * 2);
        _buckets = ArrayPool<int>.Shared.Rent(_bucketCount);
        Array.Clear(_buckets, 0, _bucketCount);
    }

    public TermTable Terms { get; }

    /// <summary>Distinct triples so far.</summary>
    public int Count { get; private set; }

    /// <summary>The number of an IRI that the grammar itself speaks of, such as <c>rdf:first</c>.</summary>
    public int WellKnown(string iri)
    {
        if (!_wellKnown.TryGetValue(iri, out var number))
            _wellKnown[iri] = number = Terms.Intern(new Term(TermKind.Iri, iri, null, null));
        return number;
    }

    public int Iri(ReadOnlySpan<byte> iri) => Terms.Intern(iri, TermTable.IriKind);

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
        while (Terms.Find(label[..(4 + length)], TermTable.BlankKind) >= 0);
        return Terms.Intern(label[..(4 + length)], TermTable.BlankKind);
    }

    public void Add(int subject, int predicate, int @object)
    {
        var mask = _bucketCount - 1;
        var at = Hash(subject, predicate, @object) & mask;
        for (; _buckets[at] != 0; at = (at + 1) & mask)
        {
            var known = _triples.AsSpan((_buckets[at] - 1) * 3, 3);
            if (known[0] == subject && known[1] == predicate && known[2] == @object)
                return;
        }

        if ((Count * 3) + 3 > _triples.Length)
            GrowTriples();
        var triple = _triples.AsSpan(Count * 3, 3);
        (triple[0], triple[1], triple[2]) = (subject, predicate, @object);
        _buckets[at] = ++Count;
        if (Count * 2 > _bucketCount)
            GrowBuckets();
    }

    public RdfGraph Build()
    {
        _built = true;
        Terms.Freeze();
        var columns = ArrayPool<int>.Shared.Rent(Math.Max(1, Count * 3));
        for (var i = 0; i < Count; i++)
        {
            columns[i] = _triples[i * 3];
            columns[Count + i] = _triples[(i * 3) + 1];
            columns[(2 * Count) + i] = _triples[(i * 3) + 2];
        }

        var index = TripleIndex.Sort(columns.AsSpan(0, Count), columns.AsSpan(Count, Count), columns.AsSpan(2 * Count, Count), Terms.Count);
        ArrayPool<int>.Shared.Return(columns);
        return new RdfGraph(Terms, index);
    }

    public void Dispose()
    {
        if (!_built)
            Terms.Release();
        ArrayPool<int>.Shared.Return(_triples);
        ArrayPool<int>.Shared.Return(_buckets);
        (_triples, _buckets) = ([], []);
    }

    private static int Hash(int subject, int predicate, int @object)
    {
        var hash = ((uint)subject * _seed) + (uint)predicate;
        hash = (hash ^ (hash >> 29)) * 0xbf58476d1ce4e5b9UL;
        hash = (hash + (uint)@object) * _seed;
        return (int)(hash >> 33);
    }

    private void GrowTriples()
    {
        var larger = ArrayPool<int>.Shared.Rent(_triples.Length * 2);
        _triples.AsSpan(0, Count * 3).CopyTo(larger);
        ArrayPool<int>.Shared.Return(_triples);
        _triples = larger;
    }

    private void GrowBuckets()
    {
        ArrayPool<int>.Shared.Return(_buckets);
        _bucketCount *= 2;
        _buckets = ArrayPool<int>.Shared.Rent(_bucketCount);
        Array.Clear(_buckets, 0, _bucketCount);
        var mask = _bucketCount - 1;
        for (var i = 0; i < Count; i++)
        {
            var at = Hash(_triples[i * 3], _triples[(i * 3) + 1], _triples[(i * 3) + 2]) & mask;
            while (_buckets[at] != 0)
                at = (at + 1) & mask;
            _buckets[at] = i + 1;
        }
    }
}
