using System.Net;
using SolidLoonfiches.Rdf;

namespace SolidLoonfiches.Vault;

/// <summary>In which container a person keeps things of a class (Solid Type Indexes, solid:TypeRegistration).</summary>
/// <remarks>
/// An index is read as the person, and it is text that anybody may have written who may write in the vault: it is only asked
/// for on the servers of the person's WebID and storage, and only a container within that storage counts. So nobody can
/// send the person's token elsewhere, or have us open a container of somebody else's.
/// </remarks>
internal static class TypeIndex
{
    /// <summary>Absent where none is registered; NoGrant and Absent of one index end nothing, since another may tell.</summary>
    public static async Task<VaultAnswer<Uri>> FindAsync(
        VaultHttp http, WebIdProfile profile, Uri storage, Uri kind, VaultSession session, CancellationToken cancellation)
    {
        var indexes = new List<Uri>(profile.TypeIndexes);
        foreach (var preferences in profile.Preferences.Where(IsNear))
        {
            switch (await ReadAsync(http, preferences, session, cancellation))
            {
                case VaultAnswer<RdfGraph>.Ok { Value: var graph }:
                    indexes.AddRange(graph.WithPredicate(Term.Iri(Vocabulary.PrivateTypeIndex)).Where(t => Urls.Same(t.Subject, profile.WebId)).Select(t => UrlOf(t.Object)).OfType<Uri>());
                    break;
                case VaultAnswer<RdfGraph>.Absent or VaultAnswer<RdfGraph>.NoGrant:
                    break;
                case var other:
                    return Ended(other);
            }
        }

        foreach (var index in indexes.Where(IsNear).DistinctBy(url => url.AbsoluteUri))
        {
            switch (await ReadAsync(http, index, session, cancellation))
            {
                case VaultAnswer<RdfGraph>.Ok { Value: var graph } when ContainerIn(graph, storage, kind) is { } container:
                    return new VaultAnswer<Uri>.Ok(container);
                case VaultAnswer<RdfGraph>.Ok or VaultAnswer<RdfGraph>.Absent or VaultAnswer<RdfGraph>.NoGrant:
                    break;
                case var other:
                    // Not knowing what it says, a second container beside the person's own must not be made.
                    return Ended(other);
            }
        }

        return new VaultAnswer<Uri>.Absent();

        bool IsNear(Uri url) => Urls.SameOrigin(url, profile.WebId) || Urls.SameOrigin(url, storage);
    }

    /// <summary>The first by its URL, so that it is the same each time.</summary>
    private static Uri? ContainerIn(RdfGraph index, Uri storage, Uri kind) => index.WithPredicate(Term.Iri(Vocabulary.ForClass))
        .Where(registration => Urls.Same(registration.Object, kind))
        .SelectMany(registration => index.Objects(registration.Subject, Term.Iri(Vocabulary.InstanceContainer)))
        .Select(UrlOf).OfType<Uri>()
        .Where(url => url.AbsolutePath.EndsWith('/') && url.Query.Length == 0 && url.Fragment.Length == 0
            && url.AbsoluteUri.StartsWith(storage.AbsoluteUri, StringComparison.Ordinal))
        .OrderBy(url => url.AbsoluteUri, StringComparer.Ordinal)
        .FirstOrDefault();

    private static async Task<VaultAnswer<RdfGraph>> ReadAsync(VaultHttp http, Uri document, VaultSession session, CancellationToken cancellation) =>
        await http.SendAsync(new(HttpMethod.Get, document), session, cancellation) switch
        {
            VaultReply.Answered { Status: HttpStatusCode.OK, MediaType: MediaTypes.Turtle } answer => TurtleBody.Read(document, answer.Body, cancellation, out var detail) is { } graph
                ? new VaultAnswer<RdfGraph>.Ok(graph)
                : new VaultAnswer<RdfGraph>.Broken(VaultFault.NotTurtle, detail),
            VaultReply.Answered { Status: HttpStatusCode.OK } => new VaultAnswer<RdfGraph>.Broken(VaultFault.WrongContentType, "not text/turtle"),
            var other => Refusal.Of<RdfGraph>(other),
        };

    private static Uri? UrlOf(Term term) => term.IsIri && Uri.TryCreate(term.Value, UriKind.Absolute, out var url) ? url : null;

    private static VaultAnswer<Uri> Ended(VaultAnswer<RdfGraph> answer) => answer switch
    {
        VaultAnswer<RdfGraph>.TokenRejected rejected => new VaultAnswer<Uri>.TokenRejected(rejected.Detail),
        VaultAnswer<RdfGraph>.Broken broken => new VaultAnswer<Uri>.Broken(broken.Fault, broken.Detail),
        _ => throw new InvalidOperationException("Not an end: " + answer.GetType().Name),
    };
}
