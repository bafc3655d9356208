using static SolidLoonfiches.Rdf.Tests.Documents;

namespace SolidLoonfiches.Rdf.Tests;

public sealed class TurtleWriterTests
{
    private static readonly Dictionary<string, string> _prefixes = new(StringComparer.Ordinal)
    {
        ["ex"] = "https://example.org/",
        ["loon"] = "https://example.org/loon#",
        ["xsd"] = Xsd.Namespace,
        ["unused"] = "https://unused.example/",
    };

    [Fact]
    public void Write_Graph_IsGroupedPrefixedAndOrdered()
    {
        var graph = Turtle("""
            @prefix ex: <https://example.org/> . @prefix loon: <https://example.org/loon#> .
            ex:b ex:p "2026-10-31"^^<http://www.w3.org/2001/XMLSchema#date> .
            ex:a ex:q 2, 1.50, true, "x"@nl ; a loon:Loon ; ex:p <https://elsewhere.example/x>, _:n, ex:a\,b .
            """);
        Assert.Equal(
            """
            @prefix ex: <https://example.org/> .
            @prefix loon: <https://example.org/loon#> .
            @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .

            ex:a a loon:Loon ;
                ex:p <https://elsewhere.example/x>, <https://example.org/a,b>, _:n ;
                ex:q 1.50, 2, true, "x"@nl .

            ex:b ex:p "2026-10-31"^^xsd:date .

            """,
            Rdf.Turtle.Write(graph, _prefixes));
    }

    [Fact]
    public void Write_TheSameGraphInOtherOrder_IsTheSameBytes()
    {
        var graph = Turtle("<a> <p> 1, 2, \"b\", <c> ; <q> _:x . _:x <p> 3 . <b> <p> 4 .");
        var turned = RdfGraph.Create(graph.Triples.Reverse());
        Assert.Equal(Rdf.Turtle.Write(graph, _prefixes), Rdf.Turtle.Write(turned, _prefixes.Reverse()));
        Assert.Equal(NTriples.Write(graph), NTriples.Write(turned));
    }

    [Fact]
    public void Write_AnyTerms_ReadBackAsTheSameGraph()
    {
        string[] texts = ["", "a\"b\\c", "line\r\nline\t\b\f\0", "€ 💶 \uE000", "1", "-1", "+1", "1.", ".5", "1.5", "1e3", "true", "TRUE", "1.5.5", "-", "é'''\"\"\""];
        string[] datatypes = [Xsd.String, Xsd.Integer, Xsd.Decimal, Xsd.Double, Xsd.Boolean, "https://example.org/type", "https://example.org/loon#a.b.", RdfTerms.LangString];
        string[] locals = ["", "a", "1", "-a", "a-", "a.", "a.b", "_", "a:b", "a/b", "a%20b", "a,b", "loon#x", "é", "a(b)"];
        var objects = texts.SelectMany(text => datatypes.Select(datatype => Term.Literal(text, datatype)).Append(Term.Literal(text, language: "nl-be"))).Concat(locals.Select(Ex)).Append(Term.Blank("b.1"));
        var graph = RdfGraph.Create(objects.SelectMany(term => locals.Select(local => new Triple(Ex(local), Ex(local + "p"), term))).Append(new(Term.Blank("b"), Term.Iri(RdfTerms.Type), Ex("loon#x"))));
        var expected = graph.Triples.ToHashSet();
        Assert.Equal(expected, Turtle(Rdf.Turtle.Write(graph, _prefixes)).Triples.ToHashSet());
        Assert.Equal(expected, Turtle(Rdf.Turtle.Write(graph, [])).Triples.ToHashSet());
        Assert.Equal(expected, Triples(NTriples.Write(graph)).Triples.ToHashSet());
    }

    [Fact]
    public void Write_Empty_IsEmpty() => Assert.Equal("", Rdf.Turtle.Write(RdfGraph.Create([]), _prefixes));

    [Theory]
    [InlineData("a b")]
    [InlineData("1a")]
    [InlineData("_")]
    [InlineData("a.")]
    public void Write_NoPrefix_IsRefused(string prefix) =>
        Assert.Throws<ArgumentException>(() => Rdf.Turtle.Write(RdfGraph.Create([]), [new(prefix, "https://example.org/")]));
}
