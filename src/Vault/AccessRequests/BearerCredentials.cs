namespace SolidLoonfiches.Vault;

/// <summary>
/// Client credentials without DPoP: Inrupt's authorization servers take none at this place. Such a token is good for whoever
/// holds it, so it is sent to the addresses that the operator named and to no others.
/// </summary>
internal sealed class BearerCredentials(VaultHttp http, ForeignIdentityOptions identity, TimeProvider clock)
{
    private static readonly TimeSpan Margin = TimeSpan.FromMinutes(1);
    private volatile Kept? _kept;

    public Uri WebId => identity.WebId!;

    /// <exception cref="VaultSignInException">None was given.</exception>
    public async ValueTask<string> TokenAsync(CancellationToken cancellation)
    {
        if (_kept is { } kept && clock.GetUtcNow() < kept.Until)
        {
            return kept.Token;
        }

        var asked = clock.GetUtcNow();
        var url = new Uri(identity.Issuer!.OriginalString.TrimEnd('/') + "/.well-known/openid-configuration");
        using var discovery = await OidcJson.GetAsync(http, url, "discovery document", cancellation);
        var endpoint = OidcJson.Url(discovery.RootElement, "token_endpoint") ?? throw new VaultSignInException("the discovery document names no token endpoint");
        using var json = await UmaJson.PostFormAsync(http, endpoint, [("grant_type", "client_credentials"), ("scope", "webid")], TokenEndpoint.Basic(identity.ClientId, identity.ClientSecret), cancellation);
        var token = OidcJson.Text(json.RootElement, "access_token") ?? throw new VaultSignInException("the identity provider gave no access token");
        var seconds = json.RootElement.TryGetProperty("expires_in", out var expires) && expires.TryGetInt32(out var given) ? given : 0;
        _kept = new(token, asked + TimeSpan.FromSeconds(Math.Max(0, seconds)) - Margin);
        return token;
    }

    private sealed record Kept(string Token, DateTimeOffset Until);
}
