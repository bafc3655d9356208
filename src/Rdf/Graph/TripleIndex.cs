using System.Buffers;

namespace SolidLoonfiches.Rdf;

/// <summary>Triples of term numbers in the order of three of their columns: the first by offsets, the others side by side.</summary>
internal sealed class TripleIndex
{
    private readonly int[] _offsets;
    private readonly int[] _seconds;
    private readonly int[] _thirds;

    private TripleIndex(int[] offsets, int[] seconds, int[] thirds) => (_offsets, _seconds, _thirds) = (offsets, seconds, thirds);

    public int Count => _seconds.Length;

    public int FirstCount => _offsets.Length - 1;

    public ReadOnlySpan<int> Seconds => _seconds;

    public ReadOnlySpan<int> Thirds => _thirds;

    /// <summary>Puts triples, three numbers each, in order, each once: counted by first; then by second and third within one first, of which there are few.</summary>
    /// <param name="triples">First, second, third, first, and so on.</param>
    /// <param name="terms">More than each number.</param>
    public static TripleIndex Sort(ReadOnlySpan<int> triples, int terms)
    {
        var offsets = new int[terms + 1];
        for (var i = 0; i < triples.Length; i += 3)
            offsets[triples[i]]++;
        Sum(offsets);
        var count = triples.Length / 3;
        var pairs = ArrayPool<ulong>.Shared.Rent(Math.Max(1, count));
        for (var i = triples.Length - 3; i >= 0; i -= 3)
            pairs[--offsets[triples[i]]] = ((ulong)(uint)triples[i + 1] << 32) | (uint)triples[i + 2];
        var kept = SortEach(pairs, offsets);
        var seconds = new int[kept];
        var thirds = new int[kept];
        for (var i = 0; i < kept; i++)
            (seconds[i], thirds[i]) = ((int)(pairs[i] >> 32), (int)pairs[i]);
        ArrayPool<ulong>.Shared.Return(pairs);
        return new(offsets, seconds, thirds);
    }

    /// <summary>The same triples by second, then first, then third.</summary>
    public TripleIndex BySecond(int terms) => Regroup(_seconds, FirstColumn(), _thirds, terms);

    /// <summary>The same triples by third, then first, then second.</summary>
    public TripleIndex ByThird(int terms) => Regroup(_thirds, FirstColumn(), _seconds, terms);

    /// <summary>Where the triples with this first term stand.</summary>
    public Range Of(int first) => first < 0 || first >= FirstCount ? default : _offsets[first].._offsets[first + 1];

    /// <summary>The third terms of the triples with these first and second terms, ascending.</summary>
    public ReadOnlySpan<int> Find(int first, int second)
    {
        if (first < 0 || second < 0 || first >= FirstCount)
            return [];
        var (start, end) = (_offsets[first], _offsets[first + 1]);
        var from = LowerBound(_seconds, start, end, second);
        var to = LowerBound(_seconds, from, end, second + 1);
        return _thirds.AsSpan(from, to - from);
    }

    /// <summary>The second terms of the triples with this first term, ascending, perhaps more than once.</summary>
    public ReadOnlySpan<int> SecondsOf(int first) => _seconds.AsSpan(Of(first));

    /// <summary>The third terms of the triples with this first term, perhaps more than once.</summary>
    public ReadOnlySpan<int> ThirdsOf(int first) => _thirds.AsSpan(Of(first));

    /// <summary>Adds the first terms of the triples with these second and third terms: a walk over all triples, which in a small graph costs less than another index.</summary>
    public void AddFirstsWith(int second, int third, List<int> found)
    {
        var first = 0;
        for (var i = 0; i < _thirds.Length; i++)
        {
            if (_thirds[i] != third || _seconds[i] != second)
                continue;
            while (_offsets[first + 1] <= i)
                first++;
            found.Add(first);
        }
    }

    public bool Contains(int first, int second, int third) => third >= 0 && Find(first, second).BinarySearch(third) >= 0;

    private static int LowerBound(int[] values, int start, int end, int wanted)
    {
        if (end - start <= 16)
        {
            while (start < end && values[start] < wanted)
                start++;
            return start;
        }

        while (start < end)
        {
            var middle = start + ((end - start) / 2);
            if (values[middle] < wanted)
                start = middle + 1;
            else
                end = middle;
        }

        return start;
    }

    // One stable counting pass: within one key the order stays what it was.
    private static TripleIndex Regroup(int[] keys, int[] seconds, int[] thirds, int terms)
    {
        var offsets = new int[terms + 1];
        foreach (var key in keys)
            offsets[key]++;
        Sum(offsets);
        var sortedSeconds = new int[keys.Length];
        var sortedThirds = new int[keys.Length];
        for (var i = keys.Length - 1; i >= 0; i--)
        {
            var at = --offsets[keys[i]];
            (sortedSeconds[at], sortedThirds[at]) = (seconds[i], thirds[i]);
        }

        return new(offsets, sortedSeconds, sortedThirds);
    }

    // From counts to the end of each group; filling from the end then leaves where each starts, and all in the last place.
    private static void Sum(int[] counts)
    {
        var sum = 0;
        for (var i = 0; i < counts.Length; i++)
            counts[i] = sum += counts[i];
    }

    // Sorts each group, takes out what stands twice, and moves the groups together; gives how many are left.
    private static int SortEach(ulong[] pairs, int[] offsets)
    {
        var kept = 0;
        for (var group = 0; group < offsets.Length - 1; group++)
        {
            var (start, end) = (offsets[group], offsets[group + 1]);
            offsets[group] = kept;
            Order(pairs.AsSpan(start, end - start));
            for (var i = start; i < end; i++)
            {
                if (i == start || pairs[i] != pairs[i - 1])
                    pairs[kept++] = pairs[i];
            }
        }

        offsets[^1] = kept;
        return kept;
    }

    // Groups are short and mostly in order already.
    private static void Order(Span<ulong> group)
    {
        if (group.Length > 32)
        {
            group.Sort();
            return;
        }

        for (var i = 1; i < group.Length; i++)
        {
            var pair = group[i];
            var at = i;
            for (; at > 0 && group[at - 1] > pair; at--)
                group[at] = group[at - 1];
            group[at] = pair;
        }
    }

    private int[] FirstColumn()
    {
        var firsts = new int[Count];
        for (var first = 0; first < FirstCount; first++)
            firsts.AsSpan(Of(first)).Fill(first);
        return firsts;
    }
}
