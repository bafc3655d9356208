using System.Text;
using System.Text.Json;

namespace SolidLoonfiches.Vault;

/// <summary>The answer of a token endpoint (RFC 6749, section 5.1), bound to our key.</summary>
/// <param name="Lifetime">Zero where the provider does not say: then it is used once.</param>
internal sealed record TokenResponse(string AccessToken, TimeSpan Lifetime, string? IdToken);

internal static class TokenEndpoint
{
    /// <summary>Asks for a token with a proof of the key, and refuses one that is not bound to it.</summary>
    /// <param name="authorization">Value of the Authorization header; null for a public client.</param>
    /// <exception cref="VaultSignInException">None was given, or an unbound one.</exception>
    public static async Task<TokenResponse> AskAsync(
        VaultHttp http, Uri endpoint, IEnumerable<KeyValuePair<string, string>> form, DPoPKey key, string? authorization, CancellationToken cancellation)
    {
        var body = string.Join('&', form.Select(field => FormEncode(field.Key) + "=" + FormEncode(field.Value)));
        var reply = await http.SendAsync(
            new(HttpMethod.Post, endpoint)
            {
                Key = key,
                Accept = MediaTypes.Json,
                Body = Encoding.ASCII.GetBytes(body),
                BodyType = MediaTypes.Form,
                Headers = authorization is null ? [] : [("Authorization", authorization)],
                ReadErrors = true,
            },
            cancellation);
        switch (reply)
        {
            case VaultReply.Faulted fault:
                throw new VaultSignInException($"no token: {fault.Fault}, {fault.Detail}");
            case VaultReply.Answered { IsSuccess: false } refused:
                throw new VaultSignInException($"no token: HTTP {(int)refused.Status}, {OAuthErrors.CodeOf(refused) ?? "no reason given"}");
            case VaultReply.Answered answer:
                using (var json = OidcJson.Parse(answer, "answer of the token endpoint"))
                {
                    return Read(json.RootElement);
                }

            default:
                throw new InvalidOperationException();
        }
    }

    private static TokenResponse Read(JsonElement root)
    {
        // Without the DPoP header some providers quietly give a Bearer token, which anyone who finds it can use: never ours.
        if (!string.Equals(OidcJson.Text(root, "token_type"), "DPoP", StringComparison.OrdinalIgnoreCase))
        {
            throw new VaultSignInException("the identity provider gave a token that is not bound to our key (token_type is not DPoP)");
        }

        var token = OidcJson.Text(root, "access_token");
        if (string.IsNullOrEmpty(token) || token.Any(c => c is <= ' ' or > '~'))
        {
            throw new VaultSignInException("the identity provider gave no access token that can be sent");
        }

        var seconds = root.TryGetProperty("expires_in", out var expires) && expires.ValueKind == JsonValueKind.Number && expires.TryGetInt32(out var given) ? given : 0;
        return new(token, TimeSpan.FromSeconds(Math.Max(0, seconds)), OidcJson.Text(root, "id_token"));
    }

    /// <summary>Basic authentication of a client, both halves form-encoded first (RFC 6749, section 2.3.1).</summary>
    public static string Basic(string clientId, string clientSecret) =>
        "Basic " + Convert.ToBase64String(Encoding.ASCII.GetBytes(FormEncode(clientId) + ":" + FormEncode(clientSecret)));

    private static string FormEncode(string text) => Uri.EscapeDataString(text);
}
