using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SolidLoonfiches.Loonfiches;
using SolidLoonfiches.Sources;
using SolidLoonfiches.Vault;

namespace SolidLoonfiches.Dossiers.Tests;

public sealed class ConsentEndOnSqliteTests(SqliteStore store) : ConsentEndTests(store);

public sealed class ConsentEndOnPostgresTests(PostgresStore store) : ConsentEndTests(store);

/// <summary>How a consent ends: at once, for every reader, with all that belongs to it.</summary>
public abstract class ConsentEndTests(TestStore store)
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Fact]
    public async Task Withdraw_WhileACheckReads_StopsItBeforeItsNextRead()
    {
        await using var desk = await Desk.WithOneCaseAsync(store);
        var consent = await ConsentAsync(desk);
        desk.Source.Put(Slips.Usable("juli", "2025-07", 900));
        var tokens = new List<bool>();
        desk.Source.OnRead = async request =>
        {
            desk.Source.OnRead = null;
            tokens.Add(await HasTokenAsync(request.As));
            await WithdrawAsync(desk, consent.Id);
            tokens.Add(await HasTokenAsync(request.As));
        };

        await desk.CheckAsync("2025-07");

        Assert.Equal([true, false], tokens);
        // What it had read by then is not recorded.
        Assert.Empty(await desk.QueryAsync(db => db.Slips.ToListAsync()));
        Assert.Null((await ConsentAsync(desk)).LastReadAt);
    }

    [Fact]
    public async Task Withdraw_TellsTheOcmwAtOnce_WithoutTouchingTheVault()
    {
        await using var desk = await Desk.WithOneCaseAsync(store);
        desk.Source.Put(Slips.Usable("juli", "2025-07", 900));
        await desk.CheckAsync("2025-07");
        var (before, reads) = ((await desk.MessagesAsync()).Count, desk.Source.Requests.Count);

        await WithdrawAsync(desk, (await ConsentAsync(desk)).Id);

        var message = Assert.Single((await desk.MessagesAsync()).Skip(before));
        var check = (await desk.ChecksAsync()).Single(c => c.Id == message.CheckId);
        Assert.Equal((CheckOutcome.ConsentEnded, new Maand(2025, 8)), (check.Outcome, check.Month));
        Assert.Contains("5 augustus 2025 ingetrokken", check.Findings.Single().Sentence, StringComparison.Ordinal);
        Assert.Equal(reads, desk.Source.Requests.Count);
        // The month that was checked before keeps its amount, and the next run tells nobody again.
        Assert.NotNull((await desk.CurrentAsync("2025-07")).NewAmount);
        await desk.CheckAsync("2025-08");
        Assert.Equal(before + 1, (await desk.MessagesAsync()).Count);
    }

    [Fact]
    public async Task Withdraw_IdentityGoesOfflineAndWhatWasKeptIsDropped()
    {
        await using var desk = await Desk.WithOneCaseAsync(store);
        var consent = await ConsentAsync(desk);
        await OnlineAsync(desk, consent);
        desk.Source.Put(Slips.Usable("juli", "2025-07", 900));
        await desk.CheckAsync("2025-07");
        Assert.NotNull((await desk.QueryAsync(db => db.Slips.SingleAsync())).ETag);

        await WithdrawAsync(desk, consent.Id);

        Assert.False(await IsOnlineAsync(desk, consent));
        var slip = await desk.QueryAsync(db => db.Slips.SingleAsync());
        Assert.Equal((null, null), (slip.ETag, slip.Modified));
        // What was read stays: the OCMW must be able to show how it calculated.
        Assert.NotNull(slip.Loonfiche);
    }

    [Fact]
    public async Task Withdraw_ConsentGivenAgain_ChecksTheMonthThatIsDueAndNoLaterOne()
    {
        await using var desk = await Desk.WithOneCaseAsync(store);
        await WithdrawAsync(desk, (await ConsentAsync(desk)).Id);
        await desk.ConsentAsync();
        desk.Source.Put(Slips.Usable("juli", "2025-07", 900), Slips.Usable("augustus", "2025-08", 900));

        var report = await desk.CheckAsync("2025-07");

        Assert.Equal([new Maand(2025, 7)], report.Months.Select(m => m.Month));
    }

    [Theory]
    [InlineData("2025-09-30T21:59:00Z", true)]
    [InlineData("2025-09-30T22:00:00Z", false)]
    public async Task Expiry_OneMinuteBeforeAndAfterTheLastDayInBelgium(string moment, bool reads)
    {
        await using var desk = await Desk.WithOneCaseAsync(store);
        await WithdrawAsync(desk, (await ConsentAsync(desk)).Id);
        await desk.ConsentAsync(until: new DateOnly(2025, 9, 30));
        var consent = await ConsentAsync(desk);
        await OnlineAsync(desk, consent, Belgium.StartOf(new DateOnly(2025, 10, 1)));
        desk.Clock.SetUtcNow(DateTimeOffset.Parse(moment, System.Globalization.CultureInfo.InvariantCulture));
        using var session = Session(desk, consent);

        // Without any job having run.
        Assert.Equal((reads, reads), (await HasTokenAsync(session), await IsOnlineAsync(desk, consent)));

        Assert.Equal(reads ? 0 : 1, await desk.UseAsync<ExpireConsents, int>(expire => expire.RunAsync(new(), None)));
        consent = await ConsentAsync(desk);
        Assert.Equal(reads, consent.IsActive);
        Assert.Equal(reads ? null : new DateTimeOffset(2025, 9, 30, 22, 0, 0, TimeSpan.Zero), consent.ExpiredAt);
        Assert.Empty(desk.Source.Requests);
        Assert.Equal(reads ? 0 : 1, (await desk.ChecksAsync()).Count(c => c.CheckedAt >= consent.GivenAt));
    }

    [Fact]
    public async Task Expiry_NoticedByTheMonthlyCheck_ReadsNothingAndTellsOnce()
    {
        await using var desk = await Desk.WithOneCaseAsync(store);
        await WithdrawAsync(desk, (await ConsentAsync(desk)).Id);
        await desk.ConsentAsync(until: new DateOnly(2025, 9, 30));
        var before = (await desk.MessagesAsync()).Count;
        desk.Clock.SetUtcNow(new DateTimeOffset(2025, 10, 5, 4, 0, 0, TimeSpan.Zero));

        await desk.CheckAsync("2025-09");
        await desk.UseAsync<ExpireConsents, int>(expire => expire.RunAsync(new(), None));
        await desk.CheckAsync("2025-10");

        Assert.Empty(desk.Source.Requests);
        Assert.NotNull((await ConsentAsync(desk)).ExpiredAt);
        Assert.Contains("tot en met 30 september 2025", (await desk.CurrentAsync("2025-09")).Findings.Single().Sentence, StringComparison.Ordinal);
        Assert.Equal(before + 1, (await desk.MessagesAsync()).Count);
    }

    [Fact]
    public async Task Withdraw_AfterTheTimeWasOver_ChangesNothingAndTellsNobodyAgain()
    {
        await using var desk = await Desk.WithOneCaseAsync(store);
        await WithdrawAsync(desk, (await ConsentAsync(desk)).Id);
        var consent = await desk.ConsentAsync(until: new DateOnly(2025, 9, 30));
        desk.Clock.SetUtcNow(new DateTimeOffset(2025, 10, 1, 4, 0, 0, TimeSpan.Zero));
        await desk.UseAsync<ExpireConsents, int>(expire => expire.RunAsync(new(), None));
        desk.Clock.Advance(TimeSpan.FromHours(1));

        var outcome = await WithdrawAsync(desk, consent);

        var over = (await ConsentAsync(desk)).ExpiredAt!.Value;
        Assert.Equal(new WithdrawConsent.Outcome.AlreadyOver(over), outcome);
        Assert.Null((await ConsentAsync(desk)).WithdrawnAt);
        Assert.Equal(["expired"], await ToldAsync(desk, consent));
        Assert.Equal(0, await desk.QueryAsync(db => db.ConsentEvents.CountAsync(e => e.ConsentId == consent && e.Kind == ConsentEventKind.Withdrawn)));
    }

    [Fact]
    public async Task Withdraw_AfterTheVaultRefused_IsRecordedAndNotToldASecondTime()
    {
        await using var desk = await Desk.WithOneCaseAsync(store);
        var consent = (await ConsentAsync(desk)).Id;
        desk.Source.Answer = new SourceAnswer.ConsentEnded();
        await desk.CheckAsync("2025-07");

        Assert.IsType<WithdrawConsent.Outcome.Withdrawn>(await WithdrawAsync(desk, consent));

        Assert.Equal(["refusedByVault"], await ToldAsync(desk, consent));
        Assert.Equal(1, await desk.QueryAsync(db => db.ConsentEvents.CountAsync(e => e.ConsentId == consent && e.Kind == ConsentEventKind.Withdrawn)));
    }

    [Fact]
    public async Task Expiry_WhileACheckReads_NothingOfItIsRecorded()
    {
        await using var desk = await Desk.WithOneCaseAsync(store);
        await WithdrawAsync(desk, (await ConsentAsync(desk)).Id);
        await desk.ConsentAsync(until: new DateOnly(2025, 9, 30));
        desk.Clock.SetUtcNow(new DateTimeOffset(2025, 9, 30, 21, 50, 0, TimeSpan.Zero));
        desk.Source.Put(Slips.Usable("augustus", "2025-08", 900));
        desk.Source.OnRead = _ =>
        {
            desk.Clock.Advance(TimeSpan.FromMinutes(20));
            return Task.CompletedTask;
        };

        await desk.CheckAsync("2025-08");

        Assert.Empty(await desk.QueryAsync(db => db.Slips.ToListAsync()));
        Assert.NotNull((await ConsentAsync(desk)).ExpiredAt);
    }

    [Fact]
    public async Task RefusedByTheVault_IdentityGoesOffline()
    {
        await using var desk = await Desk.WithOneCaseAsync(store);
        var consent = await ConsentAsync(desk);
        await OnlineAsync(desk, consent);
        desk.Source.Answer = new SourceAnswer.ConsentEnded();

        await desk.CheckAsync("2025-07");

        Assert.NotNull((await ConsentAsync(desk)).VaultRefusedAt);
        Assert.False(await IsOnlineAsync(desk, consent));
    }

    /// <summary>The newest.</summary>
    private static Task<Consent> ConsentAsync(Desk desk) => desk.QueryAsync(db => db.Consents.AsNoTracking().OrderByDescending(c => c.GivenAt).FirstAsync());

    private static Task<WithdrawConsent.Outcome> WithdrawAsync(Desk desk, Guid consent) => desk.UseAsync<WithdrawConsent, WithdrawConsent.Outcome>(w => w.RunAsync(new(consent, Slips.Person(1)), None));

    /// <summary>How the OCMW's software heard that the consent ended.</summary>
    private static Task<List<string>> ToldAsync(Desk desk, Guid consent) => desk.QueryAsync(db => db.Events.Where(e => e.SubjectId == consent && e.Type == EventTypes.ConsentEnded).Select(e => e.Change).ToListAsync());

    private static Task<bool> IsOnlineAsync(Desk desk, Consent consent) => desk.UseAsync<VaultIdentities, bool>(i => i.IsOnlineAsync(consent.IdentityKey!, None));

    private static async Task OnlineAsync(Desk desk, Consent consent, DateTimeOffset? until = null)
    {
        await desk.RunAsync(db => db.VaultIdentities.ExecuteUpdateAsync(i => i.SetProperty(x => x.OfflineFrom, until)));
        Assert.True(await IsOnlineAsync(desk, consent));
    }

    private static ConsentSession Session(Desk desk, Consent consent) =>
        new(desk.Services.GetRequiredService<ConsentGate>(), desk.Services.GetRequiredService<ServiceIdentity>().For(consent.IdentityKey), consent.Id, desk.Clock);

    private static async Task<bool> HasTokenAsync(VaultSession session)
    {
        try
        {
            await session.TokenAsync(None);
            return true;
        }
        catch (VaultSignInException)
        {
            return false;
        }
    }
}
