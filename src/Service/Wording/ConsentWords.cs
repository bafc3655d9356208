using SolidLoonfiches.Dossiers;

namespace SolidLoonfiches.Service;

/// <summary>Where a consent stands, in short words for social workers.</summary>
internal static class ConsentWords
{
    /// <param name="consent">The newest of the dossier, or null.</param>
    public static string State(Consent? consent) => consent switch
    {
        null => "nog niet gegeven",
        { IsActive: true } => "actief",
        { WithdrawnAt: not null, VaultRefusedAt: null } => "ingetrokken, kluis nog open",
        { WithdrawnAt: not null } => "ingetrokken",
        _ => "beëindigd in de kluis",
    };

    public static string Tone(Consent? consent) => consent switch
    {
        null => "wait",
        { IsActive: true } => "ok",
        _ => "wrong",
    };
}
