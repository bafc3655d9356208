#pragma warning disable
using Microsoft.Extensions.DependencyInjection;
using SolidLoonfiches.Loonfiches;

namespace SolidLoonfiches.Sources;

/// <summary>Where payslips come from; today the citizen's vault.</summary>
public interface IPayslipSource
{
    /// <summary>Looks once, fetches what is new or changed since <see cref="SourceRequest.Known"/>.</summary>
    Task<SourceAnswer> ReadAsync(SourceRequest request, CancellationToken cancellation);
}

/// <param name="Container">The container that the consent names.</param>
/// <param name="Worker">Whose payslips: a slip of somebody else is kept out.</param>
/// <param name="Known">What was fetched before.</param>
public sealed record SourceRequest(Uri Container, Insz Worker, IReadOnlyList<KnownSlip> Known);

/// <param name="Url">The document.</param>
/// <param name="Modified">As the listing said when it was fetched.</param>
/// <param name="ETag">As the server said when it was fetched.</param>
/// <param name="Sha256">Of the body, lower-case hex.</param>
public sealed record KnownSlip(Uri Url, DateTimeOffset? Modified, string? ETag, string Sha256);

public abstract record SourceAnswer
{
    private SourceAnswer() { }
    /// <param name="Slips">New or changed documents, usable or kept out. A document whose bytes are as known is not in here.</param>
    /// <param name="Seen">Every document that the listing named, fetched or not.</param>
    /// <param name="Gone">Known documents that are no longer there.</param>
    /// <param name="Timings">Where the time went.</param>
    public sealed record Read(IReadOnlyList<FoundSlip> Slips, IReadOnlyList<SeenDocument> Seen, IReadOnlyList<Uri> Gone, SourceTimings Timings) : SourceAnswer;
    /// <summary>403: the grant is gone.</summary>
    public sealed record ConsentEnded : SourceAnswer;
    /// <param name="Code">Stable: <c>tokenRejected</c> (401), <c>containerAbsent</c> (404), <c>unreachable</c>, <c>timeout</c>, <c>serverError</c>, <c>tooManyRequests</c>, <c>notTurtle</c>, <c>tooLarge</c>, <c>truncated</c>, <c>redirect</c>, <c>addressRefused</c>.</param>
    /// <param name="Sentence">For the social worker, in Dutch: what happened and what to do.</param>
    public sealed record Unreachable(string Code, string Sentence) : SourceAnswer;
}

/// <summary>A document as the listing names it now, to be remembered as <see cref="KnownSlip"/>'s modification time.</summary>
public sealed record SeenDocument(Uri Url, DateTimeOffset? Modified);

/// <param name="Url">The document in the vault.</param>
/// <param name="ETag">As given with the body.</param>
/// <param name="Modified">As the listing said.</param>
/// <param name="Sha256">Of the body, lower-case hex.</param>
public abstract record FoundSlip(Uri Url, string? ETag, DateTimeOffset? Modified, string Sha256)
{
    public sealed record Usable(Uri Url, string? ETag, DateTimeOffset? Modified, string Sha256, Loonfiche Loonfiche) : FoundSlip(Url, ETag, Modified, Sha256);
    /// <param name="Problems">What is wrong, at least one.</param>
    /// <param name="PeriodFrom">First day of the pay period where it could be read.</param>
    /// <param name="PeriodTo">Last day of the pay period where it could be read.</param>
    public sealed record KeptOut(Uri Url, string? ETag, DateTimeOffset? Modified, string Sha256, IReadOnlyList<SlipProblem> Problems, DateOnly? PeriodFrom, DateOnly? PeriodTo) : FoundSlip(Url, ETag, Modified, Sha256);
    /// <summary>The document is there and could not be fetched this time; <see cref="FoundSlip.Sha256"/> is empty.</summary>
    public sealed record NotFetched(Uri Url, DateTimeOffset? Modified, string Code, string Sentence) : FoundSlip(Url, null, Modified, "");
}

/// <param name="Code">Stable: a code of ours (<c>notOfThisPerson</c>, <c>notTurtle</c>, <c>noPayslip</c>, <c>periodInFuture</c>, <c>arithmetic</c>, …) or <c>shape:</c> and the shape's name.</param>
/// <param name="Sentence">For the social worker, in Dutch.</param>
public sealed record SlipProblem(string Code, string Sentence);

/// <summary>Where the time of one reading went.</summary>
public sealed record SourceTimings(TimeSpan Token, TimeSpan Listing, TimeSpan Slips, TimeSpan Parse);

public static class SourceServices
{
    /// <summary>The vault as <see cref="IPayslipSource"/>. Needs the services of Vault.</summary>
    public static IServiceCollection AddSources(this IServiceCollection services) => throw new NotImplementedException();
}
