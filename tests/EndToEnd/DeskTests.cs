using Microsoft.EntityFrameworkCore;
using SolidLoonfiches.Dossiers;
using SolidLoonfiches.Loonfiches;
using SolidLoonfiches.Stand;

namespace SolidLoonfiches.EndToEnd.Tests;

/// <summary>The desk of the OCMW, page by page as each role sees it, in a real browser.</summary>
[Collection(StandCollection.Name)]
public sealed class DeskTests(StandFixture fixture)
{
    private const string Question = "Kreeg u in deze maand ook vakantiegeld?", Answer = "Neen, dat komt pas in mei.";

    [Fact]
    public async Task Check_AskedAnsweredProposedAndDecided_GoesToThePaymentLine()
    {
        var dossier = await fixture.DossierAsync(Cast.Lien);
        await using var karen = await fixture.VisitAsync();
        await karen.SignInAsync(Cast.Karen);
        await karen.Page.ClickAsync("#nav-work");
        await karen.LookAsync("work");
        var check = (await fixture.ChecksAsync(dossier.Id)).Where(one => one is { IsCurrent: true, NewAmount: not null }).MaxBy(one => one.Month)!;
        await karen.GoAsync($"/socialworker/check/{check.Id}");
        await karen.Page.WaitForSelectorAsync("#year");
        await karen.LookAsync("check-year");

        // A question reaches the person, and the answer comes back, without a mail that says anything.
        await karen.Page.ClickAsync("#ask-citizen");
        await karen.LookAsync("ask-citizen");
        await karen.Page.FillAsync("#Text", Question);
        await karen.Page.ClickAsync("#ask");
        await karen.Page.WaitForSelectorAsync("#asked");
        await using var lien = await fixture.VisitAsync(javaScript: false);
        await lien.SignInAsync(Cast.Lien);
        await lien.Page.ClickAsync("#asked-of-me a");
        Assert.Contains(Question, await lien.TextAsync("main"), StringComparison.Ordinal);
        await using var looking = await fixture.VisitAsync();
        await looking.SignInAsync(Cast.Lien);
        await looking.GoAsync("/citizen/asked");
        await looking.LookAsync("citizen-questions");
        await lien.Page.FillAsync("textarea", Answer);
        await lien.Page.ClickAsync("main button");
        Assert.Contains(Answer, await lien.TextAsync("main"), StringComparison.Ordinal);
        await karen.GoAsync("/socialworker/work?show=Answer");
        await karen.LookAsync("work-answered");
        await karen.GoAsync($"/socialworker/check/{check.Id}");
        Assert.Contains(Answer, await karen.TextAsync("#asked"), StringComparison.Ordinal);

        await karen.Page.ClickAsync("#propose");
        await karen.Page.ClickAsync("#to-decision");
        await karen.LookAsync("decision");
        await DraftAsync(karen);
        if (await karen.Page.Locator("#record-invited").IsVisibleAsync())
        {
            await karen.Page.FillAsync("#Text", "brief");
            await karen.Page.ClickAsync("#record-invited");
            await karen.Page.FillAsync("#Text", "begrijpt het");
            await karen.Page.ClickAsync("#record-heard");
        }

        await karen.Page.FillAsync("#Number", "2026/214");
        await karen.Page.ClickAsync("#record-decision");
        await karen.Page.FillAsync("#Text", "aangetekende brief");
        await karen.Page.ClickAsync("#record-notified");
        await karen.Page.WaitForSelectorAsync("#payment-line");
        await karen.LookAsync("decision-payment");
        await karen.Page.ClickAsync("#record-payment");
        Assert.Contains("Niets meer te doen", await karen.TextAsync("#next"), StringComparison.Ordinal);
        Assert.Equal(DecisionAct.Nothing, await fixture.InDatabaseAsync(db => db.Proposals.Where(one => one.CheckId == check.Id).Select(one => one.NextAct).SingleAsync()));
    }

