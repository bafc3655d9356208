namespace SolidLoonfiches.Rdf.Tests;

public sealed class RdfInputTests
{
    [Fact]
    public void Push_W3cTurtleFilesCutAtEveryByte_GivesTheAnswerOfTheWhole()
    {
        var files = Directory.EnumerateFiles(W3cData.Folder("rdf-turtle"), "*.ttl").Where(file => new FileInfo(file).Length < 4096).Order(StringComparer.Ordinal).ToList();
        Assert.True(files.Count > 300, $"{files.Count} files");
        foreach (var file in files)
        {
            var bytes = File.ReadAllBytes(file);
            var whole = Answer(() => Rdf.Turtle.Read(bytes, Documents.Base));
            for (var cut = 0; cut <= bytes.Length; cut++)
                Assert.Equal(whole, Pushed(Rdf.Turtle.Open(Documents.Base), bytes[..cut], bytes[cut..]));
            Assert.Equal(whole, Pushed(Rdf.Turtle.Open(Documents.Base), [.. bytes.Select(one => new[] { one })]));
        }
    }

    [Fact]
    public void Push_W3cNTriplesFilesCutAtEveryByte_GivesTheAnswerOfTheWhole()
    {
        foreach (var file in Directory.EnumerateFiles(W3cData.Folder("rdf-n-triples"), "*.nt").Where(file => new FileInfo(file).Length < 4096))
        {
            var bytes = File.ReadAllBytes(file);
            var whole = Answer(() => NTriples.Read(bytes));
            for (var cut = 0; cut <= bytes.Length; cut++)
                Assert.Equal(whole, Pushed(NTriples.Open(), bytes[..cut], bytes[cut..]));
        }
    }

    [Fact]
    public void Push_MoreThanTheLimit_IsRefusedWithThePieceThatBringsIt()
    {
        var limits = new RdfLimits { MaxBytes = 13 };
        var whole = Assert.Throws<RdfSyntaxException>(() => Rdf.Turtle.Read("<a> <b> <c> . "u8, Documents.Base, limits));
        using var input = Rdf.Turtle.Open(Documents.Base, limits);
        input.Push("<a> <b> <c> ."u8);
        var refused = Assert.Throws<RdfSyntaxException>(() => input.Push(" "u8));
        Assert.Equal((whole.Line, whole.Column, whole.Message), (refused.Line, refused.Column, refused.Message));
        Assert.Throws<ObjectDisposedException>(() => input.Push("x"u8));
        Assert.Throws<ObjectDisposedException>(input.Complete);
    }

    [Fact]
    public void Push_Cancelled_Stops()
    {
        using var source = new CancellationTokenSource();
        using var input = NTriples.Open(null, source.Token);
        input.Push("<u:a> "u8);
        source.Cancel();
        Assert.Throws<OperationCanceledException>(() => input.Push("<u:b> "u8));
        Assert.Throws<OperationCanceledException>(input.Complete);
    }

    [Fact]
    public void Open_BaseThatIsNoAbsoluteIri_IsRefusedAtOnce() => Assert.Throws<ArgumentException>(() => Rdf.Turtle.Open("a/b"));

    private static string Pushed(RdfInput input, params byte[][] pieces)
    {
        using (input)
        {
            return Answer(() =>
            {
                foreach (var piece in pieces)
                    input.Push(piece);
                return input.Complete();
            });
        }
    }

    private static string Answer(Func<RdfGraph> read)
    {
        try
        {
            return NTriples.Write(read());
        }
        catch (RdfSyntaxException error)
        {
            return $"{error.Line}:{error.Column} {error.Message}";
        }
    }
}
