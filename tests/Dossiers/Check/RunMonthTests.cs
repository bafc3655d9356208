using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using SolidLoonfiches.Leefloon;
using SolidLoonfiches.Loonfiches;

namespace SolidLoonfiches.Dossiers.Tests;

public sealed class RunMonthOnSqliteTests(SqliteStore store) : RunMonthTests(store);

public sealed class RunMonthOnPostgresTests(PostgresStore store) : RunMonthTests(store);

public abstract class RunMonthTests(TestStore store)
{
    private static readonly Maand March = Maand.Parse("2025-03");

    [Fact]
    public async Task Run_NothingMoved_FetchesTheListingAndRecordsTheRead()
    {
        await using var desk = await SettledAsync();

        var run = await RunAsync(desk);

        Assert.Equal(1, desk.Source.AsKnown);
        Assert.Empty(desk.Source.Requests[^1].Known);
        Assert.Equal((1, 1, 0, 0), (run.Total, run.Done, run.NewChecks, run.Failures));
        var read = await desk.QueryAsync(db => db.VaultReads.OrderBy(r => r.At).LastAsync());
        Assert.Equal(("read", 0, run.Id), (read.Answer, read.DocumentsFetched, read.RunId));
        Assert.Equal(read.At, await desk.QueryAsync(db => db.Consents.Select(c => c.LastReadAt).SingleAsync()));
        Assert.Single(await desk.ChecksAsync());
    }

    [Fact]
    public async Task Run_WithdrawnWhileTheListingWasFetched_RecordsNoReadAndTellsTheEnd()
    {
        await using var desk = await SettledAsync();
        var reads = await desk.QueryAsync(db => db.VaultReads.CountAsync());
        desk.Source.OnRead = _ => desk.RunAsync(db => db.Consents.ExecuteUpdateAsync(c => c.SetProperty(x => x.WithdrawnAt, desk.Clock.GetUtcNow())));

        var run = await RunAsync(desk);

        Assert.Equal((1, 1), (run.Done, desk.Source.AsKnown));
        Assert.Equal(reads, await desk.QueryAsync(db => db.VaultReads.CountAsync()));
        Assert.Equal(CheckOutcome.ConsentEnded, (await desk.ChecksAsync())[^1].Outcome);
    }

    [Fact]
    public async Task Run_TimeOfTheConsentIsOver_DoesNotLookIntoTheVault()
    {
        await using var desk = await SettledAsync();
        await desk.RunAsync(db => db.Consents.ExecuteUpdateAsync(c => c.SetProperty(x => x.Until, Belgium.DayOf(desk.Clock.GetUtcNow()).AddDays(-1))));
        var asked = desk.Source.Requests.Count;

        await RunAsync(desk);

        Assert.Equal(asked, desk.Source.Requests.Count);
        Assert.Equal(CheckOutcome.ConsentEnded, (await desk.ChecksAsync())[^1].Outcome);
    }

    [Fact]
    public async Task Run_SlipCorrectedInPlace_IsNotMissed()
    {
        await using var desk = await SettledAsync();
        desk.Source.Put(Slips.Usable("maart", "2025-03", 1100m));

        await RunAsync(desk);

        Assert.Equal([false, true], (await desk.ChecksAsync()).Select(c => c.IsCurrent));
        Assert.Equal((await desk.CurrentAsync("2025-03")).NewAmount, (await desk.CheckAsync("2025-03")).Months[0].NewAmount);
        Assert.Equal(1, desk.Source.Requests.Count(r => r.KnownLater is not null));
    }

    [Fact]
    public async Task Run_FactRecordedOrSlipKeptOutOrAnotherMonth_LooksAtAll()
    {
        await using var desk = await SettledAsync();
        await desk.RecordAsync("2025-01-01", new CategoryFact(Categorie.Samenwonend));
        await RunAsync(desk);
        Assert.Equal((0, 2), (desk.Source.AsKnown, (await desk.ChecksAsync()).Count));

        desk.Clock.Advance(TimeSpan.FromHours(1));
        await RunAsync(desk);
        await RunAsync(desk);
        Assert.Equal(1, desk.Source.AsKnown);

        await RunAsync(desk, month: "2025-04");
        desk.Source.Put(Slips.KeptOut("fout", "2025-03"));
        await RunAsync(desk);
        await RunAsync(desk);
        Assert.Equal(1, desk.Source.AsKnown);
        Assert.Empty(await desk.QueryAsync(db => db.SettledVaults.ToListAsync()));
    }

