namespace SolidLoonfiches.Rdf;

/// <summary>A compiled shape (SHACL, section 2.1).</summary>
/// <param name="Node">Its node in the shapes graph.</param>
/// <param name="Path">The path of a property shape, null for a node shape.</param>
/// <param name="Severity">The severity of its results.</param>
/// <param name="SeverityIri">The same, where it is not one of SHACL's own.</param>
/// <param name="Messages">By language tag.</param>
/// <param name="Constraints">Empty for a deactivated shape.</param>
internal sealed record Shape(Term Node, PropertyPath? Path, Severity Severity, string SeverityIri, IReadOnlyDictionary<string, string> Messages, IReadOnlyList<Constraint> Constraints)
{
    public void Validate(Validation run, int focus)
    {
        Span<int> self = [focus];
        var values = Path is null ? self : Path.Values(run, focus);
        foreach (var constraint in Constraints)
        {
            constraint.Check(run, this, focus, values);
            if (run.Stopped)
                return;
        }
    }
}

/// <summary>A compiled constraint (SHACL, section 4).</summary>
internal abstract class Constraint
{
    /// <summary>Reports what is at fault with the value nodes of one focus node.</summary>
    public abstract void Check(Validation run, Shape shape, int focus, ReadOnlySpan<int> values);
}

/// <summary>A constraint that looks at each value node by itself.</summary>
internal abstract class ValueConstraint(string name) : Constraint
{
    private readonly string _component = Sh.Component(name);

    public sealed override void Check(Validation run, Shape shape, int focus, ReadOnlySpan<int> values)
    {
        foreach (var value in values)
        {
            if (run.Stopped)
                return;
            if (!IsMet(run, value))
                run.Report(shape, _component, focus, value);
        }
    }

    protected abstract bool IsMet(Validation run, int value);
}

/// <summary>Which nodes a shape looks at (SHACL, section 2.1.3).</summary>
internal sealed record Target(Shape Shape, IReadOnlyList<int> Classes, IReadOnlyList<int> Nodes, IReadOnlyList<int> SubjectsOf, IReadOnlyList<int> ObjectsOf);
