using Microsoft.AspNetCore.Mvc;
using SolidLoonfiches.Rdf;

namespace SolidLoonfiches.Service.Pages.Ontology;

/// <summary>The scheme of pay components: what a line is, and what the law does with it.</summary>
internal sealed class KindsPage : OntologyPage
{
    private const string Skos = "http://www.w3.org/2004/02/skos/core#";
    private const string Own = "https://w3id.org/loonfiche#";

    /// <summary>Those that the law tells apart.</summary>
    public IReadOnlyList<Kind> Kinds { get; private set; } = [];

    public IActionResult OnGet()
    {
        var scheme = OntologyFiles.Graph(OntologyFiles.Kinds);
        Kinds = [.. scheme.Subjects(Term.Iri(Skos + "topConceptOf"), Term.Iri("https://w3id.org/loonfiche/kind")).Select(kind => KindOf(scheme, kind))];
        return Answer(OntologyFiles.Kinds);
    }

    private static Kind KindOf(RdfGraph scheme, Term kind) => new(
        kind.Value[(kind.Value.IndexOf('#', StringComparison.Ordinal) + 1)..],
        Text(scheme, kind, Skos + "prefLabel"),
        Text(scheme, kind, Skos + "prefLabel", "fr"),
        Text(scheme, kind, Skos + "prefLabel", "en"),
        Text(scheme, kind, Skos + "definition"),
        Treatment(scheme, kind),
        string.Join(", ", scheme.Objects(kind, Term.Iri(Own + "dmfaPayCode")).Select(code => code.Value)),
        [.. scheme.Subjects(Term.Iri(Skos + "broader"), kind).Select(further => KindOf(scheme, further))]);

    private static string Treatment(RdfGraph scheme, Term kind)
    {
        var words = scheme.Objects(kind, Term.Iri(Own + "treatment")).Select(treatment => treatment.Value).FirstOrDefault() switch
        {
            "counted" => "telt mee",
            "notCounted" => "telt niet mee",
            "neverChanges" => "verandert het bedrag nooit: het gaat af na het nettoloon",
            _ => "",
        };
        return scheme.Objects(kind, Term.Iri(Own + "treatmentUnconfirmed")).Any() ? words + "; of dat zo moet is niet bevestigd" : words;
    }

    internal sealed record Kind(string Name, string Dutch, string French, string English, string Definition, string Treatment, string DmfaCodes, IReadOnlyList<Kind> Further);
}
