using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;
using SolidLoonfiches.Delivery;
using SolidLoonfiches.Dossiers;

namespace SolidLoonfiches.Service;

/// <summary>The feed of events, for software that asks instead of being told, and what was done with them.</summary>
internal static class EventRoutes
{
    public static void MapEvents(this RouteGroupBuilder api)
    {
        api.MapGet("/events", FeedAsync).Reads<EventPage>("listEvents", ApiScopes.Events, "The events of the OCMW in a fixed order; who goes on where they stopped misses none", ApiProblems.InvalidCursor);
        api.MapGet("/events/{id}", GetAsync).Reads<CloudEventData>("getEvent", ApiScopes.Events, "An event");
        api.MapPost("/events/{id}/receipts", ReceiveAsync).Writes<NewReceipt, WrittenData>("recordReceipt", ApiScopes.Events, "Says that an event was received, or that nothing can be done with it");
    }

    private static async Task<IResult> FeedAsync(string? after, int? limit, ApiCaller caller, EventFeed feed, IOptions<JsonOptions> json, CancellationToken cancellation)
    {
        if (limit is < 1 or > Paging.Largest)
        {
            return new ApiProblem(ApiProblems.InvalidRequest, $"1 to {Paging.Largest}.", "limit");
        }

        var from = 0L;
        if (after is not null && !long.TryParse(after, NumberStyles.None, CultureInfo.InvariantCulture, out from))
        {
            return new ApiProblem(ApiProblems.InvalidCursor, field: "after");
        }

        var page = await feed.ReadAsync(caller.OcmwKbo, from, limit ?? Paging.Default, cancellation);
        var next = page.Items is [.., var last] ? last.Position : from;
        return TypedResults.Ok(new EventPage([.. page.Items.Select(item => Read(item.CloudEvent, json.Value))], next.ToString(CultureInfo.InvariantCulture), page.More));
    }

    private static async Task<IResult> GetAsync(string id, ApiCaller caller, EventFeed feed, IOptions<JsonOptions> json, CancellationToken cancellation) =>
        await feed.FindAsync(caller.OcmwKbo, id, cancellation) is { } found ? TypedResults.Ok(Read(found, json.Value)) : new ApiProblem(ApiProblems.NotFound);

    private static async Task<object> ReceiveAsync(string id, NewReceipt body, ApiCaller caller, RecordReceipt record, CancellationToken cancellation) =>
        await record.RunAsync(new(id, caller.ClientId, caller.OcmwKbo, body.Outcome == ReceiptOutcome.Received, body.Reason), cancellation) switch
        {
            RecordReceipt.Outcome.Recorded recorded => new Written(StatusCodes.Status201Created, new WrittenData(recorded.ReceiptId), $"/events/{id}"),
            RecordReceipt.Outcome.Refused refused => new ApiProblem(ApiProblems.InvalidValue, refused.Sentence, refused.Field),
            _ => new ApiProblem(ApiProblems.NotFound),
        };

    /// <summary>The event as it is sent to endpoints: there is one writer of it.</summary>
    private static CloudEventData Read(ReadOnlyMemory<byte> cloudEvent, JsonOptions json) =>
        JsonSerializer.Deserialize<CloudEventData>(cloudEvent.Span, json.SerializerOptions) ?? throw new InvalidOperationException("An event is never null.");
}
