using System.Text.Json;
using SolidLoonfiches.Rdf;

namespace SolidLoonfiches.Dossiers.Tests;

/// <summary>Reads flattened JSON-LD whose context is in the document (JSON-LD 1.1 API, section 4), as far as our own documents go: a second pair of eyes on the writer.</summary>
internal static class FlatJsonLd
{
    public static RdfGraph Read(string document)
    {
        using var json = JsonDocument.Parse(document);
        var context = json.RootElement.GetProperty("@context").EnumerateObject().Where(term => term.Name != "@version").ToDictionary(term => term.Name, term => term.Value.Clone(), StringComparer.Ordinal);
        var nodes = json.RootElement.TryGetProperty("@graph", out var graph) ? graph.EnumerateArray().ToList() : [json.RootElement];
        return RdfGraph.Create([.. nodes.SelectMany(node => Triples(node, context))]);
    }

    private static IEnumerable<Triple> Triples(JsonElement node, Dictionary<string, JsonElement> context)
    {
        var subject = Term.Iri(Iri(node.GetProperty("id").GetString()!, context, terms: false));
        foreach (var member in node.EnumerateObject().Where(member => member.Name is not ("id" or "@context")))
        {
            foreach (var value in member.Value.ValueKind == JsonValueKind.Array ? member.Value.EnumerateArray().ToArray() : [member.Value])
            {
                yield return member.Name == "type"
                    ? new(subject, Dpv.Type, Term.Iri(Iri(value.GetString()!, context, terms: true)))
                    : new(subject, Term.Iri(Iri(member.Name, context, terms: true)), Object(value, TypeOf(member.Name, context), context));
            }
        }
    }

    private static Term Object(JsonElement value, string? type, Dictionary<string, JsonElement> context) => value.ValueKind == JsonValueKind.Object
        ? value.TryGetProperty("@language", out var language)
            ? Term.Literal(value.GetProperty("@value").GetString()!, language: language.GetString())
            : value.TryGetProperty("id", out var id) ? Term.Iri(Iri(id.GetString()!, context, terms: false)) : Term.Literal(value.GetProperty("@value").GetString()!, Iri(value.GetProperty("type").GetString()!, context, terms: true))
        : type switch
        {
            null => Term.Literal(value.GetString()!),
            "@id" => Term.Iri(Iri(value.GetString()!, context, terms: false)),
            _ => Term.Literal(value.GetString()!, Iri(type, context, terms: true)),
        };

    private static string? TypeOf(string term, Dictionary<string, JsonElement> context) =>
        context.TryGetValue(term, out var definition) && definition.ValueKind == JsonValueKind.Object && definition.TryGetProperty("@type", out var type) ? type.GetString() : null;

    private static string Iri(string text, Dictionary<string, JsonElement> context, bool terms)
    {
        if (terms && context.TryGetValue(text, out var definition))
        {
            return Iri(definition.ValueKind == JsonValueKind.String ? definition.GetString()! : definition.GetProperty("@id").GetString()!, context, terms: false);
        }

        var colon = text.IndexOf(':', StringComparison.Ordinal);
        return colon > 0 && !text[(colon + 1)..].StartsWith("//", StringComparison.Ordinal) && context.TryGetValue(text[..colon], out var prefix) ? prefix.GetString() + text[(colon + 1)..] : text;
    }
}
