using System.Text;

namespace SolidLoonfiches.Rdf;

/// <summary>Canonical N-Triples (N-Triples, section 4).</summary>
internal static class NTriplesWriter
{
    public static string Format(in Term term)
    {
        var line = new StringBuilder();
        Append(line, term);
        return line.ToString();
    }

    public static string Write(RdfGraph graph)
    {
        var lines = new List<byte[]>(graph.Count);
        var line = new StringBuilder();
        foreach (var (subject, predicate, @object) in graph.Triples)
        {
            line.Clear();
            Append(line, subject);
            Append(line.Append(' '), predicate);
            Append(line.Append(' '), @object);
            lines.Add(Encoding.UTF8.GetBytes(line.Append(" .\n").ToString()));
        }

        // By bytes, which is by code points: the order of UTF-16 is another one beyond the basic plane.
        lines.Sort((one, other) => one.AsSpan().SequenceCompareTo(other));
        var text = new StringBuilder();
        foreach (var bytes in lines)
            text.Append(Encoding.UTF8.GetString(bytes));
        return text.ToString();
    }

    private static void Append(StringBuilder line, in Term term)
    {
        switch (term.Kind)
        {
            case TermKind.Iri:
                line.Append('<').Append(term.Value).Append('>');
                break;
            case TermKind.Blank:
                line.Append("_:").Append(term.Value);
                break;
            default:
                AppendQuoted(line, term.Value);
                if (term.Language is { } language)
                    line.Append('@').Append(language);
                else if (term.Datatype != Xsd.String)
                    line.Append("^^<").Append(term.Datatype).Append('>');
                break;
        }
    }

    /// <summary>STRING_LITERAL_QUOTE with the four escapes that canonical N-Triples has.</summary>
    public static void AppendQuoted(StringBuilder line, string lexical)
    {
        line.Append('"');
        foreach (var c in lexical)
        {
            _ = c switch
            {
                '"' => line.Append("\\\""),
                '\\' => line.Append("\\\\"),
                '\n' => line.Append("\\n"),
                '\r' => line.Append("\\r"),
                _ => line.Append(c),
            };
        }

        line.Append('"');
    }
}
