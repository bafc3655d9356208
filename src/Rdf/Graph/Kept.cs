using System.Buffers;

namespace SolidLoonfiches.Rdf;

/// <summary>What a graph keeps of a pooled array that it grew.</summary>
internal static class Kept
{
    // Below this a copy costs less than an array that the pool must make anew.
    private const int CopyBelow = 64 * 1024;

    /// <summary>A copy of the part in use, and the array goes back to its pool; or the array itself where it is large and at least three quarters full.</summary>
    public static T[] Of<T>(T[] pooled, int length)
    {
        if (length >= CopyBelow && length >= pooled.Length / 4L * 3)
            return pooled;
        var kept = pooled.AsSpan(0, length).ToArray();
        ArrayPool<T>.Shared.Return(pooled);
        return kept;
    }
}
