using Microsoft.EntityFrameworkCore;

namespace SolidLoonfiches.Dossiers;

/// <summary>The subscription of one consent to what happens in its container. Only ever a hint that a check is worth while.</summary>
public sealed class VaultChannel
{
    public required Guid Id { get; init; }

    /// <summary>Unique.</summary>
    public required Guid ConsentId { get; init; }

    public required Guid DossierId { get; init; }

    /// <summary><c>webhook</c>, <c>websocket</c>, or <c>none</c>: not yet, or the vault offers none.</summary>
    public string Kind { get; set; } = None;

    /// <summary>SHA-256 of the secret path at which its messages come in; the path itself is kept nowhere.</summary>
    public string? PathSha256 { get; set; }

    /// <summary>Who signs its messages.</summary>
    public string? Sender { get; set; }

    /// <summary>Its address at the vault, protected by data protection: whoever knows it may end it.</summary>
    public byte[]? ProtectedAddress { get; set; }

    /// <summary>Of a WebSocket, protected likewise.</summary>
    public byte[]? ProtectedSocket { get; set; }

    /// <summary>Of the subscription that the present one replaced, until the vault has ended it.</summary>
    public byte[]? ProtectedFormerAddress { get; set; }

    public DateTimeOffset? EndsAt { get; set; }

    /// <summary>When somebody looks after it next.</summary>
    public required DateTimeOffset LookAt { get; set; }

    /// <summary>The consent is over, and the vault has ended the subscription or let it lapse.</summary>
    public DateTimeOffset? EndedAt { get; set; }

    public const string None = "none";
    public const string Webhook = "webhook";
    public const string WebSocket = "websocket";

    internal static void Configure(ModelBuilder model) => model.Entity<VaultChannel>(e =>
    {
        e.Property(c => c.Id).ValueGeneratedNever();
        e.Property(c => c.Kind).HasMaxLength(10);
        e.Property(c => c.PathSha256).HasMaxLength(64);
        e.HasIndex(c => c.ConsentId).IsUnique();
        e.HasIndex(c => c.PathSha256).IsUnique();
        e.HasIndex(c => c.LookAt).HasFilter("ended_at IS NULL").HasDatabaseName("ix_vault_channels_look");
        e.HasOne<Consent>().WithMany().HasForeignKey(c => c.ConsentId).OnDelete(DeleteBehavior.Restrict);
        e.HasOne<Dossier>().WithMany().HasForeignKey(c => c.DossierId).OnDelete(DeleteBehavior.Restrict);
    });
}
