using System.Diagnostics;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SolidLoonfiches.Dossiers;
using SolidLoonfiches.Loonfiches;
using SolidLoonfiches.Vault;

namespace SolidLoonfiches.Load;

/// <summary>
/// How fast a month is checked, each beside an opponent in the same process and run: <c>unchanged</c>, <c>new</c>, <c>many</c>.
/// Vaults, opponent and check share the machine's cores. What each measures: README.md.
/// </summary>
internal static class MonthBenchmark
{
    private static readonly Maand _september = Maand.Parse("2026-09");
    private static readonly Maand _october = Maand.Parse("2026-10");

    /// <summary>(a) Unchanged vaults a second, against a bare loop of the same requests with the same proofs and nothing else.</summary>
    public static async Task UnchangedAsync(Arguments arguments)
    {
        var vaults = arguments.Number("vaults", 4000);
        var latency = TimeSpan.FromMilliseconds(arguments.Number("latency", 0));
        await using var stand = await Stand.StartAsync(vaults, arguments);
        await stand.CheckAsync(_september);
        await stand.CheckAsync(_september);
        stand.Vault.Latency = latency;
        await stand.BareAsync();
        for (var round = 1; round <= arguments.Number("rounds", 3); round++)
        {
            var bare = await stand.BareAsync();
            var ours = await stand.CheckAsync(_september);
            Say($"round {round}: bare loop {vaults / bare.TotalSeconds:F0} vaults/s, check {vaults / ours.TotalSeconds:F0} vaults/s: {bare.Time / ours.Time:P0}; by CPU time {bare.Cpu / ours.Cpu:P0}");
        }
    }

    /// <summary>(b) New slips a second, full path into the database, against a loop that downloads the same and writes the same rows by raw SQL, a transaction each.</summary>
    public static async Task NewAsync(Arguments arguments)
    {
        var vaults = arguments.Number("vaults", 2000);
        await using var stand = await Stand.StartAsync(vaults, arguments);
        await stand.CheckAsync(_september);
        var tables = await stand.CountAsync();
        for (var round = 1; round <= arguments.Number("rounds", 3); round++)
        {
            var month = _september.AddMonths(round);
            stand.Vault.Usual = [.. stand.Vault.Usual, new(month)];
            var ours = await stand.CheckAsync(month);
            var after = await stand.CountAsync();
            var rows = after.ToDictionary(t => t.Key, t => (t.Value - tables[t.Key]) / vaults, StringComparer.Ordinal);
            var raw = await stand.RawAsync(month, rows);
            tables = await stand.CountAsync();
            Say($"round {round}: raw loop {vaults / raw.TotalSeconds:F0} slips/s, check {vaults / ours.TotalSeconds:F0} slips/s: {raw.Time / ours.Time:P0}; by CPU time {raw.Cpu / ours.Cpu:P0}; rows a slip: {string.Join(", ", rows.Where(r => r.Value > 0).Select(r => $"{r.Key} {r.Value}"))}");
        }
    }

    /// <summary>(c) Many vaults of which a fifth have news: vaults a second, and memory.</summary>
    public static async Task ManyAsync(Arguments arguments)
    {
        var vaults = arguments.Number("vaults", 100_000);
        var slices = Math.Max(1, vaults / 5000);
        await using var stand = await Stand.StartAsync(vaults, arguments);
        await stand.CheckAsync(_september, slices);
        Say($"{vaults} vaults prepared, {Memory()}");
        for (var number = 0; number < vaults; number += 5)
        {
            stand.Vault.Put(number, new(_september, 2), new(_october));
        }

        var time = await stand.CheckAsync(_september, slices);
        Say($"{vaults} vaults, a fifth with news: {vaults / time.TotalSeconds:F0} vaults/s, {Memory()}");
    }

    private static string Memory()
    {
        using var me = Process.GetCurrentProcess();
        GC.Collect();
        return string.Create(CultureInfo.InvariantCulture, $"managed {GC.GetTotalMemory(forceFullCollection: true) / 1e6:F0} MB, working set {me.WorkingSet64 / 1e6:F0} MB, peak {me.PeakWorkingSet64 / 1e6:F0} MB");
    }

