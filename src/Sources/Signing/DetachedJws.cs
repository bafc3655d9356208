using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace SolidLoonfiches.Sources;

/// <summary>A JSON Web Signature without its payload (RFC 7515, appendix F), ES256 (RFC 7518, section 3.4).</summary>
/// <param name="Header">The protected header, base64url.</param>
/// <param name="KeyId">Its <c>kid</c>.</param>
/// <param name="Signature">R and S, 64 bytes.</param>
internal sealed record DetachedJws(string Header, string KeyId, byte[] Signature)
{
    private const int SignatureLength = 64;
    private const int LongestHeader = 1024;

    public static string Sign(ReadOnlySpan<byte> payload, ECDsa key, string keyId)
    {
        // By hand, since the header must be the same bytes everywhere; a thumbprint has no character to escape.
        var header = Base64Url.EncodeToString(Encoding.UTF8.GetBytes($$"""{"alg":"ES256","kid":"{{keyId}}"}"""));
        var signature = key.SignData(Input(header, payload), HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);
        return $"{header}..{Base64Url.EncodeToString(signature)}";
    }

    /// <summary>False where it is none, names another algorithm, or has extensions that must be understood (section 4.1.11).</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out DetachedJws? jws)
    {
        jws = null;
        var parts = text.Split('.');
        if (parts is not [{ Length: > 0 and <= LongestHeader } header, "", { Length: > 0 and <= 128 } signature])
        {
            return false;
        }

        try
        {
            var bytes = Base64Url.DecodeFromChars(signature);
            using var document = JsonDocument.Parse(Base64Url.DecodeFromChars(header));
            if (bytes.Length == SignatureLength
                // One spelling of a signature only: a changed last character must not read as the same bytes.
                && string.Equals(Base64Url.EncodeToString(bytes), signature, StringComparison.Ordinal)
                && document.RootElement.ValueKind == JsonValueKind.Object
                && document.RootElement.TryGetProperty("alg", out var algorithm) && algorithm.ValueKind == JsonValueKind.String && algorithm.ValueEquals("ES256")
                && document.RootElement.TryGetProperty("kid", out var kid) && kid.ValueKind == JsonValueKind.String
                && !document.RootElement.TryGetProperty("crit", out _)
                && !document.RootElement.TryGetProperty("b64", out _))
            {
                jws = new DetachedJws(header, kid.GetString()!, bytes);
            }
        }
        catch (Exception error) when (error is FormatException or JsonException)
        {
            // Not base64url or not JSON: whatever it is, it signs nothing.
            return false;
        }

        return jws is not null;
    }

    public bool Verifies(ReadOnlySpan<byte> payload, ECDsa key) =>
        key.VerifyData(Input(Header, payload), Signature, HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);

    private static byte[] Input(string header, ReadOnlySpan<byte> payload) => Encoding.ASCII.GetBytes($"{header}.{Base64Url.EncodeToString(payload)}");
}
