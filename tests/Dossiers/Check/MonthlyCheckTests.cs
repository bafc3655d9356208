using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Quartz;
using SolidLoonfiches.Leefloon;
using SolidLoonfiches.Loonfiches;
using SolidLoonfiches.Sources;
using SolidLoonfiches.Vault;

namespace SolidLoonfiches.Dossiers.Tests;

public sealed class MonthlyCheckOnSqliteTests(SqliteStore store) : MonthlyCheckTests(store)
{
    [Fact]
    public async Task Start_WhileAnotherRunsTheSchedule_IsRefusedUntilThatOneStops()
    {
        await using var desk = await Desk.WithOneCaseAsync(Store);
        using var first = await StartAsync(desk, OnceAYear);

        var refused = await Assert.ThrowsAsync<InvalidOperationException>(() => StartAsync(desk, OnceAYear));

        Assert.Contains("Another process runs the schedule", refused.Message, StringComparison.Ordinal);
        await first.StopAsync();
        first.Dispose();
        using var second = await StartAsync(desk, OnceAYear);
        await second.StopAsync();
    }
}

public sealed class MonthlyCheckOnPostgresTests(PostgresStore store) : MonthlyCheckTests(store)
{
    [Fact]
    public async Task Start_NotClusteredOnTheTablesOfTheCluster_IsRefused()
    {
        await using var desk = await Desk.WithOneCaseAsync(Store);
        using var node = await StartAsync(desk, OnceAYear);

        await Assert.ThrowsAsync<OptionsValidationException>(() => StartAsync(desk, OnceAYear, services => services.PostConfigureAll<ClusteringOptions>(cluster => cluster.Enabled = false)));

        using var another = await StartAsync(desk, OnceAYear);
        Assert.True((await (await another.Services.GetRequiredService<ISchedulerFactory>().GetScheduler()).GetMetadata()).JobStoreClustered);
        await another.StopAsync();
        await node.StopAsync();
    }
}

public abstract class MonthlyCheckTests(TestStore store)
{
    protected const string OnceAYear = "0 0 6 5 1 ?";

    protected TestStore Store { get; } = store;

    [Fact]
    public async Task Schedule_CronOfTheOcmw_ChecksThePreviousMonthAndFollowsAChange()
    {
        await using var desk = await Desk.WithOneCaseAsync(Store);
        using var host = await StartAsync(desk, "* * * * * ?");
        var run = await UntilAsync(desk, db => db.Runs.Where(r => r.EndedAt != null).OrderBy(r => r.StartedAt).FirstOrDefaultAsync());
        var due = Maand.Of(Belgium.DayOf(TimeProvider.System.GetUtcNow())).Previous;
        Assert.Equal((Desk.Ocmw, due, "schedule", 1, 1, 0), (run.OcmwKbo, run.Month, run.StartedBy, run.Total, run.Done, run.Failures));
        Assert.Equal(run.Id, Assert.Single(await desk.ChecksAsync()).RunId);

        // Once a year: no run is added any more. A bad one leaves that as it is.
        await SetCronAsync(desk, OnceAYear);
        await Task.Delay(TimeSpan.FromSeconds(7));
        await SetCronAsync(desk, "elke vijfde");
        var before = await desk.QueryAsync(db => db.Runs.CountAsync());
        await Task.Delay(TimeSpan.FromSeconds(7));
        Assert.Equal(before, await desk.QueryAsync(db => db.Runs.CountAsync()));
        Assert.Single(await desk.ChecksAsync());

        await SetCronAsync(desk, "* * * * * ?");
        await UntilAsync(desk, async db => await db.Runs.CountAsync() > before ? "" : null);
        await host.StopAsync();
    }

