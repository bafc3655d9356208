using System.Net;
using System.Web;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SolidLoonfiches.Dossiers;
using SolidLoonfiches.Loonfiches;

namespace SolidLoonfiches.Service.Tests.Pages;

/// <summary>The consent pages with a vault that speaks access grants, against the published shapes of the messages: it has met no real server.</summary>
public sealed class AccessGrantTests : IAsyncLifetime
{
    private readonly VaultPlatform _vault = new();
    private readonly Site _site;
    private World _world = null!;

    public AccessGrantTests() => _site = new Site(_vault.Settings);

    private string Question => $"/citizen/request/{_world.Asked.Id}";

    private string Preview => $"/citizen/preview/{_world.Asked.Id}";

    private string Back => "/citizen/vaultgrant?accessGrantUrl=" + Uri.EscapeDataString(_vault.Root + "vc/grant-1");

    public async ValueTask InitializeAsync() => _world = await World.MakeAsync(_site);

    public async ValueTask DisposeAsync()
    {
        await _site.DisposeAsync();
        _vault.Dispose();
    }

    private async Task<HttpClient> AskedAsync()
    {
        var browser = await _site.BrowserAsync(World.Citizen(World.AnInsz, _vault.WebId.AbsoluteUri));
        Assert.Equal("/citizen/tovault", (await browser.SendFormAsync(Question, Question + "?handler=Look")).Headers.Location?.OriginalString);
        return browser;
    }

    private static string? To(HttpResponseMessage answer) => answer.Headers.Location?.OriginalString;

    private Task<Consent> ConsentAsync() => _site.InDatabaseAsync(db => db.Consents.AsNoTracking().SingleAsync(consent => consent.DossierId == _world.An.Id));

    private async Task<T> UseAsync<TOperation, T>(Func<TOperation, Task<T>> use)
        where TOperation : notnull
    {
        await using var scope = _site.Services.CreateAsyncScope();
        return await use(scope.ServiceProvider.GetRequiredService<TOperation>());
    }

    private Task<CheckDossier.Report> CheckAsync() => UseAsync<CheckDossier, CheckDossier.Report>(check => check.RunAsync(new(_world.An.Id, Maand.Of(Belgium.DayOf(TimeProvider.System.GetUtcNow())).Previous), CancellationToken.None));

    private Task<CloseVault.Outcome> LookAsync(Guid consent) => UseAsync<CloseVault, CloseVault.Outcome>(close => close.RunAsync(new(consent, World.AnInsz, null), CancellationToken.None));

