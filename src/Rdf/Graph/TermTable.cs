using System.Buffers;
using System.Runtime.InteropServices;
using System.Text;

namespace SolidLoonfiches.Rdf;

/// <summary>
/// Terms by number, each once. Texts stand as UTF-8 in one array and become strings when somebody asks for them. The
/// hash is keyed by the process, so that a document cannot be made to collide.
/// </summary>
internal sealed class TermTable
{
    /// <summary>What kind of term an entry is; from <see cref="FirstDatatype"/> on, a literal with a datatype (even) or language (odd) by number.</summary>
    public const int IriKind = 0, BlankKind = 1, StringKind = 2, LanguageKind = 3, FirstDatatype = 4;

    private byte[] _texts;
    private Entry[] _entries;
    private int[] _buckets;
    private string?[]? _values;
    private bool _pooled = true;

    public TermTable(int capacity)
    {
        _texts = ArrayPool<byte>.Shared.Rent(capacity * 64);
        _entries = ArrayPool<Entry>.Shared.Rent(capacity);
        _buckets = RentBuckets(capacity * 2);
    }

    /// <summary>How many terms there are, numbered from 0. Language tags count as terms here.</summary>
    public int Count { get; private set; }

    /// <summary>Bytes of text kept.</summary>
    public int TextLength { get; private set; }

    /// <summary>The number of a term, which is added when it is new.</summary>
    public int Intern(ReadOnlySpan<byte> text, int kind)
    {
        var hash = KeyedHash.Of(text, kind);
        var at = Probe(text, kind, hash);
        if (_buckets[at] != 0)
            return _buckets[at] - 1;
        if (text.Length > _texts.Length - TextLength)
            GrowTexts(text.Length);
        text.CopyTo(_texts.AsSpan(TextLength));
        return Add(text.Length, kind, hash, at);
    }

    /// <summary>The number of an IRI in two parts, which is added when it is new: written where it will stay, because most are new.</summary>
    public int InternIri(ReadOnlySpan<byte> head, ReadOnlySpan<byte> tail)
    {
        var length = head.Length + tail.Length;
        if (length > _texts.Length - TextLength)
            GrowTexts(length);
        var text = _texts.AsSpan(TextLength, length);
        head.CopyTo(text);
        tail.CopyTo(text[head.Length..]);
        var hash = KeyedHash.Of(text, IriKind);
        var at = Probe(text, IriKind, hash);
        return _buckets[at] != 0 ? _buckets[at] - 1 : Add(length, IriKind, hash, at);
    }

    /// <summary>The number of a term, or -1 where the table does not have it.</summary>
    public int Find(ReadOnlySpan<byte> text, int kind) => _buckets[Probe(text, kind, KeyedHash.Of(text, kind))] - 1;

    /// <summary>The number of a term, or -1 where the table does not have it.</summary>
    public int Find(in Term term)
    {
        if (term.Value is null)
            return -1;
        var kind = term.Kind switch
        {
            TermKind.Iri => IriKind,
            TermKind.Blank => BlankKind,
            _ when term.Language is { } language => FindText(language, LanguageKind) is var number and >= 0 ? FirstDatatype + (2 * number) + 1 : -1,
            _ when term.Datatype == Xsd.String => StringKind,
            _ => FindText(term.Datatype!, IriKind) is var number and >= 0 ? FirstDatatype + (2 * number) : -1,
        };
        return kind < 0 ? -1 : FindText(term.Value, kind);
    }

    /// <summary>The number of an IRI, or -1 where the table does not have it.</summary>
    public int FindIri(string iri) => FindText(iri, IriKind);

    /// <summary>The number of a term, which is added when it is new.</summary>
    /// <exception cref="ArgumentException">A term that was never made.</exception>
    public int Intern(in Term term)
    {
        if (term.Value is null)
            throw new ArgumentException("A term that was never made.", nameof(term));
        var kind = term.Kind switch
        {
            TermKind.Iri => IriKind,
            TermKind.Blank => BlankKind,
            _ when term.Language is { } language => FirstDatatype + (2 * InternText(language, LanguageKind)) + 1,
            _ when term.Datatype == Xsd.String => StringKind,
            _ => FirstDatatype + (2 * InternText(term.Datatype!, IriKind)),
        };
        return InternText(term.Value, kind);
    }

    public Term Get(int number)
    {
        var kind = _entries[number].Kind;
        var value = Value(number);
        return kind switch
        {
            IriKind => new(TermKind.Iri, value, null, null),
            BlankKind => new(TermKind.Blank, value, null, null),
            StringKind => new(TermKind.Literal, value, Xsd.String, null),
            _ when (kind & 1) == 0 => new(TermKind.Literal, value, Value((kind - FirstDatatype) / 2), null),
            _ => new(TermKind.Literal, value, RdfTerms.LangString, Value((kind - FirstDatatype) / 2)),
        };
    }

    public int Kind(int number) => _entries[number].Kind;

