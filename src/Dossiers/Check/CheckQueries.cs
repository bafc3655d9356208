namespace SolidLoonfiches.Dossiers;

public static class CheckQueries
{
    /// <summary>Checks without the facts and the tree of steps, which are large: for a list, that shows neither. Not to be saved.</summary>
    public static IQueryable<Check> WithoutTree(this IQueryable<Check> checks)
    {
        ArgumentNullException.ThrowIfNull(checks);
        return checks.Select(check => new Check
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
}
