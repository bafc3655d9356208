using System.Net;
using Microsoft.EntityFrameworkCore;
using SolidLoonfiches.Dossiers;
using SolidLoonfiches.Leefloon;
using SolidLoonfiches.Loonfiches;

namespace SolidLoonfiches.Service.Tests.Pages;

public sealed class SocialWorkerTests : IAsyncLifetime
{
    private readonly Site _site = new();
    private World _world = null!;
    private HttpClient _browser = null!;

    public async ValueTask InitializeAsync()
    {
        _world = await World.MakeAsync(_site);
        _browser = await _site.BrowserAsync(World.WorkerOfGent);
    }

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Fact]
    public async Task Inbox_NewestFirst_ShowsMineAndForgetsNewOnceSeen()
    {
        var text = await _browser.ReadAsync("/socialworker");
        Assert.Contains("2 berichten zijn nog niet gezien", text, StringComparison.Ordinal);
        Assert.True(text.IndexOf(_world.Current.Id.ToString(), StringComparison.Ordinal) < text.IndexOf(_world.Replaced.Id.ToString(), StringComparison.Ordinal));
        Assert.Contains("503,51", text, StringComparison.Ordinal);

        await _browser.ReadAsync($"/socialworker/check/{_world.Current.Id}");
        Assert.Contains("1 bericht is nog niet gezien", await _browser.ReadAsync("/socialworker"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Inbox_OfAColleague_ShowsMineOnlyUnderAllDossiers()
    {
        var colleague = await _site.BrowserAsync(World.OtherWorkerOfGent);
        Assert.Contains("Er zijn geen berichten", await colleague.ReadAsync("/socialworker"), StringComparison.Ordinal);
        Assert.Contains("Burgerzoon", await colleague.ReadAsync("/socialworker?all=true"), StringComparison.Ordinal);

        await colleague.ReadAsync($"/socialworker/check/{_world.Current.Id}");
        Assert.Contains("2 berichten zijn nog niet gezien", await _browser.ReadAsync("/socialworker"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Letter_LinkedFromTheCheck_IsWrittenInTheLanguageChosen()
    {
        Assert.Contains($"/socialworker/letter/{_world.Current.Id}/fr", await _browser.ReadAsync($"/socialworker/check/{_world.Current.Id}"), StringComparison.Ordinal);
        var text = WebUtility.HtmlDecode(await _browser.ReadAsync($"/socialworker/letter/{_world.Current.Id}/fr"));
        Assert.Contains("lang=\"fr\"", text, StringComparison.Ordinal);
        Assert.Contains("Votre revenu d'intégration pour octobre 2026", text, StringComparison.Ordinal);
        Assert.Contains($"/socialworker/letter/{_world.Current.Id}/nl", text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await _browser.GetAsync($"/socialworker/letter/{_world.Current.Id}/de")).StatusCode);
    }

    [Fact]
    public async Task Dossiers_SearchByInsz_GoesToTheDossierByItsId()
    {
        var answer = await _browser.SendFormAsync("/socialworker/dossiers", "/socialworker/dossiers?handler=Search", ("SearchInsz", World.BeaInsz.Value));
        Assert.Equal($"/socialworker/dossier/{_world.Bea.Id}", answer.Headers.Location!.OriginalString);
    }

    [Theory]
    [InlineData("123", "Dit is geen rijksregisternummer")]
    [InlineData(null, "heeft geen dossier van deze persoon")]
    public async Task Dossiers_SearchInVain_SaysSoAtTheField(string? typed, string sentence)
    {
        var answer = await _browser.SendFormAsync("/socialworker/dossiers", "/socialworker/dossiers?handler=Search", ("SearchInsz", typed ?? World.DirkInsz.Value));
        var html = await answer.HtmlAsync();
        Assert.Contains($"href=\"#SearchInsz\"", html, StringComparison.Ordinal);
        Assert.Contains("id=\"SearchInsz-error\"", html, StringComparison.Ordinal);
        Assert.Contains(sentence, html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Dossiers_Open_MakesADossierOfMyOcmw()
    {
        var answer = await _browser.SendFormAsync("/socialworker/dossiers", "/socialworker/dossiers?handler=Open", ("Insz", World.DirkInsz.Value), ("Name", "Daems, Dirk"));
        var made = await _site.InDatabaseAsync(db => db.Dossiers.SingleAsync(dossier => dossier.OcmwKbo == World.Gent && dossier.Insz == World.DirkInsz));
        Assert.Equal($"/socialworker/dossier/{made.Id}", answer.Headers.Location!.OriginalString);
        Assert.Contains($"Dossier {made.Number} is geopend", await _browser.ReadAsync($"/socialworker/dossier/{made.Id}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Facts_EachForm_RecordsItsFact()
    {
        var expected = new (string Page, Fact Fact, (string, string)[] Fields)[]
        {
            ("category", new CategoryFact(Categorie.Alleenstaand), [("Category", "2")]),
            ("right", new RightFact(new(2026, 12, 31)), [("To", "31/12/2026")]),
            ("employment", new EmploymentFact(KboNumber.Parse("0123456749"), "Bakkerij", null), [("Employer", "0123.456.749"), ("Name", "Bakkerij")]),
            ("review", new ReviewFact(), []),
            ("nowage", new NoWageFact(KboNumber.Parse("0123456749"), "Bakkerij", true), [("Employer", "0123.456.749"), ("Name", "Bakkerij"), ("Answer", "none")]),
            ("nowage", new NoWageFact(null, null, false), [("Answer", "back")]),
            ("othermeans", new OtherMeansFact("onderhoudsgeld", Bestaansmiddelsoort.Ander, Euro.Of(1234.56m)), [("Name", "onderhoudsgeld"), ("Kind", "0"), ("PerYear", "1.234,56")]),
            ("cohabitant", new CohabitantFact("moeder", Relatie.Ouder, Euro.Of(18000m), true, Euro.Zero, false, true), [("Person", "moeder"), ("Relation", "1"), ("ResourcesPerYear", "18000"), ("Counted", "true"), ("FamilyBenefitsForApplicantPerYear", "0")]),
        };
        foreach (var (page, fact, fields) in expected)
        {
            var answer = await _browser.SendFormAsync($"/socialworker/facts/{page}/{_world.An.Id}", null, [("From", "2026-10-01"), ("Evidence", "attest"), .. fields]);
            Assert.True(answer.StatusCode == HttpStatusCode.Redirect, page + await answer.HtmlAsync());
            var entry = await _site.InDatabaseAsync(async db => (await db.Facts.ToListAsync()).Single(one => one.Value.Subject == fact.Subject));
            Assert.Equal(fact, entry.Value);
            Assert.Equal((new DateOnly(2026, 10, 1), "attest", "worker-gent"), (entry.From, entry.Evidence, entry.RecordedBy));
        }

        var text = await _browser.ReadAsync($"/socialworker/dossier/{_world.An.Id}");
        Assert.Contains("</strong>: 2 (alleenstaand)", text, StringComparison.Ordinal);
        Assert.Contains("onderhoudsgeld: 1.234,56 euro per jaar", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Facts_Exemption_ReadsThePeriodsUsedBefore()
    {
        await _browser.SendFormAsync($"/socialworker/facts/exemption/{_world.An.Id}", null, ("From", "2026-10-01"), ("Evidence", "attest"), ("Kind", "1"), ("FirstGranted", "2025-01-10"), ("UsedBefore", "10/1/2025 tot 28/2/2025\r\n2025-05-01 tot 2025-05-31"));
        var exemption = Assert.IsType<ExemptionFact>((await _site.InDatabaseAsync(db => db.Facts.SingleAsync())).Value);
        Assert.Equal([new Periode(new(2025, 1, 10), new(2025, 2, 28)), new Periode(new(2025, 5, 1), new(2025, 5, 31))], exemption.UsedBefore);
    }

    [Theory]
    [InlineData("category", "From", "2026-02-30", "Deze datum bestaat niet")]
    [InlineData("category", "From", "", "Vul in vanaf welke dag")]
    [InlineData("category", "Category", "9", "Kies categorie 1, 2 of 3")]
    [InlineData("category", "Evidence", " ", "Schrijf op wat u gezien hebt")]
    [InlineData("right", "To", "2026-09-01", "Kijk de einddatum na")]
    [InlineData("othermeans", "PerYear", "12,345", "Dit is geen bedrag")]
    [InlineData("othermeans", "PerYear", "-5", "kan niet onder nul liggen")]
    [InlineData("employment", "Employer", "123", "Dit is geen ondernemingsnummer")]
    [InlineData("nowage", "Answer", "", "Kies wat u weet")]
    [InlineData("nowage", "From", "2026-10-02", "Kies de eerste dag van de maand")]
    [InlineData("exemption", "UsedBefore", "zomer 2025", "Deze periode is niet te lezen")]
    [InlineData("exemption", "FirstGranted", "", "voor het eerst is toegekend")]
    public async Task Facts_WhatCannotBe_IsSaidAtItsFieldAndKeepsWhatWasTyped(string page, string field, string typed, string sentence)
    {
        var fields = new Dictionary<string, string>
        {
            ["From"] = "2026-10-01",
            ["Evidence"] = "mijn attest",
            ["Category"] = "1",
            ["To"] = "2026-12-31",
            ["Name"] = "naam",
            ["Kind"] = page == "exemption" ? "1" : "0",
            ["PerYear"] = "0",
            ["Employer"] = "0123456749",
            ["FirstGranted"] = "2025-01-01",
            ["UsedBefore"] = "",
            ["Answer"] = "none",
        };
        fields[field] = typed;
        var answer = await _browser.SendFormAsync($"/socialworker/facts/{page}/{_world.An.Id}", null, [.. fields.Select(pair => (pair.Key, pair.Value))]);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var html = await answer.HtmlAsync();
        Assert.Contains($"id=\"{field}-error\"", html, StringComparison.Ordinal);
        Assert.Contains($"<a href=\"#{field}\">", html, StringComparison.Ordinal);
        Assert.Contains($"id=\"{field}\"", html, StringComparison.Ordinal);
        Assert.Contains(sentence, html, StringComparison.Ordinal);
        Assert.Contains(field == "Evidence" ? "2026-10-01" : "mijn attest", html, StringComparison.Ordinal);
        Assert.Equal(0, await _site.InDatabaseAsync(db => db.Facts.CountAsync()));
    }

    [Fact]
    public async Task Check_Page_ShowsSlipsStepsArticlesAndWhatItReplaces()
    {
        var text = await _browser.ReadAsync($"/socialworker/check/{_world.Current.Id}");
        foreach (var part in (string[])["Bakkerij Peeters", "1.000,00 euro", "Ecocheques", "art. 35 §1 KB 11-07-2002", "9.978,2412 euro per jaar", "Bron: loonfiche van Bakkerij Peeters", "700,00 euro", "503,51 euro", "Er is een nieuwe loonfiche", "Dit document is niet te lezen: regel 3", "u beslist", $"/socialworker/check/{_world.Replaced.Id}"])
        {
            Assert.Contains(part, text, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("check")]
    [InlineData("dossier")]
    public async Task CheckAndDossier_MonthThatHadAnotherAmount_ShowOldNewDifferenceTotalAndGrounds(string page)
    {
        var text = await _browser.ReadAsync(page == "check" ? $"/socialworker/check/{_world.Current.Id}" : $"/socialworker/dossier/{_world.Bea.Id}");
        foreach (var part in (string[])["id=\"recalculation\"", "data-month=\"2026-10\"", "-196,49", "mogelijke terugvordering: een loonfiche kwam later", "196,49 euro misschien terug te vorderen", "art. 22 §1 RMI-wet", "art. 24 §1 RMI-wet", "mensen beslissen", "billijkheid"])
        {
            Assert.Contains(part, text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Dossier_RecalculationThatWasAnswered_IsShownNoMore()
    {
        var page = $"/socialworker/check/{_world.Current.Id}";
        await _browser.SendFormAsync(page, page + "?handler=Propose");
        Assert.DoesNotContain("id=\"recalculation\"", await _browser.ReadAsync($"/socialworker/dossier/{_world.Bea.Id}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_Replaced_SaysSoAndHasNoForms()
    {
        var text = await _browser.ReadAsync($"/socialworker/check/{_world.Replaced.Id}");
        Assert.Contains("Deze controle is vervangen", text, StringComparison.Ordinal);
        Assert.Contains($"/socialworker/check/{_world.Current.Id}", text, StringComparison.Ordinal);
        Assert.DoesNotContain("id=\"propose\"", text, StringComparison.Ordinal);
        Assert.DoesNotContain("id=\"set-aside\"", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_Propose_IsKeptOnceWithWhoDidIt()
    {
        var page = $"/socialworker/check/{_world.Current.Id}";
        await _browser.SendFormAsync(page, page + "?handler=Propose");
        var proposal = await _site.InDatabaseAsync(db => db.Proposals.SingleAsync(proposal => proposal.CheckId == _world.Current.Id));
        Assert.Equal((ProposalKind.Proposed, "worker-gent", _world.Current.Id), (proposal.Kind, proposal.By, proposal.CheckId));
        Assert.Contains("Voorgesteld door Wim Werker", await _browser.ReadAsync(page), StringComparison.Ordinal);

        await _browser.SendFormAsync(page, page + "?handler=SetAside", ("Reason", "toch niet"));
        Assert.Contains("had al een antwoord", await _browser.ReadAsync(page), StringComparison.Ordinal);
        Assert.Equal(1, await _site.InDatabaseAsync(db => db.Proposals.CountAsync(proposal => proposal.CheckId == _world.Current.Id)));
    }

    [Fact]
    public async Task Check_Adjust_NeedsAnAmountAndAReasonAndPrintsIt()
    {
        var page = $"/socialworker/check/{_world.Current.Id}";
        var html = await (await _browser.SendFormAsync(page, page + "?handler=Adjust", ("Amount", "veel"), ("Why", " "))).HtmlAsync();
        Assert.Contains("id=\"Amount-error\"", html, StringComparison.Ordinal);
        Assert.Contains("id=\"Why-error\"", html, StringComparison.Ordinal);
        Assert.Contains("id=\"Amount-error\"", await (await _browser.SendFormAsync(page, page + "?handler=Adjust", ("Amount", "999999"), ("Why", "x"))).HtmlAsync(), StringComparison.Ordinal);
        Assert.Equal(1, await _site.InDatabaseAsync(db => db.Proposals.CountAsync()));
    }

    [Fact]
    public async Task Work_ACheckAndADecision_WaitOnOneLineEach()
    {
        var mine = await _browser.ReadAsync("/socialworker/work");
        Assert.Contains("1 dossier wacht", mine, StringComparison.Ordinal);
        Assert.Contains("Burgerzoon", mine, StringComparison.Ordinal);
        Assert.Contains("Kijk na en antwoord", mine, StringComparison.Ordinal);
        var all = await _browser.ReadAsync("/socialworker/work?all=true&show=Decision");
        Assert.Contains("Claes", all, StringComparison.Ordinal);
        Assert.Contains("Leg de beslissing vast, ten laatste op 5 december 2026", all, StringComparison.Ordinal);
        Assert.DoesNotContain("Burgerzoon", all, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Decision_FromDecidedToPayment_ShowsEachStepAndThePaymentLine()
    {
        var page = $"/socialworker/decision/{_world.Proposed.Id}";
        var refused = await (await _browser.SendFormAsync(page, page + "?handler=Decide", ("On", ""), ("DecidedBy", ""), ("Number", ""), ("Amount", ""))).HtmlAsync();
        foreach (var field in (string[])["On", "DecidedBy", "Amount"])
        {
            Assert.Contains($"id=\"{field}-error\"", refused, StringComparison.Ordinal);
        }

        await _browser.SendFormAsync(page, page + "?handler=Decide", ("On", "2026-11-20"), ("DecidedBy", "0"), ("Number", "2026/41"), ("Amount", "600,00"));
        await _browser.SendFormAsync(page, page + "?handler=Notice", ("On", "2026-11-21"), ("Text", "aangetekende brief"));
        var text = await _browser.ReadAsync(page);
        Assert.Contains("nummer 2026/41", text, StringComparison.Ordinal);
        Assert.Contains("De betaallijn staat klaar", text, StringComparison.Ordinal);
        Assert.Contains("600,00 euro", text, StringComparison.Ordinal);
        await _browser.SendFormAsync(page, page + "?handler=Notice", ("On", "2026-11-22"));
        Assert.Contains("Niets meer te doen", await _browser.ReadAsync(page), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Terms_AreKeptOrRefused()
    {
        var administrator = await _site.BrowserAsync(World.AdministratorOfGent);
        Task<HttpResponseMessage> Save(string days) => administrator.SendFormAsync("/socialworker/terms", "/socialworker/terms", ("FourEyes", "true"), ("DecideWithinDays", days), ("NotifyWithinDays", "7"), ("PayWithinDays", "14"));
        Assert.Contains("id=\"DecideWithinDays-error\"", await (await Save("0")).HtmlAsync(), StringComparison.Ordinal);
        await Save("25");
        Assert.Equal(new DecisionTerms(true, 25, 7, 14), (await _site.InDatabaseAsync(db => db.Ocmws.SingleAsync(ocmw => ocmw.Kbo == World.Gent))).Terms);
        Assert.Contains("Tweede handtekening", await _browser.ReadAsync($"/socialworker/decision/{_world.Proposed.Id}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_SetAside_NeedsAReason()
    {
        var page = $"/socialworker/check/{_world.Current.Id}";
        Assert.Contains("id=\"Reason-error\"", await (await _browser.SendFormAsync(page, page + "?handler=SetAside", ("Reason", " "))).HtmlAsync(), StringComparison.Ordinal);
        await _browser.SendFormAsync(page, page + "?handler=SetAside", ("Reason", "verkeerde werkgever"));
        Assert.Contains("Reden: verkeerde werkgever", await _browser.ReadAsync(page), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_ProposeReplaced_GoesToTheOneThatStands()
    {
        var answer = await _browser.SendFormAsync($"/socialworker/check/{_world.Current.Id}", $"/socialworker/check/{_world.Replaced.Id}?handler=Propose");
        Assert.Equal($"/socialworker/check/{_world.Current.Id}", answer.Headers.Location!.OriginalString);
        Assert.Equal(0, await _site.InDatabaseAsync(db => db.Proposals.CountAsync(proposal => proposal.Id != _world.Proposed.Id)));
    }

    [Fact]
    public async Task Settings_DayAndHour_BecomeACron()
    {
        var administrator = await _site.BrowserAsync(World.AdministratorOfGent);
        await administrator.SendFormAsync("/socialworker/settings", "/socialworker/settings?handler=Monthly", ("Day", "7"), ("Hour", "4"));
        Assert.Equal("0 0 4 7 * ?", await _site.InDatabaseAsync(db => db.Ocmws.Where(ocmw => ocmw.Kbo == World.Gent).Select(ocmw => ocmw.CheckCron).SingleAsync()));
        var text = await administrator.ReadAsync("/socialworker/settings");
        Assert.Contains("value=\"7\"", text, StringComparison.Ordinal);
        Assert.Contains("om 4.00 uur", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Settings_Signatures_AreTheSafeOnesUntilSomebodyChooses()
    {
        var administrator = await _site.BrowserAsync(World.AdministratorOfGent);
        var before = await administrator.ReadAsync("/socialworker/settings");
        Assert.Equal(2, before.Split("value=\"KeepOut\" selected").Length - 1);
        await administrator.SendFormAsync("/socialworker/settings", "/socialworker/settings?handler=Signatures", ("Unsigned", "KeepOut"), ("Altered", "UseAndTell"), ("UnknownSigner", "KeepOut"), ("KeyWithdrawn", "UseAndTell"));

        Assert.Equal(
            new SignaturePolicy(SignatureUse.KeepOut, SignatureUse.UseAndTell, SignatureUse.KeepOut, SignatureUse.UseAndTell),
            await _site.InDatabaseAsync(db => db.Ocmws.Where(ocmw => ocmw.Kbo == World.Gent).Select(ocmw => ocmw.Signatures).SingleAsync()));
        Assert.Null(await _site.InDatabaseAsync(db => db.Ocmws.Where(ocmw => ocmw.Kbo == World.Aalst).Select(ocmw => ocmw.Signatures).SingleAsync()));
    }

    [Theory]
    [InlineData("Altered", "Use")]
    [InlineData("UnknownSigner", "Use")]
    [InlineData("KeyWithdrawn", "Use")]
    [InlineData("Unsigned", "")]
    [InlineData("Unsigned", "Misschien")]
    public async Task Settings_WhatMayNotBeChosenOfSignatures_IsRefusedAtItsField(string field, string typed)
    {
        var administrator = await _site.BrowserAsync(World.AdministratorOfGent);
        var fields = new Dictionary<string, string> { ["Unsigned"] = "Use", ["Altered"] = "KeepOut", ["UnknownSigner"] = "KeepOut", ["KeyWithdrawn"] = "KeepOut", [field] = typed };
        var answer = await administrator.SendFormAsync("/socialworker/settings", "/socialworker/settings?handler=Signatures", [.. fields.Select(pair => (pair.Key, pair.Value))]);

        Assert.Contains($"id=\"{field}-error\"", await answer.HtmlAsync(), StringComparison.Ordinal);
        Assert.Null(await _site.InDatabaseAsync(db => db.Ocmws.Where(ocmw => ocmw.Kbo == World.Gent).Select(ocmw => ocmw.Signatures).SingleAsync()));
    }

    [Fact]
    public async Task Check_SlipWithAState_ShowsWhoWroteIt()
    {
        await _site.InDatabaseAsync(async db =>
        {
            (await db.Slips.SingleAsync(slip => slip.Sha256 == "oktober")).Signature = new SeenSignature("keyWithdrawn", "https://kantoor.example/card#me", "sleutel-1", "De sleutel is ingetrokken.", World.Then);
            return await db.SaveChangesAsync();
        });
        var text = await _browser.ReadAsync($"/socialworker/check/{_world.Current.Id}");

        Assert.Contains("data-code=\"keyWithdrawn\"", text, StringComparison.Ordinal);
        Assert.Contains("Sleutel ingetrokken", text, StringComparison.Ordinal);
        Assert.Contains("https://kantoor.example/card#me", text, StringComparison.Ordinal);
        Assert.Contains("sleutel-1", text, StringComparison.Ordinal);
        Assert.Contains("nagekeken op 5 november 2026", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Settings_Threshold_IsKept()
    {
        var administrator = await _site.BrowserAsync(World.AdministratorOfGent);
        await administrator.SendFormAsync("/socialworker/settings", "/socialworker/settings?handler=TellFrom", ("TellFrom", "4,50"));
        Assert.Equal(Euro.Of(4.5m), await _site.InDatabaseAsync(db => db.Ocmws.Where(ocmw => ocmw.Kbo == World.Gent).Select(ocmw => ocmw.TellFrom).SingleAsync()));
        Assert.Contains("value=\"4,50\"", await administrator.ReadAsync("/socialworker/settings"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("TellFrom", "TellFrom", "-1")]
    [InlineData("TellFrom", "TellFrom", "25,01")]
    [InlineData("TellFrom", "TellFrom", "")]
    [InlineData("Monthly", "Day", "31")]
    [InlineData("Monthly", "Hour", "24")]
    [InlineData("Cron", "Cron", "elke dag")]
    public async Task Settings_WhatCannotBe_IsSaidAtItsField(string handler, string field, string typed)
    {
        var administrator = await _site.BrowserAsync(World.AdministratorOfGent);
        var fields = new Dictionary<string, string> { ["Day"] = "5", ["Hour"] = "6", [field] = typed };
        var answer = await administrator.SendFormAsync("/socialworker/settings", "/socialworker/settings?handler=" + handler, [.. fields.Select(pair => (pair.Key, pair.Value))]);
        Assert.Contains($"id=\"{field}-error\"", await answer.HtmlAsync(), StringComparison.Ordinal);
        Assert.Equal("0 0 6 5 * ?", await _site.InDatabaseAsync(db => db.Ocmws.Where(ocmw => ocmw.Kbo == World.Gent).Select(ocmw => ocmw.CheckCron).SingleAsync()));
    }

    [Fact]
    public async Task Choices_Recorded_AreShownFromTheirMonth()
    {
        var administrator = await _site.BrowserAsync(World.AdministratorOfGent);
        Assert.Contains("/socialworker/choices", await administrator.ReadAsync("/socialworker/settings"), StringComparison.Ordinal);
        Assert.Contains("Ten vroegste november 2026", await administrator.ReadAsync("/socialworker/choices"), StringComparison.Ordinal);
        Assert.Contains("id=\"policy-none\"", await administrator.ReadAsync("/socialworker/choices"), StringComparison.Ordinal);

        await administrator.SendFormAsync("/socialworker/choices", "/socialworker/choices", Choices(("From", "2026-11"), ("WageMonth", "1"), ("Premiums", "2"), ("KindEcoCheque", "2")));

        var stored = await _site.InDatabaseAsync(db => db.Policies.SingleAsync());
        Assert.Equal((World.Gent, new Maand(2026, 11), Loonmaand.MaandErvoor, Premietelling.OverTwaalfMaanden, LoonDeelmaand.Extrapoleren, Dagbasis.Kalender, "besluit van 1 december"),
            (stored.OcmwKbo, stored.From, stored.Policy.Loonmaand, stored.Policy.Premies, stored.Policy.Deelmaand, stored.Policy.Dagbasis, stored.Reason));
        Assert.Equal(new Dictionary<ComponentKind, bool> { [ComponentKind.EcoCheque] = false }, stored.Policy.Componenten);
        var text = await administrator.ReadAsync("/socialworker/choices");
        foreach (var part in (string[])["Vanaf november 2026", "Loon: het loon van de maand ervoor", "twaalf maanden lang", "Ecocheque: telt niet mee", "besluit van 1 december"])
        {
            Assert.Contains(part, text, StringComparison.Ordinal);
        }

        Assert.DoesNotContain("Vanaf november 2026", await (await _site.BrowserAsync([.. World.AdministratorOfGent.Select(claim => (claim.Item1, claim.Item2.Replace(World.Gent, World.Aalst, StringComparison.Ordinal)))])).ReadAsync("/socialworker/choices"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("From", "december")]
    [InlineData("From", "2026-10")]
    [InlineData("WageMonth", "7")]
    [InlineData("KindBonus", "")]
    [InlineData("Reason", " ")]
    public async Task Choices_WhatCannotBe_IsSaidAtItsField(string field, string typed)
    {
        var administrator = await _site.BrowserAsync(World.AdministratorOfGent);
        var answer = await administrator.SendFormAsync("/socialworker/choices", "/socialworker/choices", Choices((field, typed)));
        Assert.Contains($"id=\"{field}-error\"", await answer.HtmlAsync(), StringComparison.Ordinal);
        Assert.Equal(0, await _site.InDatabaseAsync(db => db.Policies.CountAsync()));
    }

    private static (string, string)[] Choices(params (string Name, string Value)[] changed)
    {
        var fields = new Dictionary<string, string> { ["From"] = "2026-12", ["WageMonth"] = "0", ["Premiums"] = "0", ["PartMonth"] = "0", ["DayBasis"] = "0", ["Reason"] = "besluit van 1 december" };
        foreach (var kind in PolicyWords.Kinds)
        {
            fields["Kind" + kind] = "0";
        }

        foreach (var (name, value) in changed)
        {
            fields[name] = value;
        }

        return [.. fields.Select(pair => (pair.Key, pair.Value))];
    }

    [Fact]
    public async Task Search_ByPartOfAName_FindsThoseOfMyOcmwAlone()
    {
        var browser = await _site.BrowserAsync(World.WorkerOfGent);
        var found = await (await browser.SendFormAsync("/socialworker/dossiers", "/socialworker/dossiers?handler=Search", ("SearchInsz", "burger"))).HtmlAsync();

        Assert.Contains("Burgerzoon, Bea", found, StringComparison.Ordinal);
        Assert.DoesNotContain("Aerts, An", found, StringComparison.Ordinal);
        Assert.Contains("geen dossier met die naam", await (await browser.SendFormAsync("/socialworker/dossiers", "/socialworker/dossiers?handler=Search", ("SearchInsz", "%"))).HtmlAsync() + await (await browser.SendFormAsync("/socialworker/dossiers", "/socialworker/dossiers?handler=Search", ("SearchInsz", "a%e"))).HtmlAsync(), StringComparison.Ordinal);
        var elsewhere = await _site.BrowserAsync(World.WorkerOfAalst);
        Assert.DoesNotContain("Burgerzoon", await (await elsewhere.SendFormAsync("/socialworker/dossiers", "/socialworker/dossiers?handler=Search", ("SearchInsz", "burger"))).HtmlAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Dossiers_MoreThanAPage_AreCut()
    {
        await _site.InDatabaseAsync(async db =>
        {
            db.Dossiers.AddRange(Enumerable.Range(0, 60).Select(n => new Dossier { Id = Guid.NewGuid(), OcmwKbo = World.Gent, Number = $"2020-{n:D4}", Insz = SomePerson(n), Name = $"Blad, {n}", SocialWorkerId = "worker-gent", OpenedAt = World.Then, OpenedBy = "worker-gent" }));
            return await db.SaveChangesAsync();
        });
        var browser = await _site.BrowserAsync(World.WorkerOfGent);

        var one = await browser.ReadAsync("/socialworker/dossiers");
        Assert.Contains("Volgende bladzijde", one, StringComparison.Ordinal);
        Assert.Contains("2020-0059", one, StringComparison.Ordinal);
        Assert.DoesNotContain("2020-0000", one, StringComparison.Ordinal);
        Assert.Contains("2020-0000", await browser.ReadAsync("/socialworker/dossiers?page-number=2"), StringComparison.Ordinal);

        static Insz SomePerson(int n) => Insz.Parse(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{700101001 + n:D9}{97 - ((700101001 + n) % 97):D2}"));
    }

    [Fact]
    public async Task Status_SuspendedAndTransferred_ShowsOnTheDossier()
    {
        var browser = await _site.BrowserAsync(World.WorkerOfGent);
        await browser.SendFormAsync($"/socialworker/facts/status/{_world.An.Id}", null, ("Status", "1"), ("From", "2026-11-01"), ("Evidence", "verblijf in het buitenland"));
        var transferred = await browser.SendFormAsync($"/socialworker/transfer/{_world.An.Id}", null, ("To", "worker-gent-2"), ("Reason", "Wim is op verlof"));

        Assert.Equal(HttpStatusCode.Redirect, transferred.StatusCode);
        var page = await browser.ReadAsync($"/socialworker/dossier/{_world.An.Id}");
        Assert.Contains("opgeschort", page, StringComparison.Ordinal);
        Assert.Contains("verblijf in het buitenland", page, StringComparison.Ordinal);
        Assert.Contains("Wies Werker heeft het dossier", page, StringComparison.Ordinal);
        var late = await browser.SendFormAsync($"/socialworker/facts/category/{_world.An.Id}", null, ("Category", "2"), ("From", "2026-10-01"), ("Evidence", "attest"));
        Assert.Contains("pas berekend als u het opnieuw opent", await browser.ReadAsync(late.Headers.Location!.ToString()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Transfer_OffersThoseWhoWorkOnDossiersAlone()
    {
        await _site.InDatabaseAsync(db =>
        {
            db.Staff.AddRange(
                new StaffMember { Id = "software:1", OcmwKbo = World.Gent, Name = "Pakket (software)", WorksOnDossiers = false },
                new StaffMember { Id = "auditor-gent", OcmwKbo = World.Gent, Name = "Ada Auditor", WorksOnDossiers = false });
            return db.SaveChangesAsync();
        });
        var page = await (await _site.BrowserAsync(World.WorkerOfGent)).ReadAsync($"/socialworker/transfer/{_world.An.Id}");

        Assert.Contains("Wies Werker", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Pakket (software)", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Ada Auditor", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Alda Aalst", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Question_AndAnswer_ReachEachOtherAndNobodyElse()
    {
        var worker = await _site.BrowserAsync(World.WorkerOfGent);
        await worker.SendFormAsync($"/socialworker/ask/{_world.Current.Id}", null, ("Text", "Kreeg u nog ander loon?"));
        Assert.Contains("nog geen antwoord", await worker.ReadAsync($"/socialworker/check/{_world.Current.Id}"), StringComparison.Ordinal);

        var bea = await _site.BrowserAsync(World.Citizen(World.BeaInsz));
        Assert.Contains("Uw OCMW heeft een vraag voor u.", await bea.ReadAsync("/citizen"), StringComparison.Ordinal);
        var asked = await bea.ReadAsync("/citizen/asked");
        Assert.Contains("Kreeg u nog ander loon?", asked, StringComparison.Ordinal);
        Assert.Contains("Wim Werker", asked, StringComparison.Ordinal);
        Assert.Contains("Er zijn geen vragen voor u", await (await _site.BrowserAsync(World.Citizen(World.CarlInsz))).ReadAsync("/citizen/asked"), StringComparison.Ordinal);

        var id = await _site.InDatabaseAsync(db => Task.FromResult(db.CheckQuestions.Single().Id.ToString()));
        Assert.Contains("Schrijf uw antwoord", await (await bea.SendFormAsync("/citizen/asked", null, ("Id", id), ("Answer", " "))).HtmlAsync(), StringComparison.Ordinal);
        await bea.SendFormAsync("/citizen/asked", null, ("Id", id), ("Answer", "Neen, enkel dit."));

        Assert.DoesNotContain("heeft een vraag voor u", await bea.ReadAsync("/citizen"), StringComparison.Ordinal);
        Assert.Contains("Neen, enkel dit.", await worker.ReadAsync($"/socialworker/check/{_world.Current.Id}"), StringComparison.Ordinal);
        Assert.Contains("antwoord van de burger", await worker.ReadAsync("/socialworker"), StringComparison.Ordinal);
        Assert.Contains("antwoord van de burger", await worker.ReadAsync("/socialworker/work?show=Answer"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Terms_CourtTermNisAndRule_AreKeptAndPrinted()
    {
        var head = await _site.BrowserAsync(World.Of("head-gent", "Hilde Hoofd", World.Gent, "Diensthoofd"));
        await head.SendFormAsync("/socialworker/terms", null, ("DecideWithinDays", "30"), ("NotifyWithinDays", "8"), ("PayWithinDays", "15"), ("AcceptBelow", "20"), ("AppealCourt", "de arbeidsrechtbank Gent"), ("AppealMonths", "3"), ("Nis", "44021"));

        Assert.Contains("de arbeidsrechtbank Gent, binnen 3 maanden", await head.ReadAsync($"/socialworker/draft/{_world.Proposed.Id}"), StringComparison.Ordinal);
        Assert.Contains("minder dan 20,00 euro", await head.ReadAsync("/socialworker/bulk"), StringComparison.Ordinal);
        var file = await (await head.SendFormAsync("/socialworker/refund", null, ("Month", "2026-10"))).Content.ReadAsStringAsync();
        Assert.StartsWith("formulier;KBO;NIS;INSZ", file.TrimStart('\uFEFF'), StringComparison.Ordinal);
        foreach (var wrong in ((string, string)[])[("AcceptBelow", "101"), ("AcceptBelow", "-1"), ("AppealMonths", "0"), ("Nis", "4402")])
        {
            Assert.Contains("error-summary", await (await head.SendFormAsync("/socialworker/terms", null, ("DecideWithinDays", "30"), ("NotifyWithinDays", "8"), ("PayWithinDays", "15"), wrong)).HtmlAsync(), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("", "Hoe vaak", "nl")]
    [InlineData("/fr", "À quel rythme", "fr")]
    [InlineData("/en", "How often", "en")]
    public async Task Draft_InEachLanguage_HasThePartsOfTheLaw(string language, string words, string code)
    {
        var browser = await _site.BrowserAsync(World.WorkerOfGent);
        var page = await browser.ReadAsync($"/socialworker/draft/{_world.Proposed.Id}{language}");

        Assert.Contains(words, page, StringComparison.Ordinal);
        Assert.Contains($"id=\"draft\" lang=\"{code}\"", page, StringComparison.Ordinal);
        Assert.All(["bedrag", "periodiciteit", "feiten", "recht", "berekening", "beroep"], part => Assert.Contains($"id=\"part-{part}\"", page, StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"/socialworker/draft/{_world.Proposed.Id}/xx")).StatusCode);
    }

    [Fact]
    public async Task Draft_WithoutAChoice_IsInTheLanguageOfTheDossier()
    {
        var browser = await _site.BrowserAsync(World.WorkerOfGent);
        await browser.SendFormAsync($"/socialworker/facts/language/{_world.Carl.Id}", null, ("Language", "1"), ("From", "2026-11-01"), ("Evidence", "gesprek"));

        Assert.Contains("lang=\"fr\"", await browser.ReadAsync($"/socialworker/draft/{_world.Proposed.Id}"), StringComparison.Ordinal);
    }
}
