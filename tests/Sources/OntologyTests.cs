using System.Reflection;
using SolidLoonfiches.Loonfiches;
using SolidLoonfiches.Rdf;

namespace SolidLoonfiches.Sources;

/// <summary>Holds ontology, shapes and code together.</summary>
public sealed class OntologyTests
{
    private const string Sh = "http://www.w3.org/ns/shacl#";
    private const string Skos = "http://www.w3.org/2004/02/skos/core#";
    private static readonly string[] Languages = ["en", "fr", "nl"];

    [Fact]
    public void Kinds_SchemeShapesAndCode_AreTheSame()
    {
        var inCode = Enum.GetValues<ComponentKind>().Select(LoonficheTerms.Of).Select(term => term.Value).Order(StringComparer.Ordinal).ToList();
        var scheme = Load("component-kinds.ttl");
        var all = Concepts(scheme).Select(term => term.Value).Order(StringComparer.Ordinal);
        var top = Concepts(scheme).Where(term => scheme.Objects(term, Term.Iri(Skos + "topConceptOf")).Any()).Select(term => term.Value).Order(StringComparer.Ordinal);

        Assert.Equal(inCode, top);
        Assert.Equal(all, InList("LineKind").Order(StringComparer.Ordinal));
        Assert.Equal(Enum.GetValues<PaySection>().Select(LoonficheTerms.Of).Select(term => term.Value), InList("LineSection"));
    }

    [Fact]
    public void Kinds_EveryOne_IsAKindOfTheLawOrStandsBelowOne()
    {
        var scheme = Load("component-kinds.ttl");
        var top = Enum.GetValues<ComponentKind>().ToDictionary(LoonficheTerms.Of, kind => kind);

        Assert.True(Concepts(scheme).Count() > top.Count);
        Assert.All(Concepts(scheme), kind =>
        {
            var above = scheme.Objects(kind, Term.Iri(Skos + "broader")).ToList();
            Assert.Equal(top.ContainsKey(kind) ? 0 : 1, above.Count);
            Assert.Equal(top[above.Count == 0 ? kind : above[0]], ComponentScheme.KindOf(kind));
            Assert.Equal(kind.Value, LoonficheTerms.Kind + Assert.Single(scheme.Objects(kind, LoonficheTerms.Notation)).Value);
        });
    }

    [Theory]
    [InlineData("https://w3id.org/loonfiche/kind#tip")]
    [InlineData("https://w3id.org/loonfiche#basePay")]
    public void KindOf_IriThatTheSchemeDoesNotHave_IsNone(string iri) => Assert.Null(ComponentScheme.KindOf(Term.Iri(iri)));

    [Fact]
    public void KindOf_LiteralWithAKindsIri_IsNone() => Assert.Null(ComponentScheme.KindOf(Term.Literal("https://w3id.org/loonfiche/kind#basePay")));

    [Fact]
    public void Kinds_EveryOne_HasLabelsAndADefinitionInThreeLanguages()
    {
        var scheme = Load("component-kinds.ttl");

        Assert.All(Concepts(scheme), kind =>
        {
            Assert.Equal(Languages, Tags(scheme, kind, Skos + "prefLabel"));
            Assert.Equal(Languages, Tags(scheme, kind, Skos + "definition"));
        });
    }

    [Fact]
    public void Shapes_EveryPropertyShape_HasAMessageInThreeLanguages()
    {
        var shapes = Load("loonfiche.shapes.ttl");
        var properties = shapes.Subjects(LoonficheTerms.Type, Term.Iri(Sh + "PropertyShape")).ToList();

        Assert.NotEmpty(properties);
        Assert.All(properties, shape => Assert.Equal(Languages, Tags(shapes, shape, Sh + "message")));
    }

