using SolidLoonfiches.Dossiers;
using SolidLoonfiches.Loonfiches;

namespace SolidLoonfiches.Service;

/// <summary>The words of a receipt and of the page where anybody checks one, in the languages of the consent text.</summary>
internal sealed record ReceiptWords
{
    public required string Language { get; init; }

    public required string Title { get; init; }

    public required string Lead { get; init; }

    public required string Number { get; init; }

    public required string Code { get; init; }

    public required string IssuedOn { get; init; }

    public required string For { get; init; }

    public required string To { get; init; }

    public required string Dossier { get; init; }

    public required string Happened { get; init; }

    public required string KeyTitle { get; init; }

    public required string Key { get; init; }

    public required string TextTitle { get; init; }

    /// <summary>With <c>{0}</c> the version, <c>{1}</c> the language and <c>{2}</c> the hash.</summary>
    public required string Text { get; init; }

    public required string HowToCheck { get; init; }

    /// <summary>With <c>{0}</c>: the address.</summary>
    public required string CheckAt { get; init; }

    public required string Download { get; init; }

    public required string Fingerprint { get; init; }

    public required string CheckTitle { get; init; }

    public required string CheckLead { get; init; }

    public required string CheckButton { get; init; }

    public required string Genuine { get; init; }

    public required string Compare { get; init; }

    public required string Unknown { get; init; }

    public required string Payslips { get; init; }

    public required string Until { get; init; }

    public required IReadOnlyDictionary<ConsentEventKind, string> Events { get; init; }

    public static ReceiptWords In(string language) => language switch
    {
        "fr" => French,
        "en" => English,
        _ => Dutch,
    };

    /// <summary>One line of what happened: <c>5 november 2026: toestemming gegeven, voor loonfiches vanaf …, tot en met …</c>.</summary>
    public string Line(ReceiptDocument.Line line) =>
        $"{LanguageDates.Words(line.On, Language)}: {Events[line.Kind]}{(line.From is { } from ? ", " + string.Format(System.Globalization.CultureInfo.InvariantCulture, Payslips, LanguageDates.Words(Maand.Of(from), Language)) : "")}{(line.Until is { } until ? ", " + string.Format(System.Globalization.CultureInfo.InvariantCulture, Until, LanguageDates.Words(until, Language)) : "")}";

    private static readonly ReceiptWords Dutch = new()
    {
        Language = "nl",
        Title = "Bewijs van uw toestemming",
        Lead = "Druk dit bewijs af of bewaar het. Met het nummer en de code kan iedereen nakijken dat het echt is.",
        Number = "Nummer",
        Code = "Code",
        IssuedOn = "Gemaakt op",
        For = "Van",
        To = "Aan",
        Dossier = "Dossier",
        Happened = "Wat gebeurde er?",
        KeyTitle = "Wat deze toestemming is",
        Key = "Een toestemming opent uw kluis: het OCMW mag er uw loonfiches lezen, en niets anders. Ze is geen grond voor het onderzoek naar uw bestaansmiddelen: dat moet het OCMW volgens de wet doen, met of zonder toestemming.",
        TextTitle = "De tekst die u las",
        Text = "Versie {0}, taal {1}. Vingerafdruk van de tekst: {2}.",
        HowToCheck = "Zo kijkt u na of dit bewijs echt is",
        CheckAt = "Ga naar {0} en vul nummer en code in.",
        Download = "Bewaar als bestand:",
        Fingerprint = "Vingerafdruk van het bestand, zonder de code",
        CheckTitle = "Is dit bewijs echt?",
        CheckLead = "Vul het nummer en de code in die op het bewijs staan. U ziet dan wat er op het bewijs hoort te staan. Over de persoon ziet u niets.",
        CheckButton = "Kijk na",
        Genuine = "Dit bewijs is echt.",
        Compare = "Vergelijk met het papier: staat er iets anders, dan is het papier veranderd.",
        Unknown = "Bij dit nummer en deze code vinden wij geen bewijs. Kijk na of u alles juist overtikte.",
        Payslips = "loonfiches vanaf {0}",
        Until = "tot en met {0}",
        Events = new Dictionary<ConsentEventKind, string>
        {
            [ConsentEventKind.Requested] = "het OCMW vroeg toestemming",
            [ConsentEventKind.Given] = "toestemming gegeven",
            [ConsentEventKind.Refused] = "nee gezegd",
            [ConsentEventKind.Narrowed] = "toestemming korter gemaakt dan gevraagd of gegeven was",
            [ConsentEventKind.Renewed] = "toestemming opnieuw gegeven",
            [ConsentEventKind.Withdrawn] = "ingetrokken",
            [ConsentEventKind.Expired] = "de tijd was voorbij",
            [ConsentEventKind.ClosedAtVault] = "de kluis liet ons niet meer binnen",
        },
    };

