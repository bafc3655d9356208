namespace SolidLoonfiches.Dossiers;

/// <summary>A message to a social worker: written with the check or the answer, sent after it, shown in the inbox. Holds no name, amount or INSZ.</summary>
/// <remarks>It stays unsent where the social worker has no address.</remarks>
public sealed class Message : OutboxItem
{
    public MessageTopic Topic { get; init; }

    /// <summary>Unique: dossier, month and fingerprint of the check, the answered question, or the dispute that it tells of. The same key is the mail's Message-Id.</summary>
    public required string Key { get; init; }

    public required Guid CheckId { get; init; }

    public required Guid DossierId { get; init; }

    public required string StaffId { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? SeenAt { get; set; }

    /// <summary>When somebody answered the check, or another took its place: nothing is asked any more.</summary>
    public DateTimeOffset? DoneAt { get; set; }

    /// <summary>The digest that tells it instead of a mail of its own.</summary>
    public Guid? DigestId { get; set; }
}
