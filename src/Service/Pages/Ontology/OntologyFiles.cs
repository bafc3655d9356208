using System.Collections.Concurrent;
using System.Text;
using SolidLoonfiches.Rdf;

namespace SolidLoonfiches.Service;

/// <summary>The files of <c>ontology/</c>, which are part of this executable.</summary>
internal static class OntologyFiles
{
    public const string Terms = "loonfiche.ttl", Kinds = "component-kinds.ttl", Shapes = "loonfiche.shapes.ttl", Context = "context.jsonld", ConsentContext = "consent.context.jsonld";

    private const string Prefix = "ontology/";

    private static readonly ConcurrentDictionary<string, RdfGraph> Graphs = new(StringComparer.Ordinal);

    /// <summary>The examples by folder, in the order of their names.</summary>
    public static ILookup<string, string> Examples { get; } = typeof(OntologyFiles).Assembly.GetManifestResourceNames()
        .Where(name => name.StartsWith(Prefix + "examples/", StringComparison.Ordinal))
        .Order(StringComparer.Ordinal)
        .Select(name => name.Split('/'))
        .ToLookup(parts => parts[2], parts => Path.GetFileNameWithoutExtension(parts[3]), StringComparer.Ordinal);

    public static string Example(string folder, string name) => $"examples/{folder}/{name}.ttl";

    /// <summary>Null where there is no such file.</summary>
    public static byte[]? TryRead(string file)
    {
        using var stream = typeof(OntologyFiles).Assembly.GetManifestResourceStream(Prefix + file);
        if (stream is null)
        {
            return null;
        }

        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }

    public static byte[] Read(string file) => TryRead(file) ?? throw new InvalidOperationException($"{file} is not embedded.");

    public static string Text(string file) => Encoding.UTF8.GetString(Read(file));

    /// <summary>Read once.</summary>
    public static RdfGraph Graph(string file) => Graphs.GetOrAdd(file, static name => Turtle.Read(Read(name), Address(name)));

    /// <summary>Against which a file is read; an example stands where a payslip would.</summary>
    public static string Address(string file) => file.StartsWith("examples/", StringComparison.Ordinal) ? "https://kluis.example/loonfiches/" + file : "https://w3id.org/loonfiche/" + file;
}
