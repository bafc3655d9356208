using System.Runtime.Versioning;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;

namespace SolidLoonfiches.Service.Tests.Settings;

[UnsupportedOSPlatform("windows")]
public sealed class ServiceSettingsTests : IDisposable
{
    private const UnixFileMode Owner = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private readonly string _folder = Directory.CreateTempSubdirectory("loonfiches-settings-").FullName;

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task MakeDataFolder_FolderThatEverybodyMayOpen_KeepsTheRecordsToItsUser()
    {
        var data = Directory.CreateDirectory(Path.Combine(_folder, "open"), Owner | UnixFileMode.UserExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute).FullName;
        var settings = Read(data);
        settings.MakeDataFolder();

        // Open until the end: another test may empty the pool, and the last connection that closes takes the journal with it.
        await using var records = new SqliteConnection(settings.Storage.ConnectionString);
        await using var schedule = new SqliteConnection(settings.Storage.ScheduleConnectionString);
        foreach (var connection in (SqliteConnection[])[records, schedule])
        {
            await connection.OpenAsync(TestContext.Current.CancellationToken);
            await using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA journal_mode=WAL; CREATE TABLE t (a TEXT); INSERT INTO t VALUES ('x');";
            await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }

        Assert.Equal(["dossiers.db", "dossiers.db-shm", "dossiers.db-wal", "schedule.db", "schedule.db-shm", "schedule.db-wal"], Directory.GetFiles(data).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.All(Directory.GetFiles(data), file => Assert.Equal(Owner, File.GetUnixFileMode(file)));

        // A second start, while others have the files open.
        settings.MakeDataFolder();
    }

    [Fact]
    public void MakeDataFolder_NoFolder_MadeForItsUser()
    {
        var data = Path.Combine(_folder, "new", "deeper");
        Read(data).MakeDataFolder();
        Assert.Equal(Owner | UnixFileMode.UserExecute, File.GetUnixFileMode(data));
    }

    [Fact]
    public void MakeDataFolder_DatabaseElsewhere_MakesNoFileForIt()
    {
        Read(_folder, ("Storage:ConnectionString", "Data Source=:memory:")).MakeDataFolder();
        Assert.Equal(["schedule.db"], Directory.GetFiles(_folder).Select(Path.GetFileName));
    }

    private static ServiceSettings Read(string data, params (string Name, string Value)[] more) => ServiceSettings.Read(new ConfigurationBuilder()
        .AddInMemoryCollection(more.Append(("Service:BaseUrl", "http://localhost:5480/")).Append(("Service:Data", data)).Select(one => KeyValuePair.Create(one.Item1, (string?)one.Item2)))
        .Build());
}
