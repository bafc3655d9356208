using System.Collections.Concurrent;
using System.Net;
using SolidLoonfiches.Rdf;

namespace SolidLoonfiches.Sources;

/// <summary>The keys of payroll offices, fetched once and kept: a signature is verified without asking anybody.</summary>
/// <remarks>
/// From WebID to keys: the WebID document names a JWK Set by <c>lf:signingKeys</c>. Not by way of <c>solid:oidcIssuer</c>:
/// an issuer's keys are those of a sign-in provider, who is a third party unless the office runs its own, changes its keys
/// within days, and has no reason to keep the old ones; a slip is verified years later. Both documents are asked for as
/// nobody, so that no token of ours goes to an office. A set is asked for again after an hour, or at once where a slip names
/// a key that is not in it; where the office does not answer, what is known stays in use.
/// </remarks>
internal sealed class OfficeKeys(HttpClient http, TimeProvider clock)
{
    private const int MaxBytes = 64 * 1024;
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Fresh = TimeSpan.FromHours(1);
    private static readonly TimeSpan BetweenTries = TimeSpan.FromMinutes(1);
    private readonly ConcurrentDictionary<string, Office> _offices = new(StringComparer.Ordinal);

    /// <summary>The key set of an office as it is now or was last known; null where it was never had.</summary>
    /// <param name="webId">One that is trusted: where a WebID comes from a document, it must have been looked up before.</param>
    /// <param name="keyId">Where it is not in the set, the set is asked for again.</param>
    /// <param name="cancellation">Stops the requests.</param>
    public async ValueTask<IReadOnlyDictionary<string, OfficeKey>?> OfAsync(Uri webId, string keyId, CancellationToken cancellation)
    {
        var office = _offices.GetOrAdd(webId.AbsoluteUri, _ => new Office());
        if (office.IsGood(keyId, clock))
        {
            return office.Keys;
        }

        await office.Asking.WaitAsync(cancellation);
        try
        {
            if (!office.IsGood(keyId, clock))
            {
                office.Took(await FetchAsync(webId, cancellation), clock.GetTimestamp());
            }

            return office.Keys;
        }
        finally
        {
            office.Asking.Release();
        }
    }

    private async Task<IReadOnlyDictionary<string, OfficeKey>?> FetchAsync(Uri webId, CancellationToken cancellation)
    {
        var profile = await GetAsync(webId, "text/turtle", cancellation);
        return profile is not null && KeysUrl(webId, profile) is { } url && await GetAsync(url, "application/jwk-set+json, application/json", cancellation) is { } set
            ? OfficeKeySet.TryParse(set)
            : null;
    }

    private static Uri? KeysUrl(Uri webId, byte[] profile)
    {
        try
        {
            var graph = Turtle.Read(profile, webId.GetLeftPart(UriPartial.Query), new RdfLimits { MaxBytes = MaxBytes });
            Term[] named = [.. graph.Objects(Term.Iri(webId.AbsoluteUri), LoonficheTerms.SigningKeys)];
            return named is [{ IsIri: true } only] && Uri.TryCreate(only.Value, UriKind.Absolute, out var url) ? url : null;
        }
        catch (RdfSyntaxException)
        {
            return null;
        }
    }

    /// <summary>Null for anything but 200 with a whole body of a sensible size. The client refuses addresses that may not be visited, and follows nothing.</summary>
    private async Task<byte[]?> GetAsync(Uri url, string accept, CancellationToken cancellation)
    {
        using var timeout = new CancellationTokenSource(Timeout, clock);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellation, timeout.Token);
        using var request = new HttpRequestMessage(HttpMethod.Get, url);
        request.Headers.TryAddWithoutValidation("Accept", accept);
        try
        {
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, both.Token);
            if (response.StatusCode != HttpStatusCode.OK || response.Content.Headers.ContentLength > MaxBytes)
            {
                return null;
            }

            await using var stream = await response.Content.ReadAsStreamAsync(both.Token);
            var body = new byte[MaxBytes + 1];
            var length = await stream.ReadAtLeastAsync(body, body.Length, throwOnEndOfStream: false, both.Token);
            return length <= MaxBytes ? body[..length] : null;
        }
        catch (Exception error) when (error is not OperationCanceledException || !cancellation.IsCancellationRequested)
        {
            // No answer, half an answer, no answer in time, or an address that Vault's guard refuses in a type of its own:
            // the slip's state says that the keys could not be had.
            return null;
        }
    }

    private sealed class Office
    {
        private long? _tried;
        private long? _had;

        public SemaphoreSlim Asking { get; } = new(1, 1);

        public IReadOnlyDictionary<string, OfficeKey>? Keys { get; private set; }

        public bool IsGood(string keyId, TimeProvider clock) =>
            (_tried is { } tried && clock.GetElapsedTime(tried) < BetweenTries)
            || (_had is { } had && clock.GetElapsedTime(had) < Fresh && Keys!.ContainsKey(keyId));

        public void Took(IReadOnlyDictionary<string, OfficeKey>? keys, long now)
        {
            _tried = now;
            if (keys is not null)
            {
                (Keys, _had) = (keys, now);
            }
        }
    }
}
