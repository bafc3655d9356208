using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SolidLoonfiches.Loonfiches;

namespace SolidLoonfiches.Dossiers.Tests;

public sealed class RequestOnSqliteTests(SqliteStore store) : RequestTests(store);

public sealed class RequestOnPostgresTests(PostgresStore store) : RequestTests(store);

public abstract class RequestTests(TestStore store)
{
    private static readonly Staff Elsewhere = new("sub-2", "0212214125", "Jo Mertens", null);

    private static Task<OpenRequest.Outcome> OpenAsync(Desk desk, string from = "2025-07", string until = "2026-08-04", Staff? by = null) =>
        desk.UseAsync<OpenRequest, OpenRequest.Outcome>(o => o.RunAsync(new(desk.DossierId, ConsentPurpose.MonthlyCalculation, Maand.Parse(from), Desk.Day(until), by ?? Desk.Worker), CancellationToken.None));

    private static Task<RefuseRequest.Outcome> RefuseAsync(Desk desk, Guid request, int person = 1) =>
        desk.UseAsync<RefuseRequest, RefuseRequest.Outcome>(r => r.RunAsync(new(request, Slips.Person(person), "fr"), CancellationToken.None));

    private static Task<WithdrawRequest.Outcome> WithdrawAsync(Desk desk, Guid request, Staff? by = null) =>
        desk.UseAsync<WithdrawRequest, WithdrawRequest.Outcome>(w => w.RunAsync(new(request, by ?? Desk.Worker), CancellationToken.None));

    private static Task<ConsentRequest> RequestAsync(Desk desk, Guid id) => desk.QueryAsync(db => db.ConsentRequests.AsNoTracking().SingleAsync(r => r.Id == id));

    private static async Task<IEnumerable<ConsentEventKind>> EventsAsync(Desk desk) => (await desk.QueryAsync(db => db.ConsentEvents.AsNoTracking().ToListAsync())).OrderBy(e => e.At).ThenBy(e => e.Kind).Select(e => e.Kind);

    [Fact]
    public async Task Open_ForADossier_WaitsThirtyDaysUnderACodeThatSaysNothing()
    {
        await using var desk = await Desk.OpenAsync(store);

        var opened = Assert.IsType<OpenRequest.Outcome.Opened>(await OpenAsync(desk));

        Assert.Matches("^[34679ACDEFGHJKMNPQRTWXY]{4}-[34679ACDEFGHJKMNPQRTWXY]{4}$", opened.Code);
        var request = await RequestAsync(desk, opened.RequestId);
        Assert.Equal((opened.Code, Desk.Worker.Id, null), (request.Code, request.OpenedBy, request.EndedAt));
        Assert.Equal(new DateTimeOffset(2025, 9, 4, 22, 0, 0, TimeSpan.Zero), request.ExpiresAt);
        Assert.Equal([ConsentEventKind.Requested], await EventsAsync(desk));
        Assert.Equal(new OpenRequest.Outcome.AlreadyOpen(opened.RequestId), await OpenAsync(desk));
    }

    [Fact]
    public async Task Open_TwiceInARow_HasAnotherCode()
    {
        await using var desk = await Desk.OpenAsync(store);
        var first = Assert.IsType<OpenRequest.Outcome.Opened>(await OpenAsync(desk));
        await WithdrawAsync(desk, first.RequestId);

        Assert.NotEqual(first.Code, Assert.IsType<OpenRequest.Outcome.Opened>(await OpenAsync(desk)).Code);
    }

    [Theory]
    [InlineData("2024-06", "2026-08-04", "from")]
    [InlineData("2025-10", "2026-08-04", "from")]
    [InlineData("2025-07", "2025-08-05", "until")]
    [InlineData("2025-07", "2026-09-06", "until")]
    [InlineData("2025-09", "2025-08-31", "until")]
    public async Task Open_MoreThanIsNeeded_IsRefused(string from, string until, string field)
    {
        await using var desk = await Desk.OpenAsync(store);

        Assert.Equal(field, Assert.IsType<OpenRequest.Outcome.Refused>(await OpenAsync(desk, from, until)).Field);
        Assert.Empty(await EventsAsync(desk));
    }

    [Theory]
    [InlineData("2024-07", "2026-09-05")]
    [InlineData("2025-09", "2025-09-01")]
    public async Task Open_AtTheLimits_IsOpened(string from, string until)
    {
        await using var desk = await Desk.OpenAsync(store);

        Assert.IsType<OpenRequest.Outcome.Opened>(await OpenAsync(desk, from, until));
    }

    [Fact]
    public async Task OpenAndWithdraw_ByAnotherOcmw_AreNotFound()
    {
        await using var desk = await Desk.OpenAsync(store);
        await desk.PersonAtAsync(Elsewhere.OcmwKbo, "OCMW Aalst", 2);
        var request = await desk.AskAsync();

        Assert.IsType<OpenRequest.Outcome.NotFound>(await OpenAsync(desk, by: Elsewhere));
        Assert.Equal(WithdrawRequest.Outcome.NotFound, await WithdrawAsync(desk, request, Elsewhere));
        Assert.Null((await RequestAsync(desk, request)).EndedAt);
    }

