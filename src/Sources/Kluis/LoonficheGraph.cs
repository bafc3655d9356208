using SolidLoonfiches.Loonfiches;
using SolidLoonfiches.Rdf;

namespace SolidLoonfiches.Sources;

/// <summary>Graph to <see cref="Loonfiche"/> and back: the only mapping between the two.</summary>
/// <remarks>
/// It reads what the calculation needs and nothing else: a bank account, an address or a date of birth in the document is
/// never looked at. Nodes may be blank or named; what we write has no blank nodes, so that it can be signed as it is.
/// </remarks>
internal static class LoonficheGraph
{
    /// <summary>Reads the slip that <paramref name="loon"/> is, from a graph that the shapes accept.</summary>
    /// <param name="graph">With canonical namespaces.</param>
    /// <param name="loon">The one <c>loon:Arbeidsloon</c> of the document.</param>
    /// <param name="document">URL of the document, which becomes <see cref="Loonfiche.Id"/> without its fragment.</param>
    /// <param name="problems">Gets what the shapes cannot say: check digits, amounts too large for an amount of money.</param>
    /// <returns>Null where there is a problem.</returns>
    public static Loonfiche? Read(RdfGraph graph, Term loon, Uri document, ICollection<SlipProblem> problems)
    {
        var before = problems.Count;
        var employer = EmployerOf(graph, loon, problems, out var employerName);
        var worker = WorkersOf(graph, loon);
        if (worker.Count != 1)
        {
            problems.Add(worker.Count == 0 ? SlipSentences.BadInsz : SlipSentences.WorkersDiffer);
        }

        var period = PeriodOf(graph, loon);
        var paidOn = graph.Objects(loon, LoonficheTerms.PaymentDate).Select(XsdDay.TryRead).FirstOrDefault()?.Day;
        if (period.From is null || period.To is null || paidOn is null)
        {
            problems.Add(SlipSentences.UnreadableDate);
        }

        var amounts = new SlipAmounts(graph, problems);
        var slip = new
        {
            Gross = amounts.Of(loon, LoonficheTerms.Brutoloon),
            SocialSecurity = amounts.Of(loon, LoonficheTerms.SocialeZekerheid),
            TaxableExtras = amounts.Of(loon, LoonficheTerms.BelastbareExtras),
            WithholdingTax = amounts.Of(loon, LoonficheTerms.Bedrijfsvoorheffing),
            Nettoloon = amounts.Of(loon, LoonficheTerms.Nettoloon),
            UntaxedExtras = amounts.Of(loon, LoonficheTerms.NettoExtras),
            Deductions = amounts.Of(loon, LoonficheTerms.Aftrek),
            NetPaid = amounts.Of(loon, LoonficheTerms.Gestort),
        };
        var lines = LinesOf(graph, loon, amounts);
        if (problems.Count > before)
        {
            return null;
        }

        return new Loonfiche
        {
            Id = DocumentIri(document.AbsoluteUri),
            Employer = employer!,
            EmployerName = employerName,
            Worker = worker.First(),
            PeriodFrom = period.From!.Value.Day,
            PeriodTo = period.To!.Value.Day,
            PaidOn = paidOn!.Value,
            Gross = slip.Gross,
            SocialSecurity = slip.SocialSecurity,
            TaxableExtras = slip.TaxableExtras,
            WithholdingTax = slip.WithholdingTax,
            Nettoloon = slip.Nettoloon,
            UntaxedExtras = slip.UntaxedExtras,
            Deductions = slip.Deductions,
            NetPaid = slip.NetPaid,
            Lines = lines,
            Corrects = graph.Objects(loon, LoonficheTerms.Corrects).Where(old => old.IsIri).Select(old => DocumentIri(old.Value)).FirstOrDefault(),
        };
    }

    /// <summary>The pay period as far as it can be read; a part is null where it is missing, double or not a day.</summary>
    public static (XsdDay? From, XsdDay? To) PeriodOf(RdfGraph graph, Term loon)
    {
        if (Single(graph, loon, LoonficheTerms.Verloningsperiode) is not { } period)
        {
            return (null, null);
        }

        return (Day(graph, period, LoonficheTerms.StartTime), Day(graph, period, LoonficheTerms.EndTime));
    }

    /// <summary>Every person that the slip names as the one who is paid or who worked, by a valid INSZ.</summary>
    public static IReadOnlySet<Insz> WorkersOf(RdfGraph graph, Term loon)
    {
        var workers = new HashSet<Insz>();
        foreach (var paid in graph.Objects(loon, LoonficheTerms.Begunstigde))
        {
            AddNumbers(graph, paid, LoonficheTerms.Registratie, Insz.TryParse, workers);
        }

        foreach (var relation in graph.Objects(loon, LoonficheTerms.Arbeidsrelatie))
        {
            foreach (var worked in graph.Objects(relation, LoonficheTerms.Werknemer))
            {
                AddNumbers(graph, worked, LoonficheTerms.Registratie, Insz.TryParse, workers);
            }
        }

        return workers;
    }

