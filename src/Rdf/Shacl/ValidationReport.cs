namespace SolidLoonfiches.Rdf;

/// <summary>What a validation found (SHACL, section 3.6).</summary>
/// <param name="Conforms">Whether there is no result at all, of whatever severity (section 3.6.1.1).</param>
/// <param name="Results">In a stable order: by shape, by focus node, by constraint.</param>
public sealed record ValidationReport(bool Conforms, IReadOnlyList<ValidationResult> Results)
{
    /// <summary>
    /// The report as RDF: a <c>sh:ValidationReport</c> and its <c>sh:ValidationResult</c>s, which are blank nodes. Blank
    /// nodes of the data and of the shapes keep their labels; give shapes IRIs where the two must not be mixed up.
    /// </summary>
    public RdfGraph ToGraph() => new ReportGraph().Write(this);
}

/// <summary>How grave a result is (SHACL, section 2.1.4).</summary>
public enum Severity
{
    /// <summary><c>sh:Info</c>.</summary>
    Info,

    /// <summary><c>sh:Warning</c>.</summary>
    Warning,

    /// <summary><c>sh:Violation</c>, also where the shape names no severity or one of its own.</summary>
    Violation,
}

/// <summary>One thing that a shape found at fault (SHACL, section 3.6.2).</summary>
/// <param name="FocusNode">The node that was looked at.</param>
/// <param name="Path">The property's IRI, or null for a node constraint; a path of more than one step as SPARQL writes it, such as <c>&lt;p&gt;/^&lt;q&gt;</c>.</param>
/// <param name="Value">The value at fault, or null (a missing one).</param>
/// <param name="Component">IRI of the constraint component, such as <c>sh:MinCountConstraintComponent</c>.</param>
/// <param name="Shape">The shape that said so.</param>
/// <param name="Severity">Its severity.</param>
/// <param name="Messages">Its <c>sh:message</c> by language tag ("" for none); empty where the shape has none.</param>
public sealed record ValidationResult(Term FocusNode, string? Path, Term? Value, string Component, Term Shape, Severity Severity, IReadOnlyDictionary<string, string> Messages)
{
    /// <summary>IRI of the severity: one of SHACL's, or the shape's own.</summary>
    public string SeverityIri { get; init; } = Sh.Namespace + Severity;

    /// <summary>The path as RDF has it, where it is more than one step.</summary>
    internal PropertyPath? Steps { get; init; }
}
