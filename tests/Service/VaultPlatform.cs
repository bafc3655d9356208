using System.Text;
using System.Text.Json.Nodes;
using WireMock;
using WireMock.RequestBuilders;
using WireMock.ResponseBuilders;
using WireMock.Server;
using WireMock.Types;
using WireMock.Util;

namespace SolidLoonfiches.Service.Tests;

/// <summary>A vault that speaks access grants, after the published shapes of its messages; with the citizen's WebID document, and two storages in it.</summary>
internal sealed class VaultPlatform : IDisposable
{
    public const string Us = "https://id.example/service";

    private readonly WireMockServer _server = WireMockServer.Start();

    public VaultPlatform()
    {
        Root = new Uri($"http://localhost:{_server.Port}/");
        Grant = NewGrant();
        Answer("/.well-known/openid-configuration", _ => (200, $$"""{"issuer":"{{Root}}","authorization_endpoint":"{{Root}}auth","token_endpoint":"{{Root}}token","jwks_uri":"{{Root}}jwks"}"""));
        Answer("/.well-known/vc-configuration", _ => (200, $$"""{"issuerService":"{{Root}}issue","verifierService":"{{Root}}verify","statusService":"{{Root}}status"}"""));
        Answer("/.well-known/uma2-configuration", _ => (200, $$"""{"token_endpoint":"{{Root}}uma"}"""));
        Answer("/token", _ => (200, """{"access_token":"app-token","token_type":"Bearer","expires_in":600}"""));
        Answer("/issue", _ => (201, $$"""{"id":"{{Root}}vc/request-1","type":["SolidAccessRequest"]}"""));
        Answer("/verify", _ => (200, """{"checks":["proof"],"warnings":[],"errors":[]}"""));
        Answer("/vc/grant-1", _ => (200, Grant.ToJsonString()));
        Answer("/uma", _ => IsRevoked ? (403, """{"error":"request_denied"}""") : (200, """{"access_token":"uma-token","token_type":"Bearer","expires_in":300}"""));
        Answer("/card", _ => (200, $"<#me> <http://www.w3.org/ns/solid/terms#oidcIssuer> <{Root}>; <http://www.w3.org/ns/pim/space#storage> {string.Join(", ", Storages.Select(storage => $"<{storage}>"))}."), "text/turtle");
        _server.Given(Request.Create().WithPath("/storage/*")).RespondWith(Response.Create().WithCallback(Storage));
    }

    public Uri Root { get; }

    public Uri WebId => new(Root, "card#me");

    public Uri Container => new(Root, "storage/an/loonfiches/");

    public IList<Uri> Storages => _storages ??= [new Uri(Root, "storage/an/")];

    private IList<Uri>? _storages;

    /// <summary>In the form in which the Flemish sandbox gives them.</summary>
    public JsonObject Grant { get; }

    public bool IsRevoked { get; set; }

    /// <summary>False: the vault keeps rules (WAC, ACP), and says nothing of an authorization server.</summary>
    public bool SpeaksGrants { get; set; } = true;

    public IEnumerable<IRequestMessage> Requests(string path) => _server.LogEntries.Select(entry => entry.RequestMessage!).Where(request => request.Path == path);

    public (string, string)[] Settings =>
    [
        ("Vault:AccessRequests:CredentialIssuers:0", Root.AbsoluteUri), ("Vault:AccessRequests:AuthorizationServers:0", Root.AbsoluteUri), ("Vault:AccessRequests:AnswerPage", "https://ama.example/access-request"),
        ("Vault:AccessRequests:Identity:WebId", Us), ("Vault:AccessRequests:Identity:Issuer", Root.AbsoluteUri), ("Vault:AccessRequests:Identity:ClientId", "app"), ("Vault:AccessRequests:Identity:ClientSecret", "geheim"),
    ];

    public void Dispose() => _server.Dispose();

    private JsonObject NewGrant() => JsonNode.Parse($$$"""
        {"@context":["https://www.w3.org/2018/credentials/v1","https://schema.inrupt.com/credentials/v2.jsonld"],
         "id":"{{{Root}}}vc/grant-1","type":["VerifiableCredential","SolidAccessGrant"],
         "issuer":"{{{Root}}}","issuanceDate":"2026-01-28T08:01:13.489713189Z","expirationDate":"2099-09-28T08:01:13.489713189Z",
         "credentialSubject":{"id":"{{{WebId}}}","providedConsent":{"mode":"Read","forPersonalData":"{{{Container}}}","hasStatus":"ConsentStatusExplicitlyGiven","isProvidedTo":"{{{Us}}}","inherit":"true"}},
         "proof":{"type":"Ed25519Signature2020","proofValue":"z5q"}}
        """)!.AsObject();

    private ResponseMessage Storage(IRequestMessage request)
    {
        var known = request.Headers!.TryGetValue("Authorization", out var values) && values.Single() == "Bearer uma-token";
        var answer = new ResponseMessage { StatusCode = known ? 200 : 401, Headers = new Dictionary<string, WireMockList<string>>(StringComparer.OrdinalIgnoreCase) };
        if (known)
        {
            answer.Headers["Content-Type"] = new("text/turtle");
            answer.BodyData = new BodyData { DetectedBodyType = BodyType.String, BodyAsString = "<> a <http://www.w3.org/ns/ldp#Container>.", Encoding = Encoding.UTF8 };
        }
        else if (SpeaksGrants)
        {
            answer.Headers["WWW-Authenticate"] = new($"UMA realm=\"vault\", as_uri=\"{Root}\", ticket=\"t1\"");
        }

        return answer;
    }

    private void Answer(string path, Func<IRequestMessage, (int Status, string Body)> reply, string type = "application/json") =>
        _server.Given(Request.Create().WithPath(path)).RespondWith(Response.Create().WithCallback(request =>
        {
            var (status, body) = reply(request);
            return new ResponseMessage
            {
                StatusCode = status,
                Headers = new Dictionary<string, WireMockList<string>>(StringComparer.OrdinalIgnoreCase) { ["Content-Type"] = new(type) },
                BodyData = new BodyData { DetectedBodyType = BodyType.String, BodyAsString = body, Encoding = Encoding.UTF8 },
            };
        }));
}
