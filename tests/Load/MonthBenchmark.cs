using System.Diagnostics;
using System.Globalization;
using SolidLoonfiches.Loonfiches;

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
        await using var stand = await LoadStand.StartAsync(vaults, _september, arguments);
        await CompareAsync(stand, vaults, arguments, TimeSpan.FromMilliseconds(arguments.Number("latency", 0)));
    }

    /// <summary>(e) The same at the real Solid server: there the bare loop is what the server can do.</summary>
    public static async Task ServerAsync(Arguments arguments)
    {
        var vaults = arguments.Number("vaults", 300);
        await using var stand = await LoadStand.StartAsync(vaults, _september, arguments, real: true);
        await CompareAsync(stand, vaults, arguments, TimeSpan.Zero);
    }

    /// <summary>Warms up first: it takes some 20,000 vaults until the runtime has compiled everything as it stays.</summary>
    private static async Task CompareAsync(LoadStand stand, int vaults, Arguments arguments, TimeSpan latency)
    {
        for (var warm = 0; warm <= arguments.Number("warm", 20_000); warm += vaults)
        {
            await stand.CheckAsync(_september);
            await stand.BareAsync();
        }

        stand.Vault.Latency = latency;
        for (var round = 1; round <= arguments.Number("rounds", 6); round++)
        {
            var bare = await stand.BareAsync();
            var ours = await stand.CheckAsync(_september);
            Say($"round {round}: bare loop {vaults / bare.TotalSeconds:F0} vaults/s, check {vaults / ours.TotalSeconds:F0} vaults/s: {bare.Time / ours.Time:P0}; by CPU time {bare.Cpu / ours.Cpu:P0}");
        }
    }

    /// <summary>(b) New slips a second, full path into the database, against a loop that downloads the same and writes the same rows by raw SQL, a transaction each.</summary>
    public static async Task NewAsync(Arguments arguments)
    {
        // Months that are over: a slip of one that is to come is kept out.
        var (vaults, january) = (arguments.Number("vaults", 2000), Maand.Parse("2026-01"));
        await using var stand = await LoadStand.StartAsync(vaults, january, arguments);
        await stand.CheckAsync(january);
        var tables = await stand.CountAsync();
        for (var round = 1; round <= Math.Min(9, arguments.Number("rounds", 6)); round++)
        {
            var month = january.AddMonths(round);
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
        await using var stand = await LoadStand.StartAsync(vaults, _september, arguments);
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

    internal static void Say(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
