using System.Text;
using static SolidLoonfiches.Rdf.Tests.Documents;

namespace SolidLoonfiches.Rdf.Tests;

public sealed class TurtleReaderTests
{
    private const string P = "@prefix : <https://example.org/> . ";

    [Theory]
    [InlineData("1", "integer")]
    [InlineData("-12", "integer")]
    [InlineData("+1.50", "decimal")]
    [InlineData(".5", "decimal")]
    [InlineData("1e3", "double")]
    [InlineData("1.E3", "double")]
    [InlineData("-.5e-3", "double")]
    [InlineData("true", "boolean")]
    public void Read_BareLiteral_HasItsDatatype(string text, string datatype) =>
        Assert.Equal(Term.Literal(text, Xsd.Namespace + datatype), Turtle(P + ":a :p " + text + ".").Triples.Single().Object);

    [Theory]
    [InlineData("\"\"", "")]
    [InlineData("'a\"b'", "a\"b")]
    [InlineData("\"\"\"a\"b\"\"c\nd\"\"\"", "a\"b\"\"c\nd")]
    [InlineData("'''a''b'''", "a''b")]
    [InlineData("\"\\t\\b\\n\\r\\f\\\"\\'\\\\\"", "\t\b\n\r\f\"'\\")]
    [InlineData("\"\\u20AC \\U0001F4B6\"", "€ 💶")]
    [InlineData("\"€ é\"", "€ é")]
    public void Read_String_UndoesItsEscapes(string text, string value) =>
        Assert.Equal(Term.Literal(value), Turtle(P + ":a :p " + text + ".").Triples.Single().Object);

    [Fact]
    public void Read_LanguageTag_IsKeptInLowerCase() => Assert.Equal(Term.Literal("loon", language: "nl-be"), Turtle(P + ":a :p \"loon\"@nl-BE.").Triples.Single().Object);

    [Fact]
    public void Read_Collection_IsAList()
    {
        var graph = Turtle(P + ":a :p (1 (2) []) ; :q () .");
        var list = W3cData.List(graph, graph.Objects(Ex("a"), Ex("p")).Single()).ToList();
        Assert.Equal(3, list.Count);
        Assert.Equal("2", W3cData.List(graph, list[1]).Single().Value);
        Assert.Equal(Term.Iri(RdfTerms.Nil), graph.Objects(Ex("a"), Ex("q")).Single());
        Assert.Equal(10, graph.Count);
    }

    [Fact]
    public void Read_PropertyLists_NestAndStandAlone()
    {
        var graph = Turtle(P + "[ :p [ :q 1 ; ] ; ; ] . [ :p 2 ] :q 3 .");
        Assert.Equal(4, graph.Count);
        Assert.Equal(2, graph.WithPredicate(Ex("p")).Count());
        var outer = graph.WithPredicate(Ex("p")).Single(triple => triple.Object.IsBlank);
        Assert.Equal("1", graph.Objects(outer.Object, Ex("q")).Single().Value);
    }

    [Fact]
    public void Read_DirectivesInBothSpellings_AreTheSame()
    {
        var one = Turtle("@base <https://example.org/> . @prefix e: <> . <a> e:p e:b .");
        var two = Turtle("bASE <https://example.org/>\nPREFIX e: <> <a> e:p e:b .");
        Assert.Equal(one.Triples, two.Triples);
        Assert.Equal(new Triple(Ex("a"), Ex("p"), Ex("b")), one.Triples.Single());
    }

    [Fact]
    public void Read_PrefixThatLooksLikeADirective_IsAPrefix()
    {
        var graph = Turtle("@prefix base: <https://example.org/> . @prefix prefix.a: <https://example.org/> . base:a prefix.a:p base:b .");
        Assert.Equal(new Triple(Ex("a"), Ex("p"), Ex("b")), graph.Triples.Single());
    }

    [Fact]
    public void Read_LocalNames_WithDotsEscapesAndPercents()
    {
        var graph = Turtle(P + ":a.b\\,c :p%20q :x\\., :y:z.");
        Assert.True(graph.Contains(Ex("a.b,c"), Ex("p%20q"), Ex("x.")));
        Assert.True(graph.Contains(Ex("a.b,c"), Ex("p%20q"), Ex("y:z")));
    }

    [Fact]
    public void Read_ByteOrderMark_IsPassedOver() =>
        Assert.Equal(1, Rdf.Turtle.Read([0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes("<a> <b> <c> .")], Base).Count);

    [Fact]
    public void Read_BlankLabelsLikeOurOwn_StayApart()
    {
        Assert.Equal(4, Turtle(P + "_:anon2 :p _:anon1 . [] :p [] .").Triples.SelectMany(triple => new[] { triple.Subject, triple.Object }).Distinct().Count());
        var graph = Turtle(P + "[] :p _:anon1, _:xanon1, _:anon2 . [] :q _:anon2 .");
        Assert.Equal(5, graph.Triples.SelectMany(triple => new[] { triple.Subject, triple.Object }).Distinct().Count());
    }

