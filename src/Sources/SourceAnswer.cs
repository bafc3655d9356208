namespace SolidLoonfiches.Sources;

/// <summary>How one look at a source ended. Closed: every caller looks at each.</summary>
public abstract record SourceAnswer
{
    private SourceAnswer() { }

    /// <param name="Slips">New or changed documents, usable or kept out. A document whose bytes are as known is not in here.</param>
    /// <param name="Seen">Every document that the listing named, fetched or not.</param>
    /// <param name="Gone">Known documents that are no longer there.</param>
    /// <param name="Timings">Where the time went.</param>
    public sealed record Read(IReadOnlyList<FoundSlip> Slips, IReadOnlyList<SeenDocument> Seen, IReadOnlyList<Uri> Gone, SourceTimings Timings) : SourceAnswer
    {
        /// <summary>
        /// Names the state of the source, where nothing in it has to be asked for again: every document is known, with a time that
        /// can be trusted, and none was kept out. Else null.
        /// </summary>
        public string? Listing { get; init; }

        /// <summary>How many were fetched and thrown away, because their content is of a time that was not consented to.</summary>
        public int OutsidePeriod { get; init; }
    }

    /// <summary>Nothing has moved since <see cref="SourceRequest.KnownListing"/>.</summary>
    public sealed record AsKnown(SourceTimings Timings) : SourceAnswer;

    /// <summary>403: the grant is gone.</summary>
    public sealed record ConsentEnded : SourceAnswer;

    /// <param name="Code">Stable: <c>tokenRejected</c> (401), <c>containerAbsent</c> (404), <c>unreachable</c>, <c>timeout</c>, <c>serverError</c>, <c>tooManyRequests</c>, <c>notTurtle</c>, <c>tooLarge</c>, <c>truncated</c>, <c>redirect</c>, <c>addressRefused</c>.</param>
    /// <param name="Sentence">For the social worker, in Dutch: what happened and what to do.</param>
    public sealed record Unreachable(string Code, string Sentence) : SourceAnswer;
}

/// <summary>A document as the listing names it now, to be remembered as <see cref="KnownSlip"/>'s modification time.</summary>
/// <param name="Url">The document.</param>
/// <param name="Modified">
/// Null where that time must not be trusted next time: unknown, younger than two seconds when it was read (a later write
/// could carry the same time), or the document could not be fetched. A document remembered with null is fetched again.
/// </param>
public sealed record SeenDocument(Uri Url, DateTimeOffset? Modified);

/// <summary>Where the time of one reading went.</summary>
public sealed record SourceTimings(TimeSpan Token, TimeSpan Listing, TimeSpan Slips, TimeSpan Parse);
