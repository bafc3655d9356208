using System.Collections.Concurrent;
using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SolidLoonfiches.Loonfiches;
using SolidLoonfiches.Sources;

namespace SolidLoonfiches.Dossiers.Tests;

/// <summary>A vault of one person behind a real web server, that fails as it is told. It looks at the token's times, as a real one does.</summary>
internal sealed class FaultyVault : IAsyncDisposable
{
    public const string Folder = "/an/loonfiches/";

    private readonly WebApplication _app;
    private readonly TimeProvider _clock;
    private int _inFlight;
    private int _nonces;

    private FaultyVault(WebApplication app, TimeProvider clock) => (_app, _clock) = (app, clock);

    /// <summary>By name, what a GET gives and what the listing says of it.</summary>
    public ConcurrentDictionary<string, (byte[] Body, DateTimeOffset Modified)> Documents { get; } = new(StringComparer.Ordinal);

    /// <summary>Asked first; true where it answered.</summary>
    public Func<HttpContext, Task<bool>>? Fault { get; set; }

    /// <summary>After a whole answer was sent.</summary>
    public Action<string>? Answered { get; set; }

    /// <summary>How far the vault's clock is ahead of ours.</summary>
    public TimeSpan Ahead { get; set; }

    public bool DemandsNonces { get; set; }

    public bool Revoked { get; set; }

    public ConcurrentQueue<string> Asked { get; } = new();

    public int MostInFlight { get; private set; }

    public Uri Container => new(new Uri(_app.Services.GetRequiredService<Microsoft.AspNetCore.Hosting.Server.IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First().Replace("127.0.0.1", "localhost", StringComparison.Ordinal)), Folder);

    public static async Task<FaultyVault> StartAsync(TimeProvider clock)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(IPAddress.Loopback, 0);
            kestrel.Limits.MinResponseDataRate = null;
        });
        var app = builder.Build();
        var vault = new FaultyVault(app, clock);
        app.Run(vault.ServeAsync);
        await app.StartAsync();
        return vault;
    }

    public void Put(string name, Loonfiche fiche, DateTimeOffset? modified = null) =>
        Documents[name] = (PayslipDocument.Write(fiche with { Id = new Uri(Container, name).AbsoluteUri, Corrects = fiche.Corrects is null ? null : new Uri(Container, fiche.Corrects).AbsoluteUri + "#loon" }, null), modified ?? _clock.GetUtcNow().AddMinutes(-5));

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task ServeAsync(HttpContext context)
    {
        var name = context.Request.Path.Value![Folder.Length..];
        Asked.Enqueue(name);
        MostInFlight = Math.Max(MostInFlight, Interlocked.Increment(ref _inFlight));
        try
        {
            if (Fault is { } fault && await fault(context))
            {
                return;
            }

            await AnswerAsync(context, name);
        }
        finally
        {
            Interlocked.Decrement(ref _inFlight);
        }

        Answered?.Invoke(name);
    }

    private async Task AnswerAsync(HttpContext context, string name)
    {
        var proof = Claims(context.Request.Headers["DPoP"].ToString());
        if (DemandsNonces && (!proof.TryGetProperty("nonce", out var nonce) || nonce.GetString() != $"n-{_nonces}"))
        {
            context.Response.StatusCode = 401;
            context.Response.Headers["DPoP-Nonce"] = $"n-{Interlocked.Increment(ref _nonces)}";
            context.Response.Headers.WWWAuthenticate = "DPoP error=\"use_dpop_nonce\"";
            return;
        }

        var token = Claims(context.Request.Headers.Authorization.ToString().Replace("DPoP ", "", StringComparison.Ordinal));
        var now = (_clock.GetUtcNow() + Ahead).ToUnixTimeSeconds();
        if (token.GetProperty("exp").GetInt64() < now || token.GetProperty("iat").GetInt64() > now + 5)
        {
            context.Response.StatusCode = 401;
            context.Response.Headers.WWWAuthenticate = "DPoP error=\"invalid_token\"";
            return;
        }

        if (Revoked)
        {
            context.Response.StatusCode = 403;
            return;
        }

        context.Response.ContentType = "text/turtle";
        if (name.Length == 0)
        {
            await context.Response.WriteAsync(Listing());
            return;
        }

        if (!Documents.TryGetValue(name, out var document))
        {
            context.Response.StatusCode = 404;
            return;
        }

        context.Response.Headers.ETag = Tag(document.Modified);
        if (context.Request.Headers.IfNoneMatch == Tag(document.Modified))
        {
            context.Response.StatusCode = 304;
            return;
        }

        context.Response.ContentLength = document.Body.Length;
        await context.Response.Body.WriteAsync(document.Body);
    }

    private string Listing()
    {
        var text = new StringBuilder("@prefix dc: <http://purl.org/dc/terms/>. @prefix ldp: <http://www.w3.org/ns/ldp#>. @prefix posix: <http://www.w3.org/ns/posix/stat#>. @prefix xsd: <http://www.w3.org/2001/XMLSchema#>.\n<> a ldp:Container, ldp:BasicContainer, ldp:Resource.\n");
        foreach (var (name, document) in Documents.OrderBy(d => d.Key, StringComparer.Ordinal))
        {
            // As Community Solid Server writes them.
            text.Append(CultureInfo.InvariantCulture, $"<> ldp:contains <{name}>.\n<{name}> a ldp:Resource, <http://www.w3.org/ns/iana/media-types/text/turtle#Resource>;\n    dc:modified \"{document.Modified.UtcDateTime:yyyy-MM-dd'T'HH:mm:ss.fff'Z'}\"^^xsd:dateTime;\n    posix:mtime {document.Modified.ToUnixTimeSeconds()};\n    posix:size {document.Body.Length}.\n");
        }

        return text.ToString();
    }

    private static string Tag(DateTimeOffset modified) => string.Create(CultureInfo.InvariantCulture, $"\"{modified.ToUnixTimeMilliseconds()}\"");

    private static JsonElement Claims(string jwt)
    {
        var part = jwt.Split('.')[1].Replace('-', '+').Replace('_', '/');
        return JsonDocument.Parse(Convert.FromBase64String(part.PadRight((part.Length + 3) / 4 * 4, '='))).RootElement;
    }
}

