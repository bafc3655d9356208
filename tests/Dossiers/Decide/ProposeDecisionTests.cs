namespace SolidLoonfiches.Dossiers.Tests;

public sealed class ProposeDecisionOnSqliteTests(SqliteStore store) : ProposeDecisionTests(store);

public sealed class ProposeDecisionOnPostgresTests(PostgresStore store) : ProposeDecisionTests(store);

public abstract class ProposeDecisionTests(TestStore store)
{
    private static Task<ProposeDecision.Outcome> ProposeAsync(Desk desk, Guid check, ProposalKind kind, string? reason = null, Staff? by = null) =>
        desk.UseAsync<ProposeDecision, ProposeDecision.Outcome>(p => p.RunAsync(new(check, kind, reason, by ?? Desk.Worker), CancellationToken.None));

    [Fact]
    public async Task Propose_CheckOfAnotherOcmw_IsNotFound()
    {
        await using var desk = await Desk.WithOneCaseAsync(store);
        desk.Source.Put(Slips.Usable("maart", "2025-03", 1000m));
        await desk.CheckAsync("2025-03");
        var check = await desk.CurrentAsync("2025-03");

        Assert.IsType<ProposeDecision.Outcome.NotFound>(await ProposeAsync(desk, check.Id, ProposalKind.Proposed, by: Desk.Worker with { OcmwKbo = "0123456749" }));
        Assert.IsType<ProposeDecision.Outcome.NotFound>(await ProposeAsync(desk, Guid.NewGuid(), ProposalKind.Proposed));
    }

    [Fact]
    public async Task Propose_ACurrentCheck_IsDoneOnce()
    {
        await using var desk = await Desk.WithOneCaseAsync(store);
        desk.Source.Put(Slips.Usable("maart", "2025-03", 1000m));
        await desk.CheckAsync("2025-03");
        var check = await desk.CurrentAsync("2025-03");

        Assert.IsType<ProposeDecision.Outcome.Done>(await ProposeAsync(desk, check.Id, ProposalKind.Proposed));
        Assert.IsType<ProposeDecision.Outcome.AlreadyDone>(await ProposeAsync(desk, check.Id, ProposalKind.SetAside, "toch niet"));
        var proposal = Assert.Single(await desk.QueryAsync(db => Task.FromResult(db.Proposals.ToList())));
        Assert.Equal((ProposalKind.Proposed, Desk.Worker.Id, desk.Clock.GetUtcNow()), (proposal.Kind, proposal.By, proposal.At));
    }

    [Fact]
    public async Task Propose_ACheckThatWasReplaced_NamesTheOneThatStands()
    {
        await using var desk = await Desk.WithOneCaseAsync(store);
        foreach (var net in new[] { 900m, 1000m, 1100m })
        {
            desk.Source.Put(Slips.Usable("maart", "2025-03", net));
            await desk.CheckAsync("2025-03");
        }

        var checks = await desk.ChecksAsync();
        Assert.Equal(new ProposeDecision.Outcome.Superseded(checks[2].Id), await ProposeAsync(desk, checks[0].Id, ProposalKind.Proposed));
    }

    [Fact]
    public async Task Propose_WithoutAmountOrWithoutReason_IsRefused()
    {
        await using var desk = await Desk.WithOneCaseAsync(store);
        await desk.CheckAsync("2025-03");
        var check = await desk.CurrentAsync("2025-03");

        Assert.Equal("kind", Assert.IsType<ProposeDecision.Outcome.Refused>(await ProposeAsync(desk, check.Id, ProposalKind.Proposed)).Field);
        Assert.Equal("reason", Assert.IsType<ProposeDecision.Outcome.Refused>(await ProposeAsync(desk, check.Id, ProposalKind.SetAside, "  ")).Field);
        Assert.IsType<ProposeDecision.Outcome.Done>(await ProposeAsync(desk, check.Id, ProposalKind.SetAside, " loonfiche komt op papier "));
        Assert.Equal("loonfiche komt op papier", Assert.Single(await desk.QueryAsync(db => Task.FromResult(db.Proposals.ToList()))).Reason);
    }
}
