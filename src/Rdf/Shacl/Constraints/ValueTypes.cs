namespace SolidLoonfiches.Rdf;

/// <summary><c>sh:class</c> (SHACL, section 4.1.1).</summary>
internal sealed class ClassIs(int @class) : ValueConstraint("Class")
{
    protected override bool IsMet(Validation run, int value) => run.IsInstance(value, run.Number(@class));
}

/// <summary><c>sh:datatype</c> (SHACL, section 4.1.2): the datatype, and a lexical form that has a value in it.</summary>
internal sealed class DatatypeIs(string datatype) : ValueConstraint("Datatype")
{
    private readonly LexicalCheck? _check = XsdDatatypes.CheckOf(datatype);

    protected override bool IsMet(Validation run, int value)
    {
        if (run.KindOf(value) != TermKind.Literal)
            return false;
        var term = run.TermOf(value);
        if (!string.Equals(term.Datatype, datatype, StringComparison.Ordinal))
            return false;
        return term.Datatype == RdfTerms.LangString ? term.Language is not null : _check is null || _check(term.Value);
    }
}

/// <summary><c>sh:nodeKind</c> (SHACL, section 4.1.3).</summary>
internal sealed class NodeKindIs(bool iri, bool blank, bool literal) : ValueConstraint("NodeKind")
{
    protected override bool IsMet(Validation run, int value) => run.KindOf(value) switch
    {
        TermKind.Iri => iri,
        TermKind.Blank => blank,
        _ => literal,
    };

    /// <summary>The node kinds that SHACL has, by local name; null for another.</summary>
    public static NodeKindIs? Of(string local) => local switch
    {
        "IRI" => new(true, false, false),
        "BlankNode" => new(false, true, false),
        "Literal" => new(false, false, true),
        "BlankNodeOrIRI" => new(true, true, false),
        "BlankNodeOrLiteral" => new(false, true, true),
        "IRIOrLiteral" => new(true, false, true),
        _ => null,
    };
}

/// <summary><c>sh:in</c> (SHACL, section 4.8.3).</summary>
internal sealed class OneOf(IReadOnlyList<int> allowed) : ValueConstraint("In")
{
    protected override bool IsMet(Validation run, int value)
    {
        foreach (var each in allowed)
        {
            if (run.Number(each) == value)
                return true;
        }

        return false;
    }
}

/// <summary><c>sh:hasValue</c> (SHACL, section 4.8.2).</summary>
internal sealed class HasValue(int wanted) : Constraint
{
    private static readonly string _component = Sh.Component("HasValue");

    public override void Check(Validation run, Shape shape, int focus, ReadOnlySpan<int> values)
    {
        if (!values.Contains(run.Number(wanted)))
            run.Report(shape, _component, focus, null);
    }
}

/// <summary><c>sh:closed</c> with <c>sh:ignoredProperties</c> (SHACL, section 4.8.1).</summary>
internal sealed class Closed(IReadOnlyList<int> allowed) : Constraint
{
    private static readonly string _component = Sh.Component("Closed");

    public override void Check(Validation run, Shape shape, int focus, ReadOnlySpan<int> values)
    {
        foreach (var value in values)
        {
            var predicates = run.Data.BySubject.SecondsOf(value);
            var objects = run.Data.BySubject.ThirdsOf(value);
            for (var i = 0; i < predicates.Length; i++)
            {
                if (!IsAllowed(run, predicates[i]))
                    run.Report(shape, _component, focus, objects[i], run.ValueOf(predicates[i]));
            }
        }
    }

    private bool IsAllowed(Validation run, int predicate)
    {
        foreach (var each in allowed)
        {
            if (run.Number(each) == predicate)
                return true;
        }

        return false;
    }
}
