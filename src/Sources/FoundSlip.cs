using SolidLoonfiches.Loonfiches;

namespace SolidLoonfiches.Sources;

/// <summary>A document that is new or changed since it was last known. Closed.</summary>
/// <param name="Url">The document in the vault.</param>
/// <param name="ETag">As given with the body.</param>
/// <param name="Modified">As the listing said; null where that must not be trusted next time (see <see cref="SeenDocument"/>).</param>
/// <param name="Sha256">Of the body, lower-case hex; empty where there is no body that could be read.</param>
public abstract record FoundSlip(Uri Url, string? ETag, DateTimeOffset? Modified, string Sha256)
{
    /// <summary>A payslip of this person that can be calculated with.</summary>
    public sealed record Usable(Uri Url, string? ETag, DateTimeOffset? Modified, string Sha256, Loonfiche Loonfiche) : FoundSlip(Url, ETag, Modified, Sha256)
    {
        /// <summary>What is merely missed: the slip is used, and the social worker may want to know.</summary>
        public IReadOnlyList<SlipProblem> Notes { get; init; } = [];

        /// <summary>Who wrote it, as far as that is known.</summary>
        public SlipSignature Signature { get; init; } = new SlipSignature.Unsigned();
    }

    /// <summary>Not fit for the calculation; never dropped silently.</summary>
    /// <param name="Problems">What is wrong, at least one.</param>
    /// <param name="PeriodFrom">First day of the pay period where it could be read.</param>
    /// <param name="PeriodTo">Last day of the pay period where it could be read.</param>
    public sealed record KeptOut(Uri Url, string? ETag, DateTimeOffset? Modified, string Sha256, IReadOnlyList<SlipProblem> Problems, DateOnly? PeriodFrom, DateOnly? PeriodTo) : FoundSlip(Url, ETag, Modified, Sha256)
    {
        /// <summary>Of a slip that fits and is kept out for who wrote it; else null.</summary>
        public SlipSignature? Signature { get; init; }
    }

    /// <summary>The document is there and could not be fetched this time; <see cref="FoundSlip.Sha256"/> is empty.</summary>
    public sealed record NotFetched(Uri Url, DateTimeOffset? Modified, string Code, string Sentence) : FoundSlip(Url, null, Modified, "");
}

/// <summary>One thing that is wrong with a payslip, or missed on it.</summary>
/// <param name="Code">Stable: a rule's id (<c>notOfThisPerson</c>, <c>notTurtle</c>, <c>periodInFuture</c>, <c>arithmetic:nettoloon</c>, …; the list is in ontology/README.md) or <c>shape:</c> and the shape's name.</param>
/// <param name="Sentence">For the social worker, in Dutch.</param>
public sealed record SlipProblem(string Code, string Sentence);
