using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Reflection;
using System.Text.Json;

namespace SolidLoonfiches.Delivery.Tests;

/// <summary>The stub receiver of <c>deploy/local</c>, as a process that can be killed and started again on its port and file.</summary>
internal sealed class ReceiverProcess : IAsyncDisposable
{
    private static readonly HttpClient Http = new();

    private readonly string _folder = Directory.CreateTempSubdirectory("loonfiches-receiver-").FullName;
    private Process? _process;

    public ReceiverProcess()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        Port = ((IPEndPoint)probe.LocalEndpoint).Port;
        Trust([]);
    }

    public int Port { get; }

    public string Url => $"http://localhost:{Port}/events";

    private string Data => Path.Combine(_folder, "received.jsonl");

    public void Trust(IEnumerable<string> secrets) => File.WriteAllLines(Path.Combine(_folder, "secrets"), secrets);

    /// <param name="linger">How long it waits between doing and answering.</param>
    public async Task StartAsync(TimeSpan linger = default)
    {
        var dll = Path.Combine(Root(), "deploy", "local", "Receiver", "bin", typeof(ReceiverProcess).Assembly.GetCustomAttribute<AssemblyConfigurationAttribute>()!.Configuration, "net10.0", "SolidLoonfiches.Receiver.dll");
        _process = Process.Start(new ProcessStartInfo("dotnet", [dll, "--port", $"{Port}", "--secrets", Path.Combine(_folder, "secrets"), "--data", Data, "--linger", $"{(int)linger.TotalMilliseconds}"]) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true })!;
        _process.OutputDataReceived += (_, _) => { };
        _process.ErrorDataReceived += (_, _) => { };
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        for (var waited = 0; waited < 300; waited++)
        {
            try
            {
                using var answer = await Http.GetAsync(new Uri($"http://localhost:{Port}/received"));
                return;
            }
            catch (HttpRequestException)
            {
                Assert.False(_process.HasExited, "The receiver ended while it started.");
                await Task.Delay(100);
            }
        }

        Assert.Fail("The receiver did not start.");
    }

    /// <summary>SIGKILL.</summary>
    public async Task KillAsync()
    {
        _process!.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        _process = null;
    }

    /// <summary>What it did, in order: a line is the effect of an event.</summary>
    public IReadOnlyList<JsonElement> Effects()
    {
        if (!File.Exists(Data))
        {
            return [];
        }

        using var file = new FileStream(Data, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var reader = new StreamReader(file);
        var text = reader.ReadToEnd();
        return [.. text[..(text.LastIndexOf('\n') + 1)].Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement)];
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
        {
            await KillAsync();
        }

        Directory.Delete(_folder, recursive: true);
    }

    internal static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "SolidLoonfiches.sln")))
        {
            folder = folder.Parent!;
        }

        return folder.FullName;
    }
}
