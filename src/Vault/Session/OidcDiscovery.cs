using System.Text.Json;
using Microsoft.IdentityModel.Tokens;

namespace SolidLoonfiches.Vault;

/// <summary>What an identity provider says of itself (OpenID Connect Discovery 1.0), as far as we use it.</summary>
internal sealed record OidcDiscovery(string Issuer, Uri? AuthorizationEndpoint, Uri TokenEndpoint, Uri? JwksUri, bool SendsIssuer)
{
    /// <exception cref="VaultSignInException">Not to be had, or about another issuer.</exception>
    public static async Task<OidcDiscovery> LoadAsync(VaultHttp http, Uri issuer, CancellationToken cancellation)
    {
        var url = new Uri(issuer.OriginalString.TrimEnd('/') + "/.well-known/openid-configuration");
        using var json = await OidcJson.GetAsync(http, url, "discovery document", cancellation);
        var root = json.RootElement;
        var said = OidcJson.Text(root, "issuer") ?? throw new VaultSignInException("the discovery document names no issuer");
        if (!IssuerName.Same(said, issuer.OriginalString))
        {
            // Discovery 1.0, section 4.3: else one host could speak for another.
            throw new VaultSignInException("the discovery document is about another issuer");
        }

        Demand(root, "code_challenge_methods_supported", "S256", "no PKCE with S256");
        Demand(root, "dpop_signing_alg_values_supported", SecurityAlgorithms.EcdsaSha256, "no DPoP with ES256");
        return new(
            said,
            OidcJson.Url(root, "authorization_endpoint"),
            OidcJson.Url(root, "token_endpoint") ?? throw new VaultSignInException("the discovery document names no token endpoint"),
            OidcJson.Url(root, "jwks_uri"),
            root.TryGetProperty("authorization_response_iss_parameter_supported", out var sends) && sends.ValueKind == JsonValueKind.True);
    }

    /// <summary>A list that is there must hold the value; one that is absent says nothing.</summary>
    private static void Demand(JsonElement root, string list, string value, string otherwise)
    {
        if (root.TryGetProperty(list, out var values) && values.ValueKind == JsonValueKind.Array
            && !values.EnumerateArray().Any(v => OidcJson.Text(v) == value))
        {
            throw new VaultSignInException($"the identity provider offers {otherwise}");
        }
    }
}

/// <summary>Issuers are compared as strings (OpenID Connect Core 1.0, section 2).</summary>
internal static class IssuerName
{
    /// <summary>
    /// Equal, or differing only in the slash of an empty path, which RFC 3986 (section 6.2.3) holds to be the same URL:
    /// WebID documents in the wild say <c>https://id.example</c> of an issuer that calls itself <c>https://id.example/</c>.
    /// </summary>
    public static bool Same(string one, string other) => one == other || WithRootSlash(one) == WithRootSlash(other);

    private static string WithRootSlash(string issuer) =>
        Uri.TryCreate(issuer, UriKind.Absolute, out var url) && url.PathAndQuery == "/" && !issuer.EndsWith('/') ? issuer + "/" : issuer;
}

/// <summary>JSON from an identity provider.</summary>
internal static class OidcJson
{
    /// <exception cref="VaultSignInException">Not to be had, or not a JSON object.</exception>
    public static async Task<JsonDocument> GetAsync(VaultHttp http, Uri url, string what, CancellationToken cancellation) =>
        await http.SendAsync(new(HttpMethod.Get, url) { Accept = MediaTypes.Json }, cancellation) switch
        {
            VaultReply.Answered { IsSuccess: true } answer => Parse(answer, what),
            VaultReply.Answered answer => throw new VaultSignInException($"the {what} gave HTTP {(int)answer.Status}"),
            VaultReply.Faulted fault => throw new VaultSignInException($"the {what} was not read: {fault.Fault}, {fault.Detail}"),
            _ => throw new InvalidOperationException(),
        };

    /// <exception cref="VaultSignInException">Not a JSON object.</exception>
    public static JsonDocument Parse(VaultReply.Answered answer, string what)
    {
        try
        {
            var json = JsonDocument.Parse(answer.Body);
            return json.RootElement.ValueKind == JsonValueKind.Object ? json : throw new VaultSignInException($"the {what} is not a JSON object");
        }
        catch (JsonException e)
        {
            throw new VaultSignInException($"the {what} is not JSON", e);
        }
    }

    public static string? Text(JsonElement root, string name) =>
        root.TryGetProperty(name, out var value) ? Text(value) : null;

    /// <summary>Null also for half of a surrogate pair: good JSON (RFC 8259, section 8.2), and no text.</summary>
    public static string? Text(JsonElement value)
    {
        try
        {
            return value.ValueKind == JsonValueKind.String ? value.GetString() : null;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    public static Uri? Url(JsonElement root, string name) =>
        Uri.TryCreate(Text(root, name), UriKind.Absolute, out var url) ? url : null;
}
