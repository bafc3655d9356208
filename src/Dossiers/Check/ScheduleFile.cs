using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Hosting;

namespace SolidLoonfiches.Dossiers;

/// <summary>Holds SQLite's schedule for this process, before Quartz opens it: two schedulers that do not know of each other fire everything twice, and take what the other is doing for a crash.</summary>
/// <remarks>The operating system ends the hold when the process dies. PostgreSQL needs none: its schedulers are nodes of one cluster, and Quartz starts no other on the same settings.</remarks>
internal sealed class ScheduleFile(string connection) : IHostedService, IDisposable
{
    private FileStream? _hold;

    /// <exception cref="InvalidOperationException">Another process runs the schedule.</exception>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var file = new SqliteConnectionStringBuilder(connection).DataSource;
        try
        {
            _hold = new FileStream(file + ".held", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException taken) when (File.Exists(file + ".held"))
        {
            throw new InvalidOperationException($"Another process runs the schedule in {file}: SQLite serves one. Stop that process, or use PostgreSQL, where any number of nodes share the work.", taken);
        }

        // Quartz leaves the journal as it finds it: a write-ahead log survives a kill as well, and lets others read meanwhile.
        await using var sqlite = new SqliteConnection(connection);
        await sqlite.OpenAsync(cancellationToken);
        await using var command = sqlite.CreateCommand();
        command.CommandText = "PRAGMA journal_mode=WAL;";
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose() => _hold?.Dispose();
}
