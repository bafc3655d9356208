using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using SolidLoonfiches.Loonfiches;
using SolidLoonfiches.Vault;

namespace SolidLoonfiches.Load;

/// <summary>Community Solid Server with vaults that everybody may read, and the identity of the service that it looks up before it answers.</summary>
internal sealed class SolidServer : IAsyncDisposable
{
    private const string Rules = """
        @prefix acl: <http://www.w3.org/ns/auth/acl#>.
        <#all> a acl:Authorization; acl:agentClass <http://xmlns.com/foaf/0.1/Agent>; acl:accessTo <./>; acl:default <./>; acl:mode acl:Read.
        """;

    private readonly Process _server;
    private readonly WebApplication _identity;
    private readonly Uri _url;

    private SolidServer(Process server, WebApplication identity, Uri url) => (_server, _identity, _url) = (server, identity, url);

    public static async Task<SolidServer> StartAsync(string folder, int vaults, Maand month, Uri identityUrl, ServiceIdentity identity)
    {
        var data = Path.Combine(folder, "vaults");
        for (var number = 0; number < vaults; number++)
        {
            var container = Directory.CreateDirectory(Path.Combine(data, string.Create(CultureInfo.InvariantCulture, $"v{number}"), "loonfiches"));
            await File.WriteAllBytesAsync(Path.Combine(container.FullName, month + ".ttl"), LoadSlips.Turtle(number, month, 1));
        }

        await File.WriteAllTextAsync(Path.Combine(data, ".acl"), Rules);
        var site = await ServeAsync(identityUrl, identity);
        var (local, url) = (Path.Combine(Path.GetDirectoryName(ThisFile())!, "..", "..", "deploy", "local"), FreeUrl());
        string[] arguments =
        [
            "--require", Path.Combine(local, "solid", "loopback.cjs"), Path.Combine(local, "node_modules", "@solid", "community-server", "bin", "server.js"),
            "--port", url.Port.ToString(CultureInfo.InvariantCulture), "--baseUrl", url.AbsoluteUri, "--config", "@css:config/file.json", "--rootFilePath", data, "--loggingLevel", "error",
        ];
        var server = new SolidServer(Process.Start(new ProcessStartInfo("node", arguments) { UseShellExecute = false, RedirectStandardOutput = true })!, site, url);
        await server.WaitAsync();
        return server;
    }

    /// <summary>On this machine, at a port that nobody has.</summary>
    public static Uri FreeUrl()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return new Uri(string.Create(CultureInfo.InvariantCulture, $"http://localhost:{((IPEndPoint)listener.LocalEndpoint).Port}/"));
    }

    public Uri Container(int number) => new(_url, string.Create(CultureInfo.InvariantCulture, $"v{number}/loonfiches/"));

    public async ValueTask DisposeAsync()
    {
        _server.Kill();
        await _server.WaitForExitAsync();
        _server.Dispose();
        await _identity.DisposeAsync();
    }

    private static async Task<WebApplication> ServeAsync(Uri url, ServiceIdentity identity)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, url.Port));
        var site = builder.Build();
        site.Run(async http =>
        {
            var (type, text) = http.Request.Path.Value switch
            {
                "/id" => ("text/turtle", identity.WebIdDocument()),
                "/.well-known/openid-configuration" => ("application/json", identity.Discovery()),
                _ => ("application/json", await identity.JwksAsync(http.RequestAborted)),
            };
            http.Response.ContentType = type;
            await http.Response.WriteAsync(text, http.RequestAborted);
        });
        await site.StartAsync();
        return site;
    }

    private async Task WaitAsync()
    {
        using var http = new HttpClient();
        for (var started = Stopwatch.GetTimestamp(); ; await Task.Delay(300))
        {
            try
            {
                using var answer = await http.GetAsync(Container(0));
                answer.EnsureSuccessStatusCode();
                return;
            }
            catch (HttpRequestException) when (!_server.HasExited && Stopwatch.GetElapsedTime(started) < TimeSpan.FromMinutes(3))
            {
                // It is not there yet.
            }
        }
    }

    private static string ThisFile([CallerFilePath] string path = "") => path;
}
