namespace SolidLoonfiches.Rdf;

/// <summary><c>sh:minCount</c> (SHACL, section 4.2.1).</summary>
internal sealed class MinCount(int least) : Constraint
{
    private static readonly string _component = Sh.Component("MinCount");

    public override void Check(Validation run, Shape shape, int focus, ReadOnlySpan<int> values)
    {
        if (values.Length < least)
            run.Report(shape, _component, focus, null);
    }
}

/// <summary><c>sh:maxCount</c> (SHACL, section 4.2.2).</summary>
internal sealed class MaxCount(int most) : Constraint
{
    private static readonly string _component = Sh.Component("MaxCount");

    public override void Check(Validation run, Shape shape, int focus, ReadOnlySpan<int> values)
    {
        if (values.Length > most)
            run.Report(shape, _component, focus, null);
    }
}

/// <summary><c>sh:qualifiedValueShape</c> with its counts (SHACL, section 4.7.3).</summary>
internal sealed class QualifiedCount(Shape inner, IReadOnlyList<Shape> siblings, int least, int most) : Constraint
{
    private static readonly string _tooFew = Sh.Component("QualifiedMinCount");
    private static readonly string _tooMany = Sh.Component("QualifiedMaxCount");

    public override void Check(Validation run, Shape shape, int focus, ReadOnlySpan<int> values)
    {
        var count = 0;
        foreach (var value in values)
        {
            if (run.Conforms(inner, value) && !siblings.Any(sibling => run.Conforms(sibling, value)))
                count++;
        }

        if (count < least)
            run.Report(shape, _tooFew, focus, null);
        if (count > most)
            run.Report(shape, _tooMany, focus, null);
    }
}
