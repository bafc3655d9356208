using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace SolidLoonfiches.Crash.Tests;

/// <summary>An OCMW's software that receives events and goes by their ids, as Standard Webhooks tells receivers to.</summary>
internal sealed class EventReceiver : IAsyncDisposable
{
    private readonly WebApplication _site;

    private EventReceiver(WebApplication site) => _site = site;

    public string Url { get; private set; } = "";

    /// <summary>How often each event came, by its id: its effect is had at the first.</summary>
    public ConcurrentDictionary<string, int> Received { get; } = new(StringComparer.Ordinal);

    /// <summary>Before an event that was taken is answered.</summary>
    public Func<Task>? BeforeAnswering { get; set; }

    public static async Task<EventReceiver> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(System.Net.IPAddress.Loopback, 0));
        var receiver = new EventReceiver(builder.Build());
        receiver._site.Run(receiver.TakeAsync);
        await receiver._site.StartAsync();
        receiver.Url = $"http://localhost:{new Uri(receiver._site.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single()).Port}/events";
        return receiver;
    }

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    private async Task TakeAsync(HttpContext http)
    {
        Received.AddOrUpdate(http.Request.Headers["webhook-id"].Single()!, 1, (_, times) => times + 1);
        if (BeforeAnswering is { } before)
        {
            await before();
        }

        http.Response.StatusCode = StatusCodes.Status204NoContent;
    }
}
