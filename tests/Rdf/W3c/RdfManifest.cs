namespace SolidLoonfiches.Rdf.Tests;

/// <summary>One case of the W3C's RDF 1.1 suites.</summary>
internal sealed record RdfCase(string Name, string Kind, string Action, string? Result);

/// <summary>A manifest of the W3C's RDF 1.1 suites, read by the reader under test.</summary>
internal static class RdfManifest
{
    private const string Manifest = "http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#";

    public static IReadOnlyList<RdfCase> Read(string folder)
    {
        const string Base = "file:///manifest/";
        var graph = Rdf.Turtle.Read(File.ReadAllBytes(Path.Combine(folder, "manifest.ttl")), Base + "manifest.ttl");
        var entries = graph.Objects(Term.Iri(Base + "manifest.ttl"), Term.Iri(Manifest + "entries")).Single();
        return [.. W3cData.List(graph, entries).Select(entry => new RdfCase(
            One(entry, "name")!,
            graph.Objects(entry, Term.Iri(RdfTerms.Type)).Single().Value.Split('#')[1],
            One(entry, "action")![Base.Length..],
            One(entry, "result")?[Base.Length..]))];

        string? One(Term entry, string property) => graph.Objects(entry, Term.Iri(Manifest + property)).Select(term => term.Value).SingleOrDefault();
    }
}
