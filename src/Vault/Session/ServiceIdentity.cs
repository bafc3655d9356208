using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using SolidLoonfiches.Rdf;

namespace SolidLoonfiches.Vault;

/// <summary>
/// The service's own, self-hosted identity: WebID document, discovery, JWKS, self-signed tokens (Solid-OIDC 0.1).
/// No identity provider is asked for anything: the vault's server reads the three documents and checks the signature.
/// Where <see cref="ServiceIdentityOptions.Foreign"/> is filled in, tokens come from there instead.
/// </summary>
public sealed class ServiceIdentity : VaultSession
{
    /// <summary>Life of a self-issued token.</summary>
    internal static readonly TimeSpan TokenLifetime = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Margin = TimeSpan.FromMinutes(1);
    private static readonly JsonWebTokenHandler Handler = new() { SetDefaultTimesOnTokenCreation = false };
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly string[] Algorithms = [SecurityAlgorithms.EcdsaSha256];
    private static readonly string[] ClientContext = ["https://www.w3.org/ns/solid/oidc-context.jsonld"];
    private static readonly string[] Subjects = ["public"];
    private static readonly string[] Grants = ["authorization_code"];
    private static readonly string[] Responses = ["code"];

    private readonly Uri _base;
    private readonly string _clientName;
    private readonly bool _perConsent;
    private readonly TimeProvider _clock;
    private readonly SigningKeys _keys;
    private readonly ClientCredentialsSession? _foreign;
    private readonly DPoPKey _key;
    private readonly Lock _signing = new();
    private volatile IssuedToken? _kept;

    internal ServiceIdentity(ServiceIdentityOptions options, ISigningKeyStore store, VaultHttp http, TimeProvider clock)
    {
        var root = options.BaseUrl!.AbsoluteUri;
        _base = new Uri(root.EndsWith('/') ? root : root + "/");
        _clientName = options.ClientName;
        _perConsent = options.PerConsent;
        _clock = clock;
        _keys = new(store, options.RotateKeyAfter, clock);
        _key = DPoPKey.Create(clock);
        if (options.Foreign is { } foreign)
        {
            _foreign = new(http, foreign.Issuer!, foreign.WebId!, foreign.ClientId, foreign.ClientSecret, clock);
            (WebId, Issuer) = (foreign.WebId!, foreign.Issuer!);
        }
        else
        {
            (WebId, Issuer) = (new Uri(_base, "id#it"), _base);
        }
    }

    /// <inheritdoc/>
    public override Uri WebId { get; }

    /// <summary>Who vouches for <see cref="WebId"/>. Compared as a string by vaults: use <see cref="Uri.OriginalString"/>.</summary>
    public Uri Issuer { get; }

    /// <summary>URL of the client id document; the client in our own tokens and in the citizen's sign-in at their vault.</summary>
    public Uri ClientId => new(_base, "client.jsonld");

    /// <summary>Where a vault's identity provider sends the citizen back to; as in the client id document.</summary>
    public Uri SignInRedirect => new(_base, "signin-vault");

    /// <summary>False where a foreign issuer gives our tokens: <c>/id</c>, discovery and keys are then not ours to serve.</summary>
    public bool IsSelfHosted => _foreign is null;

    /// <summary>Whether a new consent gets a WebID of its own; one that others host for us is the same for all.</summary>
    public bool GivesEachConsentItsOwn => IsSelfHosted && _perConsent;

    /// <summary>The WebID of the consent with this key.</summary>
    public Uri WebIdOf(string key) => new(_base, $"id/{key}#it");

    /// <summary>Us, under the WebID of one consent; under <see cref="WebId"/> where it has none. Not to be disposed by the caller.</summary>
    public VaultSession For(string? key) => key is null ? this : new ConsentIdentity(this, WebIdOf(key), _clock);

    /// <summary>Whether tokens of ours can speak for this WebID.</summary>
    internal bool IsOurs(Uri agent) => IsSelfHosted
        && (agent.AbsoluteUri == WebId.AbsoluteUri || (agent.Fragment == WebId.Fragment && agent.AbsoluteUri.StartsWith(new Uri(_base, "id/").AbsoluteUri, StringComparison.Ordinal)));

    /// <inheritdoc/>
    public override async ValueTask<VaultToken> TokenAsync(CancellationToken cancellation)
    {
        if (_foreign is not null)
        {
            return await _foreign.TokenAsync(cancellation);
        }

        var now = _clock.GetUtcNow();
        if (_kept is { } kept && now < kept.Until)
        {
            return kept.Token;
        }

        // Two callers at once may sign one each: both are good, and signing takes microseconds.
        _kept = await IssueAsync(WebId, now, cancellation);
        return _kept.Token;
    }

