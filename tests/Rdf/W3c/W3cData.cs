namespace SolidLoonfiches.Rdf.Tests;

/// <summary>The W3C's test data, read in place: from the folder that <c>W3C_TESTS</c> names, else from <c>../shared/w3c</c> beside a folder above.</summary>
internal static class W3cData
{
    /// <summary>The folder of one suite; skips the test where there is none.</summary>
    public static string Folder(string suite)
    {
        if (Environment.GetEnvironmentVariable("W3C_TESTS") is { Length: > 0 } named)
        {
            var folder = Path.Combine(named, suite);
            Assert.SkipUnless(Directory.Exists(folder), "The folder that W3C_TESTS names has no " + suite + ".");
            return folder;
        }

        for (var up = new DirectoryInfo(AppContext.BaseDirectory); up?.Parent is not null; up = up.Parent)
        {
            var folder = Path.Combine(up.Parent.FullName, "shared", "w3c", suite);
            if (Directory.Exists(folder))
                return folder;
        }

        Assert.Skip("The W3C's test data are not here: no ../shared/w3c/" + suite + " beside the repository, and W3C_TESTS is not set.");
        return "";
    }

    /// <summary>The members of an RDF list (RDF Schema 1.1, section 5.2).</summary>
    public static IEnumerable<Term> List(RdfGraph graph, Term head)
    {
        while (head.Value != RdfTerms.Nil)
        {
            yield return graph.Objects(head, Term.Iri(RdfTerms.First)).Single();
            head = graph.Objects(head, Term.Iri(RdfTerms.Rest)).Single();
        }
    }
}
