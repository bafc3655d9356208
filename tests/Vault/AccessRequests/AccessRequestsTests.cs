using System.Text;
using System.Text.Json.Nodes;
using System.Web;
using Microsoft.Extensions.DependencyInjection;
using WireMock;
using WireMock.RequestBuilders;
using WireMock.ResponseBuilders;
using WireMock.Server;
using WireMock.Types;
using WireMock.Util;

namespace SolidLoonfiches.Vault.Tests;

/// <summary>Inrupt's access grants against the published shapes of their messages; no such server can run here.</summary>
public sealed class AccessRequestsTests : IAsyncDisposable
{
    private const string Citizen = "https://webid.example/profiles/7f", Us = "https://id.example/service";
    private static readonly CancellationToken None = CancellationToken.None;
    private readonly WireMockServer _platform = WireMockServer.Start();
    private readonly WireMockServer _attacker = WireMockServer.Start();
    private readonly Harness _harness = new();
    private readonly AccessRequests _requests;
    private JsonObject _grant;
    private string _verdict = """{"checks":["proof"],"warnings":[],"errors":[]}""";
    private string _asUri;
    private int _asksMore;
    private bool _revoked;

    public AccessRequestsTests()
    {
        var root = $"http://localhost:{_platform.Port}/";
        _asUri = root;
        Container = new Uri(root + "storage/abc/loonfiches/");
        _grant = Grant();
        var options = new AccessRequestOptions { AnswerPage = new Uri("https://ama.example/access-request?lang=nl"), Purpose = new Uri("https://w3id.org/dpv#ServiceProvision") };
        options.CredentialIssuers.Add(new Uri(root));
        options.AuthorizationServers.Add(new Uri(root));
        options.Identity = new() { WebId = new(Us), Issuer = new(root), ClientId = "app", ClientSecret = "geheim" };
        _requests = new AccessRequests(_harness.Services.GetRequiredService<VaultHttp>(), options, TimeProvider.System);
        Json("/.well-known/openid-configuration", _ => (200, $$"""{"issuer":"{{root}}","token_endpoint":"{{root}}token"}"""));
        Json("/.well-known/vc-configuration", _ => (200, $$"""{"issuerService":"{{root}}issue","verifierService":"{{root}}verify","statusService":"{{root}}status"}"""));
        Json("/.well-known/uma2-configuration", _ => (200, $$"""{"token_endpoint":"{{root}}uma"}"""));
        Json("/token", _ => (200, """{"access_token":"app-token","token_type":"Bearer","expires_in":600}"""));
        Json("/issue", _ => (201, $$"""{"id":"{{root}}vc/request-1","type":["SolidAccessRequest"]}"""));
        Json("/verify", _ => (200, _verdict));
        Json("/vc/grant-1", _ => (200, _grant.ToJsonString()));
        Json("/uma", _ => _revoked ? (403, """{"error":"request_denied"}""") : _asksMore-- > 0 ? (403, """{"error":"need_info","ticket":"t2"}""") : (200, """{"access_token":"uma-token","token_type":"Bearer","expires_in":300}"""));
        _platform.Given(Request.Create().WithPath("/storage/*")).RespondWith(Response.Create().WithCallback(Storage));
    }

    private Uri Container { get; }

    public async ValueTask DisposeAsync()
    {
        _platform.Dispose();
        _attacker.Dispose();
        await _harness.DisposeAsync();
    }