    private static void Say(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));

    /// <param name="Time">On the clock.</param>
    /// <param name="Cpu">Of this process, vault and all: what counts where other programs use the machine too.</param>
    private sealed record Took(TimeSpan Time, TimeSpan Cpu)
    {
        public double TotalSeconds => Time.TotalSeconds;

        public static (long Time, TimeSpan Cpu) Start() => (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);

        public static Took Since((long Time, TimeSpan Cpu) started) => new(Stopwatch.GetElapsedTime(started.Time), Environment.CpuUsage.TotalTime - started.Cpu);
    }

    private sealed class Stand(string folder, ServiceProvider services, LoadVault vault, int vaults) : IAsyncDisposable
    {
        public LoadVault Vault => vault;

        public static async Task<Stand> StartAsync(int vaults, Arguments arguments)
        {
            var folder = Directory.CreateTempSubdirectory("loonfiches-load-").FullName;
            var connection = $"Data Source={Path.Combine(folder, "dossiers.db")}";
            var services = LoadServices.Build(new StorageOptions { Provider = "Sqlite", ConnectionString = connection, ScheduleConnectionString = connection });
            var vault = await LoadVault.StartAsync(arguments.Number("servers", 1), verify: arguments.Number("verify", 1) == 1);
            vault.Usual = [new(_september)];
            await LoadWorld.SeedAsync(services, vaults, vault.Container);
            return new Stand(folder, services, vault, vaults);
        }

        public async Task<Took> CheckAsync(Maand month, int slices = 1)
        {
            await using var scope = services.CreateAsyncScope();
            var run = scope.ServiceProvider.GetRequiredService<RunMonth>();
            var started = Took.Start();
            for (var slice = 1; slice <= slices; slice++)
            {
                var report = await run.RunAsync(new(LoadWorld.Ocmw, month, "command") { KeepReports = false, Slice = slice, Slices = slices }, CancellationToken.None);
                if (report.Failures.Count > 0)
                {
                    throw new InvalidOperationException($"{report.Failures.Count} failed: {report.Failures[0].Error}.");
                }
            }

            return Took.Since(started);
        }

        /// <summary>The listings, as many at a time as the check may have in flight.</summary>
        public Task<Took> BareAsync() => LoopAsync((number, get) => get(vault.Container(number)));

        /// <summary>Listing and slip, and the rows.</summary>
        public async Task<Took> RawAsync(Maand month, IReadOnlyDictionary<string, int> rows)
        {
            await using var scope = services.CreateAsyncScope();
            var connection = scope.ServiceProvider.GetRequiredService<DossierDb>().Database.GetConnectionString()!;
            var columns = rows.Where(r => r.Value > 0).Select(r => (Table: r.Key, Times: r.Value, Row: RowOf(connection, r.Key))).ToList();
            return await LoopAsync(async (number, get) =>
            {
                await get(vault.Container(number));
                await get(new Uri(vault.Container(number), month + ".ttl"));
                await using var sqlite = new SqliteConnection(connection);
                await sqlite.OpenAsync();
                await using var transaction = sqlite.BeginTransaction();
                foreach (var (table, times, row) in columns)
                {
                    for (var i = 0; i < times; i++)
                    {
                        Insert(sqlite, transaction, table, row, string.Create(CultureInfo.InvariantCulture, $"{month}-{number}-{i}"));
                    }
                }

                await transaction.CommitAsync();
            });
        }

        public async Task<Dictionary<string, int>> CountAsync()
        {
            await using var scope = services.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<DossierDb>();
            return new(StringComparer.Ordinal)
            {
                ["slips"] = await db.Slips.CountAsync(),
                ["checks"] = await db.Checks.CountAsync(),
                ["messages"] = await db.Messages.CountAsync(),
                ["events"] = await db.Events.CountAsync(),
                ["vault_reads"] = await db.VaultReads.CountAsync(),
            };
        }

        public async ValueTask DisposeAsync()
        {
            await services.DisposeAsync();
            await vault.DisposeAsync();
            SqliteConnection.ClearAllPools();
            Directory.Delete(folder, recursive: true);
        }

        private async Task<Took> LoopAsync(Func<int, Func<Uri, Task>, Task> one)
        {
            using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false, UseCookies = false });
            var session = services.GetRequiredService<ServiceIdentity>();
            var started = Took.Start();
            await Parallel.ForAsync(0, vaults, new ParallelOptions { MaxDegreeOfParallelism = Math.Min(64, 8 * vault.Servers.Count) }, async (number, cancel) => await one(number, url => GetAsync(http, session, url, cancel)));
            return Took.Since(started);
        }

        private static async Task GetAsync(HttpClient http, VaultSession session, Uri url, CancellationToken cancellation)
        {
            var token = await session.TokenAsync(cancellation);
            using var request = new HttpRequestMessage(HttpMethod.Get, url);
            request.Headers.TryAddWithoutValidation("Accept", "text/turtle");
            request.Headers.TryAddWithoutValidation("Authorization", "DPoP " + token.AccessToken);
            request.Headers.TryAddWithoutValidation("DPoP", token.Key.Proof(HttpMethod.Get, url, token.AccessToken));
            using var response = await http.SendAsync(request, cancellation);
            response.EnsureSuccessStatusCode();
            await response.Content.ReadAsByteArrayAsync(cancellation);
        }

        /// <summary>The last row of a table, for others like it.</summary>
        private static List<(string Column, object? Value)> RowOf(string connection, string table)
        {
            using var sqlite = new SqliteConnection(connection);
            sqlite.Open();
            using var command = sqlite.CreateCommand();
            command.CommandText = $"SELECT * FROM {table} ORDER BY rowid DESC LIMIT 1";
            using var reader = command.ExecuteReader();
            reader.Read();
            return [.. Enumerable.Range(0, reader.FieldCount).Select(i => (reader.GetName(i), reader.IsDBNull(i) ? null : (object?)reader.GetValue(i)))];
        }

        private static void Insert(SqliteConnection sqlite, SqliteTransaction transaction, string table, List<(string Column, object? Value)> row, string unique)
        {
            using var command = sqlite.CreateCommand();
            command.Transaction = transaction;
            command.CommandText = $"INSERT INTO {table} ({string.Join(", ", row.Select(c => c.Column))}) VALUES ({string.Join(", ", row.Select((_, i) => "@p" + i.ToString(CultureInfo.InvariantCulture)))})";
            foreach (var (i, (column, value)) in row.Index())
            {
                // What is unique is made so; a row that stands for another is not current, so that the check does not meet it.
                var mine = column switch
                {
                    "id" => Guid.NewGuid().ToString().ToUpperInvariant(),
                    "key" or "fingerprint" or "sha256" => unique + table,
                    "is_current" => 0,
                    "ended_at" => "2026-01-01 00:00:00.000000",
                    _ => value,
                };
                command.Parameters.AddWithValue("@p" + i.ToString(CultureInfo.InvariantCulture), mine ?? DBNull.Value);
            }

            command.ExecuteNonQuery();
        }
    }
}
