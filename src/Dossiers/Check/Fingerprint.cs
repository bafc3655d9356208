using System.Security.Cryptography;
using System.Text.Json;

namespace SolidLoonfiches.Dossiers;

/// <summary>What a check rests on, as one SHA-256: where it is the same as that of the check that stands, nothing happens.</summary>
/// <remarks>
/// The check that is replaced is part of it. A vault that goes from A to B and back to A so gives three checks, each naming
/// the one before; and two runs at the same moment come to the same fingerprint, of which the unique index takes one.
/// </remarks>
internal static class Fingerprint
{
    /// <param name="verdict">Its facts, slips and, where nothing was calculated, why.</param>
    /// <param name="lawVersion">Of rules and amounts.</param>
    /// <param name="replaces">The check that this one takes the place of.</param>
    /// <returns>Lower-case hex.</returns>
    public static string Of(MonthVerdict verdict, string lawVersion, Guid? replaces)
    {
        var kind = verdict.Result is null ? $"{verdict.Outcome} {verdict.Reason}" : "Calculated";

        // Used or not is more than the bytes say: the same document may be kept out today and fit under better rules.
        var hashes = verdict.Slips.Select(s => (verdict.Used.Contains(s) ? "used " : "") + (s.Sha256.Length > 0 ? s.Sha256 : s.Url)).Order(StringComparer.Ordinal);
        var facts = verdict.Facts is null ? "" : JsonSerializer.Serialize(verdict.Facts with { Lonen = [] }, StoredJson.Options);
        return Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes<string[]>([kind, .. hashes, .. SignatureFindings.ForFingerprint(verdict.Findings).Order(StringComparer.Ordinal), .. verdict.Corrected.Order(StringComparer.Ordinal), facts, lawVersion, replaces?.ToString("N") ?? ""])));
    }
}
