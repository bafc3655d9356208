using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace SolidLoonfiches.Vault;

/// <summary>
/// Sends one request and reads its answer to the end, within limits of time and size; answers a demand for a nonce
/// (RFC 9449, sections 8 and 9) once. Asks once more where a token was refused and the session has a newer one: a request
/// that was not let in did nothing. Retries nothing
/// else: that is for the caller, who knows what a repeat means.
/// </summary>
/// <param name="http">Its own <see cref="HttpClient.Timeout"/> is not relied on: it ends where body reading begins.</param>
/// <param name="maxBodyBytes">Largest body.</param>
/// <param name="timeout">For the whole answer, the body included.</param>
internal sealed class VaultHttp(HttpClient http, int maxBodyBytes, TimeSpan timeout, TimeProvider clock)
{
    // Servers that ask for nonces are few; the bound keeps hostile hosts from filling memory.
    private const int MaxNonces = 1_000;
    private readonly ConcurrentDictionary<string, string> _nonces = new(StringComparer.Ordinal);

    public static VaultHttp WithDefaults(HttpClient http, TimeProvider clock)
    {
        var options = new VaultOptions();
        return new(http, options.MaxBodyBytes, options.Timeout, clock);
    }

    /// <summary>As somebody. Where the session gives no token that is an answer, not an exception.</summary>
    public async Task<VaultReply> SendAsync(VaultRequest request, VaultSession session, CancellationToken cancellation)
    {
        try
        {
            return await session.SendAsync(this, request, cancellation);
        }
        catch (VaultSignInException e)
        {
            return new VaultReply.NoToken(e.Message);
        }
    }

