using System.Globalization;
using System.Net;
using System.Security.Cryptography;

namespace SolidLoonfiches.Vault;

/// <summary>
/// Reads and writes a Solid vault over HTTP (Solid Protocol 0.11). Always asks for text/turtle; never follows a redirect;
/// reads again where another try may succeed, within bounds (<see cref="HostPatience"/>), and writes only once. Safe for use from many threads.
/// </summary>
public sealed class SolidVault
{
    private readonly VaultHttp _http;
    private readonly int _maxListingBytes;
    private readonly bool _allowLoopback;
    private readonly HostPatience _patience;

    internal SolidVault(VaultHttp http, int maxListingBytes, bool allowLoopback, TimeProvider clock) =>
        (_http, _maxListingBytes, _allowLoopback, _patience) = (http, maxListingBytes, allowLoopback, new HostPatience(clock));

    /// <summary>How long the server of this URL is still to be left alone: it asked for it, or gave no answers. Reading ends at once until then.</summary>
    public TimeSpan RestOf(Uri url) => _patience.RestOf(url);

    /// <summary>Reads a WebID document, as nobody in particular.</summary>
    /// <param name="webId">As the citizen typed or pasted it.</param>
    /// <param name="cancellation">Stops the request.</param>
    public Task<WebIdAnswer> ReadWebIdAsync(string webId, CancellationToken cancellation) =>
        WebIdReader.ReadAsync(_http, webId, _allowLoopback, cancellation);

    /// <summary>
    /// The root of the storage: from the profile, else by the storage Link header walking up from the WebID document.
    /// Absent where there is none; NoGrant where a level could not be looked at, and none was found elsewhere.
    /// </summary>
    public Task<VaultAnswer<Uri>> FindStorageAsync(WebIdProfile profile, VaultSession session, CancellationToken cancellation) =>
        StorageFinder.FindAsync(_http, profile, session, cancellation);

    /// <summary>
    /// The container that the person's type index names for a class of things, within this storage. Absent where it names
    /// none. An index that cannot be read for another reason than its absence or a refusal ends the search.
    /// </summary>
    /// <param name="profile">Of the person.</param>
    /// <param name="storage">From <see cref="FindStorageAsync"/>.</param>
    /// <param name="kind">The class.</param>
    /// <param name="session">The person's own: an index may be private.</param>
    /// <param name="cancellation">Stops the requests.</param>
    public Task<VaultAnswer<Uri>> FindContainerAsync(WebIdProfile profile, Uri storage, Uri kind, VaultSession session, CancellationToken cancellation) =>
        TypeIndex.FindAsync(_http, profile, storage, kind, session, cancellation);

    /// <summary>The direct members of a container. Never NotModified: a container's own tag says nothing of changed members.</summary>
    /// <param name="container">URL of the container.</param>
    /// <param name="session">Who asks.</param>
    /// <param name="cancellation">Stops the request.</param>
    public Task<VaultAnswer<VaultListing>> ListAsync(Uri container, VaultSession session, CancellationToken cancellation) =>
        ListAsync(container, knownSha256: null, session, cancellation);

    /// <summary>The direct members of a container; NotModified where the listing is, byte for byte, one that we know.</summary>
    /// <remarks>It is fetched in any case: a container's own tag does not move when a member's content does, its listing does.</remarks>
    /// <param name="container">URL of the container.</param>
    /// <param name="knownSha256">Of a listing that was read before, or null.</param>
    /// <param name="session">Who asks.</param>
    /// <param name="cancellation">Stops the request.</param>
    public async Task<VaultAnswer<VaultListing>> ListAsync(Uri container, string? knownSha256, VaultSession session, CancellationToken cancellation)
    {
        var reply = await ReadAsync(new(HttpMethod.Get, container) { MaxBytes = _maxListingBytes }, session, cancellation);
        if (Turtle<VaultListing>(reply, out var answer) is { } end)
        {
            return end;
        }

        var sha256 = Convert.ToHexStringLower(SHA256.HashData(answer!.Body));
        if (sha256 == knownSha256)
        {
            return new VaultAnswer<VaultListing>.NotModified();
        }

        var read = ContainerListing.Read(container, answer.Body, cancellation);
        return read is VaultAnswer<VaultListing>.Ok(var listing)
            ? new VaultAnswer<VaultListing>.Ok(listing with { Sha256 = sha256, AnsweredAt = Moment(answer, "Date") })
            : read;
    }

    /// <summary>A document, where it is another than the one we know.</summary>
    /// <param name="resource">URL of the document.</param>
    /// <param name="knownETag">Sent as If-None-Match; null to fetch in any case.</param>
    /// <param name="session">Who asks.</param>
    /// <param name="cancellation">Stops the request.</param>
    public async Task<VaultAnswer<VaultDocument>> GetAsync(Uri resource, string? knownETag, VaultSession session, CancellationToken cancellation)
    {
        var request = new VaultRequest(HttpMethod.Get, resource) { Headers = knownETag is null ? [] : [("If-None-Match", knownETag)] };
        var reply = await ReadAsync(request, session, cancellation);
        if (knownETag is not null && reply is VaultReply.Answered { Status: HttpStatusCode.NotModified })
        {
            return new VaultAnswer<VaultDocument>.NotModified();
        }

        return Turtle<VaultDocument>(reply, out var answer)
            ?? new VaultAnswer<VaultDocument>.Ok(new(resource, answer!.Body, answer.Headers.First("ETag"), Moment(answer, "Last-Modified")));
    }

