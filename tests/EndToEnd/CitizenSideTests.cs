using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SolidLoonfiches.Dossiers;
using SolidLoonfiches.Stand;

namespace SolidLoonfiches.EndToEnd.Tests;

/// <summary>What a citizen has in hand: the receipt, paper, questions and all their data, by clicking; each page as axe and a telephone see it.</summary>
[Collection(StandCollection.Name)]
public sealed class CitizenSideTests(StandFixture fixture)
{
    [Fact]
    public async Task Receipt_OfAConsent_CanBeCheckedByAnybody()
    {
        await using var mehmet = await fixture.VisitAsync();
        await mehmet.SignInAsync(Cast.Mehmet);
        await mehmet.LookAsync("citizen-overview-receipt");
        await mehmet.Page.ClickAsync("#receipt");
        await mehmet.LookAsync("citizen-receipt");
        var (number, code) = (await mehmet.TextAsync("#receipt-number"), await mehmet.TextAsync("#receipt-code"));
        foreach (var language in (string[])["fr", "en"])
        {
            await mehmet.Page.ClickAsync($".tongues a[lang={language}]");
            await mehmet.LookAsync("citizen-receipt-" + language);
            Assert.Equal(number, await mehmet.TextAsync("#receipt-number"));
        }

        await using var anybody = await fixture.VisitAsync(javaScript: false);
        await anybody.GoAsync("/receipt");
        await anybody.Page.FillAsync("#Number", number);
        await anybody.Page.FillAsync("#Code", code.ToLowerInvariant());
        await anybody.Page.ClickAsync("#check-receipt");
        Assert.Contains(Cast.GentName, await anybody.TextAsync("#receipt-genuine"), StringComparison.Ordinal);

        await using var looking = await fixture.VisitAsync();
        foreach (var language in (string[])["nl", "fr", "en"])
        {
            await looking.GoAsync("/receipt/" + language);
            await looking.LookAsync("receipt-" + language);
            await looking.Page.FillAsync("#Number", number);
            await looking.Page.FillAsync("#Code", language == "fr" ? "3333-3333-3333" : code);
            await looking.Page.ClickAsync("#check-receipt");
            await looking.LookAsync("receipt-checked-" + language);
        }
    }

    [Fact]
    public async Task Question_FromTheCitizenToTheOfficerAndBack_WithAMailThatSaysNothing()
    {
        await using var karen = await fixture.VisitAsync();
        await karen.SignInAsync(Cast.Karen);
        await karen.GoAsync("/socialworker/settings");
        await karen.Page.FillAsync("#OfficerEmail", Cast.Daan.Email);
        await karen.Page.ClickAsync("#save-officer");
        await karen.GoAsync($"/socialworker/dossier/{(await fixture.DossierAsync(Cast.Lien)).Id}");

        await using var lien = await fixture.VisitAsync();
        await lien.SignInAsync(Cast.Lien);
        await lien.OpenAllAsync("main");
        await lien.LookAsync("citizen-overview-open");
        await lien.Page.Locator("[id^=looks-] a.ask").First.ClickAsync();
        await lien.LookAsync("citizen-ask-look");
        await lien.Page.ClickAsync("#send-question");
        await lien.LookAsync("citizen-ask-empty");
        await lien.Page.FillAsync("#Text", "Waarom keek deze persoon in mijn dossier?");
        await lien.Page.ClickAsync("#send-question");
        await lien.LookAsync("citizen-questions");
        await lien.GoAsync("/citizen");
        await lien.OpenAllAsync("main");
        await lien.Page.Locator(".step .ask a").First.ClickAsync();
        await lien.LookAsync("citizen-ask-step");
        await lien.Page.FillAsync("#Text", "Wat betekent dit woord?");
        await lien.Page.ClickAsync("#send-question");

        var mail = await MailAsync(Cast.Daan.Email);
        foreach (var secret in (string[])[Cast.Lien.LastName, Cast.Lien.Insz.Value, "2026-", "dossier", "dit woord", "persoon in mijn"])
        {
            Assert.DoesNotContain(secret, $"{mail.Subject}\n{mail.Text}\n{mail.Html}", StringComparison.OrdinalIgnoreCase);
        }

        await using var daan = await fixture.VisitAsync();
        await daan.SignInAsync(Cast.Daan);
        await daan.LookAsync("officer-questions");
        await daan.Page.Locator("#open-questions a").First.ClickAsync();
        await daan.OpenAllAsync("main");
        await daan.LookAsync("officer-question");
        await daan.Page.FillAsync("#Text", "Uw maatschappelijk werker keek uw dossier na.");
        await daan.Page.ClickAsync("#send-answer");
        await daan.Page.WaitForSelectorAsync("#answer");
        await daan.LookAsync("officer-answered");

        await lien.GoAsync("/citizen/questions");
        Assert.Contains("Uw maatschappelijk werker keek uw dossier na.", await lien.TextAsync("main"), StringComparison.Ordinal);
        await lien.LookAsync("citizen-questions-answered");
        await lien.GoAsync("/citizen/mydata");
        await lien.LookAsync("citizen-my-data");
    }

