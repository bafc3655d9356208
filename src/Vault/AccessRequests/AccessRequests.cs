using System.Text.Json;
using System.Text.Json.Nodes;

namespace SolidLoonfiches.Vault;

/// <summary>
/// Inrupt's access grants: we ask by a verifiable credential, the citizen answers at their vault's own page, and the answer
/// is a credential that we verify and then change for tokens, request by request (UMA 2.0).
/// </summary>
/// <remarks>After Inrupt's public libraries and documentation (ESS 2.x). It has met no real server: none can run here.</remarks>
public sealed class AccessRequests
{
    private static readonly string[] Contexts = ["https://www.w3.org/2018/credentials/v1", "https://schema.inrupt.com/credentials/v2.jsonld"];
    private static readonly string[] Modes = ["http://www.w3.org/ns/auth/acl#Read"];
    private static readonly string[] RequestTypes = ["SolidAccessRequest"];

    private readonly VaultHttp _http;
    private readonly AccessRequestOptions _options;
    private readonly TimeProvider _clock;
    private readonly BearerCredentials _us;

    internal AccessRequests(VaultHttp http, AccessRequestOptions options, TimeProvider clock) =>
        (_http, _options, _clock, _us) = (http, options, clock, new(http, options.Identity, clock));

    /// <summary>Whether the vault itself says that it speaks this: it sends who comes without a token to an authorization server that the operator named. Else it keeps rules (WAC, ACP).</summary>
    public async Task<bool> AreSpokenAtAsync(Uri container, CancellationToken cancellation) =>
        await _http.SendAsync(new(HttpMethod.Get, container), cancellation) is VaultReply.Answered { Status: System.Net.HttpStatusCode.Unauthorized } asked
        && GrantSession.Challenge(asked) is var (server, _)
        && _options.AuthorizationServers.Any(known => Urls.SameOrigin(known, server));

    /// <summary>Asks to read a container and what is in it.</summary>
    /// <param name="container">Of the citizen.</param>
    /// <param name="citizen">Their WebID.</param>
    /// <param name="until">When the grant is to end.</param>
    /// <param name="back">Where the vault's page sends them back to.</param>
    /// <param name="cancellation">Stops the requests.</param>
    public async Task<AccessGrantAnswer> AskAsync(Uri container, Uri citizen, DateTimeOffset until, Uri back, CancellationToken cancellation)
    {
        try
        {
            var issue = await ServiceAsync(_options.CredentialIssuers[0], "issuerService", cancellation);
            using var issued = await UmaJson.PostJsonAsync(_http, issue, Request(container, citizen, until), "Bearer " + await _us.TokenAsync(cancellation), "access request", cancellation);
            if (OidcJson.Url(issued.RootElement, "id") is not { } id)
            {
                return new AccessGrantAnswer.Failed("the access request has no id");
            }

            var page = _options.AnswerPage!;
            var query = $"requestVcUrl={Uri.EscapeDataString(id.OriginalString)}&redirectUrl={Uri.EscapeDataString(back.AbsoluteUri)}";
            return new AccessGrantAnswer.Asked(new UriBuilder(page) { Query = page.Query.Length > 1 ? page.Query[1..] + "&" + query : query }.Uri);
        }
        catch (VaultSignInException e)
        {
            return new AccessGrantAnswer.Failed(e.Message);
        }
    }

