using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SolidLoonfiches.Loonfiches;

namespace SolidLoonfiches.Load;

/// <summary>A server with many vaults, for load and for crashes: listings as Community Solid Server writes them, payslips, no rules. Nothing is stored: it is made up as it is asked for.</summary>
public sealed class LoadVault : IAsyncDisposable
{
    private static readonly DateTimeOffset _written = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly WebApplication _site;
    private readonly ConcurrentDictionary<int, IReadOnlyList<LoadSlip>> _slips = new();
    private readonly ProofCheck? _proofs;

    private LoadVault(WebApplication site, ProofCheck? proofs) => (_site, _proofs) = (site, proofs);

    /// <summary>As many servers as were asked for, by their ports.</summary>
    public IReadOnlyList<Uri> Servers { get; private set; } = [];

    /// <summary>What a vault holds of which nothing else was said.</summary>
    public IReadOnlyList<LoadSlip> Usual { get; set; } = [];

    public TimeSpan Latency { get; set; }

    /// <summary>Before a request is answered; gets its path.</summary>
    public Func<string, Task>? Asked { get; set; }

    /// <param name="servers">How many.</param>
    /// <param name="latency">Of each answer.</param>
    /// <param name="verify">Whether proofs of possession are verified, as a real server does.</param>
    public static async Task<LoadVault> StartAsync(int servers = 1, TimeSpan latency = default, bool verify = false)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            for (var i = 0; i < servers; i++)
            {
                kestrel.Listen(System.Net.IPAddress.Loopback, 0);
            }
        });
        var site = builder.Build();
        var vault = new LoadVault(site, verify ? new ProofCheck() : null) { Latency = latency };
        site.Run(vault.AnswerAsync);
        await site.StartAsync();
        vault.Servers = [.. site.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Select(address => new Uri($"http://localhost:{new Uri(address).Port}/"))];
        return vault;
    }

    /// <summary>The container of a person's payslips.</summary>
    public Uri Container(int number) => Container(Servers, number);

    public static Uri Container(IReadOnlyList<Uri> servers, int number) => new(servers[number % servers.Count], string.Create(CultureInfo.InvariantCulture, $"v{number}/loonfiches/"));

    public void Put(int number, params LoadSlip[] slips) => _slips[number] = slips;

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    private async Task AnswerAsync(HttpContext http)
    {
        var path = http.Request.Path.Value!;
        if (Asked is { } asked)
        {
            await asked(path);
        }

        if (Latency > TimeSpan.Zero)
        {
            await Task.Delay(Latency);
        }

        // /v12/loonfiches/ and /v12/loonfiches/2026-10.ttl
        var parts = path.Split('/');
        if (parts.Length != 4 || !int.TryParse(parts[1].AsSpan(1), CultureInfo.InvariantCulture, out var number))
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        if (_proofs?.Accepts(http.Request) == false)
        {
            http.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }

        var slips = _slips.GetValueOrDefault(number) ?? Usual;
        var slip = slips.FirstOrDefault(s => parts[3] == s.Month + ".ttl");
        if (parts[3].Length > 0 && slip is null)
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        var body = slip is null ? Listing(slips) : LoadSlips.Turtle(number, slip.Month, slip.Version);
        http.Response.ContentType = "text/turtle";
        http.Response.Headers.ETag = string.Create(CultureInfo.InvariantCulture, $"\"{slip?.Version ?? 0}-text/turtle\"");
        http.Response.ContentLength = body.Length;
        await http.Response.Body.WriteAsync(body);
    }

    private static byte[] Listing(IReadOnlyList<LoadSlip> slips)
    {
        var text = new StringBuilder("""
            @prefix dc: <http://purl.org/dc/terms/>.
            @prefix ldp: <http://www.w3.org/ns/ldp#>.
            @prefix posix: <http://www.w3.org/ns/posix/stat#>.
            @prefix xsd: <http://www.w3.org/2001/XMLSchema#>.
            <> a ldp:Container, ldp:BasicContainer, ldp:Resource; dc:modified "2026-01-01T00:00:00.000Z"^^xsd:dateTime.

            """);
        foreach (var slip in slips)
        {
            var modified = _written.AddMinutes(slip.Version).AddDays(slip.Month.Month);
            text.Append(CultureInfo.InvariantCulture, $"""
                <{slip.Month}.ttl> a ldp:Resource, <http://www.w3.org/ns/iana/media-types/text/turtle#Resource>;
                    dc:modified "{modified:yyyy-MM-dd'T'HH:mm:ss.fff'Z'}"^^xsd:dateTime;
                    posix:mtime {modified.ToUnixTimeSeconds()}; posix:size {2700 + slip.Version}.
                <> ldp:contains <{slip.Month}.ttl>.

                """);
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }
}

/// <summary>A payslip in a vault.</summary>
public sealed record LoadSlip(Maand Month, int Version = 1);
