using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SolidLoonfiches.Vault;

namespace SolidLoonfiches.Dossiers.Tests;

public sealed class ConsentOnSqliteTests(SqliteStore store) : ConsentTests(store);

public sealed class ConsentOnPostgresTests(PostgresStore store) : ConsentTests(store);

public abstract class ConsentTests(TestStore store) : IDisposable
{
    private readonly ScriptedVault _vault = new();
    private readonly NamedSession _citizen = new("citizen", ScriptedVault.Citizen);

    public void Dispose()
    {
        _vault.Dispose();
        _citizen.Dispose();
        GC.SuppressFinalize(this);
    }

    private static WebIdProfile Profile { get; } = new(new Uri(ScriptedVault.Citizen), [new Uri("https://vault.example/")], [new Uri(ScriptedVault.Root)]);

    private async Task<Desk> OpenAsync(Action<ServiceIdentityOptions>? identity = null)
    {
        var desk = await Desk.OpenAsync(store, services => services
            .Configure<ServiceIdentityOptions>(options => identity?.Invoke(options))
            .AddHttpClient(VaultServices.HttpClientName).ConfigurePrimaryHttpMessageHandler(() => _vault));
        _vault.Knows = webId => desk.UseAsync<VaultIdentities, bool>(async identities =>
            webId == "https://loonfiches.example/id#it" || await identities.IsOnlineAsync(webId["https://loonfiches.example/id/".Length..^"#it".Length], CancellationToken.None));
        return desk;
    }

    private Task<Desk> OpenSharedAsync() => OpenAsync(identity => identity.PerConsent = false);

    private async Task<GiveConsent.Outcome> GiveAsync(Desk desk, int person = 1, Guid? dossier = null, Func<ConsentAnswer, ConsentAnswer>? change = null)
    {
        var asked = dossier ?? desk.DossierId;
        var request = await desk.QueryAsync(db => db.ConsentRequests.Where(r => r.DossierId == asked).Select(r => (Guid?)r.Id).FirstOrDefaultAsync()) ?? await AskAsync(desk, asked);
        var ocmw = await desk.QueryAsync(db => db.Ocmws.Where(o => db.Dossiers.Any(d => d.Id == asked && d.OcmwKbo == o.Kbo)).Select(o => o.Name).SingleAsync());
        var answer = ConsentAnswer.Yes(Desk.Terms with { Ocmw = ocmw }, "nl");
        return await desk.UseAsync<GiveConsent, GiveConsent.Outcome>(g => g.RunAsync(new(request, Slips.Person(person), Profile, _citizen, change?.Invoke(answer) ?? answer), CancellationToken.None));
    }

    private static async Task<Guid> AskAsync(Desk desk, Guid dossier)
    {
        var kbo = await desk.QueryAsync(db => db.Dossiers.Where(d => d.Id == dossier).Select(d => d.OcmwKbo).SingleAsync());
        return await desk.AskAsync(dossier, kbo == Desk.Ocmw ? Desk.Worker : new Staff("sub-of-" + kbo, kbo, "Jo Mertens", null));
    }

    private static async Task<IEnumerable<ConsentEventKind>> EventsAsync(Desk desk) => (await desk.QueryAsync(db => db.ConsentEvents.AsNoTracking().ToListAsync())).OrderBy(e => e.At).ThenBy(e => e.Kind).Select(e => e.Kind);

    private static Task<WithdrawConsent.Outcome> WithdrawAsync(Desk desk, Guid consent, int person = 1) =>
        desk.UseAsync<WithdrawConsent, WithdrawConsent.Outcome>(w => w.RunAsync(new(consent, Slips.Person(person)), CancellationToken.None));

    private Task<CloseVault.Outcome> CloseAsync(Desk desk, Guid consent, bool inOwnSession = true, int person = 1) =>
        desk.UseAsync<CloseVault, CloseVault.Outcome>(c => c.RunAsync(new(consent, Slips.Person(person), inOwnSession ? _citizen : null), CancellationToken.None));

