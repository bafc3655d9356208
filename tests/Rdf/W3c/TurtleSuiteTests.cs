namespace SolidLoonfiches.Rdf.Tests;

public sealed class TurtleSuiteTests
{
    private const string Base = "https://w3c.github.io/rdf-tests/rdf/rdf11/rdf-turtle/";

    [Fact]
    public void Read_W3cTurtleSuite_AgreesOnEveryCase()
    {
        var folder = W3cData.Folder("rdf-turtle");
        var cases = RdfManifest.Read(folder);
        Assert.Equal(145, cases.Count(test => test.Kind == "TestTurtleEval"));
        Assert.Equal(74, cases.Count(test => test.Kind == "TestTurtlePositiveSyntax"));
        Assert.Equal(94, cases.Count(test => test.Kind is "TestTurtleNegativeSyntax" or "TestTurtleNegativeEval"));
        Assert.Equal(313, cases.Count);
        Assert.Empty(cases.Where(test => !Passes(folder, test)).Select(test => test.Name));
    }

    private static bool Passes(string folder, RdfCase test)
    {
        var bytes = File.ReadAllBytes(Path.Combine(folder, test.Action));
        try
        {
            var graph = Rdf.Turtle.Read(bytes, Base + test.Action);
            return test.Kind switch
            {
                "TestTurtleEval" => GraphIsomorphism.AreIsomorphic(graph, NTriples.Read(File.ReadAllBytes(Path.Combine(folder, test.Result!)))),
                "TestTurtlePositiveSyntax" => true,
                _ => false,
            };
        }
        catch (RdfSyntaxException)
        {
            return test.Kind is "TestTurtleNegativeSyntax" or "TestTurtleNegativeEval";
        }
    }
}
