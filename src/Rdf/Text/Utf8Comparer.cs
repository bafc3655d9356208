using System.Runtime.InteropServices;

namespace SolidLoonfiches.Rdf;

/// <summary>Byte strings by content, with a keyed hash; found by span without a copy.</summary>
internal sealed class Utf8Comparer : IEqualityComparer<byte[]>, IAlternateEqualityComparer<ReadOnlySpan<byte>, byte[]>
{
    public static readonly Utf8Comparer Instance = new();

    public bool Equals(byte[]? x, byte[]? y) => x.AsSpan().SequenceEqual(y);

    public int GetHashCode(byte[] obj) => GetHashCode(obj.AsSpan());

    public bool Equals(ReadOnlySpan<byte> alternate, byte[] other) => alternate.SequenceEqual(other);

    public int GetHashCode(ReadOnlySpan<byte> alternate) =>
        HashCode.Combine(string.GetHashCode(MemoryMarshal.Cast<byte, char>(alternate), StringComparison.Ordinal), (alternate.Length & 1) == 0 ? -1 : alternate[^1]);

    public byte[] Create(ReadOnlySpan<byte> alternate) => alternate.ToArray();
}