    [Fact]
    public async Task Give_InTheCitizensSession_GrantsProvesAndRecords()
    {
        await using var desk = await OpenAsync();

        var given = Assert.IsType<GiveConsent.Outcome.Given>(await GiveAsync(desk));

        Assert.Equal(new Uri(ScriptedVault.Root + "loonfiches/"), given.Container);
        Assert.True(_vault.ServiceMayRead);
        Assert.Equal("GET /an/loonfiches/ service", _vault.Requests[^1]);
        var consent = await desk.QueryAsync(db => db.Consents.SingleAsync());
        Assert.Equal((ScriptedVault.Citizen, "https://vault.example/", given.Container.AbsoluteUri, "2026-12", "nl"), (consent.WebId, consent.Issuer, consent.Container, consent.TextVersion, consent.TextLanguage));
        Assert.Equal((Desk.Terms.From, Desk.Terms.Until), (consent.From, consent.Until));
        var text = await desk.QueryAsync(db => db.ConsentTexts.SingleAsync());
        Assert.Equal((consent.TextSha256, consent.TextVersion, consent.TextLanguage), (text.Sha256, text.Version, text.Language));
        Assert.Equal(text.Sha256, new ConsentText(text.Version, text.Language, text.Title, text.Paragraphs).Sha256);
        var request = await desk.QueryAsync(db => db.ConsentRequests.SingleAsync());
        Assert.Equal((RequestEnding.Given, consent.GivenAt, consent.Id), (request.Ending, request.EndedAt, request.ConsentId));
        Assert.Equal([ConsentEventKind.Requested, ConsentEventKind.Given], await EventsAsync(desk));
        Assert.Equal("read", (await desk.QueryAsync(db => db.VaultReads.SingleAsync())).Answer);

        Assert.Equal(new GiveConsent.Outcome.AlreadyGiven(consent.Id), await GiveAsync(desk));
    }

    [Fact]
    public async Task Give_Narrower_RecordsWhatTheCitizenChose()
    {
        await using var desk = await OpenAsync();

        Assert.IsType<GiveConsent.Outcome.Given>(await GiveAsync(desk, change: yes => yes with { From = new(2025, 6), Until = Desk.Day("2025-12-31") }));

        var consent = await desk.QueryAsync(db => db.Consents.SingleAsync());
        Assert.Equal((new Loonfiches.Maand(2025, 6), Desk.Day("2025-12-31")), (consent.From, consent.Until));
        Assert.Equal([ConsentEventKind.Requested, ConsentEventKind.Given, ConsentEventKind.Narrowed], await EventsAsync(desk));
    }

    [Theory]
    [InlineData("2024-12", "2025-12-31", "from")]
    [InlineData("2025-01", "2026-08-05", "until")]
    [InlineData("2025-01", "2025-08-04", "until")]
    [InlineData("2025-12", "2025-11-30", "until")]
    public async Task Give_MoreThanWasAsked_IsRefusedBeforeTheVaultIsTouched(string from, string until, string field)
    {
        await using var desk = await OpenAsync();

        var refused = Assert.IsType<GiveConsent.Outcome.Refused>(await GiveAsync(desk, change: yes => yes with { From = Loonfiches.Maand.Parse(from), Until = Desk.Day(until) }));

        Assert.Equal(field, refused.Field);
        Assert.Empty(_vault.Requests);
        Assert.Empty(await desk.QueryAsync(db => db.Consents.ToListAsync()));
    }

    [Fact]
    public async Task Give_ToATextThatWasNotShown_IsRefused()
    {
        await using var desk = await OpenAsync();

        Assert.IsType<GiveConsent.Outcome.TextChanged>(await GiveAsync(desk, change: yes => yes with { TextSha256 = new string('0', 64) }));
        Assert.IsType<GiveConsent.Outcome.TextChanged>(await GiveAsync(desk, change: yes => yes with { Language = "fr" }));
        Assert.Empty(_vault.Requests);
    }

    [Fact]
    public async Task Give_AfterTheRequestExpired_IsRefused()
    {
        await using var desk = await OpenAsync();
        await desk.AskAsync();
        desk.Clock.Advance(TimeSpan.FromDays(32));

        Assert.IsType<GiveConsent.Outcome.RequestEnded>(await GiveAsync(desk));
        Assert.Empty(_vault.Requests);
    }

