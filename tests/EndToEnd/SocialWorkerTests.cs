using Microsoft.EntityFrameworkCore;
using SolidLoonfiches.Dossiers;
using SolidLoonfiches.Leefloon;
using SolidLoonfiches.Loonfiches;
using SolidLoonfiches.Stand;

namespace SolidLoonfiches.EndToEnd.Tests;

[Collection(StandCollection.Name)]
public sealed class SocialWorkerTests(StandFixture fixture)
{
    /// <summary>Made up: nobody is born in month 63.</summary>
    private const string NewPerson = "91.63.15-207.46";

    [Fact]
    public async Task OpenDossier_WithoutJavaScript_RecordsEveryKindOfFact()
    {
        await using var pieter = await fixture.VisitAsync(javaScript: false);
        await pieter.SignInAsync(Cast.Pieter);
        await pieter.Page.ClickAsync("#nav-dossiers");

        // A digit typed wrong is said at the field, and nothing is opened.
        await pieter.Page.FillAsync("#Insz", "91.63.15-207.47");
        await pieter.Page.FillAsync("#Name", "Proef, Persoon");
        await pieter.Page.ClickAsync("#open-dossier");
        Assert.Contains("rijksregisternummer", await pieter.TextAsync("#error-summary"), StringComparison.Ordinal);

        await pieter.Page.FillAsync("#Insz", NewPerson);
        await pieter.Page.FillAsync("#Name", "Proef, Persoon");
        await pieter.Page.ClickAsync("#open-dossier");
        await pieter.Page.WaitForSelectorAsync("#record-facts");
        var insz = Insz.Parse(NewPerson);
        var dossier = await fixture.InDatabaseAsync(db => db.Dossiers.AsNoTracking().SingleAsync(one => one.Insz == insz));
        Assert.Equal(Cast.Gent.Value, dossier.OcmwKbo);
        Assert.Equal(Cast.Pieter.Subject, dossier.SocialWorkerId);

        await RecordAsync(pieter, "category", async form => await form.Page.SelectOptionAsync("#Category", Choice(Categorie.Alleenstaand)));
        await RecordAsync(pieter, "right", form => form.Page.FillAsync("#To", "2027-06-30"));
        await RecordAsync(pieter, "employment", async form =>
        {
            await form.Page.FillAsync("#Name", Jobs.Shop.EmployerName);
            await form.Page.FillAsync("#Employer", Jobs.Shop.Employer.ToString());
        });
        await RecordAsync(pieter, "exemption", async form =>
        {
            await form.Page.SelectOptionAsync("#Kind", Choice(Vrijstellingssoort.Gewoon));
            await form.Page.FillAsync("#FirstGranted", "2026-02-01");
            await form.Page.FillAsync("#UsedBefore", "1/2/2026 tot 28/2/2026");
        });
        await RecordAsync(pieter, "cohabitant", async form =>
        {
            await form.Page.FillAsync("#Person", "moeder");
            await form.Page.SelectOptionAsync("#Relation", Choice(Relatie.Ouder));
            await form.Page.FillAsync("#ResourcesPerYear", "18.240,60");
        });
        await RecordAsync(pieter, "othermeans", async form =>
        {
            await form.Page.FillAsync("#Name", "onderhoudsgeld");
            await form.Page.SelectOptionAsync("#Kind", Choice(Bestaansmiddelsoort.Ander));
            await form.Page.FillAsync("#PerYear", "1.200,00");
        });
        await RecordAsync(pieter, "review", _ => Task.CompletedTask);

        var facts = await fixture.InDatabaseAsync(db => db.Facts.AsNoTracking().Where(fact => fact.DossierId == dossier.Id).ToListAsync());
        Assert.Equal(7, facts.Count);
        Assert.All(facts, fact => Assert.Equal((new DateOnly(2026, 10, 1), "Document in het dossier", Cast.Pieter.Subject), (fact.From, fact.Evidence, fact.RecordedBy)));
        Assert.Contains(facts, fact => fact.Value is ReviewFact);
        Assert.Contains(facts, fact => fact.Value is CategoryFact { Category: Categorie.Alleenstaand });
        Assert.Contains(facts, fact => fact.Value is RightFact right && right.To == new DateOnly(2027, 6, 30));
        Assert.Contains(facts, fact => fact.Value is EmploymentFact employment && employment.Employer == Jobs.Shop.Employer);
        Assert.Contains(facts, fact => fact.Value is ExemptionFact { UsedBefore: [{ } used] } && used == new Periode(new(2026, 2, 1), new(2026, 2, 28)));
        Assert.Contains(facts, fact => fact.Value is CohabitantFact cohabitant && cohabitant.ResourcesPerYear == Euro.Of(18_240.60m));
        Assert.Contains(facts, fact => fact.Value is OtherMeansFact means && means.PerYear == Euro.Of(1_200m));

        await pieter.SignOutAsync();
        await pieter.GoAsync($"/socialworker/dossier/{dossier.Id}");
        Assert.Equal(fixture.Stand.Ports.Login, new Uri(pieter.Page.Url).Port);
    }

