using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using SolidLoonfiches.Dossiers;

namespace SolidLoonfiches.Crash.Tests;

/// <summary>One node that is killed with SIGKILL and started again: in the end every slip has counted once and every message was told, as if nothing had happened.</summary>
public sealed class CrashTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("loonfiches-crash-").FullName;

    /// <summary>The first, a middle and the last of each kind of write and of send; each time the node that is started next goes on.</summary>
    [Fact]
    public async Task Month_KilledAtEachKindOfWriteAndSend_EndsAsIfNothingHadHappened()
    {
        const int Dossiers = 200;
        await using var stand = await CrashStand.StartAsync(Sqlite("prepared"), Dossiers);
        var (whole, writes) = await UndisturbedAsync(stand, Dossiers);
        await stand.BeginAnewAsync(Copy("killed"));
        var kills = new Kills(stand, Dossiers, writes);

        await kills.FirstAsync();
        await kills.MiddleAsync();
        await kills.LastAsync();
        await kills.TellingAsync();

        var last = await stand.RunAsync(CrashStand.October);
        Assert.True(last.Code == 0, last.Errors);
        await stand.AssertEndedAsync(whole, Dossiers);
        TestContext.Current.TestOutputHelper?.WriteLine($"{kills.Done.Count} kills: {string.Join(", ", kills.Done)}");
        Assert.All(writes.Keys.Where(kind => kind is not "*"), kind => Assert.Contains(kills.Done, done => done.StartsWith(kind, StringComparison.Ordinal)));
        Assert.All((string[])["listing", "slip", "mail", "event"], send => Assert.InRange(kills.Done.Count(done => done.StartsWith(send, StringComparison.Ordinal)), 2, 3));
    }

    /// <summary>A second look at a month that was checked, where nothing is to be found: the reads that are recorded together.</summary>
    [Fact]
    public async Task UnchangedVaults_KilledWhileTheirReadsAreRecorded_AreAllReadAndNothingIsTold()
    {
        const int Dossiers = 60;
        await using var stand = await CrashStand.StartAsync(Sqlite("prepared"), Dossiers);
        var (whole, _) = await UndisturbedAsync(stand, Dossiers);
        var reads = await stand.QueryAsync(db => db.VaultReads.CountAsync());
        var killed = 0;
        foreach (var kill in (string[])["INSERT vault_reads:1:before", "INSERT vault_reads:1:after", "UPDATE consents:1:after", "COMMIT:1:before", "COMMIT:1:after"])
        {
            killed += (await stand.RunAsync(CrashStand.October, kill, runs: 2)).WasKilled ? 1 : 0;
        }

        Assert.InRange(killed, 4, 5);
        var last = await stand.RunAsync(CrashStand.October, runs: 2);
        Assert.True(last.Code == 0, last.Errors);
        await stand.AssertEndedAsync(whole, Dossiers);
        var second = (await stand.QueryAsync(db => db.Runs.Where(r => r.Month == CrashStand.October).ToListAsync())).MaxBy(r => r.StartedAt)!;
        var perVault = await stand.QueryAsync(db => db.VaultReads.Where(r => r.RunId == second.Id).GroupBy(r => r.ConsentId).Select(r => r.Count()).ToListAsync());
        Assert.Equal(Dossiers, perVault.Count);
        Assert.All(perVault, times => Assert.Equal(1, times));
        Assert.Equal(reads + Dossiers, await stand.QueryAsync(db => db.VaultReads.CountAsync()));
    }

    [Fact]
    [Trait("Category", "Long")]
    public async Task Month_KilledAtEverySingleWrite_EndsAsIfNothingHadHappened()
    {
        const int Dossiers = 12;
        await using var stand = await CrashStand.StartAsync(Sqlite("prepared"), Dossiers);
        var (whole, writes) = await UndisturbedAsync(stand, Dossiers);
        for (var occurrence = 1; occurrence <= writes["*"]; occurrence++)
        {
            await stand.BeginAnewAsync(Copy(string.Create(CultureInfo.InvariantCulture, $"killed-{occurrence}")));
            var ended = await stand.RunAsync(CrashStand.October, string.Create(CultureInfo.InvariantCulture, $"*:{occurrence}:{(occurrence % 2 == 0 ? "before" : "after")}"));
            Assert.True(ended.WasKilled || ended.Code == 0, ended.Errors);
            var last = await stand.RunAsync(CrashStand.October);
            Assert.True(last.Code == 0, last.Errors);
            await stand.AssertEndedAsync(whole, Dossiers);
        }
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>What a month comes to that nobody disturbs, and how many writes of each kind it takes.</summary>
    private async Task<(IReadOnlyList<string> Outcome, IReadOnlyDictionary<string, int> Writes)> UndisturbedAsync(CrashStand stand, int dossiers)
    {
        await stand.BeginAnewAsync(Copy("undisturbed"));
        var ended = await stand.RunAsync(CrashStand.October);
        Assert.True(ended.Code == 0, ended.Errors);
        var outcome = await stand.OutcomeAsync();
        await stand.AssertEndedAsync(outcome, dossiers);
        Assert.Equal(dossiers, outcome.Count(line => line.StartsWith("check", StringComparison.Ordinal) && line.Contains("2026-10", StringComparison.Ordinal)));
        return (outcome, ended.Writes);
    }

    private StorageOptions Copy(string name)
    {
        SqliteConnection.ClearAllPools();
        File.Copy(Path.Combine(_folder, "prepared.db"), Path.Combine(_folder, name + ".db"));
        return Sqlite(name);
    }

    private StorageOptions Sqlite(string name) => new() { Provider = "Sqlite", ConnectionString = $"Data Source={Path.Combine(_folder, name)}.db", ScheduleConnectionString = $"Data Source={Path.Combine(_folder, name)}-schedule.db" };
}
