using SolidLoonfiches.Dossiers;
using SolidLoonfiches.Leefloon;

namespace SolidLoonfiches.Service;

/// <summary>The explanation of a check as a letter, as a page draws and prints it.</summary>
/// <param name="Letter">In the language that was chosen.</param>
/// <param name="Check">What it explains.</param>
/// <param name="Dossier">Of whom.</param>
/// <param name="Ocmw">Its name.</param>
/// <param name="Disputes">What the person said of lines of the slips behind it, with the answers.</param>
/// <param name="Page">The page that shows it: the other languages are there too.</param>
internal sealed record LetterView(Brief Letter, Check Check, Dossier Dossier, string Ocmw, IReadOnlyList<Dispute> Disputes, string Page)
{
    /// <summary>Null where the language does not exist, or where nothing was calculated.</summary>
    public static LetterView? Of(Check check, Dossier dossier, string ocmw, LineDisputes disputes, string language, string page) =>
        check.Result is { } result && Languages.All.TryGetValue(language, out var taal) ? new(Brief.Van(result, taal), check, dossier, ocmw, [.. check.SlipIds.SelectMany(disputes.On)], page) : null;
}
