using SolidLoonfiches.Leefloon;
using SolidLoonfiches.Loonfiches;

namespace SolidLoonfiches.Dossiers;

/// <summary>What an OCMW chose where the law leaves it open, from a month on. Never changed: a later choice is a new entry.</summary>
/// <remarks>A month is calculated again, years later, under the policy that it had: <see cref="PolicyHistory"/>. The check stores it in its facts.</remarks>
public sealed class OcmwPolicy
{
    public required Guid Id { get; init; }

    public required string OcmwKbo { get; init; }

    /// <summary>The first month of leefloon that it is for.</summary>
    public required Maand From { get; init; }

    public required Beleid Policy { get; init; }

    /// <summary>Why, such as the decision of the council: for whoever asks later.</summary>
    public required string Reason { get; init; }

    public required string RecordedBy { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }
}
