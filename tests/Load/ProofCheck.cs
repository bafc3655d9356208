using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace SolidLoonfiches.Load;

/// <summary>What a server does with a proof of possession (RFC 9449, section 4.3), as far as it costs time: signature, method, URL, token.</summary>
internal sealed class ProofCheck
{
    private readonly ConcurrentDictionary<string, ThreadLocal<ECDsa>> _keys = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, string> _hashes = new(StringComparer.Ordinal);

    public bool Accepts(HttpRequest request)
    {
        var proof = request.Headers["DPoP"].ToString();
        var token = request.Headers.Authorization.ToString();
        if (proof.Split('.') is not [var header, var payload, var signature] || !token.StartsWith("DPoP ", StringComparison.Ordinal))
        {
            return false;
        }

        using var head = JsonDocument.Parse(WebEncoders.Base64UrlDecode(header));
        using var claims = JsonDocument.Parse(WebEncoders.Base64UrlDecode(payload));
        var jwk = head.RootElement.GetProperty("jwk");
        var (x, y) = (jwk.GetProperty("x").GetString()!, jwk.GetProperty("y").GetString()!);
        var key = _keys.GetOrAdd(x, _ => new ThreadLocal<ECDsa>(() => ECDsa.Create(new ECParameters
        {
            Curve = ECCurve.NamedCurves.nistP256,
            Q = new ECPoint { X = WebEncoders.Base64UrlDecode(x), Y = WebEncoders.Base64UrlDecode(y) },
        })));
        var hash = _hashes.GetOrAdd(token, text => WebEncoders.Base64UrlEncode(SHA256.HashData(Encoding.ASCII.GetBytes(text["DPoP ".Length..]))));
        return claims.RootElement.GetProperty("htm").GetString() == request.Method
            && claims.RootElement.GetProperty("htu").GetString() == $"{request.Scheme}://{request.Host}{request.Path}"
            // Inrupt's client sends none.
            && (!claims.RootElement.TryGetProperty("ath", out var ath) || ath.GetString() == hash)
            && key.Value!.VerifyData(Encoding.ASCII.GetBytes($"{header}.{payload}"), WebEncoders.Base64UrlDecode(signature), HashAlgorithmName.SHA256);
    }
}
