using SolidLoonfiches.Rdf;

namespace SolidLoonfiches.Sources;

/// <summary>The shapes of <c>ontology/loonfiche.shapes.ttl</c>, compiled once, used from many threads.</summary>
internal static class PayslipShape
{
    private const string Prefix = "https://w3id.org/loonfiche/shapes#";

    /// <summary>More than a person reads. A slip made to hold thousands of faults must not cost hours nor fill the records.</summary>
    private const int MostResults = 25;

    private static readonly HashSet<Term> Telling = [LoonficheTerms.LineAmount, LoonficheTerms.Line, LoonficheTerms.Registration, LoonficheTerms.Registratie];

    private static readonly Lazy<Shapes> Compiled = new(() => Shapes.Compile(Turtle.Read(OntologyFile.Read("loonfiche.shapes.ttl"), Prefix)));

    /// <summary>Fills <paramref name="problems"/> with what is wrong and <paramref name="notes"/> with what is merely missed.</summary>
    /// <param name="graph">With canonical namespaces.</param>
    public static void Check(RdfGraph graph, ICollection<SlipProblem> problems, ICollection<SlipProblem> notes)
    {
        var report = Compiled.Value.Validate(graph);
        if (report.Results.Count == 0)
        {
            return;
        }

        var pointedAt = FirstPointer(graph);
        foreach (var result in report.Results.OrderByDescending(result => result.Severity).Take(MostResults))
        {
            var name = result.Shape.Value.StartsWith(Prefix, StringComparison.Ordinal) ? result.Shape.Value[Prefix.Length..] : "unnamed";
            var sentence = result.Messages.GetValueOrDefault("nl") ?? "De loonfiche voldoet niet aan een regel zonder uitleg. Meld dit aan de beheerder.";
            var list = result.Severity == Severity.Violation ? problems : notes;
            list.Add(new SlipProblem("shape:" + name, Where(graph, pointedAt, result.FocusNode) is { } where ? $"{sentence} ({where})" : sentence));
        }
    }

    /// <summary>Of each node the first triple that points at it with a predicate that tells people where it stands.</summary>
    private static Dictionary<Term, Triple> FirstPointer(RdfGraph graph)
    {
        Dictionary<Term, Triple> first = [];
        foreach (var triple in graph.Triples)
        {
            if (!triple.Object.IsLiteral && (Telling.Contains(triple.Predicate) || triple.Predicate.Value.StartsWith(LoonficheTerms.Loon, StringComparison.Ordinal)))
            {
                first.TryAdd(triple.Object, triple);
            }
        }

        return first;
    }

    /// <summary>Where on the slip a node stands, in words: a line by its code, an amount by its name in OSLO.</summary>
    private static string? Where(RdfGraph graph, Dictionary<Term, Triple> pointedAt, Term node)
    {
        if (graph.Contains(node, LoonficheTerms.Type, LoonficheTerms.Arbeidsloon) || !pointedAt.TryGetValue(node, out var triple))
        {
            return null;
        }

        return triple.Predicate == LoonficheTerms.LineAmount ? LineName(graph, triple.Subject)
            : triple.Predicate == LoonficheTerms.Line ? LineName(graph, node)
            : triple.Predicate == LoonficheTerms.Registration ? "werkgever"
            : triple.Predicate == LoonficheTerms.Registratie ? "werknemer"
            : triple.Predicate.Value[LoonficheTerms.Loon.Length..];
    }

    private static string LineName(RdfGraph graph, Term line) =>
        graph.Objects(line, LoonficheTerms.Notation).Where(code => code.IsLiteral).Select(code => "loonlijn " + code.Value).FirstOrDefault() ?? "loonlijn zonder code";
}
