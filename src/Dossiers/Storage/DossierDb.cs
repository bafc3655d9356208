using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using SolidLoonfiches.Leefloon;
using SolidLoonfiches.Loonfiches;
using SolidLoonfiches.Sources;

namespace SolidLoonfiches.Dossiers;

/// <summary>The records. <see cref="SqliteDossierDb"/> and <see cref="PostgresDossierDb"/> add nothing but their migrations. Also stores the data-protection keys.</summary>
/// <remarks>
/// What is read whole and never searched (a fact, a payslip, findings, the facts and the tree of steps of a check) is one
/// JSON column: text in SQLite, jsonb in PostgreSQL. Amounts are whole cents, a month is <c>2026-10</c>, a moment is UTC.
/// The unique indexes below are what makes a second run harmless; the code above them only avoids the attempt.
/// Nothing is ever deleted by a cascade.
/// </remarks>
public abstract class DossierDb(DbContextOptions options) : DbContext(options), IDataProtectionKeyContext
{
    public DbSet<Ocmw> Ocmws => Set<Ocmw>();

    public DbSet<OcmwPolicy> Policies => Set<OcmwPolicy>();

    public DbSet<StaffMember> Staff => Set<StaffMember>();

    public DbSet<Dossier> Dossiers => Set<Dossier>();

    public DbSet<FactEntry> Facts => Set<FactEntry>();

    public DbSet<Consent> Consents => Set<Consent>();

    public DbSet<ConsentRequest> ConsentRequests => Set<ConsentRequest>();

    public DbSet<ConsentEvent> ConsentEvents => Set<ConsentEvent>();

    /// <summary>The texts that people answered. No row is ever changed or deleted.</summary>
    public DbSet<StoredConsentText> ConsentTexts => Set<StoredConsentText>();

    /// <summary>As they were handed out. No row is ever changed or deleted.</summary>
    public DbSet<ConsentReceipt> ConsentReceipts => Set<ConsentReceipt>();

    public DbSet<PaperConsent> PaperConsents => Set<PaperConsent>();

    public DbSet<Question> Questions => Set<Question>();

    /// <summary>Payroll offices that citizens let into their vaults, to add and not to read.</summary>
    public DbSet<LetInOffice> LetInOffices => Set<LetInOffice>();

    public DbSet<VaultIdentity> VaultIdentities => Set<VaultIdentity>();

    public DbSet<VaultRead> VaultReads => Set<VaultRead>();

    public DbSet<StaffView> StaffViews => Set<StaffView>();

    public DbSet<Slip> Slips => Set<Slip>();

    /// <summary>What citizens said of lines of their payslips, and what was answered.</summary>
    public DbSet<Dispute> Disputes => Set<Dispute>();

    public DbSet<Check> Checks => Set<Check>();

    public DbSet<Proposal> Proposals => Set<Proposal>();

    public DbSet<DecisionStep> DecisionSteps => Set<DecisionStep>();

    public DbSet<CheckQuestion> CheckQuestions => Set<CheckQuestion>();

    public DbSet<Message> Messages => Set<Message>();

    public DbSet<Digest> Digests => Set<Digest>();

    public DbSet<EventRecord> Events => Set<EventRecord>();

    public DbSet<EventEndpoint> EventEndpoints => Set<EventEndpoint>();

    public DbSet<EventDelivery> EventDeliveries => Set<EventDelivery>();

    public DbSet<ApiClient> ApiClients => Set<ApiClient>();

    public DbSet<ApiWrite> ApiWrites => Set<ApiWrite>();

    public DbSet<EventReceipt> EventReceipts => Set<EventReceipt>();

    public DbSet<VaultChannel> VaultChannels => Set<VaultChannel>();

    public DbSet<CheckRun> Runs => Set<CheckRun>();

    public DbSet<SettledVault> SettledVaults => Set<SettledVault>();

    public DbSet<SigningKeyRecord> SigningKeys => Set<SigningKeyRecord>();

    /// <summary>Keys that protect cookies, sign-ins under way and the signing keys.</summary>
    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    /// <inheritdoc/>
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        var values = configurationBuilder;
        values.Properties<Euro>().HaveConversion<EuroInCents>();
        values.Properties<Maand>().HaveConversion<MaandAsText>().HaveMaxLength(7);
        values.Properties<Insz>().HaveConversion<InszAsText>().HaveMaxLength(11);
        values.Properties<CheckOutcome>().HaveConversion<string>().HaveMaxLength(20);
        values.Properties<ProposalKind>().HaveConversion<string>().HaveMaxLength(20);
        values.Properties<DecisionAct>().HaveConversion<string>().HaveMaxLength(20);
        values.Properties<DecisionStepKind>().HaveConversion<string>().HaveMaxLength(20);
        values.Properties<DecidedBy>().HaveConversion<string>().HaveMaxLength(20);
        values.Properties<MessageTopic>().HaveConversion<string>().HaveMaxLength(20);
        values.Properties<ViewReason>().HaveConversion<string>().HaveMaxLength(20);
        values.Properties<ConsentPurpose>().HaveConversion<string>().HaveMaxLength(40);
        values.Properties<RequestEnding>().HaveConversion<string>().HaveMaxLength(20);
        values.Properties<ConsentEventKind>().HaveConversion<string>().HaveMaxLength(20);
        if (Database.IsSqlite())
        {
            values.Properties<DateTimeOffset>().HaveConversion<MomentAsSortableText>();
        }
        else
        {
            values.Properties<DateTimeOffset>().HaveConversion<MomentInUtc>();
        }

