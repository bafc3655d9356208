namespace SolidLoonfiches.Service;

/// <summary>The words around a request and its preview, in the languages of the consent text.</summary>
internal sealed record AskWords
{
    public required string Language { get; init; }

    /// <summary>With <c>{0}</c>: the code.</summary>
    public required string Code { get; init; }

    public required string CompareCode { get; init; }

    public required string Vault { get; init; }

    public required string VaultAddress { get; init; }

    public required string VaultHint { get; init; }

    public required string VaultMissing { get; init; }

    /// <summary>For who has another vault than the one that the sign-in knows.</summary>
    public required string OtherVault { get; init; }

    /// <summary>For who has several vaults at one address.</summary>
    public required string StorageLabel { get; init; }

    public required string StorageMissing { get; init; }

    /// <summary>For who has no vault, where one can be made.</summary>
    public required string NoVaultYet { get; init; }

    public required string BeforeYes { get; init; }

    public required string ShowMe { get; init; }

    public required string No { get; init; }

    public required string NoIsFree { get; init; }

    public required string PreviewTitle { get; init; }

    public required string PreviewLead { get; init; }

    /// <summary>For who said yes at the vault's own page before the preview.</summary>
    public required string GrantedAtVault { get; init; }

    public required string SlipsTitle { get; init; }

    public required string NoSlips { get; init; }

    /// <summary>With <c>{0}</c>: how many.</summary>
    public required string Outside { get; init; }

    /// <summary>With <c>{0}</c>: how many.</summary>
    public required string NotFetched { get; init; }

    public required string Unusable { get; init; }

    public required string Employer { get; init; }

    public required string Period { get; init; }

    public required string PaidOn { get; init; }

    public required string Gross { get; init; }

    public required string SocialSecurity { get; init; }

    public required string WithholdingTax { get; init; }

    public required string Net { get; init; }

    public required string NetPaid { get; init; }

    public required string Lines { get; init; }

    public required string NothingElse { get; init; }

    public required string AmountTitle { get; init; }

    public required string AmountLead { get; init; }

    public required string NoMonths { get; init; }

    public required string NotYet { get; init; }

    public required string Would { get; init; }

    public required string Now { get; init; }

    public required string NothingYet { get; init; }

    public required string Steps { get; init; }

    public required string PeriodTitle { get; init; }

    public required string PeriodLead { get; init; }

    public required string FromLabel { get; init; }

    public required string UntilLabel { get; init; }

    public required string LookAgain { get; init; }

    /// <summary>With <c>{0}</c>: the OCMW.</summary>
    public required string Yes { get; init; }

    public required string YesMeans { get; init; }

    /// <summary>The payroll office may be let in too, to add and not to read.</summary>
    public required string OfficeTitle { get; init; }

    public required string OfficeLabel { get; init; }

    public required string OfficeHint { get; init; }

    public required string NoOffice { get; init; }

    public required string WhatWasAsked { get; init; }

    public required string KeepReceipt { get; init; }

    public required string KeepReceiptHint { get; init; }

    public static AskWords In(string language) => language switch
    {
        "fr" => French,
        "en" => English,
        _ => Dutch,
    };

