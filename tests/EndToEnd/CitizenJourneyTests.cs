using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SolidLoonfiches.Dossiers;
using SolidLoonfiches.PayrollOffice;
using SolidLoonfiches.Stand;
using SolidLoonfiches.Vault;

namespace SolidLoonfiches.EndToEnd.Tests;

/// <summary>
/// The product's main job, by clicking: consent, check, message, proposal, withdrawal, closed vault. Once with each of the
/// systems of rules that a vault may have, and once without scripts on our own pages.
/// </summary>
/// <remarks>
/// A rule that is left in place opens nothing once the consent's own identity is offline, after as long as a server remembers it:
/// that takes two minutes to see, and is measured in <c>tests/Vault</c> (<c>OwnIdentity_TakenOffline_RefusedWithinTwoMinutesThoughTheRuleStands</c>, with WAC and ACP).
/// </remarks>
[Collection(StandCollection.Name)]
public sealed partial class CitizenJourneyTests(StandFixture fixture)
{
    [Fact]
    public async Task Wac_FromTheQuestionToTheClosedVault_TheCitizenIsInCharge()
    {
        var noor = new Owner(Cast.Noor, fixture.Stand.Ports.VaultsUrl);
        await FromTheQuestionToTheClosedVaultAsync(noor, scripts: true);
        await GiveAgainWithTheKeyboardAsync();
        await LetItExpireAsync(noor);
    }

    [Fact]
    public async Task Acp_FromTheQuestionToTheClosedVault_WithoutScripts_TheCitizenIsInCharge()
    {
        var amina = new Owner(Cast.Amina, fixture.AcpVaults);
        await amina.MoveInAsync(fixture);
        await GetItWrongFirstAsync(amina);
        await FromTheQuestionToTheClosedVaultAsync(amina, scripts: false);
        await TakeTheRuleAwayAtTheVaultAsync(amina);
    }

    /// <summary>Somebody else's question is as one that never was, whoever asks.</summary>
    [Fact]
    public async Task Question_OfSomebodyElse_IsNotThere()
    {
        var asked = await RequestAsync((await fixture.DossierAsync(Cast.Noor)).Id);
        await using var lien = await fixture.VisitAsync();
        await lien.SignInAsync(Cast.Lien);
        foreach (var page in (string[])["request", "preview"])
        {
            Assert.Equal(404, await lien.GoAsync($"/citizen/{page}/{Guid.NewGuid()}"));
            var never = await lien.TextAsync("main");
            Assert.Equal(404, await lien.GoAsync($"/citizen/{page}/{asked.Id}"));
            Assert.Equal(never, await lien.TextAsync("main"));
        }

        await lien.GoAsync("/citizen");
        Assert.DoesNotContain(asked.Code, await lien.TextAsync("main"), StringComparison.Ordinal);
    }

