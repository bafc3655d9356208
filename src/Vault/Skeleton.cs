#pragma warning disable
using Microsoft.Extensions.DependencyInjection;

namespace SolidLoonfiches.Vault;

/// <summary>How a vault is read. Validated on start.</summary>
public sealed class VaultOptions
{
    /// <summary>Largest body that is read, in bytes. Default 1 MiB (a payslip has about 3 KB).</summary>
    public int MaxBodyBytes { get; set; } = 1024 * 1024;
    /// <summary>Longest time for one answer, its body included. Default 20 s.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(20);
    /// <summary>Allows http to localhost and addresses of the own network: for a stand on one machine only.</summary>
    public bool AllowLoopback { get; set; }
}

/// <summary>How a request to a vault ended. Closed: every caller looks at each.</summary>
public abstract record VaultAnswer<T>
{
    private protected VaultAnswer() { }
    public sealed record Ok(T Value) : VaultAnswer<T>;
    /// <summary>304: as we know it.</summary>
    public sealed record NotModified : VaultAnswer<T>;
    /// <summary>401: our token or proof was not accepted. Our fault, or a stale key cache: never a withdrawal.</summary>
    public sealed record TokenRejected(string Detail) : VaultAnswer<T>;
    /// <summary>403: no grant, or it was taken back (or the container with its rules was removed).</summary>
    public sealed record NoGrant : VaultAnswer<T>;
    /// <summary>404: allowed to look, and nothing is there.</summary>
    public sealed record Absent : VaultAnswer<T>;
    /// <summary>412: a write that must not overwrite found something there.</summary>
    public sealed record AlreadyThere : VaultAnswer<T>;
    /// <summary>Anything else.</summary>
    /// <param name="Fault">What kind of break.</param>
    /// <param name="Detail">For operators, in English; holds no personal data and no URL.</param>
    public sealed record Broken(VaultFault Fault, string Detail) : VaultAnswer<T>;
}

public enum VaultFault { Unreachable, Timeout, ServerError, TooManyRequests, WrongContentType, TooLarge, Truncated, NotTurtle, Redirect, AddressRefused, Unexpected }

/// <summary>Who asks, and with which key: gives the access token for a request, bound to the key (RFC 9449).</summary>
public abstract class VaultSession
{
    /// <summary>The WebID that the token speaks for.</summary>
    public abstract Uri WebId { get; }
    /// <summary>A token that is still valid for at least a minute, from cache where it can be.</summary>
    /// <exception cref="VaultSignInException">The identity provider gave none.</exception>
    public abstract ValueTask<VaultToken> TokenAsync(CancellationToken cancellation);
}

public sealed record VaultToken(string AccessToken, DPoPKey Key);

/// <summary>An ES256 key that proves possession (RFC 9449).</summary>
public sealed class DPoPKey : IDisposable
{
    public static DPoPKey Create(TimeProvider clock) => throw new NotImplementedException();
    /// <summary>RFC 7638 thumbprint.</summary>
    public string Thumbprint => throw new NotImplementedException();
    public string Proof(HttpMethod method, Uri target, string? accessToken, string? nonce = null) => throw new NotImplementedException();
    public void Dispose() => throw new NotImplementedException();
}

public sealed class VaultSignInException(string message, Exception? inner = null) : Exception(message, inner);

/// <summary>What a WebID document says.</summary>
public sealed record WebIdProfile(Uri WebId, IReadOnlyList<Uri> Issuers, IReadOnlyList<Uri> Storages);

public abstract record WebIdAnswer
{
    private WebIdAnswer() { }
    public sealed record Found(WebIdProfile Profile) : WebIdAnswer;
    public sealed record NotAUrl : WebIdAnswer;
    public sealed record NotResolved(VaultFault Fault, string Detail) : WebIdAnswer;
    public sealed record NoIssuer : WebIdAnswer;
}

/// <summary>One member of a container, as its listing shows it.</summary>
public sealed record VaultMember(Uri Url, DateTimeOffset? Modified, long? Bytes, bool IsContainer);

