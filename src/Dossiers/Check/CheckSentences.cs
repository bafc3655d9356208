using SolidLoonfiches.Leefloon;
using SolidLoonfiches.Loonfiches;
using SolidLoonfiches.Sources;

namespace SolidLoonfiches.Dossiers;

/// <summary>What a check says to the social worker: what was found, where, and what to do.</summary>
internal static class CheckSentences
{
    public const string AddressTooLong = "Een document in de kluis heeft een adres dat veel te lang is; het is niet gelezen. Vraag de persoon om het document een korte naam te geven.";

    public static Finding NewSlip(Slip slip) => new("newSlip", $"Er is een nieuwe loonfiche van {Employer(slip)}{Period(slip)}.", slip.Url);

    public static Finding SlipForOldMonth(Slip slip, bool wasCalculated) => new("slipForOldMonth",
        $"Er is een loonfiche bijgekomen van {Employer(slip)}{Period(slip)}, na de controle van die maand. " + (wasCalculated
            ? "De maand is opnieuw berekend. Kijk na of er moet worden bijbetaald of misschien teruggevraagd."
            : "De maand kon nog niet berekend worden, en wordt nu opnieuw bekeken."), slip.Url);

    public static Finding FactChanged { get; } = new("factChanged",
        "Sinds de vorige berekening van deze maand is in dit dossier een feit vastgelegd of verbeterd dat de maand raakt.");

    public static Finding LawChanged { get; } = new("lawChanged",
        "Sinds de vorige berekening van deze maand zijn de regels of de bedragen van de wet in dit programma aangepast.");

    public static Finding BelowThreshold(Euro from) => new("belowThreshold",
        $"Het verschil met wat u laatst wist, is kleiner dan de drempel van uw OCMW ({from} euro). Er is geen bericht gestuurd. U kunt het bedrag wel voorstellen.");

    public static Finding SmallDifferences(Threshold adds) => new("smallDifferences",
        $"Kleine verschillen sinds het laatste bericht lopen op: samen {adds.More} euro meer en {adds.Less} euro minder leefloon. Bekijk de maanden in het dossier.");

    public static Finding Disputed(Dispute dispute, Slip slip) => dispute.IsOpen
        ? new("lineDisputed", $"De persoon betwist de lijn '{dispute.Label}' van {Employer(slip)}{Period(slip)}: {dispute.Claimed} in plaats van {dispute.Amount} euro. Antwoord daarop. Intussen telt de lijn zoals ze op de loonfiche staat.", slip.Url)
        : new("lineCorrected", $"De lijn '{dispute.Label}' van {Employer(slip)}{Period(slip)} telt voor {dispute.RightAmount} in plaats van {dispute.Amount} euro: een betwisting die aanvaard is.", slip.Url);

    public static Finding NewEmployer(Slip slip) => new("newEmployer",
        $"{Employer(slip)} is een werkgever die nog niet in dit dossier staat. Vraag de persoon sinds wanneer het werk loopt en leg het vast: dan weten wij wanneer er een loonfiche moet zijn.", slip.Url);

    public static Finding MorePaydays(Slip slip, Maand month, IReadOnlyList<DateOnly> days) => new("twoPaydays",
        $"{Employer(slip)} betaalde {(days.Count == 2 ? "twee" : days.Count)} keer in {DutchDates.Words(month)} (op {string.Join(" en ", days.Select(DutchDates.WithoutYear))}), en dat is meer dan gewoonlijk. Kijk na over welke maand elk loon gaat: loon van twee maanden mag niet samen in één maand tellen.", slip.Url);

    public static Finding ZeroContradicted(Slip slip, Maand month) => new("zeroContradicted",
        $"In dit dossier is vastgelegd dat er over {DutchDates.Words(month)} geen loon was, en er is een loonfiche van {Employer(slip)}. De loonfiche telt. Vraag de persoon wat er gebeurd is en verbeter het feit.", slip.Url);

    public static Finding CorrectedSlip(Slip slip) => new("correctedSlip",
        $"{Employer(slip)} heeft een loonfiche verbeterd{Period(slip)}. De nieuwe telt, de oude niet meer. Vergelijk beide voor u beslist.", slip.Url);

    public static Finding SlipChangedInPlace(Slip slip) => new("slipChangedInPlace",
        $"Een document in de kluis heeft een andere inhoud gekregen{Period(slip)}. Vraag de persoon wie het gewijzigd heeft en waarom.", slip.Url);

    public static Finding SlipRemoved(Slip slip) => new("slipRemoved",
        $"Een loonfiche{Period(slip)} staat niet meer in de kluis en telt niet meer mee. Vraag de persoon waarom, en zo nodig een afschrift op papier.", slip.Url);

    /// <summary>A vault may hold thousands of documents that are no payslip: a person reads the first, and how many there are.</summary>
    private const int Told = 20;

    public static IEnumerable<Finding> SlipsKeptOut(IReadOnlyCollection<Slip> slips) =>
        slips.Take(Told).SelectMany(slip => slip.Problems.Select(problem => new Finding("slipKeptOut", problem.Sentence, slip.Url)))
            .Concat(More("slipKeptOut", slips.Count, "zijn ook niet bruikbaar"));

