using System.Runtime.CompilerServices;

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

    public static byte[] Read(string folder, string name) => File.ReadAllBytes(Path.Combine(Ontology, "examples", folder, name + ".ttl"));

    public static Uri Url(string name) => new(Container + name + ".ttl");

    private static IEnumerable<TheoryDataRow<string>> Names(string folder) =>
        Directory.EnumerateFiles(Path.Combine(Ontology, "examples", folder), "*.ttl").Order(StringComparer.Ordinal)
            .Select(file => new TheoryDataRow<string>(Path.GetFileNameWithoutExtension(file)));

    private static string SourceFolder([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
