using System.Text;

namespace SolidLoonfiches.Rdf.Tests;

public sealed class NTriplesSuiteTests
{
    [Fact]
    public void Read_W3cNTriplesSuite_AgreesOnEveryCase()
    {
        var folder = W3cData.Folder("rdf-n-triples");
        var cases = RdfManifest.Read(folder);
        Assert.Equal(41, cases.Count(test => test.Kind == "TestNTriplesPositiveSyntax"));
        Assert.Equal(29, cases.Count(test => test.Kind == "TestNTriplesNegativeSyntax"));
        Assert.Equal(70, cases.Count);
        Assert.Empty(cases.Where(test => Reads(File.ReadAllBytes(Path.Combine(folder, test.Action))) != (test.Kind == "TestNTriplesPositiveSyntax")).Select(test => test.Name));
    }

    [Fact]
    public void Write_WhatTheSuiteHolds_ReadsBackAsTheSameGraph()
    {
        var folder = W3cData.Folder("rdf-n-triples");
        foreach (var test in RdfManifest.Read(folder).Where(test => test.Kind == "TestNTriplesPositiveSyntax"))
        {
            var graph = NTriples.Read(File.ReadAllBytes(Path.Combine(folder, test.Action)));
            var written = NTriples.Write(graph);
            Assert.Equal(graph.Triples.ToHashSet(), NTriples.Read(Encoding.UTF8.GetBytes(written)).Triples.ToHashSet());
            Assert.Equal(graph.Triples.ToHashSet(), Rdf.Turtle.Read(Encoding.UTF8.GetBytes(written), "").Triples.ToHashSet());
        }
    }

    private static bool Reads(byte[] bytes)
    {
        try
        {
            NTriples.Read(bytes);
            return true;
        }
        catch (RdfSyntaxException)
        {
            return false;
        }
    }
}
