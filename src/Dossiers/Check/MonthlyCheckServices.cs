using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Npgsql;
using Quartz;
using SolidLoonfiches.Sources;

namespace SolidLoonfiches.Dossiers;

public static partial class DossierServices
{
    /// <summary>What a run of a month needs besides the check of one dossier.</summary>
    private static void AddMonthRuns(this IServiceCollection services, StorageOptions storage)
    {
        services.AddOptions<CheckOptions>()
            .Validate(options => options is { AtOnce: >= 1 and <= 1024, PerHost: >= 1 and <= 64, DossiersPerSlice: >= 100 }, "Check: AtOnce lies from 1 to 1024, PerHost from 1 to 64, DossiersPerSlice from 100.")
            .ValidateOnStart();
        services.AddSingleton(sp => sp.GetRequiredService<IOptions<CheckOptions>>().Value);
        services.AddSingleton<DatabasePatience>();
        services.AddSingleton(sp => storage.Provider == "Postgres"
            ? ActivatorUtilities.CreateInstance<PostgresHostSlots>(sp, storage)
            : new HostSlots(sp.GetRequiredService<CheckOptions>()));
        services.AddSingleton<HostLanes>();
        services.AddScoped(sp => new RunMonth(
            sp.GetRequiredService<DossierDb>(),
            sp.GetRequiredService<IServiceScopeFactory>(),
            sp.GetRequiredService<IPayslipSource>(),
            sp.GetRequiredService<ConsentSessions>(),
            sp.GetRequiredService<HostLanes>(),
            sp.GetRequiredService<DatabasePatience>(),
            sp.GetRequiredService<WriteTurn>(),
            sp.GetRequiredService<TimeProvider>(),
            sp.GetRequiredService<ILogger<RunMonth>>()));
    }

    /// <summary>Quartz with its persistent store, one trigger per OCMW kept in step with <see cref="Ocmw.CheckCron"/> (looked at every 5 seconds).</summary>
    /// <remarks>
    /// Misfire: a firing that nobody made is made as soon as somebody runs, once (<see cref="MonthlyCheckJob"/> does the months).
    /// On shutdown a run is broken off and handed back: the next node, or the next start, does it again; dossiers that were done stay done.
    /// SQLite: one process runs the schedule, a second refuses to start; other processes only use the records. PostgreSQL: any number of equal nodes; with clustering turned off by a setting Quartz refuses to start.
    /// The threshold of 10 s is also how long a recovered run waits at most (platform facts: with the default it was 81 s).
    /// </remarks>
    public static IServiceCollection AddMonthlyCheck(this IServiceCollection services, StorageOptions storage)
    {
        var postgres = storage.Provider == "Postgres";
        var connection = postgres && storage.ScheduleConnectionString.Length == 0 ? storage.ConnectionString : storage.ScheduleConnectionString;
        ArgumentException.ThrowIfNullOrWhiteSpace(connection);
        services.AddScoped<MonthlyCheckJob>();
        if (!postgres)
        {
            // Before Quartz opens the file.
            services.AddHostedService(_ => new ScheduleFile(connection));
        }

        services.AddQuartz(quartz =>
        {
            quartz.ConfigureScheduler(scheduler =>
            {
                scheduler.InstanceName = "SolidLoonfiches";
                scheduler.GenerateInstanceId = postgres;
                scheduler.ShutdownJobInterruption = ShutdownJobInterruption.Always;
            });
            quartz.UseDefaultThreadPool(maxConcurrency: 4);
            quartz.UsePersistentStore(store =>
            {
                store.ConfigureStore(options =>
                {
                    options.StoreJobDataAsStrings = true;
                    options.MisfireThreshold = TimeSpan.FromSeconds(10);
                    options.RecoverFiringsCancelledByShutdown = true;
                });
                if (postgres)
                {
                    store.UsePostgres(NpgsqlFactory.Instance, connection);
                    store.UseClustering(cluster =>
                    {
                        cluster.CheckinInterval = TimeSpan.FromSeconds(2);
                        cluster.CheckinMisfireThreshold = TimeSpan.FromSeconds(2);
                    });
                }
                else
                {
                    store.UseSqlite(SqliteFactory.Instance, connection);
                }

                store.ProvisionSchema();
            });
        });
        services.AddQuartzHostedService(options => options.WaitForJobsToComplete = true);
        services.AddHostedService<ScheduleKeeper>();
        services.AddHostedService<Upkeep>();
        return services;
    }
}
