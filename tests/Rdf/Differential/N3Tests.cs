using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace SolidLoonfiches.Rdf.Tests;

/// <summary>The same documents read by us and by N3.js: the same triples, or both refuse. Where they differ, the grammar judges: <c>judged.txt</c>.</summary>
public sealed partial class N3Tests
{
    private const int Count = 10_000;

    private static readonly string _here = Path.GetDirectoryName(ThisFile())!;

    [Fact]
    public void Read_TenThousandDocuments_AsN3JsReadsThem()
    {
        var n3 = Path.Combine(_here, "..", "n3");
        Assert.SkipUnless(Directory.Exists(Path.Combine(n3, "node_modules", "n3")), "N3.js is not installed: run npm ci in tests/Rdf/n3.");
        var documents = GeneratedDocuments.Make(Count);
        var answers = Ask(n3, documents);
        Assert.Equal(Count, answers.Count);
        var judged = File.ReadAllLines(Path.Combine(_here, "judged.txt")).Where(line => line.Length > 0 && line[0] != '#').Select(line => line.Split(" | ")).Select(parts => parts[0] + " | " + parts[1]);
        var disagreements = new List<string>();
        var (read, refused) = (0, 0);
        for (var i = 0; i < Count; i++)
        {
            var ours = Ours(documents[i], out var error);
            _ = ours is null ? refused++ : read++;
            var (theirs, refusal) = answers[i];
            if (ours is null != theirs is null || (ours is not null && !GraphIsomorphism.AreIsomorphic(ours, theirs!)))
                disagreements.Add(Kind(ours, theirs, error, refusal) + " | " + Encoding.UTF8.GetString(documents[i]).ReplaceLineEndings("\\n"));
        }

        var kinds = disagreements.GroupBy(reason => reason.Split(" | ")[0]).Select(group => $"{group.Count()} | {group.Key}").ToList();
        Assert.True(kinds.Order(StringComparer.Ordinal).SequenceEqual(judged.Order(StringComparer.Ordinal), StringComparer.Ordinal), string.Join('\n', kinds.Concat(disagreements)));
        Assert.True(read > Count / 4 && refused > Count / 4, $"{read} read, {refused} refused: the documents test too little.");
    }

    private static string Kind(RdfGraph? ours, RdfGraph? theirs, RdfSyntaxException? error, string? refusal) =>
        ours is null ? "only N3.js reads: " + error!.Message : theirs is null ? "only we read: " + Quoted().Replace(refusal!, "…") : "other triples";

    [GeneratedRegex("\"[^\"]*\"|on line \\d+|<.*>", RegexOptions.None, 1000)]
    private static partial Regex Quoted();

    private static RdfGraph? Ours(byte[] document, out RdfSyntaxException? error)
    {
        try
        {
            error = null;
            return Rdf.Turtle.Read(document, Documents.Base);
        }
        catch (RdfSyntaxException refused)
        {
            error = refused;
            return null;
        }
    }

    private static List<(RdfGraph? Graph, string? Refusal)> Ask(string folder, List<byte[]> documents)
    {
        var start = new ProcessStartInfo("node") { UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true, WorkingDirectory = folder };
        start.ArgumentList.Add("read.mjs");
        start.ArgumentList.Add(Documents.Base);
        using var node = Process.Start(start)!;
        var writing = new Thread(() =>
        {
            using var input = node.StandardInput;
            foreach (var document in documents)
                input.Write(Convert.ToBase64String(document) + "\n");
        });
        writing.Start();
        var answers = new List<(RdfGraph? Graph, string? Refusal)>();
        while (node.StandardOutput.ReadLine() is { } line)
            answers.Add(Graph(JsonDocument.Parse(line).RootElement));
        writing.Join();
        node.WaitForExit();
        Assert.Equal(0, node.ExitCode);
        return answers;
    }

    // Refused also where N3.js gives what is no RDF, such as a space in an IRI: it does not look.
    private static (RdfGraph? Graph, string? Refusal) Graph(JsonElement triples)
    {
        if (triples.ValueKind == JsonValueKind.String)
            return (null, triples.GetString());
        try
        {
            return (RdfGraph.Create(triples.EnumerateArray().Select(triple => new Triple(TermOf(triple[0]), TermOf(triple[1]), TermOf(triple[2])))), null);
        }
        catch (ArgumentException noRdf)
        {
            return (null, "no RDF: " + noRdf.Message);
        }
    }

    private static Term TermOf(JsonElement json)
    {
        var text = json.GetString()!;
        if (text[0] == '<')
            return Term.Iri(text[1..^1]);
        if (text[0] == '_')
            return Term.Blank("b" + Convert.ToHexString(Encoding.UTF8.GetBytes(text)));
        var parts = JsonDocument.Parse(text).RootElement;
        var language = parts[2].GetString()!;
        return Term.Literal(parts[0].GetString()!, language.Length > 0 ? null : parts[1].GetString(), language.Length > 0 ? language : null);
    }

    private static string ThisFile([CallerFilePath] string path = "") => path;
}
