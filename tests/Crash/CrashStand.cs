using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SolidLoonfiches.Delivery;
using SolidLoonfiches.Delivery.Tests;
using SolidLoonfiches.Dossiers;
using SolidLoonfiches.Load;
using SolidLoonfiches.Loonfiches;

namespace SolidLoonfiches.Crash.Tests;

/// <summary>
/// Vaults, a mail server and a database that outlive the nodes, which are processes of their own and are killed. September is
/// checked before the story begins; since then most vaults have got a payslip of October, and some a correction of September.
/// </summary>
internal sealed class CrashStand : IAsyncDisposable
{
    public static readonly Maand September = Maand.Parse("2026-09");
    public static readonly Maand October = Maand.Parse("2026-10");

    private StorageOptions _storage;
    private ServiceProvider _services;
    private int _starts;
    private int _toldBefore;

    private CrashStand(StorageOptions storage, LoadVault vault, MailServer mail, EventReceiver receiver)
    {
        (_storage, Vault, Mail, Receiver) = (storage, vault, mail, receiver);
        _services = LoadServices.Build(storage);
    }

    public LoadVault Vault { get; }

    public MailServer Mail { get; }

    public EventReceiver Receiver { get; }

    public static async Task<CrashStand> StartAsync(StorageOptions storage, int dossiers, int servers = 2)
    {
        var stand = new CrashStand(storage, await LoadVault.StartAsync(servers), new MailServer(), await EventReceiver.StartAsync());
        stand.Vault.Usual = [new(September)];
        await LoadWorld.SeedAsync(stand._services, dossiers, stand.Vault.Container);
        var prepared = await stand.RunAsync(September);
        Assert.True(prepared.Code == 0, prepared.Errors);
        stand._toldBefore = stand.Mail.Received.Count;

        // Events of September were spread while nobody listened.
        await using (var scope = stand._services.CreateAsyncScope())
        {
            var added = await scope.ServiceProvider.GetRequiredService<AddEndpoint>().RunAsync(new(LoadWorld.Ocmw, stand.Receiver.Url), CancellationToken.None);
            Assert.IsType<AddEndpoint.Outcome.Added>(added);
        }

        for (var number = 0; number < dossiers; number++)
        {
            // One in ten has nothing new, two in ten a correction besides.
            LoadSlip[] slips = (number % 10) switch
            {
                0 => [new(September)],
                1 or 2 => [new(September, 2), new(October)],
                _ => [new(September), new(October)],
            };
            stand.Vault.Put(number, slips);
        }

        return stand;
    }

    /// <summary>Begins the story anew, in a copy of the records as they were before it.</summary>
    /// <param name="copy">Made while nobody wrote.</param>
    public async Task BeginAnewAsync(StorageOptions copy)
    {
        await _services.DisposeAsync();
        _storage = copy;
        _services = LoadServices.Build(copy);
        lock (Mail.Received)
        {
            Mail.Received.RemoveRange(_toldBefore, Mail.Received.Count - _toldBefore);
        }

        Receiver.Received.Clear();
    }