    public async Task<VaultReply> SendAsync(VaultRequest request, CancellationToken cancellation)
    {
        using var limit = new CancellationTokenSource(timeout, clock);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellation, limit.Token);
        try
        {
            var origin = request.Target.GetLeftPart(UriPartial.Authority);
            var nonce = _nonces.GetValueOrDefault(origin);
            var reply = Kept(origin, await SendOnceAsync(request, nonce, both.Token), out var fresh);
            return fresh is not null && fresh != nonce && request.Key is not null && AsksForNonce(reply)
                ? Kept(origin, await SendOnceAsync(request, fresh, both.Token), out _)
                : reply;
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested && !cancellation.IsCancellationRequested)
        {
            return new VaultReply.Faulted(VaultFault.Timeout, string.Create(CultureInfo.InvariantCulture, $"no whole answer within {timeout.TotalSeconds:0.#} s"));
        }
        catch (OperationCanceledException e) when (!cancellation.IsCancellationRequested)
        {
            // The transport's own limit on connecting.
            return new VaultReply.Faulted(VaultFault.Timeout, e.InnerException is TimeoutException ? "no connection in time" : "the transport gave up");
        }
        catch (AddressRefusedException e)
        {
            return new VaultReply.Faulted(VaultFault.AddressRefused, e.Message);
        }
        catch (HttpRequestException e)
        {
            return Told(e);
        }
        catch (HttpIOException e)
        {
            return new VaultReply.Faulted(VaultFault.Truncated, $"the body ended early ({e.HttpRequestError})");
        }
        catch (IOException)
        {
            return new VaultReply.Faulted(VaultFault.Truncated, "the connection broke while the body was read");
        }
    }

    private async Task<VaultReply> SendOnceAsync(VaultRequest request, string? nonce, CancellationToken cancellation)
    {
        using var message = Message(request, nonce);
        using var response = await http.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, cancellation);
        var headers = new HttpResponseHeaderBag(response);
        var status = (int)response.StatusCode;
        var wanted = request.Method != HttpMethod.Head
            && (status is >= 200 and < 300 and not 204 and not 205 || (request.ReadErrors && status is >= 400 and < 500));
        if (!wanted)
        {
            // Disposing the response drains what is small and cuts off what is not: a body left unread keeps a lock on CSS.
            return new VaultReply.Answered(response.StatusCode, headers, []);
        }

        var most = request.MaxBytes ?? maxBodyBytes;
        return Unreadable(response, most) is { } fault ? fault : await BodyAsync(response, headers, most, cancellation);
    }

    private static HttpRequestMessage Message(VaultRequest request, string? nonce)
    {
        var message = new HttpRequestMessage(request.Method, request.Target);
        message.Headers.TryAddWithoutValidation("Accept", request.Accept);
        foreach (var (name, value) in request.Headers)
        {
            message.Headers.TryAddWithoutValidation(name, value);
        }

        if (request.Key is { } key)
        {
            if (request.AccessToken is { } token)
            {
                message.Headers.TryAddWithoutValidation("Authorization", "DPoP " + token);
            }

            message.Headers.TryAddWithoutValidation("DPoP", key.Proof(request.Method, request.Target, request.AccessToken, nonce));
        }

        if (request.Body is { } body)
        {
            message.Content = new ReadOnlyMemoryContent(body);
            message.Content.Headers.TryAddWithoutValidation("Content-Type", request.BodyType);
        }

        return message;
    }

    private static VaultReply.Faulted? Unreadable(HttpResponseMessage response, int most)
    {
        var content = response.Content.Headers;
        if (content.ContentLength > most)
        {
            return TooLarge(most);
        }

        if (content.ContentEncoding.Any(encoding => !encoding.Equals("identity", StringComparison.OrdinalIgnoreCase)))
        {
            return new(VaultFault.WrongContentType, "a content encoding that was not asked for");
        }

        // A body that ends when the connection does may be cut off anywhere and look whole: half a listing is a payslip missed.
        var framed = content.ContentLength is not null || response.Headers.TransferEncodingChunked == true || response.Version.Major >= 2;
        return framed ? null : new(VaultFault.Truncated, "neither a length nor chunks: no way to know whether the body is whole");
    }

    private static async Task<VaultReply> BodyAsync(HttpResponseMessage response, HttpResponseHeaderBag headers, int most, CancellationToken cancellation)
    {
        await using var stream = await response.Content.ReadAsStreamAsync(cancellation);
        if (response.Content.Headers.ContentLength is { } said)
        {
            // No more than was looked at before. A byte that should not be there shows in one more read.
            var whole = new byte[said];
            var length = await stream.ReadAtLeastAsync(whole, whole.Length, throwOnEndOfStream: false, cancellation);
            return length < whole.Length || await stream.ReadAsync(new byte[1], cancellation) > 0
                ? new VaultReply.Faulted(VaultFault.Truncated, "another length than was said")
                : new VaultReply.Answered(response.StatusCode, headers, whole);
        }

        using var body = new MemoryStream();
        var piece = new byte[16 * 1024];
        int read;
        while ((read = await stream.ReadAsync(piece, cancellation)) > 0)
        {
            if (body.Length + read > most)
            {
                return TooLarge(most);
            }

            body.Write(piece, 0, read);
        }

        return new VaultReply.Answered(response.StatusCode, headers, body.ToArray());
    }

    private static VaultReply.Faulted TooLarge(int most) => new(VaultFault.TooLarge, string.Create(CultureInfo.InvariantCulture, $"more than {most} bytes"));

    private static bool AsksForNonce(VaultReply reply) => reply is VaultReply.Answered answer && answer.Status switch
    {
        HttpStatusCode.Unauthorized when answer.Headers.Values("WWW-Authenticate").Any(v => v.Contains("use_dpop_nonce", StringComparison.Ordinal)) => true,
        HttpStatusCode.Unauthorized or HttpStatusCode.BadRequest => OAuthErrors.CodeOf(answer) == "use_dpop_nonce",
        _ => false,
    };

    /// <summary>Every answer may bring the nonce for the next request (RFC 9449, section 8.2).</summary>
    private VaultReply Kept(string origin, VaultReply reply, out string? nonce)
    {
        nonce = (reply as VaultReply.Answered)?.Headers.First("DPoP-Nonce");
        if (nonce is not null)
        {
            if (_nonces.Count >= MaxNonces)
            {
                _nonces.Clear();
            }

            _nonces[origin] = nonce;
        }

        return reply;
    }

    private static VaultReply.Faulted Told(HttpRequestException e)
    {
        for (Exception? inner = e; inner is not null; inner = inner.InnerException)
        {
            switch (inner)
            {
                case AddressRefusedException refused:
                    return new(VaultFault.AddressRefused, refused.Message);
                case SocketException socket:
                    return new(VaultFault.Unreachable, $"{e.HttpRequestError}, {socket.SocketErrorCode}");
                default:
                    break;
            }
        }

        // The message of the exception names the host, which may name a person; the kind of error does not.
        return e.HttpRequestError is HttpRequestError.InvalidResponse or HttpRequestError.ConfigurationLimitExceeded
            ? new(VaultFault.Unexpected, e.HttpRequestError.ToString())
            : new(VaultFault.Unreachable, e.HttpRequestError.ToString());
    }
}