    private static readonly AskWords Dutch = new()
    {
        Language = "nl",
        Code = "Code van deze vraag: {0}",
        CompareCode = "Kreeg u een brief of een sms? Dan staat daar dezelfde code. Is het een andere code, bel dan uw OCMW. De code is geen wachtwoord.",
        Vault = "Uw kluis:",
        VaultAddress = "Adres van uw kluis",
        VaultHint = "U vindt het in uw kluis, bij uw gegevens. Het begint met https://.",
        VaultMissing = "Vul het adres van uw kluis in.",
        OtherVault = "Ik wil een andere kluis gebruiken",
        StorageLabel = "U hebt meer dan één kluis. In welke staan uw loonfiches?",
        StorageMissing = "Kies in welke kluis uw loonfiches staan.",
        NoVaultYet = "Ik heb nog geen kluis: laat er een maken",
        BeforeYes = "Voor u kiest, kunt u zien wat het OCMW zou lezen en wat er met uw leefloon zou gebeuren. U meldt u daarvoor aan bij uw kluis. Er wordt dan nog niets gedeeld en niets bewaard.",
        ShowMe = "Toon mij eerst wat er gelezen wordt",
        No = "Nee, ik wil dit niet",
        NoIsFree = "Nee zeggen kan meteen, en u hoeft niet te zeggen waarom.",
        PreviewTitle = "Dit zou het OCMW lezen",
        PreviewLead = "Alleen u ziet dit nu. Er is nog niets gedeeld en niets bewaard.",
        GrantedAtVault = "U gaf bij uw kluis al toegang. Uw OCMW gebruikt die alleen als u hieronder ja zegt. Zegt u nee, trek de toegang dan ook in bij uw kluis.",
        SlipsTitle = "Uw loonfiches",
        NoSlips = "In uw kluis staan nu geen loonfiches van deze periode. Komt er later een bij, dan leest het OCMW die.",
        Outside = "Nog {0} document(en) in de map vallen buiten de periode. Die lezen wij niet, of wij gooien ze meteen weg.",
        NotFetched = "{0} document(en) konden wij nu niet openen.",
        Unusable = "Een document dat wij niet kunnen gebruiken. Uw maatschappelijk werker ziet alleen dat het er is en wat eraan mankeert.",
        Employer = "Werkgever",
        Period = "Periode",
        PaidOn = "Betaald op",
        Gross = "Brutoloon",
        SocialSecurity = "Sociale zekerheid",
        WithholdingTax = "Bedrijfsvoorheffing",
        Net = "Nettoloon",
        NetPaid = "Uitbetaald",
        Lines = "Lijnen van de loonfiche",
        NothingElse = "Wij bewaren ook het adres van het document en uw rijksregisternummer, dat erop staat. Al de rest op het document bewaren wij niet.",
        AmountTitle = "Wat zou uw leefloon worden?",
        AmountLead = "Dit is een berekening, geen beslissing. Uw maatschappelijk werker kijkt ze na en het OCMW beslist.",
        NoMonths = "Er is nog geen maand om te berekenen.",
        NotYet = "nog niet te berekenen",
        Would = "Het zou worden",
        Now = "Nu",
        NothingYet = "nog niets berekend",
        Steps = "Hoe komen we aan dat bedrag?",
        PeriodTitle = "Wilt u minder delen?",
        PeriodLead = "U mag de periode korter maken. Uw kluis kan dat zelf niet bewaken. Deze dienst doet dat: wat buiten de periode valt, gebruiken en bewaren wij niet.",
        FromLabel = "Loonfiches vanaf de maand",
        UntilLabel = "Lezen tot en met",
        LookAgain = "Toon mij deze periode",
        Yes = "Ja, ik open mijn kluis voor {0}",
        YesMeans = "Met ja opent u de map \"loonfiches\" voor deze periode. U kunt dat elke dag terugdraaien.",
        OfficeTitle = "Mag uw loonkantoor loonfiches in uw kluis zetten?",
        OfficeLabel = "Loonkantoor van uw werkgever",
        OfficeHint = "U hoeft dit niet te doen. Het loonkantoor kan dan loonfiches bij zetten in dezelfde map. Het kan er niet in lezen, en niets veranderen of wissen.",
        NoOffice = "Niemand: ik zet ze er zelf in",
        WhatWasAsked = "Lees de vraag nog eens",
        KeepReceipt = "Zet ook een bewijs van mijn toestemming in mijn kluis",
        KeepReceiptHint = "In een aparte map. Wij kunnen daar niet kijken.",
    };

