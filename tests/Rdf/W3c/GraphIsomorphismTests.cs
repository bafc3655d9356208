using static SolidLoonfiches.Rdf.Tests.Documents;

namespace SolidLoonfiches.Rdf.Tests;

public sealed class GraphIsomorphismTests
{
    [Theory]
    [InlineData("_:a <p> _:b .", "_:x <p> _:y .", true)]
    [InlineData("_:a <p> _:b .", "_:x <p> _:x .", false)]
    [InlineData("_:a <p> _:b . _:b <p> _:a .", "_:x <p> _:x . _:y <p> _:y .", false)]
    [InlineData("_:a <p> _:b . _:b <p> _:c . _:c <p> _:a .", "_:c <p> _:b . _:b <p> _:a . _:a <p> _:c .", true)]
    [InlineData("<a> <p> 1 .", "<a> <p> 2 .", false)]
    [InlineData("<a> <p> 1, 2 .", "<a> <p> 1 .", false)]
    public void AreIsomorphic_TwoGraphs_SaysWhetherOnlyLabelsDiffer(string one, string other, bool expected) =>
        Assert.Equal(expected, GraphIsomorphism.AreIsomorphic(Turtle(one), Turtle(other)));
}