    [Fact]
    public async Task Give_AgainAfterWithdrawal_IsRenewed()
    {
        await using var desk = await OpenAsync();
        var first = Assert.IsType<GiveConsent.Outcome.Given>(await GiveAsync(desk)).ConsentId;
        desk.Clock.Advance(TimeSpan.FromDays(40));
        await WithdrawAsync(desk, first);
        desk.Clock.Advance(TimeSpan.FromHours(1));

        Assert.IsType<GiveConsent.Outcome.Given>(await GiveAsync(desk));
        Assert.Equal([ConsentEventKind.Requested, ConsentEventKind.Given, ConsentEventKind.Withdrawn, ConsentEventKind.Renewed], await EventsAsync(desk));
    }

    [Fact]
    public async Task Give_ByAnotherPerson_IsNotFound()
    {
        await using var desk = await OpenAsync();

        Assert.IsType<GiveConsent.Outcome.NotFound>(await GiveAsync(desk, person: 2));
        Assert.Empty(_vault.Requests);
    }

    [Theory]
    [InlineData(HttpStatusCode.Forbidden, "vaultRefused")]
    [InlineData(HttpStatusCode.Unauthorized, "vaultRefused")]
    [InlineData(HttpStatusCode.InternalServerError, "vaultBroken")]
    public async Task Give_VaultDoesNotTakeTheRule_RecordsNothing(HttpStatusCode answer, string code)
    {
        await using var desk = await OpenAsync();
        _vault.Fault = (request, _) => request.Method == HttpMethod.Put && request.RequestUri!.AbsolutePath.EndsWith(".acl", StringComparison.Ordinal) ? answer : null;

        Assert.Equal(code, Assert.IsType<GiveConsent.Outcome.VaultFailed>(await GiveAsync(desk)).Code);
        Assert.Empty(await desk.QueryAsync(db => db.Consents.ToListAsync()));
    }

    [Theory]
    [InlineData(HttpStatusCode.Unauthorized)]
    [InlineData(HttpStatusCode.InternalServerError)]
    public async Task Give_ServiceCannotRead_TakesTheRuleBackAndRecordsNothing(HttpStatusCode answer)
    {
        await using var desk = await OpenAsync();
        _vault.Fault = (_, who) => who == "service" ? answer : null;

        Assert.Equal("serviceCannotRead", Assert.IsType<GiveConsent.Outcome.VaultFailed>(await GiveAsync(desk)).Code);
        Assert.False(_vault.ServiceMayRead);
        Assert.Empty(await desk.QueryAsync(db => db.Consents.ToListAsync()));
        Assert.Empty(await desk.QueryAsync(db => db.VaultReads.ToListAsync()));
    }

    [Fact]
    public async Task Give_ServiceHasNoToken_TakesTheRuleBack()
    {
        // The foreign issuer does not answer.
        _vault.Fault = (request, _) => request.RequestUri!.Host == "issuer.example" ? HttpStatusCode.NotFound : null;
        await using var desk = await OpenAsync(identity => identity.Foreign = new() { WebId = new("https://loonfiches.example/id#it"), Issuer = new("https://issuer.example/"), ClientId = "c", ClientSecret = "s" });

        Assert.Equal("serviceCannotRead", Assert.IsType<GiveConsent.Outcome.VaultFailed>(await GiveAsync(desk)).Code);
        Assert.False(_vault.ServiceMayRead);
    }

    [Fact]
    public async Task Close_AfterWithdrawal_IsClosedWhenTheVaultRefusesUs()
    {
        await using var desk = await OpenAsync();
        var consent = Assert.IsType<GiveConsent.Outcome.Given>(await GiveAsync(desk)).ConsentId;
        Assert.IsType<CloseVault.Outcome.StillOpen>(await CloseAsync(desk, consent));
        Assert.True(_vault.ServiceMayRead);

        var at = Assert.IsType<WithdrawConsent.Outcome.Withdrawn>(await WithdrawAsync(desk, consent)).At;
        desk.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(new WithdrawConsent.Outcome.Withdrawn(at), await WithdrawAsync(desk, consent));
        Assert.Equal([ConsentEventKind.Requested, ConsentEventKind.Given, ConsentEventKind.Withdrawn], await EventsAsync(desk));

        // Without the citizen's session the rule stands, and we say so.
        Assert.IsType<CloseVault.Outcome.StillOpen>(await CloseAsync(desk, consent, inOwnSession: false));
        Assert.True(_vault.ServiceMayRead);
        desk.Clock.Advance(TimeSpan.FromHours(1));

        var closed = Assert.IsType<CloseVault.Outcome.Closed>(await CloseAsync(desk, consent));
        Assert.False(_vault.ServiceMayRead);
        Assert.Equal(closed.At, (await desk.QueryAsync(db => db.Consents.SingleAsync())).VaultRefusedAt);
        Assert.Equal(["read", "read", "consentEnded"], await desk.QueryAsync(db => db.VaultReads.OrderBy(r => r.At).ThenBy(r => r.Id).Select(r => r.Answer).ToListAsync()));
        Assert.Equal(closed, await CloseAsync(desk, consent));

        // Who changes their mind consents anew.
        var again = Assert.IsType<GiveConsent.Outcome.Given>(await GiveAsync(desk)).ConsentId;
        Assert.NotEqual(consent, again);
    }

