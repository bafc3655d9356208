using SolidLoonfiches.Loonfiches;
using SolidLoonfiches.Sources;

namespace SolidLoonfiches.Dossiers;

/// <summary>What one reading of the vault changed, against what was known.</summary>
internal sealed class SlipNews
{
    /// <summary>PostgreSQL indexes no text beyond 2.7 KB, and no honest vault has such addresses.</summary>
    private const int LongestUrl = 2000;

    private readonly HashSet<Maand> _months = [];
    private readonly Dictionary<Maand, MonthSlips> _slips = [];
    private readonly Dictionary<Maand, MonthSlips> _used = [];
    private IReadOnlyList<Slip>? _standing;
    private IReadOnlyList<Slip>? _counting;
    private ILookup<string, Slip>? _byId;

    /// <summary>What the OCMW does with slips by who wrote them.</summary>
    public SignaturePolicy Signatures { get; init; } = SignaturePolicy.Default;

    /// <summary>What the citizen disputes of them, and what was accepted of it.</summary>
    public LineDisputes Disputes { get; init; } = LineDisputes.None;

    /// <summary>What the vault holds now: the slips known before and still there, and the new ones.</summary>
    public required IReadOnlyList<Slip> Current { get; set; }

    /// <summary>Of the OCMW: which month a slip counts in.</summary>
    public required PolicyHistory Policies { get; init; }

    public List<Slip> Added { get; } = [];

    /// <summary>What the vault held before, those that went at this look among them.</summary>
    public IReadOnlyList<Slip> Ended { get; private set; } = [];

    /// <summary>Among what the vault holds now.</summary>
    public Corrections Corrections { get; private set; } = null!;

    /// <summary>Documents that are there and did not come, with what was known under their URL.</summary>
    public List<(FoundSlip.NotFetched Slip, Slip? Known)> NotFetched { get; } = [];

    /// <summary>Months up to the last that is looked at in which something changed.</summary>
    public IReadOnlyCollection<Maand> Months => _months;

    /// <summary>What no correction took the place of.</summary>
    public IReadOnlyList<Slip> Standing => _standing ??= [.. Current.Where(s => !Corrections.TakesOut(s))];

    /// <summary>Every slip that counts for some month, each once, in the order of their days of payment.</summary>
    public IReadOnlyList<Slip> Counting => _counting ??=
    [
        .. Standing.Where(s => s.Loonfiche is not null).OrderBy(s => s.Loonfiche!.PaidOn).ThenBy(s => s.Url, StringComparer.Ordinal)
            .DistinctBy(s => Corrections.Content(s.Loonfiche!)),
    ];

    /// <summary>The documents that the calculation of a month of leefloon uses; looked for once.</summary>
    public MonthSlips For(Maand month)
    {
        if (!_used.TryGetValue(month, out var slips))
        {
            _used[month] = slips = MonthSlips.For(month, this);
        }

        return slips;
    }

    /// <summary>The documents with a wage of a month; looked for once.</summary>
    public MonthSlips In(Maand month)
    {
        if (!_slips.TryGetValue(month, out var slips))
        {
            _slips[month] = slips = MonthSlips.Of(month, this);
        }

        return slips;
    }

    /// <summary>Where nothing was read: what was known stands.</summary>
    public static SlipNews Known(DossierState state) => new()
    {
        Current = [.. state.Slips],
        Policies = state.Policies,
        Signatures = state.Signatures,
        Disputes = state.Disputes,
        Ended = state.EndedSlips,
        Corrections = new Corrections(state.Slips, state.EndedSlips),
    };

