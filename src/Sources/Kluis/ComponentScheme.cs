using System.Collections.Frozen;
using SolidLoonfiches.Loonfiches;
using SolidLoonfiches.Rdf;

namespace SolidLoonfiches.Sources;

/// <summary>
/// The kinds of pay lines of <c>ontology/component-kinds.ttl</c>: those that the law tells apart, and the further ones that
/// payroll knows, each of which counts as the one that stands above it.
/// </summary>
public static class ComponentScheme
{
    private const string Skos = "http://www.w3.org/2004/02/skos/core#";

    private static readonly Lazy<FrozenDictionary<string, ComponentKind>> ByName = new(Read);

    /// <summary>What a kind is for the law, by its name in the scheme (<c>skos:notation</c>); null where the scheme has no such kind.</summary>
    public static ComponentKind? KindOf(string name) => ByName.Value.TryGetValue(name, out var kind) ? kind : null;

    /// <summary>What a kind is for the law, by its IRI; null where the scheme has no such kind.</summary>
    internal static ComponentKind? KindOf(Term term) =>
        term.IsIri && term.Value.StartsWith(LoonficheTerms.Kind, StringComparison.Ordinal) ? KindOf(term.Value[LoonficheTerms.Kind.Length..]) : null;

    private static FrozenDictionary<string, ComponentKind> Read()
    {
        var scheme = Turtle.Read(OntologyFile.Read("component-kinds.ttl"), LoonficheTerms.Kind);
        return scheme.Subjects(LoonficheTerms.Type, Term.Iri(Skos + "Concept")).ToFrozenDictionary(
            Name,
            concept => Enum.Parse<ComponentKind>(Name(LoonficheGraph.Single(scheme, concept, Term.Iri(Skos + "broader")) ?? concept), ignoreCase: true),
            StringComparer.Ordinal);
    }

    private static string Name(Term concept) => concept.Value[LoonficheTerms.Kind.Length..];
}
