namespace SolidLoonfiches.Rdf;

/// <summary>A property path (SHACL, section 2.3.1), with inverses pushed down to single steps.</summary>
internal abstract class PropertyPath
{
    /// <summary>The IRI of a predicate path, else the path as SPARQL writes it.</summary>
    public string Text => this is Step { Inverse: false } step ? step.Iri : Write();

    protected abstract string Write();

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
    }
}
