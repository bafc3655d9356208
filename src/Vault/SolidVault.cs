using System.Globalization;
using System.Net;

namespace SolidLoonfiches.Vault;

/// <summary>
/// Reads and writes a Solid vault over HTTP (Solid Protocol 0.11). Always asks for text/turtle; never follows a redirect;
/// retries nothing but a demand for a nonce. Safe for use from many threads.
/// </summary>
public sealed class SolidVault
{
    private readonly VaultHttp _http;
    private readonly bool _allowLoopback;

    internal SolidVault(VaultHttp http, bool allowLoopback) => (_http, _allowLoopback) = (http, allowLoopback);

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

    /// <summary>The direct members of a container. Never NotModified: a container's own tag says nothing of changed members.</summary>
    /// <param name="container">URL of the container.</param>
    /// <param name="session">Who asks.</param>
    /// <param name="cancellation">Stops the request.</param>
    public async Task<VaultAnswer<VaultListing>> ListAsync(Uri container, VaultSession session, CancellationToken cancellation)
    {
        var reply = await _http.SendAsync(new(HttpMethod.Get, container), session, cancellation);
        return Turtle<VaultListing>(reply, out var answer) ?? ContainerListing.Read(container, answer!.Body, cancellation);
    }

    /// <summary>A document, where it is another than the one we know.</summary>
    /// <param name="resource">URL of the document.</param>
    /// <param name="knownETag">Sent as If-None-Match; null to fetch in any case.</param>
    /// <param name="session">Who asks.</param>
    /// <param name="cancellation">Stops the request.</param>
    public async Task<VaultAnswer<VaultDocument>> GetAsync(Uri resource, string? knownETag, VaultSession session, CancellationToken cancellation)
    {
        var request = new VaultRequest(HttpMethod.Get, resource) { Headers = knownETag is null ? [] : [("If-None-Match", knownETag)] };
        var reply = await _http.SendAsync(request, session, cancellation);
        if (knownETag is not null && reply is VaultReply.Answered { Status: HttpStatusCode.NotModified })
        {
            return new VaultAnswer<VaultDocument>.NotModified();
        }

        return Turtle<VaultDocument>(reply, out var answer)
            ?? new VaultAnswer<VaultDocument>.Ok(new(resource, answer!.Body, answer.Headers.First("ETag"), LastModified(answer)));
    }

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

    private static DateTimeOffset? LastModified(VaultReply.Answered answer) =>
        DateTimeOffset.TryParseExact(answer.Headers.First("Last-Modified"), "r", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? at : null;
}
