using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text.Json;
using SolidLoonfiches.Rdf;

namespace SolidLoonfiches.Sources;

/// <summary>shacl-engine and rdf-validate-shacl (npm) find in every example the same shapes unmet as we do.</summary>
public sealed class OtherValidatorsTests
{
    private const string Shapes = "https://w3id.org/loonfiche/shapes#";

    private static readonly string[] Validators = ["shacl-engine", "rdf-validate-shacl"];

    private static readonly string Folder = Path.Combine(Path.GetDirectoryName(ThisFile())!, "validators");

    /// <summary>SHACL wants ill-typed literals found for the datatypes of SPARQL only, and xsd:date is none: they do not look into it.</summary>
    private static readonly Dictionary<string, string> Passed = new(StringComparer.Ordinal) { ["invalid-date-that-does-not-exist"] = Shapes + "PeriodEnd" };

    [Fact]
    public async Task Examples_EveryOne_GetsTheSameVerdictFromOthers()
    {
        Assert.SkipUnless(Directory.Exists(Path.Combine(Folder, "node_modules", "shacl-engine")), "The other validators are not installed: run npm ci in tests/Sources/validators.");
        var shapesFile = Path.Combine(Examples.Ontology, "loonfiche.shapes.ttl");
        var shapes = Rdf.Shapes.Compile(Turtle.Read(await File.ReadAllBytesAsync(shapesFile, TestContext.Current.CancellationToken), "https://w3id.org/loonfiche/shapes"));
        var graphs = Graphs();
        var ours = graphs.ToDictionary(
            example => example.Key,
            example => shapes.Validate(example.Value).Results.Select(result => result.Shape.Value).Distinct().Order(StringComparer.Ordinal).ToList(),
            StringComparer.Ordinal);

        var theirs = await AskAsync(graphs, shapesFile);

        Assert.Equal(ours.Keys.Order(StringComparer.Ordinal), theirs.Keys.Order(StringComparer.Ordinal));
        Assert.All(ours, verdict => Assert.All(Validators, validator => Assert.Equal(
            verdict.Value.Except(Passed.TryGetValue(verdict.Key, out var passed) ? [passed] : [], StringComparer.Ordinal),
            theirs[verdict.Key].GetProperty(validator).EnumerateArray().Select(shape => shape.GetString()!))));
        // Otherwise nothing was compared: almost every shape is unmet in some example.
        Assert.True(ours.Values.SelectMany(unmet => unmet).Distinct().Count() >= 30);
        Assert.All(Passed, known => Assert.Contains(known.Value, ours[known.Key]));
    }

    /// <summary>As our shapes see them: with one spelling of the namespaces. The one that is no Turtle is left out.</summary>
    private static Dictionary<string, RdfGraph> Graphs()
    {
        var graphs = new Dictionary<string, RdfGraph>(StringComparer.Ordinal);
        foreach (var (folder, row) in new[] { ("valid", Examples.Valid), ("noted", Examples.Noted), ("invalid", Examples.Invalid) }.SelectMany(kind => kind.Item2.Select(row => (kind.Item1, row))))
        {
            if (row.Data != "not-turtle")
            {
                graphs[folder + "-" + row.Data] = Turtle.Read(Examples.Read(folder, row.Data), Examples.Url(row.Data).AbsoluteUri).MapIris(LoonficheTerms.Canonical);
            }
        }

        return graphs;
    }

    private static async Task<Dictionary<string, JsonElement>> AskAsync(Dictionary<string, RdfGraph> graphs, string shapesFile)
    {
        var data = Directory.CreateTempSubdirectory("loonfiches-validators").FullName;
        try
        {
            foreach (var (name, graph) in graphs)
            {
                await File.WriteAllTextAsync(Path.Combine(data, name), NTriples.Write(graph));
            }

            var start = new ProcessStartInfo("node", ["validate.mjs", shapesFile, data]) { UseShellExecute = false, RedirectStandardOutput = true, WorkingDirectory = Folder };
            using var node = Process.Start(start) ?? throw new InvalidOperationException("Node did not start.");
            var answers = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
            while (await node.StandardOutput.ReadLineAsync() is { } line)
            {
                var answer = JsonDocument.Parse(line).RootElement;
                answers[answer.GetProperty("name").GetString()!] = answer;
            }

            await node.WaitForExitAsync();
            Assert.Equal(0, node.ExitCode);
            return answers;
        }
        finally
        {
            Directory.Delete(data, recursive: true);
        }
    }

    private static string ThisFile([CallerFilePath] string path = "") => path;
}
