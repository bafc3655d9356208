using SolidLoonfiches.Sources;

namespace SolidLoonfiches.Dossiers;

/// <summary>What is asked of a vault under a consent.</summary>
internal static class VaultRequests
{
    /// <summary>Without what is known of it.</summary>
    public static SourceRequest For(Consent consent, Dossier dossier, ConsentSessions sessions) =>
        new(new Uri(consent.Container), dossier.Insz, [], sessions.Of(consent)) { From = consent.From?.FirstDay, To = consent.Until };

    /// <remarks>
    /// A slip that was kept out is judged anew at every look: a month that lay in the future begins, rules get better. One of
    /// somebody else is not: its bytes are none of our business twice.
    /// </remarks>
    public static IReadOnlyList<KnownSlip> Known(DossierState state, Consent consent) =>
    [
        .. state.Slips.Where(s => s.IsIn(consent.Container)).Select(s => SeenSignature.Known(s) with { OutsidePeriod = !consent.Covers(s) }),
    ];
}
