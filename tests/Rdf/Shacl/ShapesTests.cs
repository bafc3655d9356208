using static SolidLoonfiches.Rdf.Tests.Documents;

namespace SolidLoonfiches.Rdf.Tests;

public sealed class ShapesTests
{
    private const string Prefixes = "@prefix xsd: <http://www.w3.org/2001/XMLSchema#> . @prefix sh: <http://www.w3.org/ns/shacl#> . @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> . @prefix : <https://example.org/> . ";

    [Fact]
    public void Validate_FaultyNode_SaysWhatWhereAndHowGrave()
    {
        var shapes = Compile("""
            :S a sh:NodeShape ; sh:targetClass :Slip ; sh:property :P, [ sh:path :q ; sh:maxCount 1 ] .
            :P sh:path :p ; sh:minCount 1 ; sh:severity sh:Warning ; sh:message "Er is geen p."@nl, "Il n'y a pas de p."@fr, "No p." .
            """);
        var report = shapes.Validate(Data(":a a :Slip ; :q 1 . :b a :Slip ; :p 1 ; :q 1, 2 . :c a :Other ."));
        Assert.False(report.Conforms);
        Assert.Equal(2, report.Results.Count);
        var first = report.Results.Single(result => result.FocusNode == Ex("a"));
        Assert.Equal(("https://example.org/p", null, Sh.Component("MinCount"), Ex("P"), Severity.Warning, Sh.Namespace + "Warning"), (first.Path, first.Value, first.Component, first.Shape, first.Severity, first.SeverityIri));
        Assert.Equal(["", "fr", "nl"], first.Messages.Keys);
        Assert.Equal("Er is geen p.", first.Messages["nl"]);
        var second = report.Results.Single(result => result.FocusNode == Ex("b"));
        Assert.Equal((Sh.Component("MaxCount"), Severity.Violation), (second.Component, second.Severity));
        Assert.Empty(second.Messages);
    }

    [Fact]
    public void Validate_NodeThatTheDataDoNotHave_IsStillLookedAt()
    {
        var result = Assert.Single(Compile(":S sh:targetNode :nowhere ; sh:property [ sh:path :p ; sh:minCount 1 ] .").Validate(Data("")).Results);
        Assert.Equal(Ex("nowhere"), result.FocusNode);
    }

    [Fact]
    public void Validate_TermThatOnlyTheShapesHave_IsNotTakenForAnother()
    {
        var shapes = Compile(":S sh:targetNode :a ; sh:property [ sh:path :p ; sh:in ( :x :y ) ], [ sh:path :q ; sh:hasValue :x ] .");
        Assert.Equal(2, shapes.Validate(Data(":a :p :z .")).Results.Count);
        Assert.True(shapes.Validate(Data(":a :p :y ; :q :x .")).Conforms);
    }

    [Fact]
    public void Validate_SubclassInTheData_IsAnInstanceToo()
    {
        var shapes = Compile(":S sh:targetClass :Slip ; sh:property [ sh:path :p ; sh:class :Amount ] .");
        var data = Data(":Correction rdfs:subClassOf :Slip . :Euro rdfs:subClassOf :Money . :Money rdfs:subClassOf :Amount, :Euro . :a a :Correction ; :p :m, :n . :m a :Euro . :n a :Other .");
        var result = Assert.Single(shapes.Validate(data).Results);
        Assert.Equal((Ex("a"), Ex("n")), (result.FocusNode, result.Value));
    }

    [Fact]
    public void Validate_NodeReachedThroughOrAndNode_IsLookedAtWhole()
    {
        var shapes = Compile("""
            :S sh:targetNode :a ; sh:property [ sh:path :p ; sh:or ( [ sh:datatype xsd:decimal ] [ sh:node :Amount ] ) ] .
            :Amount sh:property [ sh:path :value ; sh:minCount 1 ; sh:datatype xsd:decimal ; sh:minInclusive 0 ] ; sh:closed true ; sh:ignoredProperties ( :note ) .
            """);
        Assert.True(shapes.Validate(Data(":a :p 1.5, [ :value 2.5 ; :note 'x' ] .")).Conforms);
        Assert.Single(shapes.Validate(Data(":a :p [ :value -2.5 ] .")).Results);
        Assert.Single(shapes.Validate(Data(":a :p [ :value 2.5 ; :other 1 ] .")).Results);
        Assert.Single(shapes.Validate(Data(":a :p [ :value \"2,5\"^^xsd:decimal ] .")).Results);
        Assert.Equal(Sh.Component("Or"), Assert.Single(shapes.Validate(Data(":a :p 'x' .")).Results).Component);
    }

