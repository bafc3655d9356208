using Microsoft.EntityFrameworkCore;
using SolidLoonfiches.Loonfiches;

namespace SolidLoonfiches.Dossiers;

/// <summary>A citizen says that one line of a payslip is wrong. It waits for a person's answer; until then both outcomes are shown, and it holds nothing up.</summary>
public sealed class Dispute
{
    /// <summary>Longest reason, of the citizen and of who answers.</summary>
    public const int MaxText = 1000;

    public required Guid Id { get; init; }

    public required Guid DossierId { get; init; }

    /// <summary>The document as it was read: another content under its address is another slip.</summary>
    public required Guid SlipId { get; init; }

    /// <summary>The month whose calculation the citizen looked at.</summary>
    public required Maand Month { get; init; }

    /// <summary>Place among the slip's lines, from 0; null: the net wage itself.</summary>
    public int? Line { get; init; }

    /// <summary>The line as printed.</summary>
    public required string Label { get; init; }

    /// <summary>What counted when it was disputed.</summary>
    public required Euro Amount { get; init; }

    /// <summary>What it should be, as the citizen says.</summary>
    public required Euro Claimed { get; init; }

    /// <summary>In the citizen's own words.</summary>
    public required string Reason { get; init; }

    public required DateTimeOffset RaisedAt { get; init; }

    public DateTimeOffset? AnsweredAt { get; set; }

    public DisputeAnswer? Answer { get; set; }

    public string? AnsweredBy { get; set; }

    /// <summary>Where it was accepted: what was seen. Where the line is kept: the reason, which is printed.</summary>
    public string? AnswerText { get; set; }

    /// <summary>Where it was accepted: the right amount of the line.</summary>
    public Euro? RightAmount { get; set; }

    /// <summary>Where it was accepted and the line is part of the net wage: the net wage that goes with it.</summary>
    public Euro? RightNet { get; set; }

    public bool IsOpen => AnsweredAt is null;

    internal static void Configure(ModelBuilder model) => model.Entity<Dispute>(e =>
    {
        e.Property(d => d.Id).ValueGeneratedNever();
        e.Ignore(d => d.IsOpen);
        e.Property(d => d.Answer).HasConversion<string>().HasMaxLength(20);
        // Of two who answer at once one is told that it was answered.
        e.Property(d => d.AnsweredAt).IsConcurrencyToken();
        e.HasIndex(d => d.DossierId);
        e.HasIndex(d => d.RaisedAt).HasFilter("answered_at IS NULL").HasDatabaseName("ix_disputes_open");
        e.HasIndex(d => new { d.SlipId, d.Line }).IsUnique().HasFilter("answered_at IS NULL AND line IS NOT NULL").HasDatabaseName("ix_disputes_one_of_line");
        e.HasIndex(d => d.SlipId).IsUnique().HasFilter("answered_at IS NULL AND line IS NULL").HasDatabaseName("ix_disputes_one_of_net");
        e.HasOne<Dossier>().WithMany().HasForeignKey(d => d.DossierId).OnDelete(DeleteBehavior.Restrict);
        e.HasOne<Slip>().WithMany().HasForeignKey(d => d.SlipId).OnDelete(DeleteBehavior.Restrict);
        e.HasOne<StaffMember>().WithMany().HasForeignKey(d => d.AnsweredBy).OnDelete(DeleteBehavior.Restrict);
    });
}

/// <summary>What the social worker answered.</summary>
public enum DisputeAnswer
{
    /// <summary>The line was wrong: the right amount counts from now on.</summary>
    Accepted,

    /// <summary>The line stays as it is, for a reason that is printed.</summary>
    Kept,
}
