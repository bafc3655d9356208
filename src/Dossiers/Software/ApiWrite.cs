namespace SolidLoonfiches.Dossiers;

/// <summary>Something that software wrote, under its own key: the same again gets the same answer, and is not done again.</summary>
public sealed class ApiWrite
{
    /// <summary>How long a key is remembered.</summary>
    public static readonly TimeSpan KeptFor = TimeSpan.FromDays(30);

    public required Guid ClientId { get; init; }

    /// <summary>The <c>Idempotency-Key</c>; unique with the client.</summary>
    public required string Key { get; init; }

    /// <summary>SHA-256 of where it was written and what: another body under the same key is another thing.</summary>
    public required byte[] RequestHash { get; init; }

    public required DateTimeOffset At { get; init; }

    public int Status { get; set; }

    public string? Location { get; set; }

    /// <summary>The answer: ids and what is next, nothing of a person.</summary>
    public string Body { get; set; } = "";
}
