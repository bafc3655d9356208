using SolidLoonfiches.Loonfiches;
using SolidLoonfiches.Sources;

namespace SolidLoonfiches.Dossiers;

/// <summary>What one reading of the vault changed, against what was known.</summary>
internal sealed class SlipNews
{
    /// <summary>PostgreSQL indexes no text beyond 2.7 KB, and no honest vault has such addresses.</summary>
    private const int LongestUrl = 2000;

    private readonly Dictionary<Maand, List<Finding>> _findings = [];

    /// <summary>What the vault holds now: the slips known before and still there, and the new ones.</summary>
    public required List<Slip> Current { get; init; }

    public List<Slip> Added { get; } = [];

    /// <summary>Among what the vault holds now.</summary>
    public Corrections Corrections { get; private set; } = null!;

    /// <summary>Documents that are there and did not come, with what was known under their URL.</summary>
    public List<(FoundSlip.NotFetched Slip, Slip? Known)> NotFetched { get; } = [];

    /// <summary>Months up to the last that is looked at in which something changed.</summary>
    public IReadOnlyCollection<Maand> Months => _findings.Keys;

    public IReadOnlyList<Finding> FindingsIn(Maand month) => _findings.GetValueOrDefault(month) ?? [];

    /// <summary>Ends the slips that are gone or replaced, and makes the new ones; saves nothing.</summary>
    /// <param name="container">What was looked at: a slip of an earlier vault is not gone because this one does not hold it.</param>
    /// <param name="known">Current slips of the dossier, tracked.</param>
    /// <param name="ended">Slips that the vault held before.</param>
    /// <param name="last">The last month that is looked at.</param>
    public static SlipNews Of(Guid dossierId, string container, IReadOnlyList<Slip> known, IReadOnlyList<Slip> ended, SourceAnswer.Read answer, Maand last, DateTimeOffset now)
    {
        var news = new SlipNews { Current = [.. known] };
        var seen = answer.Seen.ToDictionary(s => s.Url.AbsoluteUri, s => s.Modified, StringComparer.Ordinal);
        var found = answer.Slips.ToDictionary(s => s.Url.AbsoluteUri, StringComparer.Ordinal);
        foreach (var slip in known.Where(s => s.IsIn(container) && !seen.ContainsKey(s.Url) && !found.ContainsKey(s.Url)))
        {
            news.Tell(news.MonthsOf(slip, last), CheckSentences.SlipRemoved(slip));
            news.End(slip, now);
        }

        foreach (var slip in news.Current.Where(s => seen.ContainsKey(s.Url) && !found.ContainsKey(s.Url)))
        {
            slip.Modified = seen[slip.Url];
        }

        foreach (var (url, slip) in found)
        {
            news.Take(dossierId, known.FirstOrDefault(s => s.Url == url), slip, last, now);
        }

        news.Corrections = new Corrections(news.Current, [.. ended, .. known.Where(s => s.EndedAt is not null)]);
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
            return;
        }

        var finding = known is not null ? CheckSentences.SlipChangedInPlace(slip)
            : slip.Loonfiche is null ? null
            : slip.Loonfiche.Corrects is not null ? CheckSentences.CorrectedSlip(slip)
            : CheckSentences.NewSlip(slip);
        Tell([.. MonthsOf(slip, last), .. known is null ? [] : MonthsOf(known, last)], finding);
        if (known is not null)
        {
            End(known, now);
        }

        Current.Add(slip);
        Added.Add(slip);
    }

    private void End(Slip slip, DateTimeOffset now)
    {
        slip.EndedAt = now;
        Current.Remove(slip);
    }

    /// <summary>Its own months, and those of the slip that it corrects: that one stops counting when it comes, and counts again when it goes.</summary>
    private IEnumerable<Maand> MonthsOf(Slip slip, Maand last) =>
        slip.MonthsUpTo(last).Concat(slip.Loonfiche?.Corrects is { } corrects ? Current.Where(s => s.Loonfiche?.Id == corrects).SelectMany(s => s.MonthsUpTo(last)) : []);

    private void Tell(IEnumerable<Maand> months, Finding? finding)
    {
        foreach (var month in months.Distinct())
        {
            if (!_findings.TryGetValue(month, out var findings))
            {
                _findings[month] = findings = [];
            }

            if (finding is not null)
            {
                findings.Add(finding);
            }
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
        PeriodFrom = (found as FoundSlip.Usable)?.Loonfiche.PeriodFrom ?? (found as FoundSlip.KeptOut)?.PeriodFrom,
        PeriodTo = (found as FoundSlip.Usable)?.Loonfiche.PeriodTo ?? (found as FoundSlip.KeptOut)?.PeriodTo,
    };
}
