using SolidLoonfiches.Loonfiches;

namespace SolidLoonfiches.Dossiers;

/// <summary>What one month of a dossier came to in a run.</summary>
/// <param name="Month">The month.</param>
/// <param name="Outcome">Of the check that stands now.</param>
/// <param name="OldAmount">What stood before it.</param>
/// <param name="NewAmount">Null where nothing could be calculated.</param>
/// <param name="Findings">For the social worker.</param>
/// <param name="IsNew">False where the check stood before this run.</param>
/// <param name="ToldTo">Name of the social worker who is told, or null.</param>
public sealed record MonthReport(Maand Month, CheckOutcome Outcome, Euro? OldAmount, Euro? NewAmount, IReadOnlyList<Finding> Findings, bool IsNew, string? ToldTo)
{
    internal static MonthReport Of(KnownCheck check) => new(check.Month, check.Outcome, check.OldAmount, check.NewAmount, check.Findings, IsNew: false, ToldTo: null);
}

/// <summary>Where the time of one check went. The first four are zero where the source gave nothing.</summary>
/// <param name="Token">Getting the access token.</param>
/// <param name="Listing">Asking for the container.</param>
/// <param name="Slips">Fetching what is new or changed.</param>
/// <param name="Parse">Reading and judging it.</param>
/// <param name="Law">All months calculated.</param>
/// <param name="Save">The one transaction.</param>
/// <param name="Total">From the first to the last, loading included.</param>
public sealed record CheckTimings(TimeSpan Token, TimeSpan Listing, TimeSpan Slips, TimeSpan Parse, TimeSpan Law, TimeSpan Save, TimeSpan Total);