    [Theory]
    [InlineData(HttpStatusCode.Unauthorized)]
    [InlineData(HttpStatusCode.NotFound)]
    [InlineData(HttpStatusCode.InternalServerError)]
    public async Task Close_AnythingButARefusal_IsNotClosed(HttpStatusCode answer)
    {
        await using var desk = await OpenAsync();
        var consent = Assert.IsType<GiveConsent.Outcome.Given>(await GiveAsync(desk)).ConsentId;
        await WithdrawAsync(desk, consent);
        _vault.Fault = (_, who) => who == "service" ? answer : null;

        Assert.IsType<CloseVault.Outcome.StillOpen>(await CloseAsync(desk, consent));
        Assert.Null((await desk.QueryAsync(db => db.Consents.SingleAsync())).VaultRefusedAt);
    }

    [Fact]
    public async Task Close_AnotherOcmwStillReadsTheSameMap_LeavesItTheRule()
    {
        await using var desk = await OpenSharedAsync();
        var second = await desk.PersonAtAsync("0212214125", "OCMW Aalst", 1);
        var first = Assert.IsType<GiveConsent.Outcome.Given>(await GiveAsync(desk)).ConsentId;
        var other = Assert.IsType<GiveConsent.Outcome.Given>(await GiveAsync(desk, dossier: second)).ConsentId;
        await WithdrawAsync(desk, first);

        var open = Assert.IsType<CloseVault.Outcome.StillOpen>(await CloseAsync(desk, first));

        Assert.Contains("OCMW Aalst", open.Sentence, StringComparison.Ordinal);
        Assert.True(_vault.ServiceMayRead);
        await WithdrawAsync(desk, other);
        Assert.IsType<CloseVault.Outcome.Closed>(await CloseAsync(desk, other));
        Assert.IsType<CloseVault.Outcome.Closed>(await CloseAsync(desk, first, inOwnSession: false));
    }

    [Fact]
    public async Task Give_ServiceCannotReadForASecondOcmw_LeavesTheFirstItsRule()
    {
        await using var desk = await OpenSharedAsync();
        var second = await desk.PersonAtAsync("0212214125", "OCMW Aalst", 1);
        Assert.IsType<GiveConsent.Outcome.Given>(await GiveAsync(desk));
        _vault.Fault = (_, who) => who == "service" ? HttpStatusCode.InternalServerError : null;

        Assert.IsType<GiveConsent.Outcome.VaultFailed>(await GiveAsync(desk, dossier: second));

        Assert.True(_vault.ServiceMayRead);
    }

    [Fact]
    public async Task Give_EachConsentItsOwnIdentity_ThatNobodyElseUses()
    {
        await using var desk = await OpenAsync();
        var second = await desk.PersonAtAsync("0212214125", "OCMW Aalst", 1);
        var first = Assert.IsType<GiveConsent.Outcome.Given>(await GiveAsync(desk)).ConsentId;
        Assert.IsType<GiveConsent.Outcome.Given>(await GiveAsync(desk, dossier: second));
        var keys = await desk.QueryAsync(db => db.Consents.OrderBy(c => c.GivenAt).ThenBy(c => c.Id).Select(c => c.IdentityKey).ToListAsync());
        Assert.Equal(2, keys.Distinct().Count());
        Assert.All(keys, key => Assert.Matches("^[0-9a-f]{32}$", key));

        // One may be closed while the other goes on: each has its rule.
        await WithdrawAsync(desk, first);
        Assert.IsType<CloseVault.Outcome.Closed>(await CloseAsync(desk, first));
        Assert.True(_vault.ServiceMayRead);
    }

