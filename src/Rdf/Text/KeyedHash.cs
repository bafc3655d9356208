using System.Buffers.Binary;
using System.Security.Cryptography;

namespace SolidLoonfiches.Rdf;

/// <summary>
/// A hash of bytes: multiply and fold, sixteen bytes at a time, with keys that are drawn when the process starts and
/// never leave it, so that a document cannot be made to collide.
/// </summary>
internal static class KeyedHash
{
    private static readonly ulong _first = Key();
    private static readonly ulong _second = Key();
    private static readonly ulong _third = Key();

    public static int Of(ReadOnlySpan<byte> text, int kind)
    {
        var hash = _first ^ ((ulong)(uint)kind << 32) ^ (uint)text.Length;
        while (text.Length > 16)
        {
            hash = Fold(BinaryPrimitives.ReadUInt64LittleEndian(text) ^ _second, BinaryPrimitives.ReadUInt64LittleEndian(text[8..]) ^ hash);
            text = text[16..];
        }

        var (head, tail) = text.Length switch
        {
            >= 8 => (BinaryPrimitives.ReadUInt64LittleEndian(text), BinaryPrimitives.ReadUInt64LittleEndian(text[^8..])),
            >= 4 => (BinaryPrimitives.ReadUInt32LittleEndian(text), BinaryPrimitives.ReadUInt32LittleEndian(text[^4..])),
            > 0 => ((ulong)text[0] | ((ulong)text[text.Length / 2] << 8), text[^1]),
            _ => (0UL, 0UL),
        };
        hash = Fold(head ^ _second, tail ^ hash);
        return (int)(Fold(hash ^ _third, _second) >> 7);
    }

    private static ulong Fold(ulong one, ulong two)
    {
        var high = Math.BigMul(one, two, out var low);
        return high ^ low;
    }

    private static ulong Key() => BitConverter.ToUInt64(RandomNumberGenerator.GetBytes(8)) | 1;
}
