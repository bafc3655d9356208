using SolidLoonfiches.Leefloon;
using SolidLoonfiches.Loonfiches;

namespace SolidLoonfiches.Dossiers.Tests;

public sealed class DossierLifeOnSqliteTests(SqliteStore store) : DossierLifeTests(store);

public sealed class DossierLifeOnPostgresTests(PostgresStore store) : DossierLifeTests(store);

/// <summary>Opened, transferred, suspended, closed, opened again: dated facts, and what follows from them.</summary>
public abstract class DossierLifeTests(TestStore store)
{
    private static readonly Staff Colleague = Desk.Worker with { Id = "sub-2", Name = "Tom Claes" };

    [Fact]
    public async Task Closed_AMonthThatWasNotOpenAnyDay_IsNotReadAndNothingIsLost()
    {
        await using var desk = await Desk.WithOneCaseAsync(store);
        desk.Source.Put(Slips.Usable("maart", "2025-03", 1000m), Slips.Usable("april", "2025-04", 1000m), Slips.Usable("mei", "2025-05", 900m));
        await desk.CheckAsync("2025-03");
        await desk.RecordAsync("2025-04-10", new StatusFact(DossierStatus.Closed));

        // April was open until the tenth.
        Assert.Single((await desk.CheckAsync("2025-04")).Months);
        var read = desk.Source.Requests.Count;
        var skipped = await desk.CheckAsync("2025-05");
        Assert.Empty(skipped.Months);
        Assert.Equal(DossierStatus.Closed, skipped.NotOpen);

        Assert.Equal(read, desk.Source.Requests.Count);
        Assert.Equal(["2025-03", "2025-04"], (await desk.ChecksAsync()).Select(c => c.Month.ToString()));
        Assert.Equal(3, await desk.QueryAsync(db => Task.FromResult(db.Slips.Count())));
    }

