using SolidLoonfiches.Sources;

namespace SolidLoonfiches.Dossiers;

/// <summary>One look at a vault: shown to the citizen.</summary>
public sealed class VaultRead
{
    public required Guid Id { get; init; }

    public required Guid ConsentId { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary><c>read</c>, <c>consentEnded</c> or a code of <see cref="SourceAnswer.Unreachable"/>.</summary>
    public required string Answer { get; init; }

    public required int DocumentsFetched { get; init; }

    /// <summary>The run that it was part of: a run that is taken up again skips the vaults that it has read.</summary>
    public Guid? RunId { get; init; }

    /// <summary>Fetched and thrown away at once, because they were of a time that the citizen did not consent to.</summary>
    public int DocumentsOutside { get; init; }
}
