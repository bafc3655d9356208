using System.Security.Cryptography;
using System.Text;
using Microsoft.IdentityModel.Tokens;

namespace SolidLoonfiches.Vault;

/// <summary>
/// The citizen signs in at their own vault: authorization code, PKCE S256, DPoP (Solid-OIDC 0.1), as the public client
/// that our Client ID Document describes. The issuer is another for every citizen, so it is checked at each step.
/// </summary>
public sealed class VaultSignIn
{
    /// <summary>No <c>offline_access</c>: we make a grant and leave.</summary>
    internal const string Scope = "openid webid";

    private readonly VaultHttp _http;
    private readonly SolidVault _vault;
    private readonly Uri _clientId;
    private readonly TimeProvider _clock;

    internal VaultSignIn(VaultHttp http, SolidVault vault, Uri clientId, TimeProvider clock) =>
        (_http, _vault, _clientId, _clock) = (http, vault, clientId, clock);

    /// <summary>Where to send the citizen, and what to keep until they come back.</summary>
    /// <param name="profile">Whose vault.</param>
    /// <param name="redirectUri">One that the Client ID Document names (<see cref="ServiceIdentity.SignInRedirect"/>).</param>
    /// <param name="cancellation">Stops the request.</param>
    /// <exception cref="VaultSignInException">None of the issuers can be used.</exception>
    public async Task<(Uri GoTo, PendingSignIn Pending)> StartAsync(WebIdProfile profile, Uri redirectUri, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(profile);
        VaultSignInException? last = null;
        foreach (var issuer in profile.Issuers)
        {
            try
            {
                var provider = await OidcDiscovery.LoadAsync(_http, issuer, cancellation);
                return Start(provider, profile.WebId, redirectUri);
            }
            catch (VaultSignInException e)
            {
                // A person may have several providers, old ones among them: the next one is tried, the last fault told.
                last = e;
            }
        }

        throw last ?? new VaultSignInException("the WebID document names no issuer");
    }

    private (Uri GoTo, PendingSignIn Pending) Start(OidcDiscovery provider, Uri webId, Uri redirectUri)
    {
        if (provider.AuthorizationEndpoint is not { } endpoint || provider.JwksUri is null)
        {
            throw new VaultSignInException("the discovery document names no authorization endpoint or no keys");
        }

        if (endpoint.Scheme != Uri.UriSchemeHttps && !(endpoint.Scheme == Uri.UriSchemeHttp && endpoint.IsLoopback))
        {
            // This URL goes to the citizen's browser, past the guard on our own requests.
            throw new VaultSignInException("the authorization endpoint is not an https URL");
        }

        using var key = DPoPKey.Create(_clock);
        var pending = new PendingSignIn(new Uri(provider.Issuer), webId, Secret(), Secret(), Secret(), key.ExportPkcs8(), redirectUri);
        (string Name, string Value)[] query =
        [
            ("response_type", "code"),
            ("response_mode", "query"),
            ("client_id", _clientId.AbsoluteUri),
            ("redirect_uri", redirectUri.AbsoluteUri),
            ("scope", Scope),
            ("state", pending.State),
            ("nonce", pending.Nonce),
            ("code_challenge", Base64UrlEncoder.Encode(SHA256.HashData(Encoding.ASCII.GetBytes(pending.CodeVerifier)))),
            ("code_challenge_method", "S256"),
            ("dpop_jkt", key.Thumbprint),
            // Shows who is signed in, and to whom they give what: on a shared computer that may be the one before them.
            ("prompt", "consent"),
        ];
        var text = string.Join('&', query.Select(field => field.Name + "=" + Uri.EscapeDataString(field.Value)));
        var goTo = new UriBuilder(endpoint) { Query = endpoint.Query.Length > 1 ? endpoint.Query[1..] + "&" + text : text };
        return (goTo.Uri, pending);
    }

