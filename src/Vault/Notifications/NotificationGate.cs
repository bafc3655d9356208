using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace SolidLoonfiches.Vault;

/// <summary>What was posted to us.</summary>
public sealed record PostedNotification(string? Authorization, string? Proof, ReadOnlyMemory<byte> Body);

/// <summary>Whether a message was sent by the vault that we subscribed at, to this address, about this container.</summary>
/// <remarks>
/// The token names the sender that the subscription named, is signed by a key of that server, and is bound to the key that
/// proves this very request (RFC 9449): a message that somebody kept, or that another user of the server lets it send, is
/// not taken. Community Solid Server writes its issuer here without the slash that its own discovery document has.
/// </remarks>
public sealed class NotificationGate
{
    private const int MaxIssuers = 1_000;
    private const int MaxProofs = 20_000;
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(3);
    private static readonly TimeSpan KeysHold = TimeSpan.FromMinutes(10);
    private static readonly JsonWebTokenHandler Handler = new() { MapInboundClaims = false };
    private static readonly string[] Places = ["object", "target"];
    private static readonly string[] Es256 = [SecurityAlgorithms.EcdsaSha256];

    private readonly VaultHttp _http;
    private readonly TimeProvider _clock;
    private readonly ConcurrentDictionary<string, (IList<SecurityKey> Keys, DateTimeOffset At)> _keys = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, DateTimeOffset> _proofs = new(StringComparer.Ordinal);

    internal NotificationGate(VaultHttp http, TimeProvider clock) => (_http, _clock) = (http, clock);

    /// <returns>Null where it is genuine; else why not, in English and without personal data.</returns>
    public async Task<string?> RefusalAsync(PostedNotification posted, Uri sender, Uri sentTo, Uri container, CancellationToken cancellation)
    {
        if (posted.Authorization is not { } authorization || !authorization.StartsWith("DPoP ", StringComparison.OrdinalIgnoreCase) || posted.Proof is not { } proof)
        {
            return "no token or no proof";
        }

        if (!IsAbout(posted.Body, container))
        {
            return "about something else";
        }

        try
        {
            var token = new JsonWebToken(authorization[5..].Trim());
            if (!Uri.TryCreate(token.Issuer, UriKind.Absolute, out var issuer) || !Urls.SameOrigin(issuer, sender) || Claim(token, "webid") != sender.AbsoluteUri)
            {
                return "of another sender";
            }

            var keys = await KeysAsync(issuer, cancellation);
            var now = _clock.GetUtcNow();
            var valid = await Handler.ValidateTokenAsync(token.EncodedToken, new TokenValidationParameters
            {
                ValidIssuer = token.Issuer,
                ValidAudience = "solid",
                IssuerSigningKeys = keys,
                ValidAlgorithms = Es256,
                RequireSignedTokens = true,
                LifetimeValidator = (from, until, _, _) => until is { } end && now.UtcDateTime < end + Skew && (from is not { } start || now.UtcDateTime > start - Skew),
            });
            return valid.IsValid ? await ProofRefusalAsync(proof, token, sentTo, now) : "the token is not valid";
        }
        catch (Exception failure) when (failure is ArgumentException or SecurityTokenException or JsonException or VaultSignInException)
        {
            return "token, proof or keys cannot be read";
        }
    }

    /// <summary>The container itself, or a member that came or went.</summary>
    private static bool IsAbout(ReadOnlyMemory<byte> body, Uri container)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            return json.RootElement.ValueKind == JsonValueKind.Object
                && Places.Any(name => OidcJson.Url(json.RootElement, name) is { } about && about.AbsoluteUri == container.AbsoluteUri);
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private async Task<string?> ProofRefusalAsync(string proof, JsonWebToken token, Uri sentTo, DateTimeOffset now)
    {
        var parsed = new JsonWebToken(proof);
        if (!parsed.TryGetHeaderValue<JsonElement>("jwk", out var element) || !token.TryGetPayloadValue<JsonElement>("cnf", out var bound))
        {
            return "the proof has no key, or the token is bound to none";
        }

        var jwk = new JsonWebKey(element.GetRawText());
        if (jwk.HasPrivateKey || EcJwk.ThumbprintOf(jwk) != OidcJson.Text(bound, "jkt"))
        {
            return "the proof is of another key";
        }

        var valid = await Handler.ValidateTokenAsync(proof, new TokenValidationParameters
        {
            ValidateIssuer = false,
            ValidateAudience = false,
            ValidateLifetime = false,
            RequireExpirationTime = false,
            IssuerSigningKey = jwk,
            ValidAlgorithms = Es256,
            ValidTypes = ["dpop+jwt"],
        });
        if (!valid.IsValid || Claim(parsed, "htm") != "POST" || Claim(parsed, "htu") != sentTo.AbsoluteUri)
        {
            return "the proof is of another request";
        }

        if (!parsed.TryGetPayloadValue<long>("iat", out var at) || Math.Abs(now.ToUnixTimeSeconds() - at) > Skew.TotalSeconds)
        {
            return "the proof is of another time";
        }

        return Claim(parsed, "jti") is { Length: > 0 } id && IsNew(id, now) ? null : "the proof came before";
    }

    private bool IsNew(string proof, DateTimeOffset now)
    {
        if (_proofs.Count >= MaxProofs)
        {
            foreach (var (id, at) in _proofs)
            {
                if (now - at > 2 * Skew)
                {
                    _proofs.TryRemove(id, out _);
                }
            }
        }

        // Full of fresh ones: refused rather than forgotten. It is a hint, and the monthly check is the net.
        return _proofs.Count < MaxProofs && _proofs.TryAdd(proof, now);
    }

    private async Task<IList<SecurityKey>> KeysAsync(Uri issuer, CancellationToken cancellation)
    {
        var (name, now) = (issuer.AbsoluteUri, _clock.GetUtcNow());
        if (_keys.TryGetValue(name, out var kept) && now - kept.At < KeysHold)
        {
            return kept.Keys;
        }

        var provider = await OidcDiscovery.LoadAsync(_http, issuer, cancellation);
        using var json = await OidcJson.GetAsync(_http, provider.JwksUri ?? throw new VaultSignInException("the discovery document names no keys"), "key set", cancellation);
        var keys = new JsonWebKeySet(json.RootElement.GetRawText()).GetSigningKeys();
        if (_keys.Count >= MaxIssuers)
        {
            _keys.Clear();
        }

        _keys[name] = (keys, now);
        return keys;
    }

    private static string? Claim(JsonWebToken token, string name) => token.TryGetPayloadValue<string>(name, out var value) ? value : null;
}