    /// <summary>The process was killed between the answer to the dispute and the calculation: in the month that is due, and in one before it.</summary>
    [Theory]
    [InlineData("2025-03")]
    [InlineData("2025-04")]
    public async Task Run_DisputeAcceptedAndNotCalculated_IsMadeUpFor(string month)
    {
        await using var desk = await SettledAsync();
        desk.Clock.Advance(TimeSpan.FromHours(1));
        var now = desk.Clock.GetUtcNow();
        await desk.RunAsync(async db =>
        {
            var slip = await db.Slips.SingleAsync();
            db.Disputes.Add(new Dispute
            {
                Id = Guid.NewGuid(), DossierId = desk.DossierId, SlipId = slip.Id, Month = March, Label = "Nettoloon", Amount = Euro.Of(1000m), Claimed = Euro.Of(900m), Reason = "x", RaisedAt = now,
                AnsweredAt = now, Answer = DisputeAnswer.Accepted, AnsweredBy = Desk.Worker.Id, AnswerText = "y", RightAmount = Euro.Of(900m),
            });
            await db.SaveChangesAsync();
        });

        await RunAsync(desk, month);

        Assert.Equal(900m, Assert.Single((await desk.CurrentAsync("2025-03")).Geval!.Lonen).Nettoloon);
    }

    [Fact]
    public async Task TakeUp_AfterAStop_SkipsWhatTheRunHasReadAndKeepsItsRow()
    {
        await using var desk = await ManyAsync(12);
        using var stop = new CancellationTokenSource();
        desk.Source.OnRead = async _ =>
        {
            if (desk.Source.Requests.Count > 9)
            {
                await stop.CancelAsync();
                stop.Token.ThrowIfCancellationRequested();
            }
        };
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => desk.UseAsync<RunMonth, RunMonth.Report>(r => r.RunAsync(new(Desk.Ocmw, March, "command"), stop.Token)));
        var broken = Assert.Single(await desk.UseAsync<RunMonth, IReadOnlyList<CheckRun>>(r => r.BrokenOffAsync(Desk.Ocmw, null, CancellationToken.None)));
        var done = await desk.QueryAsync(db => db.Checks.CountAsync());
        Assert.InRange(done, 1, 9);
        desk.Source.OnRead = null;
        desk.Source.Requests.Clear();

        var progress = new List<(int Done, int Total)>();
        await desk.UseAsync<RunMonth, RunMonth.Report>(r => r.RunAsync(new(Desk.Ocmw, March, "command", Progress: (d, t) => progress.Add((d, t))) { TakeUp = broken.Id }, CancellationToken.None));

