using Microsoft.EntityFrameworkCore;

namespace SolidLoonfiches.Dossiers;

/// <summary>All that a check needs to know of a dossier before it looks at the vault.</summary>
internal sealed record DossierState(Dossier Dossier, StaffMember SocialWorker, Consent? Consent, IReadOnlyList<FactEntry> History, IReadOnlyList<Slip> Slips, IReadOnlyList<Slip> EndedSlips, Ledger Checks, SignaturePolicy Signatures)
{
    /// <summary>The consent and the slips are tracked; the rest is not.</summary>
    public static async Task<DossierState> LoadAsync(DossierDb db, Guid dossierId, CancellationToken cancellation)
    {
        var dossier = await db.Dossiers.AsNoTracking().SingleAsync(d => d.Id == dossierId, cancellation);
        var checks = await db.Checks.Where(c => c.DossierId == dossierId)
            .Select(c => new KnownCheck(c.Id, c.Month, c.Fingerprint, c.ReplacesId, c.IsCurrent, c.Outcome, c.OldAmount, c.NewAmount, c.Findings, c.SlipIds, c.ExemptionDays, c.LawVersion, c.CheckedAt, db.Proposals.Any(p => p.CheckId == c.Id && p.EndedAt == null)))
            .ToListAsync(cancellation);
        return new DossierState(
            dossier,
            await db.Staff.AsNoTracking().SingleAsync(s => s.Id == dossier.SocialWorkerId, cancellation),
            await db.Consents.Where(c => c.DossierId == dossierId).OrderByDescending(c => c.GivenAt).ThenByDescending(c => c.Id).FirstOrDefaultAsync(cancellation),
            await db.Facts.AsNoTracking().Where(f => f.DossierId == dossierId).ToListAsync(cancellation),
            await db.Slips.Where(s => s.DossierId == dossierId && s.EndedAt == null).OrderBy(s => s.Url).ToListAsync(cancellation),
            await db.Slips.AsNoTracking().Where(s => s.DossierId == dossierId && s.EndedAt != null).ToListAsync(cancellation),
            new Ledger(checks),
            await db.Ocmws.AsNoTracking().Where(o => o.Kbo == dossier.OcmwKbo).Select(o => o.Signatures).SingleAsync(cancellation) ?? SignaturePolicy.Default);
    }
}
