using System.Diagnostics;
using Npgsql;

namespace SolidLoonfiches.Dossiers.Tests;

/// <summary>A PostgreSQL cluster of the tests' own in a temporary folder, reached by a socket in that folder; one per test run.</summary>
/// <remarks>PostgreSQL refuses to run as root; there, the commands run as the user <c>postgres</c> of the Debian package.</remarks>
public sealed class PostgresServer : IAsyncDisposable
{
    private readonly string _folder = Path.Combine(Path.GetTempPath(), "loonfiches-pg-" + Path.GetRandomFileName());
    private string? _bin;

    /// <summary>Why there is no server, or null.</summary>
    public string? Missing { get; private set; }

    public async ValueTask StartAsync()
    {
        _bin = Directory.Exists("/usr/lib/postgresql")
            ? Directory.GetDirectories("/usr/lib/postgresql").Select(version => Path.Combine(version, "bin")).Where(bin => File.Exists(Path.Combine(bin, "initdb"))).Order(StringComparer.Ordinal).LastOrDefault()
            : null;
        if (_bin is null)
        {
            Missing = "PostgreSQL is not installed: /usr/lib/postgresql/*/bin/initdb is not there.";
            return;
        }

        Directory.CreateDirectory(_folder);
        if (Environment.IsPrivilegedProcess)
        {
            await RunAsync("chown", ["postgres", _folder]);
        }

        await AsOwnerAsync("initdb", ["-D", Path.Combine(_folder, "data"), "-U", "loonfiches", "--auth=trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync"]);
        await StartServerAsync();
    }

    /// <summary>Dies, as when the power fails, and is there again after a while.</summary>
    public async Task BeAwayAsync(TimeSpan time)
    {
        await AsOwnerAsync("pg_ctl", ["-D", Path.Combine(_folder, "data"), "-m", "immediate", "stop"]);
        await Task.Delay(time);
        await StartServerAsync();
    }

    private Task StartServerAsync() =>
        AsOwnerAsync("pg_ctl", ["-D", Path.Combine(_folder, "data"), "-w", "-l", Path.Combine(_folder, "log"), "-o", $"-c listen_addresses='' -c unix_socket_directories='{_folder}' -c fsync=off -c max_connections=500", "start"]);

    /// <summary>Makes a database and gives its connection string.</summary>
    /// <param name="template">A database to copy, or null for an empty one. Nobody may be connected to it.</param>
    public async Task<string> CreateDatabaseAsync(string name, string? template = null)
    {
        await using var connection = new NpgsqlConnection(ConnectionString("postgres") + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = $"CREATE DATABASE \"{name}\"" + (template is null ? "" : $" TEMPLATE \"{template}\"");
        await command.ExecuteNonQueryAsync();
        return ConnectionString(name);
    }

    public async ValueTask DisposeAsync()
    {
        if (_bin is null || Missing is not null)
        {
            return;
        }

        NpgsqlConnection.ClearAllPools();
        await AsOwnerAsync("pg_ctl", ["-D", Path.Combine(_folder, "data"), "-m", "immediate", "stop"]);
        Directory.Delete(_folder, recursive: true);
    }

    // Each test has a database of its own, and so a pool: what it no longer uses goes back soon, or hundreds of tests use up the server.
    private string ConnectionString(string database) => $"Host={_folder};Username=loonfiches;Database={database};Maximum Pool Size=20;Connection Idle Lifetime=2;Connection Pruning Interval=1";

    private Task AsOwnerAsync(string program, string[] arguments)
    {
        var path = Path.Combine(_bin!, program);
        return Environment.IsPrivilegedProcess
            ? RunAsync("setpriv", ["--reuid=postgres", "--regid=postgres", "--clear-groups", path, .. arguments])
            : RunAsync(path, arguments);
    }

    private static async Task RunAsync(string program, string[] arguments)
    {
        // pg_ctl leaves the server behind with our pipes: its own log file takes the server's output, ours go nowhere.
        var start = new ProcessStartInfo("/bin/sh", ["-c", "exec \"$0\" \"$@\" >/dev/null 2>&1 </dev/null", program, .. arguments]) { WorkingDirectory = "/" };
        using var process = Process.Start(start)!;
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{Path.GetFileName(program)} {string.Join(' ', arguments)} ended with {process.ExitCode}.");
        }
    }
}
