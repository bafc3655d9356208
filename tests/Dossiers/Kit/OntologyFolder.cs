using System.Runtime.CompilerServices;
using SolidLoonfiches.Rdf;

namespace SolidLoonfiches.Dossiers.Tests;

/// <summary>The files of <c>ontology/</c>.</summary>
internal static class OntologyFolder
{
    private static readonly string Path = System.IO.Path.GetFullPath(System.IO.Path.Combine(Here(), "../../../ontology"));

    public static string Text(string file) => File.ReadAllText(System.IO.Path.Combine(Path, file));

    public static RdfGraph Graph(string file) => Turtle.Read(File.ReadAllBytes(System.IO.Path.Combine(Path, file)), "https://w3id.org/loonfiche/" + file);

    public static string Beside(string file, [CallerFilePath] string from = "") => File.ReadAllText(System.IO.Path.Combine(System.IO.Path.GetDirectoryName(from)!, file));

    private static string Here([CallerFilePath] string path = "") => System.IO.Path.GetDirectoryName(path)!;
}
