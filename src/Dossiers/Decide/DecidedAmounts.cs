using Microsoft.EntityFrameworkCore;
using SolidLoonfiches.Loonfiches;

namespace SolidLoonfiches.Dossiers;

/// <summary>What was decided for a dossier, by month. What was decided stands, whatever was calculated: it is what the person gets.</summary>
public sealed class DecidedAmounts
{
    private readonly List<Decided> _decided;

    private DecidedAmounts(IEnumerable<Decided> decided) => _decided = [.. decided.OrderBy(d => d.Month).ThenBy(d => d.RecordedAt)];

    /// <summary>Nothing was decided yet.</summary>
    public static DecidedAmounts None { get; } = new([]);

    public static async Task<DecidedAmounts> OfAsync(DossierDb db, Guid dossierId, CancellationToken cancellation) =>
        (await OfAsync(db, [dossierId], cancellation)).GetValueOrDefault(dossierId, None);

    /// <summary>Of those dossiers that have any.</summary>
    public static async Task<IReadOnlyDictionary<Guid, DecidedAmounts>> OfAsync(DossierDb db, IReadOnlyCollection<Guid> dossierIds, CancellationToken cancellation) =>
        (await (from check in db.Checks
                join proposal in db.Proposals on check.Id equals proposal.CheckId
                join step in db.DecisionSteps on proposal.Id equals step.ProposalId
                where dossierIds.Contains(check.DossierId) && step.Kind == DecisionStepKind.Decided && step.Amount != null
                select new { check.DossierId, check.Id, check.Month, step.Amount, step.RecordedAt }).ToListAsync(cancellation))
        .GroupBy(d => d.DossierId, d => new Decided(d.Id, d.Month, d.Amount!.Value, d.RecordedAt))
        .ToDictionary(of => of.Key, of => new DecidedAmounts(of));

    /// <summary>The amount decided for a month, else for the latest month before it; null: none was.</summary>
    /// <param name="month">The month.</param>
    /// <param name="before">As it stood just before this moment; null: as it stands.</param>
    public Euro? UpTo(Maand month, DateTimeOffset? before = null) =>
        _decided.FindLast(d => d.Month <= month && !(d.RecordedAt >= before))?.Amount;

    /// <summary>What was decided for this very month; null: nothing was.</summary>
    public Euro? In(Maand month) => _decided.FindLast(d => d.Month == month)?.Amount;

    /// <summary>What the person gets without this check and the decision on it: what was decided before, else what stood when the check was made.</summary>
    public Euro? StoodBefore(Check check)
    {
        var own = _decided.Find(d => d.CheckId == check.Id);

        // One that was replaced before anybody decided on it is history: it keeps what it was compared with.
        return own is null && !check.IsCurrent ? check.OldAmount : UpTo(check.Month, before: own?.RecordedAt) ?? check.OldAmount;
    }

    /// <summary>True where this very check was decided on.</summary>
    public bool IsDecided(Guid checkId) => _decided.Exists(d => d.CheckId == checkId);

    private sealed record Decided(Guid CheckId, Maand Month, Euro Amount, DateTimeOffset RecordedAt);
}
