using static SolidLoonfiches.Rdf.Tests.Documents;

namespace SolidLoonfiches.Rdf.Tests;

public sealed class NTriplesTests
{
    [Theory]
    [InlineData("<a> <u:b> <u:c> .")]
    [InlineData("<u:a> <u:b> 'c' .")]
    [InlineData("<u:a> <u:b> \"\"\"c\"\"\" .")]
    [InlineData("<u:a> <u:b> 1 .")]
    [InlineData("<u:a> <u:b> <u:c>, <u:d> .")]
    [InlineData("<u:a> <u:b> <u:c> . <u:a> <u:b> <u:d> .")]
    [InlineData("<u:a>\n<u:b> <u:c> .")]
    [InlineData("@prefix e: <u:e> .")]
    [InlineData("[] <u:b> <u:c> .")]
    [InlineData("<u:a> <u:b> <u:c>")]
    public void Read_WhatOnlyTurtleAllows_IsRefused(string text) => Assert.Throws<RdfSyntaxException>(() => Triples(text));

    [Fact]
    public void Write_Graph_IsCanonicalAndInTheOrderOfBytes()
    {
        var graph = Turtle("<u:b> <u:p> \"a\\\"\\\\\\n\\r\\t\", \"x\"@NL, 1 . <u:a> <u:p> <u:\uE000>, <u:💶>, _:n .");
        Assert.Equal(
            "<u:a> <u:p> <u:\uE000> .\n"
            + "<u:a> <u:p> <u:💶> .\n"
            + "<u:a> <u:p> _:n .\n"
            + "<u:b> <u:p> \"1\"^^<http://www.w3.org/2001/XMLSchema#integer> .\n"
            + "<u:b> <u:p> \"a\\\"\\\\\\n\\r\t\" .\n"
            + "<u:b> <u:p> \"x\"@nl .\n",
            NTriples.Write(graph));
    }
}
