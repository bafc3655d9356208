using SolidLoonfiches.Loonfiches;

namespace SolidLoonfiches.Sources;

/// <summary>What is wrong with a payslip beyond the shapes, in words that a social worker can act on. The ids stand in <c>ontology/README.md</c>.</summary>
/// <remarks>No sentence repeats a number or an amount of somebody else; amounts are only named where the slip is of this person.</remarks>
internal static class SlipSentences
{
    private const string Ask = " Vraag de werkgever of het sociaal secretariaat om een verbeterde loonfiche.";

    public static readonly SlipProblem NoPayslip = new("noPayslip",
        "Dit document in de kluis is geen loonfiche. Het telt niet mee; staat er toch een loonfiche in, vraag dan een digitale loonfiche aan de werkgever.");

    public static readonly SlipProblem SeveralPayslips = new("severalPayslips",
        "In dit document staan meerdere loonfiches. Vraag de werkgever of het sociaal secretariaat om elke loonfiche in een eigen document te zetten.");

    public static readonly SlipProblem NotOfThisPerson = new("notOfThisPerson",
        "Deze loonfiche is van iemand anders dan de persoon van dit dossier. Ze telt niet mee. Vraag de persoon hoe ze in de kluis kwam en controleer het rijksregisternummer in het dossier.");

    public static readonly SlipProblem WorkersDiffer = new("workersDiffer",
        "De loonfiche noemt twee verschillende werknemers." + Ask);

    public static readonly SlipProblem EmployersDiffer = new("employersDiffer",
        "De loonfiche noemt twee verschillende ondernemingsnummers (KBO) voor de werkgever." + Ask);

    public static readonly SlipProblem BadInsz = new("badInsz",
        "Het rijksregisternummer (INSZ) op de loonfiche bestaat niet: de controlecijfers kloppen niet." + Ask);

    public static readonly SlipProblem BadKbo = new("badKbo",
        "Het ondernemingsnummer (KBO) van de werkgever bestaat niet: de controlecijfers kloppen niet." + Ask);

    public static readonly SlipProblem UnreadableDate = new("dateUnreadable",
        "Een datum op de loonfiche kan niet gelezen worden." + Ask);

    public static readonly SlipProblem UnreadableLine = new("lineUnreadable",
        "Een loonlijn kan niet gelezen worden." + Ask);

    public static readonly SlipProblem AmountOutOfRange = new("amountOutOfRange",
        "Een bedrag op de loonfiche is te groot om een loon te zijn, of heeft delen van een cent." + Ask);

    public static readonly SlipProblem PeriodReversed = new("periodReversed",
        "De laatste dag van de loonperiode ligt vóór de eerste." + Ask);

    public static readonly SlipProblem PeriodInFuture = new("periodInFuture",
        "De loonperiode loopt tot in een maand die nog moet komen. De loonfiche telt niet mee zolang die maand niet begonnen is; kijk na of de periode klopt.");

    public static readonly SlipProblem PeriodImplausible = new("periodImplausible",
        "De loonperiode duurt langer dan een jaar of ligt vóór het jaar 2000." + Ask);

    public static readonly SlipProblem PeriodEndUnclear = new("periodEndUnclear",
        "De loonperiode eindigt om middernacht op de eerste dag van een maand: het is niet duidelijk of die dag nog meetelt." + Ask);

    public static readonly SlipProblem PaymentDateImplausible = new("paymentDateImplausible",
        "De betaaldatum ligt vóór het jaar 2000 of na het einde van de volgende maand." + Ask);

    public static readonly SlipProblem NegativeGross = new("negativeGross",
        "Het brutoloon is negatief, maar de loonfiche zegt niet dat ze loon terugneemt." + Ask);

    public static readonly SlipProblem TakeBackReplaces = new("takeBackReplaces",
        "De loonfiche neemt loon terug en zegt tegelijk dat ze een eerdere loonfiche vervangt: het is niet duidelijk of de eerdere nog meetelt." + Ask);

    public static readonly SlipProblem CorrectsItself = new("correctsItself",
        "De loonfiche zegt dat ze zichzelf verbetert, en niet welke eerdere loonfiche." + Ask);

    public static readonly SlipProblem ChequesNotItemised = new("chequesNotItemised",
        "Op de loonfiche staat een bedrag aan cheques, zonder lijn die zegt welke cheques het zijn." + Ask);

    public static readonly SlipProblem ExtrasNotItemised = new("extrasNotItemised",
        "Op de loonfiche staan bijkomende netto bedragen, zonder lijn die zegt wat ze zijn (onkosten, woon-werkverkeer, of iets dat meetelt)." + Ask);

    public static readonly SlipProblem BlankNodes = new("blankNodes",
        "De loonfiche is technisch onvolledig: niet elk onderdeel heeft een naam, waardoor ze niet ondertekend kan worden. De bedragen zijn bruikbaar.");

    public static readonly SlipProblem TooLarge = new("tooLarge",
        "Dit document in de kluis is veel te groot voor een loonfiche en is niet gelezen. Vraag de persoon wat het is.");

    public static readonly SlipProblem WrongContentType = new("wrongContentType",
        "Dit document in de kluis is geen digitale loonfiche, maar bijvoorbeeld een pdf of een webpagina. Vraag de werkgever of het sociaal secretariaat om de loonfiche digitaal in de kluis te zetten.");

    /// <param name="line">1 for the first.</param>
    /// <param name="column">1 for the first.</param>
    public static SlipProblem NotTurtle(int line, int column) => new("notTurtle",
        $"Dit document kan niet gelezen worden: op regel {line}, teken {column} staat iets dat er niet hoort." + Ask);

    public static readonly SlipProblem NotTurtleAtAll = new("notTurtle",
        "Dit document kan niet gelezen worden: het is geen loonfiche in de afgesproken vorm." + Ask);

    public static SlipProblem Nettoloon(Loonfiche slip, Euro expected) => new("arithmetic:nettoloon",
        $"Het nettoloon klopt niet: {slip.Gross} bruto - {slip.SocialSecurity} RSZ + {slip.TaxableExtras} belastbaar - {slip.WithholdingTax} bedrijfsvoorheffing = {expected}, en op de loonfiche staat {slip.Nettoloon}." + Ask);

    public static SlipProblem NetPaid(Loonfiche slip, Euro expected) => new("arithmetic:netPaid",
        $"Het gestorte bedrag klopt niet: {slip.Nettoloon} netto + {slip.UntaxedExtras} bijkomend - {slip.Deductions} inhoudingen = {expected}, en op de loonfiche staat {slip.NetPaid}." + Ask);

    public static SlipProblem Lines(string section, Euro sum, Euro stated) => new("arithmetic:lines",
        $"De loonlijnen van {section} zijn samen {sum}, en op de loonfiche staat {stated}." + Ask);
}