    public static IEnumerable<Finding> Notes(Slip slip) => slip.Notes.Select(note => new Finding("warning:" + note.Code, note.Sentence, slip.Url));

    public static Finding Duplicate(Slip slip) => new("sameSlipTwice",
        $"Dezelfde loonfiche van {Employer(slip)} staat twee keer in de kluis. Ze telt één keer. Kijk na of er geen andere loonfiche ontbreekt.", slip.Url);

    public static Finding CorrectionUnclear(UnclearCorrection unclear) => new("correctionUnclear",
        unclear is { OfAnotherEmployer: true, Target: { } target }
            ? $"Een loonfiche van {Employer(unclear.Slip)}{Period(unclear.Slip)} zegt dat ze er een van {Employer(target)} verbetert. Een werkgever kan enkel zijn eigen loonfiche verbeteren. Vraag aan beide wat klopt."
            : $"Nog een andere loonfiche verbetert dezelfde loonfiche als deze van {Employer(unclear.Slip)}{Period(unclear.Slip)}. Er kan er maar één gelden. Vraag de werkgever welke, en vraag de persoon om de andere uit de kluis te halen.",
        unclear.Slip.Url);

    public static IEnumerable<Finding> SlipsNotFetched(IReadOnlyCollection<FoundSlip.NotFetched> slips) =>
        slips.Take(Told).Select(slip => new Finding("slipNotFetched", slip.Sentence, slip.Url.AbsoluteUri)).Concat(More("slipNotFetched", slips.Count, "zijn ook niet gelezen"));

    /// <summary>A slip of an employer that is not there, by how things stand with it.</summary>
    public static Finding Missing(Expectation expected, Maand month) => expected switch
    {
        { State: ExpectationState.NotYetExpected, Name: var name } => new("slipNotYetExpected",
            $"De loonfiche van {name} over {DutchDates.Words(month)} moet er nog niet zijn: het loon wordt meestal betaald rond {DutchDates.Words(expected.Payday)}. U hoeft niets te doen. De volgende controle kijkt opnieuw."),
        { State: ExpectationState.Expected, Name: var name } => new("slipExpected",
            $"De loonfiche van {name} over {DutchDates.Words(month)} is er nog niet. Het loon wordt meestal betaald rond {DutchDates.Words(expected.Payday)}. Vraag ze aan de persoon of de werkgever als ze niet snel komt, leg vast dat er geen loon was, of dat het werk gestopt is."),
        { State: ExpectationState.Late, Name: var name } => new("slipLate",
            $"De loonfiche van {name} over {DutchDates.Words(month)} is te laat: het loon wordt meestal betaald rond {DutchDates.Words(expected.Payday)}. Dat wil niet zeggen dat er geen loon is. Vraag ze aan de persoon of de werkgever, leg vast dat er geen loon was, of dat het werk gestopt is."),
        { State: ExpectationState.ConfirmedZero, Name: var name } => new("zeroConfirmed",
            $"In dit dossier is vastgelegd dat {name} geen loon betaalde over {DutchDates.Words(month)}. Er wordt gerekend zonder dat loon."),
        { State: ExpectationState.Ended, Name: var name } => new("employmentEnded",
            $"Het werk bij {name} stopte op {DutchDates.Words(expected.Payday)}: er wordt geen loonfiche meer verwacht. Kijk na of er nog vakantiegeld of een andere laatste betaling volgt."),
        { State: ExpectationState.SourceBroken, Name: var name } => new("sourceBroken",
            $"Of de loonfiche van {name} over {DutchDates.Words(month)} er is, weten wij niet: de kluis is niet gelezen. Dat is geen inkomen van nul."),
        _ => throw new InvalidOperationException($"Nobody knows the state {expected.State}."),
    };

    public static Finding NoPayslip(Maand month) => new("noPayslip",
        $"Er is nog geen loonfiche over {DutchDates.Words(month)}. Dat wil niet zeggen dat er geen loon is: vraag het aan de persoon. Is er geen werk meer, leg dan vast tot wanneer er gewerkt is.");

    public static Finding NoRight { get; } = new("factMissing",
        "In dit dossier staat niet vanaf wanneer er recht op leefloon is. Leg het recht vast, met de dag waarop het begint.");

    public static Finding NoCategory(Maand month) => new("factMissing",
        $"In dit dossier staat geen categorie die geldt in {DutchDates.Words(month)}. Leg de categorie vast (art. 14 §1 RMI-wet), met de dag vanaf wanneer ze geldt.");

    public static Finding Vault(SourceAnswer.Unreachable answer) => new("vault:" + answer.Code, answer.Sentence);

    public static Finding VaultGone(DateTimeOffset since) => new("vaultGone",
        $"De kluis is sinds {DutchDates.Words(Belgium.DayOf(since))} niet meer gelezen: ze geeft geen bruikbaar antwoord. Vraag de persoon of de kluis nog bestaat. Intussen gaat het onderzoek verder met loonfiches op papier.");

