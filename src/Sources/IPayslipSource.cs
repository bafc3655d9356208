using SolidLoonfiches.Loonfiches;
using SolidLoonfiches.Vault;

namespace SolidLoonfiches.Sources;

/// <summary>Where payslips come from; today the citizen's vault.</summary>
public interface IPayslipSource
{
    /// <summary>Looks once, fetches what is new or changed since <see cref="SourceRequest.Known"/>.</summary>
    Task<SourceAnswer> ReadAsync(SourceRequest request, CancellationToken cancellation);

    /// <summary>How long the server at this address is to be left alone, because it asked for it or gives no answers; mostly zero.</summary>
    TimeSpan RestOf(Uri server) => TimeSpan.Zero;
}

/// <param name="Container">The container that the consent names.</param>
/// <param name="Worker">Whose payslips: a slip of somebody else is kept out.</param>
/// <param name="Known">What was fetched before.</param>
/// <param name="As">Who asks: the identity of the consent. It gives no token once the consent has ended, so that nothing is asked for after that.</param>
public sealed record SourceRequest(Uri Container, Insz Worker, IReadOnlyList<KnownSlip> Known, VaultSession As)
{
    /// <summary>A <see cref="SourceAnswer.Read.Listing"/> of before: where nothing has moved since, the answer is <see cref="SourceAnswer.AsKnown"/>.</summary>
    public string? KnownListing { get; init; }

    /// <summary>Keys that the known slips are signed with: where one no longer holds, that has moved too.</summary>
    public IReadOnlyList<KnownSigner> KnownSigners { get; init; } = [];

    /// <summary>Asked for <see cref="Known"/> where something has moved; null: what stands there is all.</summary>
    public Func<CancellationToken, Task<IReadOnlyList<KnownSlip>>>? KnownLater { get; init; }

    /// <summary>Documents that are fetched at the same time.</summary>
    public int AtOnce { get; init; } = 4;

    /// <summary>First day of what was consented to; null: no limit. What lies outside is not fetched where the listing tells, and thrown away where only its content does.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Last day of what was consented to; null: no limit.</summary>
    public DateOnly? To { get; init; }
}

/// <param name="Url">The document.</param>
/// <param name="Modified">As the listing said when it was fetched.</param>
/// <param name="ETag">As the server said when it was fetched.</param>
/// <param name="Sha256">Of the body, lower-case hex.</param>
public sealed record KnownSlip(Uri Url, DateTimeOffset? Modified, string? ETag, string Sha256)
{
    /// <summary>Fetch and report it again although nothing has changed: for a slip whose signer was not known, who may be known now.</summary>
    public bool LookAgain { get; init; }

    /// <summary>With which key it was found to be signed: where that key no longer holds, it is fetched and reported again.</summary>
    public KnownSigner? SignedBy { get; init; }

    /// <summary>Read under another consent, and of a time that this one leaves out: it is not asked for again.</summary>
    public bool OutsidePeriod { get; init; }
}

/// <param name="Office">WebID of the payroll office.</param>
/// <param name="KeyId">Which of its keys.</param>
public sealed record KnownSigner(Uri Office, string KeyId);
