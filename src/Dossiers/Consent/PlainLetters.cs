using System.Security.Cryptography;

namespace SolidLoonfiches.Dossiers;

/// <summary>Codes that people read out on the telephone and type over from paper: in groups of four, without letters and digits that look alike.</summary>
internal static class PlainLetters
{
    /// <summary>Without 0 and O, 1, I and L, 5 and S, 2 and Z, B and 8, U and V.</summary>
    public const string All = "3467ACDEFGHJKMNPQRTWXY9";

    /// <summary>By chance: <c>ACDE-3467</c>.</summary>
    public static string Random(int groups) => string.Join('-', Enumerable.Range(0, groups).Select(_ => RandomNumberGenerator.GetString(All, 4)));

    /// <summary>From bytes that are as good as chance, always the same.</summary>
    public static string Of(ReadOnlySpan<byte> bytes, int groups)
    {
        var number = new System.Numerics.BigInteger(bytes, isUnsigned: true, isBigEndian: true);
        var letters = new char[groups * 4];
        for (var i = 0; i < letters.Length; i++)
        {
            (number, var rest) = System.Numerics.BigInteger.DivRem(number, All.Length);
            letters[i] = All[(int)rest];
        }

        return string.Join('-', letters.Chunk(4).Select(group => new string(group)));
    }

    /// <summary>What somebody typed, as it was printed: capitals, groups of four; whatever else they put in between is left out. Null where it is not so long.</summary>
    public static string? Read(string? typed, int groups)
    {
        var letters = (typed ?? "").ToUpperInvariant().Where(char.IsAsciiLetterOrDigit).Take((groups * 4) + 1).ToArray();
        return letters.Length == groups * 4 ? string.Join('-', letters.Chunk(4).Select(group => new string(group))) : null;
    }
}
