namespace SolidLoonfiches.Rdf;

/// <summary>Makes a <see cref="PropertyPath"/> of what stands in a shapes graph (SHACL, section 2.3.1).</summary>
internal sealed class PathCompiler(RdfGraph shapes, ConstantPool constants)
{
    private readonly HashSet<Term> _open = [];

    /// <param name="node">The object of <c>sh:path</c>.</param>
    /// <param name="shape">Whose path it is, for the error.</param>
    /// <param name="inverse">Whether an inverse path stands around it.</param>
    public PropertyPath Compile(Term node, Term shape, bool inverse = false)
    {
        if (node.IsIri)
            return new PropertyPath.Step(node.Value, constants.Add(node), inverse);
        if (node.IsLiteral)
            throw ShapesCompiler.IllFormed(shape, "its path is a literal");
        if (!_open.Add(node))
            throw ShapesCompiler.IllFormed(shape, "its path contains itself");
        var path = Blank(node, shape, inverse);
        _open.Remove(node);
        return path;
    }

    private PropertyPath Blank(Term node, Term shape, bool inverse)
    {
        // A list before all else: so the W3C's tests of nodes that are two paths at once have it.
        if (shapes.Objects(node, Term.Iri(RdfTerms.First)).Any())
        {
            var steps = Members(node, shape, inverse);
            if (inverse)
                steps.Reverse();
            return steps.Count > 1 ? new PropertyPath.Sequence(steps) : throw ShapesCompiler.IllFormed(shape, "a sequence path has less than two members");
        }

        if (One(node, "inversePath") is { } inverted)
            return Compile(inverted, shape, !inverse);
        if (One(node, "alternativePath") is { } list)
        {
            var branches = Members(list, shape, inverse);
            return branches.Count > 1 ? new PropertyPath.Alternative(branches) : throw ShapesCompiler.IllFormed(shape, "an alternative path has less than two members");
        }

        if (One(node, "zeroOrMorePath") is { } any)
            return new PropertyPath.Repeat(Compile(any, shape, inverse), '*');
        if (One(node, "oneOrMorePath") is { } some)
            return new PropertyPath.Repeat(Compile(some, shape, inverse), '+');
        if (One(node, "zeroOrOnePath") is { } perhaps)
            return new PropertyPath.Repeat(Compile(perhaps, shape, inverse), '?');
        throw new NotSupportedException($"The path of shape {shape} is of a kind that is not supported: {string.Join(' ', shapes.WithSubject(node).Select(triple => triple.Predicate))}.");
    }

    private List<PropertyPath> Members(Term list, Term shape, bool inverse) => [.. ShapesCompiler.List(shapes, list, shape).Select(member => Compile(member, shape, inverse))];

    private Term? One(Term node, string local) => shapes.Objects(node, Sh.Of(local)).Select(term => (Term?)term).FirstOrDefault();
}