        Json<Fact>();
        Json<Loonfiche>();
        Json<SeenSignature>();
        Json<SignaturePolicy>();
        Json<Geval>();
        Json<Beleid>();
        Json<Maandresultaat>();
        Json<IReadOnlyList<Finding>>();
        Json<IReadOnlyList<SlipProblem>>();
        Json<IReadOnlyList<Periode>>();
        Json<IReadOnlyList<Guid>>();
        Json<IReadOnlyList<string>>();

        void Json<T>()
            where T : class
        {
            var column = values.Properties<T>().HaveConversion<JsonColumn<T>, JsonColumnComparer<T>>();
            if (Database.IsNpgsql())
            {
                column.HaveColumnType("jsonb");
            }
        }
    }

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Ocmw>(e =>
        {
            e.HasKey(o => o.Kbo);
            e.Property(o => o.Kbo).HasMaxLength(10);
            e.Ignore(o => o.Terms);
            e.Property(o => o.AppealCourt).HasMaxLength(200);
            e.Property(o => o.Nis).HasMaxLength(5);
        });
        modelBuilder.Entity<OcmwPolicy>(e =>
        {
            e.Property(p => p.Id).ValueGeneratedNever();
            e.HasIndex(p => new { p.OcmwKbo, p.From });
            e.HasOne<Ocmw>().WithMany().HasForeignKey(p => p.OcmwKbo).OnDelete(DeleteBehavior.Restrict);
        });
        modelBuilder.Entity<StaffMember>(e =>
        {
            e.HasOne<Ocmw>().WithMany().HasForeignKey(s => s.OcmwKbo).OnDelete(DeleteBehavior.Restrict);
        });
        modelBuilder.Entity<Dossier>(e =>
        {
            e.HasIndex(d => d.Number).IsUnique();
            e.HasIndex(d => new { d.OcmwKbo, d.Insz }).IsUnique();
            e.HasOne<Ocmw>().WithMany().HasForeignKey(d => d.OcmwKbo).OnDelete(DeleteBehavior.Restrict);
            e.HasOne<StaffMember>().WithMany().HasForeignKey(d => d.SocialWorkerId).OnDelete(DeleteBehavior.Restrict);
        });
        modelBuilder.Entity<FactEntry>(e =>
        {
            e.Property(f => f.Id).ValueGeneratedNever();
            e.HasIndex(f => f.DossierId);
            e.HasOne<Dossier>().WithMany().HasForeignKey(f => f.DossierId).OnDelete(DeleteBehavior.Restrict);
        });
        ConsentTables.Map(modelBuilder);
        CitizenTables.Map(modelBuilder);
        modelBuilder.Entity<StaffView>(e =>
        {
            e.Property(v => v.Id).ValueGeneratedNever();
            e.HasIndex(v => new { v.DossierId, v.At });
            e.HasOne<Dossier>().WithMany().HasForeignKey(v => v.DossierId).OnDelete(DeleteBehavior.Restrict);
            e.HasOne<Check>().WithMany().HasForeignKey(v => v.CheckId).OnDelete(DeleteBehavior.Restrict);
            e.HasOne<StaffMember>().WithMany().HasForeignKey(v => v.StaffId).OnDelete(DeleteBehavior.Restrict);
        });
        modelBuilder.Entity<VaultIdentity>(e =>
        {
            e.HasKey(i => i.Key);
            e.Property(i => i.Key).HasMaxLength(32);
        });
        modelBuilder.Entity<VaultRead>(e =>
        {
            e.Property(r => r.Id).ValueGeneratedNever();
            e.HasIndex(r => new { r.ConsentId, r.At });
            e.HasIndex(r => r.RunId);
            e.HasOne<Consent>().WithMany().HasForeignKey(r => r.ConsentId).OnDelete(DeleteBehavior.Restrict);
        });
        modelBuilder.Entity<Slip>(e =>
        {
            e.Property(s => s.Id).ValueGeneratedNever();
            e.HasIndex(s => new { s.DossierId, s.Url, s.Sha256, s.ReadAt }).IsUnique();
            e.HasIndex(s => new { s.DossierId, s.Url }).IsUnique().HasFilter("ended_at IS NULL").HasDatabaseName("ix_slips_one_current");
            e.HasOne<Dossier>().WithMany().HasForeignKey(s => s.DossierId).OnDelete(DeleteBehavior.Restrict);
        });
        modelBuilder.Entity<Check>(e =>
        {
            e.Property(c => c.Id).ValueGeneratedNever();
            e.Property(c => c.Fingerprint).HasMaxLength(64);
            e.HasIndex(c => new { c.DossierId, c.Month, c.Fingerprint }).IsUnique();
            e.HasIndex(c => new { c.DossierId, c.Month }).IsUnique().HasFilter("is_current").HasDatabaseName("ix_checks_one_current");
            e.HasOne<Dossier>().WithMany().HasForeignKey(c => c.DossierId).OnDelete(DeleteBehavior.Restrict);
            e.HasOne<Check>().WithMany().HasForeignKey(c => c.ReplacesId).OnDelete(DeleteBehavior.Restrict);
            e.HasOne<CheckRun>().WithMany().HasForeignKey(c => c.RunId).OnDelete(DeleteBehavior.Restrict);
        });
        modelBuilder.Entity<Proposal>(e =>
        {
            // One answer to a check, unless it was sent back; a later check of the month gets its own.
            e.Property(p => p.Id).ValueGeneratedNever();
            e.Property(p => p.Version).IsConcurrencyToken();
            e.HasIndex(p => p.CheckId).IsUnique().HasFilter("ended_at IS NULL").HasDatabaseName("ix_proposals_one_answer");
            e.HasIndex(p => p.WaitingSince).HasFilter("next_act <> 'Nothing'").HasDatabaseName("ix_proposals_waiting");
            e.HasOne<Check>().WithMany().HasForeignKey(p => p.CheckId).OnDelete(DeleteBehavior.Restrict);
        });
        modelBuilder.Entity<DecisionStep>(e =>
        {
            e.Property(s => s.Id).ValueGeneratedNever();
            e.Property(s => s.Number).HasMaxLength(50);
            e.HasIndex(s => new { s.ProposalId, s.Kind }).IsUnique();
            e.HasOne<Proposal>().WithMany().HasForeignKey(s => s.ProposalId).OnDelete(DeleteBehavior.Restrict);
        });
        modelBuilder.Entity<Message>(e =>
        {
            e.Property(m => m.Id).ValueGeneratedNever();
            e.HasIndex(m => m.Key).IsUnique();
            e.HasIndex(m => new { m.StaffId, m.SeenAt });
            e.HasIndex(m => m.NextAttemptAt).HasFilter("sent_at IS NULL").HasDatabaseName("ix_messages_unsent");
            e.HasIndex(m => new { m.DossierId, m.CreatedAt }).HasFilter("done_at IS NULL").HasDatabaseName("ix_messages_open");
            e.HasIndex(m => m.CheckId);
            e.HasOne<Check>().WithMany().HasForeignKey(m => m.CheckId).OnDelete(DeleteBehavior.Restrict);
            e.HasOne<Dossier>().WithMany().HasForeignKey(m => m.DossierId).OnDelete(DeleteBehavior.Restrict);
            e.HasOne<StaffMember>().WithMany().HasForeignKey(m => m.StaffId).OnDelete(DeleteBehavior.Restrict);
        });
        OutboxTables.Configure(modelBuilder);
        SoftwareTables.Configure(modelBuilder);
        CheckQuestion.Configure(modelBuilder);
        Dispute.Configure(modelBuilder);
        VaultChannel.Configure(modelBuilder);
        modelBuilder.Entity<CheckRun>(e =>
        {
            e.Property(r => r.Id).ValueGeneratedNever();
            e.HasIndex(r => new { r.OcmwKbo, r.Month });
            e.Property(r => r.Slice).HasDefaultValue(1);
            e.Property(r => r.Slices).HasDefaultValue(1);
            e.HasIndex(r => new { r.OcmwKbo, r.Month, r.ScheduledFor, r.Slice }).IsUnique().HasFilter("scheduled_for IS NOT NULL").HasDatabaseName("ix_runs_one_firing");
            e.HasOne<Ocmw>().WithMany().HasForeignKey(r => r.OcmwKbo).OnDelete(DeleteBehavior.Restrict);
        });
        modelBuilder.Entity<SettledVault>(e =>
        {
            e.HasKey(s => s.ConsentId);
            e.Property(s => s.ConsentId).ValueGeneratedNever();
            e.HasOne<Consent>().WithOne().HasForeignKey<SettledVault>(s => s.ConsentId).OnDelete(DeleteBehavior.Restrict);
        });
        modelBuilder.Entity<SigningKeyRecord>(e =>
        {
            e.HasKey(k => k.Kid);
            e.HasIndex(k => k.Generation).IsUnique();
        });
    }
}