    [Fact]
    public async Task Paper_AtTheDesk_IsOnTheCitizensPageAndTakenBackThere()
    {
        var dossier = await fixture.DossierAsync(Cast.Mehmet);
        // His consent ends first: a yes on paper is for who has none in a vault.
        var consent = await fixture.InDatabaseAsync(db => db.Consents.AsNoTracking().FirstAsync(one => one.DossierId == dossier.Id && one.WithdrawnAt == null));
        await using var mehmet = await fixture.VisitAsync();
        await mehmet.SignInAsync(Cast.Mehmet);
        await mehmet.GoAsync($"/citizen/withdraw/{consent.Id}");
        await mehmet.Page.ClickAsync("#withdraw-now");
        await mehmet.Page.WaitForSelectorAsync("#vault-open");

        await using var karen = await fixture.VisitAsync();
        await karen.SignInAsync(Cast.Karen);
        await karen.GoAsync($"/socialworker/askconsent/{dossier.Id}");
        await karen.Page.ClickAsync("#ask");
        await karen.GoAsync($"/socialworker/dossier/{dossier.Id}");
        await karen.Page.ClickAsync("#record-paper");
        await karen.LookAsync("paper-record");
        await karen.Page.ClickAsync("#paper-form-link");
        await karen.LookAsync("paper-form");
        await karen.Page.GoBackAsync();
        var today = Loonfiches.Belgium.DayOf(TimeProvider.System.GetUtcNow()).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        await karen.Page.FillAsync("#GivenOn", today);
        await karen.Page.ClickAsync("#record-paper");
        await karen.LookAsync("paper-refused");
        await karen.Page.FillAsync("#EffectiveFrom", today);
        await karen.Page.FillAsync("#HelpedBy", "Fien, haar zus");
        await karen.Page.ClickAsync("#record-paper");
        await karen.Page.WaitForSelectorAsync("#paper-facts");
        await karen.LookAsync("paper-recorded");

        await mehmet.GoAsync("/citizen");
        await mehmet.LookAsync("citizen-overview-paper");
        await mehmet.Page.ClickAsync("#state-paper a");
        await mehmet.LookAsync("citizen-paper");
        await mehmet.Page.ClickAsync("#open-vault");
        await mehmet.LookAsync("citizen-request-on-paper");
        await mehmet.Page.GoBackAsync();
        await mehmet.Page.ClickAsync("#withdraw-paper");
        await mehmet.Page.WaitForSelectorAsync("#paper-withdrawn");
        await mehmet.LookAsync("citizen-paper-withdrawn");
    }

    private async Task<ReceivedMail> MailAsync(string to)
    {
        using var longest = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (true)
        {
            if ((await fixture.Stand.Mails.AllAsync(longest.Token)).FirstOrDefault(mail => mail.To.Contains(to, StringComparer.Ordinal)) is { } found)
            {
                return found;
            }

            await Task.Delay(500, longest.Token);
        }
    }
}