    private static readonly AskWords French = new()
    {
        Language = "fr",
        Code = "Code de cette demande : {0}",
        CompareCode = "Avez-vous reçu une lettre ou un SMS ? Vous y trouvez le même code. Si le code est différent, appelez votre CPAS (OCMW). Le code n'est pas un mot de passe.",
        Vault = "Votre coffre-fort :",
        VaultAddress = "Adresse de votre coffre-fort",
        VaultHint = "Vous la trouvez dans votre coffre-fort, près de vos données. Elle commence par https://.",
        VaultMissing = "Indiquez l'adresse de votre coffre-fort.",
        OtherVault = "Je veux utiliser un autre coffre-fort",
        StorageLabel = "Vous avez plusieurs coffres-forts. Dans lequel se trouvent vos fiches de paie ?",
        StorageMissing = "Choisissez le coffre-fort où se trouvent vos fiches de paie.",
        NoVaultYet = "Je n'ai pas encore de coffre-fort : en faire créer un",
        BeforeYes = "Avant de choisir, vous pouvez voir ce que le CPAS lirait et ce que deviendrait votre revenu d'intégration. Pour cela, vous vous connectez à votre coffre-fort. Rien n'est encore partagé ni gardé.",
        ShowMe = "Montrez-moi d'abord ce qui sera lu",
        No = "Non, je ne veux pas",
        NoIsFree = "Vous pouvez dire non tout de suite, sans dire pourquoi.",
        PreviewTitle = "Voici ce que le CPAS (OCMW) lirait",
        PreviewLead = "Vous seul voyez ceci maintenant. Rien n'est encore partagé ni gardé.",
        GrantedAtVault = "Vous avez déjà donné l'accès dans votre coffre-fort. Votre CPAS ne l'utilise que si vous dites oui ci-dessous. Si vous dites non, retirez aussi l'accès dans votre coffre-fort.",
        SlipsTitle = "Vos fiches de paie",
        NoSlips = "Il n'y a pas de fiche de paie de cette période dans votre coffre-fort. S'il en arrive une plus tard, le CPAS la lira.",
        Outside = "{0} autre(s) document(s) du dossier sont hors de la période. Nous ne les lisons pas, ou nous les jetons tout de suite.",
        NotFetched = "Nous n'avons pas pu ouvrir {0} document(s).",
        Unusable = "Un document que nous ne pouvons pas utiliser. Votre assistant social voit seulement qu'il existe et ce qui ne va pas.",
        Employer = "Employeur",
        Period = "Période",
        PaidOn = "Payé le",
        Gross = "Salaire brut",
        SocialSecurity = "Sécurité sociale",
        WithholdingTax = "Précompte professionnel",
        Net = "Salaire net",
        NetPaid = "Montant payé",
        Lines = "Lignes de la fiche de paie",
        NothingElse = "Nous gardons aussi l'adresse du document et votre numéro de registre national, qui s'y trouve. Nous ne gardons rien d'autre de ce document.",
        AmountTitle = "Que deviendrait votre revenu d'intégration ?",
        AmountLead = "Ceci est un calcul, pas une décision. Votre assistant social le vérifie et le CPAS décide.",
        NoMonths = "Il n'y a pas encore de mois à calculer.",
        NotYet = "pas encore calculable",
        Would = "Ce serait",
        Now = "Maintenant",
        NothingYet = "pas encore calculé",
        Steps = "Comment arrivons-nous à ce montant ? (en néerlandais)",
        PeriodTitle = "Voulez-vous partager moins ?",
        PeriodLead = "Vous pouvez raccourcir la période. Votre coffre-fort ne peut pas la surveiller lui-même. Ce service le fait : ce qui est hors de la période, nous ne l'utilisons pas et ne le gardons pas.",
        FromLabel = "Fiches de paie à partir du mois de",
        UntilLabel = "Lire jusqu'au (inclus)",
        LookAgain = "Montrez-moi cette période",
        Yes = "Oui, j'ouvre mon coffre-fort à {0}",
        YesMeans = "En disant oui, vous ouvrez le dossier « loonfiches » pour cette période. Vous pouvez y revenir chaque jour.",
        OfficeTitle = "Votre secrétariat social peut-il déposer des fiches de paie dans votre coffre-fort ?",
        OfficeLabel = "Secrétariat social de votre employeur",
        OfficeHint = "Vous n'êtes pas obligé. Il pourra alors ajouter des fiches de paie dans le même dossier. Il ne pourra rien y lire, ni rien changer ou effacer.",
        NoOffice = "Personne : je les dépose moi-même",
        WhatWasAsked = "Relire la demande",
        KeepReceipt = "Mettre aussi une preuve de mon consentement dans mon coffre-fort",
        KeepReceiptHint = "Dans un dossier à part. Nous ne pouvons pas y regarder.",
    };

