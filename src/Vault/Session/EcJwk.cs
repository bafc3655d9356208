using System.Security.Cryptography;
using Microsoft.IdentityModel.Tokens;

namespace SolidLoonfiches.Vault;

/// <summary>P-256 keys as JSON Web Keys (RFC 7517, RFC 7518 section 6.2).</summary>
internal static class EcJwk
{
    /// <summary>The public half.</summary>
    public static JsonWebKey Of(ECDsa key)
    {
        var point = key.ExportParameters(includePrivateParameters: false).Q;
        return new JsonWebKey
        {
            Kty = JsonWebAlgorithmsKeyTypes.EllipticCurve,
            Crv = JsonWebKeyECTypes.P256,
            X = Base64UrlEncoder.Encode(point.X),
            Y = Base64UrlEncoder.Encode(point.Y),
        };
    }

    /// <summary>RFC 7638, SHA-256, base64url.</summary>
    public static string ThumbprintOf(JsonWebKey key) => Base64UrlEncoder.Encode(key.ComputeJwkThumbprint());

    public static string ThumbprintOf(ECDsa key) => ThumbprintOf(Of(key));

    /// <exception cref="CryptographicException">Not a private key on P-256.</exception>
    public static ECDsa KeyOf(ReadOnlySpan<byte> pkcs8)
    {
        var key = ECDsa.Create();
        try
        {
            key.ImportPkcs8PrivateKey(pkcs8, out _);
            return key.KeySize == 256 ? key : throw new CryptographicException("The key is not on P-256.");
        }
        catch
        {
            key.Dispose();
            throw;
        }
    }

    /// <summary>
    /// Credentials of which the signature provider is not kept in the library's static cache: that cache would hold
    /// a disposed key, and mixes up keys without an id.
    /// </summary>
    public static SigningCredentials CredentialsOf(ECDsa key, string? kid) =>
        new(new ECDsaSecurityKey(key) { KeyId = kid }, SecurityAlgorithms.EcdsaSha256)
        {
            CryptoProviderFactory = new CryptoProviderFactory { CacheSignatureProviders = false },
        };
}
