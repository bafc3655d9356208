using System.Text;
using static SolidLoonfiches.Rdf.Tests.Documents;

namespace SolidLoonfiches.Rdf.Tests;

public sealed class RdfLimitsTests
{
    [Theory]
    [InlineData("[ <p> ")]
    [InlineData("( ")]
    [InlineData("[ <p> ( ")]
    public void Read_NestedByTheMillion_IsRefusedAtTheLimit(string open)
    {
        var error = Refused("<a> <b> " + string.Concat(Enumerable.Repeat(open, 1_000_000)));
        Assert.Contains("Nested too deep", error.Message, StringComparison.Ordinal);
        Assert.Equal(1, error.Line);
    }

    [Fact]
    public void Read_NestedToTheLimit_IsRead()
    {
        var limits = new RdfLimits { MaxDepth = 5 };
        Assert.Equal(10 + 1, Turtle("<a> <b> " + new string('(', 5) + " 1 " + new string(')', 5) + " .", limits).Count);
        Refused("<a> <b> " + new string('(', 6) + " 1 " + new string(')', 6) + " .", limits);
    }

    [Fact]
    public void Read_AMillionDeepWhereAllowed_DoesNotUseUpTheStack()
    {
        const int Depth = 1_000_000;
        var graph = Turtle("<a> <b> " + new string('(', Depth) + new string(')', Depth) + " .", new RdfLimits { MaxDepth = Depth });
        Assert.Equal((2 * (Depth - 1)) + 1, graph.Count);
    }

    [Fact]
    public void Read_MoreBytesThanTheLimit_IsRefused()
    {
        Assert.Contains("bytes", Refused("<a> <b> <c> .", new() { MaxBytes = 12 }).Message, StringComparison.Ordinal);
        Assert.Equal(1, Turtle("<a> <b> <c> .", new() { MaxBytes = 13 }).Count);
    }

    [Fact]
    public void Read_MoreTriplesThanTheLimit_IsRefused()
    {
        var limits = new RdfLimits { MaxTriples = 3 };
        Assert.Equal(2, Turtle("<a> <b> 1, 2, 1 .", limits).Count);
        Assert.Contains("triples", Refused("<a> <b> 1, 2, 3, 1 .", limits).Message, StringComparison.Ordinal);
        Assert.Throws<RdfSyntaxException>(() => Triples("<u:a> <u:b> \"1\" .\n<u:a> <u:b> \"2\" .\n<u:a> <u:b> \"3\" .\n<u:a> <u:b> \"1\" .", limits));
    }

    [Theory]
    [InlineData("<a> <b> \"12345678901\" .")]
    [InlineData("<a> <b> \"\"\"1234\\n678901\"\"\" .")]
    [InlineData("<u:1234567890> <u:b> <u:c> .")]
    [InlineData("<u:a> <u:b> 12345678901 .")]
    [InlineData("<u:a> <u:b> _:b1234567890 .")]
    [InlineData("@prefix e: <u:12345678> . e:1 <u:b> <u:c> .")]
    public void Read_TermLongerThanTheLimit_IsRefused(string text) =>
        Assert.Contains("limit on a term", Refused("@base <u:/> . " + text, new() { MaxTermLength = 10 }).Message, StringComparison.Ordinal);

    [Fact]
    public void Read_LongPrefixUsedOften_StaysWithinTheLimit()
    {
        var text = new StringBuilder("@prefix e: <u:" + new string('x', 100_000) + "> .\n");
        for (var i = 0; i < 100_000; i++)
            text.Append("e:a e:p e:a .\n");
        Assert.Contains("written out", Refused(text.ToString()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_LongBaseUsedOften_StaysWithinTheLimit()
    {
        var text = new StringBuilder("@base <u:/" + new string('x', 100_000) + "/> .\n");
        for (var i = 0; i < 100_000; i++)
            text.Append("<> <u:p> <a> .\n");
        Assert.Contains("written out", Refused(text.ToString()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_DistinctTermsLongerThanTheLimit_AreRefused()
    {
        var text = new StringBuilder();
        for (var i = 0; i < 100; i++)
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $"<u:a> <u:b> \"{i:D100}\" .\n");
        Assert.Contains("longer together", Refused(text.ToString(), new() { MaxTermBytes = 5000 }).Message, StringComparison.Ordinal);
        Assert.Equal(100, Turtle(text.ToString(), new() { MaxTermBytes = 15_000 }).Count);
    }

    [Fact]
    public void Read_Cancelled_Stops()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();
        Assert.Throws<OperationCanceledException>(() => Rdf.Turtle.Read("<a> <b> <c> ."u8, Base, null, source.Token));
        Assert.Throws<OperationCanceledException>(() => NTriples.Read(""u8, null, source.Token));
    }
}
