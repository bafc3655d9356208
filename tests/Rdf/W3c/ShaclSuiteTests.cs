namespace SolidLoonfiches.Rdf.Tests;

public sealed class ShaclSuiteTests
{
    private const string Manifest = "http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#";
    private const string Test = "http://www.w3.org/ns/shacl-test#";

    // The folder as the base of its files, so that <> and relative IRIs lead back to a file.
    private const string Base = "file:///shacl-core/";

    [Fact]
    public void Validate_W3cShaclCoreSuite_GivesTheWholeReportOfEveryCase()
    {
        var folder = W3cData.Folder("shacl-core");
        var names = new List<string>();
        var failed = new List<string>();
        foreach (var file in Files(folder, Base + "manifest.ttl"))
        {
            var graph = Read(folder, file);
            foreach (var test in graph.Subjects(Term.Iri(RdfTerms.Type), Term.Iri(Test + "Validate")))
            {
                names.Add(test.Value[Base.Length..]);
                if (Compare(folder, graph, test) is { } difference)
                    failed.Add(test.Value[Base.Length..] + ": " + difference);
            }
        }

        Assert.Empty(failed);
        Assert.Equal(98, names.Count);
        Assert.Equal(98, names.Distinct(StringComparer.Ordinal).Count());
    }

    private static string? Compare(string folder, RdfGraph graph, Term test)
    {
        var action = One(graph, test, Manifest + "action")!.Value;
        var data = Read(folder, One(graph, action, Test + "dataGraph")!.Value.Value);
        var shapes = Read(folder, One(graph, action, Test + "shapesGraph")!.Value.Value);
        var expected = One(graph, test, Manifest + "result")!.Value;
        var report = Shapes.Compile(shapes).Validate(data);
        var wanted = graph.Objects(expected, Sh.Of("result")).Select(result => Line(graph, result)).Order(StringComparer.Ordinal).ToList();
        var messages = graph.Objects(expected, Sh.Of("result")).Any(result => graph.Objects(result, Sh.Of("resultMessage")).Any());
        var given = report.Results.Select(result => Line(result, messages)).Order(StringComparer.Ordinal).ToList();
        var conforms = One(graph, expected, Sh.Namespace + "conforms")!.Value.Value == "true";
        if (!GraphIsomorphism.AreIsomorphic(ExpectedGraph(graph, expected), RdfGraph.Create(report.ToGraph().Triples.Where(triple => messages || triple.Predicate != Sh.Of("resultMessage")))))
            return "the report as RDF is another one";
        return report.Conforms == conforms && wanted.SequenceEqual(given, StringComparer.Ordinal)
            ? null
            : "wanted " + string.Join(" | ", wanted) + " but got " + string.Join(" | ", given);
    }

    // The report that the test file holds, cut out of all the rest: its results and their paths.
    private static RdfGraph ExpectedGraph(RdfGraph graph, Term report)
    {
        var triples = new List<Triple>();
        var open = new Queue<Term>([report]);
        while (open.TryDequeue(out var node))
        {
            foreach (var triple in graph.WithSubject(node))
            {
                triples.Add(triple);
                if (triple.Object.IsBlank && triple.Predicate.Value is not (Sh.Namespace + "focusNode" or Sh.Namespace + "value" or Sh.Namespace + "sourceShape"))
                    open.Enqueue(triple.Object);
            }
        }

        return RdfGraph.Create(triples);
    }

    private static string Line(RdfGraph graph, Term result)
    {
        var path = One(graph, result, Sh.Namespace + "resultPath");
        return string.Join(
            ' ',
            One(graph, result, Sh.Namespace + "focusNode"),
            path is null ? "-" : new PathCompiler(graph, new ConstantPool()).Compile(path.Value, result).Text,
            One(graph, result, Sh.Namespace + "value")?.ToString() ?? "-",
            One(graph, result, Sh.Namespace + "sourceConstraintComponent")!.Value.Value,
            One(graph, result, Sh.Namespace + "sourceShape"),
            One(graph, result, Sh.Namespace + "resultSeverity")!.Value.Value,
            string.Join(',', graph.Objects(result, Sh.Of("resultMessage")).Select(term => term.Value + "@" + term.Language).Order(StringComparer.Ordinal)));
    }

    private static string Line(ValidationResult result, bool messages) => string.Join(
        ' ',
        result.FocusNode,
        result.Path ?? "-",
        result.Value?.ToString() ?? "-",
        result.Component,
        result.Shape,
        result.SeverityIri,
        messages ? string.Join(',', result.Messages.Select(message => message.Value + "@" + message.Key).Order(StringComparer.Ordinal)) : "");

    private static IEnumerable<string> Files(string folder, string manifest)
    {
        yield return manifest;
        foreach (var included in Read(folder, manifest).Objects(Term.Iri(manifest), Term.Iri(Manifest + "include")))
        {
            foreach (var file in Files(folder, included.Value))
                yield return file;
        }
    }

    private static RdfGraph Read(string folder, string iri) => Rdf.Turtle.Read(File.ReadAllBytes(Path.Combine(folder, iri[Base.Length..])), iri);

    private static Term? One(RdfGraph graph, Term subject, string predicate)
    {
        var found = graph.Objects(subject, Term.Iri(predicate)).ToList();
        return found.Count == 0 ? null : Assert.Single(found);
    }
}
