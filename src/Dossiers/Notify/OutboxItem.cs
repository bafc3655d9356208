namespace SolidLoonfiches.Dossiers;

/// <summary>Something that is to leave the house: a mail, a digest, an event for one endpoint. Written with what it tells, sent after it.</summary>
public abstract class OutboxItem
{
    public required Guid Id { get; init; }

    /// <summary>When the other side accepted it.</summary>
    public DateTimeOffset? SentAt { get; set; }

    public int Attempts { get; set; }

    /// <summary>When the outbox may take it up next.</summary>
    public DateTimeOffset NextAttemptAt { get; set; }

    /// <summary>Why the last attempt failed, without personal data.</summary>
    public string? LastError { get; set; }

    /// <summary>A dead letter since: every wait of the schedule was waited. It is not tried again by itself, and raises an alarm until somebody does something.</summary>
    public DateTimeOffset? DeadAt { get; set; }

    /// <summary>When somebody said that a dead letter may rest.</summary>
    public DateTimeOffset? ClearedAt { get; set; }
}
