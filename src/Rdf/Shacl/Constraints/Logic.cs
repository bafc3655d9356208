namespace SolidLoonfiches.Rdf;

/// <summary><c>sh:not</c> (SHACL, section 4.6.1).</summary>
internal sealed class Not(Shape inner) : ValueConstraint("Not")
{
    protected override bool IsMet(Validation run, int value) => !run.Conforms(inner, value);
}

/// <summary><c>sh:and</c>, <c>sh:or</c>, <c>sh:xone</c> (SHACL, sections 4.6.2 to 4.6.4): how many of the shapes must be met.</summary>
internal sealed class HowMany(string name, IReadOnlyList<Shape> shapes, int least, int most) : ValueConstraint(name)
{
    protected override bool IsMet(Validation run, int value)
    {
        var count = 0;
        foreach (var shape in shapes)
            count += run.Conforms(shape, value) ? 1 : 0;
        return count >= least && count <= most;
    }
}

/// <summary><c>sh:node</c> (SHACL, section 4.7.1).</summary>
internal sealed class NodeShapeIs(Shape inner) : ValueConstraint("Node")
{
    protected override bool IsMet(Validation run, int value) => run.Conforms(inner, value);
}

/// <summary><c>sh:property</c> (SHACL, section 4.7.2): the property shape reports by itself.</summary>
internal sealed class PropertyShapeIs(Shape inner) : Constraint
{
    public override void Check(Validation run, Shape shape, int focus, ReadOnlySpan<int> values)
    {
        foreach (var value in values)
        {
            inner.Validate(run, value);
            if (run.Stopped)
                return;
        }
    }
}
