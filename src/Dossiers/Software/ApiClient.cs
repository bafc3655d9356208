namespace SolidLoonfiches.Dossiers;

/// <summary>Software of one OCMW that may use the API, with what it may do there.</summary>
public sealed class ApiClient
{
    /// <summary>The <c>client_id</c>.</summary>
    public required Guid Id { get; init; }

    public required string OcmwKbo { get; init; }

    /// <summary>As the administrator calls it, such as <c>New Horizon</c>.</summary>
    public required string Name { get; init; }

    /// <summary>SHA-256 of the secret: 32 random bytes need no slow hash.</summary>
    public required byte[] SecretHash { get; set; }

    /// <summary>Of the secret before it, which holds beside it until <see cref="FormerSecretUntil"/>.</summary>
    public byte[]? FormerSecretHash { get; set; }

    public DateTimeOffset? FormerSecretUntil { get; set; }

    /// <summary>Of <see cref="ApiScopes"/>, separated by spaces.</summary>
    public required string Scopes { get; init; }

    public required string CreatedBy { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it last got a token.</summary>
    public DateTimeOffset? LastTokenAt { get; set; }

    /// <summary>From here on it gets no token, and those that it has are of no use.</summary>
    public DateTimeOffset? RemovedAt { get; set; }

    /// <summary>Who acts where this software writes: its id in the records, beside those of people.</summary>
    public static string StaffId(Guid clientId) => $"software:{clientId:N}";
}

/// <summary>What software may be allowed; a scope of OAuth 2.0 each.</summary>
public static class ApiScopes
{
    public const string ReadDossiers = "dossiers.read";

    public const string ReadPayslips = "payslips.read";

    public const string ReadChecks = "checks.read";

    public const string ReadDecisions = "decisions.read";

    public const string ReadConsents = "consents.read";

    /// <summary>The feed of events, and saying that one was received or rejected.</summary>
    public const string Events = "events";

    public const string WriteFacts = "facts.write";

    public const string WriteDecisions = "decisions.write";

    public static IReadOnlyList<string> All { get; } = [ReadDossiers, ReadPayslips, ReadChecks, ReadDecisions, ReadConsents, Events, WriteFacts, WriteDecisions];
}
