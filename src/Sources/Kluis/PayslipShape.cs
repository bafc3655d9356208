using SolidLoonfiches.Rdf;

namespace SolidLoonfiches.Sources;

/// <summary>The shapes of <c>ontology/loonfiche.shapes.ttl</c>, compiled once, used from many threads.</summary>
internal static class PayslipShape
{
    private const string Prefix = "https://w3id.org/loonfiche/shapes#";

    private static readonly Lazy<Shapes> Compiled = new(Compile);

    /// <summary>Fills <paramref name="problems"/> with what is wrong and <paramref name="notes"/> with what is merely missed.</summary>
    /// <param name="graph">With canonical namespaces.</param>
    public static void Check(RdfGraph graph, ICollection<SlipProblem> problems, ICollection<SlipProblem> notes)
    {
        var report = Compiled.Value.Validate(graph);
        foreach (var result in report.Results)
        {
            var name = result.Shape.Value.StartsWith(Prefix, StringComparison.Ordinal) ? result.Shape.Value[Prefix.Length..] : "unnamed";
            var sentence = result.Messages.GetValueOrDefault("nl") ?? "De loonfiche voldoet niet aan een regel zonder uitleg. Meld dit aan de beheerder.";
            var list = result.Severity == Severity.Violation ? problems : notes;
            list.Add(new SlipProblem("shape:" + name, Where(graph, result.FocusNode) is { } where ? $"{sentence} ({where})" : sentence));
        }
    }

    /// <summary>Where on the slip a node stands, in words: a line by its code, an amount by its name in OSLO.</summary>
    private static string? Where(RdfGraph graph, Term node)
    {
        if (graph.Contains(node, LoonficheTerms.Type, LoonficheTerms.Arbeidsloon))
        {
            return null;
        }

        foreach (var triple in graph.Triples)
        {
            if (triple.Object != node)
            {
                continue;
            }

            if (triple.Predicate == LoonficheTerms.LineAmount)
            {
                return LineName(graph, triple.Subject);
            }

            if (triple.Predicate == LoonficheTerms.Line)
            {
                return LineName(graph, node);
            }

            if (triple.Predicate == LoonficheTerms.Registration)
            {
                return "werkgever";
            }

            if (triple.Predicate == LoonficheTerms.Registratie)
            {
                return "werknemer";
            }

            if (triple.Predicate.Value.StartsWith(LoonficheTerms.Loon, StringComparison.Ordinal))
            {
                return triple.Predicate.Value[LoonficheTerms.Loon.Length..];
            }
        }

        return null;
    }

    private static string LineName(RdfGraph graph, Term line) =>
        graph.Objects(line, LoonficheTerms.Notation).Where(code => code.IsLiteral).Select(code => "loonlijn " + code.Value).FirstOrDefault() ?? "loonlijn zonder code";

    private static Shapes Compile()
    {
        using var stream = typeof(PayslipShape).Assembly.GetManifestResourceStream("loonfiche.shapes.ttl")
            ?? throw new InvalidOperationException("The shapes are not embedded.");
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return Shapes.Compile(Turtle.Read(bytes.ToArray(), Prefix));
    }
}
