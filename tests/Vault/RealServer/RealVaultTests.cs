using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;

namespace SolidLoonfiches.Vault.Tests;

/// <summary>The same story on both systems of rules, against the real server.</summary>
public abstract partial class RealVaultTests(SolidServer server) : IAsyncLifetime
{
    private static readonly byte[] Slip = Encoding.UTF8.GetBytes("<#it> <http://purl.org/dc/terms/title> \"loonfiche\" .\n");
    private static readonly CancellationToken None = CancellationToken.None;
    private ServiceHost? _service;
    private ClientCredentialsSession? _citizen;
    private Uri? _container;

    private protected SolidServer Server => server;
    private protected ServiceHost Service => _service!;
    private protected SolidVault Vault => Service.Harness.Vault;
    private protected AccessGrants Grants => Service.Harness.Grants;
    private protected ServiceIdentity Us => Service.Harness.Identity;
    private protected ClientCredentialsSession Citizen => _citizen!;
    private protected Uri Container => _container!;
    private protected Uri Payslip => new(Container, "2026-10");

    public async ValueTask InitializeAsync()
    {
        if (server.WhyNot is not null)
        {
            return;
        }

        _service = await ServiceHost.StartAsync();
        _citizen = await server.SessionAsync("citizen");
        _container = new Uri(server.Base, $"citizen/{Guid.NewGuid():N}/loonfiches/");
        Ends.Is<VaultAnswer<Uri>.Ok>(await Vault.EnsureContainerAsync(Container, Citizen, None));
        Ends.Is<VaultAnswer<Uri>.Ok>(await Vault.PutNewAsync(Payslip, Slip, Citizen, None));
    }

    public async ValueTask DisposeAsync()
    {
        _citizen?.Dispose();
        if (_service is not null)
        {
            await _service.DisposeAsync();
        }

        GC.SuppressFinalize(this);
    }

    private protected void NeedsServer() => Assert.SkipWhen(server.WhyNot is not null, server.WhyNot ?? "");

    [Fact]
    public async Task Grant_ReadThenRevoked_ReadsOnlyInBetween()
    {
        NeedsServer();
        Ends.Is<VaultAnswer<VaultListing>.NoGrant>(await Vault.ListAsync(Container, Us, None));
        Ends.Is<VaultAnswer<VaultDocument>.NoGrant>(await Vault.GetAsync(Payslip, null, Us, None));

        Ends.Is<VaultAnswer<Uri>.Ok>(await Grants.GrantAsync(Container, Us.WebId, AccessModes.Read, Citizen, None));
        var listing = Ends.Is<VaultAnswer<VaultListing>.Ok>(await Vault.ListAsync(Container, Us, None)).Value;
        var member = Assert.Single(listing.Members);
        Assert.Equal(Payslip, member.Url);
        Assert.False(member.IsContainer);
        Assert.InRange(member.Modified!.Value, DateTimeOffset.UnixEpoch.AddYears(50), DateTimeOffset.MaxValue);
        Assert.Equal(Slip.Length, member.Bytes);
        var document = Ends.Is<VaultAnswer<VaultDocument>.Ok>(await Vault.GetAsync(Payslip, null, Us, None)).Value;
        Assert.Equal(Slip, document.Body.ToArray());
        Assert.NotNull(document.Modified);

        // Its own container and no other; reading and nothing else.
        Ends.Is<VaultAnswer<VaultListing>.NoGrant>(await Vault.ListAsync(new Uri(Container, ".."), Us, None));
        Ends.Is<VaultAnswer<Uri>.NoGrant>(await Vault.PutAsync(Payslip, Slip, Us, None));
        Ends.Is<VaultAnswer<Uri>.NoGrant>(await Vault.PutNewAsync(new Uri(Container, "2026-11"), Slip, Us, None));
        using var stranger = await Server.SessionAsync("stranger");
        Ends.Is<VaultAnswer<VaultDocument>.NoGrant>(await Vault.GetAsync(Payslip, null, stranger, None));

        Ends.Is<VaultAnswer<Uri>.Ok>(await Grants.RevokeAsync(Container, Us.WebId, Citizen, None));
        Ends.Is<VaultAnswer<VaultListing>.NoGrant>(await Vault.ListAsync(Container, Us, None));
        Ends.Is<VaultAnswer<VaultDocument>.NoGrant>(await Vault.GetAsync(Payslip, document.ETag, Us, None));
        Ends.Is<VaultAnswer<VaultListing>.Ok>(await Vault.ListAsync(Container, Citizen, None));
        Ends.Is<VaultAnswer<Uri>.Ok>(await Grants.RevokeAsync(Container, Us.WebId, Citizen, None));

        // The owner can still give it again.
        Ends.Is<VaultAnswer<Uri>.Ok>(await Grants.GrantAsync(Container, Us.WebId, AccessModes.Read, Citizen, None));
        Ends.Is<VaultAnswer<VaultListing>.Ok>(await Vault.ListAsync(Container, Us, None));
    }

