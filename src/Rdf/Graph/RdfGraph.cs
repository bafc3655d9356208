namespace SolidLoonfiches.Rdf;

/// <summary>
/// An immutable RDF graph: a set of triples (RDF 1.1 Concepts, section 3), indexed by subject, by predicate and by
/// object. May be read from many threads.
/// </summary>
public sealed class RdfGraph
{
    private TripleIndex? _byPredicate;
    private TripleIndex? _byObject;

    internal RdfGraph(TermTable terms, TripleIndex bySubject) => (Terms, BySubject) = (terms, bySubject);

    /// <summary>How many distinct triples there are.</summary>
    public int Count => BySubject.Count;

    /// <summary>Every triple once, grouped by subject, in the order in which the subjects were first met.</summary>
    public IEnumerable<Triple> Triples
    {
        get
        {
            for (var subject = 0; subject < BySubject.FirstCount; subject++)
            {
                foreach (var triple in WithSubject(subject))
                    yield return triple;
            }
        }
    }

    internal TermTable Terms { get; }

    /// <summary>Subject, predicate, object.</summary>
    internal TripleIndex BySubject { get; }

    /// <summary>Predicate, subject, object. Made when first asked for; two threads may make it at once, and the same.</summary>
    internal TripleIndex ByPredicate => _byPredicate ??= BySubject.BySecond(Terms.Count);

    /// <summary>Object, predicate, subject. Made when first asked for; two threads may make it at once, and the same.</summary>
    internal TripleIndex ByObject => _byObject ??= ByPredicate.ByThird(Terms.Count);

    /// <summary>A graph of these triples; blank nodes are the same where their labels are.</summary>
    /// <exception cref="ArgumentException">A literal as subject, or a predicate that is no IRI (RDF 1.1 Concepts, section 3.1).</exception>
    public static RdfGraph Create(IEnumerable<Triple> triples)
    {
        ArgumentNullException.ThrowIfNull(triples);
        using var builder = new RdfGraphBuilder(triples.TryGetNonEnumeratedCount(out var count) ? (int)Math.Min(int.MaxValue, count * 32L) : 0);
        foreach (var (subject, predicate, @object) in triples)
        {
            if (subject.IsLiteral)
                throw new ArgumentException("The subject of a triple is an IRI or a blank node.", nameof(triples));
            if (!predicate.IsIri)
                throw new ArgumentException("The predicate of a triple is an IRI.", nameof(triples));
            builder.Add(builder.Terms.Intern(subject), builder.Terms.Intern(predicate), builder.Terms.Intern(@object));
        }

        return builder.Build();
    }

    /// <summary>The objects of the triples with this subject and predicate, each once; none where there is no such triple.</summary>
    public IEnumerable<Term> Objects(Term subject, Term predicate) => List(BySubject.Find(Terms.Find(subject), Terms.Find(predicate)));

    /// <summary>The subjects of the triples with this predicate and object, each once.</summary>
    public IEnumerable<Term> Subjects(Term predicate, Term @object) => List(ByObject.Find(Terms.Find(@object), Terms.Find(predicate)));

    /// <summary>The triples with this subject, grouped by predicate.</summary>
    public IEnumerable<Triple> WithSubject(Term subject) => WithSubject(Terms.Find(subject));

    /// <summary>The triples with this predicate, grouped by subject.</summary>
    public IEnumerable<Triple> WithPredicate(Term predicate)
    {
        var number = Terms.Find(predicate);
        var (start, length) = ByPredicate.Of(number).GetOffsetAndLength(Count);
        for (var i = start; i < start + length; i++)
            yield return new(Terms.Get(ByPredicate.Seconds[i]), predicate, Terms.Get(ByPredicate.Thirds[i]));
    }

    /// <summary>Whether the graph has this triple.</summary>
    public bool Contains(Term subject, Term predicate, Term @object) => BySubject.Contains(Terms.Find(subject), Terms.Find(predicate), Terms.Find(@object));

    /// <summary>The same graph with every IRI (also datatypes) replaced by what <paramref name="map"/> gives; the same graph object where nothing changes.</summary>
    /// <exception cref="ArgumentException">The map gave something that is no absolute IRI.</exception>
    public RdfGraph MapIris(Func<string, string> map)
    {
        ArgumentNullException.ThrowIfNull(map);
        var mapped = new Dictionary<string, string>(StringComparer.Ordinal) { [Xsd.String] = map(Xsd.String) };
        var changed = !string.Equals(mapped[Xsd.String], Xsd.String, StringComparison.Ordinal);
        for (var number = 0; number < Terms.Count; number++)
        {
            if (Terms.Kind(number) != TermTable.IriKind)
                continue;
            var iri = Terms.Value(number);
            changed |= !string.Equals(iri, mapped[iri] = map(iri), StringComparison.Ordinal);
        }

        if (!changed)
            return this;
        using var builder = new RdfGraphBuilder(Count * 32);
        var numbers = new int[Terms.Count];
        for (var number = 0; number < numbers.Length; number++)
        {
            if (Terms.Kind(number) == TermTable.LanguageKind)
                continue;
            var term = Terms.Get(number);
            if (term.IsIri)
                term = Term.Iri(mapped[term.Value]);
            else if (term is { IsLiteral: true, Language: null })
                term = Term.Literal(term.Value, mapped[term.Datatype!]);
            numbers[number] = builder.Terms.Intern(term);
        }

        for (var subject = 0; subject < BySubject.FirstCount; subject++)
        {
            var (start, length) = BySubject.Of(subject).GetOffsetAndLength(Count);
            for (var i = start; i < start + length; i++)
                builder.Add(numbers[subject], numbers[BySubject.Seconds[i]], numbers[BySubject.Thirds[i]]);
        }

        return builder.Build();
    }

    private IEnumerable<Triple> WithSubject(int subject)
    {
        var (start, length) = BySubject.Of(subject).GetOffsetAndLength(Count);
        for (var i = start; i < start + length; i++)
            yield return new(Terms.Get(subject), Terms.Get(BySubject.Seconds[i]), Terms.Get(BySubject.Thirds[i]));
    }

    private Term[] List(ReadOnlySpan<int> numbers)
    {
        var terms = numbers.IsEmpty ? [] : new Term[numbers.Length];
        for (var i = 0; i < terms.Length; i++)
            terms[i] = Terms.Get(numbers[i]);
        return terms;
    }
}
