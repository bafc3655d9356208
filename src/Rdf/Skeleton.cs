#pragma warning disable
namespace SolidLoonfiches.Rdf;

/// <summary>SHACL shapes, compiled once, used from many threads (W3C Recommendation, 20 July 2017).</summary>
public sealed class Shapes
{
    /// <exception cref="NotSupportedException">A constraint, target or path that is not supported: refused here, never ignored.</exception>
    public static Shapes Compile(RdfGraph shapes) => throw new NotImplementedException();
    public ValidationReport Validate(RdfGraph data) => throw new NotImplementedException();
}

public sealed record ValidationReport(bool Conforms, IReadOnlyList<ValidationResult> Results);

public enum Severity { Info, Warning, Violation }

/// <param name="FocusNode">The node that was looked at.</param>
/// <param name="Path">The property's IRI, or null for a node constraint.</param>
/// <param name="Value">The value at fault, or null (a missing one).</param>
/// <param name="Component">IRI of the constraint component, such as <c>sh:MinCountConstraintComponent</c>.</param>
/// <param name="Shape">The shape that said so.</param>
/// <param name="Severity">Its severity.</param>
/// <param name="Messages">Its <c>sh:message</c> by language tag ("" for none); empty where the shape has none.</param>
public sealed record ValidationResult(Term FocusNode, string? Path, Term? Value, string Component, Term Shape, Severity Severity, IReadOnlyDictionary<string, string> Messages);
