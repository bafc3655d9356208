using SolidLoonfiches.Loonfiches;
using SolidLoonfiches.Rdf;

namespace SolidLoonfiches.Sources;

/// <summary>The IRIs of a payslip; which is borrowed from where, and why, stands in <c>ontology/README.md</c>.</summary>
internal static class LoonficheTerms
{
    public const string Loon = "https://data.vlaanderen.be/ns/loongegevens#";
    public const string Own = "https://w3id.org/loonfiche#";
    public const string Kind = "https://w3id.org/loonfiche/kind#";
    public const string Schema = "https://schema.org/";
    public const string Period = "http://data.europa.eu/m8g/";
    public const string Xsd = "http://www.w3.org/2001/XMLSchema#";

    public static readonly Term Type = Term.Iri("http://www.w3.org/1999/02/22-rdf-syntax-ns#type");

    public static readonly Term Arbeidsloon = Term.Iri(Loon + "Arbeidsloon");
    public static readonly Term Begunstigde = Term.Iri(Loon + "begunstigde");
    public static readonly Term Arbeidsrelatie = Term.Iri(Loon + "arbeidsrelatie");
    public static readonly Term ArbeidsrelatieClass = Term.Iri(Loon + "Arbeidsrelatie");
    public static readonly Term Werkgever = Term.Iri(Loon + "werkgever");
    public static readonly Term Werknemer = Term.Iri(Loon + "werknemer");
    public static readonly Term Verloningsperiode = Term.Iri(Loon + "verloningsperiode");
    public static readonly Term Brutoloon = Term.Iri(Loon + "brutoloon");
    public static readonly Term SocialeZekerheid = Term.Iri(Loon + "inhoudingenVoorDeSocialeZekerheid");
    public static readonly Term BelastbareExtras = Term.Iri(Loon + "supplementaireBelastbareBedragen");
    public static readonly Term Bedrijfsvoorheffing = Term.Iri(Loon + "bedrijfsvoorheffing");
    public static readonly Term Nettoloon = Term.Iri(Loon + "nettoloon");
    public static readonly Term NettoExtras = Term.Iri(Loon + "supplementaireNettoBedragen");
    public static readonly Term Aftrek = Term.Iri(Loon + "afTeTrekkenNettoBedragen");
    public static readonly Term Gestort = Term.Iri(Loon + "nettoGestortLoon");
    public static readonly Term Cheques = Term.Iri(Loon + "cheques");

    public static readonly Term PaymentDate = Term.Iri(Own + "paymentDate");
    public static readonly Term Corrects = Term.Iri(Own + "corrects");
    public static readonly Term TakeBack = Term.Iri(Own + "TakeBack");
    public static readonly Term Line = Term.Iri(Own + "line");
    public static readonly Term PayLineClass = Term.Iri(Own + "PayLine");
    public static readonly Term LineKind = Term.Iri(Own + "kind");
    public static readonly Term LineSection = Term.Iri(Own + "section");
    public static readonly Term LineAmount = Term.Iri(Own + "amount");
    public static readonly Term Signature = Term.Iri(Own + "signature");
    public static readonly Term SigningKeys = Term.Iri(Own + "signingKeys");
    public static readonly Term InKind = Term.Iri(Own + "inKind");

    public static readonly Term PeriodOfTime = Term.Iri(Period + "PeriodOfTime");
    public static readonly Term StartTime = Term.Iri(Period + "startTime");
    public static readonly Term EndTime = Term.Iri(Period + "endTime");

    public static readonly Term MonetaryAmount = Term.Iri(Schema + "MonetaryAmount");
    public static readonly Term Value = Term.Iri(Schema + "value");
    public static readonly Term Currency = Term.Iri(Schema + "currency");

    public static readonly Term Identifier = Term.Iri("http://www.w3.org/ns/adms#Identifier");
    public static readonly Term Organization = Term.Iri("http://www.w3.org/ns/org#Organization");
    public static readonly Term Registration = Term.Iri("http://www.w3.org/ns/regorg#registration");
    public static readonly Term Person = Term.Iri("http://www.w3.org/ns/person#Person");
    public static readonly Term Registratie = Term.Iri("https://data.vlaanderen.be/ns/persoon#registratie");
    public static readonly Term Notation = Term.Iri("http://www.w3.org/2004/02/skos/core#notation");
    public static readonly Term PrefLabel = Term.Iri("http://www.w3.org/2004/02/skos/core#prefLabel");

    public static readonly Term DocumentIdentifier = Term.Iri("http://purl.org/dc/terms/identifier");
    public static readonly Term Publisher = Term.Iri("http://purl.org/dc/terms/publisher");
    public static readonly Term Issued = Term.Iri("http://purl.org/dc/terms/issued");

    /// <summary>For writing, in the order of their names.</summary>
    public static readonly IReadOnlyList<KeyValuePair<string, string>> Prefixes =
    [
        new("adms", "http://www.w3.org/ns/adms#"),
        new("dct", "http://purl.org/dc/terms/"),
        new("kind", Kind),
        new("lf", Own),
        new("loon", Loon),
        new("m8g", Period),
        new("org", "http://www.w3.org/ns/org#"),
        new("person", "http://www.w3.org/ns/person#"),
        new("persoon", "https://data.vlaanderen.be/ns/persoon#"),
        new("regorg", "http://www.w3.org/ns/regorg#"),
        new("schema", Schema),
        new("skos", "http://www.w3.org/2004/02/skos/core#"),
        new("xsd", Xsd),
    ];

    private static readonly (PaySection Section, Term Term)[] Sections =
    [
        (PaySection.Gross, Brutoloon), (PaySection.TaxableExtras, BelastbareExtras), (PaySection.UntaxedExtras, NettoExtras),
        (PaySection.Deductions, Aftrek), (PaySection.InKind, InKind),
    ];

    private static readonly Dictionary<Term, PaySection> SectionOfTerm = Sections.ToDictionary(row => row.Term, row => row.Section);
    private static readonly Dictionary<PaySection, Term> TermOfSection = Sections.ToDictionary(row => row.Section, row => row.Term);

    private static readonly Dictionary<ComponentKind, Term> TermOfKind =
        Enum.GetValues<ComponentKind>().ToDictionary(kind => kind, kind => Term.Iri(Kind + CamelCase(kind.ToString())));

    public static Term Of(PaySection section) => TermOfSection[section];

    public static Term Of(ComponentKind kind) => TermOfKind[kind];

    public static PaySection? SectionOf(Term term) => SectionOfTerm.TryGetValue(term, out var section) ? section : null;

    /// <summary>One spelling of the namespaces that are in live use with http and with https (rdf.md section 8).</summary>
    public static string Canonical(string iri) =>
        iri.StartsWith("http://data.vlaanderen.be/ns/", StringComparison.Ordinal) || iri.StartsWith("http://schema.org/", StringComparison.Ordinal)
            ? string.Concat("https", iri.AsSpan(4))
            : iri;

    private static string CamelCase(string name) => char.ToLowerInvariant(name[0]) + name[1..];
}