    [Fact]
    public async Task Head_SetsCourtAndRule_SmallRisesAreProposedTogetherAndCounted()
    {
        await using var hilde = await fixture.VisitAsync();
        await hilde.SignInAsync(Cast.Hilde);
        await hilde.Page.ClickAsync("#nav-settings");
        await hilde.Page.ClickAsync("#to-terms");
        await hilde.Page.FillAsync("#AppealCourt", "de arbeidsrechtbank Gent, afdeling Gent, Opgeëistenlaan 401, 9000 Gent");
        await hilde.Page.FillAsync("#AppealMonths", "3");
        await hilde.Page.FillAsync("#AcceptBelow", "20");
        await hilde.Page.FillAsync("#Nis", "44021");
        await hilde.Page.ClickAsync("#save-terms");
        await hilde.Page.WaitForSelectorAsync("[role=status]");
        await hilde.LookAsync("terms");
        await SmallRisesAsync();
        foreach (var (name, path) in new[] { ("figures", "/socialworker/figures"), ("refund", "/socialworker/refund"), ("choices", "/socialworker/choices") })
        {
            Assert.Equal(200, await hilde.GoAsync(path));
            await hilde.LookAsync(name);
        }
    }

    /// <summary>Two small rises on signed payslips: proposed together, and the one that is drawn is signed by somebody else.</summary>
    private async Task SmallRisesAsync()
    {
        await AddSmallRiseAsync("2025-9001", "91631521142", 512.35m);
        await AddSmallRiseAsync("2025-9002", "92631520767", 508.10m);
        await using var karen = await fixture.VisitAsync(javaScript: false);
        await karen.SignInAsync(Cast.Karen);
        await karen.GoAsync("/socialworker/work");
        await karen.Page.ClickAsync("#to-bulk");
        Assert.Equal(2, await karen.Page.Locator("#bulk tbody tr").CountAsync());
        await using var looking = await fixture.VisitAsync();
        await looking.SignInAsync(Cast.Karen);
        await looking.GoAsync("/socialworker/bulk");
        await looking.LookAsync("bulk");
        await karen.Page.ClickAsync("#propose-all");
        Assert.Contains("2 bedragen zijn voorgesteld. Geloot voor een tweede handtekening: 1.", await karen.TextAsync("[role=status]"), StringComparison.Ordinal);

        var drawn = await fixture.InDatabaseAsync(db => db.Proposals.AsNoTracking().SingleAsync(one => one.InBulk && one.SecondLook));
        await karen.GoAsync($"/socialworker/decision/{drawn.Id}");
        Assert.True(await karen.Page.Locator("#not-mine").IsVisibleAsync());
        await using var pieter = await fixture.VisitAsync();
        await pieter.SignInAsync(Cast.Pieter);
        await pieter.GoAsync($"/socialworker/decision/{drawn.Id}");
        await pieter.LookAsync("decision-drawn");
        await pieter.Page.ClickAsync("#sign");
        await pieter.Page.WaitForSelectorAsync("#record-decision");
    }

    /// <summary>Of a made-up person: nobody is born in month 63.</summary>
    private Task<int> AddSmallRiseAsync(string number, string insz, decimal amount) => fixture.InDatabaseAsync(async db =>
    {
        var now = TimeProvider.System.GetUtcNow();
        var month = fixture.Stand.Data.State.LastMonth;
        var dossier = new Dossier { Id = Guid.CreateVersion7(now), OcmwKbo = Cast.Gent.Value, Number = number, Insz = Insz.Parse(insz), Name = "Proef, Persoon", SocialWorkerId = Cast.Karen.Subject, OpenedAt = now, OpenedBy = Cast.Karen.Subject };
        var known = await db.Slips.AsNoTracking().FirstAsync(one => one.Loonfiche != null);
        var slip = new Slip { Id = Guid.CreateVersion7(now), DossierId = dossier.Id, Url = known.Url + number, Sha256 = number, ReadAt = now, Loonfiche = known.Loonfiche, Signature = new SeenSignature("signed", null, null, "", now), PeriodFrom = month.FirstDay, PeriodTo = month.LastDay };
        var check = new Check { Id = Guid.CreateVersion7(now), DossierId = dossier.Id, Month = month, Fingerprint = number, Outcome = CheckOutcome.Changed, OldAmount = Euro.Of(500m), NewAmount = Euro.Of(amount), Findings = [new Finding("newSlip", "Er is een nieuwe loonfiche.", slip.Url)], SlipIds = [slip.Id], LawVersion = "1", CheckedAt = now };
        db.AddRange(dossier, slip, check);
        db.Messages.Add(new Message { Id = Guid.CreateVersion7(now), Key = number, CheckId = check.Id, DossierId = dossier.Id, StaffId = Cast.Karen.Subject, CreatedAt = now, SentAt = now });
        return await db.SaveChangesAsync();
    });

