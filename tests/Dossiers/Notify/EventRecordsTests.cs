using Microsoft.EntityFrameworkCore;
using SolidLoonfiches.Sources;

namespace SolidLoonfiches.Dossiers.Tests;

public sealed class EventRecordsOnSqliteTests(SqliteStore store) : EventRecordsTests(store);

public sealed class EventRecordsOnPostgresTests(PostgresStore store) : EventRecordsTests(store);

/// <summary>Each event stands in the save that made it so, once.</summary>
public abstract class EventRecordsTests(TestStore store)
{
    private static Task<List<EventRecord>> EventsAsync(Desk desk) => desk.QueryAsync(db => db.Events.AsNoTracking().OrderBy(e => e.At).ThenBy(e => e.Change).ToListAsync());

    private static async Task<IEnumerable<string>> ToldAsync(Desk desk) => (await EventsAsync(desk)).Select(e => $"{e.Type} {e.Change}");

    [Fact]
    public async Task Check_NewCorrectedAndChangedSlips_AreEachFoundOnce()
    {
        await using var desk = await Desk.WithOneCaseAsync(store);
        desk.Source.Put(Slips.Usable("a", "2025-06", 900m));
        desk.Source.Put(Slips.KeptOut("odd", "2025-06"));
        await desk.CheckAsync("2025-06");
        await desk.CheckAsync("2025-06");
        Assert.Equal(["payslip.found new"], await ToldAsync(desk));

        desk.Source.Put(Slips.Usable("a", "2025-06", 950m));
        await desk.CheckAsync("2025-06");
        desk.Source.Put(Slips.Usable("b", "2025-06", 990m, corrects: "a"));
        await desk.CheckAsync("2025-06");

        var events = await EventsAsync(desk);
        Assert.Equal(["payslip.found new", "payslip.found changed", "payslip.found corrected"], events.Select(e => $"{e.Type} {e.Change}"));
        var slips = await desk.QueryAsync(db => db.Slips.Where(s => s.PeriodFrom != null && s.Loonfiche != null).Select(s => s.Id).ToListAsync());
        Assert.Equal(slips.Order(), events.Select(e => e.SubjectId).Order());
        Assert.All(events, e => Assert.Equal((Desk.Ocmw, desk.DossierId, (DateTimeOffset?)null), (e.OcmwKbo, e.DossierId, e.SpreadAt)));
    }

    [Fact]
    public async Task Check_DryRun_TellsNothing()
    {
        await using var desk = await Desk.WithOneCaseAsync(store);
        desk.Source.Put(Slips.Usable("a", "2025-06", 900m));
        await desk.CheckAsync("2025-06", dryRun: true);
        Assert.Empty(await EventsAsync(desk));
    }

    [Fact]
    public async Task Check_FourRunsAtOnce_TellEachSlipOnce()
    {
        await using var desk = await Desk.WithOneCaseAsync(store);
        desk.Source.Put(Slips.Usable("a", "2025-06", 900m));
        desk.Source.Put(Slips.Usable("b", "2025-05", 900m));
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => desk.UseAsync<CheckDossier, CheckDossier.Report>(c => c.RunAsync(new(desk.DossierId, Loonfiches.Maand.Parse("2025-06")), CancellationToken.None)))));
        Assert.Equal(2, (await EventsAsync(desk)).Count);
    }

    [Fact]
    public async Task Check_VaultRefuses_TheConsentEnds()
    {
        await using var desk = await Desk.WithOneCaseAsync(store);
        desk.Source.Answer = new SourceAnswer.ConsentEnded();
        await desk.CheckAsync("2025-06");
        await desk.CheckAsync("2025-07");
        Assert.Equal(["consent.ended refusedByVault"], await ToldAsync(desk));
    }

    [Fact]
    public async Task Withdraw_TwiceAndAtOnce_EndsTheConsentOnce()
    {
        await using var desk = await Desk.WithOneCaseAsync(store);
        var consent = await desk.QueryAsync(db => db.Consents.Select(c => c.Id).SingleAsync());
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => desk.UseAsync<WithdrawConsent, WithdrawConsent.Outcome>(w => w.RunAsync(new(consent, Slips.Person(1)), CancellationToken.None)))));
        Assert.Equal(["consent.ended withdrawn"], await ToldAsync(desk));
    }

    [Theory]
    [InlineData(ProposalKind.Proposed, "check.proposed proposed")]
    [InlineData(ProposalKind.SetAside, "check.decided setAside")]
    public async Task Answer_OfTheSocialWorker_IsTold(ProposalKind kind, string told)
    {
        await using var desk = await Desk.WithOneCaseAsync(store);
        desk.Source.Put(Slips.Usable("a", "2025-06", 900m));
        await desk.CheckAsync("2025-06");
        var check = (await desk.CurrentAsync("2025-06")).Id;
        for (var time = 0; time < 2; time++)
        {
            await desk.UseAsync<ProposeDecision, ProposeDecision.Outcome>(p => p.RunAsync(new(check, kind, "nagekeken", Desk.Worker), CancellationToken.None));
        }

        var answer = Assert.Single(await EventsAsync(desk), e => e.Type != EventTypes.PayslipFound);
        Assert.Equal((told, check), ($"{answer.Type} {answer.Change}", answer.SubjectId));
    }
}