    [Fact]
    public void Read_RelativeIriWithoutBase_IsRefused()
    {
        var error = Assert.Throws<RdfSyntaxException>(() => Rdf.Turtle.Read("<a> <urn:b> <urn:c> ."u8, ""));
        Assert.Equal((1, 1), (error.Line, error.Column));
    }

    [Fact]
    public void Read_BaseThatIsNotAbsolute_IsRefused() => Assert.Throws<ArgumentException>(() => Rdf.Turtle.Read("<a> <b> <c> ."u8, "loonfiches/"));

    [Theory]
    [InlineData("<a> <b> \"é\" @", 1, 14, "language tag")]
    [InlineData("<a> <b>\n  \"💶\", .", 2, 8, "Expected an object")]
    [InlineData("<a> <b> <c>", 1, 12, "'.'")]
    [InlineData("<a>\r\n<b>\r<c>\n<d> .", 4, 1, "'.'")]
    [InlineData("<a> <b> \"x", 1, 9, "not closed")]
    [InlineData("<a> <b> <x", 1, 9, "no '>'")]
    [InlineData("<a> <b> \"x\ny\" .", 1, 11, "line end")]
    [InlineData("<a> <b> e:c .", 1, 9, "not declared")]
    [InlineData("<a> <b> \"\\uD800\" .", 1, 10, "\\u")]
    [InlineData("<a> <b> \"\\q\" .", 1, 10, "\\t")]
    [InlineData("<a b> <b> <c> .", 1, 3, "white space")]
    [InlineData("<a> <b> <c\\u0020> .", 1, 11, "escaped neither")]
    [InlineData("<a> \"b\" <c> .", 1, 5, "predicate")]
    [InlineData("\"a\" <b> <c> .", 1, 1, "subject")]
    [InlineData("<a> <b> [ <c> <d> .", 1, 19, "']'")]
    [InlineData("<a> <b> ( <c> .", 1, 15, "object")]
    [InlineData("<a> <b> + .", 1, 9, "digit")]
    [InlineData("@prefix e <https://example.org/> .", 1, 10, "':'")]
    [InlineData("@prefix e: <https://example.org/> <a> <b> <c> .", 1, 35, "'.'")]
    [InlineData("@foo <x> .", 1, 1, "@prefix")]
    [InlineData("<a> <b> <c> . }", 1, 15, "subject")]
    public void Read_BrokenDocument_SaysWhereAndWhatWasExpected(string text, int line, int column, string expected)
    {
        var error = Refused(text);
        Assert.Equal((line, column), (error.Line, error.Column));
        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_InvalidUtf8_SaysWhere()
    {
        var error = Assert.Throws<RdfSyntaxException>(() => Rdf.Turtle.Read([.. "<a> <b>\n\"é"u8, 0xC3, .. "\" ."u8], Base));
        Assert.Equal((2, 3), (error.Line, error.Column));
        Assert.Contains("UTF-8", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_NamesAfterAnotherPrefixOrBase_AreOtherTerms()
    {
        var graph = Turtle("""
            @prefix e: <https://example.org/1/> . @base <https://example.org/x> .
            e:a e:p <#f> . e:a e:p e:b.
            @prefix e: <https://example.org/2/> . @base <https://example.org/y> .
            e:a e:p <#f> . e:a e:p e:b.
            """);
        Assert.Equal(
            [
                "<https://example.org/1/a> <https://example.org/1/p> <https://example.org/1/b> .",
                "<https://example.org/1/a> <https://example.org/1/p> <https://example.org/x#f> .",
                "<https://example.org/2/a> <https://example.org/2/p> <https://example.org/2/b> .",
                "<https://example.org/2/a> <https://example.org/2/p> <https://example.org/y#f> .",
            ],
            NTriples.Write(graph).TrimEnd('\n').Split('\n'));
    }

    [Fact]
    public void Read_MoreNamesThanAreRemembered_EachTwice_GivesEachItsOwnTerm()
    {
        var text = new System.Text.StringBuilder("@prefix e: <https://example.org/> . @base <https://example.org/x> .\n");
        for (var i = 0; i < 10_000; i++)
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $"e:a{i % 5000} e:p{i % 700} <#f{i % 5000}> .\n");
        var expected = Enumerable.Range(0, 10_000).Select(i => (object)(i % 5000, i % 700)).Distinct().Count();
        var graph = Turtle(text.ToString());
        Assert.Equal(expected, graph.Count);
        Assert.All(graph.Triples, triple => Assert.Equal(triple.Subject.Value["https://example.org/a".Length..], triple.Object.Value["https://example.org/x#f".Length..]));
    }
}
