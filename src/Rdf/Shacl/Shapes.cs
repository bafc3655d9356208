namespace SolidLoonfiches.Rdf;

/// <summary>SHACL Core shapes, compiled once, used from many threads (W3C Recommendation, 20 July 2017).</summary>
public sealed class Shapes
{
    private readonly ConstantPool _constants;
    private readonly IReadOnlyList<Target> _targets;
    private readonly int _type;
    private readonly int _subClassOf;

    internal Shapes(ConstantPool constants, IReadOnlyList<Target> targets)
    {
        _type = constants.Add(Term.Iri(RdfTerms.Type));
        _subClassOf = constants.Add(Term.Iri(RdfTerms.SubClassOf));
        (_constants, _targets) = (constants, targets);
    }

    /// <summary>
    /// Compiles every shape of a shapes graph: all constraint components, paths and targets of SHACL Core. Beyond the
    /// recommendation, <c>sh:datatype</c> holds each XML Schema datatype against its lexical and value space, so that
    /// <c>"2026-02-30"^^xsd:date</c> is at fault.
    /// </summary>
    /// <exception cref="NotSupportedException">A constraint, target or path that is not supported, or a shape that contains itself: refused here, never ignored.</exception>
    /// <exception cref="ArgumentException">A shape that is not well-formed (SHACL, appendix A).</exception>
    public static Shapes Compile(RdfGraph shapes)
    {
        ArgumentNullException.ThrowIfNull(shapes);
        return new ShapesCompiler(shapes).Compile();
    }

    /// <summary>Holds a data graph against the shapes. Classes below a class (<c>rdfs:subClassOf</c>) are those that the data graph says.</summary>
    public ValidationReport Validate(RdfGraph data)
    {
        ArgumentNullException.ThrowIfNull(data);
        var run = new Validation(data, _constants, _type, _subClassOf);
        foreach (var target in _targets)
        {
            foreach (var node in run.FocusNodes(target))
                target.Shape.Validate(run, node);
        }

        return new(run.Results.Count == 0, run.Results);
    }
}
