using SolidLoonfiches.Loonfiches;

namespace SolidLoonfiches.Dossiers.Tests;

public sealed class FiguresOnSqliteTests(SqliteStore store) : FiguresTests(store);

public sealed class FiguresOnPostgresTests(PostgresStore store) : FiguresTests(store);

/// <summary>What the head of service sees of the work, and what goes to POD MI.</summary>
public abstract class FiguresTests(TestStore store)
{
    private static DateOnly Today(Desk desk) => Belgium.DayOf(desk.Clock.GetUtcNow());

    [Fact]
    public async Task Figures_CountSlipsAnswersAndDecisionsByMonth()
    {
        await using var desk = await Desk.WithOneCaseAsync(store);
        desk.Source.Put(Slips.Usable("maart", "2025-03", 1000m), Slips.Usable("april", "2025-04", 900m), Slips.Usable("mei", "2025-05", 800m), Slips.KeptOut("juni", "2025-06"));
        await desk.CheckAsync("2025-05");
        desk.Clock.Advance(TimeSpan.FromDays(2));
        await desk.DecideAsync("2025-03");
        await desk.DecideAsync("2025-04", Euro.Of(500m));
        await desk.ProposeAsync("2025-05", kind: ProposalKind.SetAside);

        var found = await desk.UseAsync<Figures, Figures.Answer>(f => f.RunAsync(Desk.Ocmw, Today(desk), CancellationToken.None));

        Assert.Equal(12, found.Rows.Count);
        Assert.Equal(new Figures.Row(Maand.Parse("2025-08"), 3, 2, 0, 1, 2, 1, 2m), found.Rows[^1]);
        Assert.All(found.Rows.Take(11), row => Assert.Equal((0, 0, 0, null), (row.SlipsFound, row.Proposed, row.Decided, row.MedianDays)));
        Assert.Equal((ProposalKind.SetAside, "reden"), (Assert.Single(found.Reasons).Kind, found.Reasons[0].Text));
        Assert.All((await desk.UseAsync<Figures, Figures.Answer>(f => f.RunAsync("0123456749", Today(desk), CancellationToken.None))).Rows, row => Assert.Equal(0, row.SlipsFound + row.Proposed + row.Decided));
    }

    [Fact]
    public async Task RefundForms_FirstDecisionEndAndPayment_AreBCAndD()
    {
        await using var desk = await Desk.WithOneCaseAsync(store);
        desk.Source.Put(Slips.Usable("maart", "2025-03", 1000m), Slips.Usable("april", "2025-04", 900m));
        await desk.CheckAsync("2025-04");
        var march = await desk.DecideAsync("2025-03");
        await NotifyAndPayAsync(desk, march);
        await NotifyAndPayAsync(desk, await desk.DecideAsync("2025-04"));
        await desk.RecordAsync("2024-11-01", new RightFact(Desk.Day("2025-04-20")));

        var lines = await FormsAsync(desk, "2025-03");
        Assert.Equal([(RefundForm.B, Desk.Day("2025-03-01")), (RefundForm.D, Desk.Day("2025-03-01"))], lines.Select(line => (line.Form, line.On)));
        Assert.All(lines, line => Assert.Equal((Slips.Person(1), Leefloon.Categorie.Alleenstaand, "2025/1"), (line.Insz, line.Category, line.DecisionNumber)));
        Assert.Equal((await desk.CurrentAsync("2025-03")).NewAmount, lines[1].Amount);

        Assert.Equal([(RefundForm.C, Desk.Day("2025-04-20"), (Euro?)null), (RefundForm.D, Desk.Day("2025-04-01"), (await desk.CurrentAsync("2025-04")).NewAmount)], (await FormsAsync(desk, "2025-04")).Select(line => (line.Form, line.On, line.Amount)));
        Assert.Empty(await FormsAsync(desk, "2025-05"));
        Assert.Empty(await desk.UseAsync<RefundForms, IReadOnlyList<RefundForms.Line>>(f => f.RunAsync("0123456749", Maand.Parse("2025-03"), CancellationToken.None)));
    }

    [Fact]
    public async Task RefundForms_DecidedAndNotPaid_IsNotClaimed()
    {
        await using var desk = await Desk.WithOneCaseAsync(store);
        desk.Source.Put(Slips.Usable("maart", "2025-03", 1000m));
        await desk.CheckAsync("2025-03");
        await desk.DecideAsync("2025-03");

        Assert.Equal(RefundForm.B, Assert.Single(await FormsAsync(desk, "2025-03")).Form);
    }

    private static Task<IReadOnlyList<RefundForms.Line>> FormsAsync(Desk desk, string month) => desk.UseAsync<RefundForms, IReadOnlyList<RefundForms.Line>>(f => f.RunAsync(Desk.Ocmw, Maand.Parse(month), CancellationToken.None));

    private static async Task NotifyAndPayAsync(Desk desk, Guid proposal)
    {
        foreach (var how in (string?[])["brief", null])
        {
            Assert.IsType<StepOutcome.Done>(await desk.UseAsync<RecordNotice, StepOutcome>(o => o.RunAsync(new(proposal, Today(desk), how, Desk.Worker), CancellationToken.None)));
        }
    }
}