public sealed record VaultListing(IReadOnlyList<VaultMember> Members);

public sealed record VaultDocument(Uri Url, ReadOnlyMemory<byte> Body, string? ETag, DateTimeOffset? Modified);

/// <summary>Reads and writes a Solid vault over HTTP (Solid Protocol 0.11). Always asks for text/turtle; never follows a redirect.</summary>
public sealed class SolidVault
{
    public Task<WebIdAnswer> ReadWebIdAsync(string webId, CancellationToken cancellation) => throw new NotImplementedException();
    /// <summary>The root of the storage: from the profile, else by the storage Link header walking up from the WebID document. Absent where there is none.</summary>
    public Task<VaultAnswer<Uri>> FindStorageAsync(WebIdProfile profile, VaultSession session, CancellationToken cancellation) => throw new NotImplementedException();
    public Task<VaultAnswer<VaultListing>> ListAsync(Uri container, VaultSession session, CancellationToken cancellation) => throw new NotImplementedException();
    /// <param name="knownETag">Sent as If-None-Match; null to fetch in any case.</param>
    public Task<VaultAnswer<VaultDocument>> GetAsync(Uri resource, string? knownETag, VaultSession session, CancellationToken cancellation) => throw new NotImplementedException();
    /// <summary>PUT with If-None-Match: *; idempotent, never overwrites.</summary>
    public Task<VaultAnswer<Uri>> PutNewAsync(Uri resource, ReadOnlyMemory<byte> turtle, VaultSession session, CancellationToken cancellation) => throw new NotImplementedException();
    public Task<VaultAnswer<Uri>> PutAsync(Uri resource, ReadOnlyMemory<byte> turtle, VaultSession session, CancellationToken cancellation) => throw new NotImplementedException();
    /// <summary>Makes the container where it is absent; Ok also where it was there.</summary>
    public Task<VaultAnswer<Uri>> EnsureContainerAsync(Uri container, VaultSession session, CancellationToken cancellation) => throw new NotImplementedException();
}

[Flags]
public enum AccessModes { None = 0, Read = 1, Append = 2 }

/// <summary>Writes and removes rules on a container in the owner's own session (WAC, ACP).</summary>
public sealed class AccessGrants
{
    /// <summary>Gives <paramref name="agent"/> exactly <paramref name="modes"/> on the container and its members; what stands there stays, the owner keeps control.</summary>
    public Task<VaultAnswer<Uri>> GrantAsync(Uri container, Uri agent, AccessModes modes, VaultSession owner, CancellationToken cancellation) => throw new NotImplementedException();
    /// <summary>Takes every rule of <paramref name="agent"/> on the container away; other rules stay. Ok also where there was none.</summary>
    public Task<VaultAnswer<Uri>> RevokeAsync(Uri container, Uri agent, VaultSession owner, CancellationToken cancellation) => throw new NotImplementedException();
}

/// <summary>The service's own, self-hosted identity: WebID document, discovery, JWKS, self-signed tokens (Solid-OIDC).</summary>
public sealed class ServiceIdentity : VaultSession
{
    public override Uri WebId => throw new NotImplementedException();
    public Uri Issuer => throw new NotImplementedException();
    public Uri ClientId => throw new NotImplementedException();
    public override ValueTask<VaultToken> TokenAsync(CancellationToken cancellation) => throw new NotImplementedException();
    /// <summary>Turtle of the WebID document, served at <c>/id</c>.</summary>
    public string WebIdDocument() => throw new NotImplementedException();
    /// <summary>JSON of <c>/.well-known/openid-configuration</c>.</summary>
    public string Discovery() => throw new NotImplementedException();
    /// <summary>JSON of <c>/jwks</c>: the key that signs, the next one (published before it signs) and old ones until their tokens lapse.</summary>
    public ValueTask<string> JwksAsync(CancellationToken cancellation) => throw new NotImplementedException();
    /// <summary>JSON-LD of <c>/client.jsonld</c>, the Client ID Document for the citizen's sign-in at their vault.</summary>
    public string ClientIdDocument() => throw new NotImplementedException();
}

