using static SolidLoonfiches.Rdf.Tests.Documents;

namespace SolidLoonfiches.Rdf.Tests;

public sealed class RdfGraphTests
{
    private static readonly RdfGraph _graph = Turtle("@prefix : <https://example.org/> . :a :p 1, 2 ; :q :b . :b :p 2 . _:x :q \"y\"@nl .");

    [Fact]
    public void Objects_SubjectWithTwo_GivesBoth() =>
        Assert.Equal(["1", "2"], _graph.Objects(Ex("a"), Ex("p")).Select(term => term.Value));

    [Fact]
    public void Objects_NoSuchTriple_GivesNone()
    {
        Assert.Empty(_graph.Objects(Ex("b"), Ex("q")));
        Assert.Empty(_graph.Objects(Ex("nowhere"), Ex("p")));
        Assert.Empty(_graph.Objects(Ex("a"), Ex("nowhere")));
        Assert.Empty(_graph.Objects(default, default));
    }

    [Fact]
    public void Subjects_SharedObject_GivesBoth() => Assert.Equal([Ex("a"), Ex("b")], _graph.Subjects(Ex("p"), Term.Literal("2", Xsd.Integer)));

    [Fact]
    public void WithPredicate_TwoSubjects_GivesEveryTriple() => Assert.Equal(3, _graph.WithPredicate(Ex("p")).Count());

    [Fact]
    public void WithSubject_GivesItsTriples() => Assert.Equal(3, _graph.WithSubject(Ex("a")).Count());

    [Fact]
    public void Contains_SameLexicalFormOtherDatatype_IsNotThere()
    {
        Assert.True(_graph.Contains(Ex("a"), Ex("p"), Term.Literal("1", Xsd.Integer)));
        Assert.False(_graph.Contains(Ex("a"), Ex("p"), Term.Literal("1", Xsd.Decimal)));
        Assert.False(_graph.Contains(Ex("a"), Ex("p"), Term.Literal("1")));
        Assert.True(_graph.Contains(Term.Blank("x"), Ex("q"), Term.Literal("y", language: "nl")));
        Assert.False(_graph.Contains(Term.Blank("x"), Ex("q"), Term.Literal("y", language: "fr")));
    }

    [Fact]
    public void Create_TheSameTripleTwice_KeepsItOnce()
    {
        var triple = new Triple(Ex("a"), Ex("p"), Ex("b"));
        Assert.Equal(1, RdfGraph.Create([triple, triple]).Count);
    }

    [Fact]
    public void Create_Nothing_IsEmpty()
    {
        var graph = RdfGraph.Create([]);
        Assert.Equal(0, graph.Count);
        Assert.Empty(graph.Triples);
        Assert.Empty(graph.WithPredicate(Ex("p")));
        Assert.Empty(graph.Subjects(Ex("p"), Ex("b")));
    }

    [Fact]
    public void Create_LiteralSubjectOrPredicateThatIsNoIri_IsRefused()
    {
        Assert.Throws<ArgumentException>(() => RdfGraph.Create([new(Term.Literal("a"), Ex("p"), Ex("b"))]));
        Assert.Throws<ArgumentException>(() => RdfGraph.Create([new(Ex("a"), Term.Blank("p"), Ex("b"))]));
        Assert.Throws<ArgumentException>(() => RdfGraph.Create([new(Ex("a"), Ex("p"), default)]));
    }

    [Fact]
    public void Create_ManyTriples_FindsEachAgain()
    {
        var triples = Enumerable.Range(0, 30_000).Select(i => new Triple(Ex("s" + (i % 1000)), Ex("p" + (i % 7)), Term.Literal(i.ToString(System.Globalization.CultureInfo.InvariantCulture), Xsd.Integer))).ToList();
        var graph = RdfGraph.Create(triples.Concat(triples));
        Assert.Equal(30_000, graph.Count);
        Assert.All(triples, triple => Assert.True(graph.Contains(triple.Subject, triple.Predicate, triple.Object)));
        Assert.Equal(triples.ToHashSet(), graph.Triples.ToHashSet());
        Assert.Equal([Ex("s999")], graph.Subjects(Ex("p" + (29_999 % 7)), triples[^1].Object));
        Assert.Equal(triples.Count(triple => triple.Predicate == Ex("p3")), graph.WithPredicate(Ex("p3")).Count());
    }

    [Fact]
    public void MapIris_OtherNamespace_ChangesEveryPlaceOfAnIri()
    {
        var graph = Turtle("@prefix h: <http://data.example/> . h:a h:p \"1\"^^h:type, h:b, \"http://data.example/text\", \"x\"@nl .");
        var mapped = graph.MapIris(iri => iri.Replace("http://data.example/", "https://example.org/", StringComparison.Ordinal));
        Assert.Equal(4, mapped.Count);
        Assert.True(mapped.Contains(Ex("a"), Ex("p"), Term.Literal("1", "https://example.org/type")));
        Assert.True(mapped.Contains(Ex("a"), Ex("p"), Ex("b")));
        Assert.True(mapped.Contains(Ex("a"), Ex("p"), Term.Literal("http://data.example/text")));
        Assert.True(mapped.Contains(Ex("a"), Ex("p"), Term.Literal("x", language: "nl")));
    }

    [Fact]
    public void MapIris_TwoIrisThatBecomeOne_MergesTheirTriples()
    {
        var graph = Turtle("<http://e/a> <http://e/p> 1 . <https://e/a> <http://e/p> 1 .");
        Assert.Equal(1, graph.MapIris(iri => iri.Replace("https:", "http:", StringComparison.Ordinal)).Count);
    }

    [Fact]
    public void MapIris_NothingChanges_IsTheSameObject() => Assert.Same(_graph, _graph.MapIris(iri => iri));

    [Fact]
    public void MapIris_ToSomethingThatIsNoIri_IsRefused() => Assert.Throws<ArgumentException>(() => _graph.MapIris(_ => "no iri"));
}
