using System.Globalization;

namespace SolidLoonfiches.Rdf;

/// <summary>Writes a validation report as RDF (SHACL, section 3.6).</summary>
internal sealed class ReportGraph
{
    private readonly List<Triple> _triples = [];
    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);
    private int _blanks;

    public RdfGraph Write(ValidationReport report)
    {
        foreach (var result in report.Results)
        {
            Take(result.FocusNode);
            Take(result.Shape);
            if (result.Value is { } value)
                Take(value);
        }

        var root = NewBlank();
        Add(root, Term.Iri(RdfTerms.Type), Sh.Of("ValidationReport"));
        Add(root, Sh.Of("conforms"), Term.Literal(report.Conforms ? "true" : "false", Xsd.Boolean));
        foreach (var result in report.Results)
            Add(root, Sh.Of("result"), Result(result));
        return RdfGraph.Create(_triples);
    }

    private Term Result(ValidationResult result)
    {
        var node = NewBlank();
        Add(node, Term.Iri(RdfTerms.Type), Sh.Of("ValidationResult"));
        Add(node, Sh.Of("focusNode"), result.FocusNode);
        if (result.Steps is { } steps)
            Add(node, Sh.Of("resultPath"), steps.Write(NewBlank, Add));
        else if (result.Path is { } path)
            Add(node, Sh.Of("resultPath"), Term.Iri(path));
        if (result.Value is { } value)
            Add(node, Sh.Of("value"), value);
        Add(node, Sh.Of("resultSeverity"), Term.Iri(result.SeverityIri));
        Add(node, Sh.Of("sourceConstraintComponent"), Term.Iri(result.Component));
        Add(node, Sh.Of("sourceShape"), result.Shape);
        foreach (var (language, message) in result.Messages)
            Add(node, Sh.Of("resultMessage"), language.Length == 0 ? Term.Literal(message) : Term.Literal(message, language: language));
        return node;
    }

    private void Take(Term term)
    {
        if (term.IsBlank)
            _taken.Add(term.Value);
    }

    private Term NewBlank()
    {
        string label;
        do
        {
            label = string.Create(CultureInfo.InvariantCulture, $"r{++_blanks}");
        }
        while (_taken.Contains(label));
        return Term.Blank(label);
    }

    private void Add(Term subject, Term predicate, Term @object) => _triples.Add(new(subject, predicate, @object));
}
