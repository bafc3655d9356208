using System.Buffers;
using System.Text;

namespace SolidLoonfiches.Rdf.Tests;

public sealed class NameCacheTests
{
    [Fact]
    public void Find_MemoryOfThePoolHoldsAnything_KnowsNoName()
    {
        // The pool does not clear what it gives: fill it as badly as can be, with the first number and places beyond any document.
        var dirty = ArrayPool<NameCache.Entry>.Shared.Rent(512);
        dirty.AsSpan().Fill(new(Number: 1, Start: 1_000_000, Length: 3, Term: 0, Cost: 0));
        ArrayPool<NameCache.Entry>.Shared.Return(dirty);

        var graph = Turtle.Read(Encoding.UTF8.GetBytes("@prefix p: <http://p/> . p:a p:b p:c, p:d ."), "");

        Assert.Equal(2, graph.Count);
    }
}
