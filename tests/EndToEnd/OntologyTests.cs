namespace SolidLoonfiches.EndToEnd.Tests;

/// <summary>Anybody can read what a payslip is, without signing in and without JavaScript.</summary>
[Collection(StandCollection.Name)]
public sealed class OntologyTests(StandFixture fixture)
{
    [Theory]
    [InlineData("/ontology", "ontology-terms")]
    [InlineData("/ontology/kinds", "ontology-kinds")]
    [InlineData("/ontology/shapes", "ontology-shapes")]
    [InlineData("/ontology/examples", "ontology-examples")]
    public async Task Page_OfTheOntology_HasNoFaultInBothWidths(string path, string name)
    {
        await using var visitor = await fixture.VisitAsync();

        Assert.Equal(200, await visitor.GoAsync(path));

        await visitor.LookAsync(name);
    }

    [Fact]
    public async Task Examples_OneOfThem_OpensWithWhatItIsAnExampleOf()
    {
        await using var visitor = await fixture.VisitAsync(javaScript: false);
        await visitor.GoAsync("/ontology");
        await visitor.Page.ClickAsync("main a[href='/ontology/examples']");
        await visitor.Page.ClickAsync("main a[href='/ontology/examples/invalid/amount-not-a-number']");

        Assert.Contains("schema:value", await visitor.TextAsync("main"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Example_Opened_HasNoFaultInBothWidths()
    {
        await using var visitor = await fixture.VisitAsync();

        Assert.Equal(200, await visitor.GoAsync("/ontology/examples/invalid/amount-not-a-number"));

        await visitor.LookAsync("ontology-example");
    }
}