    private static readonly ReceiptWords French = new()
    {
        Language = "fr",
        Title = "Preuve de votre consentement",
        Lead = "Imprimez cette preuve ou gardez-la. Avec le numéro et le code, chacun peut vérifier qu'elle est authentique.",
        Number = "Numéro",
        Code = "Code",
        IssuedOn = "Établie le",
        For = "De",
        To = "À",
        Dossier = "Dossier",
        Happened = "Que s'est-il passé ?",
        KeyTitle = "Ce qu'est ce consentement",
        Key = "Un consentement ouvre votre coffre-fort : le CPAS (OCMW) peut y lire vos fiches de paie, et rien d'autre. Il n'est pas le fondement de l'enquête sur vos ressources : la loi y oblige le CPAS, avec ou sans consentement.",
        TextTitle = "Le texte que vous avez lu",
        Text = "Version {0}, langue {1}. Empreinte du texte : {2}.",
        HowToCheck = "Comment vérifier que cette preuve est authentique",
        CheckAt = "Allez sur {0} et indiquez le numéro et le code.",
        Download = "Garder comme fichier :",
        Fingerprint = "Empreinte du fichier, sans le code",
        CheckTitle = "Cette preuve est-elle authentique ?",
        CheckLead = "Indiquez le numéro et le code qui se trouvent sur la preuve. Vous voyez alors ce qui doit s'y trouver. De la personne, vous ne voyez rien.",
        CheckButton = "Vérifier",
        Genuine = "Cette preuve est authentique.",
        Compare = "Comparez avec le papier : si autre chose s'y trouve, le papier a été modifié.",
        Unknown = "Nous ne trouvons pas de preuve avec ce numéro et ce code. Vérifiez que vous avez tout recopié correctement.",
        Payslips = "fiches de paie à partir de {0}",
        Until = "jusqu'au {0} inclus",
        Events = new Dictionary<ConsentEventKind, string>
        {
            [ConsentEventKind.Requested] = "le CPAS (OCMW) a demandé le consentement",
            [ConsentEventKind.Given] = "consentement donné",
            [ConsentEventKind.Refused] = "réponse : non",
            [ConsentEventKind.Narrowed] = "consentement plus court que ce qui était demandé ou donné",
            [ConsentEventKind.Renewed] = "consentement donné de nouveau",
            [ConsentEventKind.Withdrawn] = "retiré",
            [ConsentEventKind.Expired] = "le délai était passé",
            [ConsentEventKind.ClosedAtVault] = "le coffre-fort ne nous a plus laissés entrer",
        },
    };

    private static readonly ReceiptWords English = new()
    {
        Language = "en",
        Title = "Receipt of your consent",
        Lead = "Print this receipt or keep it. With the number and the code anybody can check that it is genuine.",
        Number = "Number",
        Code = "Code",
        IssuedOn = "Made on",
        For = "From",
        To = "To",
        Dossier = "File",
        Happened = "What happened?",
        KeyTitle = "What this consent is",
        Key = "A consent opens your vault: the OCMW may read your payslips there, and nothing else. It is not the ground of the inquiry into your means: the law makes the OCMW do that, with or without consent.",
        TextTitle = "The text that you read",
        Text = "Version {0}, language {1}. Fingerprint of the text: {2}.",
        HowToCheck = "How to check that this receipt is genuine",
        CheckAt = "Go to {0} and fill in number and code.",
        Download = "Keep as a file:",
        Fingerprint = "Fingerprint of the file, without the code",
        CheckTitle = "Is this receipt genuine?",
        CheckLead = "Fill in the number and the code that stand on the receipt. You then see what should stand on it. Of the person you see nothing.",
        CheckButton = "Check",
        Genuine = "This receipt is genuine.",
        Compare = "Compare it with the paper: where something else stands there, the paper was changed.",
        Unknown = "With this number and this code we find no receipt. Check whether you typed everything correctly.",
        Payslips = "payslips from {0}",
        Until = "up to and including {0}",
        Events = new Dictionary<ConsentEventKind, string>
        {
            [ConsentEventKind.Requested] = "the OCMW asked for consent",
            [ConsentEventKind.Given] = "consent given",
            [ConsentEventKind.Refused] = "answered no",
            [ConsentEventKind.Narrowed] = "consent made shorter than was asked or given",
            [ConsentEventKind.Renewed] = "consent given again",
            [ConsentEventKind.Withdrawn] = "withdrawn",
            [ConsentEventKind.Expired] = "its time was over",
            [ConsentEventKind.ClosedAtVault] = "the vault no longer let us in",
        },
    };
}
