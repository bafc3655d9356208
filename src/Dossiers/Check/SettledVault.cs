using SolidLoonfiches.Loonfiches;

namespace SolidLoonfiches.Dossiers;

/// <summary>
/// A vault of which there is nothing left to do as long as its listing reads the same: every document is known, every month
/// has come to an amount. Of such a vault a later look at the same month fetches the listing and nothing else.
/// </summary>
public sealed class SettledVault
{
    public required Guid ConsentId { get; init; }

    /// <summary><see cref="Sources.SourceAnswer.Read.Listing"/>.</summary>
    public required string Listing { get; set; }

    /// <summary>Whose keys its slips are signed with, a line each: WebID of the office and key, with a space between. Where one no longer holds, all is looked at again.</summary>
    public required string Signers { get; set; }

    /// <summary>The month that was asked.</summary>
    public required Maand Month { get; set; }

    public required string LawVersion { get; set; }

    /// <summary>Facts recorded from here on may not have been seen.</summary>
    public required DateTimeOffset FactsSeenTo { get; set; }
}
