using System.Diagnostics;
using System.Security.Cryptography;
using SolidLoonfiches.Vault;

namespace SolidLoonfiches.Sources;

/// <summary>The payslips in a citizen's vault: one listing says what is new or changed, and only that is fetched.</summary>
/// <remarks>
/// A container's own tag does not move when a member's content changes (solid.md §2), so the members' modification times
/// decide. A time is only trusted when it was at least two seconds old when the listing was asked for: servers write whole
/// seconds, and a second write within the same second would carry the same time. How old, the server's own clock says too:
/// one that runs behind ours would make what was written just now look old. The bytes' hash has the last word.
/// </remarks>
internal sealed class VaultPayslips(SolidVault vault, SlipSignatures signatures, TimeProvider clock) : IPayslipSource
{
    private const int FailuresBeforeGivingUp = 3;
    private static readonly TimeSpan Settled = TimeSpan.FromSeconds(2);

    /// <summary>
    /// For all documents of one vault. A vault that answers each just in time must not hold up the month of the others. What
    /// was read until then is kept, and the rest told as not fetched: so a slow vault with many documents gets done in the end.
    /// </summary>
    internal static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);

    /// <summary>Somebody with a slip a week has these after four hundred years. More is no folder of payslips, and costs all others their time.</summary>
    internal const int MostMembers = 20_000;

    public TimeSpan RestOf(Uri server) => vault.RestOf(server);

    public async Task<SourceAnswer> ReadAsync(SourceRequest request, CancellationToken cancellation)
    {
        var started = clock.GetTimestamp();
        var askedAt = clock.GetUtcNow();
        var answer = await vault.ListAsync(request.Container, request.KnownListing, request.As, cancellation);
        var (token, whole) = (request.As.Waited, clock.GetElapsedTime(started));
        var listing = whole > token ? whole - token : TimeSpan.Zero;
        if (answer is VaultAnswer<VaultListing>.NotModified)
        {
            if (await AllHoldAsync(request.KnownSigners, cancellation))
            {
                return new SourceAnswer.AsKnown(new SourceTimings(token, listing, TimeSpan.Zero, TimeSpan.Zero));
            }

            answer = await vault.ListAsync(request.Container, request.As, cancellation);
        }

        if (answer is not VaultAnswer<VaultListing>.Ok(var list))
        {
            return EndOfListing(answer);
        }

        if (request.KnownLater is { } later)
        {
            request = request with { Known = await later(cancellation) };
        }

        if (list.AnsweredAt is { } said && said - whole < askedAt)
        {
            askedAt = said - whole;
        }

        var members = list.Members.Where(member => !member.IsContainer).DistinctBy(Name).ToList();
        if (!members.TrueForAll(member => IsDirectMember(request.Container, member)))
        {
            // Leaving one out could hide a payslip, and asking for it would go beyond what the consent names.
            return VaultSentences.Unreachable(VaultFault.Unexpected);
        }

        if (members.Count > MostMembers)
        {
            return VaultSentences.Unreachable(VaultFault.TooLarge);
        }

        started = clock.GetTimestamp();
        using var deadline = new CancellationTokenSource(Longest, clock);
        var reading = new Reading(vault, signatures, clock, request, askedAt, [.. members.Where(member => !IsAboutAnother(member))], deadline.Token);
        if (await reading.FetchAsync(cancellation) is { } end)
        {
            return end;
        }

        // Slips are read side by side, so their parsing may add up to more than the time that passed.
        var slips = clock.GetElapsedTime(started) - reading.Parsing;
        return reading.Answer(list.Sha256, new SourceTimings(token, listing, slips > TimeSpan.Zero ? slips : TimeSpan.Zero, reading.Parsing));
    }

    private async ValueTask<bool> AllHoldAsync(IReadOnlyList<KnownSigner> signers, CancellationToken cancellation)
    {
        foreach (var signer in signers)
        {
            if (!await signatures.StillHoldsAsync(signer, cancellation))
            {
                return false;
            }
        }

        return true;
    }

    private static SourceAnswer EndOfListing(VaultAnswer<VaultListing> answer) => answer switch
    {
        VaultAnswer<VaultListing>.NoGrant => new SourceAnswer.ConsentEnded(),
        VaultAnswer<VaultListing>.TokenRejected => VaultSentences.TokenRejected,
        VaultAnswer<VaultListing>.Absent => VaultSentences.ContainerAbsent,
        VaultAnswer<VaultListing>.Broken(var fault, _) => VaultSentences.Unreachable(fault),
        _ => throw new UnreachableException("A listing without a condition ends in no other way."),
    };

    private static bool IsDirectMember(Uri container, VaultMember member)
    {
        var (name, root) = (Name(member), container.AbsoluteUri);
        return name.Length > root.Length && name.StartsWith(root, StringComparison.Ordinal) && name.AsSpan(root.Length).IndexOfAny("/?#") < 0;
    }

    /// <summary>Documents that steer access to others or describe them are no payslips.</summary>
    private static bool IsAboutAnother(VaultMember member) =>
        Name(member).EndsWith(".acl", StringComparison.Ordinal)
        || Name(member).EndsWith(".acr", StringComparison.Ordinal)
        || Name(member).EndsWith(".meta", StringComparison.Ordinal);

    private static string Name(VaultMember member) => member.Url.AbsoluteUri;

    /// <summary>One look at one vault.</summary>
    private sealed class Reading(SolidVault vault, SlipSignatures signatures, TimeProvider clock, SourceRequest request, DateTimeOffset askedAt, VaultMember[] members, CancellationToken deadline)
    {
        private readonly Dictionary<string, KnownSlip> _known = request.Known.DistinctBy(slip => slip.Url.AbsoluteUri).ToDictionary(slip => slip.Url.AbsoluteUri, StringComparer.Ordinal);
        private readonly MemberEnd[] _ends = new MemberEnd[members.Length];
        private readonly DateOnly _today = PayslipDocument.Today(clock);
        private readonly ConsentedPeriod _period = new(request.From, request.To);
        private SourceAnswer? _end;
        private int _failures;
        private long _parsing;

        public TimeSpan Parsing => TimeSpan.FromTicks(Interlocked.Read(ref _parsing));

        /// <summary>Null where every member was looked at; else how the whole reading ends.</summary>
        public async Task<SourceAnswer?> FetchAsync(CancellationToken cancellation)
        {
            using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
            try
            {
                await Parallel.ForAsync(0, members.Length, new ParallelOptions { MaxDegreeOfParallelism = request.AtOnce, CancellationToken = stop.Token }, async (i, cancel) =>
                {
                    _ends[i] = await LookAsync(members[i], cancel);
                    if (_ends[i] is MemberEnd.EndsAll(var all))
                    {
                        Interlocked.CompareExchange(ref _end, all, null);
                        await stop.CancelAsync();
                    }
                });
            }
            catch (OperationCanceledException) when (_end is not null)
            {
                return _end;
            }

            return _end;
        }

        public SourceAnswer.Read Answer(string listing, SourceTimings timings)
        {
            List<FoundSlip> slips = [];
            List<SeenDocument> seen = [];
            var outside = 0;
            HashSet<string> there = new(StringComparer.Ordinal);
            foreach (var (i, member) in members.Index())
            {
                if (_ends[i] is MemberEnd.Outside)
                {
                    outside++;
                }

                // A slip that was known and has become one of another time is, for us, not there any more.
                if (_ends[i] is MemberEnd.Vanished || (_ends[i] is MemberEnd.Outside && _known.ContainsKey(Name(member))))
                {
                    continue;
                }

                there.Add(Name(member));
                seen.Add(new SeenDocument(member.Url, _ends[i].Modified));
                if (_ends[i] is MemberEnd.Found(var slip))
                {
                    slips.Add(slip);
                }
            }

            return new SourceAnswer.Read(
                [.. slips.OrderBy(slip => slip.Url.AbsoluteUri, StringComparer.Ordinal)],
                seen,
                [.. _known.Values.Select(slip => slip.Url).Where(url => !there.Contains(url.AbsoluteUri))],
                timings)
            {
                Listing = Array.TrueForAll(_ends, IsSettled) && !request.Known.Any(slip => slip.LookAgain) ? listing : null,
                OutsidePeriod = outside,
            };
        }

        /// <summary>Nobody will want to look at it again while the listing shows it as it is.</summary>
        private static bool IsSettled(MemberEnd end) => end is { Modified: not null } and
            (MemberEnd.Unchanged or MemberEnd.Found(FoundSlip.Usable { Signature: not SlipSignature.UnknownSigner }));

        private async Task<MemberEnd> LookAsync(VaultMember member, CancellationToken cancellation)
        {
            var known = _known.GetValueOrDefault(Name(member));
            if (known is { OutsidePeriod: true } || (known is null && _period.LeavesOut(member)))
            {
                return new MemberEnd.Unchanged(known is null ? member.Modified : known.Modified);
            }

            if (known is { SignedBy: { } signer, LookAgain: false } && !await signatures.StillHoldsAsync(signer, cancellation))
            {
                known = known with { LookAgain = true };
            }

            var modified = member.Modified is { } time && askedAt - time >= Settled ? member.Modified : null;
            if (known is { Modified: not null, LookAgain: false } && member.Modified == known.Modified)
            {
                return new MemberEnd.Unchanged(modified);
            }

            if (deadline.IsCancellationRequested || Volatile.Read(ref _failures) >= FailuresBeforeGivingUp)
            {
                return NotTried(member, known);
            }

            // Where the time is not to be trusted, neither is a tag: it may be made of the same second.
            var tag = known is { Sha256.Length: > 0, LookAgain: false } && (known.Modified is not null || member.Modified is null) ? known.ETag : null;
            using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellation, deadline);
            try
            {
                return await EndOfAsync(await vault.GetAsync(member.Url, tag, request.As, either.Token), member, known, modified, cancellation);
            }
            catch (OperationCanceledException) when (deadline.IsCancellationRequested && !cancellation.IsCancellationRequested)
            {
                return NotTried(member, known);
            }
        }

        /// <summary>A document that was merely to be judged anew, and has not changed, stands as it was judged.</summary>
        private static MemberEnd NotTried(VaultMember member, KnownSlip? known) =>
            known is { LookAgain: true, Modified: not null } && known.Modified == member.Modified
                ? new MemberEnd.Unchanged(known.Modified)
                : new MemberEnd.Found(VaultSentences.NotTried(member.Url));

        private async Task<MemberEnd> EndOfAsync(VaultAnswer<VaultDocument> answer, VaultMember member, KnownSlip? known, DateTimeOffset? modified, CancellationToken cancellation)
        {
            switch (answer)
            {
                case VaultAnswer<VaultDocument>.Ok(var document):
                    return await JudgeAsync(member, known, modified, document, cancellation);
                case VaultAnswer<VaultDocument>.NotModified:
                    return new MemberEnd.Unchanged(modified);
                case VaultAnswer<VaultDocument>.Absent:
                    return new MemberEnd.Vanished();
                case VaultAnswer<VaultDocument>.NoGrant:
                    return await RefusedAsync(member, cancellation);
                case VaultAnswer<VaultDocument>.TokenRejected:
                    return new MemberEnd.EndsAll(VaultSentences.TokenRejected);
                case VaultAnswer<VaultDocument>.Broken(var fault, _):
                    return Broken(member, known, fault);
                default:
                    throw new UnreachableException("A GET ends in no other way.");
            }
        }

        /// <summary>Taken back in mid-run, or this one document has a rule of its own: the container tells which.</summary>
        private async Task<MemberEnd> RefusedAsync(VaultMember member, CancellationToken cancellation) =>
            await vault.ListAsync(request.Container, request.As, cancellation) is VaultAnswer<VaultListing>.Ok
                ? new MemberEnd.Found(VaultSentences.NotAllowed(member.Url))
                : new MemberEnd.EndsAll(new SourceAnswer.ConsentEnded());

        private async Task<MemberEnd> JudgeAsync(VaultMember member, KnownSlip? known, DateTimeOffset? modified, VaultDocument document, CancellationToken cancellation)
        {
            if (Volatile.Read(ref _failures) < FailuresBeforeGivingUp)
            {
                Interlocked.Exchange(ref _failures, 0);
            }

            var hash = Convert.ToHexStringLower(SHA256.HashData(document.Body.Span));
            if (known is { LookAgain: false } && string.Equals(known.Sha256, hash, StringComparison.Ordinal))
            {
                return new MemberEnd.Unchanged(modified);
            }

            var started = clock.GetTimestamp();
            var verdict = PayslipDocument.Read(document.Body.Span, member.Url, request.Worker, _today, cancellation);
            Interlocked.Add(ref _parsing, clock.GetElapsedTime(started).Ticks);
            if (verdict.Period() is var (first, last) && !_period.Has(first, last))
            {
                return new MemberEnd.Outside();
            }

            return new MemberEnd.Found(verdict switch
            {
                PayslipVerdict.Fits fits => new FoundSlip.Usable(member.Url, document.ETag, modified, hash, fits.Loonfiche)
                {
                    Notes = fits.Notes,
                    Signature = await signatures.CheckAsync(fits.Claim, cancellation),
                },
                PayslipVerdict.DoesNotFit(var problems, var from, var to) => new FoundSlip.KeptOut(member.Url, document.ETag, modified, hash, problems, from, to),
                _ => throw new UnreachableException("The family is closed."),
            });
        }

        /// <summary>
        /// A document that cannot be a payslip is kept out; one that did not come this time is not. Neither is remembered
        /// with a time, so both are asked for again: what answered may have stood before the vault.
        /// </summary>
        private MemberEnd Broken(VaultMember member, KnownSlip? known, VaultFault fault)
        {
            if (VaultSentences.CannotBeAPayslip(fault) is { } problem)
            {
                return known is { Sha256.Length: 0 }
                    ? new MemberEnd.Unchanged(null)
                    : new MemberEnd.Found(new FoundSlip.KeptOut(member.Url, null, null, "", [problem], null, null));
            }

            if (fault is VaultFault.Timeout or VaultFault.Unreachable)
            {
                Interlocked.Increment(ref _failures);
            }
            else if (fault is VaultFault.TooManyRequests)
            {
                // It asked to be left alone.
                Interlocked.Exchange(ref _failures, FailuresBeforeGivingUp);
            }

            return new MemberEnd.Found(VaultSentences.NotFetched(member.Url, fault));
        }
    }

    /// <summary>How the look at one member ended.</summary>
    /// <param name="Modified">The time with which it is remembered; null to ask again next time.</param>
    private abstract record MemberEnd(DateTimeOffset? Modified)
    {
        public sealed record Unchanged(DateTimeOffset? Modified) : MemberEnd(Modified);

        public sealed record Found(FoundSlip Slip) : MemberEnd(Slip.Modified);

        /// <summary>Of a time that was not consented to: thrown away, and looked at anew while nothing else tells.</summary>
        public sealed record Outside() : MemberEnd((DateTimeOffset?)null);

        public sealed record Vanished() : MemberEnd((DateTimeOffset?)null);

        public sealed record EndsAll(SourceAnswer Answer) : MemberEnd((DateTimeOffset?)null);
    }
}