    [Fact]
    public void Vocabulary_EveryOwnTermInCode_IsDefinedWithLabelsInThreeLanguages()
    {
        var vocabulary = Load("loonfiche.ttl");
        var own = typeof(LoonficheTerms).GetFields(BindingFlags.Static | BindingFlags.Public).Select(field => field.GetValue(null)).OfType<Term>()
            .Where(term => term.Value.StartsWith(LoonficheTerms.Own, StringComparison.Ordinal)).ToList();

        Assert.NotEmpty(own);
        Assert.All(own, term => Assert.Equal(Languages, Tags(vocabulary, term, "http://www.w3.org/2000/01/rdf-schema#label")));
    }

    [Fact]
    public void Readme_EveryRuleBeyondTheShapes_IsListed()
    {
        var readme = File.ReadAllText(Path.Combine(Examples.Ontology, "README.md"));

        Assert.All(CodesOfRules(), code => Assert.Contains($"`{code}`", readme, StringComparison.Ordinal));
    }

    [Fact]
    public void Examples_EveryShapeAndEveryRule_HasOne()
    {
        // Not a matter of a document's content (the vault's answer; tested with the vault), or not to be had at all since
        // the shapes stand before it (lineUnreadable).
        string[] without = ["tooLarge", "wrongContentType", "lineUnreadable"];
        var shown = Examples.Invalid.Select(row => Examples.CodeOf("invalid", row.Data)).Concat(Examples.Noted.Select(row => Examples.CodeOf("noted", row.Data)));

        Assert.Equal(
            CodesOfShapes().Concat(CodesOfRules()).Except(without, StringComparer.Ordinal).Order(StringComparer.Ordinal),
            shown.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
        Assert.Equal(27, CodesOfRules().Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(30, CodesOfShapes().Count());
        Assert.True(Examples.Valid.Count() >= 20);
    }

    /// <summary>The property shapes that say something themselves, and do not only lead to others.</summary>
    private static IEnumerable<string> CodesOfShapes()
    {
        string[] structure = ["path", "property", "message", "severity"];
        var shapes = Load("loonfiche.shapes.ttl");
        return shapes.Subjects(LoonficheTerms.Type, Term.Iri(Sh + "PropertyShape"))
            .Where(shape => shapes.WithSubject(shape).Any(triple => triple.Predicate.Value.StartsWith(Sh, StringComparison.Ordinal) && !structure.Contains(triple.Predicate.Value[Sh.Length..], StringComparer.Ordinal)))
            .Select(shape => "shape:" + shape.Value[(shape.Value.IndexOf('#', StringComparison.Ordinal) + 1)..]);
    }

    private static IEnumerable<string> CodesOfRules() =>
        typeof(SlipSentences).GetFields(BindingFlags.Static | BindingFlags.Public).Select(field => field.GetValue(null)).OfType<SlipProblem>()
            .Select(problem => problem.Code).Concat(["arithmetic:nettoloon", "arithmetic:netPaid", "arithmetic:lines"]);

    private static IEnumerable<string> InList(string shape)
    {
        const string rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
        var shapes = Load("loonfiche.shapes.ttl");
        var cell = Assert.Single(shapes.Objects(Term.Iri("https://w3id.org/loonfiche/shapes#" + shape), Term.Iri(Sh + "in")));
        while (cell != Term.Iri(rdf + "nil"))
        {
            yield return Assert.Single(shapes.Objects(cell, Term.Iri(rdf + "first"))).Value;
            cell = Assert.Single(shapes.Objects(cell, Term.Iri(rdf + "rest")));
        }
    }

    private static IEnumerable<Term> Concepts(RdfGraph scheme) => scheme.Subjects(LoonficheTerms.Type, Term.Iri(Skos + "Concept"));

    private static IEnumerable<string?> Tags(RdfGraph graph, Term subject, string predicate) =>
        graph.Objects(subject, Term.Iri(predicate)).Select(text => text.Language).Order(StringComparer.Ordinal);

    private static RdfGraph Load(string file) => Turtle.Read(File.ReadAllBytes(Path.Combine(Examples.Ontology, file)), "https://w3id.org/loonfiche/" + file);
}
