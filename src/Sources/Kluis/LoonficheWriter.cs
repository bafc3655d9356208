using System.Globalization;
using SolidLoonfiches.Loonfiches;
using SolidLoonfiches.Rdf;

namespace SolidLoonfiches.Sources;

/// <summary>Who publishes a slip, when, and under which reference of their own.</summary>
/// <param name="Publisher">WebID of the payroll office.</param>
/// <param name="IssuedAt">The moment of publication.</param>
/// <param name="Reference">The payroll office's own name for the slip, or null.</param>
public sealed record Publication(Uri Publisher, DateTimeOffset IssuedAt, string? Reference);

/// <summary>The half of <see cref="LoonficheGraph"/> that writes.</summary>
internal sealed class LoonficheWriter
{
    private readonly List<Triple> _triples = [];
    private readonly string _document;

    private LoonficheWriter(string document) => _document = document;

    public static RdfGraph Write(Loonfiche slip, Publication? publication)
    {
        var writer = new LoonficheWriter(LoonficheGraph.DocumentIri(slip.Id));
        writer.Slip(slip);
        if (publication is not null)
        {
            writer.Published(publication);
        }

        return RdfGraph.Create(writer._triples);
    }

    private void Slip(Loonfiche slip)
    {
        var loon = Node("loon");
        Is(loon, LoonficheTerms.Arbeidsloon);
        if (slip.Gross < Euro.Zero)
        {
            Is(loon, LoonficheTerms.TakeBack);
        }

        Worker(loon, slip);
        Employer(loon, slip);
        Period(loon, slip);
        Amount(loon, LoonficheTerms.Brutoloon, "bruto", slip.Gross);
        Amount(loon, LoonficheTerms.SocialeZekerheid, "rsz", slip.SocialSecurity);
        AmountUnlessZero(loon, LoonficheTerms.BelastbareExtras, "belastbaar-extra", slip.TaxableExtras);
        Amount(loon, LoonficheTerms.Bedrijfsvoorheffing, "bedrijfsvoorheffing", slip.WithholdingTax);
        Amount(loon, LoonficheTerms.Nettoloon, "netto", slip.Nettoloon);
        AmountUnlessZero(loon, LoonficheTerms.NettoExtras, "netto-extra", slip.UntaxedExtras);
        AmountUnlessZero(loon, LoonficheTerms.Aftrek, "inhoudingen", slip.Deductions);
        Amount(loon, LoonficheTerms.Gestort, "gestort", slip.NetPaid);
        for (var i = 0; i < slip.Lines.Count; i++)
        {
            Line(loon, slip.Lines[i], string.Create(CultureInfo.InvariantCulture, $"lijn-{i + 1}"));
        }

        if (slip.Corrects is not null)
        {
            Add(loon, LoonficheTerms.Corrects, Term.Iri(LoonficheGraph.DocumentIri(slip.Corrects)));
        }
    }

    private void Worker(Term loon, Loonfiche slip)
    {
        var (worker, insz) = (Node("werknemer"), Node("insz"));
        Add(loon, LoonficheTerms.Begunstigde, worker);
        Is(worker, LoonficheTerms.Person);
        Add(worker, LoonficheTerms.Registratie, insz);
        Is(insz, LoonficheTerms.Identifier);
        Add(insz, LoonficheTerms.Notation, Term.Literal(slip.Worker.Value));
    }

    private void Employer(Term loon, Loonfiche slip)
    {
        var (relation, employer, kbo) = (Node("arbeidsrelatie"), Node("werkgever"), Node("kbo"));
        Add(loon, LoonficheTerms.Arbeidsrelatie, relation);
        Is(relation, LoonficheTerms.ArbeidsrelatieClass);
        Add(relation, LoonficheTerms.Werkgever, employer);
        Is(employer, LoonficheTerms.Organization);
        if (slip.EmployerName is not null)
        {
            Add(employer, LoonficheTerms.PrefLabel, Term.Literal(slip.EmployerName));
        }

        Add(employer, LoonficheTerms.Registration, kbo);
        Is(kbo, LoonficheTerms.Identifier);
        Add(kbo, LoonficheTerms.Notation, Term.Literal(slip.Employer.Value));
    }

    private void Period(Term loon, Loonfiche slip)
    {
        var period = Node("periode");
        Add(loon, LoonficheTerms.Verloningsperiode, period);
        Is(period, LoonficheTerms.PeriodOfTime);
        Add(period, LoonficheTerms.StartTime, Day(slip.PeriodFrom));
        Add(period, LoonficheTerms.EndTime, Day(slip.PeriodTo));
        Add(loon, LoonficheTerms.PaymentDate, Day(slip.PaidOn));
    }

    private void Line(Term loon, PayLine line, string name)
    {
        var node = Node(name);
        Add(loon, LoonficheTerms.Line, node);
        Is(node, LoonficheTerms.PayLineClass);
        Add(node, LoonficheTerms.Notation, Term.Literal(line.Code));
        Add(node, LoonficheTerms.PrefLabel, Term.Literal(line.Label));
        Add(node, LoonficheTerms.LineKind, LoonficheTerms.Of(line.Kind));
        Add(node, LoonficheTerms.LineSection, LoonficheTerms.Of(line.Section));
        Amount(node, LoonficheTerms.LineAmount, name + "-bedrag", line.Amount);
    }

    private void Published(Publication publication)
    {
        var document = Term.Iri(_document);
        Add(document, LoonficheTerms.Publisher, Term.Iri(publication.Publisher.AbsoluteUri));
        Add(document, LoonficheTerms.Issued, Term.Literal(
            publication.IssuedAt.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture), LoonficheTerms.Xsd + "dateTime"));
        if (publication.Reference is not null)
        {
            Add(document, LoonficheTerms.DocumentIdentifier, Term.Literal(publication.Reference));
        }
    }

    private void AmountUnlessZero(Term owner, Term predicate, string name, Euro amount)
    {
        if (amount != Euro.Zero)
        {
            Amount(owner, predicate, name, amount);
        }
    }

    private void Amount(Term owner, Term predicate, string name, Euro amount)
    {
        var node = Node(name);
        Add(owner, predicate, node);
        Is(node, LoonficheTerms.MonetaryAmount);
        Add(node, LoonficheTerms.Value, Term.Literal(amount.Amount.ToString("0.00", CultureInfo.InvariantCulture), LoonficheTerms.Xsd + "decimal"));
        Add(node, LoonficheTerms.Currency, Term.Literal("EUR"));
    }

    private static Term Day(DateOnly day) => Term.Literal(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), LoonficheTerms.Xsd + "date");

    private Term Node(string name) => Term.Iri(_document + "#" + name);

    private void Is(Term node, Term type) => Add(node, LoonficheTerms.Type, type);

    private void Add(Term subject, Term predicate, Term @object) => _triples.Add(new Triple(subject, predicate, @object));
}
