#pragma warning disable
namespace SolidLoonfiches.Rdf;

/// <summary>The three kinds of RDF terms (RDF 1.1 Concepts, section 3).</summary>
public enum TermKind : byte { Iri, Blank, Literal }

/// <summary>An RDF term: IRI, blank node or literal (RDF 1.1 Concepts, section 3).</summary>
public readonly record struct Term
{
    private Term(TermKind kind, string value, string? datatype, string? language) => (Kind, Value, Datatype, Language) = (kind, value, datatype, language);
    public TermKind Kind { get; }
    /// <summary>The IRI, the blank node's label, or the lexical form.</summary>
    public string Value { get; }
    /// <summary>IRI of the datatype of a literal (never null there), null for other terms.</summary>
    public string? Datatype { get; }
    /// <summary>Language tag in lower case, or null.</summary>
    public string? Language { get; }
    public bool IsIri => Kind == TermKind.Iri;
    public bool IsLiteral => Kind == TermKind.Literal;
    public static Term Iri(string iri) => new(TermKind.Iri, iri, null, null);
    public static Term Blank(string label) => new(TermKind.Blank, label, null, null);
    public static Term Literal(string lexical, string? datatype = null, string? language = null) => throw new NotImplementedException();
}

public readonly record struct Triple(Term Subject, Term Predicate, Term Object);

/// <summary>An immutable RDF graph (a set of triples), indexed by subject and by predicate.</summary>
public sealed class RdfGraph
{
    public static RdfGraph Create(IEnumerable<Triple> triples) => throw new NotImplementedException();
    public int Count => throw new NotImplementedException();
    public IEnumerable<Triple> Triples => throw new NotImplementedException();
    public IEnumerable<Term> Objects(Term subject, Term predicate) => throw new NotImplementedException();
    public IEnumerable<Term> Subjects(Term predicate, Term @object) => throw new NotImplementedException();
    public IEnumerable<Triple> WithSubject(Term subject) => throw new NotImplementedException();
    public IEnumerable<Triple> WithPredicate(Term predicate) => throw new NotImplementedException();
    public bool Contains(Term subject, Term predicate, Term @object) => throw new NotImplementedException();
    /// <summary>The same graph with every IRI (also datatypes) replaced by what <paramref name="map"/> gives; the same graph object where nothing changes.</summary>
    public RdfGraph MapIris(Func<string, string> map) => throw new NotImplementedException();
}

/// <summary>What a reader accepts at most; beyond it, <see cref="RdfSyntaxException"/>.</summary>
public sealed record RdfLimits
{
    public static RdfLimits Default { get; } = new();
    public int MaxBytes { get; init; } = 64 * 1024 * 1024;
    public int MaxTriples { get; init; } = 10_000_000;
    public int MaxDepth { get; init; } = 128;
    public int MaxTermLength { get; init; } = 1024 * 1024;
}

/// <summary>The text is not what it claims to be, or beyond a limit.</summary>
public sealed class RdfSyntaxException(int line, int column, string message) : Exception(message)
{
    /// <summary>1 for the first line.</summary>
    public int Line { get; } = line;
    /// <summary>1 for the first character of a line, in code points.</summary>
    public int Column { get; } = column;
}

/// <summary>Reads Turtle 1.1 (W3C Recommendation, 25 February 2014).</summary>
public static class Turtle
{
    public static RdfGraph Read(ReadOnlySpan<byte> utf8, string baseIri, RdfLimits? limits = null, CancellationToken cancellation = default) => throw new NotImplementedException();
    /// <summary>Grouped by subject, in a stable order: two writings of one graph are the same bytes.</summary>
    public static string Write(RdfGraph graph, IEnumerable<KeyValuePair<string, string>> prefixes) => throw new NotImplementedException();
}

/// <summary>Reads and writes N-Triples (W3C Recommendation, 25 February 2014).</summary>
public static class NTriples
{
    public static RdfGraph Read(ReadOnlySpan<byte> utf8, RdfLimits? limits = null, CancellationToken cancellation = default) => throw new NotImplementedException();
    /// <summary>Canonical N-Triples, lines sorted.</summary>
    public static string Write(RdfGraph graph) => throw new NotImplementedException();
}

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
