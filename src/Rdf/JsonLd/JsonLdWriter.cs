using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace SolidLoonfiches.Rdf;

/// <summary>Flattened, compacted JSON-LD (JSON-LD 1.1, sections 4.4 and 5): the same bytes for the same graph and context.</summary>
internal sealed class JsonLdWriter : IDisposable
{
    private readonly RdfGraph _graph;
    private readonly JsonElement _contextJson;
    private readonly JsonLdContext _context;
    private readonly ArrayBufferWriter<byte> _bytes = new();
    private readonly Utf8JsonWriter _json;

    public JsonLdWriter(RdfGraph graph, JsonElement context)
    {
        (_graph, _contextJson, _context) = (graph, context, new(context));
        _json = new(_bytes, new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
    }

    public string Write()
    {
        _json.WriteStartObject();
        _json.WritePropertyName("@context");
        _contextJson.WriteTo(_json);
        var subjects = _graph.Triples.GroupBy(triple => triple.Subject).OrderBy(group => group.Key.IsBlank).ThenBy(group => group.Key.Value, StringComparer.Ordinal).ToList();
        if (subjects.Count == 1)
        {
            Node(subjects[0]);
        }
        else
        {
            _json.WriteStartArray("@graph");
            foreach (var subject in subjects)
            {
                _json.WriteStartObject();
                Node(subject);
                _json.WriteEndObject();
            }

            _json.WriteEndArray();
        }

        _json.WriteEndObject();
        _json.Flush();
        return Encoding.UTF8.GetString(_bytes.WrittenSpan) + "\n";
    }

    public void Dispose() => _json.Dispose();

    private void Node(IGrouping<Term, Triple> node)
    {
        _json.WriteString(_context.Id, Reference(node.Key));
        // @type takes nodes only: a literal as type stands under the whole IRI of rdf:type.
        var types = node.Where(triple => triple.Predicate.Value == RdfTerms.Type && !triple.Object.IsLiteral).Select(triple => TypeName(triple.Object)).Order(StringComparer.Ordinal).ToList();
        if (types.Count > 0)
        {
            _json.WritePropertyName(_context.Type);
            Values(types, _json.WriteStringValue);
        }

        foreach (var member in node.Where(triple => triple.Predicate.Value != RdfTerms.Type || triple.Object.IsLiteral)
            .GroupBy(triple => Key(triple.Predicate.Value, triple.Object)).OrderBy(group => group.Key.Name, StringComparer.Ordinal))
        {
            _json.WritePropertyName(member.Key.Name);
            Values([.. member.Select(triple => triple.Object).OrderBy(term => term.ToString(), StringComparer.Ordinal)], value => Value(value, member.Key.IsCoerced));
        }
    }

    private void Values<T>(List<T> values, Action<T> write)
    {
        if (values.Count > 1)
            _json.WriteStartArray();
        values.ForEach(write);
        if (values.Count > 1)
            _json.WriteEndArray();
    }

    // A term that gives its values just this type, else one that gives none, else the IRI.
    private (string Name, bool IsCoerced) Key(string predicate, Term value)
    {
        var type = value.IsLiteral ? value.Datatype! : "@id";
        return value.Language is null && _context.Term(predicate, type) is { } fitting
            ? (fitting, true)
            : (_context.Term(predicate, "") ?? _context.Compact(predicate), false);
    }

    private void Value(Term value, bool isCoerced)
    {
        if (isCoerced)
        {
            _json.WriteStringValue(value.IsLiteral ? value.Value : Reference(value));
            return;
        }

        if (value.Datatype == Xsd.String)
        {
            _json.WriteStringValue(value.Value);
            return;
        }

        _json.WriteStartObject();
        if (!value.IsLiteral)
        {
            _json.WriteString(_context.Id, Reference(value));
        }
        else
        {
            _json.WriteString("@value", value.Value);
            if (value.Language is { } language)
                _json.WriteString("@language", language);
            else
                _json.WriteString(_context.Type, TypeName(Term.Iri(value.Datatype!)));
        }

        _json.WriteEndObject();
    }

    // Types are read with the terms of the context (section 4.1.3 of the API), other IRIs with its prefixes only.
    private string TypeName(Term type) => type.IsBlank ? Reference(type) : _context.Term(type.Value, "") ?? _context.Compact(type.Value);

    private string Reference(Term node) => node.IsBlank ? "_:" + node.Value : _context.Compact(node.Value);
}
