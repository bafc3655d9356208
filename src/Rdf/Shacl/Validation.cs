namespace SolidLoonfiches.Rdf;

/// <summary>One run of compiled shapes over one data graph. Nodes are numbers of the data's terms, or past them for terms that only the shapes have.</summary>
internal sealed class Validation
{
    private const int SmallGraph = 4096;

    private readonly ConstantPool _constants;
    private readonly int[] _numbers;
    private readonly int _type;
    private readonly int _subClassOf;
    private readonly bool _hasClasses;
    private readonly Dictionary<int, HashSet<int>> _subclasses = [];
    private readonly List<ValidationResult> _results = [];
    private int _probes;

    public Validation(RdfGraph data, ConstantPool constants, int type, int subClassOf)
    {
        Data = data;
        _constants = constants;
        _numbers = constants.In(data.Terms);
        _type = _numbers[type];
        _subClassOf = _numbers[subClassOf];
        _hasClasses = _subClassOf < data.Terms.Count;
    }

    public RdfGraph Data { get; }

    /// <summary>Whether what was asked is answered: a fault was found while only looking whether a node conforms.</summary>
    public bool Stopped { get; private set; }

    public IReadOnlyList<ValidationResult> Results => _results;

    /// <summary>The node that a constant of the shapes is.</summary>
    public int Number(int constant) => _numbers[constant];

    public Term TermOf(int node) => node < Data.Terms.Count ? Data.Terms.Get(node) : _constants[node - Data.Terms.Count];

    /// <summary>IRI, label or lexical form.</summary>
    public string ValueOf(int node) => node < Data.Terms.Count ? Data.Terms.Value(node) : _constants[node - Data.Terms.Count].Value;

    public TermKind KindOf(int node) => node >= Data.Terms.Count ? _constants[node - Data.Terms.Count].Kind : Data.Terms.Kind(node) switch
    {
        TermTable.IriKind => TermKind.Iri,
        TermTable.BlankKind => TermKind.Blank,
        _ => TermKind.Literal,
    };

    public void Report(Shape shape, string component, int focus, int? value, string? path = null)
    {
        if (_probes > 0)
        {
            Stopped = true;
            return;
        }

        _results.Add(new(TermOf(focus), path ?? shape.Path?.Text, value is { } node ? TermOf(node) : null, component, shape.Node, shape.Severity, shape.Messages) { SeverityIri = shape.SeverityIri, Steps = path is null && shape.Path is not PropertyPath.Step { Inverse: false } ? shape.Path : null });
    }

    /// <summary>Whether a node conforms to a shape (SHACL, section 3.4.2); nothing is reported.</summary>
    public bool Conforms(Shape shape, int node)
    {
        _probes++;
        shape.Validate(this, node);
        _probes--;
        var conforms = !Stopped;
        Stopped = false;
        return conforms;
    }

    /// <summary>Whether a node is an instance of a class or of a class below it, by what the data say (SHACL, section 1.1, "SHACL instance").</summary>
    public bool IsInstance(int node, int @class)
    {
        if (Data.BySubject.Contains(node, _type, @class))
            return true;
        if (!_hasClasses)
            return false;
        var classes = WithSubclasses(@class);
        foreach (var type in Data.BySubject.Find(node, _type))
        {
            if (classes.Contains(type))
                return true;
        }

        return false;
    }

    /// <summary>The distinct focus nodes of a target.</summary>
    public IReadOnlyCollection<int> FocusNodes(Target target)
    {
        var nodes = new List<int>();
        foreach (var @class in target.Classes)
            AddInstances(Number(@class), nodes);
        foreach (var node in target.Nodes)
            nodes.Add(Number(node));
        foreach (var predicate in target.SubjectsOf)
            nodes.AddRange(Data.ByPredicate.SecondsOf(Number(predicate)));
        foreach (var predicate in target.ObjectsOf)
            nodes.AddRange(Data.ByPredicate.ThirdsOf(Number(predicate)));
        return nodes.Count < 2 ? nodes : [.. nodes.Distinct()];
    }

    private void AddInstances(int @class, List<int> nodes)
    {
        if (!_hasClasses)
        {
            if (Data.Count < SmallGraph)
                Data.BySubject.AddFirstsWith(_type, @class, nodes);
            else
                nodes.AddRange(Data.ByObject.Find(@class, _type));
            return;
        }

        foreach (var each in WithSubclasses(@class))
            nodes.AddRange(Data.ByObject.Find(each, _type));
    }

    private HashSet<int> WithSubclasses(int @class)
    {
        if (_subclasses.TryGetValue(@class, out var known))
            return known;
        var found = new HashSet<int> { @class };
        var open = new Queue<int>(found);
        while (open.TryDequeue(out var each))
        {
            foreach (var child in Data.ByObject.Find(each, _subClassOf))
            {
                if (found.Add(child))
                    open.Enqueue(child);
            }
        }

        return _subclasses[@class] = found;
    }
}
