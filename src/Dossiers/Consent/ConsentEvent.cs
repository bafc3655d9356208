using SolidLoonfiches.Loonfiches;

namespace SolidLoonfiches.Dossiers;

/// <summary>What can happen to a request or a consent: the events of ISO/IEC TS 27560.</summary>
public enum ConsentEventKind
{
    Requested,
    Given,
    Refused,

    /// <summary>For a shorter time, or fewer payslips, than was asked or held before.</summary>
    Narrowed,

    /// <summary>Given again after it ended, or for longer.</summary>
    Renewed,

    /// <summary>By the citizen; of a request that nobody consented to, by the OCMW.</summary>
    Withdrawn,
    Expired,

    /// <summary>The vault itself answered 403 to a read of a consent that nobody had withdrawn here.</summary>
    ClosedAtVault,
}

/// <summary>One event, never changed and never deleted.</summary>
public sealed class ConsentEvent
{
    /// <summary>For <see cref="By"/>, beside the id of a member of staff.</summary>
    public const string Citizen = "citizen", Service = "service";

    public required Guid Id { get; init; }

    public required Guid DossierId { get; init; }

    public Guid? RequestId { get; init; }

    /// <summary>Null for what happened to a request alone.</summary>
    public Guid? ConsentId { get; init; }

    /// <summary>The consent on paper that it happened to, and to no consent in a vault.</summary>
    public Guid? PaperConsentId { get; init; }

    public required ConsentEventKind Kind { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary><see cref="Citizen"/>, <see cref="Service"/>, or a member of staff.</summary>
    public required string By { get; init; }

    /// <summary>The text that was on the screen, in <see cref="StoredConsentText"/>.</summary>
    public string? TextSha256 { get; init; }

    /// <summary>The first month that holds from this event on.</summary>
    public Maand? From { get; init; }

    /// <summary>The last day that holds from this event on.</summary>
    public DateOnly? Until { get; init; }

    internal static ConsentEvent Of(ConsentRequest request, ConsentEventKind kind, DateTimeOffset at, string by, string? textSha256 = null) => new()
    {
        Id = Guid.CreateVersion7(at),
        DossierId = request.DossierId,
        RequestId = request.Id,
        Kind = kind,
        At = at,
        By = by,
        TextSha256 = textSha256,
        From = request.From,
        Until = request.Until,
    };

    internal static ConsentEvent Of(PaperConsent paper, ConsentEventKind kind, DateTimeOffset at, string by) => new()
    {
        Id = Guid.CreateVersion7(at),
        DossierId = paper.DossierId,
        RequestId = paper.RequestId,
        PaperConsentId = paper.Id,
        Kind = kind,
        At = at,
        By = by,
        TextSha256 = paper.TextSha256,
        From = paper.From,
        Until = paper.Until,
    };

    internal static ConsentEvent Of(Consent consent, ConsentEventKind kind, DateTimeOffset at, string by) => new()
    {
        Id = Guid.CreateVersion7(at),
        DossierId = consent.DossierId,
        RequestId = consent.RequestId,
        ConsentId = consent.Id,
        Kind = kind,
        At = at,
        By = by,
        TextSha256 = consent.TextSha256,
        From = consent.From,
        Until = consent.Until,
    };
}
