namespace SolidLoonfiches.Dossiers;

/// <summary>"I do not understand this": a citizen asks the data protection officer of the OCMW. It is its own place in the outbox: a mail says that there is a question, and nothing more.</summary>
public sealed class Question : OutboxItem
{
    public required Guid DossierId { get; init; }

    /// <summary>The calculation that it is about; null for a look.</summary>
    public Guid? CheckId { get; init; }

    /// <summary>Which step of the calculation, counted from its root down; null: the month as a whole.</summary>
    public int? Step { get; init; }

    /// <summary>Who looked when: the line that it is about; null for a calculation.</summary>
    public Guid? ViewId { get; init; }

    /// <summary>In the citizen's own words.</summary>
    public required string Text { get; init; }

    public required DateTimeOffset AskedAt { get; init; }

    public string? Answer { get; set; }

    public DateTimeOffset? AnsweredAt { get; set; }

    /// <summary>The data protection officer who answered.</summary>
    public string? AnsweredBy { get; set; }

    /// <summary>Until when the citizen may expect an answer: a month (art. 12(3) GDPR).</summary>
    public DateTimeOffset AnswerBy => AskedAt.AddMonths(1);
}
