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
            now = [.. Documents.Values];
        }

        if (OnRead is { } hook)
        {
            await hook(request);
        }

        if (Answer is { } answer)
        {
            return answer;
        }

        var known = request.Known.Where(k => !k.LookAgain && !(k.SignedBy is { } signer && NoLongerHolds.Contains(signer.KeyId))).ToDictionary(k => k.Url.AbsoluteUri, k => k.Sha256, StringComparer.Ordinal);
        var urls = now.Select(d => d.Url).ToHashSet();
        return new SourceAnswer.Read(
            [.. now.Where(d => d is FoundSlip.NotFetched || known.GetValueOrDefault(d.Url.AbsoluteUri) != d.Sha256)],
            [.. now.Select(d => new SeenDocument(d.Url, d.Modified))],
            [.. request.Known.Select(k => k.Url).Where(u => !urls.Contains(u))],
            new SourceTimings(TimeSpan.FromMilliseconds(1), TimeSpan.FromMilliseconds(2), TimeSpan.FromMilliseconds(3), TimeSpan.FromMilliseconds(4)));
    }
}
