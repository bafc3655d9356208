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

    /// <summary>Takes the identities of consents offline.</summary>
    public bool IsOffline { get; set; }

    /// <summary>Served instead of our own.</summary>
    public string? OtherClientDocument { get; set; }

    /// <summary>How often a vault looked at the identity of a consent.</summary>
    public int Looks { get; private set; }

    public static async Task<ServiceHost> StartAsync()
    {
        var url = $"http://localhost:{SolidServer.FreePort()}/";
        var store = new MemoryKeyStore();
        var harness = new Harness(identity: o => o.BaseUrl = new Uri(url), store: store);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(url);
        var app = builder.Build();
        var host = new ServiceHost(app, harness, store);
        app.MapGet("/id", () => Results.Text(harness.Identity.WebIdDocument(), "text/turtle"));
        app.MapGet("/id/{key}", (string key) =>
        {
            lock (host)
            {
                host.Looks++;
            }

            return host.IsOffline ? Results.NotFound() : Results.Text(harness.Identity.WebIdDocument(key), "text/turtle");
        });
        app.MapGet("/.well-known/openid-configuration", () => Results.Text(harness.Identity.Discovery(), "application/json"));
        app.MapGet("/jwks", async (CancellationToken cancellation) => Results.Text(await harness.Identity.JwksAsync(cancellation), "application/json"));
        app.MapGet("/client.jsonld", () => Results.Text(host.OtherClientDocument ?? harness.Identity.ClientIdDocument(), "application/ld+json"));
        await app.StartAsync();
        return host;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        await Harness.DisposeAsync();
    }
}
