namespace SolidLoonfiches.Service;

/// <summary>The words around every page that a citizen can read in three languages: below it, and beside it the way on paper.</summary>
internal sealed record FrameWords(string Language, string Footer, string Payslips, string PaperTitle, string Paper)
{
    /// <param name="language">As a page says in <c>ViewData["Language"]</c>; Dutch where it says nothing.</param>
    public static FrameWords In(object? language) => language switch
    {
        "fr" => French,
        "en" => English,
        _ => Dutch,
    };

    private static readonly FrameWords Dutch = new(
        "nl",
        "Deze dienst rekent voor. Mensen beslissen: uw OCMW doet dat. Maakt u loonfiches?",
        "Zo ziet een digitale loonfiche eruit.",
        "Liever op papier?",
        "Dat mag altijd. Breng uw loonfiches binnen bij uw OCMW, of stuur ze met de post. Dat verandert niets aan uw recht op een leefloon.");

    private static readonly FrameWords French = new(
        "fr",
        "Ce service calcule d'avance. Ce sont des personnes qui décident : votre CPAS (OCMW). Vous établissez des fiches de paie ?",
        "Voici à quoi ressemble une fiche de paie numérique (en néerlandais).",
        "Vous préférez le papier ?",
        "C'est toujours possible. Apportez vos fiches de paie à votre CPAS (OCMW), ou envoyez-les par la poste. Cela ne change rien à votre droit au revenu d'intégration.");

    private static readonly FrameWords English = new(
        "en",
        "This service works things out beforehand. People decide: your OCMW does. Do you make payslips?",
        "This is what a digital payslip looks like (in Dutch).",
        "Rather on paper?",
        "That is always possible. Bring your payslips to your OCMW, or send them by post. It changes nothing about your right to a living wage.");
}
