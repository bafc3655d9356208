using SolidLoonfiches.Loonfiches;

namespace SolidLoonfiches.Dossiers;

/// <summary>Whether there is still a reason to look into somebody's vault (GDPR art. 5 §1 c: no more than is needed).</summary>
/// <remarks>
/// A consent opens the vault for an inquiry into a right. Where the right is over, no month of it is open and nothing was
/// recorded since the last look, there is nothing to inquire into. A right that is recorded later for months that are over
/// (back-dated) is a fact since the last look, so those months are not missed.
/// </remarks>
internal static class ReasonToRead
{
    /// <summary>Corrections, back pay and the last holiday pay follow within some months of the work; our own choice.</summary>
    private const int MonthsAfterTheRight = 3;

    /// <summary>As in <see cref="MonthsToCheck"/>: what was being recorded while the last look was under way.</summary>
    private static readonly TimeSpan Overlap = TimeSpan.FromMinutes(15);

    /// <param name="asked">The month that is due.</param>
    /// <param name="consent">That opens the vault.</param>
    /// <param name="history">Of the dossier's facts.</param>
    /// <param name="current">The checks that stand.</param>
    public static bool Is(Maand asked, Consent consent, IReadOnlyList<FactEntry> history, IEnumerable<KnownCheck> current)
    {
        var facts = DossierFacts.From(history);

        // A dossier that is suspended or closed has no inquiry under way, whatever its rights say.
        if (DossierLife.NotOpenIn(facts, asked) is not null)
        {
            return false;
        }

        return consent.LastReadAt is not { } last
            || !MonthFacts.HasAnyRight(facts)
            || MonthFacts.HasRightOnOrAfter(facts, asked.AddMonths(-MonthsAfterTheRight).FirstDay)
            || history.Any(fact => fact.Value.ChangesAmounts && fact.RecordedAt >= last - Overlap)
            || current.Any(check => check.NewAmount is null && MonthFacts.HasRight(facts, check.Month));
    }
}
