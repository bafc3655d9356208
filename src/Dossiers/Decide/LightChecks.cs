namespace SolidLoonfiches.Dossiers;

internal static class LightChecks
{
    /// <summary>Without the facts and the tree of steps, which are large: a line of a list shows neither.</summary>
    public static IQueryable<Check> WithoutSteps(this IQueryable<Check> checks) => checks.Select(check => new Check
    {
        Id = check.Id,
        DossierId = check.DossierId,
        Month = check.Month,
        Fingerprint = check.Fingerprint,
        IsCurrent = check.IsCurrent,
        Outcome = check.Outcome,
        OldAmount = check.OldAmount,
        NewAmount = check.NewAmount,
        Findings = check.Findings,
        SlipIds = check.SlipIds,
        LawVersion = check.LawVersion,
        CheckedAt = check.CheckedAt,
    });
}
