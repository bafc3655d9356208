using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using SolidLoonfiches.Loonfiches;

namespace SolidLoonfiches.Dossiers.Tests;

public sealed class CheckDossierSafetyOnSqliteTests(SqliteStore store) : CheckDossierSafetyTests(store);

public sealed class CheckDossierSafetyOnPostgresTests(PostgresStore store) : CheckDossierSafetyTests(store);

/// <summary>What happens when something goes wrong in the middle, or at the same time.</summary>
public abstract class CheckDossierSafetyTests(TestStore store)
{
    [Fact]
    public async Task Run_DryRun_SaysTheSameAndWritesNothing()
    {
        await using var desk = await Desk.WithOneCaseAsync(store);
        desk.Source.Put(Slips.Usable("maart", "2025-03", 1000m));
        var before = await CountsAsync(desk);

        var dry = Assert.Single((await desk.CheckAsync("2025-03", dryRun: true)).Months);

        Assert.Equal(before, await CountsAsync(desk));
        Assert.Null(await desk.QueryAsync(db => db.Consents.Select(c => c.LastReadAt).SingleAsync()));
        var real = Assert.Single((await desk.CheckAsync("2025-03")).Months);
        Assert.Equal((real.Outcome, real.NewAmount, real.IsNew, real.ToldTo), (dry.Outcome, dry.NewAmount, dry.IsNew, dry.ToldTo));
        desk.Source.Answer = new Sources.SourceAnswer.ConsentEnded();
        Assert.Equal(CheckOutcome.ConsentEnded, Assert.Single((await desk.CheckAsync("2025-03", dryRun: true)).Months).Outcome);
        Assert.True(await desk.QueryAsync(async db => (await db.Consents.SingleAsync()).IsActive));
    }

    [Fact]
    public async Task Run_DatabaseFailsAtTheLastRow_LeavesNothingHalfWritten()
    {
        var failing = new FailingInsert("messages");
        await using var desk = await Desk.WithOneCaseAsync(store, services => services
            .ConfigureDbContext<SqliteDossierDb>(o => o.AddInterceptors(failing))
            .ConfigureDbContext<PostgresDossierDb>(o => o.AddInterceptors(failing)));
        desk.Source.Put(Slips.Usable("maart", "2025-03", 1000m));
        var before = await CountsAsync(desk);
        failing.On = true;

        var failure = await Assert.ThrowsAsync<DbUpdateException>(() => desk.CheckAsync("2025-03"));
        Assert.IsType<InvalidTimeZoneException>(failure.InnerException);

        Assert.True(failing.Hit);
        failing.On = false;
        Assert.Equal(before, await CountsAsync(desk));
        Assert.True(Assert.Single((await desk.CheckAsync("2025-03")).Months).IsNew);
        Assert.Single(await desk.MessagesAsync());
    }

