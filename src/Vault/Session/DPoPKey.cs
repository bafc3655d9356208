using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace SolidLoonfiches.Vault;

/// <summary>
/// An ES256 key that proves possession (RFC 9449). Safe for use from many threads.
/// It has no key id on purpose: the handler would put a <c>kid</c> beside the <c>jwk</c> in the proof's header.
/// </summary>
public sealed class DPoPKey : IDisposable
{
    private static readonly JsonWebTokenHandler Handler = new() { SetDefaultTimesOnTokenCreation = false };

    private readonly ECDsa _key;
    private readonly TimeProvider _clock;
    private readonly SigningCredentials _credentials;
    private readonly Dictionary<string, object> _header;
    private readonly Lock _signing = new();
    private bool _disposed;

    private DPoPKey(ECDsa key, TimeProvider clock)
    {
        _key = key;
        _clock = clock;
        var jwk = EcJwk.Of(key);
        Thumbprint = EcJwk.ThumbprintOf(jwk);
        _header = new(StringComparer.Ordinal)
        {
            ["jwk"] = new Dictionary<string, object>(StringComparer.Ordinal) { ["kty"] = jwk.Kty, ["crv"] = jwk.Crv, ["x"] = jwk.X, ["y"] = jwk.Y },
        };
        _credentials = EcJwk.CredentialsOf(key, kid: null);
    }

    /// <summary>RFC 7638 thumbprint (SHA-256, base64url), as in <c>cnf.jkt</c> and <c>dpop_jkt</c>.</summary>
    public string Thumbprint { get; }

    /// <summary>A fresh key. The clock gives the time in its proofs.</summary>
    public static DPoPKey Create(TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(clock);
        return new(ECDsa.Create(ECCurve.NamedCurves.nistP256), clock);
    }

    /// <summary>The key that <see cref="ExportPkcs8"/> gave.</summary>
    /// <exception cref="CryptographicException">Not a private key on P-256.</exception>
    internal static DPoPKey FromPkcs8(ReadOnlySpan<byte> pkcs8, TimeProvider clock) => new(EcJwk.KeyOf(pkcs8), clock);

    internal byte[] ExportPkcs8() => _key.ExportPkcs8PrivateKey();

    /// <summary>A proof for one request (RFC 9449, section 4.2), good for that request only.</summary>
    /// <param name="method">The request's method (<c>htm</c>).</param>
    /// <param name="target">The request's URL; query and fragment are left out of <c>htu</c>.</param>
    /// <param name="accessToken">The token that goes along (<c>ath</c>); null at a token endpoint.</param>
    /// <param name="nonce">The server's last nonce, or null.</param>
    public string Proof(HttpMethod method, Uri target, string? accessToken, string? nonce = null)
    {
        ArgumentNullException.ThrowIfNull(method);
        ArgumentNullException.ThrowIfNull(target);
        var claims = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["htm"] = method.Method,
            ["htu"] = OnTheWire(target),
            ["jti"] = Base64UrlEncoder.Encode(RandomNumberGenerator.GetBytes(16)),
            ["iat"] = _clock.GetUtcNow().ToUnixTimeSeconds(),
        };
        if (accessToken is not null)
        {
            claims["ath"] = Base64UrlEncoder.Encode(SHA256.HashData(Encoding.ASCII.GetBytes(accessToken)));
        }

        if (nonce is not null)
        {
            claims["nonce"] = nonce;
        }

        var descriptor = new SecurityTokenDescriptor
        {
            TokenType = "dpop+jwt",
            AdditionalHeaderClaims = _header,
            Claims = claims,
            SigningCredentials = _credentials,
        };
        // .NET does not promise that one ECDsa may sign on several threads at once; a signature takes 18 µs.
        lock (_signing)
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            return Handler.CreateToken(descriptor);
        }
    }

    /// <summary>Without query and fragment, and with the host as it stands in the Host header (IDNA, not Unicode).</summary>
    private static string OnTheWire(Uri target)
    {
        var port = target.IsDefaultPort ? "" : string.Create(CultureInfo.InvariantCulture, $":{target.Port}");
        var host = target.HostNameType == UriHostNameType.IPv6 ? target.Host : target.IdnHost;
        return $"{target.Scheme}://{host}{port}{target.AbsolutePath}";
    }

    /// <summary>Forgets the private key.</summary>
    public void Dispose()
    {
        lock (_signing)
        {
            _disposed = true;
            _key.Dispose();
        }
    }
}
