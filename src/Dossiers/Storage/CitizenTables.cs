using Microsoft.EntityFrameworkCore;

namespace SolidLoonfiches.Dossiers;

/// <summary>The tables of receipts, consents on paper and questions.</summary>
internal static class CitizenTables
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<ConsentReceipt>(e =>
        {
            e.HasKey(r => r.Number);
            e.Property(r => r.Number).HasMaxLength(9);
            e.Property(r => r.RecordSha256).HasMaxLength(64);
            e.Ignore(r => r.Sha256);
            // The same state of a consent has one receipt, however often it is asked for.
            e.HasIndex(r => new { r.SubjectId, r.RecordSha256 }).IsUnique();
            e.HasOne<Dossier>().WithMany().HasForeignKey(r => r.DossierId).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<PaperConsent>(e =>
        {
            e.Property(p => p.Id).ValueGeneratedNever();
            e.Property(p => p.HelpedBy).HasMaxLength(100);
            e.Property(p => p.TextSha256).HasMaxLength(64);
            // Of the citizen who takes it back and the one who notes that it came true or is over, one is refused.
            e.Property(p => p.WithdrawnAt).IsConcurrencyToken();
            e.Property(p => p.ExpiredAt).IsConcurrencyToken();
            e.HasIndex(p => p.RequestId).IsUnique();
            e.HasIndex(p => p.DossierId);
            e.HasOne<Dossier>().WithMany().HasForeignKey(p => p.DossierId).OnDelete(DeleteBehavior.Restrict);
            e.HasOne<ConsentRequest>().WithMany().HasForeignKey(p => p.RequestId).OnDelete(DeleteBehavior.Restrict);
            e.HasOne<Consent>().WithMany().HasForeignKey(p => p.ConsentId).OnDelete(DeleteBehavior.Restrict);
            e.HasOne<StaffMember>().WithMany().HasForeignKey(p => p.RecordedBy).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<Question>(e =>
        {
            e.Property(q => q.Id).ValueGeneratedNever();
            e.Ignore(q => q.AnswerBy);
            // Two answers at the same moment: one is refused.
            e.Property(q => q.AnsweredAt).IsConcurrencyToken();
            e.HasIndex(q => new { q.DossierId, q.AskedAt });
            e.HasIndex(q => q.NextAttemptAt).HasFilter("sent_at IS NULL").HasDatabaseName("ix_questions_unsent");
            e.HasOne<Dossier>().WithMany().HasForeignKey(q => q.DossierId).OnDelete(DeleteBehavior.Restrict);
            e.HasOne<Check>().WithMany().HasForeignKey(q => q.CheckId).OnDelete(DeleteBehavior.Restrict);
            e.HasOne<StaffView>().WithMany().HasForeignKey(q => q.ViewId).OnDelete(DeleteBehavior.Restrict);
            e.HasOne<StaffMember>().WithMany().HasForeignKey(q => q.AnsweredBy).OnDelete(DeleteBehavior.Restrict);
        });
    }
}
