using System.Text;
using SolidLoonfiches.Rdf;

namespace SolidLoonfiches.Sources;

public sealed class TurtleGlanceTests
{
    private const string Here = "https://kluis.example/a.ttl";

    [Theory]
    [InlineData("<http://schema.org/value> <x:p> 1 .", Here)]
    [InlineData("@prefix s: <http://schema.org/> . s:value <x:p> 1 .", Here)]
    [InlineData("@base <http://schema.org> . </value> <x:p> 1 .", Here)]
    [InlineData("@base <http://kluis.example/> . <//schema.org/value> <x:p> 1 .", Here)]
    [InlineData("<//data.vlaanderen.be/ns/x> <x:p> 1 .", "http://kluis.example/a.ttl")]
    [InlineData(@"<http://schema.\u006Frg/value> <x:p> 1 .", Here)]
    [InlineData(@"@prefix s: <http://schema.org> . s:\/value <x:p> 1 .", Here)]
    [InlineData("<https://schema.org/value> <x:p> <http://schema.org/value> .", Here)]
    [InlineData("<#a> <x:p> 1 .", "http://schema.org/a")]
    [InlineData("<x:s> <x:p> \"1\"^^<http://data.vlaanderen.be/ns/x> .", Here)]
    public void OtherSpelling_IrisThatAreMadeOne_AreNeverRuledOut(string turtle, string document)
    {
        var bytes = Encoding.UTF8.GetBytes(turtle);
        var graph = Turtle.Read(bytes, document);

        Assert.NotSame(graph, graph.MapIris(LoonficheTerms.Canonical));
        Assert.True(TurtleGlance.MayHaveOtherSpelling(bytes, document));
    }

    [Fact]
    public void Glance_OrdinarySlip_RulesBothOut()
    {
        var slip = Examples.Read("valid", "plain-month");

        Assert.False(TurtleGlance.MayHaveOtherSpelling(slip, Here));
        Assert.False(TurtleGlance.MayHaveBlankNodes(slip));
    }

    [Theory]
    [InlineData("_:a <x:p> 1 .")]
    [InlineData("<x:s> <x:p> [] .")]
    [InlineData("<x:s> <x:p> ( 1 ) .")]
    public void BlankNodes_WhereThereAreSome_AreNeverRuledOut(string turtle) =>
        Assert.True(TurtleGlance.MayHaveBlankNodes(Encoding.UTF8.GetBytes(turtle)));
}
