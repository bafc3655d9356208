namespace SolidLoonfiches.Rdf;

/// <summary>Makes compiled shapes of a shapes graph, and refuses what it does not know (SHACL, sections 2 and 4).</summary>
internal sealed class ShapesCompiler
{
    private readonly RdfGraph _graph;
    private readonly ConstantPool _constants = new();
    private readonly PathCompiler _paths;
    private readonly Dictionary<Term, Shape?> _shapes = [];
    private readonly ConstraintCompiler _compiler;

    public ShapesCompiler(RdfGraph graph)
    {
        _graph = graph;
        _paths = new(graph, _constants);
        _compiler = new(graph, _constants, Shape);
    }

    public Shapes Compile()
    {
        foreach (var (subject, predicate, _) in _graph.Triples)
        {
            if (predicate.Value == Sh.Namespace + "entailment")
                throw new NotSupportedException($"{subject} asks for an entailment regime (sh:entailment): none is supported.");
        }

        foreach (var kind in new[] { "ConstraintComponent", "TargetType", "SPARQLTargetType", "Function", "Rule" })
        {
            if (_graph.Subjects(Term.Iri(RdfTerms.Type), Sh.Of(kind)).Select(term => (Term?)term).FirstOrDefault() is { } declared)
                throw new NotSupportedException($"{declared} declares a sh:{kind}, which SHACL Core does not have.");
        }

        var targets = new List<Target>();
        foreach (var node in Roots())
        {
            var shape = Shape(node);
            var target = new Target(shape, Classes(node), Numbers(node, "targetNode"), Numbers(node, "targetSubjectsOf"), Numbers(node, "targetObjectsOf"));
            if (shape.Constraints.Count > 0 && target.Classes.Count + target.Nodes.Count + target.SubjectsOf.Count + target.ObjectsOf.Count > 0)
                targets.Add(target);
        }

        return new(_constants, targets);
    }

    /// <summary>The members of a list (SHACL, section 1.1, "SHACL list").</summary>
    public static List<Term> List(RdfGraph graph, Term head, Term shape)
    {
        var members = new List<Term>();
        var seen = new HashSet<Term>();
        while (head.Value != RdfTerms.Nil || !head.IsIri)
        {
            var first = graph.Objects(head, Term.Iri(RdfTerms.First)).ToList();
            var rest = graph.Objects(head, Term.Iri(RdfTerms.Rest)).ToList();
            if (first.Count != 1 || rest.Count != 1 || !seen.Add(head))
                throw IllFormed(shape, "a list of it has no end, or a member that is not one");
            members.Add(first[0]);
            head = rest[0];
        }

        return members;
    }

    public static ArgumentException IllFormed(Term shape, string why) => new($"Shape {shape} is not well-formed: {why}.", nameof(shape));

    // Whatever is typed as a shape or has a target. Shapes that others refer to are compiled from there.
    private List<Term> Roots()
    {
        var roots = _graph.Triples.Where(triple => triple.Predicate.Value is Sh.Namespace + "targetClass" or Sh.Namespace + "targetNode" or Sh.Namespace + "targetSubjectsOf"
            or Sh.Namespace + "targetObjectsOf" or Sh.Namespace + "target").Select(triple => triple.Subject);
        return roots.Concat(_graph.Triples.Where(triple => triple.Predicate.Value == RdfTerms.Type && IsShapeClass(triple.Object)).Select(triple => triple.Subject)).Distinct().ToList();
    }

    private static bool IsShapeClass(Term type) => type.Value is Sh.Namespace + "NodeShape" or Sh.Namespace + "PropertyShape" or Sh.Namespace + "Shape";

    // A shape that is a class targets its own instances (section 2.1.3.3).
    private List<int> Classes(Term node)
    {
        var classes = Numbers(node, "targetClass");
        var types = _graph.Objects(node, Term.Iri(RdfTerms.Type)).ToList();
        if (node.IsIri && types.Exists(IsShapeClass) && types.Exists(IsClass))
            classes.Add(_constants.Add(node));
        return classes;
    }

    private bool IsClass(Term type)
    {
        var seen = new HashSet<Term>();
        var open = new Queue<Term>([type]);
        while (open.TryDequeue(out var each))
        {
            if (each.Value == RdfTerms.Class)
                return true;
            if (!seen.Add(each))
                continue;
            foreach (var parent in _graph.Objects(each, Term.Iri(RdfTerms.SubClassOf)))
                open.Enqueue(parent);
        }

        return false;
    }

    private List<int> Numbers(Term node, string local) => [.. _graph.Objects(node, Sh.Of(local)).Select(_constants.Add)];

    private Shape Shape(Term node)
    {
        if (_shapes.TryGetValue(node, out var known))
            return known ?? throw new NotSupportedException($"Shape {node} contains itself: recursive shapes are not supported (SHACL, section 3.4.3).");
        _shapes[node] = null;
        var severity = _graph.Objects(node, Sh.Of("severity")).Select(term => term.Value).FirstOrDefault() ?? Sh.Namespace + nameof(Severity.Violation);
        var messages = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var message in _graph.Objects(node, Sh.Of("message")))
        {
            if (!messages.TryAdd(message.Language ?? "", message.Value))
                throw IllFormed(node, "it has two messages in one language");
        }

        var paths = _graph.Objects(node, Sh.Of("path")).ToList();
        if (paths.Count > 1)
            throw IllFormed(node, "it has more than one path");
        var isActive = !_graph.Contains(node, Sh.Of("deactivated"), ConstraintCompiler.True);
        var path = paths.Count == 0 ? null : _paths.Compile(paths[0], node);
        var kind = severity switch { Sh.Namespace + "Info" => Severity.Info, Sh.Namespace + "Warning" => Severity.Warning, _ => Severity.Violation };
        var shape = new Shape(node, path, kind, severity, messages, isActive ? _compiler.Constraints(node, path is not null) : []);
        _shapes[node] = shape;
        return shape;
    }
}
