namespace SolidLoonfiches.Dossiers;

/// <summary>Which checks the social worker is told of, and the message that says so.</summary>
internal static class News
{
    /// <summary>The end of an exemption is estimated anew every month, and its date moves: who heard of it within so many months has heard of it.</summary>
    private const int NoticeMonths = 12;

    /// <remarks>
    /// A finding that another check of the dossier told in the same words is no news: a document that is no payslip may lie in
    /// a vault for years. A payslip that need not be there yet disturbs nobody; one that is due or late does.
    /// </remarks>
    /// <param name="check">The new check.</param>
    /// <param name="standing">The checks that stood before it.</param>
    /// <param name="isBelow">Its difference is below the OCMW's threshold: what only explains the difference does not ask either.</param>
    public static bool IsWorthTelling(Check check, Ledger standing, bool isBelow) =>
        (check.Outcome is not (CheckOutcome.Unchanged or CheckOutcome.NoPayslipYet) && !isBelow)
        || check.Findings.Any(f => FindingKinds.Of(f.Code).Asks && !(isBelow && f.Code is "correctedSlip" or "slipForOldMonth") && !IsTold(f, check, standing));

    private static bool IsTold(Finding finding, Check check, Ledger standing) => finding.Code == FindingKinds.ExemptionEnding
        ? standing.HasFound(finding.Code, check.Month.AddMonths(-NoticeMonths))
        : standing.Current.Any(c => c.Findings.Contains(finding));

    /// <summary>A citizen disputes a line of a payslip: that is told whatever the amount does.</summary>
    public static Message Of(Dispute dispute, Check check, string staffId) => new()
    {
        Id = Guid.CreateVersion7(dispute.RaisedAt),
        Key = KeyOf(dispute),
        Topic = MessageTopic.Dispute,
        CheckId = check.Id,
        DossierId = dispute.DossierId,
        StaffId = staffId,
        CreatedAt = dispute.RaisedAt,
        NextAttemptAt = dispute.RaisedAt,
    };

    public static string KeyOf(Dispute dispute) => "dispute-" + dispute.Id.ToString("N");

    public static Message Of(Check check, string staffId) => new()
    {
        Id = Guid.CreateVersion7(check.CheckedAt),
        Key = $"{check.DossierId:N}-{check.Month}-{check.Fingerprint}",
        Topic = check.Findings.Any(f => f.Code == FindingKinds.ExemptionEnding) ? MessageTopic.ExemptionEnding : MessageTopic.News,
        CheckId = check.Id,
        DossierId = check.DossierId,
        StaffId = staffId,
        CreatedAt = check.CheckedAt,
        NextAttemptAt = check.CheckedAt,
    };
}
