using Microsoft.EntityFrameworkCore;
using SolidLoonfiches.Loonfiches;

namespace SolidLoonfiches.Dossiers;

/// <summary>All that a check needs to know of a dossier before it looks at the vault. Nothing of it is tracked; see <see cref="Track"/>.</summary>
internal sealed record DossierState(
    Dossier Dossier, StaffMember SocialWorker, Consent? Consent, SettledVault? Settled, IReadOnlyList<FactEntry> History, IReadOnlyList<Slip> Slips, IReadOnlyList<Slip> EndedSlips, Ledger Checks,
    SignaturePolicy Signatures, Euro TellFrom, PolicyHistory Policies, LineDisputes Disputes)
{
    public static async Task<DossierState> LoadAsync(DossierDb db, Guid dossierId, CancellationToken cancellation) =>
        (await LoadAsync(db, [dossierId], cancellation))[dossierId];

    /// <summary>Of many dossiers with as many questions as of one.</summary>
    public static async Task<IReadOnlyDictionary<Guid, DossierState>> LoadAsync(DossierDb db, IReadOnlyCollection<Guid> dossierIds, CancellationToken cancellation)
    {
        // Once for all questions.
        await db.Database.OpenConnectionAsync(cancellation);
        try
        {
            return await LoadOpenAsync(db, dossierIds, cancellation);
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    private static async Task<IReadOnlyDictionary<Guid, DossierState>> LoadOpenAsync(DossierDb db, IReadOnlyCollection<Guid> dossierIds, CancellationToken cancellation)
    {
        var dossiers = await (
            from dossier in db.Dossiers.AsNoTracking()
            join staff in db.Staff.AsNoTracking() on dossier.SocialWorkerId equals staff.Id
            join ocmw in db.Ocmws.AsNoTracking() on dossier.OcmwKbo equals ocmw.Kbo
            where dossierIds.Contains(dossier.Id)
            select new { Dossier = dossier, Staff = staff, ocmw.Signatures, ocmw.TellFrom }).ToListAsync(cancellation);
        var consents = (await (
            from consent in db.Consents.AsNoTracking()
            join settled in db.SettledVaults.AsNoTracking() on consent.Id equals settled.ConsentId into marks
            from settled in marks.DefaultIfEmpty()
            where dossierIds.Contains(consent.DossierId)
            select new { Consent = consent, Settled = settled }).ToListAsync(cancellation)).ToLookup(c => c.Consent.DossierId);
        var facts = (await db.Facts.AsNoTracking().Where(f => dossierIds.Contains(f.DossierId)).ToListAsync(cancellation)).ToLookup(f => f.DossierId);
        var slips = (await db.Slips.AsNoTracking().Where(s => dossierIds.Contains(s.DossierId)).ToListAsync(cancellation)).ToLookup(s => s.DossierId);
        var checks = (await db.Checks.Where(c => dossierIds.Contains(c.DossierId))
            .Select(c => new
            {
                c.DossierId,
                Known = new KnownCheck(c.Id, c.Month, c.Fingerprint, c.ReplacesId, c.IsCurrent, c.Outcome, c.OldAmount, c.NewAmount, c.Findings, c.SlipIds, c.ExemptionDays, c.LawVersion, c.CheckedAt, db.Proposals.Where(p => p.CheckId == c.Id && p.EndedAt == null).Select(p => (ProposalKind?)p.Kind).FirstOrDefault(), db.Messages.Any(m => m.CheckId == c.Id)),
            })
            .ToListAsync(cancellation)).ToLookup(c => c.DossierId, c => c.Known);
        var decided = await DecidedAmounts.OfAsync(db, dossierIds, cancellation);
        var disputes = (await db.Disputes.AsNoTracking().Where(d => dossierIds.Contains(d.DossierId)).ToListAsync(cancellation)).ToLookup(d => d.DossierId);
        var ocmws = dossiers.Select(d => d.Dossier.OcmwKbo).Distinct().ToList();
        var policies = (await db.Policies.AsNoTracking().Where(p => ocmws.Contains(p.OcmwKbo)).ToListAsync(cancellation)).GroupBy(p => p.OcmwKbo).ToDictionary(p => p.Key, p => new PolicyHistory(p));
        return dossiers.ToDictionary(d => d.Dossier.Id, d =>
        {
            var last = consents[d.Dossier.Id].OrderBy(c => c.Consent.GivenAt).ThenBy(c => c.Consent.Id).LastOrDefault();
            return new DossierState(
                d.Dossier,
                d.Staff,
                last?.Consent,
                last?.Settled,
                [.. facts[d.Dossier.Id]],
                [.. slips[d.Dossier.Id].Where(s => s.EndedAt is null).OrderBy(s => s.Url, StringComparer.Ordinal)],
                [.. slips[d.Dossier.Id].Where(s => s.EndedAt is not null)],
                new Ledger([.. checks[d.Dossier.Id]], decided.GetValueOrDefault(d.Dossier.Id, DecidedAmounts.None)),
                d.Signatures ?? SignaturePolicy.Default,
                d.TellFrom,
                policies.GetValueOrDefault(d.Dossier.OcmwKbo, PolicyHistory.None),
                new LineDisputes(disputes[d.Dossier.Id]));
        });
    }

    /// <summary>What a check may change is followed from here on: the consent, the slips, the mark.</summary>
    public void Track(DossierDb db)
    {
        db.AttachRange(Slips);
        if (Consent is not null)
        {
            db.Attach(Consent);
        }

        if (Settled is not null)
        {
            db.Attach(Settled);
        }
    }
}
