namespace SolidLoonfiches.Rdf;

/// <summary>A property path (SHACL, section 2.3.1), with inverses pushed down to single steps.</summary>
internal abstract class PropertyPath
{
    /// <summary>The IRI of a predicate path, else the path as SPARQL writes it.</summary>
    public string Text => this is Step { Inverse: false } step ? step.Iri : Write();

    protected abstract string Write();

    /// <summary>The path as a node of an RDF graph (section 2.3.1).</summary>
    /// <param name="newBlank">Makes a blank node.</param>
    /// <param name="add">Takes the triples that say what the node is.</param>
    public abstract Term Write(Func<Term> newBlank, Action<Term, Term, Term> add);

    /// <summary>Adds the nodes that the path leads to from one node, perhaps more than once.</summary>
    public abstract void Walk(Validation run, int node, List<int> found);

    /// <summary>The distinct nodes that the path leads to.</summary>
    public ReadOnlySpan<int> Values(Validation run, int node)
    {
        if (this is Step step)
            return step.Values(run, node);
        var found = new List<int>();
        Walk(run, node, found);
        return Distinct(found).ToArray();
    }

    private static Term Wrapped(string property, Term inner, Func<Term> newBlank, Action<Term, Term, Term> add)
    {
        var node = newBlank();
        add(node, Sh.Of(property), inner);
        return node;
    }

    private static Term ListOf(IReadOnlyList<PropertyPath> members, Func<Term> newBlank, Action<Term, Term, Term> add)
    {
        var rest = Term.Iri(RdfTerms.Nil);
        for (var i = members.Count - 1; i >= 0; i--)
        {
            var cell = newBlank();
            add(cell, Term.Iri(RdfTerms.First), members[i].Write(newBlank, add));
            add(cell, Term.Iri(RdfTerms.Rest), rest);
            rest = cell;
        }

        return rest;
    }

    private static IEnumerable<int> Distinct(List<int> nodes) => nodes.Count < 2 ? nodes : nodes.Distinct();

    /// <summary>A predicate path (section 2.3.1.1) or the inverse of one (2.3.1.4).</summary>
    public sealed class Step(string iri, int predicate, bool inverse) : PropertyPath
    {
        public string Iri => iri;

        public bool Inverse => inverse;

        public new ReadOnlySpan<int> Values(Validation run, int node)
        {
            var number = run.Number(predicate);
            return inverse ? run.Data.ByObject.Find(node, number) : run.Data.BySubject.Find(node, number);
        }

        public override void Walk(Validation run, int node, List<int> found) => found.AddRange(Values(run, node));

        protected override string Write() => (inverse ? "^<" : "<") + iri + ">";

        public override Term Write(Func<Term> newBlank, Action<Term, Term, Term> add) =>
            inverse ? Wrapped("inversePath", Term.Iri(iri), newBlank, add) : Term.Iri(iri);
    }

    /// <summary>A sequence path (section 2.3.1.2).</summary>
    public sealed class Sequence(IReadOnlyList<PropertyPath> steps) : PropertyPath
    {
        public override void Walk(Validation run, int node, List<int> found)
        {
            List<int> nodes = [node];
            foreach (var step in steps)
            {
                var next = new List<int>();
                foreach (var each in Distinct(nodes))
                    step.Walk(run, each, next);
                nodes = next;
            }

            found.AddRange(nodes);
        }

        protected override string Write() => "(" + string.Join('/', steps.Select(step => step.Write())) + ")";

        public override Term Write(Func<Term> newBlank, Action<Term, Term, Term> add) => ListOf(steps, newBlank, add);
    }

    /// <summary>An alternative path (section 2.3.1.3).</summary>
    public sealed class Alternative(IReadOnlyList<PropertyPath> branches) : PropertyPath
    {
        public override void Walk(Validation run, int node, List<int> found)
        {
            foreach (var branch in branches)
                branch.Walk(run, node, found);
        }

        protected override string Write() => "(" + string.Join('|', branches.Select(branch => branch.Write())) + ")";

        public override Term Write(Func<Term> newBlank, Action<Term, Term, Term> add) =>
            Wrapped("alternativePath", ListOf(branches, newBlank, add), newBlank, add);
    }

    /// <summary>Zero-or-more, one-or-more and zero-or-one paths (sections 2.3.1.5 to 2.3.1.7).</summary>
    public sealed class Repeat(PropertyPath inner, char sign) : PropertyPath
    {
        public override void Walk(Validation run, int node, List<int> found)
        {
            var seen = new HashSet<int>();
            if (sign != '+')
                seen.Add(node);
            var open = new Queue<int>([node]);
            var next = new List<int>();
            while (open.TryDequeue(out var each))
            {
                next.Clear();
                inner.Walk(run, each, next);
                foreach (var reached in next)
                {
                    if (seen.Add(reached) && sign != '?')
                        open.Enqueue(reached);
                }
            }

            found.AddRange(seen);
        }

        protected override string Write() => inner.Write() + sign;

        public override Term Write(Func<Term> newBlank, Action<Term, Term, Term> add) =>
            Wrapped(sign switch { '*' => "zeroOrMorePath", '+' => "oneOrMorePath", _ => "zeroOrOnePath" }, inner.Write(newBlank, add), newBlank, add);
    }
}
