using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.DependencyInjection;
using SolidLoonfiches.Loonfiches;
using SolidLoonfiches.Sources;
using SolidLoonfiches.Vault;

namespace SolidLoonfiches.Load;

/// <summary>(d) Reading unchanged vaults without a database, against the same written with Inrupt's client for Node.js (<c>inrupt.mjs</c>).</summary>
internal static class ClientBenchmark
{
    private const int AtOnce = 8;
    private static readonly Maand _september = Maand.Parse("2026-09");

    public static async Task RunAsync(Arguments arguments)
    {
        var vaults = arguments.Number("vaults", 2000);
        await using var stand = await LoadStand.StartAsync(1, _september, arguments);
        var (source, session) = (stand.Services.GetRequiredService<IPayslipSource>(), stand.Services.GetRequiredService<ServiceIdentity>());
        var requests = new SourceRequest[vaults];
        await Parallel.ForAsync(0, vaults, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (number, cancel) =>
        {
            var first = new SourceRequest(stand.Vault.Container(number), LoadPeople.Insz(number), [], session);
            var read = (SourceAnswer.Read)await source.ReadAsync(first, cancel);
            requests[number] = first with { Known = [.. read.Slips.Select(slip => new KnownSlip(slip.Url, slip.Modified, slip.ETag, slip.Sha256))] };
        });
        for (var round = 1; round <= arguments.Number("rounds", 4); round++)
        {
            var theirs = await TheirsAsync(stand.Vault.Servers[0], vaults);
            var started = Took.Start();
            await Parallel.ForAsync(0, vaults, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (number, cancel) =>
            {
                if (await source.ReadAsync(requests[number], cancel) is not SourceAnswer.Read { Slips: [], Gone: [] })
                {
                    throw new InvalidOperationException("A vault was not unchanged.");
                }
            });
            var ours = Took.Since(started);
            MonthBenchmark.Say($"round {round}: Inrupt's client {vaults / theirs.TotalSeconds:F0} vaults/s, ours {vaults / ours.TotalSeconds:F0} vaults/s: {theirs.Time / ours.Time:F1} times as fast; by CPU time, the vault's own included, {theirs.Cpu / ours.Cpu:F1} times");
        }
    }

    /// <summary>Node says how long it took once it was warm, and how much of the processor; the vault's share is ours.</summary>
    private static async Task<Took> TheirsAsync(Uri server, int vaults)
    {
        var here = Path.GetDirectoryName(ThisFile())!;
        string[] arguments = [Path.Combine(here, "inrupt.mjs"), Path.Combine(here, "..", "Vault", "inrupt", "package.json"), server.AbsoluteUri, vaults.ToString(CultureInfo.InvariantCulture), AtOnce.ToString(CultureInfo.InvariantCulture)];
        using var node = Process.Start(new ProcessStartInfo("node", arguments) { UseShellExecute = false, RedirectStandardOutput = true })!;
        if (await node.StandardOutput.ReadLineAsync() != "warm")
        {
            throw new InvalidOperationException("Node did not come so far; is `npm ci` done in tests/Vault/inrupt?");
        }

        var before = Environment.CpuUsage.TotalTime;
        var said = (await node.StandardOutput.ReadLineAsync() ?? "").Split(' ');
        var vault = Environment.CpuUsage.TotalTime - before;
        await node.WaitForExitAsync();
        return new Took(Milliseconds(said[0]), Milliseconds(said[1]) + vault);

        static TimeSpan Milliseconds(string text) => TimeSpan.FromMilliseconds(double.Parse(text, CultureInfo.InvariantCulture));
    }

    private static string ThisFile([CallerFilePath] string path = "") => path;
}
