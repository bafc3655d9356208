using SolidLoonfiches.Loonfiches;

namespace SolidLoonfiches.Dossiers;

/// <summary>A yes that a person gave on paper, recorded by a social worker.</summary>
/// <remarks>
/// It proves what the person agreed to, and opens nothing: the rule in a vault can only be made in the session of its owner.
/// Until the person opens the vault themselves, at the desk or elsewhere, the service reads nothing, and the payslips come on paper.
/// </remarks>
public sealed class PaperConsent
{
    public required Guid Id { get; init; }

    public required Guid DossierId { get; init; }

    /// <summary>What was asked: its text is on the paper.</summary>
    public required Guid RequestId { get; init; }

    /// <summary>The day that stands beside the signature.</summary>
    public required DateOnly GivenOn { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }

    /// <summary>From this day on it holds, as the paper says.</summary>
    public required DateOnly EffectiveFrom { get; init; }

    /// <summary>The social worker who has the paper.</summary>
    public required string RecordedBy { get; init; }

    /// <summary>Who helped the person to read and sign it, in the words of the social worker; null: nobody.</summary>
    public string? HelpedBy { get; set; }

    /// <summary>Payslips of this month and later.</summary>
    public required Maand From { get; init; }

    /// <summary>The last day.</summary>
    public required DateOnly Until { get; init; }

    public required string TextVersion { get; init; }

    public required string TextLanguage { get; init; }

    public required string TextSha256 { get; init; }

    /// <summary>The consent in the vault with which the person made it come true: from then on that one counts.</summary>
    public Guid? ConsentId { get; set; }

    public DateTimeOffset? WithdrawnAt { get; set; }

    public DateTimeOffset? ExpiredAt { get; set; }

    /// <summary>A yes that stands on its own: not taken back, not over, and not yet come true in the vault.</summary>
    public bool IsStanding(DateTimeOffset now) => WithdrawnAt is null && ConsentId is null && EndOfTime(now) is null;

    /// <summary>When its time was over, noted or not; null: it is not.</summary>
    public DateTimeOffset? EndOfTime(DateTimeOffset now) => ExpiredAt ?? (Belgium.DayOf(now) > Until ? Belgium.StartOf(Until.AddDays(1)) : null);
}