    [Fact]
    public async Task Pages_OfASocialWorker_HaveNoAccessibilityFaults()
    {
        await using var karen = await fixture.VisitAsync();
        await karen.GoAsync("/");
        await karen.LookAsync("welcome");
        await karen.Page.ClickAsync("#sign-in-staff");
        await karen.LookAsync("login-personas");
        await karen.SignInAsync(Cast.Karen);
        var dossier = await fixture.DossierAsync(Cast.Lien);
        foreach (var (name, path) in new[]
        {
            ("dossiers", "/socialworker/dossiers"),
            ("dossier", $"/socialworker/dossier/{dossier.Id}"),
            ("fact-category", $"/socialworker/facts/category/{dossier.Id}"),
            ("fact-right", $"/socialworker/facts/right/{dossier.Id}"),
            ("fact-employment", $"/socialworker/facts/employment/{dossier.Id}"),
            ("fact-exemption", $"/socialworker/facts/exemption/{dossier.Id}"),
            ("fact-cohabitant", $"/socialworker/facts/cohabitant/{dossier.Id}"),
            ("fact-other-means", $"/socialworker/facts/othermeans/{dossier.Id}"),
            ("fact-review", $"/socialworker/facts/review/{dossier.Id}"),
            ("runs", "/socialworker/runs"),
            ("settings", "/socialworker/settings"),
            ("sending", "/socialworker/sending"),
            ("month", "/socialworker/month"),
            ("mine", "/socialworker/mine"),
        })
        {
            Assert.Equal(200, await karen.GoAsync(path));
            await karen.LookAsync(name);
        }

        Assert.Equal(404, await karen.GoAsync("/no-such-page"));
        await karen.LookAsync("not-found");
        await karen.GoAsync("/socialworker");
        await karen.SignOutAsync();
        await karen.LookAsync("signed-out");
    }