    [Fact]
    public async Task Get_KnownETag_NotModifiedUntilItChanges()
    {
        NeedsServer();
        await Grants.GrantAsync(Container, Us.WebId, AccessModes.Read, Citizen, None);
        var first = Ends.Is<VaultAnswer<VaultDocument>.Ok>(await Vault.GetAsync(Payslip, null, Us, None)).Value;
        Ends.Is<VaultAnswer<VaultDocument>.NotModified>(await Vault.GetAsync(Payslip, first.ETag, Us, None));

        Ends.Is<VaultAnswer<Uri>.Ok>(await Vault.PutAsync(Payslip, Encoding.UTF8.GetBytes("<#it> <http://purl.org/dc/terms/title> \"verbeterd\" .\n"), Citizen, None));
        Assert.NotEqual(first.ETag, Ends.Is<VaultAnswer<VaultDocument>.Ok>(await Vault.GetAsync(Payslip, first.ETag, Us, None)).Value.ETag);
    }

    [Fact]
    public async Task Grant_RulesThatStood_StayThroughGrantAndRevoke()
    {
        NeedsServer();
        using var stranger = await Server.SessionAsync("stranger");
        // One rule above, inherited by the container; the container gets rules of its own by our grant.
        Ends.Is<VaultAnswer<Uri>.Ok>(await Grants.GrantAsync(new Uri(Container, ".."), stranger.WebId, AccessModes.Read, Citizen, None));
        Ends.Is<VaultAnswer<VaultDocument>.Ok>(await Vault.GetAsync(Payslip, null, stranger, None));

        Ends.Is<VaultAnswer<Uri>.Ok>(await Grants.GrantAsync(Container, Us.WebId, AccessModes.Read, Citizen, None));
        Ends.Is<VaultAnswer<VaultDocument>.Ok>(await Vault.GetAsync(Payslip, null, stranger, None));
        Ends.Is<VaultAnswer<VaultDocument>.Ok>(await Vault.GetAsync(Payslip, null, Us, None));
        Ends.Is<VaultAnswer<VaultDocument>.Ok>(await Vault.GetAsync(Payslip, null, Citizen, None));

        Ends.Is<VaultAnswer<Uri>.Ok>(await Grants.RevokeAsync(Container, Us.WebId, Citizen, None));
        Ends.Is<VaultAnswer<VaultDocument>.Ok>(await Vault.GetAsync(Payslip, null, stranger, None));
        Ends.Is<VaultAnswer<VaultDocument>.NoGrant>(await Vault.GetAsync(Payslip, null, Us, None));
        Ends.Is<VaultAnswer<VaultDocument>.Ok>(await Vault.GetAsync(Payslip, null, Citizen, None));
    }

    [Fact]
    public async Task Revoke_AllowedByARuleAbove_CutOffHereAndGrantedAgain()
    {
        NeedsServer();
        Ends.Is<VaultAnswer<Uri>.Ok>(await Grants.GrantAsync(new Uri(Container, ".."), Us.WebId, AccessModes.Read, Citizen, None));
        Ends.Is<VaultAnswer<VaultDocument>.Ok>(await Vault.GetAsync(Payslip, null, Us, None));

        Ends.Is<VaultAnswer<Uri>.Ok>(await Grants.RevokeAsync(Container, Us.WebId, Citizen, None));
        Ends.Is<VaultAnswer<VaultListing>.NoGrant>(await Vault.ListAsync(Container, Us, None));
        Ends.Is<VaultAnswer<VaultDocument>.NoGrant>(await Vault.GetAsync(Payslip, null, Us, None));
        Ends.Is<VaultAnswer<VaultDocument>.Ok>(await Vault.GetAsync(Payslip, null, Citizen, None));

        Ends.Is<VaultAnswer<Uri>.Ok>(await Grants.GrantAsync(Container, Us.WebId, AccessModes.Read, Citizen, None));
        Ends.Is<VaultAnswer<VaultDocument>.Ok>(await Vault.GetAsync(Payslip, null, Us, None));
    }

