using System.Buffers;
using System.Runtime.InteropServices;

namespace SolidLoonfiches.Rdf;

/// <summary>
/// Names as they stand in the document, <c>loon:brutoloon</c> or <c>&lt;#loon&gt;</c>, and the term that each was before:
/// most names come back, and are then neither written out nor hashed at full length. A name that has lost its place to
/// another is simply worked out again.
/// </summary>
internal sealed class NameCache : IDisposable
{
    private const int Size = 512;

    private static long _lastId;

    // Not cleared: what stands in it from another document has another id.
    private readonly Entry[] _entries = ArrayPool<Entry>.Shared.Rent(Size);
    private long _id = Interlocked.Increment(ref _lastId);
    private bool _isEmpty = true;

    /// <summary>Forgets everything: the prefixes or the base changed.</summary>
    public void Clear()
    {
        if (_isEmpty)
            return;
        _id = Interlocked.Increment(ref _lastId);
        _isEmpty = true;
    }

    /// <summary>The term of a name and the bytes that writing it out takes; -1 where it must be worked out, and kept at <paramref name="place"/>.</summary>
    public int Find(in Scanner input, ReadOnlySpan<byte> name, out int cost, out int place)
    {
        place = KeyedHash.Of(name, 0) & (Size - 1);
        ref readonly var entry = ref _entries[place];
        cost = entry.Cost;
        return entry.Id == _id && input.Slice(entry.Start, entry.Start + entry.Length).SequenceEqual(name) ? entry.Term : -1;
    }

    /// <param name="place">As <see cref="Find"/> gave it.</param>
    /// <param name="start">Where the name stands in the document.</param>
    /// <param name="length">Its length there.</param>
    /// <param name="term">What it stands for.</param>
    /// <param name="cost">The bytes that writing it out took.</param>
    public void Keep(int place, int start, int length, int term, int cost)
    {
        _isEmpty = false;
        _entries[place] = new(_id, start, length, term, cost);
    }

    public void Dispose() => ArrayPool<Entry>.Shared.Return(_entries);

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Entry(long Id, int Start, int Length, int Term, int Cost);
}
