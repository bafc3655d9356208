namespace SolidLoonfiches.Rdf;

/// <summary><c>sh:minExclusive</c>, <c>minInclusive</c>, <c>maxExclusive</c>, <c>maxInclusive</c> (SHACL, section 4.3). What cannot be compared is at fault.</summary>
internal sealed class Bound(string name, LiteralValue bound, Func<int, bool> isMet) : ValueConstraint(name)
{
    protected override bool IsMet(Validation run, int value) =>
        LiteralValue.Of(run.TermOf(value)) is { } found && found.OrderTo(bound) is { } order && isMet(order);
}

/// <summary><c>sh:lessThan</c> and <c>sh:lessThanOrEquals</c> (SHACL, sections 4.5.3 and 4.5.4): a result for each pair.</summary>
internal sealed class LessThan(int predicate, bool orEquals) : Constraint
{
    private readonly string _component = Sh.Component(orEquals ? "LessThanOrEquals" : "LessThan");

    public override void Check(Validation run, Shape shape, int focus, ReadOnlySpan<int> values)
    {
        var others = new List<LiteralValue?>();
        foreach (var other in run.Data.BySubject.Find(focus, run.Number(predicate)))
            others.Add(LiteralValue.Of(run.TermOf(other)));
        foreach (var value in values)
        {
            var one = others.Count > 0 ? LiteralValue.Of(run.TermOf(value)) : null;
            foreach (var other in others)
            {
                var order = one is not null && other is not null ? one.OrderTo(other) : null;
                if (!(order < 0 || (orEquals && order == 0)))
                    run.Report(shape, _component, focus, value);
            }
        }
    }
}

/// <summary><c>sh:equals</c> (SHACL, section 4.5.1): a result for each value that only one of the two has.</summary>
internal sealed class EqualsProperty(int predicate) : Constraint
{
    private static readonly string _component = Sh.Component("Equals");

    public override void Check(Validation run, Shape shape, int focus, ReadOnlySpan<int> values)
    {
        var others = run.Data.BySubject.Find(focus, run.Number(predicate));
        foreach (var value in values)
        {
            if (others.BinarySearch(value) < 0)
                run.Report(shape, _component, focus, value);
        }

        var known = new HashSet<int>(values.Length);
        foreach (var value in values)
            known.Add(value);
        foreach (var other in others)
        {
            if (!known.Contains(other))
                run.Report(shape, _component, focus, other);
        }
    }
}

/// <summary><c>sh:disjoint</c> (SHACL, section 4.5.2).</summary>
internal sealed class DisjointProperty(int predicate) : Constraint
{
    private static readonly string _component = Sh.Component("Disjoint");

    public override void Check(Validation run, Shape shape, int focus, ReadOnlySpan<int> values)
    {
        var others = run.Data.BySubject.Find(focus, run.Number(predicate));
        foreach (var value in values)
        {
            if (others.BinarySearch(value) >= 0)
                run.Report(shape, _component, focus, value);
        }
    }
}
