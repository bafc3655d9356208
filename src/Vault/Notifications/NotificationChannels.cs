using System.Globalization;
using System.Text.Json;
using SolidLoonfiches.Rdf;

namespace SolidLoonfiches.Vault;

/// <summary>Subscribes to a container, and ends the subscription. What comes of it is a hint: nobody promises that a message arrives.</summary>
public sealed class NotificationChannels
{
    private const string Notify = "http://www.w3.org/ns/solid/notifications#";
    private const string JsonLd = "application/ld+json";

    private readonly VaultHttp _http;

    internal NotificationChannels(VaultHttp http) => _http = http;

    /// <summary>Where the server has no channel of these kinds the answer is <see cref="VaultAnswer{T}.Absent"/>.</summary>
    /// <param name="container">What is watched; the session may read it.</param>
    /// <param name="sendTo">Where messages are posted; null: a WebSocket is wanted, or is all that the server has.</param>
    /// <param name="session">Who subscribes.</param>
    /// <param name="cancellation">Stops the requests.</param>
    public async Task<VaultAnswer<NotificationChannel>> SubscribeAsync(Uri container, Uri? sendTo, VaultSession session, CancellationToken cancellation)
    {
        var look = await _http.SendAsync(new(HttpMethod.Head, container), session, cancellation);
        if (look is not VaultReply.Answered { IsSuccess: true } answered)
        {
            return Refusal.Of<NotificationChannel>(look);
        }

        if (LinkHeader.Targets(answered.Headers, container, Vocabulary.Solid + "storageDescription").FirstOrDefault() is not { } description)
        {
            return new VaultAnswer<NotificationChannel>.Absent();
        }

        var read = await _http.SendAsync(new(HttpMethod.Get, description), session, cancellation);
        if (read is not VaultReply.Answered { IsSuccess: true, MediaType: MediaTypes.Turtle } told)
        {
            return Refusal.Of<NotificationChannel>(read);
        }

        if (TurtleBody.Read(description, told.Body, cancellation, out var fault) is not { } graph)
        {
            return new VaultAnswer<NotificationChannel>.Broken(VaultFault.NotTurtle, fault);
        }

        if (sendTo is not null && ServiceOf(graph, "WebhookChannel2023") is { } webhooks)
        {
            return await AskAsync(webhooks, ChannelKind.Webhook, container, sendTo, session, cancellation);
        }

        return ServiceOf(graph, "WebSocketChannel2023") is { } sockets
            ? await AskAsync(sockets, ChannelKind.WebSocket, container, null, session, cancellation)
            : new VaultAnswer<NotificationChannel>.Absent();
    }

    /// <summary>Ends a subscription; Ok also where it was gone.</summary>
    public async Task<VaultAnswer<Uri>> EndAsync(Uri channel, VaultSession session, CancellationToken cancellation) =>
        await _http.SendAsync(new(HttpMethod.Delete, channel), session, cancellation) switch
        {
            VaultReply.Answered { IsSuccess: true } => new VaultAnswer<Uri>.Ok(channel),
            VaultReply.Answered { Status: System.Net.HttpStatusCode.NotFound or System.Net.HttpStatusCode.Gone } => new VaultAnswer<Uri>.Ok(channel),
            var other => Refusal.Of<Uri>(other),
        };

    private static Uri? ServiceOf(RdfGraph graph, string type) => graph.WithPredicate(Term.Iri(Notify + "subscription")).Select(t => t.Object)
        .Where(service => service.IsIri && graph.Contains(service, Term.Iri(Notify + "channelType"), Term.Iri(Notify + type)))
        .Select(service => Uri.TryCreate(service.Value, UriKind.Absolute, out var url) ? url : null).FirstOrDefault(url => url is not null);

    private async Task<VaultAnswer<NotificationChannel>> AskAsync(Uri service, ChannelKind kind, Uri topic, Uri? sendTo, VaultSession session, CancellationToken cancellation)
    {
        // The whole IRI: Community Solid Server answers 422 to the short name.
        var wanted = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["@context"] = new[] { "https://www.w3.org/ns/solid/notification/v1" },
            ["type"] = Notify + (kind == ChannelKind.Webhook ? "WebhookChannel2023" : "WebSocketChannel2023"),
            ["topic"] = topic.AbsoluteUri,
        };
        if (sendTo is not null)
        {
            wanted["sendTo"] = sendTo.AbsoluteUri;
        }

        var reply = await _http.SendAsync(new(HttpMethod.Post, service) { Accept = JsonLd, Body = JsonSerializer.SerializeToUtf8Bytes(wanted), BodyType = JsonLd }, session, cancellation);
        return reply is VaultReply.Answered { IsSuccess: true } answer
            ? Read(answer.Body, kind) ?? new VaultAnswer<NotificationChannel>.Broken(VaultFault.Unexpected, "the subscription that came back cannot be used")
            : Refusal.Of<NotificationChannel>(reply);
    }

    private static VaultAnswer<NotificationChannel>? Read(byte[] body, ChannelKind kind)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            var root = json.RootElement;
            if (root.ValueKind != JsonValueKind.Object || OidcJson.Url(root, "id") is not { } id)
            {
                return null;
            }

            var (sender, from) = (OidcJson.Url(root, "sender"), OidcJson.Url(root, "receiveFrom"));
            DateTimeOffset? ends = DateTimeOffset.TryParse(OidcJson.Text(root, "endAt"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? at : null;
            // Without a sender nobody could tell a message of the vault from one of anybody else.
            return (kind == ChannelKind.Webhook ? sender : from) is null ? null : new VaultAnswer<NotificationChannel>.Ok(new(id, kind, ends, sender, from));
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
