using System.Net;
using SolidLoonfiches.Rdf;

namespace SolidLoonfiches.Vault;

/// <summary>The document that holds a resource's rules, as it stands.</summary>
/// <param name="Url">Where it is, or would be.</param>
/// <param name="Rules">Empty where it does not exist.</param>
/// <param name="Exists">Whether the resource has rules of its own.</param>
/// <param name="ETag">For If-Match; null where there is none that can be used so.</param>
/// <param name="IsAcp">Access Control Policy, else Web Access Control.</param>
/// <param name="IsStorageRoot">Whether the resource is the root of a storage: nothing above it counts.</param>
internal sealed record RulesDocument(Uri Url, RdfGraph Rules, bool Exists, string? ETag, bool IsAcp, bool IsStorageRoot)
{
    /// <summary>Found by the resource's <c>Link rel="acl"</c>, which both systems use. Absent where the resource is.</summary>
    public static async Task<VaultAnswer<RulesDocument>> ReadAsync(VaultHttp http, Uri resource, VaultSession owner, CancellationToken cancellation)
    {
        var head = await http.SendAsync(new(HttpMethod.Head, resource), owner, cancellation);
        if (head is not VaultReply.Answered { IsSuccess: true } there)
        {
            return Refusal.Of<RulesDocument>(head);
        }

        if (LinkHeader.Targets(there.Headers, resource, "acl").FirstOrDefault() is not { } url)
        {
            return new VaultAnswer<RulesDocument>.Broken(VaultFault.Unexpected, "the server does not say where the rules are");
        }

        if (!Urls.SameOrigin(url, resource))
        {
            // The owner's token would go to another server, and rules might be written over in a vault that nobody spoke of.
            return new VaultAnswer<RulesDocument>.Broken(VaultFault.Unexpected, "the rules are said to stand on another server");
        }

        var isRoot = LinkHeader.Targets(there.Headers, resource, "type").Any(type => type.AbsoluteUri == Vocabulary.StorageClass);
        var reply = await http.SendAsync(new(HttpMethod.Get, url), owner, cancellation);
        switch (reply)
        {
            case VaultReply.Answered { Status: HttpStatusCode.NotFound or HttpStatusCode.Gone } absent:
                return new VaultAnswer<RulesDocument>.Ok(new(url, RdfGraph.Create([]), Exists: false, ETag: null, SpeaksAcp(absent, url), isRoot));
            case VaultReply.Answered { Status: HttpStatusCode.OK, MediaType: MediaTypes.Turtle } found:
                if (TurtleBody.Read(url, found.Body, cancellation, out var detail) is not { } rules)
                {
                    // Writing over rules that we cannot read would lose them.
                    return new VaultAnswer<RulesDocument>.Broken(VaultFault.NotTurtle, detail);
                }

                // If-Match compares strongly (RFC 9110, section 13.1.1): a weak tag would never match.
                var tag = found.Headers.First("ETag") is { } given && !given.StartsWith("W/", StringComparison.Ordinal) ? given : null;
                return new VaultAnswer<RulesDocument>.Ok(new(url, rules, Exists: true, tag, SpeaksAcp(found, url), isRoot));
            case VaultReply.Answered { Status: HttpStatusCode.OK }:
                return new VaultAnswer<RulesDocument>.Broken(VaultFault.WrongContentType, "the rules are not text/turtle");
            default:
                return Refusal.Of<RulesDocument>(reply);
        }
    }

    private static bool SpeaksAcp(VaultReply.Answered answer, Uri url) =>
        LinkHeader.Targets(answer.Headers, url, "type").Any(type => type.AbsoluteUri == Acl.AccessControlResource.Value)
        || url.AbsolutePath.EndsWith(".acr", StringComparison.Ordinal);
}
