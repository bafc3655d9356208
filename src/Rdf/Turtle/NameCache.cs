using System.Runtime.InteropServices;

namespace SolidLoonfiches.Rdf;

/// <summary>
/// Names as they stand in the document, <c>loon:brutoloon</c> or <c>&lt;#loon&gt;</c>, and the term that each was before:
/// most names come back, and are then neither written out nor hashed at full length. A name that has lost its place to
/// another is simply worked out again. Each thread keeps one for its next document: what it holds of an earlier document
/// carries another number, and is never looked at.
/// </summary>
internal sealed class NameCache : IDisposable
{
    private const int Size = 512;

    [ThreadStatic]
    private static NameCache? _spare;

    private readonly Entry[] _entries = new Entry[Size];

    /// <summary>Entries of another number are of before the last <see cref="Clear"/>.</summary>
    private int _number = 1;
    private bool _isEmpty = true;

    private NameCache() { }

    /// <summary>An empty one. It is this thread's own until it is disposed, also where a document is read while another is.</summary>
    public static NameCache Take()
    {
        var cache = _spare ?? new();
        _spare = null;
        cache.Clear();
        return cache;
    }

    /// <summary>Forgets everything: the prefixes or the base changed.</summary>
    public void Clear()
    {
        if (_isEmpty)
            return;
        _isEmpty = true;
        if (++_number != int.MaxValue)
            return;
        // Numbers come round: none of before may be taken for one of now.
        _entries.AsSpan().Clear();
        _number = 1;
    }

    /// <summary>The term of a name and the bytes that writing it out takes; -1 where it must be worked out, and kept at <paramref name="place"/>.</summary>
    public int Find(in Scanner input, ReadOnlySpan<byte> name, out int cost, out int place)
    {
        place = KeyedHash.Of(name, 0) & (Size - 1);
        ref readonly var entry = ref _entries[place];
        cost = entry.Cost;
        return entry.Number == _number && input.Slice(entry.Start, entry.Start + entry.Length).SequenceEqual(name) ? entry.Term : -1;
    }

    /// <param name="place">As <see cref="Find"/> gave it.</param>
    /// <param name="start">Where the name stands in the document.</param>
    /// <param name="length">Its length there.</param>
    /// <param name="term">What it stands for.</param>
    /// <param name="cost">The bytes that writing it out took.</param>
    public void Keep(int place, int start, int length, int term, int cost)
    {
        _isEmpty = false;
        _entries[place] = new(_number, start, length, term, cost);
    }

    public void Dispose() => _spare = this;

    [StructLayout(LayoutKind.Auto)]
    internal readonly record struct Entry(int Number, int Start, int Length, int Term, int Cost);
}
