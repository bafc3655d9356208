using System.Text;

namespace SolidLoonfiches.Rdf.Tests;

/// <summary>A document reads the same whatever this thread read before it: the directives at its head are kept from one to the next.</summary>
public sealed class PrologueTests
{
    private const string Base = "http://base/a/";

    public static TheoryData<string, string> Pairs => new()
    {
        { "@prefix p: <http://p/> .\np:a p:b p:c .", "@prefix p: <http://p/> .\np:d p:e p:f ." },
        // The second goes on where the first ended: another directive, in the middle of a comment, after a base.
        { "@prefix p: <http://p/> .\np:a p:b p:c .", "@prefix p: <http://p/> .@prefix q: <http://q/> .\np:a q:b p:c ." },
        { "PREFIX p: <http://p/> # a\n", "PREFIX p: <http://p/> # and\np:a p:b p:c ." },
        { "PREFIX p: <http://p/> # a", "PREFIX p: <http://p/> # and\np:a p:b p:c ." },
        { "@prefix p: <http://p/> .\n@base <http://other/> .\n<x> p:b p:c .", "@prefix p: <http://p/> .\n@base <http://other/> .\n<y> p:b p:c ." },
        { "@base <http://other/> .\n@prefix p: <http://p/> .\n<x> p:b p:c .", "@base <http://other/> .\n@prefix p: <http://p/> .\n<x> p:b p:d ." },
        { "@prefix p: <p/> .\np:a p:b p:c .", "@prefix p: <p/> .\np:a p:b p:d ." },
        // A prefix that stood for something else in the first, at its end or further on.
        { "@prefix p: <http://p/> .\np:a p:b p:c .\n@prefix p: <http://q/> .\np:a p:b p:c .", "@prefix p: <http://p/> .\np:a p:b p:c ." },
        { "@prefix p: <http://p/> .\np:a p:b p:c .\n@prefix q: <http://q/> .", "@prefix p: <http://p/> .\np:a q:b p:c ." },
        { "@prefix p: <http://p/> .\n@prefix p: <http://q/> .\np:a p:b p:c .", "@prefix p: <http://p/> .\np:a p:b p:c ." },
        { "@prefix p: <http://p/> .\n@prefix q: <http://q/> .\np:a p:b p:c .", "@prefix p: <http://p/> .\nq:a p:b p:c ." },
        { "@prefix p: <http://p/> .\np:a p:b p:c .", "@prefix p: <http://q/> .\np:a p:b p:c ." },
        { "\uFEFF@prefix p: <http://p/> .\np:a p:b p:c .", "@prefix p: <http://p/> .\np:a p:b p:d ." },
        { "@prefix p: <http://p/> .\np:a p:b p:c .", "\uFEFF@prefix p: <http://p/> .\np:a p:b p:d ." },
        // The first is refused, in its directives or after them.
        { "@prefix p: <http://p/> .\n@prefix q <http://q/> .", "@prefix p: <http://p/> .\np:a p:b p:c ." },
        { "@prefix p: <http://p/> .\np:a p:b", "@prefix p: <http://p/> .\np:a p:b p:c ." },
        { "@prefix p: <http://p/> .\np:a p:b p:c .", "p:a p:b p:c ." },
        { "", "@prefix p: <http://p/> .\np:a p:b p:c ." },
        { "@prefix p: <http://p/> .", "@prefix p: <http://p/> ." },
        { "@prefix p: <http://p/> .", "@prefix p: <http://p/>" },
    };

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Read_AnotherDocumentBefore_ReadsAsAlone(string before, string document)
    {
        var (alone, after) = (OnAThread(document), OnAThread(before, document));

        Assert.Equal(alone, after);
    }

    [Fact]
    public void Read_SmallerLimitsThanTheDocumentBefore_HoldForTheDirectivesToo()
    {
        const string Document = "@prefix p: <http://example.org/longer/than/the/limit> .\n";
        var limits = RdfLimits.Default with { MaxTermLength = 20 };

        Assert.Empty(Turtle.Read(Encoding.UTF8.GetBytes(Document), Base).Triples);
        Assert.Throws<RdfSyntaxException>(() => Turtle.Read(Encoding.UTF8.GetBytes(Document), Base, limits));
    }

    [Fact]
    public void Read_AnotherBaseThanTheDocumentBefore_ResolvesThePrefixesAnew()
    {
        var document = Encoding.UTF8.GetBytes("@prefix p: <p/> .\np:a p:b p:c .");

        _ = Turtle.Read(document, Base);
        var graph = Turtle.Read(document, "http://other/");

        Assert.Equal("http://other/p/a", Assert.Single(graph.Triples).Subject.Value);
    }

    // The last document's triples, or why it is refused, on a thread that has read nothing else.
    private static string OnAThread(params string[] documents)
    {
        var result = "";
        var thread = new Thread(() =>
        {
            foreach (var document in documents)
                result = Outcome(document);
        });
        thread.Start();
        thread.Join();
        return result;
    }

    private static string Outcome(string document)
    {
        try
        {
            return NTriples.Write(Turtle.Read(Encoding.UTF8.GetBytes(document), Base));
        }
        catch (RdfSyntaxException refused)
        {
            return refused.Message;
        }
    }
}