/// <summary>One way for a vault to fail.</summary>
internal static class Faults
{
    public static Func<HttpContext, Task<bool>> Named(string name) => name switch
    {
        "429" => Head(429, ("Retry-After", "120")),
        "redirect-elsewhere" => Head(302, ("Location", "https://elsewhere.example/an/loonfiches/")),
        "redirect-private" => Head(307, ("Location", "http://10.0.0.1/an/loonfiches/")),
        "timeout" => WaitAsync,
        "drip" => DripAsync,
        "truncated" => context => CutAsync(context),
        "half-turtle" => Body("text/turtle", "<> a <http://www.w3.org/ns/ldp#Container>; <http://www.w3.org/ns/ldp#cont"u8.ToArray()),
        "100MB" => HundredMegabytesAsync,
        "gzip-bomb" => BombAsync,
        "json" => Body("application/ld+json", "{}"u8.ToArray()),
        "html" => Body("text/html", "<html><body>Even geduld</body></html>"u8.ToArray()),
        "reset" => context =>
        {
            context.Abort();
            return Task.FromResult(true);
        },
        _ => Head(int.Parse(name, CultureInfo.InvariantCulture)),
    };

    private static Func<HttpContext, Task<bool>> Head(int status, params (string Name, string Value)[] headers) => context =>
    {
        context.Response.StatusCode = status;
        foreach (var (name, value) in headers)
        {
            context.Response.Headers[name] = value;
        }

        return Task.FromResult(true);
    };

    private static Func<HttpContext, Task<bool>> Body(string type, byte[] body) => async context =>
    {
        context.Response.ContentType = type;
        context.Response.ContentLength = body.Length;
        await context.Response.Body.WriteAsync(body);
        return true;
    };

    private static async Task<bool> WaitAsync(HttpContext context)
    {
        await Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
        return true;
    }

    private static async Task<bool> DripAsync(HttpContext context)
    {
        context.Response.ContentType = "text/turtle";
        context.Response.ContentLength = 100_000;
        for (var sent = 0; sent < 100_000 && !context.RequestAborted.IsCancellationRequested; sent++)
        {
            await context.Response.Body.WriteAsync("#"u8.ToArray());
            await context.Response.Body.FlushAsync();
            await Task.Delay(50);
        }

        return true;
    }

    private static async Task<bool> CutAsync(HttpContext context)
    {
        context.Response.ContentType = "text/turtle";
        context.Response.ContentLength = 5000;
        await context.Response.Body.WriteAsync("<> a <http://www.w3.org/ns/ldp#Container>.\n"u8.ToArray());
        await context.Response.Body.FlushAsync();

        // So that the head is there before the connection breaks.
        await Task.Delay(200);
        context.Abort();
        return true;
    }

    private static async Task<bool> HundredMegabytesAsync(HttpContext context)
    {
        context.Response.ContentType = "text/turtle";
        var piece = new byte[64 * 1024];
        Array.Fill(piece, (byte)'#');
        for (var sent = 0; sent < 1600 && !context.RequestAborted.IsCancellationRequested; sent++)
        {
            await context.Response.Body.WriteAsync(piece);
        }

        return true;
    }

    /// <summary>100 KB that would come to 100 MB.</summary>
    private static async Task<bool> BombAsync(HttpContext context)
    {
        using var packed = new MemoryStream();
        await using (var gzip = new GZipStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            await gzip.WriteAsync(new byte[100 * 1024 * 1024]);
        }

        context.Response.ContentType = "text/turtle";
        context.Response.Headers.ContentEncoding = "gzip";
        context.Response.ContentLength = packed.Length;
        await context.Response.Body.WriteAsync(packed.ToArray());
        return true;
    }
}