    [Fact]
    public async Task Check_WithTheCorrectedSlip_ShowsOldAndNewAndWhichOneItReplaces()
    {
        var month = Payslips.Of(fixture.Stand.Data.State.LastMonth)[Payslips.CorrectedMonth];
        var check = (await fixture.ChecksAsync((await fixture.DossierAsync(Cast.Corrected)).Id)).Single(one => one.Month == month && one.IsCurrent);
        await using var pieter = await fixture.VisitAsync();
        await pieter.SignInAsync(Cast.Pieter);
        await pieter.GoAsync($"/socialworker/check/{check.Id}");
        await pieter.LookAsync("check-corrected");
        Assert.True(await pieter.Page.Locator("#findings [data-code=correctedSlip]").IsVisibleAsync());
        Assert.Contains(check.OldAmount!.Value.ToString(), await pieter.TextAsync("#old-amount"), StringComparison.Ordinal);
        Assert.Contains(check.NewAmount!.Value.ToString(), await pieter.TextAsync("#new-amount"), StringComparison.Ordinal);

        // The check as a file: the rules of today come to the same.
        var file = Path.Combine(fixture.Screenshots, "controle.json");
        var answer = await pieter.Page.APIRequest.GetAsync(new Uri(new Uri(pieter.Page.Url), (await pieter.Page.Locator("#export").GetAttributeAsync("href"))!).AbsoluteUri);
        await File.WriteAllBytesAsync(file, await answer.BodyAsync(), TestContext.Current.CancellationToken);
        Assert.Equal("same", (await fixture.Stand.Servers.RunVerbAsync("verify-by-test", ["calculate", "--verify", file], TestContext.Current.CancellationToken)).Trim());

        await pieter.Page.ClickAsync("#what-if");
        await pieter.Page.WaitForSelectorAsync("#points");
        await pieter.LookAsync("what-if");
        await pieter.Page.FillAsync("#More", "200");
        await pieter.Page.ClickAsync("#ask-more");
        await pieter.Page.WaitForSelectorAsync("#answer");
        await pieter.LookAsync("what-if-answer");
        await pieter.GoAsync($"/socialworker/check/{check.Id}");
        await pieter.Page.ClickAsync("#replaces a");
        await pieter.Page.WaitForSelectorAsync("#replaced");
        await pieter.LookAsync("check-replaced");
        Assert.False(await pieter.Page.Locator("#propose").IsVisibleAsync());
    }

    [Fact]
    public async Task Dossiers_OfGent_AreNotThereForAnotherOcmw()
    {
        var dossier = await fixture.DossierAsync(Cast.Samuel);
        var check = (await fixture.ChecksAsync(dossier.Id))[0];
        await using var ilse = await fixture.VisitAsync();
        await ilse.SignInAsync(Cast.Ilse);
        Assert.True(await ilse.Page.Locator("#inbox-empty").IsVisibleAsync());
        foreach (var path in new[] { $"/socialworker/dossier/{dossier.Id}", $"/socialworker/check/{check.Id}", $"/socialworker/facts/category/{dossier.Id}", "/citizen" })
        {
            Assert.Equal(404, await ilse.GoAsync(path));
        }

        await ilse.GoAsync("/socialworker/dossiers");
        Assert.DoesNotContain(dossier.Number, await ilse.TextAsync("main"), StringComparison.Ordinal);
        await ilse.Page.FillAsync("#SearchInsz", Cast.Samuel.Insz.Value);
        await ilse.Page.ClickAsync("#search");
        await ilse.LookAsync("dossier-not-found");
        Assert.DoesNotContain(Cast.Samuel.LastName, await ilse.TextAsync("main"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Citizen_OpeningAPageOfStaff_FindsNothing()
    {
        await using var lien = await fixture.VisitAsync();
        await lien.SignInAsync(Cast.Lien);
        var dossier = await fixture.DossierAsync(Cast.Samuel);
        Assert.Equal(404, await lien.GoAsync("/socialworker"));
        Assert.Equal(404, await lien.GoAsync($"/socialworker/dossier/{dossier.Id}"));
        Assert.Equal(404, await lien.GoAsync($"/citizen/giveconsent/{dossier.Id}"));
    }

    // Forms send the number: words may be rewritten.
    private static string Choice<T>(T value)
        where T : struct, Enum => value.ToString("d");

    private static async Task RecordAsync(Visitor visitor, string fact, Func<Visitor, Task> fill)
    {
        await visitor.Page.ClickAsync("#record-" + fact);
        await visitor.Page.FillAsync("#From", "2026-10-01");
        await fill(visitor);
        await visitor.Page.FillAsync("#Evidence", "Document in het dossier");
        await visitor.Page.ClickAsync("#record");
        await visitor.Page.WaitForSelectorAsync("#facts");
    }
}