    /// <summary>The IRI, label or lexical form as UTF-8.</summary>
    public ReadOnlySpan<byte> Text(int number) => _texts.AsSpan(_entries[number].Offset, _entries[number].Length);

    /// <summary>The IRI, label or lexical form. Several threads may make the same string at once; either will do.</summary>
    public string Value(int number)
    {
        var values = _values ??= new string?[Count];
        return values[number] ??= Encoding.UTF8.GetString(Text(number));
    }

    /// <summary>Gives the pooled arrays back and keeps copies of the size needed; large ones that are mostly full are kept instead. Nothing can be added afterwards.</summary>
    public void Freeze()
    {
        _texts = Kept.Of(_texts, TextLength);
        _entries = Kept.Of(_entries, Count);
        _pooled = false;
        _values = null;
        var size = BucketsFor(Count);
        if (_buckets.Length <= size * 2)
        {
            _buckets = Kept.Of(_buckets, _buckets.Length);
            return;
        }

        ReturnBuckets(_buckets);
        _buckets = new int[size];
        Rehash();
    }

    /// <summary>Takes everything out again, where the table was not frozen.</summary>
    public void Clear()
    {
        (Count, TextLength) = (0, 0);
        _buckets.AsSpan().Clear();
    }

    /// <summary>Gives the pooled arrays back, where the table was not frozen.</summary>
    public void Release()
    {
        if (!_pooled)
            return;
        _pooled = false;
        ArrayPool<byte>.Shared.Return(_texts);
        ArrayPool<Entry>.Shared.Return(_entries);
        ReturnBuckets(_buckets);
        (_texts, _entries, _buckets) = ([], [], []);
    }

    // A power of two from 1.5 times the count on, so that probing is short and there is always an empty place.
    private static int BucketsFor(int count) => (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)Math.Max(4, count + (count / 2)));

    // Pooled arrays may be longer than asked for; probing needs exactly a power of two, and the shared pool's sizes are.
    private static int[] RentBuckets(int count)
    {
        var size = (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)count);
        var rented = ArrayPool<int>.Shared.Rent(size);
        if (rented.Length != size)
            rented = new int[size];
        Array.Clear(rented);
        return rented;
    }

    private static void ReturnBuckets(int[] buckets) => ArrayPool<int>.Shared.Return(buckets);

    private int Probe(ReadOnlySpan<byte> text, int kind, int hash)
    {
        var buckets = _buckets;
        var mask = buckets.Length - 1;
        for (var at = hash & mask; ; at = (at + 1) & mask)
        {
            var number = buckets[at] - 1;
            if (number < 0)
                return at;
            ref readonly var entry = ref _entries[number];
            if (entry.Hash == hash && entry.Kind == kind && _texts.AsSpan(entry.Offset, entry.Length).SequenceEqual(text))
                return at;
        }
    }

    // The text stands after the last one already.
    private int Add(int length, int kind, int hash, int at)
    {
        if (Count == _entries.Length)
            GrowEntries();
        _entries[Count] = new(TextLength, length, kind, hash);
        TextLength += length;
        _buckets[at] = ++Count;
        if (Count * 2 > _buckets.Length)
            GrowBuckets();
        return Count - 1;
    }

    private int InternText(string text, int kind)
    {
        var bytes = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(text.Length));
        var number = Intern(bytes.AsSpan(0, Encoding.UTF8.GetBytes(text, bytes)), kind);
        ArrayPool<byte>.Shared.Return(bytes);
        return number;
    }

    private int FindText(string text, int kind)
    {
        Span<byte> bytes = stackalloc byte[256];
        if (Encoding.UTF8.TryGetBytes(text, bytes, out var length))
            return Find(bytes[..length], kind);
        var rented = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(text.Length));
        var number = Find(rented.AsSpan(0, Encoding.UTF8.GetBytes(text, rented)), kind);
        ArrayPool<byte>.Shared.Return(rented);
        return number;
    }

    private void GrowTexts(int more)
    {
        var larger = ArrayPool<byte>.Shared.Rent((int)Math.Min(Array.MaxLength, Math.Max(2L * _texts.Length, (long)TextLength + more)));
        _texts.AsSpan(0, TextLength).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_texts);
        _texts = larger;
    }

    private void GrowEntries()
    {
        var larger = ArrayPool<Entry>.Shared.Rent(_entries.Length * 2);
        _entries.AsSpan(0, Count).CopyTo(larger);
        ArrayPool<Entry>.Shared.Return(_entries);
        _entries = larger;
    }

    private void GrowBuckets()
    {
        var old = _buckets;
        _buckets = RentBuckets(old.Length * 2);
        ReturnBuckets(old);
        Rehash();
    }

    private void Rehash()
    {
        var mask = _buckets.Length - 1;
        for (var number = 0; number < Count; number++)
        {
            var hash = _entries[number].Hash;
            var at = hash & mask;
            while (_buckets[at] != 0)
                at = (at + 1) & mask;
            _buckets[at] = number + 1;
        }
    }

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Entry(int Offset, int Length, int Kind, int Hash);
}
