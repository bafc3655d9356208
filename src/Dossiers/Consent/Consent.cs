namespace SolidLoonfiches.Dossiers;

/// <summary>What a citizen agreed to: one container that the service may read. It opens the vault; the ground of the inquiry is the law.</summary>
public sealed class Consent
{
    public required Guid Id { get; init; }

    public required Guid DossierId { get; init; }

    public required string WebId { get; init; }

    public required string Issuer { get; init; }

    /// <summary>The container with payslips: the one thing that the service may read.</summary>
    public required string Container { get; init; }

    public required DateTimeOffset GivenAt { get; init; }

    /// <summary>Which text the person saw: version, language and SHA-256 of the text.</summary>
    public required string TextVersion { get; init; }

    public required string TextLanguage { get; init; }

    public required string TextSha256 { get; init; }

    /// <summary>From here on the service does not read.</summary>
    public DateTimeOffset? WithdrawnAt { get; set; }

    /// <summary>The vault itself answered 403 to a read at this moment: after a withdrawal "closed", without one "ended at the vault".</summary>
    public DateTimeOffset? VaultRefusedAt { get; set; }

    public DateTimeOffset? LastReadAt { get; set; }

    /// <summary>Not withdrawn by the citizen, and not refused by the vault.</summary>
    public bool IsActive => WithdrawnAt is null && VaultRefusedAt is null;
}