    private async Task FromTheQuestionToTheClosedVaultAsync(Owner owner, bool scripts)
    {
        var dossier = await fixture.DossierAsync(owner.Citizen);
        await using var noor = await fixture.VisitAsync(scripts);
        await noor.SignInAsync(owner.Citizen);
        await noor.LookAsync("citizen-asked");

        // The letter and her screen have the same code; no link led her here.
        var code = await noor.TextAsync("#asked-code");
        await PrintTheLetterAsync(dossier, code);

        // She reads what is asked, in three languages.
        await noor.Page.ClickAsync("#give-consent");
        await noor.LookAsync("citizen-request");
        Assert.Contains(Cast.GentName, await noor.TextAsync("#consent-text"), StringComparison.Ordinal);
        Assert.Contains(code, await noor.TextAsync("#request-code"), StringComparison.Ordinal);
        foreach (var language in (string[])["fr", "en"])
        {
            await noor.Page.ClickAsync($"#languages a[lang={language}]");
            await noor.LookAsync("citizen-request-" + language);
        }

        // No is one click, and she may change her mind.
        await noor.Page.ClickAsync("#refuse");
        await noor.Page.WaitForSelectorAsync("#request-refused");
        await noor.LookAsync("citizen-refused");
        Assert.Empty(await ConsentsAsync(dossier.Id));

        // Before she says yes she sees in her own vault what would be read. Nothing of it is kept, and the service cannot read yet.
        await GoToVaultAsync(noor, owner);
        await noor.LookAsync("citizen-preview");
        if (!scripts)
        {
            await CloseTheBrowserHalfWayAsync(noor, owner);
        }

        await noor.OpenAllAsync("#preview");
        await noor.LookAsync("citizen-preview-open");
        var months = Payslips.Of(fixture.Stand.Data.State.LastMonth);
        Assert.Equal(months.Count, await noor.Page.Locator("#preview-slips > .card").CountAsync());
        Assert.Contains(Jobs.Shop.EmployerName, await noor.TextAsync("#preview-slips"), StringComparison.Ordinal);
        Assert.Equal(months.Count, await noor.Page.Locator("[id^=preview-2]").CountAsync());
        Assert.Empty(await ConsentsAsync(dossier.Id));
        Assert.Equal(0, await fixture.InDatabaseAsync(db => db.Slips.CountAsync(slip => slip.DossierId == dossier.Id)));
        Assert.IsType<VaultAnswer<VaultListing>.NoGrant>(await fixture.Stand.Records.Get<SolidVault>().ListAsync(owner.Container, fixture.Stand.Records.Get<ServiceIdentity>().For(null), CancellationToken.None));

        // Less: one month later. More than was asked cannot be.
        await noor.Page.SelectOptionAsync("#From", months[1].ToString());
        await noor.Page.FillAsync("#Until", "2099-12-31");
        await noor.Page.ClickAsync("#agree");
        await noor.LookAsync("citizen-preview-refused");
        Assert.Contains("langer vroeg uw OCMW niet", await noor.TextAsync("#error-summary"), StringComparison.Ordinal);
        await noor.Page.FillAsync("#Until", (await RequestAsync(dossier.Id)).Until.AddDays(-1).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        await noor.Page.ClickAsync("#look-again");
        Assert.Equal(months.Count - 1, await noor.Page.Locator("#preview-slips > .card").CountAsync());
        await noor.Page.SelectOptionAsync("#From", months[0].ToString());
        await noor.Page.SelectOptionAsync("#Office", new Microsoft.Playwright.SelectOptionValue { Label = Cast.PayrollOfficeName });
        await noor.Page.CheckAsync("#KeepReceipt");
        await noor.Page.ClickAsync("#agree");
        await noor.Page.WaitForSelectorAsync("#consent-given");
        if (owner.PutsOfficeOut)
        {
            await TheOfficeAddsAndSeesNothingAsync(owner);
        }

        await noor.LookAsync("citizen-consent-given");
        await noor.GoAsync("/citizen");
        await noor.Page.WaitForSelectorAsync("#state-active");
        var consent = Assert.Single(await ConsentsAsync(dossier.Id));
        Assert.True(consent.IsActive);
        Assert.Equal(owner.Container.AbsoluteUri, consent.Container);
        Assert.Equal((RequestEnding.Given, consent.Id), ((await RequestAsync(dossier.Id)).Ending!.Value, (await RequestAsync(dossier.Id)).ConsentId!.Value));

        await ReceiptIsInHerVaultAsync(owner, consent);
        await CheckFindsAndTellsAsync(owner.Citizen, dossier);
        var (proposed, setAside) = await SocialWorkerAnswersAsync(dossier);
        await DisputeALineAsync(noor, dossier, scripts);

        // She sees what was read, what came out and what was done with it.
        await noor.GoAsync("/citizen");
        await noor.LookAsync("citizen-overview");
        await noor.Page.ClickAsync($"#what-if-{dossier.Number}");
        await noor.Page.WaitForSelectorAsync("#points");
        await noor.LookAsync("citizen-what-if");
        await noor.Page.FillAsync("#Hours", "10");
        await noor.Page.ClickAsync("#ask-hours");
        await noor.Page.WaitForSelectorAsync("#error-summary");
        await noor.Page.FillAsync("#PerHour", "12,50");
        await noor.Page.ClickAsync("#ask-hours");
        await noor.Page.WaitForSelectorAsync("#answer");
        await noor.LookAsync("citizen-what-if-answer");
        await noor.GoAsync("/citizen");
        var overview = await noor.TextAsync("main");
        Assert.Contains(Jobs.Shop.EmployerName, overview, StringComparison.Ordinal);
        Assert.Contains("stelde dit bedrag voor", await noor.TextAsync($"#month-{proposed.Month}"), StringComparison.Ordinal);
        Assert.Contains("Eerst het contract nakijken.", await noor.TextAsync($"#month-{setAside.Month}"), StringComparison.Ordinal);

        await WithdrawAndCloseAsync(noor, owner, consent);
        await TheRecordProvesTheOrderOfTimesAsync(consent.Id);
    }

    /// <summary>From the question to the preview: the address where the sign-in does not tell it, which vault where there are two, and the vault's own screens.</summary>
    private static async Task GoToVaultAsync(Visitor visitor, Owner owner)
    {
        if (!owner.IsKnown)
        {
            await visitor.Page.FillAsync("#VaultAddress", owner.WebId.AbsoluteUri);
            await visitor.Page.ClickAsync("#look");
            Assert.True(await visitor.Page.Locator("#Storage-error").IsVisibleAsync());
            await visitor.Page.SelectOptionAsync("#Storage", owner.Storage.AbsoluteUri);
        }

        await visitor.SignInAtVaultAsync(owner.Citizen.Vault, () => visitor.Page.ClickAsync("#look"));
        await visitor.Page.WaitForSelectorAsync("#preview");
    }

    /// <summary>Written in her own session: she can read it, and the service, whose one rule is for the payslips, cannot.</summary>
    private async Task ReceiptIsInHerVaultAsync(Owner owner, Consent consent)
    {
        var receipt = await fixture.InDatabaseAsync(db => db.ConsentReceipts.AsNoTracking().SingleAsync(one => one.SubjectId == consent.Id));
        var document = new Uri(owner.Storage, $"{StoreReceipt.Folder}ontvangstbewijs-{receipt.Number}.ttl");
        var vault = fixture.Stand.Records.Get<SolidVault>();
        await using var accounts = owner.Accounts(fixture);
        var own = await accounts.SignInAsync(owner.Citizen.Vault, CancellationToken.None);
        var found = Assert.IsType<VaultAnswer<VaultDocument>.Ok>(await vault.GetAsync(document, knownETag: null, own, CancellationToken.None)).Value;
        Assert.Contains(receipt.Number, System.Text.Encoding.UTF8.GetString(found.Body.Span), StringComparison.Ordinal);
        Assert.IsType<VaultAnswer<VaultDocument>.NoGrant>(await vault.GetAsync(document, knownETag: null, fixture.Stand.Records.Get<ServiceIdentity>().For(consent.IdentityKey), CancellationToken.None));
    }

    private async Task PrintTheLetterAsync(Dossier dossier, string code)
    {
        await using var karen = await fixture.VisitAsync(javaScript: false);
        await karen.SignInAsync(Cast.Karen);
        await karen.GoAsync($"/socialworker/dossier/{dossier.Id}");
        await karen.Page.ClickAsync("#request-letter");
        Assert.Contains(code, await karen.TextAsync("#letter"), StringComparison.Ordinal);
        Assert.Contains(code, await karen.TextAsync("#sms"), StringComparison.Ordinal);
        await karen.GoAsync($"/socialworker/askconsent/{dossier.Id}");
        await karen.Page.ClickAsync("#ask");
        await karen.Page.WaitForSelectorAsync("#letter");
        await using var looking = await fixture.VisitAsync();
        await looking.SignInAsync(Cast.Karen);
        await looking.GoAsync(new Uri(karen.Page.Url).AbsolutePath);
        await looking.LookAsync("letter");
        await looking.GoAsync($"/socialworker/askconsent/{dossier.Id}");
        await looking.LookAsync("ask-consent");
    }

    /// <summary>From signing in to done, with the keyboard alone on our screens: at most five of them, and eight actions.</summary>
    private async Task GiveAgainWithTheKeyboardAsync()
    {
        await using var noor = await fixture.VisitAsync();
        var screens = new List<string>();
        await noor.SignInAsync(Cast.Noor);
        screens.Add(noor.Page.Url);
        noor.Page.FrameNavigated += (_, frame) =>
        {
            if (frame.ParentFrame is null && new Uri(frame.Url).Port == fixture.Stand.Ports.Service)
            {
                screens.Add(frame.Url);
            }
        };
        var actions = 0;
        async Task ActAsync(string id)
        {
            actions++;
            await noor.PressAsync(id);
        }

        await ActAsync("give-again");
        await noor.Page.WaitForSelectorAsync("#look");
        await noor.SignInAtVaultAsync(Cast.Noor.Vault, () => ActAsync("look"));
        await noor.Page.WaitForSelectorAsync("#agree");
        await ActAsync("agree");
        await noor.Page.WaitForSelectorAsync("#consent-given");
        Assert.True(screens.Distinct().Count() <= 5, string.Join('\n', screens));
        Assert.True(actions <= 8, $"{actions} actions");
        var dossier = await fixture.DossierAsync(Cast.Noor);
        var events = (await fixture.InDatabaseAsync(db => db.ConsentEvents.AsNoTracking().Where(one => one.DossierId == dossier.Id).ToListAsync())).OrderBy(one => one.At).ThenBy(one => one.Kind).Select(one => one.Kind);
        Assert.Equal([ConsentEventKind.Requested, ConsentEventKind.Refused, ConsentEventKind.Given, ConsentEventKind.Narrowed, ConsentEventKind.Withdrawn, ConsentEventKind.Renewed], events);
    }

    private Task<ConsentRequest> RequestAsync(Guid dossier) => fixture.InDatabaseAsync(db => db.ConsentRequests.AsNoTracking().SingleAsync(request => request.DossierId == dossier));

    private async Task CheckFindsAndTellsAsync(Citizen citizen, Dossier dossier)
    {
        var month = fixture.Stand.Data.State.LastMonth;
        var before = (await fixture.Stand.Mails.AllAsync(CancellationToken.None)).Select(mail => mail.MessageId).ToHashSet(StringComparer.Ordinal);
        var output = await fixture.CheckAsync("--month", month.ToString());
        Assert.Contains(dossier.Number, output, StringComparison.Ordinal);
        var checks = await fixture.ChecksAsync(dossier.Id);
        Assert.Equal(Payslips.Of(month), checks.Select(check => check.Month).Order());
        Assert.All(checks, check => Assert.NotNull(check.NewAmount));

        var messages = await fixture.InDatabaseAsync(db => db.Messages.AsNoTracking().Where(message => message.DossierId == dossier.Id).ToListAsync());
        Assert.NotEmpty(messages);
        var mails = await WaitForMailsAsync(before, dossier.Number, messages.Count);
        Assert.All(mails, mail =>
        {
            Assert.Equal([Cast.Karen.Email], mail.To);
            var text = $"{mail.Subject}\n{mail.Text}\n{mail.Html}";
            Assert.Contains(dossier.Number, text, StringComparison.Ordinal);
            Assert.DoesNotContain(citizen.LastName, text, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain(citizen.FirstName, text, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain(citizen.Insz.Value, text, StringComparison.Ordinal);
            Assert.DoesNotContain("€", text, StringComparison.Ordinal);
            Assert.DoesNotContain("EUR", text, StringComparison.Ordinal);
            Assert.All(checks, check => Assert.DoesNotContain(check.NewAmount!.Value.Amount.ToString("0.00", Payslips.Dutch), text, StringComparison.Ordinal));
        });

        // Run again: nothing new, nobody told twice.
        await fixture.CheckAsync("--month", month.ToString());
        Assert.Equal(checks.Count, (await fixture.ChecksAsync(dossier.Id)).Count);
        Assert.Equal(messages.Count, await fixture.InDatabaseAsync(db => db.Messages.CountAsync(message => message.DossierId == dossier.Id)));
    }

    private async Task<(Check Proposed, Check SetAside)> SocialWorkerAnswersAsync(Dossier dossier)
    {
        await using var karen = await fixture.VisitAsync();
        await karen.SignInAsync(Cast.Karen);
        await karen.LookAsync("inbox");
        var row = karen.Page.Locator("#inbox tbody tr", new() { HasText = dossier.Number }).First;
        await row.GetByRole(Microsoft.Playwright.AriaRole.Link).ClickAsync();
        await karen.LookAsync("check");
        Assert.Contains(Jobs.Shop.EmployerName, await karen.TextAsync("#slips"), StringComparison.Ordinal);
        await karen.OpenAllAsync("#calculation");
        await karen.LookAsync("check-steps");
        var calculation = await karen.TextAsync("#calculation");
        Assert.Contains("art. 35", calculation, StringComparison.Ordinal);
        Assert.Contains("art. 22", calculation, StringComparison.Ordinal);

        var first = await ShownCheckAsync(karen);
        await karen.Page.ClickAsync("#propose");
        await karen.Page.WaitForSelectorAsync("#answered");
        await karen.LookAsync("check-proposed");

        var second = (await fixture.ChecksAsync(dossier.Id)).First(check => check.Id != first.Id && check.IsCurrent);
        await karen.GoAsync($"/socialworker/check/{second.Id}");
        await karen.Page.ClickAsync("#set-aside");
        await karen.LookAsync("check-without-reason");
        Assert.False(await karen.Page.Locator("#answered").IsVisibleAsync());
        await karen.Page.FillAsync("#Reason", "Eerst het contract nakijken.");
        await karen.Page.ClickAsync("#set-aside");
        await karen.Page.WaitForSelectorAsync("#answered");

        var proposals = await fixture.InDatabaseAsync(db => db.Proposals.AsNoTracking().Where(proposal => proposal.CheckId == first.Id || proposal.CheckId == second.Id).ToListAsync());
        Assert.Equal(ProposalKind.Proposed, proposals.Single(proposal => proposal.CheckId == first.Id).Kind);
        Assert.Equal(ProposalKind.SetAside, proposals.Single(proposal => proposal.CheckId == second.Id).Kind);
        return (first, second);
    }

    private async Task WithdrawAndCloseAsync(Visitor noor, Owner owner, Consent consent)
    {
        await noor.Page.ClickAsync("#withdraw");
        await noor.LookAsync("citizen-withdraw");
        await noor.Page.ClickAsync("#withdraw-now");
        await noor.Page.WaitForSelectorAsync("#vault-open");
        await noor.LookAsync("citizen-vault-open");

        // The rule still stands in the vault, and the page says so; but the service does not read any more, and the identity
        // that the rule names is gone. (Not read here: the vault would remember for two minutes that it was.)
        using (var document = await fixture.Stand.Http.GetAsync(new Uri(fixture.Stand.Ports.ServiceUrl, $"id/{consent.IdentityKey}")))
        {
            Assert.Equal(System.Net.HttpStatusCode.NotFound, document.StatusCode);
        }

        var reads = await ReadsAsync(consent.Id);
        await fixture.CheckAsync("--month", fixture.Stand.Data.State.LastMonth.ToString());
        Assert.Equal(reads, await ReadsAsync(consent.Id));

        // Looking again without having closed it does not make it closed.
        await noor.Page.ClickAsync("#look-again");
        await noor.Page.WaitForSelectorAsync("#vault-open");
        Assert.Null((await ConsentsAsync(consent.DossierId)).Single().VaultRefusedAt);

        if (owner.PutsOfficeOut)
        {
            await noor.Page.CheckAsync("#OfficeToo");
        }

        await noor.SignInAtVaultAsync(owner.Citizen.Vault, () => noor.Page.ClickAsync("#close-vault"));
        await noor.Page.WaitForSelectorAsync("#vault-closed");
        await noor.LookAsync("citizen-vault-closed");
        Assert.NotNull(Assert.Single(await ConsentsAsync(consent.DossierId)).VaultRefusedAt);
        Assert.IsType<VaultAnswer<VaultListing>.NoGrant>(await ServiceReadsAsync(consent));
        if (owner.PutsOfficeOut)
        {
            Assert.IsType<PublishOutcome.NotAllowed>(await OfficeAddsAsync(owner, "te-laat"));
        }
    }

    private Task<List<Consent>> ConsentsAsync(Guid dossier) => fixture.InDatabaseAsync(db => db.Consents.AsNoTracking().Where(consent => consent.DossierId == dossier).ToListAsync());

    private Task<int> ReadsAsync(Guid consent) => fixture.InDatabaseAsync(db => db.VaultReads.CountAsync(read => read.ConsentId == consent));

    private Task<VaultAnswer<VaultListing>> ServiceReadsAsync(Consent consent) => fixture.Stand.Records.Get<SolidVault>().ListAsync(new Uri(consent.Container), fixture.Stand.Records.Get<ServiceIdentity>().For(consent.IdentityKey), CancellationToken.None);

    private async Task<Check> ShownCheckAsync(Visitor visitor)
    {
        var id = Guid.Parse(new Uri(visitor.Page.Url).Segments[^1]);
        return await fixture.InDatabaseAsync(db => db.Checks.AsNoTracking().SingleAsync(check => check.Id == id));
    }

    private async Task<IReadOnlyList<ReceivedMail>> WaitForMailsAsync(HashSet<string> before, string dossier, int expected)
    {
        using var longest = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (true)
        {
            var mails = (await fixture.Stand.Mails.AllAsync(longest.Token)).Where(mail => !before.Contains(mail.MessageId) && (mail.Subject + mail.Text).Contains(dossier, StringComparison.Ordinal)).ToList();
            if (mails.Count >= expected)
            {
                Assert.Equal(expected, mails.Count);
                return mails;
            }

            await Task.Delay(300, longest.Token);
        }
    }
}
