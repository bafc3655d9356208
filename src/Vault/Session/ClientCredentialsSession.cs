namespace SolidLoonfiches.Vault;

/// <summary>
/// Client credentials at an identity provider of others (CSS, ESS). The token is kept until a minute before it lapses;
/// of many callers one fetches it and the others wait.
/// </summary>
public sealed class ClientCredentialsSession : VaultSession
{
    private static readonly TimeSpan Margin = TimeSpan.FromMinutes(1);

    private readonly VaultHttp _http;
    private readonly Uri _issuer;
    private readonly string _authorization;
    private readonly TimeProvider _clock;
    private readonly DPoPKey _key;
    private readonly SemaphoreSlim _fetching = new(1, 1);
    private volatile Kept? _kept;

    /// <param name="http">From <see cref="VaultServices.HttpClientName"/>, so that the provider's addresses are checked.</param>
    /// <param name="issuer">As the provider writes it: a slash at its end counts.</param>
    /// <param name="webId">The WebID that the credentials were made for.</param>
    /// <param name="clientId">As given by the provider.</param>
    /// <param name="clientSecret">As given by the provider.</param>
    /// <param name="clock">For the times in proofs and the token's end.</param>
    public ClientCredentialsSession(HttpClient http, Uri issuer, Uri webId, string clientId, string clientSecret, TimeProvider clock)
        : this(VaultHttp.WithDefaults(http, clock), issuer, webId, clientId, clientSecret, clock)
    {
    }

    internal ClientCredentialsSession(VaultHttp http, Uri issuer, Uri webId, string clientId, string clientSecret, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(clientId);
        ArgumentNullException.ThrowIfNull(clientSecret);
        _http = http;
        _issuer = issuer;
        WebId = webId;
        _authorization = TokenEndpoint.Basic(clientId, clientSecret);
        _clock = clock;
        _key = DPoPKey.Create(clock);
    }

    /// <inheritdoc/>
    public override Uri WebId { get; }

    /// <inheritdoc/>
    public override async ValueTask<VaultToken> TokenAsync(CancellationToken cancellation)
    {
        if (Fresh() is { } kept)
        {
            return kept;
        }

        await _fetching.WaitAsync(cancellation);
        try
        {
            return Fresh() ?? await FetchAsync(cancellation);
        }
        finally
        {
            _fetching.Release();
        }
    }

    public override void Refused(VaultToken token)
    {
        if (_kept is { } kept && kept.Token == token && _clock.GetUtcNow() - kept.From >= Young)
        {
            _kept = null;
        }
    }

    private VaultToken? Fresh() => _kept is { } kept && _clock.GetUtcNow() < kept.Until ? kept.Token : null;

    private async Task<VaultToken> FetchAsync(CancellationToken cancellation)
    {
        var asked = _clock.GetUtcNow();
        var provider = await OidcDiscovery.LoadAsync(_http, _issuer, cancellation);
        var answer = await TokenEndpoint.AskAsync(
            _http,
            provider.TokenEndpoint,
            [new("grant_type", "client_credentials"), new("scope", "webid")],
            _key,
            _authorization,
            cancellation);
        var token = new VaultToken(answer.AccessToken, _key);
        _kept = new(token, asked, asked + answer.Lifetime - Margin);
        return token;
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _key.Dispose();
            _fetching.Dispose();
        }

        base.Dispose(disposing);
    }

    private sealed record Kept(VaultToken Token, DateTimeOffset From, DateTimeOffset Until);
}
