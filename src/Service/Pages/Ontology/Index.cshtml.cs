using Microsoft.AspNetCore.Mvc;
using SolidLoonfiches.Rdf;

namespace SolidLoonfiches.Service.Pages.Ontology;

/// <summary>The vocabulary: what a payslip is made of.</summary>
internal sealed class IndexPage : OntologyPage
{
    private const string Rdfs = "http://www.w3.org/2000/01/rdf-schema#";
    private const string Ontology = "https://w3id.org/loonfiche";

    public IReadOnlyList<OwnTerm> Terms { get; private set; } = [];

    public string Version { get; private set; } = "";

    public IActionResult OnGet()
    {
        var graph = OntologyFiles.Graph(OntologyFiles.Terms);
        Version = graph.Objects(Term.Iri(Ontology), Term.Iri("http://www.w3.org/2002/07/owl#versionInfo")).Single().Value;
        Terms =
        [
            .. graph.Subjects(Term.Iri(Rdfs + "isDefinedBy"), Term.Iri(Ontology)).Select(term => new OwnTerm(
                term.Value[(Ontology.Length + 1)..],
                Text(graph, term, Rdfs + "label"),
                Text(graph, term, Rdfs + "label", "fr"),
                Text(graph, term, Rdfs + "label", "en"),
                Text(graph, term, Rdfs + "comment"))),
        ];
        return Answer(OntologyFiles.Terms);
    }

    internal sealed record OwnTerm(string Name, string Dutch, string French, string English, string Comment);
}
