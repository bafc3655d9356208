using Microsoft.EntityFrameworkCore;

namespace SolidLoonfiches.Dossiers;

/// <summary>The tables of requests, consents, their events and texts.</summary>
internal static class ConsentTables
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<ConsentRequest>(e =>
        {
            e.Property(r => r.Id).ValueGeneratedNever();
            e.Property(r => r.Code).HasMaxLength(9);
            // Of an answer and a withdrawal at the same moment one is refused.
            e.Property(r => r.EndedAt).IsConcurrencyToken();
            e.HasIndex(r => r.DossierId).IsUnique().HasFilter("ended_at IS NULL").HasDatabaseName("ix_consent_requests_one_open");
            e.HasIndex(r => new { r.DossierId, r.OpenedAt });
            e.HasOne<Dossier>().WithMany().HasForeignKey(r => r.DossierId).OnDelete(DeleteBehavior.Restrict);
            e.HasOne<StaffMember>().WithMany().HasForeignKey(r => r.OpenedBy).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<Consent>(e =>
        {
            e.Property(c => c.Id).ValueGeneratedNever();
            e.Ignore(c => c.IsActive);
            e.Ignore(c => c.StoppedAt);
            // A check that read while the citizen withdrew or narrowed may not save what it read (CheckDossier).
            e.Property(c => c.WithdrawnAt).IsConcurrencyToken();
            e.Property(c => c.From).IsConcurrencyToken();
            e.Property(c => c.Until).IsConcurrencyToken();
            e.HasOne<Dossier>().WithMany().HasForeignKey(c => c.DossierId).OnDelete(DeleteBehavior.Restrict);
            e.HasOne<ConsentRequest>().WithMany().HasForeignKey(c => c.RequestId).OnDelete(DeleteBehavior.Restrict);
            e.HasIndex(c => c.DossierId).IsUnique().HasFilter("withdrawn_at IS NULL AND vault_refused_at IS NULL AND expired_at IS NULL").HasDatabaseName("ix_consents_one_active");
            e.HasIndex(c => new { c.DossierId, c.GivenAt });
        });
        model.Entity<ConsentEvent>(e =>
        {
            e.Property(v => v.Id).ValueGeneratedNever();
            e.HasIndex(v => new { v.DossierId, v.At });
            // Two that note the same end at the same moment: one is refused. (A consent can be narrowed and renewed more than once.)
            e.HasIndex(v => new { v.ConsentId, v.Kind }).IsUnique().HasFilter("consent_id IS NOT NULL AND kind IN ('Given', 'Withdrawn', 'Expired', 'ClosedAtVault')").HasDatabaseName("ix_consent_events_once");
            e.HasIndex(v => new { v.PaperConsentId, v.Kind }).IsUnique().HasFilter("paper_consent_id IS NOT NULL").HasDatabaseName("ix_consent_events_once_on_paper");
            e.HasOne<Dossier>().WithMany().HasForeignKey(v => v.DossierId).OnDelete(DeleteBehavior.Restrict);
            e.HasOne<ConsentRequest>().WithMany().HasForeignKey(v => v.RequestId).OnDelete(DeleteBehavior.Restrict);
            e.HasOne<Consent>().WithMany().HasForeignKey(v => v.ConsentId).OnDelete(DeleteBehavior.Restrict);
            e.HasOne<PaperConsent>().WithMany().HasForeignKey(v => v.PaperConsentId).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<LetInOffice>(e =>
        {
            e.Property(o => o.Id).ValueGeneratedNever();
            e.Property(o => o.Name).HasMaxLength(200);
            e.HasIndex(o => o.ConsentId).IsUnique();
            e.HasOne<Consent>().WithMany().HasForeignKey(o => o.ConsentId).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<StoredConsentText>(e =>
        {
            e.HasKey(t => t.Sha256);
            e.Property(t => t.Sha256).HasMaxLength(64);
        });
    }
}
