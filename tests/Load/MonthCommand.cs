using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.DependencyInjection;
using Npgsql.EntityFrameworkCore.PostgreSQL.Infrastructure;
using SolidLoonfiches.Delivery;
using SolidLoonfiches.Dossiers;
using SolidLoonfiches.Loonfiches;

namespace SolidLoonfiches.Load;

/// <summary>
/// A node that is to have a month done and told: goes on with the run that was broken off, else begins one, then empties the
/// outbox. It may be killed at any of its writes; started again it goes on.
/// </summary>
internal static class MonthCommand
{
    public static async Task<int> RunAsync(Arguments arguments)
    {
        var month = Maand.Parse(arguments.Text("month"));
        var kill = new KillSwitch(arguments.Optional("kill"));
        var storage = new StorageOptions { Provider = arguments.Text("provider"), ConnectionString = arguments.Text("connection"), ScheduleConnectionString = arguments.Text("connection") };
        await using var services = LoadServices.Build(storage, arguments.Number("mail", 2525), more =>
        {
            more.AddSingleton<TimeProvider>(new ShiftedClock(TimeSpan.FromMinutes(arguments.Number("minutes", 0))));

            // One statement a command, so that each can be the last one.
            more.ConfigureDbContext<SqliteDossierDb>(options =>
            {
                options.AddInterceptors(kill);
                _ = new SqliteDbContextOptionsBuilder(options).MaxBatchSize(1);
            });
            more.ConfigureDbContext<PostgresDossierDb>(options =>
            {
                options.AddInterceptors(kill);
                _ = new NpgsqlDbContextOptionsBuilder(options).MaxBatchSize(1);
            });
        });
        await CheckAsync(services, month, arguments.Number("runs", 1));
        await SendAsync(services);
        await Console.Out.WriteLineAsync(kill.Counts);
        return 0;
    }

    private static async Task CheckAsync(ServiceProvider services, Maand month, int runs)
    {
        await using var scope = services.CreateAsyncScope();
        var run = scope.ServiceProvider.GetRequiredService<RunMonth>();
        foreach (var brokenOff in await run.BrokenOffAsync(LoadWorld.Ocmw, month, CancellationToken.None))
        {
            await run.RunAsync(new(LoadWorld.Ocmw, month, "schedule") { TakeUp = brokenOff.Id, KeepReports = false }, CancellationToken.None);
        }

        while (await scope.ServiceProvider.GetRequiredService<DossierDb>().Runs.CountAsync(r => r.Month == month) < runs)
        {
            var report = await run.RunAsync(new(LoadWorld.Ocmw, month, "schedule") { KeepReports = false }, CancellationToken.None);
            if (report.Failures.Count > 0)
            {
                throw new InvalidOperationException($"{report.Failures.Count} dossiers failed: {report.Failures[0].Error}.");
            }
        }
    }

    private static async Task SendAsync(ServiceProvider services)
    {
        while (true)
        {
            await using var scope = services.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<SpreadEvents>().RunAsync(CancellationToken.None);
            var mails = await scope.ServiceProvider.GetRequiredService<SendMessages>().RunAsync(CancellationToken.None);
            var events = await scope.ServiceProvider.GetRequiredService<SendEvents>().RunAsync(CancellationToken.None);
            if (mails is (0, 0) && events is (0, 0))
            {
                return;
            }
        }
    }

    /// <summary>The clock of a node that runs ahead, or of one that was started later.</summary>
    private sealed class ShiftedClock(TimeSpan by) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + by;
    }
}

/// <summary><c>--name value</c>, each once.</summary>
internal sealed class Arguments(string[] words)
{
    public string Text(string name) => Optional(name) ?? throw new ArgumentException($"--{name} is missing.");

    public int Number(string name, int otherwise) => Optional(name) is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : otherwise;

    public string? Optional(string name) => Array.IndexOf(words, "--" + name) is var at and >= 0 && at + 1 < words.Length ? words[at + 1] : null;
}