    private static readonly AskWords English = new()
    {
        Language = "en",
        Code = "Code of this question: {0}",
        CompareCode = "Did you get a letter or a text message? It has the same code. If the code differs, call your OCMW. The code is not a password.",
        Vault = "Your vault:",
        VaultAddress = "Address of your vault",
        VaultHint = "You find it in your vault, with your details. It begins with https://.",
        VaultMissing = "Fill in the address of your vault.",
        OtherVault = "I want to use another vault",
        StorageLabel = "You have more than one vault. In which one are your payslips?",
        StorageMissing = "Choose the vault that holds your payslips.",
        NoVaultYet = "I have no vault yet: have one made",
        BeforeYes = "Before you choose, you can see what the OCMW would read and what would happen to your living wage. For that you sign in at your vault. Nothing is shared or kept yet.",
        ShowMe = "Show me first what will be read",
        No = "No, I do not want this",
        NoIsFree = "You can say no at once, and you need not say why.",
        PreviewTitle = "This is what the OCMW would read",
        PreviewLead = "Only you see this now. Nothing has been shared or kept yet.",
        GrantedAtVault = "You already gave access at your vault. Your OCMW only uses it if you say yes below. If you say no, take the access back at your vault too.",
        SlipsTitle = "Your payslips",
        NoSlips = "There are no payslips of this period in your vault now. If one arrives later, the OCMW will read it.",
        Outside = "{0} other document(s) in the folder are outside the period. We do not read them, or we throw them away at once.",
        NotFetched = "We could not open {0} document(s) now.",
        Unusable = "A document that we cannot use. Your social worker sees only that it is there and what is wrong with it.",
        Employer = "Employer",
        Period = "Period",
        PaidOn = "Paid on",
        Gross = "Gross pay",
        SocialSecurity = "Social security",
        WithholdingTax = "Withholding tax",
        Net = "Net pay",
        NetPaid = "Paid out",
        Lines = "Lines of the payslip",
        NothingElse = "We also keep the address of the document and your national number, which stands on it. We keep nothing else of the document.",
        AmountTitle = "What would your living wage become?",
        AmountLead = "This is a calculation, not a decision. Your social worker checks it and the OCMW decides.",
        NoMonths = "There is no month to work out yet.",
        NotYet = "cannot be worked out yet",
        Would = "It would become",
        Now = "Now",
        NothingYet = "nothing worked out yet",
        Steps = "How do we come to that amount? (in Dutch)",
        PeriodTitle = "Do you want to share less?",
        PeriodLead = "You may make the period shorter. Your vault cannot guard that by itself. This service does: what lies outside the period we do not use or keep.",
        FromLabel = "Payslips from the month of",
        UntilLabel = "Read up to and including",
        LookAgain = "Show me this period",
        Yes = "Yes, I open my vault to {0}",
        YesMeans = "With yes you open the folder \"loonfiches\" for this period. You can take that back on any day.",
        OfficeTitle = "May your payroll office put payslips in your vault?",
        OfficeLabel = "Payroll office of your employer",
        OfficeHint = "You do not have to. The payroll office can then add payslips to the same folder. It can read nothing there, and change or delete nothing.",
        NoOffice = "Nobody: I put them there myself",
        WhatWasAsked = "Read the question again",
        KeepReceipt = "Also put a receipt of my consent in my vault",
        KeepReceiptHint = "In a folder of its own. We cannot look there.",
    };
}