/// <summary>Identity of the service. Validated on start.</summary>
public sealed class ServiceIdentityOptions
{
    /// <summary>Root URL of the service as vaults reach it, such as <c>https://loonfiches.example/</c>.</summary>
    public Uri? BaseUrl { get; set; }
    public string ClientName { get; set; } = "SolidLoonfiches";
    /// <summary>Client credentials at a foreign issuer instead of the self-hosted identity, where filled in.</summary>
    public ForeignIdentityOptions? Foreign { get; set; }
}

public sealed class ForeignIdentityOptions
{
    public Uri? WebId { get; set; }
    public Uri? Issuer { get; set; }
    public string ClientId { get; set; } = "";
    public string ClientSecret { get; set; } = "";
}

/// <summary>A key that signs our tokens. <see cref="Pkcs8"/> is the private key: at rest it is protected by the store.</summary>
public sealed record SigningKeyRow(string Kid, byte[] Pkcs8, DateTimeOffset CreatedAt, DateTimeOffset SignsFrom, DateTimeOffset? RetiredAt);

/// <summary>Where signing keys are kept; implemented over the database.</summary>
public interface ISigningKeyStore
{
    Task<IReadOnlyList<SigningKeyRow>> LoadAsync(CancellationToken cancellation);
    /// <summary>False where another node added one first; the caller loads again.</summary>
    Task<bool> TryAddAsync(SigningKeyRow key, CancellationToken cancellation);
    Task RetireAsync(string kid, DateTimeOffset at, CancellationToken cancellation);
}

/// <summary>Client credentials at an identity provider of others (CSS, ESS).</summary>
public sealed class ClientCredentialsSession : VaultSession
{
    public ClientCredentialsSession(HttpClient http, Uri issuer, Uri webId, string clientId, string clientSecret, TimeProvider clock) => throw new NotImplementedException();
    public override Uri WebId => throw new NotImplementedException();
    public override ValueTask<VaultToken> TokenAsync(CancellationToken cancellation) => throw new NotImplementedException();
}

/// <summary>What must be kept, protected, between sending the citizen to their vault and their return.</summary>
public sealed record PendingSignIn(Uri Issuer, Uri WebId, string State, string Nonce, string CodeVerifier, byte[] DPoPKeyPkcs8, Uri RedirectUri);

/// <summary>The citizen signs in at their own vault: authorization code, PKCE S256, DPoP (Solid-OIDC 0.1).</summary>
public sealed class VaultSignIn
{
    public Task<(Uri GoTo, PendingSignIn Pending)> StartAsync(WebIdProfile profile, Uri redirectUri, CancellationToken cancellation) => throw new NotImplementedException();
    public Task<VaultSignInAnswer> FinishAsync(PendingSignIn pending, IReadOnlyDictionary<string, string> query, CancellationToken cancellation) => throw new NotImplementedException();
}

public abstract record VaultSignInAnswer
{
    private VaultSignInAnswer() { }
    public sealed record SignedIn(VaultSession Session) : VaultSignInAnswer;
    public sealed record Cancelled : VaultSignInAnswer;
    /// <summary>Signed in as somebody else than the WebID that was asked for.</summary>
    public sealed record OtherPerson : VaultSignInAnswer;
    public sealed record Failed(string Detail) : VaultSignInAnswer;
}

public static class VaultServices
{
    /// <summary>SolidVault, AccessGrants, VaultSignIn, ServiceIdentity (as itself and as <see cref="VaultSession"/>). Needs an <see cref="ISigningKeyStore"/>.</summary>
    public static IServiceCollection AddVault(this IServiceCollection services, Action<VaultOptions> vault, Action<ServiceIdentityOptions> identity) => throw new NotImplementedException();
}
