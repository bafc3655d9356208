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

    /// <summary>Sorts by first, then second, then third: three counting passes, linear in triples and terms.</summary>
    public static TripleIndex Sort(ReadOnlySpan<int> firsts, ReadOnlySpan<int> seconds, ReadOnlySpan<int> thirds, int terms)
    {
        var count = firsts.Length;
        var order = new int[count];
        var next = new int[count];
        var offsets = new int[terms + 1];
        for (var i = 0; i < count; i++)
            next[i] = i;
        Pass(thirds, next, order, offsets);
        Pass(seconds, order, next, offsets);
        Pass(firsts, next, order, offsets);
        var sortedSeconds = next;
        var sortedThirds = new int[count];
        for (var i = 0; i < count; i++)
        {
            sortedSeconds[i] = seconds[order[i]];
            sortedThirds[i] = thirds[order[i]];
        }

        return new(offsets, sortedSeconds, sortedThirds);
    }

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

    // Stable counting sort by one column; leaves in offsets where each key starts, and the end in its last place.
    private static void Pass(ReadOnlySpan<int> keys, int[] from, int[] to, int[] offsets)
    {
        Array.Clear(offsets);
        foreach (var key in keys)
            offsets[key]++;
        var sum = 0;
        for (var i = 0; i < offsets.Length; i++)
        {
            sum += offsets[i];
            offsets[i] = sum;
        }

        for (var i = from.Length - 1; i >= 0; i--)
            to[--offsets[keys[from[i]]]] = from[i];
    }
}
