using System.Text.Json;

namespace SolidLoonfiches.Rdf;

/// <summary>Writes JSON-LD 1.1 (W3C Recommendation, 16 July 2020) for documents of our own. It is not read, and no context is ever fetched.</summary>
public static class JsonLd
{
    /// <summary>
    /// Writes a graph as one node object for each subject, in the order of their IRIs, with the terms of a context. What
    /// the context has no fitting term for stands under its compact or whole IRI; literals are never made JSON numbers,
    /// so that <c>2500.00</c> stays the decimal that it was.
    /// </summary>
    /// <param name="graph">Blank nodes keep their labels.</param>
    /// <param name="context">
    /// JSON with an <c>@context</c>: an object of prefixes, terms with <c>@id</c> and <c>@type</c>, and aliases of
    /// <c>@id</c> and <c>@type</c>. It is written into the document.
    /// </param>
    /// <exception cref="NotSupportedException">The context has something else, such as the address of another context; or an IRI of the graph would be taken for a name with one of its prefixes.</exception>
    /// <exception cref="ArgumentException">The context is no JSON object with an <c>@context</c>.</exception>
    public static string Write(RdfGraph graph, string context)
    {
        ArgumentNullException.ThrowIfNull(graph);
        ArgumentNullException.ThrowIfNull(context);
        try
        {
            using var json = JsonDocument.Parse(context);
            if (json.RootElement.ValueKind != JsonValueKind.Object || !json.RootElement.TryGetProperty("@context", out var terms))
                throw new ArgumentException("This JSON has no @context.", nameof(context));
            using var writer = new JsonLdWriter(graph, terms);
            return writer.Write();
        }
        catch (JsonException broken)
        {
            throw new ArgumentException("The context is no JSON.", nameof(context), broken);
        }
    }
}
