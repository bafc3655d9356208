using Microsoft.AspNetCore.Mvc;
using SolidLoonfiches.Rdf;

namespace SolidLoonfiches.Service.Pages.Ontology;

/// <summary>The shapes, with what each says where it is not met.</summary>
internal sealed class ShapesPage : OntologyPage
{
    private const string Sh = "http://www.w3.org/ns/shacl#";

    public IReadOnlyList<Rule> Rules { get; private set; } = [];

    public IActionResult OnGet()
    {
        var graph = OntologyFiles.Graph(OntologyFiles.Shapes);
        Rules =
        [
            .. graph.Subjects(Term.Iri("http://www.w3.org/1999/02/22-rdf-syntax-ns#type"), Term.Iri(Sh + "PropertyShape")).Where(shape => shape.IsIri).Select(shape => new Rule(
                shape.Value[(shape.Value.IndexOf('#', StringComparison.Ordinal) + 1)..],
                graph.Objects(shape, Term.Iri(Sh + "severity")).Any(),
                Text(graph, shape, Sh + "message"),
                Text(graph, shape, Sh + "message", "fr"),
                Text(graph, shape, Sh + "message", "en"))),
        ];
        return Answer(OntologyFiles.Shapes);
    }

    /// <param name="IsNote">The slip is used all the same.</param>
    internal sealed record Rule(string Name, bool IsNote, string Dutch, string French, string English);
}