    [Fact]
    public async Task Grant_AppendToThePayrollOffice_AddsAndSeesNothing()
    {
        NeedsServer();
        using var employer = await Server.SessionAsync("employer");
        Ends.Is<VaultAnswer<Uri>.Ok>(await Grants.GrantAsync(Container, Us.WebId, AccessModes.Read, Citizen, None));
        Ends.Is<VaultAnswer<Uri>.Ok>(await Grants.GrantAsync(Container, employer.WebId, AccessModes.Append, Citizen, None));

        var added = new Uri(Container, "2026-11");
        Ends.Is<VaultAnswer<Uri>.Ok>(await Vault.PutNewAsync(added, Slip, employer, None));
        Ends.Is<VaultAnswer<VaultDocument>.NoGrant>(await Vault.GetAsync(added, null, employer, None));
        Ends.Is<VaultAnswer<VaultListing>.NoGrant>(await Vault.ListAsync(Container, employer, None));
        Ends.Is<VaultAnswer<Uri>.NoGrant>(await Vault.PutAsync(Payslip, Slip, employer, None));
        var listing = Ends.Is<VaultAnswer<VaultListing>.Ok>(await Vault.ListAsync(Container, Us, None)).Value;
        Assert.Equal([Payslip, added], listing.Members.Select(m => m.Url));

        Ends.Is<VaultAnswer<Uri>.Ok>(await Grants.RevokeAsync(Container, employer.WebId, Citizen, None));
        Ends.Is<VaultAnswer<Uri>.NoGrant>(await Vault.PutNewAsync(new Uri(Container, "2026-12"), Slip, employer, None));
        Ends.Is<VaultAnswer<VaultListing>.Ok>(await Vault.ListAsync(Container, Us, None));
    }

    [Fact]
    public async Task Grant_Twice_WritesNothingTheSecondTime()
    {
        NeedsServer();
        Ends.Is<VaultAnswer<Uri>.Ok>(await Grants.GrantAsync(Container, Us.WebId, AccessModes.Read, Citizen, None));
        var before = await RulesAsync();
        Ends.Is<VaultAnswer<Uri>.Ok>(await Grants.GrantAsync(Container, Us.WebId, AccessModes.Read, Citizen, None));
        Assert.Equal(before, await RulesAsync());
        Assert.NotNull(before.ETag);
    }

    [Fact]
    public async Task Grant_BySomebodyWithoutControl_NoGrant()
    {
        NeedsServer();
        using var stranger = await Server.SessionAsync("stranger");
        Ends.Is<VaultAnswer<Uri>.NoGrant>(await Grants.GrantAsync(Container, Us.WebId, AccessModes.Read, stranger, None));
        // Reading is not Control.
        await Grants.GrantAsync(Container, stranger.WebId, AccessModes.Read, Citizen, None);
        Ends.Is<VaultAnswer<Uri>.NoGrant>(await Grants.GrantAsync(Container, Us.WebId, AccessModes.Read, stranger, None));
    }

    [Fact]
    public async Task Grant_ContainerThatIsNotThere_Absent()
    {
        NeedsServer();
        var missing = new Uri(Container, "niets/");
        Ends.Is<VaultAnswer<Uri>.Absent>(await Grants.GrantAsync(missing, Us.WebId, AccessModes.Read, Citizen, None));
        Ends.Is<VaultAnswer<Uri>.Ok>(await Grants.RevokeAsync(missing, Us.WebId, Citizen, None));
    }

