using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SolidLoonfiches.Dossiers;

namespace SolidLoonfiches.Service.Tests.Pages;

/// <summary>A request, from both sides. The way through a real vault is in the end-to-end tests.</summary>
public sealed class RequestTests : IAsyncLifetime
{
    private readonly Site _site = new();
    private World _world = null!;

    private string Question => $"/citizen/request/{_world.Asked.Id}";

    public async ValueTask InitializeAsync() => _world = await World.MakeAsync(_site);

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    private Task<ConsentRequest> AskedAsync() => _site.InDatabaseAsync(db => db.ConsentRequests.AsNoTracking().SingleAsync(request => request.Id == _world.Asked.Id));

    private Task<int> EndAsync(RequestEnding? ending, DateTimeOffset expires) => _site.InDatabaseAsync(db => db.ConsentRequests.Where(request => request.Id == _world.Asked.Id)
        .ExecuteUpdateAsync(set => set.SetProperty(request => request.Ending, ending).SetProperty(request => request.EndedAt, ending == null ? null : World.Then).SetProperty(request => request.ExpiresAt, expires)));

    [Theory]
    [InlineData("", "nl", "Mag OCMW Gent uw loonfiches lezen?", "Nee, ik wil dit niet")]
    [InlineData("/nl", "nl", "Mag OCMW Gent uw loonfiches lezen?", "Nee, ik wil dit niet")]
    [InlineData("/fr", "fr", "OCMW Gent peut-il lire vos fiches de paie ?", "Non, je ne veux pas")]
    [InlineData("/en", "en", "May OCMW Gent read your payslips?", "No, I do not want this")]
    public async Task Ask_InEachLanguage_ShowsTheTextTheCodeAndBothAnswers(string path, string language, string title, string no)
    {
        var text = await (await _site.BrowserAsync(World.Citizen(World.AnInsz))).ReadAsync(Question + path);

        Assert.Contains($"<div lang=\"{language}\">", text, StringComparison.Ordinal);
        Assert.All((string[])[title, no, _world.Asked.Code, "id=\"look\"", "id=\"refuse\"", "hreflang"], part => Assert.Contains(part, text, StringComparison.Ordinal));
        foreach (var paragraph in ConsentText.Current(_world.Asked.Terms("OCMW Gent"), language).Paragraphs)
        {
            Assert.Contains(paragraph, text, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("/nl", "Liever op papier?", "Mensen beslissen: uw OCMW doet dat.")]
    [InlineData("/fr", "Vous préférez le papier ?", "Ce sont des personnes qui décident")]
    [InlineData("/en", "Rather on paper?", "People decide: your OCMW does.")]
    public async Task Ask_InEachLanguage_HasThePaperRouteAndTheFootInThatLanguageAlone(string path, string paper, string foot)
    {
        var text = await (await _site.BrowserAsync(World.Citizen(World.AnInsz))).ReadAsync(Question + path);

        Assert.Contains(paper, text, StringComparison.Ordinal);
        Assert.Contains(foot, text, StringComparison.Ordinal);
        Assert.Equal(path == "/nl", text.Contains("Liever op papier?", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Ask_InAnotherLanguage_IsNotThere() =>
        Assert.Equal(HttpStatusCode.NotFound, (await (await _site.BrowserAsync(World.Citizen(World.AnInsz))).GetAsync(Question + "/de")).StatusCode);

    [Theory]
    [InlineData("", "Vul het adres van uw kluis in")]
    [InlineData("geen adres", "Dit is geen adres van een kluis")]
    [InlineData("http://localhost:9/niemand#me", "We vinden niets op dit adres")]
    public async Task Look_AddressThatCannotBe_IsSaidAtTheField(string address, string sentence)
    {
        var browser = await _site.BrowserAsync(World.Citizen(World.AnInsz));
        var html = await (await browser.SendFormAsync(Question, Question + "?handler=Look", ("VaultAddress", address))).HtmlAsync();
        Assert.Contains("id=\"VaultAddress-error\"", html, StringComparison.Ordinal);
        Assert.Contains(sentence, html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ask_WithoutAVault_OffersToHaveOneMadeWhereSomebodyMakesThem()
    {
        await using var making = new Site(("Vault:Maker:Kind", "Athumi"), ("Vault:Maker:Url", "https://vaults.test/"));
        var asked = (await World.MakeAsync(making)).Asked.Id;
        var browser = await making.BrowserAsync(World.Citizen(World.AnInsz));
        Assert.Contains("href=\"/citizen/makevault\"", await browser.ReadAsync($"/citizen/request/{asked}/fr"), StringComparison.OrdinalIgnoreCase);

        Assert.DoesNotContain("id=\"no-vault\"", await (await _site.BrowserAsync(World.Citizen(World.AnInsz))).ReadAsync(Question), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refuse_OneClick_IsNotedAndTheVaultIsNeverMentionedAgain()
    {
        var browser = await _site.BrowserAsync(World.Citizen(World.AnInsz));

        Assert.Equal(HttpStatusCode.Redirect, (await browser.SendFormAsync(Question, Question + "?handler=Refuse")).StatusCode);

        Assert.Equal(RequestEnding.Refused, (await AskedAsync()).Ending);
        Assert.Contains("id=\"request-refused\"", await browser.ReadAsync(Question), StringComparison.Ordinal);
        Assert.Contains("id=\"state-not-given\"", await browser.ReadAsync("/citizen"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, -1, "request-expired", false)]
    [InlineData(RequestEnding.Expired, -1, "request-expired", false)]
    [InlineData(RequestEnding.Withdrawn, 5, "request-withdrawn", false)]
    [InlineData(RequestEnding.Refused, 5, "request-refused", true)]
    [InlineData(RequestEnding.Refused, -1, "request-refused", false)]
    [InlineData(RequestEnding.Given, 5, "request-used", true)]
    public async Task Ask_OnceItEnded_HasAScreenOfItsOwn(RequestEnding? ending, int days, string screen, bool canBeGiven)
    {
        await EndAsync(ending, TimeProvider.System.GetUtcNow().AddDays(days));
        var browser = await _site.BrowserAsync(World.Citizen(World.AnInsz));

        var text = await browser.ReadAsync(Question);

        Assert.Contains($"id=\"{screen}\"", text, StringComparison.Ordinal);
        Assert.Equal(canBeGiven, text.Contains("id=\"look\"", StringComparison.Ordinal));
        Assert.DoesNotContain("id=\"refuse\"", text, StringComparison.Ordinal);
        Assert.Contains("op papier", text, StringComparison.Ordinal);
        Assert.DoesNotContain("id=\"state-asked\"", await browser.ReadAsync("/citizen"), StringComparison.Ordinal);
        if (!canBeGiven)
        {
            Assert.Equal(HttpStatusCode.Redirect, (await browser.SendFormAsync("/citizen", Question + "?handler=Look", ("VaultAddress", "https://vault.test/an#me"))).StatusCode);
        }
    }

    [Fact]
    public async Task Preview_WithoutAVisitToTheVault_GoesBackToTheQuestion()
    {
        var browser = await _site.BrowserAsync(World.Citizen(World.AnInsz));
        Assert.Equal(Question, (await browser.GetAsync($"/citizen/preview/{_world.Asked.Id}")).Headers.Location!.OriginalString);
        Assert.Contains("Er is niets veranderd", await browser.ReadAsync(Question), StringComparison.Ordinal);
    }

    [Fact]
    public void Visit_OfAnotherCitizenRequestOrTime_IsNone()
    {
        using var scope = _site.Services.CreateScope();
        var visits = scope.ServiceProvider.GetRequiredService<VaultVisit>();
        using var key = System.Security.Cryptography.ECDsa.Create(System.Security.Cryptography.ECCurve.NamedCurves.nistP256);
        var citizen = new SignedIn.Citizen("me", World.AnInsz, "An", null);
        VaultVisit.Visit Visit(DateTimeOffset until) => new("me", _world.Asked.Id, "nl", "hash", new(new Uri("https://vault.test/an#me"), new string('t', 6000), key.ExportPkcs8PrivateKey(), until));

        var kept = Cookies(Visit(TimeProvider.System.GetUtcNow().AddMinutes(5)));
        Assert.NotNull(visits.Find(kept, citizen, _world.Asked.Id));
        Assert.Null(visits.Find(kept, citizen with { Id = "other" }, _world.Asked.Id));
        Assert.Null(visits.Find(kept, citizen, _world.Used.Id));
        Assert.Null(visits.Find(Cookies(Visit(TimeProvider.System.GetUtcNow().AddMinutes(-1))), citizen, _world.Asked.Id));
        Assert.Null(visits.Find(new DefaultHttpContext(), citizen, _world.Asked.Id));

        DefaultHttpContext Cookies(VaultVisit.Visit visit)
        {
            var answer = new DefaultHttpContext();
            visits.Begin(answer, visit);
            Assert.All(answer.Response.Headers.SetCookie, cookie => Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase));
            Assert.DoesNotContain(new string('t', 50), string.Concat(answer.Response.Headers.SetCookie.AsEnumerable()), StringComparison.Ordinal);
            var next = new DefaultHttpContext();
            next.Request.Headers.Cookie = string.Join("; ", answer.Response.Headers.SetCookie.Select(cookie => cookie!.Split(';')[0]));
            return next;
        }
    }

    [Fact]
    public async Task AskAndLetter_BySocialWorker_OpensAndPrintsWithoutAnythingToClick()
    {
        var browser = await _site.BrowserAsync(World.WorkerOfGent);
        var form = $"/socialworker/askconsent/{_world.Carl.Id}";
        Assert.Contains("id=\"From-error\"", await (await browser.SendFormAsync(form, null, ("Purpose", "0"), ("From", ""), ("Until", "x"))).HtmlAsync(), StringComparison.Ordinal);
        var next = TimeProvider.System.GetUtcNow().AddMonths(6).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

        var letter = (await browser.SendFormAsync(form, null, ("Purpose", "0"), ("From", TimeProvider.System.GetUtcNow().ToString("yyyy-MM", System.Globalization.CultureInfo.InvariantCulture)), ("Until", next))).Headers.Location!.OriginalString;

        var request = await _site.InDatabaseAsync(db => db.ConsentRequests.SingleAsync(one => one.DossierId == _world.Carl.Id));
        Assert.Equal($"/socialworker/askletter/{request.Id}", letter);
        foreach (var language in (string[])["", "/fr", "/en"])
        {
            var text = await browser.ReadAsync(letter + language);
            Assert.Contains(request.Code, text, StringComparison.Ordinal);
            Assert.Contains("Mijn Burgerprofiel", text, StringComparison.Ordinal);
        }

        // Asked for twice it is still one question; taken back, the citizen can no longer answer.
        Assert.Equal(letter, (await browser.SendFormAsync(form, null, ("Purpose", "0"), ("From", "2026-11"), ("Until", next))).Headers.Location!.OriginalString);
        await browser.SendFormAsync(letter, letter + "?handler=Withdraw");
        Assert.Contains("id=\"letter-ended\"", await browser.ReadAsync(letter), StringComparison.Ordinal);
        Assert.Contains("ingetrokken door het OCMW", await browser.ReadAsync($"/socialworker/dossier/{_world.Carl.Id}"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nl")]
    [InlineData("fr")]
    [InlineData("en")]
    public void LetterAndSms_InEachLanguage_HaveNoLinkAndNothingPersonal(string language)
    {
        var letter = RequestLetter.Of(_world.Asked, "OCMW Gent", language);
        Assert.True(letter.Sms.Length <= 160, $"{letter.Sms.Length} characters");
        foreach (var text in (string[])[letter.Sms, .. letter.Paragraphs])
        {
            Assert.DoesNotMatch(@"https?:|www\.|\.be\b|\.vlaanderen", text);
            Assert.DoesNotContain("Aerts", text, StringComparison.Ordinal);
            Assert.DoesNotContain(_world.An.Number, text, StringComparison.Ordinal);
        }

        Assert.Contains(_world.Asked.Code, letter.Sms, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Withdraw_Narrow_ShortensTheConsentAndSaysSo()
    {
        var browser = await _site.BrowserAsync(World.Citizen(World.BeaInsz));
        var page = $"/citizen/withdraw/{_world.Consent.Id}";
        Assert.Contains("id=\"Until-error\"", await (await browser.SendFormAsync(page, page + "?handler=Narrow", ("From", "2026-08"), ("Until", "2031-01-01"))).HtmlAsync(), StringComparison.Ordinal);

        await browser.SendFormAsync(page, page + "?handler=Narrow", ("From", "2026-10"), ("Until", _world.Used.Until.AddDays(-1).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)));

        var consent = await _site.InDatabaseAsync(db => db.Consents.SingleAsync(one => one.Id == _world.Consent.Id));
        Assert.Equal(("2026-10", _world.Used.Until.AddDays(-1)), (consent.From.ToString(), consent.Until!.Value));
        Assert.Contains("Loonfiches vanaf oktober 2026", await browser.ReadAsync("/citizen"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Withdraw_WithAnOfficeThatWasLetIn_SaysSoAndOffersToPutItOut()
    {
        await _site.InDatabaseAsync(db =>
        {
            db.LetInOffices.Add(new LetInOffice { Id = Guid.NewGuid(), ConsentId = _world.Consent.Id, WebId = "https://office.test/card#me", Name = "Loonkantoor Voorbeeld", LetInAt = World.Then });
            return db.SaveChangesAsync();
        });
        var browser = await _site.BrowserAsync(World.Citizen(World.BeaInsz));
        var page = $"/citizen/withdraw/{_world.Consent.Id}";
        var before = await browser.ReadAsync(page);
        Assert.Contains($"Loonkantoor Voorbeeld mag loonfiches in uw kluis zetten, sinds {Dates.Words(World.Then)}. Lezen kan Loonkantoor Voorbeeld niet.", before, StringComparison.Ordinal);
        Assert.DoesNotContain("id=\"OfficeToo\"", before, StringComparison.Ordinal);

        await browser.SendFormAsync(page, page);
        Assert.Contains("id=\"OfficeToo\"", await browser.ReadAsync(page), StringComparison.Ordinal);

        await _site.InDatabaseAsync(db => db.LetInOffices.ExecuteUpdateAsync(set => set.SetProperty(office => office.PutOutAt, World.Then)));
        Assert.DoesNotContain("Loonkantoor Voorbeeld", await browser.ReadAsync(page), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Look_ByStaff_IsShownToTheCitizenWithReason()
    {
        var worker = await _site.BrowserAsync(World.WorkerOfGent);
        await worker.ReadAsync($"/socialworker/dossier/{_world.Bea.Id}");
        await worker.ReadAsync($"/socialworker/check/{_world.Current.Id}");
        await (await _site.BrowserAsync(World.OtherWorkerOfGent)).ReadAsync($"/socialworker/check/{_world.Current.Id}");
        await (await _site.BrowserAsync(World.WorkerOfAalst)).GetAsync($"/socialworker/check/{_world.Current.Id}");

        var text = await (await _site.BrowserAsync(World.Citizen(World.BeaInsz))).ReadAsync("/citizen");

        Assert.Contains("Wim Werker bekeek uw dossier. Waarom: om uw dossier bij te houden.", text, StringComparison.Ordinal);
        Assert.Contains("Wim Werker bekeek de berekening van oktober 2026 met uw loonfiches. Waarom: er was nieuws over die maand.", text, StringComparison.Ordinal);
        Assert.Contains("Wies Werker bekeek de berekening van oktober 2026 met uw loonfiches. Waarom: om de berekening na te kijken.", text, StringComparison.Ordinal);
        Assert.Equal(3, await _site.InDatabaseAsync(db => db.StaffViews.CountAsync()));
        Assert.DoesNotContain("Werker bekeek", await (await _site.BrowserAsync(World.Citizen(World.CarlInsz))).ReadAsync("/citizen"), StringComparison.Ordinal);
    }
}