    [Fact]
    public async Task Refuse_ByTheCitizen_IsNotedAndNothingFollows()
    {
        await using var desk = await Desk.OpenAsync(store);
        var request = await desk.AskAsync();

        Assert.Equal(RefuseRequest.Outcome.NotFound, await RefuseAsync(desk, request, person: 2));
        Assert.Equal(RefuseRequest.Outcome.NotFound, await RefuseAsync(desk, Guid.NewGuid()));
        Assert.Equal(RefuseRequest.Outcome.Refused, await RefuseAsync(desk, request));
        Assert.Equal(RefuseRequest.Outcome.AlreadyEnded, await RefuseAsync(desk, request));

        Assert.Equal(RequestEnding.Refused, (await RequestAsync(desk, request)).Ending);
        Assert.Equal([ConsentEventKind.Requested, ConsentEventKind.Refused], await EventsAsync(desk));
        var text = await desk.QueryAsync(db => db.ConsentTexts.SingleAsync());
        Assert.Equal(("fr", text.Sha256), (text.Language, await desk.QueryAsync(db => db.ConsentEvents.Where(e => e.Kind == ConsentEventKind.Refused).Select(e => e.TextSha256).SingleAsync())));
        Assert.Equal(0, await desk.QueryAsync(async db => await db.Checks.CountAsync() + await db.Messages.CountAsync() + await db.Proposals.CountAsync() + await db.Consents.CountAsync()));
    }

    [Fact]
    public async Task Withdraw_AnAnsweredRequest_LeavesTheAnswer()
    {
        await using var desk = await Desk.OpenAsync(store);
        var request = await desk.AskAsync();
        await RefuseAsync(desk, request);

        Assert.Equal(WithdrawRequest.Outcome.AlreadyEnded, await WithdrawAsync(desk, request));
        Assert.Equal(RequestEnding.Refused, (await RequestAsync(desk, request)).Ending);
    }

    [Fact]
    public async Task Refuse_AtTheMomentTheOcmwWithdraws_OneOfTheTwoStands()
    {
        await using var desk = await Desk.OpenAsync(store);
        var request = await desk.AskAsync();
        await using var one = desk.Services.CreateAsyncScope();
        var db = one.ServiceProvider.GetRequiredService<DossierDb>();
        var mine = await db.ConsentRequests.SingleAsync(r => r.Id == request);

        Assert.Equal(WithdrawRequest.Outcome.Withdrawn, await WithdrawAsync(desk, request));

        (mine.EndedAt, mine.Ending) = (desk.Clock.GetUtcNow(), RequestEnding.Refused);
        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => db.SaveChangesAsync());
        Assert.Equal([ConsentEventKind.Requested, ConsentEventKind.Withdrawn], await EventsAsync(desk));
    }

    [Theory]
    [InlineData(-1, 0)]
    [InlineData(1, 1)]
    public async Task Expire_ARequestAroundItsEnd_EndsItOnceAndNotBefore(int minutes, int ended)
    {
        await using var desk = await Desk.OpenAsync(store);
        var request = await RequestAsync(desk, await desk.AskAsync());
        desk.Clock.SetUtcNow(request.ExpiresAt.AddMinutes(minutes));

        Assert.Equal(ended, await ExpireAsync(desk));
        Assert.Equal(0, await ExpireAsync(desk));

        var after = await RequestAsync(desk, request.Id);
        Assert.Equal(ended == 1 ? (RequestEnding.Expired, request.ExpiresAt) : ((RequestEnding?)null, (DateTimeOffset?)null), (after.Ending, after.EndedAt));
        Assert.Equal(ended == 1, after.EndingAt(desk.Clock.GetUtcNow()) == RequestEnding.Expired);
        Assert.Equal(1 + ended, (await EventsAsync(desk)).Count());
        if (ended == 1)
        {
            Assert.Equal(RefuseRequest.Outcome.AlreadyEnded, await RefuseAsync(desk, request.Id));
            Assert.IsType<OpenRequest.Outcome.Opened>(await OpenAsync(desk, "2025-08"));
        }
    }

    [Fact]
    public async Task Open_OverAnExpiredOneThatNobodyNoted_EndsThatOne()
    {
        await using var desk = await Desk.OpenAsync(store);
        var request = await desk.AskAsync();
        desk.Clock.Advance(TimeSpan.FromDays(31));

        Assert.IsType<OpenRequest.Outcome.Opened>(await OpenAsync(desk));
        Assert.Equal(RequestEnding.Expired, (await RequestAsync(desk, request)).Ending);
        Assert.Contains(ConsentEventKind.Expired, await EventsAsync(desk));
    }

    private static Task<int> ExpireAsync(Desk desk) => desk.UseAsync<ExpireConsents, int>(e => e.RunAsync(new(), CancellationToken.None));
}
