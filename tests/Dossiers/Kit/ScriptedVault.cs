using System.Net;
using System.Text;
using Microsoft.IdentityModel.JsonWebTokens;
using SolidLoonfiches.Vault;

namespace SolidLoonfiches.Dossiers.Tests;

/// <summary>A vault of one person in memory, with Web Access Control on one container: enough to see who is let in. The real server is met in Vault's and the end-to-end tests.</summary>
internal sealed class ScriptedVault : HttpMessageHandler
{
    public const string Root = "https://vault.example/an/";
    public const string Citizen = "https://vault.example/an/profile/card#me";

    /// <summary>How every WebID of the service begins.</summary>
    private const string Service = "https://loonfiches.example/id";

    private string? _rules;

    /// <summary>Of the container, as they were written last; null: none of its own.</summary>
    public string? Rules => _rules;

    public bool HasContainer { get; private set; }

    public List<string> Requests { get; } = [];

    /// <summary>Documents that somebody wrote, by path: by whom, and what.</summary>
    public Dictionary<string, (string Who, string Body)> Written { get; } = new(StringComparer.Ordinal);

    /// <summary>Answered instead, where it returns something.</summary>
    public Func<HttpRequestMessage, string, HttpStatusCode?>? Fault { get; set; }

    public bool ServiceMayRead => _rules?.Contains($"<{Service}", StringComparison.Ordinal) == true;

    /// <summary>Whether the WebID document of this identity of ours can be read; the vault knows nobody else. All, where a test says nothing.</summary>
    public Func<string, Task<bool>>? Knows { get; set; }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var (who, webId) = Asking(request);
        lock (Requests)
        {
            Requests.Add($"{request.Method} {request.RequestUri!.AbsolutePath} {who}");
        }

        if (Fault?.Invoke(request, who) is { } fault)
        {
            return new HttpResponseMessage(fault);
        }

        if (who == "service" && Knows is { } knows && !await knows(webId))
        {
            return new HttpResponseMessage(HttpStatusCode.Unauthorized);
        }

        var path = request.RequestUri!.AbsoluteUri;
        if (path.EndsWith(".acl", StringComparison.Ordinal))
        {
            return who == "citizen" ? await RulesAsync(path, request, cancellationToken) : new(HttpStatusCode.Forbidden);
        }

        if (request.Method == HttpMethod.Put)
        {
            if (!path.EndsWith('/'))
            {
                Written[request.RequestUri.AbsolutePath] = (who, await request.Content!.ReadAsStringAsync(cancellationToken));
                return new(HttpStatusCode.Created);
            }

            HasContainer = true;
            return new(HttpStatusCode.Created);
        }

        if (who != "citizen" && _rules?.Contains($"<{webId}>", StringComparison.Ordinal) != true)
        {
            return new(HttpStatusCode.Forbidden);
        }

        return path == Root || HasContainer ? Turtle($"<{path}> a <http://www.w3.org/ns/ldp#Container> .", path) : new(HttpStatusCode.NotFound);
    }

    /// <summary>The citizen's token is a word; ours is one that the service signed.</summary>
    private static (string Who, string WebId) Asking(HttpRequestMessage request)
    {
        var token = request.Headers.Authorization?.Parameter ?? "";
        return token.Contains('.', StringComparison.Ordinal) ? ("service", new JsonWebToken(token).GetPayloadValue<string>("webid")) : (token, "");
    }

    private async Task<HttpResponseMessage> RulesAsync(string path, HttpRequestMessage request, CancellationToken cancellation)
    {
        if (request.Method == HttpMethod.Put)
        {
            _rules = await request.Content!.ReadAsStringAsync(cancellation);
            return new(HttpStatusCode.Created);
        }

        return path == Root + ".acl"
            ? Turtle($"@prefix acl: <http://www.w3.org/ns/auth/acl#>. <#owner> a acl:Authorization; acl:agent <{Citizen}>; acl:accessTo <{Root}>; acl:default <{Root}>; acl:mode acl:Read, acl:Write, acl:Control.", path)
            : _rules is null ? new(HttpStatusCode.NotFound) : Turtle(_rules, path);
    }

    private static HttpResponseMessage Turtle(string text, string path)
    {
        var answer = new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent(text, Encoding.UTF8, "text/turtle") };
        answer.Headers.Add("Link", "<.acl>; rel=\"acl\"");
        if (path == Root)
        {
            answer.Headers.Add("Link", "<http://www.w3.org/ns/pim/space#Storage>; rel=\"type\"");
        }

        return answer;
    }
}

/// <summary>A session whose token is a word, so that the scripted vault knows who asks.</summary>
internal sealed class NamedSession(string name, string webId) : VaultSession
{
    private readonly DPoPKey _key = DPoPKey.Create(TimeProvider.System);

    public override Uri WebId { get; } = new(webId);

    public override ValueTask<VaultToken> TokenAsync(CancellationToken cancellation) =>
        ValueTask.FromResult(new VaultToken(name, _key));

    protected override void Dispose(bool disposing)
    {
        _key.Dispose();
        base.Dispose(disposing);
    }
}
