using System.Globalization;
using SolidLoonfiches.Rdf;

namespace SolidLoonfiches.Dossiers;

/// <summary>A consent as a record of ISO/IEC TS 27560 in DPV terms; made from the stored events each time, and kept nowhere.</summary>
/// <remarks>
/// It names nobody: the person is the number of the dossier, staff are the OCMW, and the vault has no address here. So it may
/// be kept for ever, and may lie in a drawer. Two processes stand in it, so that nobody can mix them: the vault is opened with
/// the person's consent; the inquiry into their means rests on the law, whatever they answer.
/// </remarks>
internal sealed class ConsentRecordGraph
{
    private readonly List<Triple> _triples = [];
    private readonly ConsentMatter _matter;
    private readonly Term _record;

    private ConsentRecordGraph(ConsentMatter matter) => (_matter, _record) = (matter, Term.Iri($"urn:uuid:{matter.SubjectId:D}"));

    /// <param name="matter">What happened.</param>
    /// <param name="page">Where the person takes it back.</param>
    public static RdfGraph Of(ConsentMatter matter, Uri page)
    {
        var graph = new ConsentRecordGraph(matter);
        graph.Record();
        graph.Key(page);
        graph.Inquiry();
        foreach (var happened in matter.Events)
        {
            graph.Event(happened);
        }

        return RdfGraph.Create(graph._triples);
    }

    /// <summary>The receipt around a record.</summary>
    public static RdfGraph Receipt(RdfGraph record, Guid subject, string number, DateTimeOffset at)
    {
        var (about, receipt) = (Term.Iri($"urn:uuid:{subject:D}"), Term.Iri($"urn:uuid:{subject:D}#receipt-{number}"));
        return RdfGraph.Create(
        [
            .. record.Triples,
            new(receipt, Dpv.Type, Dpv.ConsentReceipt),
            new(receipt, Dpv.ConformsTo, Dpv.ReceiptSchema),
            new(receipt, Dpv.Identifier, Term.Literal(number)),
            new(receipt, Dpv.Created, Moment(at)),
            new(receipt, Dpv.HasRecordOfActivity, about),
        ]);
    }

    private void Record()
    {
        var (person, controller) = (Part("person"), Part("controller"));
        Is(_record, Dpv.ConsentRecord);
        Add(_record, Dpv.ConformsTo, Dpv.RecordSchema);
        Add(_record, Dpv.Identifier, Term.Literal(_matter.SubjectId.ToString("D")));
        Add(_record, Dpv.HasDataSubject, person);
        Is(person, Dpv.DataSubject);
        Add(person, Dpv.Identifier, Term.Literal(_matter.Dossier.Number));
        Is(controller, Dpv.DataController);
        Is(controller, Dpv.GovernmentalOrganisation);
        Add(controller, Dpv.HasName, Term.Literal(_matter.Ocmw));
        Add(controller, Dpv.HasIdentifier, Term.Literal(_matter.Dossier.OcmwKbo));
        foreach (var notice in _matter.Notices.Values)
        {
            var node = Notice(notice.Sha256);
            Add(_record, Dpv.HasNotice, node);
            Is(node, Dpv.ConsentNotice);
            Add(node, Dpv.Language, Term.Literal(notice.Language));
            Add(node, Dpv.Version, Term.Literal(notice.Version));
            Add(node, Dpv.Sha256, Term.Literal(notice.Sha256));
        }

        // While a consent stands this moves each month, and is not what it says; of one that has ended it proves the order of times.
        if (_matter.Consent is { IsActive: false } ended)
        {
            if (ended.LastReadAt is { } read)
            {
                Add(_record, Dpv.LastRead, Moment(read));
            }

            if (ended.VaultRefusedAt is { } refused)
            {
                Add(_record, Dpv.VaultRefused, Moment(refused));
            }
        }
    }

    private void Key(Uri page)
    {
        var (key, vault, withdraw) = (Process("key", Dpv.OpenVault, Dpv.ExpressedConsent), Part("vault"), Part("withdraw"));
        Add(key, Dpv.Description, Term.Literal("Reads the folder of payslips in the data subject's own vault. The consent is the key to the vault and nothing else.", language: "en"));
        Add(key, Dpv.HasProcessing, Dpv.Retrieve);
        Add(key, Dpv.HasDataSource, vault);
        Is(vault, Dpv.DataSource);
        Add(vault, Dpv.Description, Term.Literal("The folder of payslips in the data subject's own vault.", language: "en"));
        Add(key, Dpv.HasRight, Dpv.RightToWithdraw);
        Add(key, Dpv.HasConsentControl, withdraw);
        Is(withdraw, Dpv.WithdrawConsent);
        Add(withdraw, Dpv.IsExercisedAt, Term.Iri(page.AbsoluteUri));
    }

    private void Inquiry()
    {
        var (inquiry, rmi, ocmw) = (Process("inquiry", Dpv.InquiryIntoMeans, Dpv.LegalObligation), Part("rmi-wet"), Part("ocmw-wet"));
        Add(inquiry, Dpv.Description, Term.Literal(
            "Not under this consent, and not ended by withdrawing it: the law makes the OCMW inquire into means"
            + (_matter.Purpose switch { ConsentPurpose.YearlyReview => ", here for the yearly review of the file.", null => ".", _ => ", here to work out the supplementary leefloon each month." }),
            language: "en"));
        Add(inquiry, Dpv.HasApplicableLaw, rmi);
        Is(rmi, Dpv.Law);
        Add(rmi, Dpv.Title, Term.Literal("Wet van 26 mei 2002 betreffende het recht op maatschappelijke integratie", language: "nl"));
        Add(inquiry, Dpv.HasApplicableLaw, ocmw);
        Is(ocmw, Dpv.Law);
        Add(ocmw, Dpv.Title, Term.Literal("Organieke wet van 8 juli 1976 betreffende de openbare centra voor maatschappelijk welzijn, art. 60", language: "nl"));
    }

