using SolidLoonfiches.Loonfiches;

namespace SolidLoonfiches.Dossiers;

/// <summary>An OCMW that uses this installation, with its settings.</summary>
public sealed class Ocmw
{
    /// <summary>KBO number, ten digits: the key, and the organisation in the staff's role claim.</summary>
    public required string Kbo { get; init; }

    /// <summary>As people know it, such as <c>OCMW Gent</c>; shown in the consent text.</summary>
    public required string Name { get; set; }

    /// <summary>Quartz cron expression in Europe/Brussels. Default: the 5th at 6 in the morning.</summary>
    public string CheckCron { get; set; } = "0 0 6 5 * ?";

    /// <summary>What it does with slips by who wrote them; null for <see cref="SignaturePolicy.Default"/>, where nobody chose.</summary>
    public SignaturePolicy? Signatures { get; set; }

    /// <summary>A second member of staff signs each proposal.</summary>
    public bool FourEyes { get; set; }

    /// <summary>As <see cref="DecisionTerms.DecideWithinDays"/>.</summary>
    public int DecideWithinDays { get; set; } = 30;

    /// <summary>As <see cref="DecisionTerms.NotifyWithinDays"/>.</summary>
    public int NotifyWithinDays { get; set; } = 8;

    /// <summary>As <see cref="DecisionTerms.PayWithinDays"/>.</summary>
    public int PayWithinDays { get; set; } = 15;

    public DecisionTerms Terms => new(FourEyes, DecideWithinDays, NotifyWithinDays, PayWithinDays);

    /// <summary>A rise of less than this may be proposed together with others (<see cref="ProposeInBulk"/>); zero: each by itself.</summary>
    public Euro AcceptBelow { get; set; }

    /// <summary>Where one appeals, as it is printed in a decision; null: left open on paper. No source at hand confirms court and term.</summary>
    public string? AppealCourt { get; set; }

    /// <summary>Within how many months one appeals; null: left open on paper.</summary>
    public int? AppealMonths { get; set; }

    /// <summary>NIS number of the municipality, five digits: POD MI asks for it on its forms.</summary>
    public string? Nis { get; set; }

    /// <summary>A new amount that differs less than this from what people were last told disturbs nobody; zero: every difference is told.</summary>
    public Euro TellFrom { get; set; }

    /// <summary>Where its data protection officer is told that there is a question; null: the officer sees it on the page alone.</summary>
    public string? OfficerEmail { get; set; }
}
