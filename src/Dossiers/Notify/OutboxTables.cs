using Microsoft.EntityFrameworkCore;

namespace SolidLoonfiches.Dossiers;

/// <summary>Digests, events, and where they go.</summary>
internal static class OutboxTables
{
    public static void Configure(ModelBuilder model)
    {
        model.Entity<Digest>(e =>
        {
            e.Property(d => d.Id).ValueGeneratedNever();
            e.HasIndex(d => new { d.StaffId, d.Month }).IsUnique();
            e.HasIndex(d => d.NextAttemptAt).HasFilter("sent_at IS NULL").HasDatabaseName("ix_digests_unsent");
            e.HasOne<StaffMember>().WithMany().HasForeignKey(d => d.StaffId).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<EventRecord>(e =>
        {
            e.ToTable("events");
            e.HasKey(r => r.Id);
            e.Property(r => r.Id).HasMaxLength(36);
            e.Property(r => r.Type).HasMaxLength(40);
            e.Property(r => r.Change).HasMaxLength(20);
            e.HasIndex(r => new { r.OcmwKbo, r.At });
            e.HasIndex(r => r.At).HasFilter("spread_at IS NULL").HasDatabaseName("ix_events_to_spread");
            e.HasOne<Dossier>().WithMany().HasForeignKey(r => r.DossierId).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<EventEndpoint>(e =>
        {
            e.Property(p => p.Id).ValueGeneratedNever();
            e.Property(p => p.Url).HasMaxLength(500);
            e.Property(p => p.Kind).HasConversion<string>().HasMaxLength(10).HasDefaultValue(EndpointKind.Webhook).HasSentinel(EndpointKind.Webhook);
            e.HasIndex(p => new { p.OcmwKbo, p.Url }).IsUnique().HasFilter("removed_at IS NULL").HasDatabaseName("ix_event_endpoints_one_of_url");
            e.HasOne<Ocmw>().WithMany().HasForeignKey(p => p.OcmwKbo).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<EventDelivery>(e =>
        {
            e.Property(d => d.Id).ValueGeneratedNever();
            e.HasIndex(d => new { d.EventId, d.EndpointId }).IsUnique();
            e.HasIndex(d => new { d.EndpointId, d.NextAttemptAt }).HasFilter("sent_at IS NULL").HasDatabaseName("ix_event_deliveries_unsent");
            e.HasOne<EventRecord>().WithMany().HasForeignKey(d => d.EventId).OnDelete(DeleteBehavior.Restrict);
            e.HasOne<EventEndpoint>().WithMany().HasForeignKey(d => d.EndpointId).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<Message>(e => e.HasOne<Digest>().WithMany().HasForeignKey(m => m.DigestId).OnDelete(DeleteBehavior.Restrict));
    }
}
