namespace SolidLoonfiches.Dossiers;

/// <summary>A message to a social worker: written with the check, sent after it, shown in the inbox. Holds no name, amount or INSZ.</summary>
public sealed class Message
{
    public required Guid Id { get; init; }

    /// <summary>Unique: dossier, month and fingerprint of the check. The same key is the mail's Message-Id.</summary>
    public required string Key { get; init; }

    public required Guid CheckId { get; init; }

    public required Guid DossierId { get; init; }

    public required string StaffId { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? SeenAt { get; set; }

    /// <summary>When the mail server accepted it; stays null where the social worker has no address.</summary>
    public DateTimeOffset? SentAt { get; set; }

    public int Attempts { get; set; }

    /// <summary>When the outbox may take it up next.</summary>
    public DateTimeOffset NextAttemptAt { get; set; }

    /// <summary>Why the last attempt failed, without personal data.</summary>
    public string? LastError { get; set; }
}
