using SolidLoonfiches.Dossiers;
using SolidLoonfiches.Loonfiches;

namespace SolidLoonfiches.Service;

/// <summary>Who looked at what and why, for the person whose data it is.</summary>
internal static class ViewWords
{
    public static string What(StaffView view, Maand? month) => (view.CheckId, month) switch
    {
        (null, _) => "uw dossier",
        (_, { } of) => $"de berekening van {Dates.Words(of)} met uw loonfiches",
        _ => "een berekening met uw loonfiches",
    };

    public static string Why(ViewReason reason) => reason switch
    {
        ViewReason.Dossier => "Waarom: om uw dossier bij te houden.",
        ViewReason.News => "Waarom: er was nieuws over die maand.",
        ViewReason.Calculation => "Waarom: om de berekening na te kijken.",
        ViewReason.Question => "Waarom: om uw vraag te beantwoorden.",
        _ => throw new ArgumentOutOfRangeException(nameof(reason)),
    };

    /// <summary>What was done with the calculation that was looked at.</summary>
    public static string Decision(Proposal? proposal) => proposal switch
    {
        null => "",
        { Kind: ProposalKind.Proposed } => $"Daarna werd het bedrag voorgesteld, op {Dates.Words(proposal.At)}.",
        _ => $"Daarna werd de berekening opzijgelegd, op {Dates.Words(proposal.At)}.",
    };
}