    private Task<VaultReply> ReadAsync(VaultRequest request, VaultSession session, CancellationToken cancellation) =>
        _patience.SendAsync(request.Target, cancel => _http.SendAsync(request, session, cancel), cancellation);

    /// <summary>
    /// PUT with If-None-Match: *; idempotent, never overwrites. Somebody who may only add gets NoGrant instead of
    /// AlreadyThere from Community Solid Server: there the rules are looked at first.
    /// </summary>
    public Task<VaultAnswer<Uri>> PutNewAsync(Uri resource, ReadOnlyMemory<byte> turtle, VaultSession session, CancellationToken cancellation) =>
        PutAsync(new(HttpMethod.Put, resource) { Body = turtle, Headers = [("If-None-Match", "*")] }, session, cancellation);

    /// <summary>Writes a document, over what was there.</summary>
    public Task<VaultAnswer<Uri>> PutAsync(Uri resource, ReadOnlyMemory<byte> turtle, VaultSession session, CancellationToken cancellation) =>
        PutAsync(new(HttpMethod.Put, resource) { Body = turtle }, session, cancellation);

    private async Task<VaultAnswer<Uri>> PutAsync(VaultRequest request, VaultSession session, CancellationToken cancellation) =>
        await _http.SendAsync(request, session, cancellation) switch
        {
            VaultReply.Answered { IsSuccess: true } => new VaultAnswer<Uri>.Ok(request.Target),
            VaultReply.Answered { Status: HttpStatusCode.PreconditionFailed } => new VaultAnswer<Uri>.AlreadyThere(),
            var other => Refusal.Of<Uri>(other),
        };

    /// <summary>Makes the container where it is absent; Ok also where it was there.</summary>
    /// <param name="container">URL of the container, with its slash at the end.</param>
    /// <param name="session">Who makes it.</param>
    /// <param name="cancellation">Stops the requests.</param>
    public async Task<VaultAnswer<Uri>> EnsureContainerAsync(Uri container, VaultSession session, CancellationToken cancellation)
    {
        if (!container.AbsolutePath.EndsWith('/'))
        {
            throw new ArgumentException("The URL of a container ends in a slash.", nameof(container));
        }

        var look = new VaultRequest(HttpMethod.Head, container);
        var before = await _http.SendAsync(look, session, cancellation);
        if (before is not VaultReply.Answered { Status: HttpStatusCode.NotFound or HttpStatusCode.Gone })
        {
            return IsThere(container, before);
        }

        var made = await _http.SendAsync(
            new(HttpMethod.Put, container)
            {
                Body = ReadOnlyMemory<byte>.Empty,
                Headers = [("Link", $"<{Vocabulary.BasicContainer}>; rel=\"type\""), ("If-None-Match", "*")],
            },
            session,
            cancellation);
        return made switch
        {
            VaultReply.Answered { IsSuccess: true } => new VaultAnswer<Uri>.Ok(container),
            // Somebody made it in between.
            VaultReply.Answered { Status: HttpStatusCode.Conflict or HttpStatusCode.PreconditionFailed } =>
                IsThere(container, await _http.SendAsync(look, session, cancellation)),
            _ => Refusal.Of<Uri>(made),
        };
    }

    private static VaultAnswer<Uri> IsThere(Uri container, VaultReply reply) =>
        reply is VaultReply.Answered { IsSuccess: true } ? new VaultAnswer<Uri>.Ok(container) : Refusal.Of<Uri>(reply);

    /// <summary>Null where the answer is 200 with text/turtle; else how it ended.</summary>
    private static VaultAnswer<T>? Turtle<T>(VaultReply reply, out VaultReply.Answered? answer)
    {
        answer = reply as VaultReply.Answered;
        return answer switch
        {
            { Status: HttpStatusCode.OK, MediaType: MediaTypes.Turtle } => null,
            { Status: HttpStatusCode.OK } => new VaultAnswer<T>.Broken(VaultFault.WrongContentType, "not text/turtle"),
            // How Community Solid Server 7.2 says that it cannot give a document (a PDF) as Turtle.
            { Status: HttpStatusCode.NotImplemented } => new VaultAnswer<T>.Broken(VaultFault.WrongContentType, "HTTP 501: not to be had as text/turtle"),
            _ => Refusal.Of<T>(reply),
        };
    }

    private static DateTimeOffset? Moment(VaultReply.Answered answer, string header) =>
        DateTimeOffset.TryParseExact(answer.Headers.First(header), "r", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? at : null;
}
