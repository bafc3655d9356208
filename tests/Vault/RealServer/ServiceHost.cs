using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace SolidLoonfiches.Vault.Tests;

/// <summary>Our service as a vault's server sees it: the identity documents, on localhost.</summary>
internal sealed class ServiceHost : IAsyncDisposable
{
    private readonly WebApplication _app;

    private ServiceHost(WebApplication app, Harness harness, MemoryKeyStore store) => (_app, Harness, Store) = (app, harness, store);

    public Harness Harness { get; }
    public MemoryKeyStore Store { get; }

    public static async Task<ServiceHost> StartAsync()
    {
        var url = $"http://localhost:{SolidServer.FreePort()}/";
        var store = new MemoryKeyStore();
        var harness = new Harness(identity: o => o.BaseUrl = new Uri(url), store: store);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(url);
        var app = builder.Build();
        app.MapGet("/id", () => Results.Text(harness.Identity.WebIdDocument(), "text/turtle"));
        app.MapGet("/.well-known/openid-configuration", () => Results.Text(harness.Identity.Discovery(), "application/json"));
        app.MapGet("/jwks", async (CancellationToken cancellation) => Results.Text(await harness.Identity.JwksAsync(cancellation), "application/json"));
        app.MapGet("/client.jsonld", () => Results.Text(harness.Identity.ClientIdDocument(), "application/ld+json"));
        await app.StartAsync();
        return new(app, harness, store);
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        await Harness.DisposeAsync();
    }
}
