using SolidLoonfiches.Rdf;

namespace SolidLoonfiches.Dossiers;

/// <summary>The terms of a consent record: W3C's Data Privacy Vocabulary 2.3, and the few of <c>ontology/consent.ttl</c>.</summary>
internal static class Dpv
{
    public const string Namespace = "https://w3id.org/dpv#", Own = "https://w3id.org/loonfiche/consent#", Xsd = "http://www.w3.org/2001/XMLSchema#";

    private const string Pd = "https://w3id.org/dpv/pd#", Gdpr = "https://w3id.org/dpv/legal/eu/gdpr#", Loc = "https://w3id.org/dpv/loc#";
    private const string Dct = "http://purl.org/dc/terms/", M8g = "http://data.europa.eu/m8g/", Schema = "https://schema.org/", Rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";

    public static IReadOnlyDictionary<string, string> Prefixes { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["dpv"] = Namespace,
        ["lc"] = Own,
        ["pd"] = Pd,
        ["eu-gdpr"] = Gdpr,
        ["loc"] = Loc,
        ["dct"] = Dct,
        ["m8g"] = M8g,
        ["schema"] = Schema,
        ["rdf"] = Rdf,
        ["xsd"] = Xsd,
    };

    public static readonly Term Type = Term.Iri(Rdf + "type"), Value = Term.Iri(Rdf + "value");

    public static readonly Term ConsentRecord = Of("ConsentRecord"), ConsentReceipt = Of("ConsentReceipt"), ConsentNotice = Of("ConsentNotice"), DataSubject = Of("DataSubject"),
        DataController = Of("DataController"), GovernmentalOrganisation = Of("GovernmentalOrganisation"), Process = Of("Process"), DataSource = Of("DataSource"), Law = Of("Law"),
        WithdrawConsent = Of("WithdrawConsent"), UntilTimeDuration = Of("UntilTimeDuration"), ExpressedConsent = Of("ExpressedConsent"), Retrieve = Of("Retrieve");

    public static readonly Term ConsentRequested = Of("ConsentRequested"), ConsentGiven = Of("ConsentGiven"), ConsentRefused = Of("ConsentRefused"), RenewedConsentGiven = Of("RenewedConsentGiven"),
        ConsentWithdrawn = Of("ConsentWithdrawn"), ConsentExpired = Of("ConsentExpired"), InvalidForProcessing = Of("ConsentStatusInvalidForProcessing");

    public static readonly Term HasRecordOfActivity = Of("hasRecordOfActivity"), HasDataSubject = Of("hasDataSubject"), HasDataController = Of("hasDataController"), HasRecipient = Of("hasRecipient"),
        HasName = Of("hasName"), HasIdentifier = Of("hasIdentifier"), HasProcess = Of("hasProcess"), HasPurpose = Of("hasPurpose"), HasPersonalData = Of("hasPersonalData"), HasProcessing = Of("hasProcessing"),
        HasDataSource = Of("hasDataSource"), HasLegalBasis = Of("hasLegalBasis"), HasApplicableLaw = Of("hasApplicableLaw"), HasJurisdiction = Of("hasJurisdiction"), HasRight = Of("hasRight"),
        HasConsentControl = Of("hasConsentControl"), IsExercisedAt = Of("isExercisedAt"), HasNotice = Of("hasNotice"), HasConsentStatus = Of("hasConsentStatus"), IsIndicatedAtTime = Of("isIndicatedAtTime"),
        IsIndicatedBy = Of("isIndicatedBy"), HasIndicationMethod = Of("hasIndicationMethod"), HasDuration = Of("hasDuration");

    public static readonly Term Salary = Term.Iri(Pd + "Salary"), CurrentEmployment = Term.Iri(Pd + "CurrentEmployment"), OfficialId = Term.Iri(Pd + "OfficialID");

    public static readonly Term LegalObligation = Term.Iri(Gdpr + "A6-1-c"), RightToWithdraw = Term.Iri(Gdpr + "A7-3"), Belgium = Term.Iri(Loc + "BE");

    public static readonly Term OpenVault = Ours("OpenVault"), InquiryIntoMeans = Ours("InquiryIntoMeans"), ConsentNarrowed = Ours("ConsentNarrowed"), RequestWithdrawn = Ours("RequestWithdrawn"),
        RequestExpired = Ours("RequestExpired"), ClosedAtVault = Ours("ClosedAtVault"), OnWebsite = Ours("OnWebsite"), OnPaper = Ours("OnPaper"), AtDesk = Ours("AtDesk"),
        LastRead = Ours("lastRead"), VaultRefused = Ours("vaultRefused"), CheckCode = Ours("checkCode");

    public static readonly Term ConformsTo = Term.Iri(Dct + "conformsTo"), Identifier = Term.Iri(Dct + "identifier"), Language = Term.Iri(Dct + "language"), Title = Term.Iri(Dct + "title"),
        Description = Term.Iri(Dct + "description"), Created = Term.Iri(Dct + "created"), Valid = Term.Iri(Dct + "valid"), Temporal = Term.Iri(Dct + "temporal");

    public static readonly Term PeriodOfTime = Term.Iri(M8g + "PeriodOfTime"), StartTime = Term.Iri(M8g + "startTime");

    public static readonly Term Version = Term.Iri(Schema + "version"), Sha256 = Term.Iri(Schema + "sha256");

    public static readonly Term RecordSchema = Term.Iri("https://w3id.org/dpv/schema/dpv-27560#record"), ReceiptSchema = Term.Iri("https://w3id.org/dpv/schema/dpv-27560#receipt");

    private static Term Of(string name) => Term.Iri(Namespace + name);

    private static Term Ours(string name) => Term.Iri(Own + name);
}