    [Fact]
    public async Task Dossier_SuspendedAndTransferred_SaysSo()
    {
        await using var pieter = await fixture.VisitAsync();
        await pieter.SignInAsync(Cast.Pieter);
        await pieter.Page.ClickAsync("#nav-dossiers");
        await pieter.Page.FillAsync("#SearchInsz", "okaf");
        await pieter.Page.ClickAsync("#search");
        await pieter.LookAsync("dossiers-found");
        await pieter.Page.ClickAsync("#dossiers a");
        foreach (var (link, name) in new[] { ("#record-status", "fact-status"), ("#transfer", "transfer"), ("#record-gpmi", "fact-gpmi"), ("#record-language", "fact-language") })
        {
            await pieter.Page.ClickAsync(link);
            await pieter.Page.WaitForSelectorAsync("main form");
            await pieter.LookAsync(name);
            await pieter.Page.GoBackAsync();
        }

        await pieter.Page.ClickAsync("#record-language");
        await pieter.Page.SelectOptionAsync("#Language", "1");
        await pieter.Page.FillAsync("#From", "2026-11-01");
        await pieter.Page.FillAsync("#Evidence", "gesprek");
        await pieter.Page.ClickAsync("#record");
        await pieter.Page.WaitForSelectorAsync("#facts");
        await pieter.LookAsync("dossier-life");
        Assert.Contains("Frans", await pieter.TextAsync("#facts"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("auditor")]
    [InlineData("operator")]
    [InlineData("officer")]
    public async Task Roles_BesideTheDesk_SeeTheirOwnPagesAndNoForms(string role)
    {
        var dossier = await fixture.DossierAsync(Cast.Samuel);
        var (who, pages, closed) = role switch
        {
            "auditor" => (Cast.Ann, new[] { "/socialworker/work?all=true", $"/socialworker/dossier/{dossier.Id}", "/socialworker/figures" }, "/socialworker/settings"),
            "operator" => (Cast.Omar, ["/socialworker/software", "/socialworker/sending", "/socialworker/month"], $"/socialworker/dossier/{dossier.Id}"),
            _ => (Cast.Daan, ["/socialworker/runs", "/socialworker/month"], $"/socialworker/dossier/{dossier.Id}"),
        };
        await using var visitor = await fixture.VisitAsync();
        await visitor.SignInAsync(who);
        foreach (var (index, path) in pages.Index())
        {
            Assert.Equal(200, await visitor.GoAsync(path));
            await visitor.LookAsync($"{role}-{index}");
        }

        Assert.Equal(404, await visitor.GoAsync(closed));
    }

    /// <summary>On screen and on paper, in two languages.</summary>
    private async Task DraftAsync(Visitor karen)
    {
        var back = karen.Page.Url;
        await karen.Page.ClickAsync("#to-draft");
        await karen.Page.WaitForSelectorAsync("#draft");
        await karen.LookAsync("draft");
        var draft = karen.Page.Url;
        foreach (var language in new[] { "nl", "fr" })
        {
            await karen.Page.GotoAsync($"{draft}/{language}");
            Assert.Equal(language, await karen.Page.Locator("#draft").GetAttributeAsync("lang"));
            await karen.Page.PdfAsync(new() { Path = Path.Combine(fixture.Screenshots, $"draft-{language}.pdf"), Format = "A4", Margin = new() { Top = "20mm", Bottom = "20mm", Left = "20mm", Right = "20mm" } });
        }

        await karen.Page.GotoAsync(back);
    }
}
