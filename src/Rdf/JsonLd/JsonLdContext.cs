using System.Text.Json;

namespace SolidLoonfiches.Rdf;

/// <summary>What a context says (JSON-LD 1.1, section 9.15), as far as our own contexts go; the rest is refused.</summary>
internal sealed class JsonLdContext
{
    private readonly Dictionary<string, string> _definitions = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _types = new(StringComparer.Ordinal);
    private readonly HashSet<string> _simple = new(StringComparer.Ordinal);
    private readonly List<(string Name, string Iri)> _prefixes = [];
    private readonly Dictionary<(string Iri, string Type), string> _terms = [];

    public JsonLdContext(JsonElement context)
    {
        if (context.ValueKind != JsonValueKind.Object)
            throw new NotSupportedException("A context is one JSON object here: none is fetched, and lists of contexts are not supported.");
        foreach (var member in context.EnumerateObject())
            Define(member);
        foreach (var (name, definition) in _definitions)
        {
            if (definition is "@id" or "@type")
            {
                (Id, Type) = definition == "@id" ? (name, Type) : (Id, name);
                continue;
            }

            var iri = Expand(definition);
            _terms.TryAdd((iri, _types.TryGetValue(name, out var type) ? (type == "@id" ? type : Expand(type)) : ""), name);
            if (IsPrefix(name))
                _prefixes.Add((name, iri));
        }

        _prefixes.Sort((one, other) => other.Iri.Length.CompareTo(one.Iri.Length));
    }

    /// <summary>What stands for <c>@id</c>.</summary>
    public string Id { get; private set; } = "@id";

    /// <summary>What stands for <c>@type</c>.</summary>
    public string Type { get; private set; } = "@type";

    /// <summary>The term of an IRI whose values are all of a type: a datatype's IRI, <c>@id</c>, or none (""). Null where there is none.</summary>
    public string? Term(string iri, string type) => _terms.GetValueOrDefault((iri, type));

    /// <summary>The shortest way to write an IRI that no term is meant by: with a prefix, or whole.</summary>
    public string Compact(string iri)
    {
        foreach (var (name, start) in _prefixes)
        {
            var rest = iri.AsSpan(Math.Min(start.Length, iri.Length));
            // "//" after the colon would make an absolute IRI of it (section 5.2 of the API), and a term of that name another thing.
            if (iri.StartsWith(start, StringComparison.Ordinal) && !rest.IsEmpty && !rest.StartsWith("//", StringComparison.Ordinal) && !_definitions.ContainsKey(string.Concat(name, ":", rest)))
                return string.Concat(name, ":", rest);
        }

        var colon = iri.IndexOf(':', StringComparison.Ordinal);
        return !IsPrefix(iri[..colon]) || iri.AsSpan(colon + 1).StartsWith("//", StringComparison.Ordinal)
            ? iri
            : throw new NotSupportedException("An IRI of the graph starts as a prefix of the context does.");
    }

    // Which terms may stand before a colon (section 9.15.1, and the prefix flag of the API's section 4.2).
    private bool IsPrefix(string name) => _simple.Contains(name) && _definitions[name].Length > 0 && _definitions[name][^1] is ':' or '/' or '?' or '#' or '[' or ']' or '@';

    private void Define(JsonProperty member)
    {
        if (member.Name == "@version")
            return;
        if (member.Name.StartsWith('@') || member.Name.Contains(':', StringComparison.Ordinal))
            throw new NotSupportedException($"A context with \"{member.Name}\" is not supported.");
        if (member.Value.ValueKind == JsonValueKind.String)
        {
            _definitions[member.Name] = member.Value.GetString()!;
            _simple.Add(member.Name);
            return;
        }

        if (member.Value.ValueKind != JsonValueKind.Object)
            throw new NotSupportedException($"What the context says of \"{member.Name}\" is not supported.");
        foreach (var part in member.Value.EnumerateObject())
        {
            if (part.Name is not ("@id" or "@type") || part.Value.ValueKind != JsonValueKind.String)
                throw new NotSupportedException($"What the context says of \"{member.Name}\" is not supported: {part.Name}.");
            (part.Name == "@id" ? _definitions : _types)[member.Name] = part.Value.GetString()!;
        }

        if (!_definitions.ContainsKey(member.Name))
            throw new NotSupportedException($"What the context says of \"{member.Name}\" has no @id.");
    }

    // A definition may use a prefix or a term that the same context defines; a circle ends at the number of definitions.
    private string Expand(string text)
    {
        for (var i = 0; i <= _definitions.Count; i++)
        {
            var colon = text.IndexOf(':', StringComparison.Ordinal);
            if (colon < 0 && _definitions.TryGetValue(text, out var whole))
                text = whole;
            else if (colon > 0 && !text.AsSpan(colon + 1).StartsWith("//", StringComparison.Ordinal) && IsPrefix(text[..colon]))
                text = _definitions[text[..colon]] + text[(colon + 1)..];
            else
                return IriReference.HasScheme(text) ? text : throw new NotSupportedException($"The context's \"{text}\" is no IRI: @vocab and keywords are not supported there.");
        }

        throw new ArgumentException("The context defines something by itself.", nameof(text));
    }
}