    [Fact]
    public async Task Make_AVaultForSomebodyWithout_ThatOnlyTheyCanOpen()
    {
        NeedsServer();
        var maker = new SolidServerVaultMaker(Service.Harness.Services.GetRequiredService<VaultHttp>(), Server.Base);
        var made = Ends.Is<MadeVault.Made>(await maker.MakeAsync("unused", None));
        using var owner = await Server.SessionAsync(made.Login!.Email, made.Login.Password, made.WebId);
        var profile = Ends.Is<WebIdAnswer.Found>(await Vault.ReadWebIdAsync(made.WebId.OriginalString, None)).Profile;
        var storage = Ends.Is<VaultAnswer<Uri>.Ok>(await Vault.FindStorageAsync(profile, owner, None)).Value;
        var container = new Uri(storage, "loonfiches/");
        Ends.Is<VaultAnswer<Uri>.Ok>(await Vault.EnsureContainerAsync(container, owner, None));
        Ends.Is<VaultAnswer<Uri>.Ok>(await Grants.GrantAsync(container, Us.WebId, AccessModes.Read, owner, None));
        Ends.Is<VaultAnswer<VaultListing>.Ok>(await Vault.ListAsync(container, Us, None));
        Ends.Is<VaultAnswer<VaultListing>.NoGrant>(await Vault.ListAsync(container, Citizen, None));
    }

    [Fact]
    public async Task SignIn_ClientDocumentSwapped_TheVaultSendsNobodyToUs()
    {
        NeedsServer();
        // Somebody serves another document in our place, that names their own address to come back to.
        Service.OtherClientDocument = Us.ClientIdDocument().Replace(Us.SignInRedirect.AbsoluteUri, "https://attacker.example/signin-vault", StringComparison.Ordinal);
        var profile = Ends.Is<WebIdAnswer.Found>(await Vault.ReadWebIdAsync(Server.WebIdOf("citizen").OriginalString, None)).Profile;
        var (goTo, _) = await Service.Harness.SignIn.StartAsync(profile, Us.SignInRedirect, None);
        using var browser = new CitizenBrowser(Server);
        var refused = await Assert.ThrowsAsync<HttpRequestException>(() => browser.VisitAsync(goTo, "citizen", consents: true));
        Assert.Equal(System.Net.HttpStatusCode.BadRequest, refused.StatusCode);

        // And the other way round: with our document, no code ever goes to another address.
        Service.OtherClientDocument = null;
        await using var fresh = await ServiceHost.StartAsync();
        (goTo, _) = await fresh.Harness.SignIn.StartAsync(profile, new Uri("https://attacker.example/signin-vault"), None);
        await Assert.ThrowsAsync<HttpRequestException>(() => browser.VisitAsync(goTo, "citizen", consents: true));
    }

    [Fact]
    public async Task OwnIdentities_EachReadsItsOwnContainerOnly()
    {
        NeedsServer();
        var (one, other) = (Us.For("1"), Us.For("2"));
        Ends.Is<VaultAnswer<Uri>.Ok>(await Grants.GrantAsync(Container, one.WebId, AccessModes.Read, Citizen, None));
        Ends.Is<VaultAnswer<VaultListing>.Ok>(await Vault.ListAsync(Container, one, None));
        Ends.Is<VaultAnswer<VaultListing>.NoGrant>(await Vault.ListAsync(Container, other, None));
        Ends.Is<VaultAnswer<VaultListing>.NoGrant>(await Vault.ListAsync(Container, Us, None));

        Ends.Is<VaultAnswer<Uri>.Ok>(await Grants.GrantAsync(Container, other.WebId, AccessModes.Read, Citizen, None));
        Ends.Is<VaultAnswer<Uri>.Ok>(await Grants.RevokeAsync(Container, one.WebId, Citizen, None));
        Ends.Is<VaultAnswer<VaultListing>.NoGrant>(await Vault.ListAsync(Container, one, None));
        Ends.Is<VaultAnswer<VaultListing>.Ok>(await Vault.ListAsync(Container, other, None));
    }

