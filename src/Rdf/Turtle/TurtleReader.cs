using System.Runtime.InteropServices;

namespace SolidLoonfiches.Rdf;

/// <summary>
/// Turtle 1.1 (section 6.5), statement by statement. What stands inside what is kept on a stack of our own, so that no
/// document can use up the thread's.
/// </summary>
internal ref struct TurtleReader
{
    private readonly RdfGraphBuilder _out;
    private readonly RdfLimits _limits;
    private Scanner _in;
    private readonly TurtleNames _names;
    private readonly TurtleTerms _terms;
    private Frame[] _stack = new Frame[8];
    private int _depth;

    public TurtleReader(Scanner input, TurtleNames names, RdfGraphBuilder output, RdfLimits limits)
    {
        _in = input;
        _names = names;
        _terms = new(names, output, limits);
        _out = output;
        _limits = limits;
    }

    private enum Inside : byte { Statement, PropertyList, Collection }

    // What may come next. An object may close what it stands in, so each step gives the following one.
    private enum Expect : byte { Subject, Verb, VerbOrEnd, Object, Item, After, End }

    public void Read()
    {
        _names.Prologue(ref _in);
        while (true)
        {
            _in.SkipSpace();
            if (_in.AtEnd)
                return;
            _in.Tick();
            if (!_names.Directive(ref _in))
                Triples();
        }
    }

    private void Triples()
    {
        _depth = 0;
        _stack[0] = new() { Kind = Inside.Statement, Subject = -1 };
        var expect = Expect.Subject;
        while (expect != Expect.End)
        {
            _in.SkipSpace();
            _in.Tick();
            // Most of a document is predicates and objects in turn, so these come first and without a choice between them.
            if (expect == Expect.Verb)
            {
                _stack[_depth].Predicate = _terms.Verb(ref _in);
                _in.SkipSpace();
                expect = Node(isSubject: false);
            }
            else if (expect == Expect.After)
            {
                expect = After();
            }
            else
            {
                expect = expect switch
                {
                    Expect.Subject => Node(isSubject: true),
                    Expect.VerbOrEnd => _in.Take('.') ? Expect.End : Expect.Verb,
                    Expect.Item when _in.Next == ')' => CloseCollection(),
                    _ => Node(isSubject: false),
                };
            }
        }
    }

    private Expect Node(bool isSubject)
    {
        switch (_in.Next)
        {
            case '[':
                _in.Position++;
                _in.SkipSpace();
                var node = _out.NewBlank();
                if (_in.Take(']'))
                    return Deliver(node, hasProperties: false);
                Push(new() { Kind = Inside.PropertyList, Subject = node });
                return Expect.Verb;
            case '(':
                _in.Position++;
                Push(new() { Kind = Inside.Collection, Subject = -1 });
                return Expect.Item;
            default:
                return Deliver(isSubject ? _terms.Subject(ref _in) : _terms.Object(ref _in), hasProperties: false);
        }
    }

    // A whole node stands where the innermost frame waited for one.
    private Expect Deliver(int node, bool hasProperties)
    {
        ref var frame = ref _stack[_depth];
        switch (frame.Kind)
        {
            case Inside.Statement when frame.Subject < 0:
                frame.Subject = node;
                return hasProperties ? Expect.VerbOrEnd : Expect.Verb;
            case Inside.Collection:
                var cell = _out.NewBlank();
                if (frame.Subject < 0)
                    frame.Subject = cell;
                else
                    Add(frame.Last, _out.WellKnown(WellKnown.Rest), cell);
                frame.Last = cell;
                Add(cell, _out.WellKnown(WellKnown.First), node);
                return Expect.Item;
            default:
                Add(frame.Subject, frame.Predicate, node);
                return Expect.After;
        }
    }

    private Expect After()
    {
        var isStatement = _stack[_depth].Kind == Inside.Statement;
        if (_in.Take(','))
            return Expect.Object;
        if (_in.Next == ';')
        {
            while (_in.Take(';'))
            {
                _in.Tick();
                _in.SkipSpace();
            }

            if (_in.Next != (isStatement ? '.' : ']'))
                return Expect.Verb;
        }

        if (!_in.Take(isStatement ? '.' : ']'))
            throw _in.Error(_in.Position, isStatement ? "Expected ',', ';' or '.' after an object." : "Expected ',', ';' or ']' after an object.");
        if (isStatement)
            return Expect.End;
        return Deliver(_stack[_depth--].Subject, hasProperties: true);
    }

    private Expect CloseCollection()
    {
        _in.Position++;
        var (first, last) = (_stack[_depth].Subject, _stack[_depth].Last);
        _depth--;
        var nil = _out.WellKnown(WellKnown.Nil);
        if (first < 0)
            return Deliver(nil, hasProperties: false);
        Add(last, _out.WellKnown(WellKnown.Rest), nil);
        return Deliver(first, hasProperties: false);
    }

    private void Push(Frame frame)
    {
        if (_depth >= _limits.MaxDepth)
            throw _in.Error(_in.Position - 1, "Nested too deep: more '[' and '(' inside each other than the limit.");
        if (++_depth == _stack.Length)
            Array.Resize(ref _stack, _depth * 2);
        _stack[_depth] = frame;
    }

    private void Add(int subject, int predicate, int @object)
    {
        _out.Add(subject, predicate, @object);
        if (_out.Count > _limits.MaxTriples)
            throw _in.Error(_in.Position, "The document has more triples than the limit.");
        if (_out.Terms.TextLength > _limits.MaxTermBytes)
            throw _in.Error(_in.Position, "The terms of the document are longer together than the limit.");
    }

    /// <summary>For a collection, Subject is its first cell and Last its last.</summary>
    [StructLayout(LayoutKind.Auto)]
    private record struct Frame(Inside Kind, int Subject, int Predicate, int Last);
}