    [Fact]
    public async Task Run_TwoAtTheSameMoment_WriteOneCheckAndOneMessage()
    {
        await using var desk = await Desk.WithOneCaseAsync(store);
        desk.Source.Put(Slips.Usable("maart", "2025-03", 1000m), Slips.Usable("mei", "2025-05", 1000m));
        var (inside, both) = (0, new TaskCompletionSource());
        desk.Source.OnRead = async _ =>
        {
            if (Interlocked.Increment(ref inside) == 4)
            {
                both.SetResult();
            }

            await both.Task.WaitAsync(TimeSpan.FromSeconds(30));
        };

        var reports = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => desk.UseAsync<CheckDossier, CheckDossier.Report>(c => c.RunAsync(new(desk.DossierId, Maand.Parse("2025-03")), CancellationToken.None)))));

        Assert.Equal(1, reports.Count(r => Assert.Single(r.Months).IsNew));
        Assert.All(reports, r => Assert.Equal(reports[0].Months[0].NewAmount, r.Months[0].NewAmount));
        Assert.Single(await desk.ChecksAsync());
        Assert.Single(await desk.MessagesAsync());
        Assert.Equal(2, await desk.QueryAsync(db => db.Slips.CountAsync()));
    }

    [Fact]
    public async Task Run_TwoAtTheSameMomentOnACorrection_ReplaceTheOldCheckOnce()
    {
        await using var desk = await Desk.WithOneCaseAsync(store);
        desk.Source.Put(Slips.Usable("maart", "2025-03", 900m));
        await desk.CheckAsync("2025-03");
        desk.Source.Put(Slips.Usable("maart-verbeterd", "2025-03", 1000m, corrects: "maart"));
        var (inside, both) = (0, new TaskCompletionSource());
        desk.Source.OnRead = async _ =>
        {
            if (Interlocked.Increment(ref inside) == 2)
            {
                both.SetResult();
            }

            await both.Task.WaitAsync(TimeSpan.FromSeconds(30));
        };

        await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => Task.Run(() => desk.UseAsync<CheckDossier, CheckDossier.Report>(c => c.RunAsync(new(desk.DossierId, Maand.Parse("2025-03")), CancellationToken.None)))));

        Assert.Equal([false, true], (await desk.ChecksAsync()).Select(c => c.IsCurrent));
        Assert.Equal(2, (await desk.MessagesAsync()).Count);
    }

    [Fact]
    public async Task RunMonth_OneDossierBreaksOff_TheRestGoesOn()
    {
        await using var desk = await Desk.WithOneCaseAsync(store);
        for (var serial = 2; serial <= 12; serial++)
        {
            await desk.ConsentAsync(await desk.PersonAsync(serial));
        }

        var withoutConsent = await desk.PersonAsync(13);
        var bad = Slips.Person(5);
        desk.Source.OnRead = request => request.Worker == bad ? throw new InvalidOperationException($"Cannot read {bad.Value}.") : Task.CompletedTask;
        var progress = new List<(int Done, int Total)>();

        var report = await desk.UseAsync<RunMonth, RunMonth.Report>(r => r.RunAsync(new(Desk.Ocmw, Maand.Parse("2025-03"), "command", Progress: (done, total) => progress.Add((done, total))), CancellationToken.None));

        Assert.Equal(11, report.Dossiers.Count);
        Assert.Equal(("2025-0005", nameof(InvalidOperationException)), Assert.Single(report.Failures));
        Assert.Equal((12, 12), progress[^1]);
        Assert.Equal(12, progress.Count);
        var run = await desk.QueryAsync(db => db.Runs.SingleAsync());
        Assert.Equal((report.RunId, 12, 12, 11, 1), (run.Id, run.Total, run.Done, run.NewChecks, run.Failures));
        Assert.NotNull(run.EndedAt);
        Assert.All(await desk.ChecksAsync(), c => Assert.Equal(run.Id, c.RunId));
        Assert.DoesNotContain(await desk.ChecksAsync(), c => c.DossierId == withoutConsent);
    }

    [Fact]
    public async Task RunMonth_DryRun_WritesNoRun()
    {
        await using var desk = await Desk.WithOneCaseAsync(store);
        var before = await CountsAsync(desk);

        var report = await desk.UseAsync<RunMonth, RunMonth.Report>(r => r.RunAsync(new(Desk.Ocmw, Maand.Parse("2025-03"), "command", DryRun: true), CancellationToken.None));

        Assert.Equal(Guid.Empty, report.RunId);
        Assert.True(Assert.Single(Assert.Single(report.Dossiers).Months).IsNew);
        Assert.Equal(before, await CountsAsync(desk));
    }

    [Fact]
    public async Task RunMonth_Stopped_KeepsTheRunWithoutAnEnd()
    {
        await using var desk = await Desk.WithOneCaseAsync(store);
        using var stop = new CancellationTokenSource();
        desk.Source.OnRead = async _ =>
        {
            await stop.CancelAsync();
            stop.Token.ThrowIfCancellationRequested();
        };

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => desk.UseAsync<RunMonth, RunMonth.Report>(r => r.RunAsync(new(Desk.Ocmw, Maand.Parse("2025-03"), "command"), stop.Token)));

        Assert.Null((await desk.QueryAsync(db => db.Runs.SingleAsync())).EndedAt);
        Assert.Empty(await desk.ChecksAsync());
    }

    private static Task<(int Slips, int Reads, int Checks, int Messages, int Runs)> CountsAsync(Desk desk) => desk.QueryAsync(async db =>
        (await db.Slips.CountAsync(), await db.VaultReads.CountAsync(), await db.Checks.CountAsync(), await db.Messages.CountAsync(), await db.Runs.CountAsync()));

    /// <summary>Throws when a row goes into one table; what went before it in the transaction has been sent.</summary>
    private sealed class FailingInsert(string table) : DbCommandInterceptor
    {
        public bool On { get; set; }

        public bool Hit { get; private set; }

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
        {
            Look(command);
            return ValueTask.FromResult(result);
        }

        public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
        {
            Look(command);
            return ValueTask.FromResult(result);
        }

        private void Look(DbCommand command)
        {
            if (On && (command.CommandText.Contains($"INTO {table} ", StringComparison.OrdinalIgnoreCase) || command.CommandText.Contains($"INTO \"{table}\" ", StringComparison.OrdinalIgnoreCase)))
            {
                Hit = true;
                throw new InvalidTimeZoneException("Made to fail by the test.");
            }
        }
    }
}
