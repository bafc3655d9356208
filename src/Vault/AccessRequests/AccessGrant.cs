using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SolidLoonfiches.Vault;

/// <summary>A citizen's answer as a verifiable credential (Inrupt's access grants, credentials v1 and v2), as far as we use it.</summary>
/// <param name="Id">Where it can be had again.</param>
/// <param name="Credential">The whole, as it came: it is presented to the authorization server.</param>
/// <param name="Until">When it ends.</param>
public sealed record AccessGrant(Uri Id, string Credential, DateTimeOffset? Until)
{
    private static readonly string[] Recipients = ["isProvidedTo", "isProvidedToPerson", "isProvidedToController"];
    private static readonly string[] ReadAlone = ["Read"];
    private static readonly string[] Inherited = ["true"];

    private const string Consent = "https://w3id.org/GConsent#", Acl = "http://www.w3.org/ns/auth/acl#";

    /// <summary>Never what it holds: it names the citizen and their vault.</summary>
    public override string ToString() => "AccessGrant";

    /// <summary>
    /// Whether this is the answer to what we asked: from the citizen, to us, read and nothing else, on that container and what is
    /// in it, now. Lenient in form, as the libraries that write them are: one value or a list, short names or IRIs.
    /// </summary>
    internal static AccessGrantAnswer Read(string json, Uri container, Uri citizen, Uri us, IEnumerable<Uri> issuers, DateTimeOffset now)
    {
        if (Parse(json) is not { } credential || credential["credentialSubject"] is not JsonObject subject || subject["providedConsent"] is not JsonObject consent)
        {
            return Failed("it is no access grant");
        }

        var status = Texts(consent["hasStatus"]).Select(text => Short(text, Consent, "gc:")).FirstOrDefault();
        if (status is "ConsentStatusDenied" or "ConsentStatusRefused")
        {
            return new AccessGrantAnswer.Denied();
        }

        string? wrong = null;
        void Demand(bool holds, string what) => wrong ??= holds ? null : what;
        Demand(Texts(credential["type"]).Contains("SolidAccessGrant"), "its type is another");
        Demand(issuers.Any(issuer => IssuerName.Same(issuer.OriginalString, Texts(credential["issuer"]).FirstOrDefault() ?? "")), "its issuer is not one of ours");
        Demand(Texts(subject["id"]).SequenceEqual([citizen.OriginalString]), "it is from somebody else");
        Demand(status == "ConsentStatusExplicitlyGiven", "it gives no consent");
        Demand(Recipients.SelectMany(name => Texts(consent[name])).Distinct().SequenceEqual([us.OriginalString]), "it is for somebody else");
        Demand(Texts(consent["mode"]).Select(mode => Short(mode, Acl, "acl:")).Distinct().SequenceEqual(ReadAlone), "it gives another mode than read alone");
        Demand(Texts(consent["forPersonalData"]).SequenceEqual([container.AbsoluteUri]), "it is about something else than the container");
        Demand(consent["inherit"] is null || Texts(consent["inherit"]).SequenceEqual(Inherited), "it does not reach what is in the container");
        Demand(Moment(credential["issuanceDate"] ?? credential["validFrom"]) is { } from && from <= now + TimeSpan.FromMinutes(2), "it is not valid yet");
        var until = Moment(credential["expirationDate"] ?? credential["validUntil"]);
        Demand(until is null || until > now, "it has ended");
        return wrong is null && Uri.TryCreate(Texts(credential["id"]).FirstOrDefault(), UriKind.Absolute, out var id)
            ? new AccessGrantAnswer.Granted(new(id, json, until))
            : Failed(wrong ?? "it has no id");
    }

    private static AccessGrantAnswer.Failed Failed(string detail) => new("the grant cannot be used: " + detail);

    private static JsonObject? Parse(string json)
    {
        try
        {
            return JsonNode.Parse(json) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The text of a value, or of each of a list; a truth value as its word.</summary>
    private static IEnumerable<string> Texts(JsonNode? node) => node switch
    {
        JsonArray list => list.SelectMany(Texts),
        JsonValue value when value.TryGetValue<string>(out var text) => [text],
        JsonValue value when value.TryGetValue<bool>(out var truth) => [truth ? "true" : "false"],
        _ => [],
    };

    private static string Short(string text, string iri, string prefix) =>
        text.StartsWith(iri, StringComparison.Ordinal) ? text[iri.Length..] : text.StartsWith(prefix, StringComparison.Ordinal) ? text[prefix.Length..] : text;

    private static DateTimeOffset? Moment(JsonNode? node) =>
        DateTimeOffset.TryParse(Texts(node).FirstOrDefault(), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? at : null;
}

/// <summary>How asking for, or fetching, a grant ended.</summary>
public abstract record AccessGrantAnswer
{
    private AccessGrantAnswer() { }

    /// <summary>The request stands: the citizen goes there to answer it.</summary>
    public sealed record Asked(Uri GoTo) : AccessGrantAnswer;

    /// <summary>As asked, and verified by its issuer.</summary>
    public sealed record Granted(AccessGrant Grant) : AccessGrantAnswer;

    /// <summary>The citizen said no.</summary>
    public sealed record Denied : AccessGrantAnswer;

    /// <summary>Anything else; nothing that came back is to be trusted.</summary>
    /// <param name="Detail">For operators, in English; holds no personal data, no secret and no URL.</param>
    public sealed record Failed(string Detail) : AccessGrantAnswer;
}