    [Fact]
    public async Task Suspended_AndOpenedAgain_ReadsTheMonthsFromThenOn()
    {
        await using var desk = await Desk.WithOneCaseAsync(store);
        desk.Source.Put(Slips.Usable("maart", "2025-03", 1000m));
        await desk.CheckAsync("2025-03");
        await desk.RecordAsync("2025-04-01", new StatusFact(DossierStatus.Suspended));
        desk.Source.Put(Slips.Usable("maart", "2025-03", 1000m), Slips.Usable("april", "2025-04", 950m), Slips.Usable("mei", "2025-05", 900m));
        Assert.Empty((await desk.CheckAsync("2025-04")).Months);

        await desk.RecordAsync("2025-05-20", new StatusFact(DossierStatus.Open));

        // The right ran on in April: a month that was skipped is no month without wage.
        var report = await desk.CheckAsync("2025-05");
        Assert.Null(report.NotOpen);
        Assert.Equal(["2025-04", "2025-05"], report.Months.Where(m => m.Outcome == CheckOutcome.Changed).Select(m => m.Month.ToString()).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Run_OfTheMonth_SaysHowManyWereNotOpen()
    {
        await using var desk = await Desk.WithOneCaseAsync(store);
        await desk.RecordAsync("2025-03-01", new StatusFact(DossierStatus.Suspended));

        var report = await desk.UseAsync<RunMonth, RunMonth.Report>(r => r.RunAsync(new(Desk.Ocmw, Maand.Parse("2025-03"), "command"), CancellationToken.None));

        Assert.Equal(DossierStatus.Suspended, Assert.Single(report.Dossiers).NotOpen);
        var run = await desk.QueryAsync(db => Task.FromResult(db.Runs.Single()));
        Assert.Equal((1, 1, 0, 1), (run.Total, run.Done, run.Failures, run.NotOpen));
        Assert.Empty(desk.Source.Requests);
    }

    [Fact]
    public async Task On_FollowsTheDatedFacts()
    {
        await using var desk = await Desk.OpenAsync(store);
        await desk.RecordAsync("2025-03-05", new StatusFact(DossierStatus.Suspended));
        await desk.RecordAsync("2025-03-20", new StatusFact(DossierStatus.Open));
        var facts = DossierFacts.From(await desk.QueryAsync(db => Task.FromResult(db.Facts.ToList())));

        Assert.Equal([DossierStatus.Open, DossierStatus.Suspended, DossierStatus.Suspended, DossierStatus.Open], new[] { "2025-03-04", "2025-03-05", "2025-03-19", "2025-03-20" }.Select(day => DossierLife.On(facts, Desk.Day(day))));
        Assert.Null(DossierLife.NotOpenIn(facts, Maand.Parse("2025-03")));
    }

    [Fact]
    public async Task FactOfTheDossierAlone_IsNoReasonToReadAndNoChange()
    {
        await using var desk = await Desk.OpenAsync(store);
        await desk.RecordAsync("2024-11-01", new CategoryFact(Categorie.Alleenstaand));
        await desk.RecordAsync("2024-11-01", new RightFact(Desk.Day("2025-03-31")));
        await desk.ConsentAsync();
        desk.Source.Put(Slips.Usable("maart", "2025-03", 1000m));
        await desk.CheckAsync("2025-03");
        desk.Clock.Advance(TimeSpan.FromHours(1));
        await desk.CheckAsync("2025-07");
        var read = desk.Source.Requests.Count;

        await desk.RecordAsync("2025-07-01", new LanguageFact(Taal.Frans));
        await desk.RecordAsync("2025-07-01", new GpmiFact("opleiding lasser", null));
        await desk.CheckAsync("2025-08");

        Assert.Equal(read, desk.Source.Requests.Count);
    }

    [Fact]
    public async Task Gpmi_ThatEnded_DoesNotHoldAnyMore()
    {
        await using var desk = await Desk.OpenAsync(store);
        await desk.RecordAsync("2025-01-01", new GpmiFact("opleiding lasser", Desk.Day("2025-06-30")));
        var facts = DossierFacts.From(await desk.QueryAsync(db => Task.FromResult(db.Facts.ToList())));

        Assert.Single(facts.On(Desk.Day("2025-06-30")));
        Assert.Empty(facts.On(Desk.Day("2025-07-01")));
        Assert.Equal("to", Assert.IsType<RecordFact.Outcome.Refused>(await desk.TryRecordAsync("2025-01-01", new GpmiFact("opleiding", Desk.Day("2024-01-01")))).Field);
        Assert.Equal("about", Assert.IsType<RecordFact.Outcome.Refused>(await desk.TryRecordAsync("2025-01-01", new GpmiFact(" ", null))).Field);
    }

    [Fact]
    public async Task Transfer_ToAColleague_IsAFactAndMovesTheWork()
    {
        await using var desk = await WithColleagueAsync();
        desk.Source.Put(Slips.Usable("maart", "2025-03", 1000m), Slips.Usable("april", "2025-04", 900m));
        await desk.CheckAsync("2025-03");

        Assert.Equal(new TransferDossier.Outcome.Transferred("Tom Claes"), await TransferAsync(desk, Colleague.Id, "Els gaat op verlof"));

        var fact = await desk.QueryAsync(db => Task.FromResult(db.Facts.OrderBy(f => f.RecordedAt).ToList().Last()));
        Assert.Equal((new TransferFact(Colleague.Id, "Tom Claes"), "Els gaat op verlof", Desk.Worker.Id), (fact.Value, fact.Evidence, fact.RecordedBy));
        Assert.Equal(1, (await desk.UseAsync<Worklist, Worklist.Answer>(w => w.RunAsync(new(Colleague, true, WorklistFilter.All, 1, Desk.Day("2025-08-05")), CancellationToken.None))).Total);
        await desk.CheckAsync("2025-04");
        Assert.Equal([Desk.Worker.Id, Colleague.Id], (await desk.MessagesAsync()).Select(m => m.StaffId));
    }

    [Fact]
    public async Task Transfer_ToWhoDoesNotWorkOnDossiers_IsNotDone()
    {
        await using var desk = await WithColleagueAsync();
        await desk.UseAsync<RememberStaff, bool>(r => r.RunAsync(Colleague with { WorksOnDossiers = false }, CancellationToken.None));
        Assert.Equal("to", Assert.IsType<TransferDossier.Outcome.Refused>(await TransferAsync(desk, Colleague.Id, "reden")).Field);

        await desk.UseAsync<RememberStaff, bool>(r => r.RunAsync(Colleague, CancellationToken.None));
        Assert.IsType<TransferDossier.Outcome.Transferred>(await TransferAsync(desk, Colleague.Id, "reden"));
    }

    [Fact]
    public async Task TransferFact_RecordedByItself_IsRefused()
    {
        await using var desk = await WithColleagueAsync();

        Assert.IsType<RecordFact.Outcome.Refused>(await desk.TryRecordAsync("2025-03-01", new TransferFact(Colleague.Id, Colleague.Name)));
    }

    [Fact]
    public async Task Transfer_ToNobodyKnownOrOfAnotherOcmw_IsNotDone()
    {
        await using var desk = await WithColleagueAsync();
        await desk.PersonAtAsync("0123456749", "OCMW Aalst", 7);

        Assert.Equal("to", Assert.IsType<TransferDossier.Outcome.Refused>(await TransferAsync(desk, "sub-9", "reden")).Field);
        Assert.Equal("to", Assert.IsType<TransferDossier.Outcome.Refused>(await TransferAsync(desk, "sub-of-0123456749", "reden")).Field);
        Assert.Equal("to", Assert.IsType<TransferDossier.Outcome.Refused>(await TransferAsync(desk, Desk.Worker.Id, "reden")).Field);
        Assert.Equal("reason", Assert.IsType<TransferDossier.Outcome.Refused>(await TransferAsync(desk, Colleague.Id, " ")).Field);
        Assert.IsType<TransferDossier.Outcome.NotFound>(await TransferAsync(desk, Colleague.Id, "reden", Desk.Worker with { OcmwKbo = "0123456749" }));
        Assert.Equal(Desk.Worker.Id, await desk.QueryAsync(db => Task.FromResult(db.Dossiers.Single(d => d.Id == desk.DossierId).SocialWorkerId)));
    }

    private static Task<TransferDossier.Outcome> TransferAsync(Desk desk, string to, string reason, Staff? by = null)
    {
        desk.Clock.Advance(TimeSpan.FromMinutes(1));
        return desk.UseAsync<TransferDossier, TransferDossier.Outcome>(t => t.RunAsync(new(desk.DossierId, to, reason, by ?? Desk.Worker), CancellationToken.None));
    }

    private async Task<Desk> WithColleagueAsync()
    {
        var desk = await Desk.WithOneCaseAsync(store);
        await desk.RunAsync(async db =>
        {
            db.Staff.Add(new StaffMember { Id = Colleague.Id, OcmwKbo = Desk.Ocmw, Name = Colleague.Name });
            await db.SaveChangesAsync();
        });
        return desk;
    }
}
