namespace SolidLoonfiches.Sources;

/// <summary>The files of <c>ontology/</c> that reading a payslip needs; they are part of this assembly.</summary>
internal static class OntologyFile
{
    public static byte[] Read(string name)
    {
        using var stream = typeof(OntologyFile).Assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"{name} is not embedded.");
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }
}