        Assert.Equal(12 - done, desk.Source.Requests.Count);
        Assert.Equal((done + 1, 12), progress[0]);
        var run = await desk.QueryAsync(db => db.Runs.SingleAsync());
        Assert.Equal((broken.Id, 12, 12, 1), (run.Id, run.Done, run.Total, run.TakenUp));
        Assert.NotNull(run.EndedAt);
        Assert.All(await desk.ChecksAsync(), c => Assert.Equal(run.Id, c.RunId));
        Assert.Equal(12, (await desk.ChecksAsync()).Select(c => c.DossierId).Distinct().Count());
        Assert.Empty(await desk.UseAsync<RunMonth, IReadOnlyList<CheckRun>>(r => r.BrokenOffAsync(Desk.Ocmw, null, CancellationToken.None)));
    }

    [Fact]
    public async Task Run_WhatStandsOfOneDossierCannotBeRead_DoesTheOthers()
    {
        await using var desk = await ManyAsync(12);
        var fact = await desk.QueryAsync(db => db.Facts.Where(f => f.DossierId == desk.DossierId).Select(f => f.Id).FirstAsync());
        await desk.RunAsync(db => db.Database.IsSqlite()
            ? db.Database.ExecuteSqlAsync($"UPDATE facts SET value = '[]' WHERE id = {fact}")
            : db.Database.ExecuteSqlAsync($"UPDATE facts SET value = '[]'::jsonb WHERE id = {fact}"));

        var report = await desk.UseAsync<RunMonth, RunMonth.Report>(r => r.RunAsync(new(Desk.Ocmw, March, "command"), CancellationToken.None));

        Assert.Single(report.Failures);
        Assert.Equal(11, report.Dossiers.Count);
        Assert.Equal(11, (await desk.ChecksAsync()).Count);
    }

    [Fact]
    public async Task Run_FiredTwiceForTheSameMoment_RunsOnceAndALateOneSaysSo()
    {
        await using var desk = await ManyAsync(2);
        var scheduled = desk.Clock.GetUtcNow();
        desk.Clock.Advance(RunRows.Late);
        var first = await desk.UseAsync<RunMonth, RunMonth.Report>(r => r.RunAsync(new(Desk.Ocmw, March, "schedule") { ScheduledFor = scheduled }, CancellationToken.None));
        var second = await desk.UseAsync<RunMonth, RunMonth.Report>(r => r.RunAsync(new(Desk.Ocmw, March, "schedule") { ScheduledFor = scheduled }, CancellationToken.None));

        Assert.Equal((2, 0), (first.Dossiers.Count, second.Dossiers.Count));
        Assert.Equal(2, desk.Source.Requests.Count);
        var run = await desk.QueryAsync(db => db.Runs.SingleAsync());
        Assert.True(run.IsLate);
        Assert.Equal(scheduled, run.ScheduledFor);
    }

    [Fact]
    public async Task Run_InSlices_LooksAtEveryDossierOnce()
    {
        await using var desk = await ManyAsync(20);
        for (var slice = 1; slice <= 4; slice++)
        {
            await desk.UseAsync<RunMonth, RunMonth.Report>(r => r.RunAsync(new(Desk.Ocmw, March, "command") { Slice = slice, Slices = 4 }, CancellationToken.None));
        }

        Assert.Equal(20, desk.Source.Requests.Select(r => r.Worker).Distinct().Count());
        Assert.Equal(20, desk.Source.Requests.Count);
        Assert.Equal([1, 2, 3, 4], await desk.QueryAsync(db => db.Runs.OrderBy(r => r.Slice).Select(r => r.Slice).ToListAsync()));
        Assert.Equal(20, await desk.QueryAsync(db => db.Runs.SumAsync(r => r.Total)));
    }

    [Fact]
    public async Task Run_OneServerIsSlow_HoldsUpItsOwnVaultsOnly()
    {
        await using var desk = await ManyAsync(30);
        var slow = new TaskCompletionSource();
        var (atSlow, mostAtSlow, others) = (0, 0, 0);
        await desk.RunAsync(async db =>
        {
            var consents = await db.Consents.OrderBy(c => c.Id).ToListAsync();
            await db.Consents.Where(c => consents.Take(20).Select(x => x.Id).Contains(c.Id)).ExecuteUpdateAsync(c => c.SetProperty(x => x.Container, "https://slow.example/loonfiches/"));
        });
        desk.Source.OnRead = async request =>
        {
            if (request.Container.Host == "slow.example")
            {
                InterlockedMax(ref mostAtSlow, Interlocked.Increment(ref atSlow));
                GoOn();
                await slow.Task;
                Interlocked.Decrement(ref atSlow);
            }
            else
            {
                Interlocked.Increment(ref others);
                GoOn();
            }
        };

        await desk.UseAsync<RunMonth, RunMonth.Report>(r => r.RunAsync(new(Desk.Ocmw, March, "command"), CancellationToken.None)).WaitAsync(TimeSpan.FromSeconds(30));

        Assert.Equal((8, 10), (mostAtSlow, others));

        // Once the slow server has as many as it may, and all others were read meanwhile.
        void GoOn()
        {
            if (Volatile.Read(ref mostAtSlow) >= 8 && Volatile.Read(ref others) == 10)
            {
                slow.TrySetResult();
            }
        }

        static void InterlockedMax(ref int most, int value)
        {
            for (var seen = Volatile.Read(ref most); value > seen; seen = Volatile.Read(ref most))
            {
                Interlocked.CompareExchange(ref most, value, seen);
            }
        }
    }

    [Fact]
    public async Task Run_ServerAsksToBeLeftAlone_WaitsAndThenDoesItsVaults()
    {
        await using var desk = await ManyAsync(40);
        var until = desk.Clock.GetUtcNow() + TimeSpan.FromMinutes(2);
        var asked = new TaskCompletionSource();
        desk.Source.Rest = _ =>
        {
            var left = desk.Source.Requests.Count < 10 || desk.Clock.GetUtcNow() >= until ? TimeSpan.Zero : until - desk.Clock.GetUtcNow();
            if (left > TimeSpan.Zero)
            {
                asked.TrySetResult();
            }

            return left;
        };
        var running = desk.UseAsync<RunMonth, RunMonth.Report>(r => r.RunAsync(new(Desk.Ocmw, March, "command"), CancellationToken.None));
        await asked.Task.WaitAsync(TimeSpan.FromSeconds(30));
        await Task.Delay(TimeSpan.FromMilliseconds(500));
        Assert.False(running.IsCompleted);
        Assert.InRange(desk.Source.Requests.Count, 10, 18);

        while (!running.IsCompleted)
        {
            desk.Clock.Advance(TimeSpan.FromMinutes(1));
            await Task.Delay(TimeSpan.FromMilliseconds(20));
        }

        Assert.Equal(40, (await running).Dossiers.Count);
        Assert.Equal(40, desk.Source.Requests.Count);
    }

    [Fact]
    public async Task Run_DatabaseIsAwayForAWhile_GoesOnWhenItIsBack()
    {
        var outage = new Outage();
        await using var desk = await ManyAsync(12, services => services
            .AddSingleton(new DatabasePatience(TimeProvider.System, NullLogger<DatabasePatience>.Instance))
            .ConfigureDbContext<SqliteDossierDb>(o => o.AddInterceptors(outage))
            .ConfigureDbContext<PostgresDossierDb>(o => o.AddInterceptors(outage)));
        desk.Source.OnRead = _ =>
        {
            if (desk.Source.Requests.Count == 5)
            {
                outage.Commands = 40;
            }

            return Task.CompletedTask;
        };

        var report = await desk.UseAsync<RunMonth, RunMonth.Report>(r => r.RunAsync(new(Desk.Ocmw, March, "command"), CancellationToken.None));

        Assert.True(outage.Commands <= 0);
        Assert.Empty(report.Failures);
        Assert.Equal(12, (await desk.ChecksAsync()).Count);
        Assert.Equal(12, (await desk.QueryAsync(db => db.Runs.SingleAsync())).Done);
    }

    [Fact]
    public async Task Months_NoFiringWasForAMonth_ItIsMadeUpFor()
    {
        await using var desk = await Desk.OpenAsync(store, services => services.AddScoped<MonthlyCheckJob>());
        await desk.RunAsync(async db =>
        {
            db.Runs.Add(new CheckRun { Id = Guid.NewGuid(), OcmwKbo = Desk.Ocmw, Month = March, StartedBy = "schedule", StartedAt = desk.Clock.GetUtcNow(), EndedAt = desk.Clock.GetUtcNow() });
            await db.SaveChangesAsync();
        });

        // A cron of the 31st: April and June have none.
        var (months, brokenOff) = await desk.UseAsync<MonthlyCheckJob, (IReadOnlyList<Maand>, CheckRun?)>(j => j.MonthsAsync(Desk.Ocmw, new DateTimeOffset(2025, 7, 31, 4, 0, 0, TimeSpan.Zero), recovering: false, CancellationToken.None));

        Assert.Equal(["2025-04", "2025-05", "2025-06", "2025-07"], months.Select(m => m.ToString()));
        Assert.Null(brokenOff);
    }

    /// <summary>One dossier of which nothing is left to do for March.</summary>
    private async Task<Desk> SettledAsync()
    {
        var desk = await Desk.WithOneCaseAsync(store);
        desk.Source.Settles = true;
        desk.Source.Put(Slips.Usable("maart", "2025-03", 1000m));
        desk.Clock.Advance(TimeSpan.FromHours(1));
        await RunAsync(desk);
        Assert.Equal(0, desk.Source.AsKnown);
        Assert.Single(await desk.QueryAsync(db => db.SettledVaults.ToListAsync()));
        return desk;
    }

    private async Task<Desk> ManyAsync(int dossiers, Action<IServiceCollection>? more = null)
    {
        var desk = await Desk.WithOneCaseAsync(store, more);
        for (var serial = 2; serial <= dossiers; serial++)
        {
            await desk.ConsentAsync(await desk.PersonAsync(serial));
        }

        return desk;
    }

    private static async Task<CheckRun> RunAsync(Desk desk, string month = "2025-03")
    {
        desk.Clock.Advance(TimeSpan.FromMinutes(1));
        var report = await desk.UseAsync<RunMonth, RunMonth.Report>(r => r.RunAsync(new(Desk.Ocmw, Maand.Parse(month), "command") { KeepReports = false }, CancellationToken.None));
        return await desk.QueryAsync(db => db.Runs.SingleAsync(r => r.Id == report.RunId));
    }

    /// <summary>The next commands find the database locked.</summary>
    private sealed class Outage : DbCommandInterceptor
    {
        private int _commands;

        public int Commands
        {
            get => Volatile.Read(ref _commands);
            set => Volatile.Write(ref _commands, value);
        }

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
        {
            Fail();
            return ValueTask.FromResult(result);
        }

        public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
        {
            Fail();
            return ValueTask.FromResult(result);
        }

        private void Fail()
        {
            if (Commands > 0 && Interlocked.Decrement(ref _commands) >= 0)
            {
                throw new SqliteException("database is locked", 5);
            }
        }
    }
}
