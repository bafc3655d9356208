using System.Diagnostics;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SolidLoonfiches.Dossiers;
using SolidLoonfiches.Loonfiches;
using SolidLoonfiches.Vault;

namespace SolidLoonfiches.Load;

/// <summary>What something took.</summary>
/// <param name="Time">On the clock.</param>
/// <param name="Cpu">Of this process, vault and all: what counts where other programs use the machine too.</param>
internal sealed record Took(TimeSpan Time, TimeSpan Cpu)
{
    public double TotalSeconds => Time.TotalSeconds;

    public static (long Time, TimeSpan Cpu) Start() => (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);

    public static Took Since((long Time, TimeSpan Cpu) started) => new(Stopwatch.GetElapsedTime(started.Time), Environment.CpuUsage.TotalTime - started.Cpu);
}

/// <summary>An OCMW of which everybody has a vault, and an opponent that asks those vaults the same.</summary>
internal sealed class LoadStand(string folder, ServiceProvider services, LoadVault vault, SolidServer? server, int vaults) : IAsyncDisposable
{
    public LoadVault Vault => vault;

    public ServiceProvider Services => services;

    /// <param name="vaults">How many.</param>
    /// <param name="first">The month of which every vault holds a payslip.</param>
    /// <param name="arguments">Of the command line.</param>
    /// <param name="real">Whether the vaults are on Community Solid Server.</param>
    public static async Task<LoadStand> StartAsync(int vaults, Maand first, Arguments arguments, bool real = false)
    {
        var folder = Directory.CreateTempSubdirectory("loonfiches-load-").FullName;
        var connection = $"Data Source={Path.Combine(folder, "dossiers.db")}";
        var identity = SolidServer.FreeUrl();
        var services = LoadServices.Build(new StorageOptions { Provider = "Sqlite", ConnectionString = connection, ScheduleConnectionString = connection }, identity: identity);
        var vault = await LoadVault.StartAsync(arguments.Number("servers", 1), verify: arguments.Number("verify", 1) == 1);
        vault.Usual = [new(first)];
        var server = real ? await SolidServer.StartAsync(folder, vaults, first, identity, services.GetRequiredService<ServiceIdentity>()) : null;
        await LoadWorld.SeedAsync(services, vaults, server is null ? vault.Container : server.Container);
        return new LoadStand(folder, services, vault, server, vaults);
    }

    private Uri Container(int number) => server is null ? vault.Container(number) : server.Container(number);

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
    public Task<Took> BareAsync() => LoopAsync((number, get) => get(Container(number)));

    /// <summary>Listing and slip, and the rows.</summary>
    public async Task<Took> RawAsync(Maand month, IReadOnlyDictionary<string, int> rows)
    {
        await using var scope = services.CreateAsyncScope();
        var connection = scope.ServiceProvider.GetRequiredService<DossierDb>().Database.GetConnectionString()!;
        var columns = rows.Where(r => r.Value > 0).Select(r => (Table: r.Key, Times: r.Value, Row: RowOf(connection, r.Key))).ToList();
        return await LoopAsync(async (number, get) =>
        {
            await get(Container(number));
            await get(new Uri(Container(number), month + ".ttl"));
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
        if (server is not null)
        {
            await server.DisposeAsync();
        }

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