    [Fact]
    public void Validate_PathOfSteps_IsNamedAsSparqlWritesIt()
    {
        var shapes = Compile(":S sh:targetNode :a ; sh:property [ sh:path ( :p [ sh:inversePath [ sh:zeroOrMorePath :q ] ] ) ; sh:maxCount 0 ] .");
        Assert.Equal("(<https://example.org/p>/^<https://example.org/q>*)", Assert.Single(shapes.Validate(Data(":a :p :b .")).Results).Path);
    }

    [Theory]
    [InlineData("sh:sparql [ ]", "sparql")]
    [InlineData("sh:js [ ]", "js")]
    [InlineData("sh:target [ ]", "target")]
    [InlineData("sh:rule [ ]", "rule")]
    [InlineData("sh:expression [ ]", "expression")]
    [InlineData("sh:minCuont 1", "minCuont")]
    [InlineData("sh:pattern '(?=a)'", "pattern")]
    [InlineData("sh:pattern '\\\\bword'", "pattern")]
    [InlineData("sh:pattern '(a)\\\\1'", "pattern")]
    [InlineData("sh:pattern 'a' ; sh:flags 'z'", "pattern")]
    [InlineData("sh:minInclusive 'P1Y'^^xsd:duration", "duration")]
    [InlineData("sh:minInclusive '2026-02-30'^^xsd:date", "date")]
    public void Compile_WhatIsNotSupported_IsRefusedByName(string constraint, string named)
    {
        var error = Assert.Throws<NotSupportedException>(() => Compile(":S a sh:NodeShape ; " + constraint + " ."));
        Assert.Contains("<https://example.org/S>", error.Message, StringComparison.Ordinal);
        Assert.Contains(named, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(":S a sh:NodeShape ; sh:property [ sh:path [ sh:unknownPath :p ] ] .")]
    [InlineData(":S a sh:NodeShape ; sh:node :T . :T sh:property [ sh:path :p ; sh:node :S ] .")]
    [InlineData(":C a sh:ConstraintComponent . :S a sh:NodeShape ; :mine 1 .")]
    [InlineData("<> sh:entailment <http://www.w3.org/ns/entailment/RDFS> .")]
    public void Compile_PathRecursionOrComponentOfOthers_IsRefused(string shapes) => Assert.Throws<NotSupportedException>(() => Compile(shapes));

    [Theory]
    [InlineData(":S a sh:NodeShape ; sh:minCount 1 .")]
    [InlineData(":S a sh:PropertyShape ; sh:path :p, :q .")]
    [InlineData(":S a sh:PropertyShape ; sh:path 'p' .")]
    [InlineData(":S a sh:PropertyShape ; sh:path _:x . _:x sh:inversePath _:x .")]
    [InlineData(":S a sh:PropertyShape ; sh:path ( :p ) .")]
    [InlineData(":S a sh:PropertyShape ; sh:path :p ; sh:minCount 1, 2 .")]
    [InlineData(":S a sh:PropertyShape ; sh:path :p ; sh:minCount 'one' .")]
    [InlineData(":S a sh:PropertyShape ; sh:path :p ; sh:minCount -1 .")]
    [InlineData(":S a sh:NodeShape ; sh:in _:x . _:x <http://www.w3.org/1999/02/22-rdf-syntax-ns#first> 1 ; <http://www.w3.org/1999/02/22-rdf-syntax-ns#rest> _:x .")]
    [InlineData(":S a sh:NodeShape ; sh:in :noList .")]
    [InlineData(":S a sh:NodeShape ; sh:property [ sh:minLength 1 ] .")]
    [InlineData(":S a sh:NodeShape ; sh:nodeKind sh:Iri .")]
    [InlineData(":S a sh:NodeShape ; sh:datatype 'x' .")]
    [InlineData(":S a sh:NodeShape ; sh:pattern '(' .")]
    [InlineData(":S a sh:NodeShape ; sh:message 'a', 'b' .")]
    public void Compile_ShapeThatIsNotWellFormed_IsRefused(string shapes) => Assert.Throws<ArgumentException>(() => Compile(shapes));

    [Fact]
    public void Validate_FromManyThreads_GivesTheSameReport()
    {
        var shapes = Compile(":S sh:targetClass :Slip ; sh:property [ sh:path :p ; sh:minCount 1 ; sh:datatype xsd:decimal ; sh:pattern '^[0-9]+\\\\.[0-9]{2}$' ], [ sh:path [ sh:inversePath :q ] ; sh:maxCount 0 ] .");
        var data = Data(string.Concat(Enumerable.Range(0, 50).Select(i => $":s{i} a :Slip ; :p {(i % 2 == 0 ? "1.50" : "1.5")} . ")) + ":x :q :s1 .");
        Parallel.For(0, 200, _ => Assert.Equal(26, shapes.Validate(data).Results.Count));
    }

    private static Shapes Compile(string shapes) => Shapes.Compile(Turtle(Prefixes + shapes));

    private static RdfGraph Data(string data) => Turtle(Prefixes + data);
}