    /// <summary>The citizen came back: fetches what the address names, and has its issuer verify it.</summary>
    /// <param name="query">Of the return: <c>accessGrantUrl</c>, as Inrupt has it, or <c>access-grant-id</c>.</param>
    /// <param name="container">As asked.</param>
    /// <param name="citizen">As asked.</param>
    /// <param name="cancellation">Stops the requests.</param>
    public async Task<AccessGrantAnswer> FinishAsync(IReadOnlyDictionary<string, string> query, Uri container, Uri citizen, CancellationToken cancellation)
    {
        if (!Uri.TryCreate(query.GetValueOrDefault("accessGrantUrl") ?? query.GetValueOrDefault("access-grant-id"), UriKind.Absolute, out var url)
            || _options.CredentialIssuers.FirstOrDefault(issuer => Urls.SameOrigin(issuer, url)) is not { } issuer)
        {
            // Whoever makes this address may name any: our token goes to the issuers that we know.
            return new AccessGrantAnswer.Failed("the return names no grant of an issuer that is ours");
        }

        try
        {
            var token = "Bearer " + await _us.TokenAsync(cancellation);
            var body = UmaJson.Demand(await _http.SendAsync(new(HttpMethod.Get, url) { Accept = MediaTypes.Json, Headers = [("Authorization", token)] }, cancellation)).Body;
            var json = System.Text.Encoding.UTF8.GetString(body);
            var answer = AccessGrant.Read(json, container, citizen, _us.WebId, _options.CredentialIssuers, _clock.GetUtcNow());
            return answer is AccessGrantAnswer.Granted && await WrongAsync(issuer, json, token, cancellation) is { } wrong ? new AccessGrantAnswer.Failed(wrong) : answer;
        }
        catch (VaultSignInException e)
        {
            return new AccessGrantAnswer.Failed(e.Message);
        }
    }

    /// <summary>Us, with this grant. Every request asks the vault anew: a grant that was revoked opens nothing.</summary>
    /// <param name="grant">The citizen's.</param>
    /// <param name="stands">Asked before each request: whether the grant may still be used; null: it may.</param>
    public VaultSession SessionOf(AccessGrant grant, Func<CancellationToken, Task<bool>>? stands = null) => new GrantSession(_us, grant, _options.AuthorizationServers, stands);

    private string Request(Uri container, Uri citizen, DateTimeOffset until) => JsonSerializer.Serialize(new
    {
        credential = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["@context"] = Contexts,
            ["type"] = RequestTypes,
            ["issuanceDate"] = _clock.GetUtcNow().UtcDateTime,
            ["expirationDate"] = until.UtcDateTime,
            ["credentialSubject"] = new
            {
                hasConsent = new
                {
                    mode = Modes,
                    hasStatus = "https://w3id.org/GConsent#ConsentStatusRequested",
                    isConsentForDataSubject = citizen.OriginalString,
                    forPersonalData = new[] { container.AbsoluteUri },
                    forPurpose = _options.Purpose is { } purpose ? new[] { purpose.OriginalString } : [],
                    inherit = true,
                },
            },
        },
    });

    /// <summary>Why the issuer does not stand by it; null where it does. Checking the signature ourselves would need Ed25519 and RDF canonicalization.</summary>
    private async Task<string?> WrongAsync(Uri issuer, string grant, string token, CancellationToken cancellation)
    {
        var verifier = await ServiceAsync(issuer, "verifierService", cancellation);
        using var verdict = await UmaJson.PostJsonAsync(_http, verifier, new JsonObject { ["verifiableCredential"] = JsonNode.Parse(grant) }.ToJsonString(), token, "verdict of the issuer", cancellation);
        return verdict.RootElement.TryGetProperty("errors", out var errors) && errors is { ValueKind: JsonValueKind.Array } && errors.GetArrayLength() == 0
            ? null
            : "the issuer does not stand by the grant";
    }

    /// <exception cref="VaultSignInException">The issuer names none, or one on another server.</exception>
    private async Task<Uri> ServiceAsync(Uri issuer, string name, CancellationToken cancellation)
    {
        using var configuration = await OidcJson.GetAsync(_http, new Uri(issuer, "/.well-known/vc-configuration"), "configuration of the issuer", cancellation);
        return OidcJson.Url(configuration.RootElement, name) is { } url && Urls.SameOrigin(url, issuer)
            ? url
            : throw new VaultSignInException($"the issuer names no {name} of its own");
    }
}