    /// <summary>A fresh token that speaks for this WebID of ours.</summary>
    internal async ValueTask<IssuedToken> IssueAsync(Uri webId, DateTimeOffset now, CancellationToken cancellation)
    {
        var keys = await _keys.CurrentAsync(cancellation);
        return new(new(Sign(keys.Signer, webId, now), _key), now, now + TokenLifetime - Margin);
    }

    /// <inheritdoc/>
    public override void Refused(VaultToken token)
    {
        _foreign?.Refused(token);
        if (_kept is { } kept && kept.Token == token && _clock.GetUtcNow() - kept.From >= Young)
        {
            _kept = null;
        }
    }

    private string Sign(SigningKey signer, Uri webId, DateTimeOffset now)
    {
        var descriptor = new SecurityTokenDescriptor
        {
            TokenType = "at+jwt",
            SigningCredentials = signer.Credentials,
            // What Community Solid Server demands: webid, iss, aud, iat, exp, cnf.jkt and a kid. The others: RFC 9068.
            Claims = new Dictionary<string, object>(StringComparer.Ordinal)
            {
                ["webid"] = webId.AbsoluteUri,
                ["iss"] = Issuer.AbsoluteUri,
                ["sub"] = webId.AbsoluteUri,
                ["aud"] = "solid",
                ["client_id"] = ClientId.AbsoluteUri,
                ["iat"] = now.ToUnixTimeSeconds(),
                ["exp"] = (now + TokenLifetime).ToUnixTimeSeconds(),
                ["jti"] = Base64UrlEncoder.Encode(RandomNumberGenerator.GetBytes(16)),
                ["cnf"] = new Dictionary<string, object>(StringComparer.Ordinal) { ["jkt"] = _key.Thumbprint },
            },
        };
        lock (_signing)
        {
            return Handler.CreateToken(descriptor);
        }
    }

    /// <summary>Turtle of the WebID document, served at <c>/id</c> as <c>text/turtle</c>; with a key, of that consent's, served at <c>/id/{key}</c> for as long as the consent lasts.</summary>
    public string WebIdDocument(string? key = null)
    {
        var me = Term.Iri((key is null ? WebId : WebIdOf(key)).AbsoluteUri);
        return Turtle.Write(
            RdfGraph.Create(
            [
                new(me, Term.Iri(Vocabulary.Type), Term.Iri(Vocabulary.FoafAgent)),
                new(me, Term.Iri(Vocabulary.FoafName), Term.Literal(_clientName)),
                new(me, Term.Iri(Vocabulary.OidcIssuer), Term.Iri(Issuer.AbsoluteUri)),
            ]),
            [new("foaf", Vocabulary.Foaf), new("solid", Vocabulary.Solid)]);
    }

    /// <summary>JSON of <c>/.well-known/openid-configuration</c>.</summary>
    public string Discovery() => JsonSerializer.Serialize(
        new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["issuer"] = Issuer.AbsoluteUri,
            ["jwks_uri"] = new Uri(_base, "jwks").AbsoluteUri,
            ["id_token_signing_alg_values_supported"] = Algorithms,
            ["subject_types_supported"] = Subjects,
            ["response_types_supported"] = Array.Empty<string>(),
        },
        Json);

    /// <summary>JSON of <c>/jwks</c>: the key that signs, the next one (published before it signs) and old ones until their tokens lapse.</summary>
    public async ValueTask<string> JwksAsync(CancellationToken cancellation)
    {
        IReadOnlyList<JsonWebKey> published = IsSelfHosted ? (await _keys.CurrentAsync(cancellation)).Published : [];
        var keys = published.Select(key => new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["kty"] = key.Kty,
            ["crv"] = key.Crv,
            ["x"] = key.X,
            ["y"] = key.Y,
            ["kid"] = key.Kid,
            ["alg"] = key.Alg,
            ["use"] = key.Use,
        });
        return JsonSerializer.Serialize(new { keys }, Json);
    }

    /// <summary>JSON-LD of <c>/client.jsonld</c>, the Client ID Document (Solid-OIDC 0.1, section 5.1) for the citizen's sign-in at their vault.</summary>
    public string ClientIdDocument() => JsonSerializer.Serialize(
        new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["@context"] = ClientContext,
            ["client_id"] = ClientId.AbsoluteUri,
            ["client_name"] = _clientName,
            ["client_uri"] = _base.AbsoluteUri,
            ["redirect_uris"] = new[] { SignInRedirect.AbsoluteUri },
            ["scope"] = VaultSignIn.Scope,
            ["grant_types"] = Grants,
            ["response_types"] = Responses,
            ["token_endpoint_auth_method"] = "none",
        },
        Json);

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _foreign?.Dispose();
            _keys.Dispose();
            _key.Dispose();
        }

        base.Dispose(disposing);
    }
}

/// <param name="From">When it was issued.</param>
/// <param name="Until">From here on another one is issued.</param>
internal sealed record IssuedToken(VaultToken Token, DateTimeOffset From, DateTimeOffset Until);
