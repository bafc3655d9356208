using System.Buffers;
using System.Text;

namespace SolidLoonfiches.Rdf.Tests;

/// <summary>A document is read as if no other had been read before, whatever tables and memory are used again.</summary>
public sealed class ReadAgainTests
{
    [Fact]
    public void Read_SameNamesAtTheSamePlacesUnderAnotherPrefix_AreOtherTerms()
    {
        foreach (var space in new[] { "http://a.example/", "http://b.example/", "http://c.example/" })
        {
            var graph = Turtle.Read(Encoding.UTF8.GetBytes($"@prefix x: <{space}> . x:s x:p x:o , <#it> . x:s x:q <#it> ."), space + "document");

            Assert.Equal($"<{space}s> <{space}p> <{space}document#it> .\n<{space}s> <{space}p> <{space}o> .\n<{space}s> <{space}q> <{space}document#it> .\n", NTriples.Write(graph));
        }
    }

    [Fact]
    public void Read_PrefixOfAnEarlierDocument_IsNotDeclared()
    {
        _ = Turtle.Read("@prefix x: <http://a.example/> . x:s x:p x:o ."u8, "");

        Assert.Throws<RdfSyntaxException>(() => Turtle.Read("x:s x:p x:o ."u8, ""));
    }

    [Fact]
    public void Read_AfterADocumentThatBrokeOff_IsAsEver()
    {
        Assert.Throws<RdfSyntaxException>(() => Turtle.Read("@prefix x: <http://a.example/> . x:s x:p x:o ; x:q ~ ."u8, ""));

        Assert.Equal("<http://b.example/s> <http://b.example/p> <http://b.example/o> .\n", NTriples.Write(Turtle.Read("@prefix x: <http://b.example/> . x:s x:p x:o ."u8, "")));
    }

    [Fact]
    public void Read_WithPooledMemoryThatIsNotEmpty_GivesTheSame()
    {
        var documents = GeneratedDocuments.Make(1_000);
        var clean = documents.ConvertAll(Written);
        var random = new Random(20261124);
        for (var i = 0; i < documents.Count; i++)
        {
            // Small numbers pass for terms, places and counts of another document; the last is what an array never written may hold.
            var filler = i % 4 == 3 ? -1 : random.Next(1, 64);
            Fill(filler);
            Fill((ulong)(uint)filler << 32 | (uint)filler);
            Fill((byte)filler);

            Assert.Equal(clean[i], Written(documents[i]));
        }
    }

    private static string Written(byte[] document)
    {
        try
        {
            return NTriples.Write(Turtle.Read(document, "https://vault.example/b/document"));
        }
        catch (RdfSyntaxException error)
        {
            return $"{error.Line}:{error.Column} {error.Message}";
        }
    }

    /// <summary>Every array of the shared pool that a small document can be given holds this value everywhere.</summary>
    private static void Fill<T>(T value)
    {
        List<T[]> rented = [];
        for (var size = 16; size <= 8192; size *= 2)
        {
            for (var copy = 0; copy < 4; copy++)
            {
                rented.Add(ArrayPool<T>.Shared.Rent(size));
                rented[^1].AsSpan().Fill(value);
            }
        }

        rented.ForEach(array => ArrayPool<T>.Shared.Return(array));
    }
}
