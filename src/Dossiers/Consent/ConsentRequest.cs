using SolidLoonfiches.Loonfiches;

namespace SolidLoonfiches.Dossiers;

/// <summary>How a request ended. An open one has none.</summary>
public enum RequestEnding
{
    /// <summary>The citizen said yes, and opened the vault.</summary>
    Given,

    /// <summary>The citizen said no.</summary>
    Refused,

    /// <summary>The OCMW took the question back.</summary>
    Withdrawn,

    /// <summary>Nobody answered in time.</summary>
    Expired,
}

/// <summary>An OCMW asks a citizen to open their vault. The citizen finds it by signing in: no link leads to it.</summary>
public sealed class ConsentRequest
{
    public required Guid Id { get; init; }

    public required Guid DossierId { get; init; }

    /// <summary>Stands in the letter and on both screens, to be compared by telephone. It says nothing of the person and opens nothing.</summary>
    public required string Code { get; init; }

    public required ConsentPurpose Purpose { get; init; }

    /// <summary>Payslips of this month and later.</summary>
    public required Maand From { get; init; }

    /// <summary>Last day on which the service would read.</summary>
    public required DateOnly Until { get; init; }

    public required DateTimeOffset OpenedAt { get; init; }

    /// <summary>The social worker.</summary>
    public required string OpenedBy { get; init; }

    /// <summary>From here on it can no longer be answered.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }

    public DateTimeOffset? EndedAt { get; set; }

    public RequestEnding? Ending { get; set; }

    /// <summary>The last consent that answered it.</summary>
    public Guid? ConsentId { get; set; }

    public ConsentTerms Terms(string ocmw) => new(ocmw, Purpose, From, Until);

    /// <summary>Waits for an answer.</summary>
    public bool IsOpen(DateTimeOffset now) => EndedAt is null && now < ExpiresAt;

    /// <summary>How it stands: also where nobody noted yet that its time was over.</summary>
    public RequestEnding? EndingAt(DateTimeOffset now) => Ending ?? (now < ExpiresAt ? null : RequestEnding.Expired);

    /// <summary>
    /// The citizen may say yes: it is open, or they said no and changed their mind in time, or they said yes before and ended
    /// that, and the time that was asked for is not over.
    /// </summary>
    public bool CanBeGiven(DateTimeOffset now) => EndingAt(now) switch
    {
        null => true,
        RequestEnding.Refused => now < ExpiresAt,
        RequestEnding.Given => now < Belgium.StartOf(Until.AddDays(1)),
        _ => false,
    };
}
