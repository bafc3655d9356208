using Microsoft.EntityFrameworkCore;

namespace SolidLoonfiches.Dossiers;

/// <summary>What a social worker asks the person of a dossier about a check, and what the person answers. Neither is changed once it is there.</summary>
public sealed class CheckQuestion
{
    public required Guid Id { get; init; }

    public required Guid DossierId { get; init; }

    /// <summary>The check that it is about.</summary>
    public required Guid CheckId { get; init; }

    public required string Text { get; set; }

    public required string AskedBy { get; init; }

    public required DateTimeOffset AskedAt { get; init; }

    /// <summary>In the person's own words; null: not yet.</summary>
    public string? Answer { get; set; }

    public DateTimeOffset? AnsweredAt { get; set; }

    internal static void Configure(ModelBuilder model) => model.Entity<CheckQuestion>(e =>
    {
        e.Property(q => q.Id).ValueGeneratedNever();
        e.Property(q => q.AnsweredAt).IsConcurrencyToken();
        e.HasIndex(q => new { q.DossierId, q.AskedAt });
        e.HasOne<Dossier>().WithMany().HasForeignKey(q => q.DossierId).OnDelete(DeleteBehavior.Restrict);
        e.HasOne<Check>().WithMany().HasForeignKey(q => q.CheckId).OnDelete(DeleteBehavior.Restrict);
    });
}