    private Term Process(string name, Term purpose, Term basis)
    {
        var (process, controller) = (Part(name), Part("controller"));
        Add(_record, Dpv.HasProcess, process);
        Is(process, Dpv.Process);
        Add(process, Dpv.HasPurpose, purpose);
        Add(process, Dpv.HasLegalBasis, basis);
        Add(process, Dpv.HasDataController, controller);
        Add(process, Dpv.HasRecipient, controller);
        Add(process, Dpv.HasJurisdiction, Dpv.Belgium);
        foreach (var data in new[] { Dpv.Salary, Dpv.CurrentEmployment, Dpv.OfficialId })
        {
            Add(process, Dpv.HasPersonalData, data);
        }

        return process;
    }

    private void Event(ConsentEvent happened)
    {
        var node = Term.Iri($"urn:uuid:{happened.Id:D}");
        Add(_record, Dpv.HasConsentStatus, node);
        foreach (var type in Types(happened))
        {
            Is(node, type);
        }

        var isOnPaper = happened is { PaperConsentId: not null, Kind: ConsentEventKind.Given or ConsentEventKind.Narrowed } && _matter.Paper is not null;
        Add(node, Dpv.IsIndicatedAtTime, isOnPaper ? Day(_matter.Paper!.GivenOn) : Moment(happened.At));
        Add(node, Dpv.IsIndicatedBy, Part(IsByPerson(happened) ? "person" : "controller"));
        if (IsByPerson(happened))
        {
            Add(node, Dpv.HasIndicationMethod, isOnPaper ? Dpv.OnPaper : happened.By == ConsentEvent.Citizen ? Dpv.OnWebsite : Dpv.AtDesk);
        }

        if (isOnPaper)
        {
            Add(node, Dpv.Created, Moment(_matter.Paper!.RecordedAt));
            Add(node, Dpv.Valid, Day(_matter.Paper.EffectiveFrom));
        }

        if (happened.TextSha256 is { } read && _matter.Notices.ContainsKey(read))
        {
            Add(node, Dpv.HasNotice, Notice(read));
        }

        if (happened.Kind is ConsentEventKind.Given or ConsentEventKind.Narrowed or ConsentEventKind.Renewed)
        {
            Add(node, Dpv.HasLegalBasis, Dpv.ExpressedConsent);
        }

        Holds(node, happened);
    }

    /// <summary>What holds from an event on: payslips of which month and later, read until when.</summary>
    private void Holds(Term node, ConsentEvent happened)
    {
        if (happened.Kind is not (ConsentEventKind.Requested or ConsentEventKind.Given or ConsentEventKind.Narrowed or ConsentEventKind.Renewed))
        {
            return;
        }

        if (happened.Until is { } until)
        {
            var duration = Term.Iri(node.Value + "#until");
            Add(node, Dpv.HasDuration, duration);
            Is(duration, Dpv.UntilTimeDuration);
            Add(duration, Dpv.Value, Day(until));
        }

        if (happened.From is { } from)
        {
            var period = Term.Iri(node.Value + "#payslips");
            Add(node, Dpv.Temporal, period);
            Is(period, Dpv.PeriodOfTime);
            Add(period, Dpv.StartTime, Day(from.FirstDay));
        }
    }

    private static IReadOnlyList<Term> Types(ConsentEvent happened) => (happened.Kind, happened is { ConsentId: null, PaperConsentId: null }) switch
    {
        (ConsentEventKind.Requested, _) => [Dpv.ConsentRequested],
        (ConsentEventKind.Given, _) => [Dpv.ConsentGiven],
        (ConsentEventKind.Refused, _) => [Dpv.ConsentRefused],
        (ConsentEventKind.Narrowed, _) => [Dpv.ConsentGiven, Dpv.ConsentNarrowed],
        (ConsentEventKind.Renewed, _) => [Dpv.RenewedConsentGiven],
        (ConsentEventKind.Withdrawn, false) => [Dpv.ConsentWithdrawn],
        (ConsentEventKind.Withdrawn, true) => [Dpv.InvalidForProcessing, Dpv.RequestWithdrawn],
        (ConsentEventKind.Expired, false) => [Dpv.ConsentExpired],
        (ConsentEventKind.Expired, true) => [Dpv.InvalidForProcessing, Dpv.RequestExpired],
        (ConsentEventKind.ClosedAtVault, _) => [Dpv.InvalidForProcessing, Dpv.ClosedAtVault],
        _ => throw new InvalidOperationException($"{happened.Kind} has no term."),
    };

    private static bool IsByPerson(ConsentEvent happened) => happened.By == ConsentEvent.Citizen || happened is { PaperConsentId: not null, Kind: ConsentEventKind.Given or ConsentEventKind.Narrowed or ConsentEventKind.Withdrawn };

    private Term Part(string name) => Term.Iri($"{_record.Value}#{name}");

    private Term Notice(string sha256) => Part("text-" + sha256[..Math.Min(8, sha256.Length)]);

    private static Term Day(DateOnly day) => Term.Literal(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), Dpv.Xsd + "date");

    private static Term Moment(DateTimeOffset at) => Term.Literal(at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture), Dpv.Xsd + "dateTime");

    private void Is(Term node, Term type) => Add(node, Dpv.Type, type);

    private void Add(Term subject, Term predicate, Term @object) => _triples.Add(new Triple(subject, predicate, @object));
}
