namespace SolidLoonfiches.Dossiers;

/// <summary>The text of a request: who, what, why, until when, who sees it, and what a no means. Dutch (B1), French and English say the same.</summary>
internal static class December2026
{
    private const string Version = "2026-12";

    public static ConsentText Dutch(ConsentTerms terms)
    {
        var (ocmw, from, until) = (terms.Ocmw, LanguageDates.Words(terms.From, "nl"), LanguageDates.Words(terms.Until, "nl"));
        return new(Version, "nl", $"Mag {ocmw} uw loonfiches lezen?",
        [
            $"{ocmw} vraagt of het uw loonfiches mag lezen in uw eigen kluis op het internet. Het gaat alleen om de map \"loonfiches\". Andere mappen in uw kluis kunnen wij niet zien.",
            terms.Purpose == ConsentPurpose.YearlyReview
                ? "Waarom? U werkt en u krijgt ook leefloon. Minstens één keer per jaar kijkt uw OCMW uw dossier opnieuw na. Daarvoor moet het weten wat u verdient."
                : "Waarom? U werkt en u krijgt ook leefloon. Elke maand rekenen wij uit hoeveel leefloon u krijgt. Daarvoor moeten wij weten wat u verdient.",
            $"Welke loonfiches? Die van {from} en later. Uw kluis kan zelf geen maanden afsluiten. Daarom doet deze dienst dat: een loonfiche van vroeger bewaren en gebruiken wij niet.",
            $"Hoe lang? Tot en met {until}. U kunt vroeger stoppen, elke dag, op deze website. Vanaf dat moment lezen wij niets meer in uw kluis. Wat wij al gelezen hebben, blijft in uw dossier zolang de wet dat vraagt.",
            $"Wie ziet uw loonfiches? Alleen de maatschappelijk werkers van {ocmw}. Op uw overzicht ziet u wanneer wij in uw kluis keken, en wie van het OCMW uw gegevens bekeek. Mensen beslissen over uw leefloon, nooit een computer.",
            $"U mag nee zeggen. Dat heeft geen gevolg voor uw leefloon. Wel moet u {ocmw} altijd tonen wat u verdient: dat vraagt de wet van iedereen die leefloon krijgt. Zegt u nee, dan bezorgt u uw loonfiches op papier, zoals vroeger.",
            $"Dit zijn twee verschillende dingen. Met uw ja opent u uw kluis: dat is uw keuze, en u kunt ze elke dag herroepen. Los daarvan onderzoekt {ocmw} wat u verdient. Dat moet volgens de wet van 26 mei 2002 over het recht op maatschappelijke integratie. Dat onderzoek is er als u ja zegt, en ook als u nee zegt.",
        ]);
    }

    public static ConsentText French(ConsentTerms terms)
    {
        var (ocmw, from, until) = (terms.Ocmw, LanguageDates.Words(terms.From, "fr"), LanguageDates.Words(terms.Until, "fr"));
        return new(Version, "fr", $"{ocmw} peut-il lire vos fiches de paie ?",
        [
            $"{ocmw} vous demande s'il peut lire vos fiches de paie dans votre propre coffre-fort sur internet. Il s'agit uniquement du dossier « loonfiches » (fiches de paie). Nous ne pouvons pas voir les autres dossiers de votre coffre-fort.",
            terms.Purpose == ConsentPurpose.YearlyReview
                ? "Pourquoi ? Vous travaillez et vous recevez aussi un revenu d'intégration (leefloon). Au moins une fois par an, le CPAS revoit votre dossier. Il doit alors savoir ce que vous gagnez."
                : "Pourquoi ? Vous travaillez et vous recevez aussi un revenu d'intégration (leefloon). Chaque mois, nous calculons combien vous recevez. Pour cela, nous devons savoir ce que vous gagnez.",
            $"Quelles fiches de paie ? Celles de {from} et des mois suivants. Votre coffre-fort ne peut pas fermer des mois lui-même. C'est donc ce service qui le fait : nous ne gardons pas et n'utilisons pas une fiche plus ancienne.",
            $"Combien de temps ? Jusqu'au {until} inclus. Vous pouvez arrêter plus tôt, chaque jour, sur ce site. Dès ce moment, nous ne lisons plus rien dans votre coffre-fort. Ce que nous avons déjà lu reste dans votre dossier aussi longtemps que la loi le demande.",
            $"Qui voit vos fiches de paie ? Seulement les assistants sociaux de {ocmw}. Sur votre aperçu, vous voyez quand nous avons regardé dans votre coffre-fort, et qui du CPAS (OCMW) a regardé vos données. Ce sont des personnes qui décident de votre revenu d'intégration, jamais un ordinateur.",
            $"Vous pouvez dire non. Cela n'a pas de conséquence pour votre revenu d'intégration. Mais vous devez toujours montrer à {ocmw} ce que vous gagnez : la loi le demande à toute personne qui reçoit un revenu d'intégration. Si vous dites non, vous donnez vos fiches sur papier, comme avant.",
            $"Ce sont deux choses différentes. En disant oui, vous ouvrez votre coffre-fort : c'est votre choix, et vous pouvez y revenir chaque jour. Indépendamment de cela, {ocmw} examine ce que vous gagnez. La loi du 26 mai 2002 concernant le droit à l'intégration sociale l'y oblige. Cet examen a lieu si vous dites oui, et aussi si vous dites non.",
        ]);
    }

    public static ConsentText English(ConsentTerms terms)
    {
        var (ocmw, from, until) = (terms.Ocmw, LanguageDates.Words(terms.From, "en"), LanguageDates.Words(terms.Until, "en"));
        return new(Version, "en", $"May {ocmw} read your payslips?",
        [
            $"{ocmw} asks whether it may read your payslips in your own vault on the internet. This is only about the folder \"loonfiches\" (payslips). We cannot see any other folder in your vault.",
            terms.Purpose == ConsentPurpose.YearlyReview
                ? "Why? You work and you also receive a living wage (leefloon). At least once a year the OCMW looks at your file again. For that it must know what you earn."
                : "Why? You work and you also receive a living wage (leefloon). Every month we work out how much living wage you get. For that we must know what you earn.",
            $"Which payslips? Those of {from} and later. Your vault cannot close off months by itself. So this service does that: we do not keep or use an older payslip.",
            $"For how long? Up to and including {until}. You can stop earlier, on any day, on this website. From that moment we read nothing more in your vault. What we have already read stays in your file for as long as the law asks.",
            $"Who sees your payslips? Only the social workers of {ocmw}. Your overview shows when we looked in your vault, and who of the OCMW looked at your data. People decide about your living wage, never a computer.",
            $"You may say no. That has no effect on your living wage. But you must always show {ocmw} what you earn: the law asks that of everybody who receives a living wage. If you say no, you hand in your payslips on paper, as before.",
            $"These are two different things. With your yes you open your vault: that is your choice, and you can take it back on any day. Apart from that, {ocmw} examines what you earn. It must do so under the law of 26 May 2002 on the right to social integration. That inquiry takes place if you say yes, and also if you say no.",
        ]);
    }
}
