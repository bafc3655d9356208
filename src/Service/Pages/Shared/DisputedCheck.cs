using SolidLoonfiches.Dossiers;
using SolidLoonfiches.Loonfiches;

namespace SolidLoonfiches.Service;

/// <summary>A calculation that rests on a line which somebody disputes: both outcomes, until it is answered.</summary>
/// <param name="Open">In the order in which they came.</param>
/// <param name="AsItStands">What was calculated.</param>
/// <param name="AsTheCitizenSays">With every open dispute as the citizen says; null where it cannot be calculated.</param>
/// <param name="IsEstimate">A line within the net wage: what it does to the net is estimated.</param>
/// <param name="ForCitizen">Who reads it.</param>
internal sealed record DisputedCheck(IReadOnlyList<Dispute> Open, Euro? AsItStands, Euro? AsTheCitizenSays, bool IsEstimate, bool ForCitizen)
{
    /// <summary>Null where nothing is disputed, or all was answered.</summary>
    /// <param name="check">With its facts.</param>
    /// <param name="slips">Those that it used.</param>
    /// <param name="disputes">Of the dossier.</param>
    /// <param name="forCitizen">Who reads it.</param>
    public static DisputedCheck? Of(Check check, IReadOnlyCollection<Slip> slips, LineDisputes disputes, bool forCitizen) =>
        disputes.OpenOn(check) is { Count: > 0 } open
            ? new(open, check.NewAmount, disputes.AsTheCitizenSays(check, slips), open.Any(dispute => slips.FirstOrDefault(slip => slip.Id == dispute.SlipId)?.Loonfiche is { } fiche && LineDisputes.IsWithinNet(fiche, dispute.Line)), forCitizen)
            : null;
}
