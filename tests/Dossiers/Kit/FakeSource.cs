using SolidLoonfiches.Sources;

namespace SolidLoonfiches.Dossiers.Tests;

/// <summary>A vault without a network: answers as the real one does (VaultPayslips), of the documents that a test puts in it.</summary>
public sealed class FakeSource : IPayslipSource
{
    public Dictionary<string, FoundSlip> Documents { get; } = new(StringComparer.Ordinal);

    /// <summary>Instead of reading.</summary>
    public SourceAnswer? Answer { get; set; }

    /// <summary>While the read is under way.</summary>
    public Func<SourceRequest, Task>? OnRead { get; set; }

    /// <summary>Keys that were withdrawn since.</summary>
    public HashSet<string> NoLongerHolds { get; } = new(StringComparer.Ordinal);

    public List<SourceRequest> Requests { get; } = [];

    /// <summary>Whether it names its state, as a vault does whose documents all have a time that can be trusted.</summary>
    public bool Settles { get; set; }

    public Func<Uri, TimeSpan>? Rest { get; set; }

    public TimeSpan RestOf(Uri server) => Rest?.Invoke(server) ?? TimeSpan.Zero;

    /// <summary>How often it answered that nothing had moved.</summary>
    public int AsKnown { get; private set; }

    public FakeSource Put(params FoundSlip[] slips)
    {
        foreach (var slip in slips)
        {
            Documents[slip.Url.AbsoluteUri] = slip;
        }

        return this;
    }

    public async Task<SourceAnswer> ReadAsync(SourceRequest request, CancellationToken cancellation)
    {
        FoundSlip[] now;
        lock (Requests)
        {
            Requests.Add(request);
            now = [.. Documents.Values.Where(d => d is not FoundSlip.Usable { Loonfiche: var fiche } || (!(fiche.PeriodTo < request.From) && !(fiche.PeriodFrom > request.To)))];
        }

        if (OnRead is { } hook)
        {
            await hook(request);
        }

        if (Answer is { } answer)
        {
            return answer;
        }

        var listing = Settles ? string.Join(' ', now.Select(d => d.Url + d.Sha256).Order(StringComparer.Ordinal)) : null;
        if (listing is not null && listing == request.KnownListing && !request.KnownSigners.Any(s => NoLongerHolds.Contains(s.KeyId)))
        {
            AsKnown++;
            return new SourceAnswer.AsKnown(new SourceTimings(TimeSpan.Zero, TimeSpan.Zero, TimeSpan.Zero, TimeSpan.Zero));
        }

        if (request.KnownLater is { } later)
        {
            request = request with { Known = await later(cancellation) };
        }

        var known = request.Known.Where(k => !k.LookAgain && !(k.SignedBy is { } signer && NoLongerHolds.Contains(signer.KeyId))).ToDictionary(k => k.Url.AbsoluteUri, k => k.Sha256, StringComparer.Ordinal);
        var urls = now.Select(d => d.Url).ToHashSet();
        return new SourceAnswer.Read(
            [.. now.Where(d => d is FoundSlip.NotFetched || known.GetValueOrDefault(d.Url.AbsoluteUri) != d.Sha256)],
            [.. Documents.Values.Where(IsSeen).Select(d => new SeenDocument(d.Url, d.Modified))],
            [.. request.Known.Select(k => k.Url).Where(u => !Documents.TryGetValue(u.AbsoluteUri, out var d) || !IsSeen(d))],
            new SourceTimings(TimeSpan.FromMilliseconds(1), TimeSpan.FromMilliseconds(2), TimeSpan.FromMilliseconds(3), TimeSpan.FromMilliseconds(4)))
        {
            Listing = now.All(d => d is FoundSlip.Usable) ? listing : null,
            OutsidePeriod = Documents.Count - now.Length,
        };

        // What was known and has become a slip of another time is not there any more for who asks.
        bool IsSeen(FoundSlip document) => urls.Contains(document.Url) || !request.Known.Any(k => k.Url == document.Url && !k.OutsidePeriod);
    }
}