    public static Finding Ended(Consent consent) => consent switch
    {
        { WithdrawnAt: { } at } => Withdrawn(at),
        { ExpiredAt: not null, Until: { } last } => Expired(last),
        _ => Refused,
    };

    public static Finding Withdrawn(DateTimeOffset at) => new("consentEnded",
        $"De persoon heeft de toestemming op {DutchDates.Words(Belgium.DayOf(at))} ingetrokken. Wij lezen niets meer in de kluis. Vraag de loonfiches op papier, of vraag of de persoon opnieuw toestemming wil geven. Nee zeggen heeft geen gevolg voor het leefloon.");

    public static Finding Expired(DateOnly last) => new("consentEnded",
        $"De toestemming van de persoon gold tot en met {DutchDates.Words(last)}. Wij lezen niets meer in de kluis. Vraag de loonfiches op papier, of vraag of de persoon opnieuw toestemming wil geven. Nee zeggen heeft geen gevolg voor het leefloon.");

    public static Finding BeforeConsent(Maand month) => new("beforeConsent",
        $"De persoon gaf geen toestemming voor loonfiches van {DutchDates.Words(month)}. Vraag de loonfiches van die maand op papier. Dat mag: uw onderzoek steunt op de wet.");

    public static Finding Refused { get; } = new("consentEnded",
        "De kluis laat ons niet meer binnen: de toegang is in de kluis zelf weggenomen. Wij lezen niets meer. Vraag de loonfiches op papier, of vraag of de persoon opnieuw toestemming wil geven. Nee zeggen heeft geen gevolg voor het leefloon.");

    public static Finding Law(Uitkomst.NietTeBerekenen ending) => new("law:" + ending.Code, ending.Zin);

    /// <param name="ledger">One that says that the exemption ends soon.</param>
    public static Finding ExemptionEnding(Vrijstellingsboek ledger) => new("exemptionEnding",
        $"De vrijstelling voor inkomsten uit werk (art. 35 KB) eindigt {(ledger.Reden is Vrijstellingseinde.ZesJaarVoorbij ? "" : "in het huidige ritme ")}op {DutchDates.Words(ledger.LaatsteDag!.Value)}: "
        + (ledger.Reden is Vrijstellingseinde.ZesJaarVoorbij ? "dan zijn de zes jaar voorbij." : $"er blijven {ledger.Over} dagen over.")
        + " Bespreek het met de persoon: daarna telt het loon helemaal mee.");

    public static Finding Warning(string code) => new("warning:" + code, code switch
    {
        "amountUnconfirmed" => "Een bedrag van de wet dat gebruikt is, is nog niet officieel bevestigd. Kijk het na voor u beslist.",
        "exemptionEndsThisMonth" => "De vrijstelling voor inkomsten uit werk (art. 35 KB) loopt deze maand af. Verwittig de persoon: vanaf de volgende maand telt het loon helemaal mee.",
        "slipOutsideMonth" => "Een loonfiche heeft geen enkele dag in deze maand en telt hier niet mee.",
        _ when code.StartsWith("unconfirmed:", StringComparison.Ordinal) => "Op een loonfiche staat een onderdeel waarvan de wet niet duidelijk zegt of het meetelt. Kijk in de stappen na of u het er mee eens bent.",
        "policyApplied:partMonthWage" => "Het loon van een deel van de maand is niet omgerekend: dat koos uw OCMW. De stappen tonen het.",
        "policyApplied:wageMonth" => "Het loon van de maand ervoor is gebruikt: dat koos uw OCMW. De stappen tonen het.",
        "policyApplied:premiumTiming" => "Vakantiegeld of een eindejaarspremie telt in een andere maand dan die van de loonfiche: dat koos uw OCMW. De stappen tonen het.",
        "policyApplied:dayBasis" => "De maand telt voor dertig dagen: dat koos uw OCMW. De stappen tonen het.",
        _ when code.StartsWith("policyApplied:components.", StringComparison.Ordinal) => "Een onderdeel van een loonfiche telt anders dan gewoonlijk: dat koos uw OCMW. De stappen tonen het.",
        _ => "De berekening vraagt dat u iets nakijkt: " + code + ".",
    });

    private static IEnumerable<Finding> More(string code, int count, string what) =>
        count > Told ? [new Finding(code, $"Nog {count - Told} andere documenten in de kluis {what}.")] : [];

    /// <summary>As people know the employer: by name, else by number.</summary>
    public static string Employer(Slip slip) => slip.Loonfiche is { } fiche ? fiche.EmployerName ?? fiche.Employer.ToString() : "een werkgever";

    private static string Period(Slip slip)
    {
        if (slip.Period() is not var (from, to))
        {
            return "";
        }

        return Maand.Of(from) == Maand.Of(to) ? $" over {DutchDates.Words(Maand.Of(from))}" : $" over {DutchDates.Words(from)} tot {DutchDates.Words(to)}";
    }
}
