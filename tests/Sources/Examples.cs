using System.Runtime.CompilerServices;
using System.Text;

namespace SolidLoonfiches.Sources;

/// <summary>The examples of <c>ontology/</c>, which are our fixtures.</summary>
internal static class Examples
{
    public const string Container = "https://kluis.example/anna/loonfiches/";

    /// <summary>The day on which the tests take place.</summary>
    public static readonly DateOnly Today = new(2026, 11, 23);

    public static readonly string Ontology = Path.GetFullPath(Path.Combine(SourceFolder(), "../../ontology"));

    public static IEnumerable<TheoryDataRow<string>> Valid => Names("valid");

    public static IEnumerable<TheoryDataRow<string>> Invalid => Names("invalid");

    /// <summary>Slips that are used although something is missed on them.</summary>
    public static IEnumerable<TheoryDataRow<string>> Noted => Names("noted");

    /// <summary>The code that the first line of an example names: its fault, or its note.</summary>
    public static string CodeOf(string folder, string name)
    {
        var first = Encoding.UTF8.GetString(Read(folder, name)).Split('\n')[0];
        return first[(first.IndexOf(": ", StringComparison.Ordinal) + 2)..];
    }

    public static byte[] Read(string folder, string name) => File.ReadAllBytes(Path.Combine(Ontology, "examples", folder, name + ".ttl"));

    public static Uri Url(string name) => new(Container + name + ".ttl");

    private static IEnumerable<TheoryDataRow<string>> Names(string folder) =>
        Directory.EnumerateFiles(Path.Combine(Ontology, "examples", folder), "*.ttl").Order(StringComparer.Ordinal)
            .Select(file => new TheoryDataRow<string>(Path.GetFileNameWithoutExtension(file)));

    private static string SourceFolder([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
