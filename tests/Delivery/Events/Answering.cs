using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace SolidLoonfiches.Delivery.Tests;

/// <summary>A receiver that answers as the test says.</summary>
internal sealed class Answering : IAsyncDisposable
{
    private readonly WebApplication _app;

    public Answering()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AllowSynchronousIO = true);
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _app = builder.Build();
        _app.MapPost("/events", async http =>
        {
            using var body = new MemoryStream();
            await http.Request.Body.CopyToAsync(body);
            lock (Ids)
            {
                Ids.Add(http.Request.Headers["webhook-id"].ToString());
                Bodies.Add(body.ToArray());
            }

            Answer(http);
        });
        ((IHost)_app).Start();
        Url = _app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First() + "/events";
    }

    public Action<HttpContext> Answer { get; set; } = http => http.Response.StatusCode = StatusCodes.Status204NoContent;

    public List<string> Ids { get; } = [];

    public List<byte[]> Bodies { get; } = [];

    public int Requests => Ids.Count;

    public string Url { get; }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
