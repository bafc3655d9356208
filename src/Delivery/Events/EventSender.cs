using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using Microsoft.Extensions.Options;
using SolidLoonfiches.Dossiers;
using SolidLoonfiches.Vault;

namespace SolidLoonfiches.Delivery;

/// <summary>Sends one event to one endpoint.</summary>
internal sealed class EventSender(IHttpClientFactory clients, EndpointSecrets secrets, IOptions<EventOptions> options, TimeProvider clock)
{
    public const string ClientName = "events";

    private readonly HttpClient _http = clients.CreateClient(ClientName);

    /// <summary>How one attempt ended.</summary>
    internal abstract record Outcome
    {
        private Outcome()
        {
        }

        /// <summary>2xx.</summary>
        public sealed record Accepted : Outcome;

        /// <summary>410: the endpoint wants nothing more, ever.</summary>
        public sealed record Gone : Outcome;

        /// <summary>It came through, and another attempt would end the same way: a dead letter at once.</summary>
        public sealed record Useless(string Error) : Outcome;

        /// <param name="Error">Without URL or words of the other side.</param>
        /// <param name="EndpointIsAway">It is not this event: no other one would come through either.</param>
        /// <param name="Asked">What <c>Retry-After</c> said.</param>
        public sealed record Failed(string Error, bool EndpointIsAway, TimeSpan? Asked) : Outcome;
    }

    public async Task<Outcome> SendAsync(EventRecord record, EventEndpoint endpoint, CancellationToken cancellation)
    {
        var settings = options.Value;
        var now = clock.GetUtcNow();
        var body = CloudEvent.Write(record, settings.BaseUrl ?? throw new InvalidOperationException("Events:BaseUrl is not set."));
        using var message = new HttpRequestMessage(HttpMethod.Post, endpoint.Url) { Content = new ByteArrayContent(body) };
        message.Content.Headers.ContentType = new MediaTypeHeaderValue(CloudEvent.MediaType, "utf-8");
        message.Headers.Add("webhook-id", record.Id);
        message.Headers.Add("webhook-timestamp", now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture));
        message.Headers.Add("webhook-signature", WebhookSignature.Of(record.Id, now, body, secrets.Of(endpoint, now)));
        message.Headers.UserAgent.ParseAdd("SolidLoonfiches");
        using var limit = new CancellationTokenSource(settings.Timeout, clock);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellation, limit.Token);
        try
        {
            // The status says all: a body is not read.
            using var answer = await _http.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, both.Token);
            return Read(answer, clock.GetUtcNow());
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return new Outcome.Failed("no answer in time", EndpointIsAway: true, null);
        }
        catch (HttpRequestException failure)
        {
            return new Outcome.Failed(Describe(failure), EndpointIsAway: true, null);
        }
    }

    private static string Describe(HttpRequestException failure) => failure.InnerException switch
    {
        AddressRefusedException => "address refused",
        SocketException socket => $"connection {socket.SocketErrorCode}",
        _ => $"connection {failure.HttpRequestError}",
    };

    private static Outcome Read(HttpResponseMessage answer, DateTimeOffset now)
    {
        if (answer.IsSuccessStatusCode)
        {
            return new Outcome.Accepted();
        }

        if (answer.StatusCode == HttpStatusCode.Gone)
        {
            return new Outcome.Gone();
        }

        var asked = answer.Headers.RetryAfter switch
        {
            { Delta: { } delta } => delta,
            { Date: { } date } when date > now => date - now,
            _ => (TimeSpan?)null,
        };
        var away = answer.StatusCode is HttpStatusCode.TooManyRequests or HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout;
        return new Outcome.Failed($"http {(int)answer.StatusCode}", away, asked);
    }
}
