using System.Globalization;
using SolidLoonfiches.Dossiers;

namespace SolidLoonfiches.Service;

/// <summary>What a citizen said of lines of their payslips and what was answered, in the languages of the letter.</summary>
internal static class DisputeWords
{
    public static string Title(string language) => language switch
    {
        "fr" => "Lignes que vous avez contestées",
        "en" => "Lines that you disputed",
        _ => "Lijnen die u betwist hebt",
    };

    /// <summary>One dispute as the person it is about reads it, with the reason where the line was kept.</summary>
    public static string Sentence(Dispute dispute, string language)
    {
        var (open, accepted, kept) = language switch
        {
            "fr" => ("« {0} » : vous dites {1}, la fiche dit {2}. Votre assistant social doit encore répondre. En attendant, la fiche compte telle qu'elle est.",
                "« {0} » : la ligne compte désormais pour {3} au lieu de {2}.",
                "« {0} » : vous avez dit {1}, la ligne reste à {2}. La raison : {4}"),
            "en" => ("“{0}”: you say {1}, the payslip says {2}. Your social worker still has to answer. Until then the payslip counts as it is.",
                "“{0}”: the line now counts for {3} instead of {2}.",
                "“{0}”: you said {1}, the line stays {2}. The reason: {4}"),
            _ => ("“{0}”: u zegt {1}, op de loonfiche staat {2}. Uw maatschappelijk werker moet nog antwoorden. Tot dan telt de loonfiche zoals ze is.",
                "“{0}”: de lijn telt nu voor {3} in plaats van {2}.",
                "“{0}”: u zei {1}, de lijn blijft {2}. De reden: {4}"),
        };
        var form = dispute.Answer switch { null => open, DisputeAnswer.Accepted => accepted, _ => kept };
        return string.Format(CultureInfo.InvariantCulture, form, dispute.Label, Amounts.Words(dispute.Claimed), Amounts.Words(dispute.Amount), dispute.RightAmount is { } right ? Amounts.Words(right) : "", dispute.AnswerText);
    }
}