    [Fact]
    public async Task Ask_IssuesTheRequestAndSendsTheCitizenToTheirOwnPage()
    {
        var asked = Ends.Is<AccessGrantAnswer.Asked>(await _requests.AskAsync(Container, new Uri(Citizen), new DateTimeOffset(2027, 6, 30, 22, 0, 0, TimeSpan.Zero), new Uri("https://loonfiches.example/grant"), None));
        var query = HttpUtility.ParseQueryString(asked.GoTo.Query);
        Assert.Equal(("https://ama.example/access-request", "nl"), (asked.GoTo.GetLeftPart(UriPartial.Path), query["lang"]));
        Assert.Equal(($"http://localhost:{_platform.Port}/vc/request-1", "https://loonfiches.example/grant"), (query["requestVcUrl"], query["redirectUrl"]));

        var request = Requests("/issue").Single();
        Assert.Equal("Bearer app-token", request.Headers!["Authorization"].Single());
        var credential = JsonNode.Parse(request.Body!)!["credential"]!;
        var consent = credential["credentialSubject"]!["hasConsent"]!;
        Assert.Equal("SolidAccessRequest", credential["type"]![0]!.GetValue<string>());
        Assert.Equal("http://www.w3.org/ns/auth/acl#Read", Assert.Single(consent["mode"]!.AsArray())!.GetValue<string>());
        Assert.Equal(Container.AbsoluteUri, Assert.Single(consent["forPersonalData"]!.AsArray())!.GetValue<string>());
        Assert.Equal(("https://w3id.org/GConsent#ConsentStatusRequested", Citizen, true), (consent["hasStatus"]!.GetValue<string>(), consent["isConsentForDataSubject"]!.GetValue<string>(), consent["inherit"]!.GetValue<bool>()));
        Assert.StartsWith("2027-06-30T22:00:00", credential["expirationDate"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("accessGrantUrl")]
    [InlineData("access-grant-id")]
    public async Task Finish_AsAsked_GrantedAndTheVaultIsReadUnderIt(string name)
    {
        _asksMore = 2;
        var grant = Ends.Is<AccessGrantAnswer.Granted>(await FinishAsync(name)).Grant;
        using var session = _requests.SessionOf(grant);
        var listing = Ends.Is<VaultAnswer<VaultListing>.Ok>(await _harness.Vault.ListAsync(Container, session, None)).Value;
        Assert.Single(listing.Members);

        var uma = Requests("/uma").Select(request => HttpUtility.ParseQueryString(request.Body!)).ToList();
        Assert.Equal(["t1", "t2", "t2"], uma.Select(form => form["ticket"]));
        Assert.All(uma, form => Assert.Equal("urn:ietf:params:oauth:grant-type:uma-ticket", form["grant_type"]));
        var presentation = JsonNode.Parse(Encoding.UTF8.GetString(Convert.FromBase64String(uma[0]["claim_token"]!)))!;
        Assert.Equal(_grant["id"]!.GetValue<string>(), presentation["verifiableCredential"]![0]!["id"]!.GetValue<string>());
    }

    [Fact]
    public async Task Read_AfterTheGrantWasRevoked_IsTheVaultsOwnNo()
    {
        var grant = Ends.Is<AccessGrantAnswer.Granted>(await FinishAsync()).Grant;
        using var session = _requests.SessionOf(grant);
        Ends.Is<VaultAnswer<VaultListing>.Ok>(await _harness.Vault.ListAsync(Container, session, None));
        _revoked = true;
        Ends.Is<VaultAnswer<VaultListing>.NoGrant>(await _harness.Vault.ListAsync(Container, session, None));
    }

    [Fact]
    public async Task Read_OnceItMayNotBeUsed_SendsNothing()
    {
        var stands = true;
        var grant = Ends.Is<AccessGrantAnswer.Granted>(await FinishAsync()).Grant;
        using var session = _requests.SessionOf(grant, _ => Task.FromResult(stands));
        Ends.Is<VaultAnswer<VaultListing>.Ok>(await _harness.Vault.ListAsync(Container, session, None));
        stands = false;
        var before = _platform.LogEntries.Count;
        Ends.Is<VaultAnswer<VaultListing>.TokenRejected>(await _harness.Vault.ListAsync(Container, session, None));
        Assert.Equal(before, _platform.LogEntries.Count);
    }

    [Fact]
    public async Task Spoken_AtAVaultThatSendsToOurAuthorizationServer_AndNowhereElse()
    {
        Assert.True(await _requests.AreSpokenAtAsync(Container, None));
        Assert.False(await _requests.AreSpokenAtAsync(new Uri($"http://localhost:{_platform.Port}/elsewhere/"), None));
        _asUri = $"http://localhost:{_attacker.Port}/";
        Assert.False(await _requests.AreSpokenAtAsync(Container, None));
    }

    [Theory]
    [InlineData("ConsentStatusDenied")]
    [InlineData("https://w3id.org/GConsent#ConsentStatusRefused")]
    public async Task Finish_CitizenSaidNo_Denied(string status)
    {
        Consent["hasStatus"] = status;
        Ends.Is<AccessGrantAnswer.Denied>(await FinishAsync());
    }

    public static TheoryData<string, string, string> OtherGrants() => new()
    {
        { "mode", """["Read","Write"]""", "another mode" },
        { "mode", "\"http://www.w3.org/ns/auth/acl#Append\"", "another mode" },
        { "forPersonalData", "\"https://storage.example/bea/loonfiches/\"", "something else" },
        { "isProvidedTo", "\"https://id.example/somebody\"", "for somebody else" },
        { "inherit", "false", "does not reach" },
        { "hasStatus", "\"ConsentStatusRequested\"", "gives no consent" },
        { "/issuer", "\"https://vc.elsewhere.example\"", "its issuer" },
        { "/type", """["VerifiableCredential","SolidAccessRequest"]""", "its type" },
        { "/expirationDate", "\"2020-01-01T00:00:00.123456789Z\"", "has ended" },
        { "/issuanceDate", "\"2999-01-01T00:00:00Z\"", "not valid yet" },
        { "subject/id", "\"https://webid.example/profiles/other\"", "from somebody else" },
    };

    [Theory]
    [MemberData(nameof(OtherGrants))]
    public async Task Finish_AnotherGrantThanAsked_Failed(string field, string value, string why)
    {
        JsonObject at = field[0] == '/' ? _grant : field.StartsWith("subject/", StringComparison.Ordinal) ? _grant["credentialSubject"]!.AsObject() : Consent;
        at[field[(field.IndexOf('/', StringComparison.Ordinal) + 1)..]] = JsonNode.Parse(value);
        var failed = Ends.Is<AccessGrantAnswer.Failed>(await FinishAsync());
        Assert.Contains(why, failed.Detail, StringComparison.Ordinal);
        Assert.DoesNotContain("://", failed.Detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"checks":[],"errors":["proof"]}""")]
    [InlineData("{}")]
    public async Task Finish_IssuerDoesNotStandByIt_Failed(string verdict)
    {
        _verdict = verdict;
        Ends.Is<AccessGrantAnswer.Failed>(await FinishAsync());
    }

    [Fact]
    public async Task Finish_GrantOnAnotherServer_NeverAskedFor()
    {
        var query = new Dictionary<string, string> { ["accessGrantUrl"] = $"http://localhost:{_attacker.Port}/vc/grant-1" };
        Ends.Is<AccessGrantAnswer.Failed>(await _requests.FinishAsync(query, Container, new Uri(Citizen), None));
        Assert.Empty(_attacker.LogEntries);
    }

    [Fact]
    public async Task Read_VaultNamesAnotherAuthorizationServer_NothingIsSentThere()
    {
        var grant = Ends.Is<AccessGrantAnswer.Granted>(await FinishAsync()).Grant;
        _asUri = $"http://localhost:{_attacker.Port}/";
        using var session = _requests.SessionOf(grant);
        Ends.Is<VaultAnswer<VaultListing>.TokenRejected>(await _harness.Vault.ListAsync(Container, session, None));
        Assert.Empty(_attacker.LogEntries);
    }

    private JsonObject Consent => _grant["credentialSubject"]!["providedConsent"]!.AsObject();

    private Task<AccessGrantAnswer> FinishAsync(string name = "accessGrantUrl") =>
        _requests.FinishAsync(new Dictionary<string, string> { [name] = $"http://localhost:{_platform.Port}/vc/grant-1" }, Container, new Uri(Citizen), None);

    /// <summary>In the form in which the Flemish sandbox gives them: short names, one value instead of a list, a truth value as text, nine digits of a second.</summary>
    private JsonObject Grant() => JsonNode.Parse($$$"""
        {"@context":["https://www.w3.org/2018/credentials/v1","https://schema.inrupt.com/credentials/v2.jsonld"],
         "id":"http://localhost:{{{_platform.Port}}}/vc/grant-1","type":["VerifiableCredential","SolidAccessGrant"],
         "issuer":"http://localhost:{{{_platform.Port}}}","issuanceDate":"2026-01-28T08:01:13.489713189Z","expirationDate":"2099-09-28T08:01:13.489713189Z",
         "credentialStatus":{"id":"http://localhost/status#0","type":"RevocationList2020Status"},
         "credentialSubject":{"id":"{{{Citizen}}}","providedConsent":{"mode":"Read","forPersonalData":"{{{Container}}}","hasStatus":"ConsentStatusExplicitlyGiven","isProvidedTo":"{{{Us}}}","inherit":"true"}},
         "proof":{"type":"Ed25519Signature2020","proofValue":"z5q"}}
        """)!.AsObject();

    private IEnumerable<IRequestMessage> Requests(string path) => _platform.LogEntries.Select(entry => entry.RequestMessage!).Where(request => request.Path == path);

    private ResponseMessage Storage(IRequestMessage request)
    {
        var known = request.Headers!.TryGetValue("Authorization", out var values) && values.Single() == "Bearer uma-token" && !request.Headers.ContainsKey("DPoP");
        var answer = new ResponseMessage { StatusCode = known ? 200 : 401, Headers = new Dictionary<string, WireMockList<string>>(StringComparer.OrdinalIgnoreCase) };
        if (known)
        {
            answer.Headers["Content-Type"] = new("text/turtle");
            answer.BodyData = new BodyData { DetectedBodyType = BodyType.String, BodyAsString = "<> a <http://www.w3.org/ns/ldp#Container>; <http://www.w3.org/ns/ldp#contains> <2026-10> .", Encoding = Encoding.UTF8 };
        }
        else
        {
            answer.Headers["WWW-Authenticate"] = new($"UMA realm=\"vault\", as_uri=\"{_asUri}\", ticket=\"t1\"");
        }

        return answer;
    }

    private void Json(string path, Func<IRequestMessage, (int Status, string Body)> reply) =>
        _platform.Given(Request.Create().WithPath(path)).RespondWith(Response.Create().WithCallback(request =>
        {
            var (status, body) = reply(request);
            return new ResponseMessage
            {
                StatusCode = status,
                Headers = new Dictionary<string, WireMockList<string>>(StringComparer.OrdinalIgnoreCase) { ["Content-Type"] = new("application/json") },
                BodyData = new BodyData { DetectedBodyType = BodyType.String, BodyAsString = body, Encoding = Encoding.UTF8 },
            };
        }));
}