    [Fact]
    [Trait("Category", "Long")]
    public async Task OwnIdentity_TakenOffline_RefusedWithinTwoMinutesThoughTheRuleStands()
    {
        NeedsServer();
        var (us, other) = (Us.For("3"), Us.For("4"));
        foreach (var one in new[] { us, other })
        {
            await Grants.GrantAsync(Container, one.WebId, AccessModes.Read, Citizen, None);
            Ends.Is<VaultAnswer<VaultListing>.Ok>(await Vault.ListAsync(Container, one, None));
        }

        Service.IsOffline = true;
        var since = TimeProvider.System.GetTimestamp();
        VaultAnswer<VaultListing> answer;
        do
        {
            await Task.Delay(TimeSpan.FromSeconds(5));
            answer = await Vault.ListAsync(Container, us, None);
        }
        while (answer is VaultAnswer<VaultListing>.Ok && TimeProvider.System.GetElapsedTime(since) < TimeSpan.FromSeconds(150));

        Ends.Is<VaultAnswer<VaultListing>.TokenRejected>(answer);
        TestContext.Current.TestOutputHelper?.WriteLine($"Refused after {TimeProvider.System.GetElapsedTime(since).TotalSeconds:0} s");
        Assert.Contains(us.WebId.AbsoluteUri, (await RulesAsync()).Body, StringComparison.Ordinal);

        // One under which nobody asked meanwhile comes back for one look: it is known at once, and the look tells of the rule.
        // The first is not: the server also remembers for two minutes that a document was away.
        await Grants.RevokeAsync(Container, other.WebId, Citizen, None);
        Service.IsOffline = false;
        Ends.Is<VaultAnswer<VaultListing>.NoGrant>(await Vault.ListAsync(Container, other, None));
        Ends.Is<VaultAnswer<VaultListing>.TokenRejected>(await Vault.ListAsync(Container, us, None));
    }

    /// <summary>What the extra look costs: 200 consents with one identity for all, and with one for each.</summary>
    [Fact]
    [Trait("Category", "Long")]
    public async Task OwnIdentity_Cost_OneLookPerConsent()
    {
        NeedsServer();
        const int Consents = 200;
        await Grants.GrantAsync(Container, Us.WebId, AccessModes.Read, Citizen, None);
        await Vault.ListAsync(Container, Us, None);
        var shared = await MillisecondsAsync(_ => Us);
        var looksBefore = Service.Looks;
        // No rule for them: what is measured is how long the vault takes to know who asks. 403 costs it less than a listing, so both are compared on 403.
        var refusedShared = await MillisecondsAsync(_ => Us.For("none"));
        var refusedOwn = await MillisecondsAsync(n => Us.For($"c{n}"));
        Assert.Equal(Consents + 1, Service.Looks - looksBefore);
        TestContext.Current.TestOutputHelper?.WriteLine($"listing, shared: {shared:0.0} ms; refusal, shared {refusedShared:0.0} ms, own {refusedOwn:0.0} ms: {refusedOwn - refusedShared:0.0} ms a consent");
        Assert.InRange(refusedOwn - refusedShared, -20, 50);

        async Task<double> MillisecondsAsync(Func<int, VaultSession> who)
        {
            var started = TimeProvider.System.GetTimestamp();
            for (var i = 0; i < Consents; i++)
            {
                await Vault.ListAsync(Container, who(i), None);
            }

            return TimeProvider.System.GetElapsedTime(started).TotalMilliseconds / Consents;
        }
    }

    [Fact]
    public async Task Rotation_NextKeyWasPublishedBefore_AcceptedAtOnce()
    {
        NeedsServer();
        // Two keys stand in the store, and so in the key set that the server fetches: the one that signs, and the next.
        var now = TimeProvider.System.GetUtcNow();
        Service.Store.AcceptsAll = true;
        var (first, next) = (await AddKeyAsync(now, now), await AddKeyAsync(now, now.AddSeconds(40)));
        await Grants.GrantAsync(Container, Us.WebId, AccessModes.Read, Citizen, None);
        Assert.Equal(first, await KidAsync(Us));
        Ends.Is<VaultAnswer<VaultListing>.Ok>(await Vault.ListAsync(Container, Us, None));

        // Another node with the same keys, whose clock says that it is the next one's turn.
        await using var node = new Harness(identity: o => o.BaseUrl = Us.Issuer, store: Service.Store, clock: new Ahead(TimeSpan.FromSeconds(41)));
        Assert.Equal(next, await KidAsync(node.Identity));
        Ends.Is<VaultAnswer<VaultListing>.Ok>(await node.Vault.ListAsync(Container, node.Identity, None));
    }

