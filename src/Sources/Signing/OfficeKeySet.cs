using System.Security.Cryptography;
using System.Text.Json;

namespace SolidLoonfiches.Sources;

/// <summary>A public key of a payroll office.</summary>
/// <param name="Point">On P-256.</param>
/// <param name="Withdrawn">The office says that it must not be believed any more.</param>
internal sealed record OfficeKey(ECPoint Point, bool Withdrawn)
{
    public bool Verifies(SignatureClaim claim)
    {
        using var key = ECDsa.Create(new ECParameters { Curve = ECCurve.NamedCurves.nistP256, Q = Point });
        return claim.Jws is { } jws && jws.Verifies(claim.Payload, key);
    }
}

/// <summary>The published key set of an office: a JWK Set (RFC 7517, section 5).</summary>
/// <remarks>
/// A key that is no longer used stays in it, or what it signed could not be verified. A key that must not be believed any
/// more gets the member <c>revoked</c> (OpenID Federation 1.0, section 8.7, "Federation Historical Keys"), whatever is in it.
/// </remarks>
internal static class OfficeKeySet
{
    /// <summary>The keys by name; null where it is no key set. Keys of other kinds are passed over.</summary>
    public static IReadOnlyDictionary<string, OfficeKey>? TryParse(ReadOnlyMemory<byte> json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            if (document.RootElement.ValueKind != JsonValueKind.Object || !document.RootElement.TryGetProperty("keys", out var keys) || keys.ValueKind != JsonValueKind.Array)
            {
                return null;
            }

            var read = new Dictionary<string, OfficeKey>(StringComparer.Ordinal);
            foreach (var jwk in keys.EnumerateArray().Where(SigningKey.IsP256))
            {
                if (!jwk.TryGetProperty("kid", out var name) || name.ValueKind != JsonValueKind.String)
                {
                    continue;
                }

                var key = new OfficeKey(PointOf(jwk), jwk.TryGetProperty("revoked", out _));
                // Two keys of one name: the withdrawal of either counts, and no other key slips in behind the first.
                if (!read.TryAdd(name.GetString()!, key) && key.Withdrawn)
                {
                    read[name.GetString()!] = read[name.GetString()!] with { Withdrawn = true };
                }
            }

            return read;
        }
        catch (Exception error) when (error is JsonException or FormatException or CryptographicException or InvalidOperationException or KeyNotFoundException)
        {
            return null;
        }
    }

    /// <exception cref="CryptographicException">Not a point on the curve.</exception>
    private static ECPoint PointOf(JsonElement jwk)
    {
        var point = new ECPoint { X = SigningKey.Part(jwk, "x"), Y = SigningKey.Part(jwk, "y") };
        using var checkedNow = ECDsa.Create(new ECParameters { Curve = ECCurve.NamedCurves.nistP256, Q = point });
        return point;
    }
}
