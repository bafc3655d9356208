using System.Text;
using SolidLoonfiches.Rdf;

namespace SolidLoonfiches.Sources;

/// <summary>What the signature on a slip claims: that this office has signed these bytes. Not yet held against a key.</summary>
/// <param name="Jws">Null where it is none, is there more than once, or names another document.</param>
/// <param name="Office">Who signed, by what is signed: the publisher of this very document. Null where that is not one WebID.</param>
/// <param name="Payload">
/// Canonical N-Triples of all triples but the signature itself, in UTF-8. Their IRIs are absolute, so that a copy of the
/// document elsewhere is another document.
/// </param>
internal sealed record SignatureClaim(DetachedJws? Jws, Uri? Office, byte[] Payload)
{
    /// <summary>Null where the document has no signature.</summary>
    /// <param name="graph">As it was read: not respelt, or two documents would have one signature.</param>
    /// <param name="document">Its URL.</param>
    public static SignatureClaim? Of(RdfGraph graph, Uri document)
    {
        Triple[] signatures = [.. graph.WithPredicate(LoonficheTerms.Signature)];
        if (signatures.Length == 0)
        {
            return null;
        }

        var here = LoonficheGraph.DocumentIri(document.AbsoluteUri);
        DetachedJws? jws = null;
        if (signatures is [{ Object: { IsLiteral: true, Language: null, Datatype: LoonficheTerms.Xsd + "string" } } only] && IsHere(only.Subject, here))
        {
            _ = DetachedJws.TryParse(only.Object.Value, out jws);
        }

        Triple[] publishers = [.. graph.WithPredicate(LoonficheTerms.Publisher)];
        var office = publishers is [{ Object.IsIri: true } one] && IsHere(one.Subject, here) && Uri.TryCreate(one.Object.Value, UriKind.Absolute, out var webId) ? webId : null;
        return new SignatureClaim(jws, office, PayloadOf(graph.Triples.Where(triple => triple.Predicate != LoonficheTerms.Signature)));
    }

    public static byte[] PayloadOf(IEnumerable<Triple> triples) => Encoding.UTF8.GetBytes(NTriples.Write(RdfGraph.Create(triples)));

    private static bool IsHere(Term subject, string here) => subject.IsIri && string.Equals(LoonficheGraph.DocumentIri(subject.Value), here, StringComparison.Ordinal)
        && !subject.Value.Contains('#', StringComparison.Ordinal);
}
