using SolidLoonfiches.Loonfiches;

namespace SolidLoonfiches.Dossiers;

/// <summary>What a citizen agreed to: one container that the service may read. It opens the vault; the ground of the inquiry is the law.</summary>
public sealed class Consent
{
    public required Guid Id { get; init; }

    public required Guid DossierId { get; init; }

    /// <summary>What it answers; null for a consent from before there were requests.</summary>
    public Guid? RequestId { get; set; }

    public required string WebId { get; init; }

    public required string Issuer { get; init; }

    /// <summary>The container with payslips: the one thing that the service may read.</summary>
    public required string Container { get; init; }

    public required DateTimeOffset GivenAt { get; init; }

    /// <summary>Payslips of this month and later; null: all. No vault can hold this line, so the service does.</summary>
    public Maand? From { get; set; }

    /// <summary>Last day on which the service reads; null: until it is withdrawn.</summary>
    public DateOnly? Until { get; set; }

    /// <summary>Which text the person saw: version, language and SHA-256 of the text.</summary>
    public required string TextVersion { get; set; }

    public required string TextLanguage { get; set; }

    public required string TextSha256 { get; set; }

    /// <summary>From here on the service does not read.</summary>
    public DateTimeOffset? WithdrawnAt { get; set; }

    /// <summary><see cref="Until"/> is over: the service does not read from here on.</summary>
    public DateTimeOffset? ExpiredAt { get; set; }

    /// <summary>The vault itself answered 403 to a read at this moment: after a withdrawal "closed", without one "ended at the vault".</summary>
    public DateTimeOffset? VaultRefusedAt { get; set; }

    public DateTimeOffset? LastReadAt { get; set; }

    /// <summary>Names the WebID under which this consent is used (<see cref="VaultIdentity"/>); null for the one that all share.</summary>
    public string? IdentityKey { get; init; }

    /// <summary>Where the vault speaks access grants: the citizen's grant, as it came, protected. Null for a rule in the vault (WAC, ACP).</summary>
    public string? AccessGrant { get; set; }

    /// <summary>Not withdrawn by the citizen, not refused by the vault, its time not over.</summary>
    public bool IsActive => WithdrawnAt is null && VaultRefusedAt is null && ExpiredAt is null;

    /// <summary>Whether its time is over, noticed or not.</summary>
    public bool HasLapsed(DateTimeOffset now) => Until is { } last && Belgium.DayOf(now) > last;

    /// <summary>When the service stopped on our side: withdrawn or over, whichever came first.</summary>
    public DateTimeOffset? StoppedAt => WithdrawnAt < ExpiredAt ? WithdrawnAt : ExpiredAt ?? WithdrawnAt;
}

internal static class StandingConsents
{
    /// <summary><see cref="Consent.IsActive"/>, for the database.</summary>
    public static IQueryable<Consent> Standing(this IQueryable<Consent> consents) =>
        consents.Where(c => c.WithdrawnAt == null && c.VaultRefusedAt == null && c.ExpiredAt == null);
}
