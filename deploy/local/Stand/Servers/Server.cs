using System.ComponentModel;
using System.Diagnostics;
using System.Net;

namespace SolidLoonfiches.Stand;

/// <summary>A child process on a leash: it ends with the stand, however the stand ends.</summary>
internal sealed class Server : IAsyncDisposable
{
    private static readonly TimeSpan LongestEnd = TimeSpan.FromSeconds(15);

    private readonly Process _process;
    private readonly string _logFile;

    private Server(string name, Process process, string logFile)
    {
        Name = name;
        _process = process;
        _logFile = logFile;
    }

    public string Name { get; }

    /// <param name="name">For people: "the vaults".</param>
    /// <param name="logFile">Its output; overwritten.</param>
    /// <param name="command">Program and arguments. No secrets: everybody on the machine can list them.</param>
    /// <param name="environment">Added to that of the stand.</param>
    public static Server Start(string name, string logFile, IReadOnlyList<string> command, IReadOnlyDictionary<string, string>? environment = null)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(logFile)!);
        File.WriteAllText(logFile, "");
        var start = new ProcessStartInfo(Path.Combine(Repository.Local, "leash"), [logFile, .. command]) { RedirectStandardInput = true, UseShellExecute = false, WorkingDirectory = Repository.Local };
        foreach (var (key, value) in environment ?? new Dictionary<string, string>(StringComparer.Ordinal))
        {
            start.Environment[key] = value;
        }

        try
        {
            return new Server(name, Process.Start(start) ?? throw new StandException($"{name} did not start."), logFile);
        }
        catch (Win32Exception cause)
        {
            throw new StandException($"{name} did not start: {cause.Message}.", cause);
        }
    }

    /// <summary>Waits until the address answers 200.</summary>
    /// <exception cref="StandException">The process ended, or did not answer in time; holds the end of its log.</exception>
    public async Task ReadyAsync(HttpClient http, Uri probe, TimeSpan longest, CancellationToken cancellation)
    {
        var watch = Stopwatch.StartNew();
        while (!await AnswersAsync(http, probe, cancellation))
        {
            DemandAlive();
            if (watch.Elapsed > longest)
            {
                throw new StandException($"The server '{Name}' did not answer on {probe} within {longest.TotalSeconds:0} s. The end of {_logFile}:\n{Tail()}");
            }

            await Task.Delay(TimeSpan.FromMilliseconds(150), cancellation);
        }
    }

    /// <summary>An answer on a port may come from somebody else who took it at the same moment.</summary>
    /// <exception cref="StandException">The process ended.</exception>
    public void DemandAlive()
    {
        if (_process.HasExited)
        {
            throw new StandException($"The server '{Name}' ended with code {_process.ExitCode} while starting. The end of {_logFile}:\n{Tail()}");
        }
    }

    /// <summary>Waits until the process ends by itself and gives its exit code.</summary>
    public async Task<int> EndAsync(CancellationToken cancellation)
    {
        await _process.WaitForExitAsync(cancellation);
        return _process.ExitCode;
    }

    /// <summary>The last lines of its output.</summary>
    public string Tail(int lines = 30) => File.Exists(_logFile) ? string.Join('\n', File.ReadLines(_logFile).TakeLast(lines).Select(line => "  | " + line)) : "";

    /// <summary>Its whole output.</summary>
    public string Output() => File.ReadAllText(_logFile);

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            // The leash ends the server when it sees the end of its input: gently first, then for good.
            _process.StandardInput.Close();
            using var longest = new CancellationTokenSource(LongestEnd);
            try
            {
                await _process.WaitForExitAsync(longest.Token);
            }
            catch (OperationCanceledException)
            {
                _process.Kill(entireProcessTree: true);
            }
        }

        _process.Dispose();
    }

    private static async Task<bool> AnswersAsync(HttpClient http, Uri probe, CancellationToken cancellation)
    {
        try
        {
            using var answer = await http.GetAsync(probe, cancellation);
            return answer.StatusCode == HttpStatusCode.OK;
        }
        catch (HttpRequestException)
        {
            // Not listening yet.
            return false;
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            // It listens and is still busy starting: on a machine with much to do longer than one request waits.
            return false;
        }
    }
}