    /// <summary>Ends the slips that are gone or replaced, and makes the new ones; saves nothing.</summary>
    /// <param name="state">Of the dossier; its current slips may be tracked.</param>
    /// <param name="container">What was looked at: a slip of an earlier vault is not gone because this one does not hold it.</param>
    /// <param name="answer">What the vault holds.</param>
    /// <param name="last">The last month that is looked at.</param>
    /// <param name="now">Of the look.</param>
    public static SlipNews Of(DossierState state, string container, SourceAnswer.Read answer, Maand last, DateTimeOffset now)
    {
        var (dossierId, known, ended) = (state.Dossier.Id, state.Slips, state.EndedSlips);
        answer = state.Signatures.Apply(answer);
        var news = new SlipNews { Current = [.. known], Signatures = state.Signatures, Policies = state.Policies, Disputes = state.Disputes };
        var seen = answer.Seen.ToDictionary(s => s.Url.AbsoluteUri, s => s.Modified, StringComparer.Ordinal);
        var found = answer.Slips.ToDictionary(s => s.Url.AbsoluteUri, StringComparer.Ordinal);
        var byUrl = known.ToDictionary(s => s.Url, StringComparer.Ordinal);
        foreach (var slip in known.Where(s => s.IsIn(container) && !seen.ContainsKey(s.Url) && !found.ContainsKey(s.Url)))
        {
            news.Touch(slip, last);
            slip.EndedAt = now;
        }

        foreach (var slip in known.Where(s => seen.ContainsKey(s.Url) && !found.ContainsKey(s.Url)))
        {
            slip.Modified = seen[slip.Url];
        }

        foreach (var (url, slip) in found)
        {
            news.Take(dossierId, byUrl.GetValueOrDefault(url), slip, last, now);
        }

        news.Current = [.. known.Where(s => s.EndedAt is null), .. news.Added];
        news.Ended = [.. ended, .. known.Where(s => s.EndedAt is not null)];
        news.Corrections = new Corrections(news.Current, news.Ended);
        return news;
    }

    private void Take(Guid dossierId, Slip? known, FoundSlip found, Maand last, DateTimeOffset now)
    {
        if (found.Url.AbsoluteUri.Length > LongestUrl)
        {
            NotFetched.Add((new FoundSlip.NotFetched(found.Url, null, "addressTooLong", CheckSentences.AddressTooLong), null));
            return;
        }

        if (found is FoundSlip.NotFetched notFetched)
        {
            NotFetched.Add((notFetched, known));
            return;
        }

        var slip = Make(dossierId, found, now);
        if (known is not null && IsSame(known, slip))
        {
            known.ETag = found.ETag;
            known.Modified = found.Modified;
            if (known.Signature?.Code != slip.Signature?.Code)
            {
                Touch(known, last);
            }

            known.Signature = slip.Signature;
            return;
        }

        Touch(slip, last);
        if (known is not null)
        {
            Touch(known, last);
            known.EndedAt = now;
        }

        Added.Add(slip);
    }

    /// <summary>Its own months, and those of the slip that it corrects: that one stops counting when it comes, and counts again when it goes.</summary>
    private void Touch(Slip slip, Maand last)
    {
        _months.UnionWith(Policies.MonthsOf(slip, last));
        if (slip.Loonfiche?.Corrects is { } corrects)
        {
            _byId ??= Current.Where(s => s.Loonfiche is not null).ToLookup(s => s.Loonfiche!.Id, StringComparer.Ordinal);
            _months.UnionWith(_byId[corrects].Concat(Added.Where(s => s.Loonfiche?.Id == corrects)).SelectMany(s => Policies.MonthsOf(s, last)));
        }
    }

    private static bool IsSame(Slip known, Slip slip) =>
        known.Sha256 == slip.Sha256
        && known.Loonfiche is null == slip.Loonfiche is null
        && known.Problems.SequenceEqual(slip.Problems);

    private static Slip Make(Guid dossierId, FoundSlip found, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(now),
        DossierId = dossierId,
        Url = found.Url.AbsoluteUri,
        Sha256 = found.Sha256,
        ETag = found.ETag,
        Modified = found.Modified,
        ReadAt = now,
        Loonfiche = (found as FoundSlip.Usable)?.Loonfiche,
        Problems = (found as FoundSlip.KeptOut)?.Problems ?? [],
        Notes = (found as FoundSlip.Usable)?.Notes ?? [],
        Signature = SeenSignature.Of(found, now),
        PeriodFrom = (found as FoundSlip.Usable)?.Loonfiche.PeriodFrom ?? (found as FoundSlip.KeptOut)?.PeriodFrom,
        PeriodTo = (found as FoundSlip.Usable)?.Loonfiche.PeriodTo ?? (found as FoundSlip.KeptOut)?.PeriodTo,
    };
}
