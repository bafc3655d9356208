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

    private Task<GiveConsent.Outcome> GiveAsync(Desk desk, int person = 1, Guid? dossier = null, DateOnly? until = null) =>
        desk.UseAsync<GiveConsent, GiveConsent.Outcome>(g => g.RunAsync(new(dossier ?? desk.DossierId, Slips.Person(person), Profile, _citizen, ConsentText.Current("OCMW Gent"), until), CancellationToken.None));

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
        Assert.Equal((ScriptedVault.Citizen, "https://vault.example/", given.Container.AbsoluteUri, "2026-11", "nl"), (consent.WebId, consent.Issuer, consent.Container, consent.TextVersion, consent.TextLanguage));
        Assert.Equal(ConsentText.Find("2026-11", "OCMW Gent")!.Sha256, consent.TextSha256);
        Assert.Equal("read", (await desk.QueryAsync(db => db.VaultReads.SingleAsync())).Answer);

        Assert.Equal(new GiveConsent.Outcome.AlreadyGiven(consent.Id), await GiveAsync(desk));
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
        var consent = Assert.IsType<GiveConsent.Outcome.Given>(await GiveAsync(desk, until: new DateOnly(2025, 8, 31))).ConsentId;
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
        var first = Assert.IsType<GiveConsent.Outcome.Given>(await GiveAsync(desk, until: new DateOnly(2025, 8, 31))).ConsentId;
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
