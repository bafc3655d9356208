using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SolidLoonfiches.Sources;

/// <summary>A payroll office's own key on P-256, with which it signs slips. Kept as a JSON Web Key (RFC 7517).</summary>
public sealed class SigningKey : IDisposable
{
    private readonly ECDsa _key;

    private SigningKey(ECDsa key)
    {
        _key = key;
        var point = key.ExportParameters(includePrivateParameters: false).Q;
        KeyId = Thumbprint(point);
    }

    /// <summary>The key's name: its thumbprint (RFC 7638).</summary>
    public string KeyId { get; }

    /// <summary>A new one.</summary>
    public static SigningKey Create() => new(ECDsa.Create(ECCurve.NamedCurves.nistP256));

    /// <summary>Reads what <see cref="ToPrivateJwk"/> wrote.</summary>
    /// <exception cref="FormatException">Not a private key on P-256. Never repeats what it read.</exception>
    public static SigningKey Parse(string privateJwk)
    {
        try
        {
            using var jwk = JsonDocument.Parse(privateJwk);
            var key = jwk.RootElement;
            if (!IsP256(key))
            {
                throw new FormatException("Not a private key on P-256.");
            }

            return new SigningKey(ECDsa.Create(new ECParameters { Curve = ECCurve.NamedCurves.nistP256, Q = new ECPoint { X = Part(key, "x"), Y = Part(key, "y") }, D = Part(key, "d") }));
        }
        catch (Exception error) when (error is JsonException or CryptographicException or InvalidOperationException or KeyNotFoundException)
        {
            throw new FormatException("Not a private key on P-256.", error);
        }
    }

    /// <summary>The secret half: for a file that only the office can read.</summary>
    public string ToPrivateJwk()
    {
        var parameters = _key.ExportParameters(includePrivateParameters: true);
        var jwk = Public(parameters.Q);
        jwk["d"] = Base64Url.EncodeToString(parameters.D);
        return jwk.ToJsonString();
    }

    /// <summary>The public half: for the office's published key set.</summary>
    public JsonObject ToPublicJwk() => Public(_key.ExportParameters(includePrivateParameters: false).Q);

    /// <inheritdoc/>
    public void Dispose() => _key.Dispose();

    internal string Sign(ReadOnlySpan<byte> payload) => DetachedJws.Sign(payload, _key, KeyId);

    internal static bool IsP256(JsonElement jwk) =>
        jwk.ValueKind == JsonValueKind.Object
        && jwk.TryGetProperty("kty", out var type) && type.ValueKind == JsonValueKind.String && type.ValueEquals("EC")
        && jwk.TryGetProperty("crv", out var curve) && curve.ValueKind == JsonValueKind.String && curve.ValueEquals("P-256");

    /// <exception cref="FormatException">Not base64url.</exception>
    internal static byte[] Part(JsonElement jwk, string name) => Base64Url.DecodeFromChars(jwk.GetProperty(name).GetString());

    private JsonObject Public(ECPoint point) => new()
    {
        ["kty"] = "EC",
        ["crv"] = "P-256",
        ["x"] = Base64Url.EncodeToString(point.X),
        ["y"] = Base64Url.EncodeToString(point.Y),
        ["use"] = "sig",
        ["alg"] = "ES256",
        ["kid"] = KeyId,
    };

    private static string Thumbprint(ECPoint point) => Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes(
        $$"""{"crv":"P-256","kty":"EC","x":"{{Base64Url.EncodeToString(point.X)}}","y":"{{Base64Url.EncodeToString(point.Y)}}"}""")));
}
