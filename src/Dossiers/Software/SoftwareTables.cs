using Microsoft.EntityFrameworkCore;

namespace SolidLoonfiches.Dossiers;

/// <summary>The software of OCMWs, what it wrote, what it received, and the order of the feed.</summary>
internal static class SoftwareTables
{
    public static void Configure(ModelBuilder model)
    {
        model.Entity<ApiClient>(e =>
        {
            e.Property(c => c.Id).ValueGeneratedNever();
            e.Property(c => c.Name).HasMaxLength(60);
            e.HasIndex(c => c.OcmwKbo);
            e.HasOne<Ocmw>().WithMany().HasForeignKey(c => c.OcmwKbo).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<ApiWrite>(e =>
        {
            e.HasKey(w => new { w.ClientId, w.Key });
            e.Property(w => w.Key).HasMaxLength(100);
            e.HasIndex(w => w.At);
            e.HasOne<ApiClient>().WithMany().HasForeignKey(w => w.ClientId).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<EventReceipt>(e =>
        {
            e.Property(r => r.Id).ValueGeneratedNever();
            e.HasIndex(r => r.EventId);
            e.HasIndex(r => new { r.ClientId, r.At });
            e.HasOne<EventRecord>().WithMany().HasForeignKey(r => r.EventId).OnDelete(DeleteBehavior.Restrict);
            e.HasOne<ApiClient>().WithMany().HasForeignKey(r => r.ClientId).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<EventRecord>(e =>
        {
            e.HasIndex(r => new { r.OcmwKbo, r.Position }).IsUnique().HasFilter("position IS NOT NULL").HasDatabaseName("ix_events_feed");
            e.HasIndex(r => r.OcmwKbo).HasFilter("position IS NULL").HasDatabaseName("ix_events_to_number");
        });
    }
}
