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
        { ExpiredAt: not null } => "voorbij",
        _ => "beëindigd in de kluis",
    };

    public static string Purpose(ConsentPurpose purpose) => purpose switch
    {
        ConsentPurpose.MonthlyCalculation => "elke maand het aanvullend leefloon berekenen",
        ConsentPurpose.YearlyReview => "de jaarlijkse herziening van het dossier",
        _ => throw new ArgumentOutOfRangeException(nameof(purpose)),
    };

    /// <summary>How a request stands.</summary>
    public static string State(RequestEnding? ending) => ending switch
    {
        null => "wacht op een antwoord",
        RequestEnding.Given => "ja",
        RequestEnding.Refused => "nee",
        RequestEnding.Withdrawn => "ingetrokken door het OCMW",
        RequestEnding.Expired => "verlopen zonder antwoord",
        _ => throw new ArgumentOutOfRangeException(nameof(ending)),
    };

    public static string Tone(Consent? consent) => consent switch
    {
        null => "wait",
        { IsActive: true } => "ok",
        _ => "wrong",
    };
}
