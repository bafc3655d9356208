namespace SolidLoonfiches.Dossiers;

/// <summary>What software of the OCMW did with an event. Never changed: what it says later is another row.</summary>
public sealed class EventReceipt
{
    public required Guid Id { get; init; }

    public required string EventId { get; init; }

    public required Guid ClientId { get; init; }

    /// <summary>False: it could do nothing with it, and a person has to look.</summary>
    public required bool IsReceived { get; init; }

    /// <summary>Why it was rejected, in the software's own words.</summary>
    public string? Reason { get; init; }

    public required DateTimeOffset At { get; init; }
}
