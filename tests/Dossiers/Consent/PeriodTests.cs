using Microsoft.EntityFrameworkCore;
using SolidLoonfiches.Loonfiches;

namespace SolidLoonfiches.Dossiers.Tests;

public sealed class PeriodOnSqliteTests(SqliteStore store) : PeriodTests(store);

public sealed class PeriodOnPostgresTests(PostgresStore store) : PeriodTests(store);

/// <summary>The period of a consent, which no vault can hold: the service does.</summary>
public abstract class PeriodTests(TestStore store)
{
    [Fact]
    public async Task Check_SlipsBeforeTheConsent_AreNeitherStoredNorUsed()
    {
        await using var desk = await WithPeriodAsync("2025-06", "2026-08-04");
        desk.Source.Put(Slips.Usable("maart", "2025-03", 1000m), Slips.Usable("juli", "2025-07", 1000m));

        var report = await desk.CheckAsync("2025-07");

        Assert.Equal((new DateOnly(2025, 6, 1), (DateOnly?)Desk.Day("2026-08-04")), (desk.Source.Requests[^1].From!.Value, desk.Source.Requests[^1].To));
        Assert.Equal("2025-07", Assert.Single(report.Months).Month.ToString());
        Assert.Equal(Slips.Url("juli").AbsoluteUri, (await desk.QueryAsync(db => db.Slips.SingleAsync())).Url);
        var read = await desk.QueryAsync(db => db.VaultReads.SingleAsync());
        Assert.Equal((1, 1), (read.DocumentsFetched, read.DocumentsOutside));
    }

    [Fact]
    public async Task Check_AMonthBeforeTheConsent_AsksForPaperAndCalculatesNothing()
    {
        await using var desk = await WithPeriodAsync("2025-06", "2026-08-04");
        var across = Slips.Fiche("mei", "2025-05", 500m) with { PeriodTo = Desk.Day("2025-06-15") };
        desk.Source.Put(Slips.Usable("mei", across));

        var may = Assert.Single((await desk.CheckAsync("2025-05")).Months);
        var again = Assert.Single((await desk.CheckAsync("2025-05")).Months);

        Assert.Equal((CheckOutcome.NoPayslipYet, (Euro?)null), (may.Outcome, may.NewAmount));
        Assert.Equal("beforeConsent", Assert.Single(may.Findings).Code);
        Assert.False(again.IsNew);
    }

    [Fact]
    public async Task Check_AfterNarrowing_LeavesWhatWasReadBeforeAndDoesNotAskForItAgain()
    {
        await using var desk = await WithPeriodAsync("2025-01", "2026-08-04");
        desk.Source.Put(Slips.Usable("maart", "2025-03", 1000m));
        await desk.CheckAsync("2025-03");
        Assert.IsType<ChangeConsent.Outcome.Changed>(await NarrowAsync(desk, "2025-06", "2025-12-31"));

        await desk.CheckAsync("2025-07");

        Assert.True(Assert.Single(desk.Source.Requests[^1].Known).OutsidePeriod);
        Assert.Null((await desk.QueryAsync(db => db.Slips.SingleAsync())).EndedAt);
        Assert.NotNull((await desk.CurrentAsync("2025-03")).NewAmount);
    }

    [Fact]
    public async Task Check_WhileTheCitizenNarrows_ThrowsAwayWhatItReadOutside()
    {
        await using var desk = await WithPeriodAsync("2025-01", "2026-08-04");
        desk.Source.Put(Slips.Usable("maart", "2025-03", 1000m));
        desk.Source.OnRead = async _ =>
        {
            desk.Source.OnRead = null;
            await NarrowAsync(desk, "2025-06", "2025-12-31");
        };

        await desk.CheckAsync("2025-07");

        Assert.Equal(0, await desk.QueryAsync(db => db.Slips.CountAsync()));
        Assert.Equal(2, desk.Source.Requests.Count);
    }

    [Theory]
    [InlineData("2025-08-05", true)]
    [InlineData("2025-08-04", false)]
    public async Task Check_AroundTheLastDay_ReadsOnItAndNotAfter(string until, bool reads)
    {
        await using var desk = await WithPeriodAsync("2025-01", until);
        desk.Source.Put(Slips.Usable("juli", "2025-07", 1000m));

        var july = Assert.Single((await desk.CheckAsync("2025-07")).Months);

        Assert.Equal(reads ? 1 : 0, desk.Source.Requests.Count);
        Assert.Equal(reads ? CheckOutcome.Changed : CheckOutcome.ConsentEnded, july.Outcome);
        var consent = await desk.QueryAsync(db => db.Consents.SingleAsync());
        Assert.Equal(reads ? null : Belgium.StartOf(Desk.Day(until).AddDays(1)), consent.ExpiredAt);
        Assert.Equal(reads ? 0 : 1, await desk.QueryAsync(db => db.ConsentEvents.CountAsync(e => e.Kind == ConsentEventKind.Expired)));
        Assert.Equal(0, await desk.UseAsync<ExpireConsents, int>(e => e.RunAsync(new(), CancellationToken.None)));
        if (!reads)
        {
            Assert.Contains("gold tot en met 4 augustus 2025", Assert.Single(july.Findings).Sentence, StringComparison.Ordinal);
            Assert.False(Assert.Single((await desk.CheckAsync("2025-08")).Months).IsNew);
        }
    }

