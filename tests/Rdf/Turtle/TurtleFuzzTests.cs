using System.Text;

namespace SolidLoonfiches.Rdf.Tests;

/// <summary>Mutated documents: whatever comes in, the reader answers with a graph or its own error, soon.</summary>
public sealed class TurtleFuzzTests
{
    private const int Seed = 20261123;

    private static readonly string[] _documents =
    [
        """
        @prefix loon: <https://data.vlaanderen.be/ns/loongegevens#> .
        @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
        @base <https://vault.example/loonfiches/> .
        <2026-10#it> a loon:Arbeidsloon ;
          loon:brutoloon [ <https://schema.org/value> "2500.00"^^xsd:decimal ; <https://schema.org/currency> "EUR" ] ;
          loon:lijnen ( [ loon:code 1010 ; loon:bedrag -12.50 ] [ loon:code "1\u0030\"20"@nl-be ; loon:uren 1.5E2 ; loon:ok true ] ( ) ) .
        """,
        "PREFIX : <#> BASE <http://a/b/../c/./d?q#f> <../x> :a\\,b%20c.d '''x''y\\n''', \"\"\"é💶\n\"\"\" ; ; a _:b.c , [] . # end\n[ :p [ :q 'z' ] ] .",
        "<http://example.org/s> <http://example.org/p> \"\\t\\u20AC\\U0001F4B6\"^^<http://example.org/t> .\n_:a <http://example.org/p> _:b .\n# c\n",
    ];

    private static readonly byte[] _signs = Encoding.UTF8.GetBytes("@<>\"'\\[](){}.,;:_^#%+-aeE01xuU \t\r\n\0é💶\u00B7\uFEFF");

    [Fact]
    public void Read_MutatedDocuments_GiveAGraphOrASyntaxError() => Walk(20_000, Seed, TimeSpan.FromMinutes(2), alsoWrite: true);

    [Fact]
    [Trait("Category", "Long")]
    public void Read_FiveMillionMutatedDocuments_GiveAGraphOrASyntaxErrorInBoundedTimeAndMemory()
    {
        Assert.SkipUnless(Environment.GetEnvironmentVariable("LOONFICHES_ALL") == "1", "Five million documents take minutes: set LOONFICHES_ALL=1.");
        Walk(5_000_000, Seed + 1, TimeSpan.FromMinutes(60), alsoWrite: false);
        Assert.InRange(GC.GetTotalMemory(forceFullCollection: true), 0, 512L * 1024 * 1024);
    }

    private static void Walk(int count, int seed, TimeSpan deadline, bool alsoWrite)
    {
        var random = new Random(seed);
        using var late = new CancellationTokenSource(deadline);
        var limits = new RdfLimits { MaxDepth = 32, MaxBytes = 1 << 20 };
        var originals = _documents.Select(Encoding.UTF8.GetBytes).ToList();
        var (read, refused) = (0, 0);
        for (var i = 0; i < count; i++)
        {
            var bytes = Mutate(originals[i % originals.Count], random);
            try
            {
                var graph = Rdf.Turtle.Read(bytes, "https://vault.example/a", limits, late.Token);
                read++;
                if (alsoWrite)
                    AssertWritesTheSame(graph);
            }
            catch (RdfSyntaxException error)
            {
                refused++;
                Assert.True(error.Line >= 1 && error.Column >= 1);
            }

            try
            {
                NTriples.Read(bytes, limits, late.Token);
            }
            catch (RdfSyntaxException error)
            {
                Assert.True(error.Line >= 1 && error.Column >= 1);
            }
        }

        // Both ways are walked, or the mutations test nothing.
        Assert.True(read > count / 20 && refused > count / 20, $"{read} read, {refused} refused");
    }

    // What was read can be written, and means the same again.
    private static void AssertWritesTheSame(RdfGraph graph)
    {
        var lines = NTriples.Write(graph);
        Assert.Equal(lines, NTriples.Write(NTriples.Read(Encoding.UTF8.GetBytes(lines))));
        Assert.Equal(graph.Count, Rdf.Turtle.Read(Encoding.UTF8.GetBytes(Rdf.Turtle.Write(graph, [new("e", "https://vault.example/")])), "").Count);
    }

    private static byte[] Mutate(byte[] document, Random random)
    {
        var bytes = new List<byte>(document);
        for (var times = random.Next(1, 5); times > 0; times--)
        {
            var at = random.Next(bytes.Count);
            switch (random.Next(6))
            {
                case 0:
                    bytes[at] = (byte)random.Next(256);
                    break;
                case 1:
                    bytes[at] = _signs[random.Next(_signs.Length)];
                    break;
                case 2:
                    bytes.Insert(at, _signs[random.Next(_signs.Length)]);
                    break;
                case 3:
                    bytes.RemoveRange(at, Math.Min(random.Next(1, 20), bytes.Count - at - 1));
                    break;
                case 4:
                    bytes.InsertRange(at, bytes.GetRange(at, Math.Min(random.Next(1, 60), bytes.Count - at)));
                    break;
                default:
                    bytes.RemoveRange(at + 1, bytes.Count - at - 1);
                    break;
            }
        }

        return [.. bytes];
    }
}