    [Fact]
    public async Task Look_TheVaultSaysThatItSpeaksGrants_SendsTheCitizenToItsOwnPageAndSaysWhatThatMeans()
    {
        var browser = await AskedAsync();

        var text = await browser.ReadAsync("/citizen/tovault");

        Assert.Contains("id=\"asks-access\"", text, StringComparison.Ordinal);
        Assert.DoesNotContain("http-equiv=\"refresh\"", text, StringComparison.Ordinal);
        var goTo = new Uri(System.Text.RegularExpressions.Regex.Match(text, "id=\"to-vault\" href=\"(?<to>[^\"]+)\"", System.Text.RegularExpressions.RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)).Groups["to"].Value);
        var query = HttpUtility.ParseQueryString(goTo.Query);
        Assert.Equal(("https://ama.example/access-request", _vault.Root + "vc/request-1", "http://localhost:5480/citizen/vaultgrant"), (goTo.GetLeftPart(UriPartial.Path), query["requestVcUrl"], query["redirectUrl"]));
        Assert.Contains(_vault.Container.AbsoluteUri, _vault.Requests("/issue").Single().Body, StringComparison.Ordinal);
        Assert.Empty(await _site.InDatabaseAsync(db => db.Consents.Where(consent => consent.DossierId == _world.An.Id).ToListAsync()));
    }

    [Fact]
    public async Task Look_AtAVaultThatKeepsRules_SignsInThereAsBefore()
    {
        _vault.SpeaksGrants = false;
        var browser = await AskedAsync();
        var text = await browser.ReadAsync("/citizen/tovault");
        Assert.Contains("http-equiv=\"refresh\"", text, StringComparison.Ordinal);
        Assert.Contains(_vault.Root + "auth?", text, StringComparison.Ordinal);
        Assert.Empty(_vault.Requests("/issue"));
    }

    [Fact]
    public async Task Look_WhereTheAddressHasTwoVaults_TheCitizenChooses()
    {
        _vault.Storages.Insert(0, new Uri(_vault.Root, "storage/oud/"));
        var browser = await _site.BrowserAsync(World.Citizen(World.AnInsz));
        var address = ("VaultAddress", _vault.WebId.AbsoluteUri);
        var asked = await (await browser.SendFormAsync(Question, Question + "?handler=Look", address)).HtmlAsync();
        Assert.Contains("id=\"Storage-error\"", asked, StringComparison.Ordinal);
        Assert.Contains($"<option value=\"{_vault.Root}storage/oud/\"", asked, StringComparison.Ordinal);
        Assert.Contains("id=\"Storage-error\"", await (await browser.SendFormAsync(Question, Question + "?handler=Look", address, ("Storage", "https://elsewhere.example/"))).HtmlAsync(), StringComparison.Ordinal);
        Assert.Empty(_vault.Requests("/issue"));

        Assert.Equal("/citizen/tovault", To(await browser.SendFormAsync(Question, Question + "?handler=Look", address, ("Storage", _vault.Root + "storage/an/"))));
        Assert.Contains(_vault.Container.AbsoluteUri, _vault.Requests("/issue").Single().Body, StringComparison.Ordinal);
    }

    /// <summary>The sign-in knows of one vault; the citizen uses another.</summary>
    [Fact]
    public async Task Look_WithAnotherVaultThanTheOneKnown_GoesToTheOther()
    {
        var browser = await _site.BrowserAsync(World.Citizen(World.AnInsz, "http://localhost:9/known#me"));
        Assert.Contains("id=\"other-vault\"", await browser.ReadAsync(Question), StringComparison.Ordinal);
        Assert.Contains("id=\"VaultAddress-error\"", await (await browser.SendFormAsync(Question, Question + "?handler=Look")).HtmlAsync(), StringComparison.Ordinal);
        Assert.Equal("/citizen/tovault", To(await browser.SendFormAsync(Question, Question + "?handler=Look", ("VaultAddress", _vault.WebId.AbsoluteUri))));
    }

    [Fact]
    public async Task Give_AfterTheGrant_ReadsUnderItUntilItIsRevoked()
    {
        var browser = await AskedAsync();
        Assert.Equal(Preview, To(await browser.GetAsync(Back)));
        var preview = await browser.ReadAsync(Preview);
        Assert.Contains("id=\"granted\"", preview, StringComparison.Ordinal);
        Assert.Empty(await _site.InDatabaseAsync(db => db.Consents.Where(one => one.DossierId == _world.An.Id).ToListAsync()));

        Assert.Equal("/citizen/consentgiven", To(await browser.SendFormAsync(Preview, Preview + "?handler=Give", ("From", _world.Asked.From.ToString()), ("Until", _world.Asked.Until.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)))));

        var consent = await ConsentAsync();
        Assert.Equal((_vault.Container.AbsoluteUri, _vault.WebId.AbsoluteUri, null), (consent.Container, consent.WebId, consent.IdentityKey));
        Assert.DoesNotContain("SolidAccessGrant", consent.AccessGrant!, StringComparison.Ordinal);

        // The monthly check, by a ticket and a token of the vault's own for each request.
        var before = _vault.Requests("/uma").Count();
        await CheckAsync();
        Assert.NotNull((await ConsentAsync()).LastReadAt);
        Assert.True(_vault.Requests("/uma").Count() > before);

        _vault.IsRevoked = true;
        await CheckAsync();
        consent = await ConsentAsync();
        Assert.NotNull(consent.VaultRefusedAt);
        Assert.Null(consent.AccessGrant);
        Assert.Contains("id=\"state-ended\"", await browser.ReadAsync("/citizen"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Withdraw_AGrant_IsTakenBackAtTheVaultAndSeenHere()
    {
        var browser = await AskedAsync();
        await browser.GetAsync(Back);
        await browser.SendFormAsync(Preview, Preview + "?handler=Give", ("From", _world.Asked.From.ToString()), ("Until", _world.Asked.Until.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)));
        var consent = await ConsentAsync();
        var page = $"/citizen/withdraw/{consent.Id}";
        await browser.SendFormAsync(page, page);
        var uma = _vault.Requests("/uma").Count();
        await CheckAsync();
        Assert.Equal(uma, _vault.Requests("/uma").Count());

        var text = await browser.ReadAsync(page);
        Assert.Contains("id=\"take-back-there\"", text, StringComparison.Ordinal);
        Assert.DoesNotContain("id=\"close-vault\"", text, StringComparison.Ordinal);
        Assert.Contains("Trek de toegang in bij uw kluis zelf", Assert.IsType<CloseVault.Outcome.StillOpen>(await LookAsync(consent.Id)).Sentence, StringComparison.Ordinal);

        _vault.IsRevoked = true;
        Assert.IsType<CloseVault.Outcome.Closed>(await LookAsync(consent.Id));
        Assert.Null((await ConsentAsync()).AccessGrant);
    }

    [Fact]
    public async Task Return_WithANo_ChangesNothing()
    {
        _vault.Grant["credentialSubject"]!["providedConsent"]!["hasStatus"] = "ConsentStatusDenied";
        var browser = await AskedAsync();
        Assert.Equal("/citizen/vaultcancelled", To(await browser.GetAsync(Back)));
        Assert.Equal(Question, To(await browser.GetAsync(Preview)));
    }

    [Fact]
    public async Task Return_WithAGrantOfSomebodyElseOrTwiceOrUnasked_IsNotTaken()
    {
        _vault.Grant["credentialSubject"]!["id"] = "https://vault.test/somebody#me";
        var browser = await AskedAsync();
        Assert.Equal("/citizen/vaultfailed/vault", To(await browser.GetAsync(Back)));

        // The journey is used up by a return, whatever it brought.
        _vault.Grant["credentialSubject"]!["id"] = _vault.WebId.AbsoluteUri;
        Assert.Equal("/citizen/vaultfailed/too-late", To(await browser.GetAsync(Back)));
        Assert.Equal("/citizen/vaultfailed/too-late", To(await (await _site.BrowserAsync(World.Citizen(World.BeaInsz))).GetAsync(Back)));
        Assert.Equal(HttpStatusCode.Redirect, (await browser.GetAsync(Preview)).StatusCode);
        Assert.Empty(await _site.InDatabaseAsync(db => db.Consents.Where(consent => consent.DossierId == _world.An.Id).ToListAsync()));
    }

    /// <summary>A return of one kind does not pass for the other.</summary>
    [Fact]
    public async Task Return_OfASignInWhereAGrantWasAsked_IsNotTaken()
    {
        var browser = await AskedAsync();
        Assert.Equal("/citizen/vaultfailed/too-late", To(await browser.GetAsync("/signin-vault?code=x&state=y")));
        Assert.Equal("/citizen/vaultfailed/too-late", To(await browser.GetAsync(Back)));
    }
}
