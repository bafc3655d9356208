using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace SolidLoonfiches.Vault;

/// <summary>Checks an ID token (OpenID Connect Core 1.0, section 3.1.3.7; Solid-OIDC 0.1, section 7).</summary>
internal static class IdToken
{
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(2);

    // Signatures with a public key only: with HS256 the provider's public key would do as a shared secret.
    private static readonly string[] Algorithms =
    [
        SecurityAlgorithms.EcdsaSha256, SecurityAlgorithms.EcdsaSha384, SecurityAlgorithms.EcdsaSha512,
        SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSha384, SecurityAlgorithms.RsaSha512,
        SecurityAlgorithms.RsaSsaPssSha256, SecurityAlgorithms.RsaSsaPssSha384, SecurityAlgorithms.RsaSsaPssSha512,
    ];

    /// <summary>The WebID that a good token speaks of.</summary>
    /// <exception cref="VaultSignInException">Not a good token, or one without a WebID.</exception>
    public static async Task<string> WebIdOfAsync(
        VaultHttp http, string? idToken, OidcDiscovery provider, string clientId, string nonce, TimeProvider clock, CancellationToken cancellation)
    {
        if (idToken is null)
        {
            throw new VaultSignInException("the identity provider gave no ID token");
        }

        var keys = await KeysAsync(http, provider.JwksUri ?? throw new VaultSignInException("the discovery document names no keys"), cancellation);
        var result = await new JsonWebTokenHandler { MapInboundClaims = false }.ValidateTokenAsync(idToken, new TokenValidationParameters
        {
            ValidIssuer = provider.Issuer,
            ValidAudience = clientId,
            IssuerSigningKeys = keys,
            ValidAlgorithms = Algorithms,
            RequireSignedTokens = true,
            RequireExpirationTime = true,
            ClockSkew = Skew,
            LifetimeValidator = (notBefore, expires, _, _) =>
            {
                var now = clock.GetUtcNow().UtcDateTime;
                return expires is { } until && now < until + Skew && (notBefore is not { } from || now > from - Skew);
            },
        });
        if (!result.IsValid || result.SecurityToken is not JsonWebToken token)
        {
            // The kind of fault only: the library's messages quote issuers and audiences.
            throw new VaultSignInException($"the ID token is not valid ({result.Exception?.GetType().Name ?? "no reason"})");
        }

        if (Claim(token, "nonce") != nonce)
        {
            throw new VaultSignInException("the ID token is not the answer to this sign-in (nonce)");
        }

        if (token.Audiences.Skip(1).Any() && Claim(token, "azp") != clientId)
        {
            throw new VaultSignInException("the ID token was given to another client (azp)");
        }

        return Claim(token, "webid") ?? throw new VaultSignInException("the ID token names no WebID");
    }

    private static string? Claim(JsonWebToken token, string name) => token.TryGetPayloadValue<string>(name, out var value) ? value : null;

    private static async Task<IList<SecurityKey>> KeysAsync(VaultHttp http, Uri url, CancellationToken cancellation)
    {
        using var json = await OidcJson.GetAsync(http, url, "key set", cancellation);
        try
        {
            return new JsonWebKeySet(json.RootElement.GetRawText()).GetSigningKeys();
        }
        catch (ArgumentException e)
        {
            throw new VaultSignInException("the key set cannot be read", e);
        }
    }
}