    [Fact]
    public async Task Schedule_LargeOcmw_IsCheckedInSlicesEachDossierOnce()
    {
        await using var desk = await Desk.WithOneCaseAsync(Store);
        for (var serial = 2; serial <= 7; serial++)
        {
            var dossier = await desk.PersonAsync(serial);
            await desk.RecordAsync("2024-11-01", new CategoryFact(Categorie.Alleenstaand), dossier);
            await desk.RecordAsync("2024-11-01", new RightFact(null), dossier);
            await desk.ConsentAsync(dossier);
        }

        using var host = await StartAsync(desk, "* * * * * ?", services => services.AddSingleton(new CheckOptions { DossiersPerSlice = 2 }));
        await UntilAsync(desk, async db => await db.Runs.CountAsync(r => r.EndedAt != null) >= 4 ? "" : null);
        await SetCronAsync(desk, OnceAYear);
        await host.StopAsync();

        Assert.Equal(7, (await desk.ChecksAsync()).Count);
        Assert.Equal(7, (await desk.ChecksAsync()).Select(c => c.DossierId).Distinct().Count());
        var firings = (await desk.QueryAsync(db => db.Runs.AsNoTracking().ToListAsync())).GroupBy(r => r.ScheduledFor).OrderBy(f => f.Key).ToList();
        Assert.Equal(["1/4", "2/4", "3/4", "4/4"], firings[0].OrderBy(r => r.Slice).Select(r => $"{r.Slice}/{r.Slices}"));
        Assert.Equal(7, firings[0].Sum(r => r.Total));
    }

    [Fact]
    public async Task Stop_DuringARun_IsTakenUpAgainWithItsMonth()
    {
        await using var desk = await Desk.WithOneCaseAsync(Store);
        var reached = new TaskCompletionSource();
        desk.Source.OnRead = async _ =>
        {
            reached.TrySetResult();
            await Task.Delay(TimeSpan.FromSeconds(3));
        };
        using (var host = await StartAsync(desk, "* * * * * ?"))
        {
            await reached.Task.WaitAsync(TimeSpan.FromSeconds(30));
            await SetCronAsync(desk, OnceAYear);
            await host.StopAsync();
        }

        var broken = Assert.Single(await desk.QueryAsync(db => db.Runs.AsNoTracking().ToListAsync()));
        Assert.Null(broken.EndedAt);
        Assert.Empty(await desk.ChecksAsync());

        // A month that the fire time would not give: it must come from the run that broke off.
        var earlier = broken.Month.Previous;
        await desk.RunAsync(db => db.Runs.Where(r => r.Id == broken.Id).ExecuteUpdateAsync(r => r.SetProperty(x => x.Month, earlier)));
        desk.Source.OnRead = null;
        using var again = await StartAsync(desk, OnceAYear);
        await UntilAsync(desk, async db => await db.Checks.CountAsync() >= 2 ? "" : null);
        Assert.Equal([earlier, broken.Month], (await desk.ChecksAsync()).Select(c => c.Month).Order());
        await again.StopAsync();
    }

    [Fact]
    public async Task Months_FiringsMissedForTwoMonths_AreAllMadeUpFor()
    {
        await using var desk = await Desk.OpenAsync(Store, services => services.AddScoped<MonthlyCheckJob>());

        // In Brussels it is 1 August already.
        desk.Clock.SetUtcNow(new DateTimeOffset(2025, 7, 31, 22, 30, 0, TimeSpan.Zero).AddDays(7));
        var months = await desk.UseAsync<MonthlyCheckJob, IReadOnlyList<Maand>>(j => MonthsAsync(j));

        Assert.Equal(["2025-05", "2025-06", "2025-07"], months.Select(m => m.ToString()));

        static async Task<IReadOnlyList<Maand>> MonthsAsync(MonthlyCheckJob job) =>
            (await job.MonthsAsync(Desk.Ocmw, new DateTimeOffset(2025, 5, 31, 22, 30, 0, TimeSpan.Zero), recovering: false, CancellationToken.None)).Months;
    }

    protected static async Task<IHost> StartAsync(Desk desk, string cron, Action<IServiceCollection>? settings = null)
    {
        await SetCronAsync(desk, cron);
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Services.AddLogging().AddSingleton<IPayslipSource>(desk.Source).AddDossiers(desk.Storage).AddMonthlyCheck(desk.Storage)
            .AddVault(_ => { }, identity => identity.BaseUrl = new Uri("https://loonfiches.example/"));
        settings?.Invoke(builder.Services);
        var host = builder.Build();
        try
        {
            await host.StartAsync();
        }
        catch
        {
            host.Dispose();
            throw;
        }

        return host;
    }

    private static Task SetCronAsync(Desk desk, string cron) => desk.RunAsync(db => db.Ocmws.ExecuteUpdateAsync(o => o.SetProperty(x => x.CheckCron, cron)));

    private static async Task<T> UntilAsync<T>(Desk desk, Func<DossierDb, Task<T?>> look)
        where T : class
    {
        for (var waited = 0; waited < 300; waited++)
        {
            if (await desk.QueryAsync(look) is { } found)
            {
                return found;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(100));
        }

        throw new TimeoutException("Not within 30 seconds.");
    }
}
