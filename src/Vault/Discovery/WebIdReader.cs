using System.Net;
using SolidLoonfiches.Rdf;

namespace SolidLoonfiches.Vault;

/// <summary>From a WebID to who may speak for it, and where its storages are.</summary>
internal static class WebIdReader
{
    public static async Task<WebIdAnswer> ReadAsync(VaultHttp http, string webId, bool allowLoopback, CancellationToken cancellation)
    {
        if (!Uri.TryCreate(webId.Trim(), UriKind.Absolute, out var asked) || AddressGuard.Refusal(asked, allowLoopback) is not null)
        {
            return new WebIdAnswer.NotAUrl();
        }

        return await http.SendAsync(new(HttpMethod.Get, asked), cancellation) switch
        {
            VaultReply.Answered { Status: HttpStatusCode.OK, MediaType: MediaTypes.Turtle } answer => Read(asked, answer.Body, allowLoopback, cancellation),
            VaultReply.Answered { Status: HttpStatusCode.OK } => new WebIdAnswer.NotResolved(VaultFault.WrongContentType, "not text/turtle"),
            var other => NotResolved(other),
        };
    }

    private static WebIdAnswer.NotResolved NotResolved(VaultReply reply) => Refusal.Of<Uri>(reply) switch
    {
        VaultAnswer<Uri>.Broken broken => new(broken.Fault, broken.Detail),
        _ => new(VaultFault.Unexpected, reply is VaultReply.Answered answer ? $"HTTP {(int)answer.Status}" : "no answer"),
    };

    private static WebIdAnswer Read(Uri asked, byte[] turtle, bool allowLoopback, CancellationToken cancellation)
    {
        if (TurtleBody.Read(asked, turtle, cancellation, out var detail) is not { } graph)
        {
            return new WebIdAnswer.NotResolved(VaultFault.NotTurtle, detail);
        }

        var naming = graph.WithPredicate(Term.Iri(Vocabulary.OidcIssuer)).Where(triple => Urls.Same(triple.Subject, asked)).ToList();
        var issuers = UrlsOf(naming, allowLoopback);
        if (issuers.Count == 0)
        {
            return new WebIdAnswer.NoIssuer();
        }

        // The document's own spelling: tokens and rules carry it, and vaults compare strings.
        var webId = new Uri(naming[0].Subject.Value);
        return new WebIdAnswer.Found(new(webId, issuers, Named(Vocabulary.Storage))
        {
            // The public one first: a payroll office sees no other, and finds the same container there.
            TypeIndexes = [.. Named(Vocabulary.PublicTypeIndex), .. Named(Vocabulary.PrivateTypeIndex)],
            Preferences = Named(Vocabulary.Preferences),
        });

        List<Uri> Named(string property) => UrlsOf(graph.WithPredicate(Term.Iri(property)).Where(triple => Urls.Same(triple.Subject, asked)), allowLoopback);
    }

    private static List<Uri> UrlsOf(IEnumerable<Triple> triples, bool allowLoopback) =>
    [
        .. triples.Where(triple => triple.Object.IsIri)
            .Select(triple => Uri.TryCreate(triple.Object.Value, UriKind.Absolute, out var url) ? url : null)
            .OfType<Uri>()
            .Where(url => AddressGuard.Refusal(url, allowLoopback) is null),
    ];
}
