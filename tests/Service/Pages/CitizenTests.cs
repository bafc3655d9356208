using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;

namespace SolidLoonfiches.Service.Tests.Pages;

public sealed partial class CitizenTests : IAsyncLifetime
{
    private readonly Site _site = new();
    private World _world = null!;

    public async ValueTask InitializeAsync() => _world = await World.MakeAsync(_site);

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Fact]
    public async Task Index_WithoutDossier_SaysNothingIsRead() =>
        Assert.Contains("id=\"state-none\"", await ReadAsync(World.Nobody), StringComparison.Ordinal);

    [Fact]
    public async Task Index_Asked_OffersToReadWhatIsAsked()
    {
        var text = await ReadAsync(World.AnInsz);
        Assert.Contains("id=\"state-asked\"", text, StringComparison.Ordinal);
        Assert.Contains(_world.Asked.Code, text, StringComparison.Ordinal);
        Assert.Contains($"/citizen/request/{_world.Asked.Id}", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Index_Active_ShowsReadsSlipsAmountsAndSteps()
    {
        var text = await ReadAsync(World.BeaInsz);
        foreach (var part in (string[])["id=\"state-active\"", "we lazen 2 documenten", "Bakkerij Peeters", "1.000,00 euro", "503,51 euro", "art. 14 §2 RMI-wet", "bekeek dit nog niet", "We vonden een nieuwe loonfiche.", "Een document dat we niet konden gebruiken"])
        {
            Assert.Contains(part, text, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("nl", "Uw leefloon voor oktober 2026", "Burgerzoon, Bea", "Dossier 2026-0002. Berekend op 5 november 2026.")]
    [InlineData("fr", "Votre revenu d'intégration pour octobre 2026", "Calculé le 5 novembre 2026.")]
    [InlineData("en", "Your living wage for October 2026", "RMI Act: the law of 26 May 2002", "Worked out on 5 November 2026.")]
    public async Task Letter_OfAnOwnCheck_IsWrittenInTheLanguageChosen(string language, params string[] parts)
    {
        var browser = await _site.BrowserAsync(World.Citizen(World.BeaInsz));
        Assert.Contains($"/citizen/letter/{_world.Current.Id}/{language}", await browser.ReadAsync("/citizen"), StringComparison.Ordinal);
        var text = await browser.ReadAsync($"/citizen/letter/{_world.Current.Id}/{language}");
        Assert.Contains($"lang=\"{language}\"", text, StringComparison.Ordinal);
        Assert.All(parts, part => Assert.Contains(part, WebUtility.HtmlDecode(text), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Letter_OfSomebodyElseOrWithoutAmountOrInNoLanguage_IsNotThere()
    {
        var bea = await _site.BrowserAsync(World.Citizen(World.BeaInsz));
        Assert.Equal(HttpStatusCode.NotFound, (await bea.GetAsync($"/citizen/letter/{_world.Current.Id}/de")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await bea.GetAsync($"/citizen/letter/{_world.OfAalst.Id}/nl")).StatusCode);
        var dirk = await _site.BrowserAsync(World.Citizen(World.DirkInsz));
        Assert.Equal(HttpStatusCode.NotFound, (await dirk.GetAsync($"/citizen/letter/{_world.OfAalst.Id}/nl")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await dirk.GetAsync($"/citizen/letter/{_world.Current.Id}/nl")).StatusCode);
    }

    [Fact]
    public async Task Index_MonthThatHadAnotherAmount_SaysInPlainWordsThatNothingIsDecided()
    {
        var text = await ReadAsync(World.BeaInsz);
        foreach (var part in (string[])["oktober 2026: eerst 700,00 euro, nu 503,51 euro", "Er is nog niets beslist.", "<strong>196,49 euro</strong> te veel", "U hoeft nu niets terug te betalen", "U mag eerst uw uitleg geven"])
        {
            Assert.Contains(part, text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Index_Withdrawn_SaysTheVaultIsOpenUntilItRefused()
    {
        Assert.Contains("id=\"state-withdrawn-open\"", await ReadAsync(World.CarlInsz), StringComparison.Ordinal);
        await _site.InDatabaseAsync(db => db.Consents.Where(consent => consent.DossierId == _world.Carl.Id).ExecuteUpdateAsync(set => set.SetProperty(consent => consent.VaultRefusedAt, World.Then.AddHours(1))));
        Assert.Contains("id=\"state-closed\"", await ReadAsync(World.CarlInsz), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Index_RefusedWithoutWithdrawal_SaysItEndedAtTheVault()
    {
        await _site.InDatabaseAsync(db => db.Consents.Where(consent => consent.Id == _world.Consent.Id).ExecuteUpdateAsync(set => set.SetProperty(consent => consent.VaultRefusedAt, World.Then)));
        Assert.Contains("id=\"state-ended\"", await ReadAsync(World.BeaInsz), StringComparison.Ordinal);
    }

    [Fact]
    public async Task EveryPage_HasThePaperRouteAndNoneOfTheMachinesWords()
    {
        var browser = await _site.BrowserAsync(World.Citizen(World.BeaInsz));
        foreach (var page in (string[])["/citizen", $"/citizen/request/{_world.Used.Id}", $"/citizen/withdraw/{_world.Consent.Id}", $"/citizen/whatif/{_world.Current.Id}", "/citizen/consentgiven", "/citizen/questions", "/citizen/asked", "/citizen/mydata", $"/citizen/paper/{_world.Paper.Id}", $"/citizen/receipt/{_world.Consent.Id}", $"/citizen/ask/month/{_world.Current.Id}", "/citizen/vaultcancelled", "/citizen/vaultotherperson", "/citizen/vaultfailed", "/citizen/vaultfailed/sign-in", "/citizen/vaultfailed/text-changed"])
        {
            // Without the forms' guard against forgery: in its random letters any three may stand beside each other.
            var text = GuardAgainstForgery().Replace(await browser.ReadAsync(page), "");
            Assert.Contains("op papier", text, StringComparison.Ordinal);
            foreach (var word in (string[])[" pod", "WebID", "RDF", "token ", "Solid"])
            {
                Assert.DoesNotContain(word, text, StringComparison.OrdinalIgnoreCase);
            }
        }
    }

    [Fact]
    public async Task Withdraw_Post_EndsTheConsentAtOnceAndOffersToCloseTheVault()
    {
        var browser = await _site.BrowserAsync(World.Citizen(World.BeaInsz));
        var page = $"/citizen/withdraw/{_world.Consent.Id}";
        Assert.Equal(page, (await browser.SendFormAsync(page, null)).Headers.Location!.OriginalString);
        Assert.NotNull((await _site.InDatabaseAsync(db => db.Consents.SingleAsync(consent => consent.Id == _world.Consent.Id))).WithdrawnAt);
        var text = await browser.ReadAsync(page);
        Assert.Contains("Uw kluis staat nog open", text, StringComparison.Ordinal);
        Assert.Contains("id=\"close-vault\"", text, StringComparison.Ordinal);
        Assert.Contains("id=\"look-again\"", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SignInVault_WithoutAJourney_SaysItTookTooLong()
    {
        var browser = await _site.BrowserAsync(World.Citizen(World.BeaInsz));
        Assert.Equal("/citizen/vaultfailed/too-late", (await browser.GetAsync("/signin-vault?code=c&state=s")).Headers.Location!.OriginalString);
        Assert.Equal("/citizen/vaultfailed", (await browser.GetAsync("/citizen/tovault")).Headers.Location!.OriginalString);
    }

    private async Task<string> ReadAsync(Loonfiches.Insz insz) => await (await _site.BrowserAsync(World.Citizen(insz))).ReadAsync("/citizen");

    [GeneratedRegex("value=\"CfDJ8[^\"]+\"", RegexOptions.None, 1000)]
    private static partial Regex GuardAgainstForgery();
}
