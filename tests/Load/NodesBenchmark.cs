using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using SolidLoonfiches.Dossiers;
using SolidLoonfiches.Dossiers.Tests;
using SolidLoonfiches.Loonfiches;

namespace SolidLoonfiches.Load;

/// <summary>(f) One node against two on one PostgreSQL, with vaults on many slow servers.</summary>
/// <remarks>The slices are shared out as the schedule's cluster does it: each node does the next one when it has room, four at a time.</remarks>
internal static class NodesBenchmark
{
    private const int Slices = 16;
    private const int SideBySide = 4;
    private static readonly Maand _september = Maand.Parse("2026-09");

    public static async Task RunAsync(Arguments arguments)
    {
        var vaults = arguments.Number("vaults", 4000);
        await using var postgres = new PostgresServer();
        await postgres.StartAsync();
        if (postgres.Missing is { } missing)
        {
            throw new InvalidOperationException(missing);
        }

        var connection = await postgres.CreateDatabaseAsync("nodes");
        await using var vault = await LoadVault.StartAsync(arguments.Number("servers", 50), verify: true);
        vault.Usual = [new(_september)];
        await using (var services = LoadServices.Build(Storage(connection)))
        {
            await LoadWorld.SeedAsync(services, vaults, vault.Container);
        }

        var inFlight = arguments.Number("in-flight", 16);
        await NodesAsync(1, connection, 64);
        vault.Latency = TimeSpan.FromMilliseconds(arguments.Number("latency", 50));
        for (var round = 1; round <= arguments.Number("rounds", 2); round++)
        {
            var one = await NodesAsync(1, connection, inFlight);
            var two = await NodesAsync(2, connection, inFlight);
            MonthBenchmark.Say($"round {round}: {vaults} vaults on {vault.Servers.Count} servers; one node {one.TotalSeconds:F1} s, two nodes {two.TotalSeconds:F1} s: {two / one:P0}");
        }
    }

    /// <summary>One node: does slices as long as it is told numbers on its standard input, and says the number of each that is done.</summary>
    public static async Task NodeAsync(Arguments arguments)
    {
        await using var services = LoadServices.Build(Storage(arguments.Text("connection")), more: more => more.Configure<CheckOptions>(check => check.AtOnce = arguments.Number("in-flight", 64)));
        await Console.Out.WriteLineAsync("ready");
        List<Task> running = [];
        while (await Console.In.ReadLineAsync() is { } slice)
        {
            running.Add(SliceAsync(services, int.Parse(slice, CultureInfo.InvariantCulture)));
        }

        await Task.WhenAll(running);
    }

    private static async Task SliceAsync(ServiceProvider services, int slice)
    {
        await using var scope = services.CreateAsyncScope();
        var report = await scope.ServiceProvider.GetRequiredService<RunMonth>().RunAsync(new(LoadWorld.Ocmw, _september, "command") { KeepReports = false, Slice = slice, Slices = Slices }, CancellationToken.None);
        await Console.Out.WriteLineAsync(report.Failures.Count == 0 ? slice.ToString(CultureInfo.InvariantCulture) : $"{report.Failures.Count} failed: {report.Failures[0].Error}");
    }

    /// <returns>From the first slice to the last, without the start of the processes.</returns>
    private static async Task<TimeSpan> NodesAsync(int nodes, string connection, int inFlight)
    {
        var processes = Enumerable.Range(0, nodes).Select(_ => Process.Start(new ProcessStartInfo(
            "dotnet", [typeof(NodesBenchmark).Assembly.Location, "node", "--connection", connection, "--in-flight", inFlight.ToString(CultureInfo.InvariantCulture)])
        { UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true })!).ToList();
        foreach (var node in processes)
        {
            await ExpectAsync(node, "ready");
        }

        var (next, started) = (0, Stopwatch.GetTimestamp());
        await Task.WhenAll(processes.Select(async node =>
        {
            var running = 0;
            while (true)
            {
                while (running < SideBySide && Interlocked.Increment(ref next) is var slice && slice <= Slices)
                {
                    await node.StandardInput.WriteLineAsync(slice.ToString(CultureInfo.InvariantCulture));
                    await node.StandardInput.FlushAsync();
                    running++;
                }

                if (running == 0)
                {
                    return;
                }

                await ExpectAsync(node, done => int.TryParse(done, CultureInfo.InvariantCulture, out _));
                running--;
            }
        }));
        var took = Stopwatch.GetElapsedTime(started);
        foreach (var node in processes)
        {
            node.StandardInput.Close();
            await node.WaitForExitAsync();
            node.Dispose();
        }

        return took;
    }

    private static Task ExpectAsync(Process node, string line) => ExpectAsync(node, said => said == line);

    private static async Task ExpectAsync(Process node, Func<string?, bool> isExpected)
    {
        if (await node.StandardOutput.ReadLineAsync() is var said && !isExpected(said))
        {
            throw new InvalidOperationException($"A node said: {said ?? "nothing"}.");
        }
    }

    private static StorageOptions Storage(string connection) => new() { Provider = "Postgres", ConnectionString = connection, ScheduleConnectionString = connection };
}