    [Fact]
    public async Task Expire_WithoutACheck_EndsTheConsentOnce()
    {
        await using var desk = await WithPeriodAsync("2025-01", "2025-08-04");

        Assert.Equal(1, await desk.UseAsync<ExpireConsents, int>(e => e.RunAsync(new(), CancellationToken.None)));
        Assert.Equal(0, await desk.UseAsync<ExpireConsents, int>(e => e.RunAsync(new(), CancellationToken.None)));

        Assert.False(await desk.QueryAsync(async db => (await db.Consents.SingleAsync()).IsActive));
        Assert.Equal(new DateTimeOffset(2025, 8, 4, 22, 0, 0, TimeSpan.Zero), (await desk.QueryAsync(db => db.ConsentEvents.SingleAsync())).At);
    }

    [Theory]
    [InlineData("2024-12", "2025-12-31", "from")]
    [InlineData("2025-06", "2026-08-05", "until")]
    [InlineData("2025-06", "2025-08-04", "until")]
    public async Task Narrow_ToMore_IsRefused(string from, string until, string field)
    {
        await using var desk = await WithPeriodAsync("2025-01", "2026-08-04");

        Assert.Equal(field, Assert.IsType<ChangeConsent.Outcome.Refused>(await NarrowAsync(desk, from, until)).Field);
        Assert.Equal(0, await desk.QueryAsync(db => db.ConsentEvents.CountAsync()));
    }

    [Fact]
    public async Task Narrow_ByAnotherPersonOrAfterwards_ChangesNothing()
    {
        await using var desk = await WithPeriodAsync("2025-01", "2026-08-04");
        Assert.IsType<ChangeConsent.Outcome.NotFound>(await NarrowAsync(desk, "2025-06", "2025-12-31", person: 2));
        await desk.RunAsync(db => db.Consents.ExecuteUpdateAsync(c => c.SetProperty(x => x.WithdrawnAt, desk.Clock.GetUtcNow())));

        Assert.IsType<ChangeConsent.Outcome.Ended>(await NarrowAsync(desk, "2025-06", "2025-12-31"));
        Assert.Equal(new Maand(2025, 1), (await desk.QueryAsync(db => db.Consents.SingleAsync())).From);
    }

    [Fact]
    public async Task Renew_ByANewerRequest_MakesTheConsentLonger()
    {
        await using var desk = await WithPeriodAsync("2025-06", "2025-12-31");
        var request = await desk.AskAsync();
        Task<ChangeConsent.Outcome> RenewAsync(int person, ConsentAnswer answer) =>
            desk.UseAsync<ChangeConsent, ChangeConsent.Outcome>(c => c.RunAsync(new ChangeConsent.Renew(request, Slips.Person(person), answer), CancellationToken.None));

        Assert.IsType<ChangeConsent.Outcome.NotFound>(await RenewAsync(2, ConsentAnswer.Yes(Desk.Terms, "en")));
        Assert.IsType<ChangeConsent.Outcome.Changed>(await RenewAsync(1, ConsentAnswer.Yes(Desk.Terms, "en")));

        var consent = await desk.QueryAsync(db => db.Consents.SingleAsync());
        Assert.Equal((Desk.Terms.From, Desk.Terms.Until, "en", request), (consent.From, consent.Until, consent.TextLanguage, consent.RequestId));
        Assert.Equal([ConsentEventKind.Requested, ConsentEventKind.Renewed], (await desk.QueryAsync(db => db.ConsentEvents.AsNoTracking().ToListAsync())).OrderBy(e => e.At).ThenBy(e => e.Kind).Select(e => e.Kind));
        Assert.IsType<ChangeConsent.Outcome.Ended>(await RenewAsync(1, ConsentAnswer.Yes(Desk.Terms, "en") with { TextSha256 = "other" }));
    }

    [Fact]
    public async Task NarrowAndRenew_MoveTheEndOfTheConsentsOwnIdentityWithItsLastDay()
    {
        await using var desk = await WithPeriodAsync("2025-01", "2025-12-31");
        Task<DateTimeOffset?> OfflineFromAsync() => desk.QueryAsync(db => db.VaultIdentities.AsNoTracking().Select(i => i.OfflineFrom).SingleAsync());

        Assert.IsType<ChangeConsent.Outcome.Changed>(await NarrowAsync(desk, "2025-01", "2025-09-30"));
        // The first moment of 1 October in Belgium, which has summer time by then.
        Assert.Equal(new DateTimeOffset(2025, 9, 30, 22, 0, 0, TimeSpan.Zero), await OfflineFromAsync());

        var request = await desk.AskAsync();
        Assert.IsType<ChangeConsent.Outcome.Changed>(await desk.UseAsync<ChangeConsent, ChangeConsent.Outcome>(c => c.RunAsync(new ChangeConsent.Renew(request, Slips.Person(1), ConsentAnswer.Yes(Desk.Terms, "nl")), CancellationToken.None)));
        Assert.Equal(new DateTimeOffset(2026, 8, 4, 22, 0, 0, TimeSpan.Zero), await OfflineFromAsync());
    }

    private async Task<Desk> WithPeriodAsync(string from, string until)
    {
        var desk = await Desk.WithOneCaseAsync(store);
        var (first, last) = (Maand.Parse(from), Desk.Day(until));
        await desk.RunAsync(db => db.Consents.ExecuteUpdateAsync(c => c.SetProperty(x => x.From, first).SetProperty(x => x.Until, last)));
        return desk;
    }

    private static async Task<ChangeConsent.Outcome> NarrowAsync(Desk desk, string from, string until, int person = 1)
    {
        var consent = await desk.QueryAsync(db => db.Consents.Select(c => c.Id).SingleAsync());
        return await desk.UseAsync<ChangeConsent, ChangeConsent.Outcome>(c => c.RunAsync(new ChangeConsent.Narrow(consent, Slips.Person(person), Maand.Parse(from), Desk.Day(until)), CancellationToken.None));
    }
}