    /// <summary>The citizen came back: exchanges the code and checks who it is.</summary>
    /// <param name="pending">What <see cref="StartAsync"/> gave. Good for one return: the caller forgets it.</param>
    /// <param name="query">The query of the return.</param>
    /// <param name="cancellation">Stops the requests.</param>
    public async Task<VaultSignInAnswer> FinishAsync(PendingSignIn pending, IReadOnlyDictionary<string, string> query, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(pending);
        ArgumentNullException.ThrowIfNull(query);
        if (!SameSecret(query.GetValueOrDefault("state"), pending.State))
        {
            return new VaultSignInAnswer.Failed("the state is not the one that was sent");
        }

        try
        {
            return await FinishCheckedAsync(pending, query, cancellation);
        }
        catch (VaultSignInException e)
        {
            return new VaultSignInAnswer.Failed(e.Message);
        }
    }

    private async Task<VaultSignInAnswer> FinishCheckedAsync(PendingSignIn pending, IReadOnlyDictionary<string, string> query, CancellationToken cancellation)
    {
        // RFC 9207: a provider that says who answers must be the one that was asked, or the code belongs to another (mix-up).
        var from = query.GetValueOrDefault("iss");
        if (from is not null && from != pending.Issuer.OriginalString)
        {
            return new VaultSignInAnswer.Failed("another issuer answered than was asked");
        }

        if (query.TryGetValue("error", out var error))
        {
            return error == "access_denied"
                ? new VaultSignInAnswer.Cancelled()
                : new VaultSignInAnswer.Failed($"the identity provider answered {OAuthErrors.Clean(error) ?? "an error without a name"}");
        }

        if (!query.TryGetValue("code", out var code) || code.Length == 0)
        {
            return new VaultSignInAnswer.Failed("there is no code");
        }

        var provider = await OidcDiscovery.LoadAsync(_http, pending.Issuer, cancellation);
        if (from is null && provider.SendsIssuer)
        {
            return new VaultSignInAnswer.Failed("the issuer promised to name itself and did not");
        }

        var key = KeyOf(pending);
        try
        {
            var answer = await SignInAsync(pending, provider, code, key, cancellation);
            key = answer is VaultSignInAnswer.SignedIn ? null : key;
            return answer;
        }
        finally
        {
            key?.Dispose();
        }
    }

    private async Task<VaultSignInAnswer> SignInAsync(PendingSignIn pending, OidcDiscovery provider, string code, DPoPKey key, CancellationToken cancellation)
    {
        var asked = _clock.GetUtcNow();
        var tokens = await TokenEndpoint.AskAsync(
            _http,
            provider.TokenEndpoint,
            [
                new("grant_type", "authorization_code"),
                new("code", code),
                new("redirect_uri", pending.RedirectUri.AbsoluteUri),
                new("client_id", _clientId.AbsoluteUri),
                new("code_verifier", pending.CodeVerifier),
            ],
            key,
            authorization: null,
            cancellation);
        var webId = await IdToken.WebIdOfAsync(_http, tokens.IdToken, provider, _clientId.AbsoluteUri, pending.Nonce, _clock, cancellation);
        if (webId != pending.WebId.OriginalString)
        {
            return new VaultSignInAnswer.OtherPerson();
        }

        // Solid-OIDC 0.1, section 8: the WebID says who may speak for it; a provider cannot say so itself. Asked again now.
        if (await _vault.ReadWebIdAsync(webId, cancellation) is not WebIdAnswer.Found { Profile: var profile }
            || !profile.Issuers.Any(issuer => IssuerName.Same(issuer.OriginalString, provider.Issuer)))
        {
            return new VaultSignInAnswer.Failed("the WebID document does not name this issuer");
        }

        var lifetime = tokens.Lifetime < CitizenSession.Longest ? tokens.Lifetime : CitizenSession.Longest;
        return new VaultSignInAnswer.SignedIn(new CitizenSession(pending.WebId, new(tokens.AccessToken, key), asked + lifetime, _clock));
    }

    private DPoPKey KeyOf(PendingSignIn pending)
    {
        try
        {
            return DPoPKey.FromPkcs8(pending.DPoPKeyPkcs8, _clock);
        }
        catch (CryptographicException e)
        {
            throw new VaultSignInException("what was kept holds no key", e);
        }
    }

    private static string Secret() => Base64UrlEncoder.Encode(RandomNumberGenerator.GetBytes(32));

    private static bool SameSecret(string? one, string other) =>
        one is not null && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(one), Encoding.UTF8.GetBytes(other));
}
