using System.Text;

namespace SolidLoonfiches.Rdf;

/// <summary>Turtle for people to read: one subject after the other, its type first, then predicates and objects in the order of their text.</summary>
internal sealed class TurtleWriter
{
    private readonly RdfGraph _graph;
    private readonly List<KeyValuePair<string, string>> _prefixes = [];
    private readonly SortedSet<string> _used = new(StringComparer.Ordinal);

    public TurtleWriter(RdfGraph graph, IEnumerable<KeyValuePair<string, string>> prefixes)
    {
        _graph = graph;
        foreach (var (prefix, iri) in prefixes)
        {
            if (!Names.IsPrefix(prefix))
                throw new ArgumentException("Not a prefix that Turtle allows.", nameof(prefixes));
            if (_prefixes.Exists(known => string.Equals(known.Key, prefix, StringComparison.Ordinal)))
                throw new ArgumentException("A prefix stands for one IRI.", nameof(prefixes));
            _prefixes.Add(new(prefix, Term.Iri(iri).Value));
        }

        _prefixes.Sort((one, other) => one.Value.Length != other.Value.Length
            ? other.Value.Length.CompareTo(one.Value.Length)
            : string.CompareOrdinal(one.Key, other.Key));
    }

    public string Write()
    {
        var body = new StringBuilder();
        foreach (var subject in _graph.Triples.GroupBy(triple => triple.Subject).OrderBy(group => group.Key, TermOrder.Instance))
            AppendSubject(body, subject.Key, subject);
        var text = new StringBuilder();
        foreach (var prefix in _used)
            text.Append("@prefix ").Append(prefix).Append(": <").Append(_prefixes.Find(known => string.Equals(known.Key, prefix, StringComparison.Ordinal)).Value).Append("> .\n");
        return text.Append(_used.Count > 0 && body.Length > 0 ? "\n" : "").Append(body).ToString();
    }

    private void AppendSubject(StringBuilder text, Term subject, IEnumerable<Triple> triples)
    {
        if (text.Length > 0)
            text.Append('\n');
        AppendTerm(text, subject);
        var separator = " ";
        foreach (var predicate in triples.GroupBy(triple => triple.Predicate).OrderBy(group => group.Key.Value != RdfTerms.Type).ThenBy(group => group.Key, TermOrder.Instance))
        {
            text.Append(separator);
            if (predicate.Key.Value == RdfTerms.Type)
                text.Append('a');
            else
                AppendTerm(text, predicate.Key);
            var comma = " ";
            foreach (var @object in predicate.Select(triple => triple.Object).Order(TermOrder.Instance))
            {
                AppendTerm(text.Append(comma), @object);
                comma = ", ";
            }

            separator = " ;\n    ";
        }

        text.Append(" .\n");
    }

    private void AppendTerm(StringBuilder text, Term term)
    {
        switch (term.Kind)
        {
            case TermKind.Iri:
                AppendIri(text, term.Value);
                break;
            case TermKind.Blank:
                text.Append("_:").Append(term.Value);
                break;
            default:
                if (IsBare(term))
                {
                    text.Append(term.Value);
                    break;
                }

                NTriplesWriter.AppendQuoted(text, term.Value);
                if (term.Language is { } language)
                    text.Append('@').Append(language);
                else if (term.Datatype != Xsd.String)
                    AppendIri(text.Append("^^"), term.Datatype!);
                break;
        }
    }

    private void AppendIri(StringBuilder text, string iri)
    {
        foreach (var (prefix, start) in _prefixes)
        {
            if (!iri.StartsWith(start, StringComparison.Ordinal) || !Names.IsPlainLocal(iri.AsSpan(start.Length)))
                continue;
            _used.Add(prefix);
            text.Append(prefix).Append(':').Append(iri.AsSpan(start.Length));
            return;
        }

        text.Append('<').Append(iri).Append('>');
    }

    // INTEGER, DECIMAL and booleans as Turtle writes them (rules [19], [20], [133s]); doubles keep their quotes.
    private static bool IsBare(Term term)
    {
        if (term.Datatype == Xsd.Boolean)
            return term.Value is "true" or "false";
        if (term.Datatype is not (Xsd.Integer or Xsd.Decimal))
            return false;
        var digits = term.Value.AsSpan();
        if (digits.StartsWith("-") || digits.StartsWith("+"))
            digits = digits[1..];
        var dot = digits.IndexOf('.');
        var isDecimal = dot >= 0 && dot < digits.Length - 1 && !digits[..dot].ContainsAnyExceptInRange('0', '9') && !digits[(dot + 1)..].ContainsAnyExceptInRange('0', '9');
        return term.Datatype == Xsd.Decimal ? isDecimal : !digits.IsEmpty && !digits.ContainsAnyExceptInRange('0', '9');
    }

    /// <summary>IRIs, then blank nodes, then literals; each by its text, code unit by code unit.</summary>
    private sealed class TermOrder : IComparer<Term>
    {
        public static readonly TermOrder Instance = new();

        public int Compare(Term x, Term y)
        {
            var order = x.Kind.CompareTo(y.Kind);
            order = order != 0 ? order : string.CompareOrdinal(x.Value, y.Value);
            order = order != 0 ? order : string.CompareOrdinal(x.Datatype, y.Datatype);
            return order != 0 ? order : string.CompareOrdinal(x.Language, y.Language);
        }
    }
}