    /// <summary>Starts a node and waits for its end; its clock is ten minutes ahead of the one before it.</summary>
    public async Task<Ended> RunAsync(Maand month, string? kill = null, int runs = 1, Action<Process>? started = null)
    {
        List<string> arguments =
        [
            Path.Combine(AppContext.BaseDirectory, "SolidLoonfiches.Load.dll"), "month", "--provider", _storage.Provider, "--connection", _storage.ConnectionString, "--month", month.ToString(),
            "--mail", Mail.Port.ToString(CultureInfo.InvariantCulture), "--runs", runs.ToString(CultureInfo.InvariantCulture),
            "--minutes", (10 * Interlocked.Increment(ref _starts)).ToString(CultureInfo.InvariantCulture),
        ];
        if (kill is not null)
        {
            arguments.AddRange(["--kill", kill]);
        }

        using var node = Process.Start(new ProcessStartInfo("dotnet", arguments) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true })!;
        started?.Invoke(node);
        var (output, errors) = (node.StandardOutput.ReadToEndAsync(), node.StandardError.ReadToEndAsync());
        await node.WaitForExitAsync();
        return new Ended(node.ExitCode, await output, await errors);
    }

    /// <summary>Kills a node while the vault answers the n-th request from now on whose path fits.</summary>
    public Task<Ended> RunAndKillAtRequestAsync(Func<string, bool> request, int occurrence) =>
        RunAndKillAtAsync(kill => Vault.Asked = kill is null ? null : path => request(path) ? kill() : Task.CompletedTask, occurrence);

    /// <summary>Kills a node while the mail server takes the n-th mail.</summary>
    public Task<Ended> RunAndKillAtMailAsync(int occurrence) => RunAndKillAtAsync(kill => Mail.BeforeAccepting = kill, occurrence);

    /// <summary>Kills a node while the OCMW's software takes the n-th event.</summary>
    public Task<Ended> RunAndKillAtEventAsync(int occurrence) => RunAndKillAtAsync(kill => Receiver.BeforeAnswering = kill, occurrence);

    private async Task<Ended> RunAndKillAtAsync(Action<Func<Task>?> whenItHappens, int occurrence)
    {
        Process? node = null;
        var seen = 0;
        whenItHappens(KillAsync);
        var ended = await RunAsync(October, started: started => node = started);
        whenItHappens(null);
        return ended;

        Task KillAsync()
        {
            if (Interlocked.Increment(ref seen) == occurrence)
            {
                node!.Kill();
            }

            return Task.CompletedTask;
        }
    }

    public async Task<T> QueryAsync<T>(Func<DossierDb, Task<T>> query)
    {
        await using var scope = _services.CreateAsyncScope();
        return await query(scope.ServiceProvider.GetRequiredService<DossierDb>());
    }

    /// <summary>Everything that counts of what was found and told, without ids and times: two stories that end the same give the same.</summary>
    public async Task<IReadOnlyList<string>> OutcomeAsync()
    {
        var slips = await QueryAsync(db => (from s in db.Slips join d in db.Dossiers on s.DossierId equals d.Id select new { d.Number, s.Url, s.Sha256, Current = s.EndedAt == null }).ToListAsync());
        var checks = await QueryAsync(db => (from c in db.Checks join d in db.Dossiers on c.DossierId equals d.Id select new { d.Number, c.Month, c.Outcome, c.OldAmount, c.NewAmount, c.IsCurrent, c.SlipIds }).ToListAsync());
        var messages = await QueryAsync(db => (from m in db.Messages join d in db.Dossiers on m.DossierId equals d.Id select new { d.Number, m.Key, m.SentAt }).ToListAsync());
        var events = await QueryAsync(db => db.Events.Select(e => new { e.Type, e.DossierId }).ToListAsync());
        return
        [
            .. slips.Select(s => $"slip {s.Number} {new Uri(s.Url).AbsolutePath} {s.Sha256[..8]} {s.Current}").Order(StringComparer.Ordinal),
            .. checks.Select(c => $"check {c.Number} {c.Month} {c.Outcome} {c.OldAmount?.Cents} -> {c.NewAmount?.Cents} {c.IsCurrent} of {c.SlipIds.Count}").Order(StringComparer.Ordinal),
            .. messages.Select(m => $"message {m.Number} {(m.SentAt is null ? "unsent" : "sent")}").Order(StringComparer.Ordinal),
            .. events.GroupBy(e => e.Type).Select(e => $"events {e.Key} {e.Count()}").Order(StringComparer.Ordinal),
        ];
    }

    /// <summary>Every message and every event reached its receiver at least once under its own id, and no other did.</summary>
    public async Task AssertToldAsync()
    {
        var keys = await QueryAsync(db => db.Messages.Select(m => m.Key).ToListAsync());
        string[] ids;
        lock (Mail.Received)
        {
            ids = [.. Mail.Received.Select(mail => mail.MessageId!)];
        }

        Assert.Equal(keys.Count, ids.Distinct(StringComparer.Ordinal).Count());
        Assert.All(keys, key => Assert.Contains(ids, id => id.StartsWith(key, StringComparison.Ordinal)));

        var deliveries = await QueryAsync(db => db.EventDeliveries.AsNoTracking().ToListAsync());
        Assert.NotEmpty(deliveries);
        Assert.All(deliveries, delivery => Assert.NotNull(delivery.SentAt));
        Assert.Equal(deliveries.Select(delivery => delivery.EventId).Order(StringComparer.Ordinal), Receiver.Received.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(await QueryAsync(db => db.Events.CountAsync(e => e.At >= db.EventEndpoints.Single().CreatedAt && db.Runs.Any(r => r.Month == October && e.At >= r.StartedAt))), deliveries.Count);
    }

    /// <summary>It came out as it does when nobody is killed, and all of it was told.</summary>
    /// <param name="whole">What then comes out.</param>
    /// <param name="dossiers">How many each run has done.</param>
    public async Task AssertEndedAsync(IReadOnlyList<string> whole, int dossiers)
    {
        Assert.Equal(whole, await OutcomeAsync());
        await AssertToldAsync();
        Assert.NotEmpty(await RunsAsync());
        Assert.All(await RunsAsync(), run => Assert.Equal((dossiers, dossiers, 0), (run.Total, run.Done, run.Failures)));
        Assert.All(await RunsAsync(), run => Assert.NotNull(run.EndedAt));
    }

    public Task<List<CheckRun>> RunsAsync() => QueryAsync(db => db.Runs.AsNoTracking().Where(r => r.Month == October).OrderBy(r => r.StartedAt).ToListAsync());

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await Vault.DisposeAsync();
        await Mail.DisposeAsync();
        await Receiver.DisposeAsync();
    }
}

/// <param name="Code">137 where it was killed.</param>
/// <param name="Output">How many writes of each kind, where it came to its end.</param>
/// <param name="Errors">What it said.</param>
internal sealed record Ended(int Code, string Output, string Errors)
{
    public bool WasKilled => Code == 137;

    public IReadOnlyDictionary<string, int> Writes => Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split('\t')).ToDictionary(parts => parts[0], parts => int.Parse(parts[1], CultureInfo.InvariantCulture), StringComparer.Ordinal);
}
