namespace SolidLoonfiches.Dossiers;

/// <summary>Where an OCMW's own software receives events, with the secrets that sign them.</summary>
public sealed class EventEndpoint
{
    public required Guid Id { get; init; }

    public required string OcmwKbo { get; init; }

    public EndpointKind Kind { get; init; }

    /// <summary>Unique among those of the OCMW that were not removed.</summary>
    public required string Url { get; init; }

    /// <summary>Protected by data protection.</summary>
    public required byte[] ProtectedSecret { get; set; }

    /// <summary>The secret before it, which signs beside it until <see cref="FormerSecretUntil"/>.</summary>
    public byte[]? ProtectedFormerSecret { get; set; }

    public DateTimeOffset? FormerSecretUntil { get; set; }

    /// <summary>Events from here on are sent; earlier ones by a replay.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Nothing is sent while set: by a person, or because the endpoint said that it is gone (410).</summary>
    public DateTimeOffset? PausedAt { get; set; }

    public string? PausedBecause { get; set; }

    public DateTimeOffset? RemovedAt { get; set; }

    /// <summary>It did not answer, or asked for rest: nobody tries before this moment.</summary>
    public DateTimeOffset? NotBefore { get; set; }
}

/// <summary>One event for one endpoint.</summary>
public sealed class EventDelivery : OutboxItem
{
    /// <summary>Unique with the endpoint.</summary>
    public required string EventId { get; init; }

    public required Guid EndpointId { get; init; }
}

/// <summary>How an endpoint is told.</summary>
public enum EndpointKind
{
    /// <summary>A signed CloudEvent for everything that happens.</summary>
    Webhook,

    /// <summary>A notice to MAGDA for each payslip that was found: the person's key and the kind of change.</summary>
    Magda,
}
