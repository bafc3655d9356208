using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace SolidLoonfiches.Vault;

/// <summary>Requests under an access grant: each gets a ticket from the vault, and a token for it from the vault's authorization server (UMA 2.0 Grant §3.3).</summary>
/// <param name="us">Who we are there.</param>
/// <param name="grant">The citizen's.</param>
/// <param name="authorizationServers">That the operator named.</param>
/// <param name="stands">Asked before each request: whether the grant may still be used.</param>
internal sealed class GrantSession(BearerCredentials us, AccessGrant grant, IEnumerable<Uri> authorizationServers, Func<CancellationToken, Task<bool>>? stands) : VaultSession
{
    private const string Presentation = "https://www.w3.org/TR/vc-data-model/#json-ld";

    /// <summary>How often the server may ask for more before we stop.</summary>
    private const int Rounds = 5;

    public override Uri WebId => us.WebId;

    public override ValueTask<VaultToken> TokenAsync(CancellationToken cancellation) => throw new VaultSignInException("under a grant a token is good for one request only");

    internal override async Task<VaultReply> SendAsync(VaultHttp http, VaultRequest request, CancellationToken cancellation)
    {
        if (stands is not null && !await stands(cancellation))
        {
            throw new VaultSignInException("the grant may not be used any more");
        }

        var (token, denied) = await TokenForAsync(http, request, cancellation);
        return denied ?? await http.SendAsync(request with { Headers = [.. request.Headers, ("Authorization", "Bearer " + token)] }, cancellation);
    }

    /// <returns>A token; or, where the vault's own authorization server says that we may not (UMA 2.0 Grant §3.3.6, <c>request_denied</c>), that 403: it means what one of the vault means.</returns>
    private async Task<(string? Token, VaultReply.Answered? Denied)> TokenForAsync(VaultHttp http, VaultRequest request, CancellationToken cancellation)
    {
        var (server, ticket) = await TicketAsync(http, request.Target, cancellation);
        using var configuration = await OidcJson.GetAsync(http, new Uri(server, "/.well-known/uma2-configuration"), "configuration of the authorization server", cancellation);
        if (OidcJson.Url(configuration.RootElement, "token_endpoint") is not { } endpoint || !Urls.SameOrigin(endpoint, server))
        {
            throw new VaultSignInException("the authorization server names no token endpoint of its own");
        }

        var presentation = Convert.ToBase64String(Encoding.UTF8.GetBytes(new JsonObject
        {
            ["@context"] = new JsonArray("https://www.w3.org/2018/credentials/v1"),
            ["type"] = new JsonArray("VerifiablePresentation"),
            ["verifiableCredential"] = new JsonArray(JsonNode.Parse(grant.Credential)),
        }.ToJsonString()));
        for (var round = 1; ; round++)
        {
            var reply = await UmaJson.SendFormAsync(
                http, endpoint,
                [("grant_type", "urn:ietf:params:oauth:grant-type:uma-ticket"), ("ticket", ticket), ("claim_token", presentation), ("claim_token_format", Presentation)],
                "Bearer " + await us.TokenAsync(cancellation), cancellation);
            if (round < Rounds && reply is VaultReply.Answered { Status: HttpStatusCode.Forbidden } more && OAuthErrors.CodeOf(more) == "need_info")
            {
                using var again = OidcJson.Parse(more, "answer of the authorization server");
                ticket = OidcJson.Text(again.RootElement, "ticket") ?? throw new VaultSignInException("the authorization server wants more and gives no ticket");
                continue;
            }

            if (reply is VaultReply.Answered { Status: HttpStatusCode.Forbidden } no && OAuthErrors.CodeOf(no) == "request_denied")
            {
                return (null, no);
            }

            using var json = OidcJson.Parse(UmaJson.Demand(reply), "answer of the authorization server");
            var token = OidcJson.Text(json.RootElement, "access_token");
            return string.IsNullOrEmpty(token) || token.Any(c => c is <= ' ' or > '~')
                ? throw new VaultSignInException("the authorization server gave no token that can be sent")
                : (token, null);
        }
    }

    /// <summary>Asks as nobody, and is told where to go. Only to servers that the operator named: the token that shows who we are goes there.</summary>
    private async Task<(Uri Server, string Ticket)> TicketAsync(VaultHttp http, Uri target, CancellationToken cancellation)
    {
        if (await http.SendAsync(new(HttpMethod.Get, target), cancellation) is not VaultReply.Answered { Status: HttpStatusCode.Unauthorized } asked)
        {
            throw new VaultSignInException("the vault did not ask for a token");
        }

        return Challenge(asked) is not var (named, given) ? throw new VaultSignInException("the vault names no authorization server")
            : authorizationServers.Any(known => Urls.SameOrigin(known, named)) ? (named, given)
            : throw new VaultSignInException("the vault sends us to an authorization server that is not ours");
    }

    /// <summary>Where a vault that speaks UMA sends whoever comes without a token; null: it speaks otherwise.</summary>
    internal static (Uri Server, string Ticket)? Challenge(VaultReply.Answered asked)
    {
        foreach (var challenge in asked.Headers.Values("WWW-Authenticate").Where(value => value.StartsWith("UMA ", StringComparison.Ordinal)))
        {
            if (Uri.TryCreate(Value(challenge, "as_uri"), UriKind.Absolute, out var server) && Value(challenge, "ticket") is { Length: > 0 } ticket)
            {
                return (server, ticket);
            }
        }

        return null;
    }

    private static string? Value(string challenge, string name)
    {
        var at = challenge.IndexOf(name + "=\"", StringComparison.Ordinal);
        return at < 0 ? null : challenge[(at + name.Length + 2)..].Split('"', 2)[0];
    }
}