    /// <summary>Writes a slip, with named nodes only.</summary>
    /// <param name="slip">Its <see cref="Loonfiche.Id"/> is the URL of the document to be.</param>
    /// <param name="publication">Who publishes it, when, under which reference; or null.</param>
    public static RdfGraph Write(Loonfiche slip, Publication? publication) => LoonficheWriter.Write(slip, publication);

    /// <summary>A document's IRI as a web address is normally written, without fragment: two spellings of it must be one.</summary>
    public static string DocumentIri(string iri) =>
        Uri.TryCreate(iri, UriKind.Absolute, out var url) ? url.GetComponents(UriComponents.AbsoluteUri & ~UriComponents.Fragment, UriFormat.UriEscaped) : iri.Split('#')[0];

    private static KboNumber? EmployerOf(RdfGraph graph, Term loon, ICollection<SlipProblem> problems, out string? name)
    {
        var numbers = new HashSet<KboNumber>();
        name = null;
        foreach (var relation in graph.Objects(loon, LoonficheTerms.Arbeidsrelatie))
        {
            foreach (var employer in graph.Objects(relation, LoonficheTerms.Werkgever))
            {
                AddNumbers(graph, employer, LoonficheTerms.Registration, KboNumber.TryParse, numbers);
                name ??= Text(graph, employer, LoonficheTerms.PrefLabel);
            }
        }

        if (numbers.Count == 1)
        {
            return numbers.First();
        }

        problems.Add(numbers.Count == 0 ? SlipSentences.BadKbo : SlipSentences.EmployersDiffer);
        return null;
    }

    private static List<PayLine> LinesOf(RdfGraph graph, Term loon, SlipAmounts amounts)
    {
        var lines = new List<PayLine>();
        foreach (var node in graph.Objects(loon, LoonficheTerms.Line))
        {
            var kind = graph.Objects(node, LoonficheTerms.LineKind).Select(ComponentScheme.KindOf).FirstOrDefault();
            var section = graph.Objects(node, LoonficheTerms.LineSection).Select(LoonficheTerms.SectionOf).FirstOrDefault();
            if (kind is null || section is null)
            {
                amounts.Problems.Add(SlipSentences.UnreadableLine);
                continue;
            }

            lines.Add(new PayLine(
                Text(graph, node, LoonficheTerms.Notation) ?? "",
                Text(graph, node, LoonficheTerms.PrefLabel) ?? "",
                kind.Value,
                section.Value,
                amounts.Of(node, LoonficheTerms.LineAmount)));
        }

        lines.Sort(LineOrder);
        return lines;
    }

    /// <summary>By code; where codes are equal, by all the rest, so that the order never depends on the document.</summary>
    internal static int LineOrder(PayLine left, PayLine right)
    {
        var order = string.CompareOrdinal(left.Code, right.Code);
        order = order != 0 ? order : left.Section.CompareTo(right.Section);
        order = order != 0 ? order : left.Kind.CompareTo(right.Kind);
        order = order != 0 ? order : string.CompareOrdinal(left.Label, right.Label);
        return order != 0 ? order : left.Amount.CompareTo(right.Amount);
    }

    private static void AddNumbers<T>(RdfGraph graph, Term owner, Term registration, Func<string, T?> parse, HashSet<T> numbers)
        where T : class
    {
        foreach (var identifier in graph.Objects(owner, registration))
        {
            foreach (var notation in graph.Objects(identifier, LoonficheTerms.Notation))
            {
                if (notation.IsLiteral && parse(notation.Value) is { } number)
                {
                    numbers.Add(number);
                }
            }
        }
    }

    /// <summary>A text in Dutch, else without a language, else in the first language by its tag.</summary>
    private static string? Text(RdfGraph graph, Term node, Term predicate)
    {
        Term? best = null;
        foreach (var text in graph.Objects(node, predicate))
        {
            if (text.IsLiteral && (best is not { } other || Compare(text, other) < 0))
            {
                best = text;
            }
        }

        return best?.Value;

        static int Compare(Term one, Term other)
        {
            var order = Rank(one).CompareTo(Rank(other));
            order = order != 0 ? order : string.CompareOrdinal(one.Language, other.Language);
            return order != 0 ? order : string.CompareOrdinal(one.Value, other.Value);
        }

        static int Rank(Term text) => text.Language switch { "nl" or "nl-be" => 0, null => 1, _ => 2 };
    }

    private static XsdDay? Day(RdfGraph graph, Term period, Term predicate) => Single(graph, period, predicate) is { } text ? XsdDay.TryRead(text) : null;

    /// <summary>The one object; null where there is none or more than one.</summary>
    public static Term? Single(RdfGraph graph, Term subject, Term predicate)
    {
        Term? found = null;
        foreach (var term in graph.Objects(subject, predicate))
        {
            if (found is not null)
            {
                return null;
            }

            found = term;
        }

        return found;
    }
}
