using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SolidLoonfiches.Vault.Tests;

/// <summary>
/// Community Solid Server 7.2 on a free port of this machine, with a citizen, a stranger and an employer.
/// Taken from <c>deploy/local/node_modules</c>, or from the folder in the environment variable SOLID_SERVER_HOME.
/// </summary>
public abstract class SolidServer(string config) : IAsyncLifetime
{
    public const string Password = "een lang wachtwoord";
    private readonly string _data = Directory.CreateTempSubdirectory("solid-").FullName;
    private readonly HttpClient _http = new();
    private Process? _process;

    /// <summary>Null where the server is installed.</summary>
    public string? WhyNot { get; private set; }
    public Uri Base { get; private set; } = new("http://localhost/");

    public Uri WebIdOf(string name) => new(Base, name + "/profile/card#me");

    public static string EmailOf(string name) => name + "@example.org";

    public async ValueTask InitializeAsync()
    {
        var root = Root();
        var home = Environment.GetEnvironmentVariable("SOLID_SERVER_HOME") ?? Path.Combine(root, "deploy", "local");
        var script = Path.Combine(home, "node_modules", "@solid", "community-server", "bin", "server.js");
        if (!File.Exists(script))
        {
            WhyNot = "Community Solid Server is not installed: run npm ci in deploy/local.";
            return;
        }

        Base = new Uri($"http://localhost:{FreePort()}/");
        var seed = Path.Combine(_data, "seed.json");
        await File.WriteAllTextAsync(seed, JsonSerializer.Serialize(new[] { "citizen", "stranger", "employer" }
            .Select(name => new { email = EmailOf(name), password = Password, pods = new[] { new { name } } })));
        var start = new ProcessStartInfo("node")
        {
            ArgumentList =
            {
                "--require", Path.Combine(root, "deploy", "local", "solid", "loopback.cjs"), script,
                "-p", Base.Port.ToString(System.Globalization.CultureInfo.InvariantCulture), "-b", Base.AbsoluteUri,
                "-c", config, "-f", Path.Combine(_data, "files"), "--seedConfig", seed, "-l", "warn",
            },
            WorkingDirectory = home,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        _process = Process.Start(start) ?? throw new InvalidOperationException("node did not start.");
        var said = new System.Collections.Concurrent.ConcurrentQueue<string?>();
        _process.OutputDataReceived += (_, e) => said.Enqueue(e.Data);
        _process.ErrorDataReceived += (_, e) => said.Enqueue(e.Data);
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        for (var patience = Stopwatch.StartNew(); !await AnswersAsync();)
        {
            if (_process.HasExited || patience.Elapsed > TimeSpan.FromMinutes(2))
            {
                _process.Kill(entireProcessTree: true);
                throw new InvalidOperationException("Community Solid Server did not start:\n" + string.Join('\n', said));
            }

            await Task.Delay(200);
        }
    }

    /// <summary>A session with client credentials, made by the server's own account API.</summary>
    internal Task<ClientCredentialsSession> SessionAsync(string name) => SessionAsync(EmailOf(name), Password, WebIdOf(name));

    internal async Task<ClientCredentialsSession> SessionAsync(string email, string password, Uri webId)
    {
        var (id, secret) = await CredentialsAsync(email, password, webId);
        return new ClientCredentialsSession(_http, Base, webId, id, secret, TimeProvider.System);
    }

    /// <summary>For a client of others.</summary>
    internal async Task<(string Id, string Secret)> CredentialsAsync(string email, string password, Uri webId)
    {
        var account = await JsonAsync(HttpMethod.Post, new Uri(Base, ".account/login/password/"), null, new { email, password });
        var authorization = "CSS-Account-Token " + account["authorization"]!.GetValue<string>();
        var controls = await JsonAsync(HttpMethod.Get, new Uri(Base, ".account/"), authorization, null);
        var credentials = await JsonAsync(
            HttpMethod.Post,
            new Uri(controls["controls"]!["account"]!["clientCredentials"]!.GetValue<string>()),
            authorization,
            new { name = "tests", webId = webId.OriginalString });
        return (credentials["id"]!.GetValue<string>(), credentials["secret"]!.GetValue<string>());
    }

    private async Task<JsonNode> JsonAsync(HttpMethod method, Uri url, string? authorization, object? body)
    {
        using var request = new HttpRequestMessage(method, url) { Content = body is null ? null : JsonContent.Create(body) };
        request.Headers.TryAddWithoutValidation("Accept", "application/json");
        request.Headers.TryAddWithoutValidation("Authorization", authorization);
        using var response = await _http.SendAsync(request);
        response.EnsureSuccessStatusCode();
        return (await response.Content.ReadFromJsonAsync<JsonNode>())!;
    }

    private async Task<bool> AnswersAsync()
    {
        try
        {
            using var response = await _http.GetAsync(new Uri(Base, ".well-known/openid-configuration"));
            return response.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    internal static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "SolidLoonfiches.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("The tests run outside the repository.");
        }

        return folder.FullName;
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync();
            _process.Dispose();
        }

        _http.Dispose();
        Directory.Delete(_data, recursive: true);
        GC.SuppressFinalize(this);
    }
}

/// <summary>With Web Access Control.</summary>
public sealed class WacServer() : SolidServer("@css:config/file.json");

/// <summary>With Access Control Policy.</summary>
public sealed class AcpServer() : SolidServer("@css:config/file-acp.json");
