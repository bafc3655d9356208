using System.Text;
using SolidLoonfiches.Loonfiches;
using SolidLoonfiches.Rdf;

namespace SolidLoonfiches.Sources;

/// <summary>Whether a document is a payslip that can be calculated with. Closed.</summary>
public abstract record PayslipVerdict
{
    private PayslipVerdict() { }

    /// <summary>First and last day of the pay period; null where they could not be read.</summary>
    internal (DateOnly From, DateOnly To)? Period() => this switch
    {
        Fits { Loonfiche: var slip } => (slip.PeriodFrom, slip.PeriodTo),
        DoesNotFit { PeriodFrom: { } from, PeriodTo: { } to } => (from, to),
        _ => null,
    };

    /// <param name="Loonfiche">What it says.</param>
    /// <param name="Notes">What is merely missed.</param>
    public sealed record Fits(Loonfiche Loonfiche, IReadOnlyList<SlipProblem> Notes) : PayslipVerdict
    {
        /// <summary>What its signature claims; null where it has none.</summary>
        internal SignatureClaim? Claim { get; init; }
    }

    /// <param name="Problems">What is wrong, at least one; in a stable order.</param>
    /// <param name="PeriodFrom">First day of the pay period where it could be read.</param>
    /// <param name="PeriodTo">Last day of the pay period where it could be read; never before <paramref name="PeriodFrom"/>.</param>
    public sealed record DoesNotFit(IReadOnlyList<SlipProblem> Problems, DateOnly? PeriodFrom, DateOnly? PeriodTo) : PayslipVerdict;
}

/// <summary>A payslip as Turtle: is it one, what does it say, and how is one written.</summary>
public static class PayslipDocument
{
    private const int FirstYear = 1900;
    private const int LastYear = 9998;

    /// <summary>A payslip has about 70 triples and 3 KB; a slip with a hundred lines stays far below these.</summary>
    private static readonly RdfLimits Limits = new() { MaxBytes = 1024 * 1024, MaxTriples = 3_000, MaxDepth = 32, MaxTermLength = 4096 };

    /// <summary>Judges a document by the shapes and by the rules beyond them, and maps it where it fits.</summary>
    /// <param name="turtle">The document, UTF-8.</param>
    /// <param name="document">Its URL, against which it is read.</param>
    /// <param name="worker">Whose slip it must be; null to leave that open.</param>
    /// <param name="today">In Belgium: a pay period may not reach into a later month.</param>
    /// <param name="cancellation">Stops the reading.</param>
    public static PayslipVerdict Read(ReadOnlySpan<byte> turtle, Uri document, Insz? worker, DateOnly today, CancellationToken cancellation = default)
    {
        RdfGraph graph;
        try
        {
            graph = Turtle.Read(turtle, document.AbsoluteUri, Limits, cancellation);
        }
        catch (RdfSyntaxException error)
        {
            return KeptOut([SlipSentences.NotTurtle(error.Line, error.Column)], default);
        }

        var canonical = graph;
        if (TurtleGlance.MayHaveOtherSpelling(turtle, document.AbsoluteUri))
        {
            canonical = graph.MapIris(LoonficheTerms.Canonical);
        }

        var namedOnly = !TurtleGlance.MayHaveBlankNodes(turtle) || !graph.Triples.Any(triple => triple.Subject.IsBlank || triple.Object.IsBlank);
        var verdict = Judge(canonical, namedOnly, document, worker, today);
        return verdict is PayslipVerdict.Fits fits ? fits with { Claim = SignatureClaim.Of(graph, document) } : verdict;
    }

    /// <summary>A payslip as Turtle, with named nodes only; the same slip and publication give the same bytes.</summary>
    /// <param name="slip">Its <see cref="Loonfiche.Id"/> is the URL of the document to be.</param>
    /// <param name="publication">Who publishes it and when, or null.</param>
    /// <param name="key">To sign with, or null. A signature is another one each time.</param>
    /// <exception cref="ArgumentException">A key, and nobody who publishes: a signature is that of the publisher.</exception>
    public static byte[] Write(Loonfiche slip, Publication? publication, SigningKey? key = null)
    {
        if (key is not null && publication is null)
        {
            throw new ArgumentException("A signature is that of the publisher.", nameof(publication));
        }

        var graph = LoonficheGraph.Write(slip, publication);
        if (key is not null)
        {
            var signature = key.Sign(SignatureClaim.PayloadOf(graph.Triples));
            graph = RdfGraph.Create(graph.Triples.Append(new Triple(Term.Iri(LoonficheGraph.DocumentIri(slip.Id)), LoonficheTerms.Signature, Term.Literal(signature))));
        }

        return Encoding.UTF8.GetBytes(Turtle.Write(graph, LoonficheTerms.Prefixes));
    }

    /// <summary>The day that it is in Belgium.</summary>
    public static DateOnly Today(TimeProvider clock) => Belgium.DayOf(clock.GetUtcNow());

    private static PayslipVerdict Judge(RdfGraph graph, bool namedOnly, Uri document, Insz? worker, DateOnly today)
    {
        Term[] slips = [.. graph.Subjects(LoonficheTerms.Type, LoonficheTerms.Arbeidsloon)];
        if (slips.Length != 1)
        {
            return KeptOut([slips.Length == 0 ? SlipSentences.NoPayslip : SlipSentences.SeveralPayslips], default);
        }

        var loon = slips[0];
        var workers = LoonficheGraph.WorkersOf(graph, loon);
        if (worker is not null && workers.Count > 0 && !workers.Contains(worker))
        {
            // Nothing more is said about a slip of somebody else.
            return KeptOut([SlipSentences.NotOfThisPerson], LoonficheGraph.PeriodOf(graph, loon));
        }

        List<SlipProblem> problems = [], notes = [];
        PayslipShape.Check(graph, problems, notes);
        if (problems.Count == 0 && LoonficheGraph.Read(graph, loon, document, problems) is { } slip)
        {
            problems.AddRange(PayslipRules.Broken(graph, loon, slip, today));
            if (problems.Count == 0)
            {
                if (!namedOnly)
                {
                    notes.Add(SlipSentences.BlankNodes);
                }

                return new PayslipVerdict.Fits(slip, Ordered(notes));
            }
        }

        return KeptOut(problems, LoonficheGraph.PeriodOf(graph, loon));
    }

    private static PayslipVerdict.DoesNotFit KeptOut(List<SlipProblem> problems, (XsdDay? From, XsdDay? To) period)
    {
        var (from, to) = (Plausible(period.From), Plausible(period.To));
        return new PayslipVerdict.DoesNotFit(Ordered(problems), to < from ? to : from, to < from ? from : to);
    }

    /// <summary>Years that a month can have; a day outside them is as good as none.</summary>
    private static DateOnly? Plausible(XsdDay? day) => day is { Day.Year: >= FirstYear and <= LastYear } known ? known.Day : null;

    private static List<SlipProblem> Ordered(List<SlipProblem> problems) =>
        [.. problems.Distinct().OrderBy(problem => problem.Code, StringComparer.Ordinal).ThenBy(problem => problem.Sentence, StringComparer.Ordinal)];
}