    private async Task<string> AddKeyAsync(DateTimeOffset created, DateTimeOffset signsFrom)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var kid = EcJwk.ThumbprintOf(key);
        await Service.Store.TryAddAsync(new(kid, key.ExportPkcs8PrivateKey(), created, signsFrom, null), None);
        return kid;
    }

    private static async Task<string> KidAsync(ServiceIdentity identity) =>
        new Microsoft.IdentityModel.JsonWebTokens.JsonWebToken((await identity.TokenAsync(None)).AccessToken).Kid;

    [Fact]
    public async Task Token_SignedByAKeyThatIsNotPublished_TokenRejectedNeverNoGrant()
    {
        NeedsServer();
        await Grants.GrantAsync(Container, Us.WebId, AccessModes.Read, Citizen, None);
        await using var impostor = new Harness(identity: o => o.BaseUrl = Us.Issuer);
        Ends.Is<VaultAnswer<VaultListing>.TokenRejected>(await Vault.ListAsync(Container, impostor.Identity, None));
        Ends.Is<VaultAnswer<VaultListing>.Ok>(await Vault.ListAsync(Container, Us, None));
    }

    [Fact]
    public async Task Get_WhatIsNotThere_Absent_AndAPdf_WrongContentType()
    {
        NeedsServer();
        await Grants.GrantAsync(Container, Us.WebId, AccessModes.Read, Citizen, None);
        Ends.Is<VaultAnswer<VaultDocument>.Absent>(await Vault.GetAsync(new Uri(Container, "2020-01"), null, Us, None));

        using var http = new HttpClient();
        var pdf = new Uri(Container, "loonfiche.pdf");
        using var put = new HttpRequestMessage(HttpMethod.Put, pdf) { Content = new ByteArrayContent("%PDF-1.7"u8.ToArray()) };
        put.Content.Headers.ContentType = new("application/pdf");
        var token = await Citizen.TokenAsync(None);
        put.Headers.TryAddWithoutValidation("Authorization", "DPoP " + token.AccessToken);
        put.Headers.TryAddWithoutValidation("DPoP", token.Key.Proof(HttpMethod.Put, pdf, token.AccessToken));
        using (var answer = await http.SendAsync(put))
        {
            answer.EnsureSuccessStatusCode();
        }

        var broken = Ends.Is<VaultAnswer<VaultDocument>.Broken>(await Vault.GetAsync(pdf, null, Us, None));
        Assert.Equal(VaultFault.WrongContentType, broken.Fault);
    }

    [Fact]
    public async Task PutNew_Existing_AlreadyThereAndUntouched()
    {
        NeedsServer();
        Ends.Is<VaultAnswer<Uri>.AlreadyThere>(await Vault.PutNewAsync(Payslip, "<#a> <#b> <#c> ."u8.ToArray(), Citizen, None));
        Assert.Equal(Slip, Ends.Is<VaultAnswer<VaultDocument>.Ok>(await Vault.GetAsync(Payslip, null, Citizen, None)).Value.Body.ToArray());
        Ends.Is<VaultAnswer<Uri>.Ok>(await Vault.EnsureContainerAsync(Container, Citizen, None));
    }

    [Fact]
    public async Task List_ContainerInContainer_IsContainer()
    {
        NeedsServer();
        await Vault.EnsureContainerAsync(new Uri(Container, "oud/"), Citizen, None);
        var listing = Ends.Is<VaultAnswer<VaultListing>.Ok>(await Vault.ListAsync(Container, Citizen, None)).Value;
        Assert.Equal([(Payslip, false), (new Uri(Container, "oud/"), true)], listing.Members.Select(m => (m.Url, m.IsContainer)));
    }

    [Fact]
    public async Task ReadWebId_Citizen_FindsIssuerAndStorage()
    {
        NeedsServer();
        var profile = Ends.Is<WebIdAnswer.Found>(await Vault.ReadWebIdAsync(Citizen.WebId.OriginalString, None)).Profile;
        Assert.Equal([Server.Base.OriginalString], profile.Issuers.Select(i => i.OriginalString));
        Assert.Equal(Citizen.WebId.OriginalString, profile.WebId.OriginalString);
        Assert.Equal(new Uri(Server.Base, "citizen/"), Ends.Is<VaultAnswer<Uri>.Ok>(await Vault.FindStorageAsync(profile, Citizen, None)).Value);

        Ends.Is<WebIdAnswer.NotResolved>(await Vault.ReadWebIdAsync(new Uri(Server.Base, "niemand/profile/card#me").AbsoluteUri, None));
        Ends.Is<WebIdAnswer.NoIssuer>(await Vault.ReadWebIdAsync(new Uri(Server.Base, "citizen/profile/card#you").AbsoluteUri, None));
    }

    [Fact]
    public async Task SignIn_Citizen_GrantsInTheirOwnSession()
    {
        NeedsServer();
        var (profile, pending, query) = await VisitAsync("citizen", "citizen", consents: true);
        var session = Ends.Is<VaultSignInAnswer.SignedIn>(await Service.Harness.SignIn.FinishAsync(pending, query, None)).Session;
        using (session)
        {
            Assert.Equal(profile.WebId.OriginalString, session.WebId.OriginalString);
            var storage = Ends.Is<VaultAnswer<Uri>.Ok>(await Vault.FindStorageAsync(profile, session, None)).Value;
            var own = new Uri(storage, $"{Guid.NewGuid():N}/loonfiches/");
            Ends.Is<VaultAnswer<Uri>.Ok>(await Vault.EnsureContainerAsync(own, session, None));
            Ends.Is<VaultAnswer<VaultListing>.NoGrant>(await Vault.ListAsync(own, Us, None));
            Ends.Is<VaultAnswer<Uri>.Ok>(await Grants.GrantAsync(own, Us.WebId, AccessModes.Read, session, None));
            Assert.Empty(Ends.Is<VaultAnswer<VaultListing>.Ok>(await Vault.ListAsync(own, Us, None)).Value.Members);
        }

        // A code is good once, and the session is over with the page.
        Ends.Is<VaultSignInAnswer.Failed>(await Service.Harness.SignIn.FinishAsync(pending, query, None));
        await Assert.ThrowsAsync<ObjectDisposedException>(() => Vault.ListAsync(Container, session, None));
    }

    [Fact]
    public async Task SignIn_CitizenSaysNo_Cancelled()
    {
        NeedsServer();
        var (_, pending, query) = await VisitAsync("citizen", "citizen", consents: false);
        Ends.Is<VaultSignInAnswer.Cancelled>(await Service.Harness.SignIn.FinishAsync(pending, query, None));
    }

    [Fact]
    public async Task SignIn_AsSomebodyElse_OtherPerson()
    {
        NeedsServer();
        var (_, pending, query) = await VisitAsync("citizen", "stranger", consents: true);
        Ends.Is<VaultSignInAnswer.OtherPerson>(await Service.Harness.SignIn.FinishAsync(pending, query, None));
    }

    /// <summary>Starts a sign-in for one person; the one who sits at the screen may be another. Through JSON, as in a cookie.</summary>
    private async Task<(WebIdProfile Profile, PendingSignIn Pending, Dictionary<string, string> Query)> VisitAsync(string asked, string there, bool consents)
    {
        var profile = Ends.Is<WebIdAnswer.Found>(await Vault.ReadWebIdAsync(Server.WebIdOf(asked).OriginalString, None)).Profile;
        var (goTo, pending) = await Service.Harness.SignIn.StartAsync(profile, Us.SignInRedirect, None);
        using var browser = new CitizenBrowser(Server);
        var query = await browser.VisitAsync(goTo, there, consents);
        return (profile, JsonSerializer.Deserialize<PendingSignIn>(JsonSerializer.Serialize(pending))!, query);
    }

    private protected async Task<(string? ETag, string Body)> RulesAsync()
    {
        using var head = new HttpRequestMessage(HttpMethod.Head, Container);
        using var answer = await SendAsync(head);
        var url = LinkHeader.Targets(new HttpResponseHeaderBag(answer), Container, "acl").Single();
        var rules = Ends.Is<VaultAnswer<VaultDocument>.Ok>(await Vault.GetAsync(url, null, Citizen, None)).Value;
        return (rules.ETag, Encoding.UTF8.GetString(rules.Body.Span));
    }

    private async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request)
    {
        var token = await Citizen.TokenAsync(None);
        request.Headers.TryAddWithoutValidation("Authorization", "DPoP " + token.AccessToken);
        request.Headers.TryAddWithoutValidation("DPoP", token.Key.Proof(request.Method, request.RequestUri!, token.AccessToken));
        return await Service.Harness.Http.SendAsync(request);
    }

    private sealed class Ahead(TimeSpan by) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + by;
    }
}

public sealed class WacVaultTests(WacServer server) : RealVaultTests(server), IClassFixture<WacServer>;

public sealed class AcpVaultTests(AcpServer server) : RealVaultTests(server), IClassFixture<AcpServer>;
