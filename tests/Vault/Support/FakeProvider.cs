using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using System.Web;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using WireMock;
using WireMock.RequestBuilders;
using WireMock.ResponseBuilders;
using WireMock.Server;
using WireMock.Types;
using WireMock.Util;

namespace SolidLoonfiches.Vault.Tests;

/// <summary>An identity provider of which each single part can be wrong; serves the citizen's WebID document too.</summary>
internal sealed class FakeProvider : IDisposable
{
    private readonly WireMockServer _server = WireMockServer.Start();
    private readonly ECDsa _ecdsa = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    public FakeProvider()
    {
        Issuer = $"http://localhost:{_server.Port}/";
        WebId = Issuer + "jan/card#me";
        Discovery = new()
        {
            ["issuer"] = Issuer,
            ["authorization_endpoint"] = Issuer + "auth?tenant=1",
            ["token_endpoint"] = Issuer + "token",
            ["jwks_uri"] = Issuer + "jwks",
            ["authorization_response_iss_parameter_supported"] = true,
            ["dpop_signing_alg_values_supported"] = new JsonArray("ES256"),
            ["code_challenge_methods_supported"] = new JsonArray("S256"),
        };
        var jwk = EcJwk.Of(_ecdsa);
        On("/.well-known/openid-configuration", _ => (200, DiscoveryAsSent(Discovery.ToJsonString())));
        On("/jwks", _ => (200, $$"""{"keys":[{"kty":"EC","crv":"P-256","x":"{{jwk.X}}","y":"{{jwk.Y}}","kid":"k1","use":"sig","alg":"ES256"}]}"""));
        On("/jan/card", _ => (200, WebIdDocument ?? $"<#me> <http://www.w3.org/ns/solid/terms#oidcIssuer> <{Issuer}> ."), "text/turtle");
        _server.Given(Request.Create().WithPath("/token").UsingPost()).RespondWith(Response.Create().WithCallback(request =>
        {
            TokenRequests.Add(request);
            return Token(request);
        }));
    }

    public string Issuer { get; }
    public string WebId { get; }
    public JsonObject Discovery { get; }
    /// <summary>For what no writer of JSON would write.</summary>
    public Func<string, string> DiscoveryAsSent { get; set; } = text => text;
    public string? WebIdDocument { get; set; }
    /// <summary>Fields of the token answer that are to be others; null takes one out.</summary>
    public Dictionary<string, JsonNode?> TokenFields { get; } = new(StringComparer.Ordinal);
    /// <summary>Claims of the ID token that are to be others; null takes one out.</summary>
    public Dictionary<string, object?> IdClaims { get; } = new(StringComparer.Ordinal);
    /// <summary>Signs the ID token instead of the published key.</summary>
    public SigningCredentials? OtherSignature { get; set; }
    public (int Status, string Body)? TokenError { get; set; }
    public int NoncesToAsk { get; set; }
    public string Nonce { get; set; } = "";
    public string ClientId { get; set; } = "https://loonfiches.example/client.jsonld";
    public List<IRequestMessage> TokenRequests { get; } = [];

    /// <summary>Fields of the last form.</summary>
    public System.Collections.Specialized.NameValueCollection Form => HttpUtility.ParseQueryString(TokenRequests[^1].Body ?? "");

    public JsonWebToken ProofOf(int request) => new(TokenRequests[request].Headers!["DPoP"][0]);

    private ResponseMessage Token(IRequestMessage request)
    {
        if (TokenRequests.Count <= NoncesToAsk)
        {
            var ask = Json(400, """{"error":"use_dpop_nonce"}""");
            ask.AddHeader("DPoP-Nonce", "n-" + TokenRequests.Count.ToString(CultureInfo.InvariantCulture));
            return ask;
        }

        if (TokenError is var (status, body))
        {
            return Json(status, body);
        }

        var answer = new JsonObject { ["access_token"] = "at-" + TokenRequests.Count.ToString(CultureInfo.InvariantCulture), ["expires_in"] = 600, ["token_type"] = "DPoP" };
        if (HttpUtility.ParseQueryString(request.Body ?? "")["grant_type"] == "authorization_code")
        {
            answer["id_token"] = IdToken();
        }

        foreach (var (name, value) in TokenFields)
        {
            answer.Remove(name);
            if (value is not null)
            {
                answer[name] = value.DeepClone();
            }
        }

        return Json(200, answer.ToJsonString());
    }

    private string IdToken()
    {
        var now = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds();
        var claims = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["iss"] = Issuer,
            ["aud"] = ClientId,
            ["sub"] = WebId,
            ["webid"] = WebId,
            ["nonce"] = Nonce,
            ["iat"] = now,
            ["exp"] = now + 600,
        };
        foreach (var (name, value) in IdClaims)
        {
            claims.Remove(name);
            if (value is not null)
            {
                claims[name] = value;
            }
        }

        return new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(new SecurityTokenDescriptor
        {
            Claims = claims,
            SigningCredentials = OtherSignature ?? EcJwk.CredentialsOf(_ecdsa, "k1"),
        });
    }

    private void On(string path, Func<IRequestMessage, (int Status, string Body)> answer, string type = "application/json") =>
        _server.Given(Request.Create().WithPath(path).UsingGet()).RespondWith(Response.Create().WithCallback(request =>
        {
            var (status, body) = answer(request);
            return Message(status, body, type);
        }));

    private static ResponseMessage Json(int status, string body) => Message(status, body, "application/json");

    private static ResponseMessage Message(int status, string body, string type)
    {
        var message = new ResponseMessage { StatusCode = status, BodyData = new BodyData { DetectedBodyType = BodyType.String, BodyAsString = body, Encoding = Encoding.UTF8 } };
        message.AddHeader("Content-Type", type);
        return message;
    }

    public void Dispose()
    {
        _server.Dispose();
        _ecdsa.Dispose();
    }
}