    [Fact]
    public async Task Give_VaultDoesNotTakeTheRule_LeavesNoIdentityOnline()
    {
        await using var desk = await OpenAsync();
        _vault.Fault = (_, who) => who == "service" ? HttpStatusCode.InternalServerError : null;

        Assert.IsType<GiveConsent.Outcome.VaultFailed>(await GiveAsync(desk));

        var now = desk.Clock.GetUtcNow();
        Assert.False(await desk.QueryAsync(db => db.VaultIdentities.AnyAsync(i => i.OfflineFrom == null || i.OfflineFrom > now)));
    }

    [Fact]
    public async Task Close_IdentityIsOffline_ComesBackForTheOneLook()
    {
        await using var desk = await OpenAsync();
        var consent = Assert.IsType<GiveConsent.Outcome.Given>(await GiveAsync(desk)).ConsentId;
        await WithdrawAsync(desk, consent);
        var key = await desk.QueryAsync(db => db.Consents.Select(c => c.IdentityKey).SingleAsync());
        var wasOnline = new List<bool>();
        _vault.Fault = (_, who) =>
        {
            if (who == "service")
            {
                wasOnline.Add(_vault.Knows!($"https://loonfiches.example/id/{key}#it").GetAwaiter().GetResult());
            }

            return null;
        };

        Assert.IsType<CloseVault.Outcome.StillOpen>(await CloseAsync(desk, consent, inOwnSession: false));
        Assert.Equal([true], wasOnline);
        Assert.False(await desk.UseAsync<VaultIdentities, bool>(i => i.IsOnlineAsync(key!, CancellationToken.None)));
        Assert.IsType<CloseVault.Outcome.Closed>(await CloseAsync(desk, consent));
    }

    [Fact]
    public async Task Close_TimeIsOver_LikeAfterAWithdrawal()
    {
        await using var desk = await OpenAsync();
        var consent = Assert.IsType<GiveConsent.Outcome.Given>(await GiveAsync(desk, change: answer => answer with { Until = new DateOnly(2025, 8, 31) })).ConsentId;
        desk.Clock.SetUtcNow(new DateTimeOffset(2025, 9, 1, 4, 0, 0, TimeSpan.Zero));
        await desk.UseAsync<ExpireConsents, int>(e => e.RunAsync(new(), CancellationToken.None));

        Assert.True(_vault.ServiceMayRead);
        Assert.IsType<CloseVault.Outcome.Closed>(await CloseAsync(desk, consent));
        Assert.False(_vault.ServiceMayRead);
    }

    [Fact]
    public async Task Give_EarlierOneLapsedUnnoticed_MakesRoom()
    {
        await using var desk = await OpenAsync();
        var first = Assert.IsType<GiveConsent.Outcome.Given>(await GiveAsync(desk, change: answer => answer with { Until = new DateOnly(2025, 8, 31) })).ConsentId;
        desk.Clock.SetUtcNow(new DateTimeOffset(2025, 9, 1, 4, 0, 0, TimeSpan.Zero));

        Assert.NotEqual(first, Assert.IsType<GiveConsent.Outcome.Given>(await GiveAsync(desk)).ConsentId);
        Assert.Equal([false, true], await desk.QueryAsync(async db => (await db.Consents.OrderBy(c => c.GivenAt).ToListAsync()).ConvertAll(c => c.IsActive)));
    }

    [Fact]
    public async Task WithdrawAndClose_ByAnotherPerson_AreNotFound()
    {
        await using var desk = await OpenAsync();
        var consent = Assert.IsType<GiveConsent.Outcome.Given>(await GiveAsync(desk)).ConsentId;

        Assert.IsType<WithdrawConsent.Outcome.NotFound>(await WithdrawAsync(desk, consent, person: 2));
        Assert.IsType<CloseVault.Outcome.NotFound>(await CloseAsync(desk, consent, person: 2));
        Assert.True((await desk.QueryAsync(db => db.Consents.SingleAsync())).IsActive);
    }
}
