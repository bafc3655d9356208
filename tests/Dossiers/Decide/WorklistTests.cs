using SolidLoonfiches.Loonfiches;

namespace SolidLoonfiches.Dossiers.Tests;

public sealed class WorklistOnSqliteTests(SqliteStore store) : WorklistTests(store);

public sealed class WorklistOnPostgresTests(PostgresStore store) : WorklistTests(store);

public abstract class WorklistTests(TestStore store)
{
    private static Task<Worklist.Answer> ListAsync(Desk desk, WorklistFilter show = WorklistFilter.All, Staff? of = null, int page = 1, bool onlyMine = true) =>
        desk.UseAsync<Worklist, Worklist.Answer>(w => w.RunAsync(new(of ?? Desk.Worker, onlyMine, show, page, Belgium.DayOf(desk.Clock.GetUtcNow())), CancellationToken.None));

    private static async Task<Guid> ProposeAsync(Desk desk, string month)
    {
        var check = await desk.CurrentAsync(month);
        Assert.IsType<ProposeDecision.Outcome.Done>(await desk.UseAsync<ProposeDecision, ProposeDecision.Outcome>(p => p.RunAsync(new(check.Id, ProposalKind.Proposed, null, Desk.Worker), CancellationToken.None)));
        return await desk.QueryAsync(db => Task.FromResult(db.Proposals.Single(p => p.CheckId == check.Id).Id));
    }

    [Fact]
    public async Task List_ANewAmount_AsksAnAnswerAndThenADecision()
    {
        await using var desk = await Desk.WithOneCaseAsync(store);
        Assert.Equal(0, (await ListAsync(desk)).Total);
        desk.Source.Put(Slips.Usable("maart", "2025-03", 1000m));
        await desk.CheckAsync("2025-03");
        var check = await desk.CurrentAsync("2025-03");

        var asked = Assert.Single((await ListAsync(desk)).Lines);
        Assert.Equal((desk.DossierId, check.Id, null, check.NewAmount, 0), (asked.Dossier.Id, asked.Check.Id, asked.Act, asked.Amount, asked.More));
        var proposal = await ProposeAsync(desk, "2025-03");
        var waits = Assert.Single((await ListAsync(desk)).Lines);
        Assert.Equal((proposal, DecisionAct.Decide, Belgium.DayOf(check.CheckedAt).AddDays(30)), (waits.ProposalId, waits.Act, waits.Due));
    }

    [Fact]
    public async Task List_TwoMonthsOfOneDossier_IsOneLineWithTheOldest()
    {
        await using var desk = await Desk.WithOneCaseAsync(store);
        desk.Source.Put(Slips.Usable("februari", "2025-02", 900m), Slips.Usable("maart", "2025-03", 1000m));
        await desk.CheckAsync("2025-02");
        await desk.CheckAsync("2025-03");

        var answer = await ListAsync(desk);
        Assert.Equal((1, Maand.Parse("2025-02"), 1), (answer.Total, Assert.Single(answer.Lines).Check.Month, answer.Lines[0].More));
    }

    [Fact]
    public async Task List_AReplacedCheckOrProposal_AsksNothing()
    {
        await using var desk = await Desk.WithOneCaseAsync(store);
        desk.Source.Put(Slips.Usable("maart", "2025-03", 1000m));
        await desk.CheckAsync("2025-03");
        await ProposeAsync(desk, "2025-03");
        desk.Source.Put(Slips.Usable("maart", "2025-03", 1050m) with { Sha256 = "other" });
        await desk.CheckAsync("2025-03");

        var line = Assert.Single((await ListAsync(desk)).Lines);
        Assert.Equal(((await desk.CurrentAsync("2025-03")).Id, null, 0), (line.Check.Id, line.Act, line.More));
    }

    [Fact]
    public async Task List_OfAnotherOcmwOrColleague_IsNotMine()
    {
        await using var desk = await Desk.WithOneCaseAsync(store);
        desk.Source.Put(Slips.Usable("maart", "2025-03", 1000m));
        await desk.CheckAsync("2025-03");

        Assert.Equal(0, (await ListAsync(desk, of: Desk.Worker with { OcmwKbo = "0123456749" }, onlyMine: false)).Total);
        Assert.Equal(0, (await ListAsync(desk, of: Desk.Worker with { Id = "sub-2" })).Total);
        Assert.Equal(1, (await ListAsync(desk, of: Desk.Worker with { Id = "sub-2" }, onlyMine: false)).Total);
    }

    [Fact]
    public async Task List_Filters_ShowWhatTheyName()
    {
        await using var desk = await Desk.WithOneCaseAsync(store);
        desk.Source.Put(Slips.Usable("maart", "2025-03", 1000m));
        await desk.CheckAsync("2025-03");
        Assert.Equal(1, (await ListAsync(desk, WorklistFilter.News)).Total);
        Assert.All(await Task.WhenAll(Totals(WorklistFilter.LateSlip, WorklistFilter.VaultTrouble, WorklistFilter.CannotCalculate, WorklistFilter.Decision, WorklistFilter.Overdue)), total => Assert.Equal(0, total));

        await ProposeAsync(desk, "2025-03");
        Assert.Equal(new[] { 0, 1, 0 }, await Task.WhenAll(Totals(WorklistFilter.News, WorklistFilter.Decision, WorklistFilter.Overdue)));
        desk.Clock.Advance(TimeSpan.FromDays(31));
        Assert.Equal(1, (await ListAsync(desk, WorklistFilter.Overdue)).Total);

        IEnumerable<Task<int>> Totals(params WorklistFilter[] filters) => filters.Select(async filter => (await ListAsync(desk, filter)).Total);
    }

    [Fact]
    public async Task List_MoreThanAPage_IsCutAndCounted()
    {
        await using var desk = await Desk.WithOneCaseAsync(store);
        var first = await desk.QueryAsync(db => Task.FromResult(db.Dossiers.Single()));
        await desk.RunAsync(async db =>
        {
            for (var n = 0; n < Worklist.PerPage; n++)
            {
                var dossier = new Dossier { Id = Guid.NewGuid(), OcmwKbo = Desk.Ocmw, Number = $"2099-{n:D4}", Insz = Slips.Person(100 + n), Name = "Maes, Jan", SocialWorkerId = Desk.Worker.Id, OpenedAt = first.OpenedAt, OpenedBy = Desk.Worker.Id };
                var check = new Check { Id = Guid.NewGuid(), DossierId = dossier.Id, Month = Maand.Parse("2025-03"), Fingerprint = "f", Outcome = CheckOutcome.Changed, Findings = [], SlipIds = [], LawVersion = "1", CheckedAt = first.OpenedAt };
                db.AddRange(dossier, check);
                db.Messages.Add(new Message { Id = Guid.NewGuid(), Key = $"k{n}", CheckId = check.Id, DossierId = dossier.Id, StaffId = Desk.Worker.Id, CreatedAt = first.OpenedAt.AddMinutes(n) });
            }

            await db.SaveChangesAsync();
        });
        desk.Source.Put(Slips.Usable("maart", "2025-03", 1000m));
        await desk.CheckAsync("2025-03");

        var one = await ListAsync(desk);
        var two = await ListAsync(desk, page: 2);
        Assert.Equal((Worklist.PerPage, Worklist.PerPage + 1, "2099-0000"), (one.Lines.Count, one.Total, one.Lines[0].Dossier.Number));
        Assert.Single(two.Lines);
        Assert.Equal(Worklist.PerPage + 1, one.Lines.Concat(two.Lines).Select(line => line.Dossier.Id).Distinct().Count());
    }
}
