using Microsoft.EntityFrameworkCore;
using SolidLoonfiches.Dossiers;
using SolidLoonfiches.Loonfiches;
using SolidLoonfiches.PayrollOffice;
using SolidLoonfiches.Stand;
using SolidLoonfiches.Vault;

namespace SolidLoonfiches.EndToEnd.Tests;

/// <summary>What goes otherwise on the way, and how a consent ends.</summary>
public sealed partial class CitizenJourneyTests
{
    /// <summary>At the vault somebody else signs in, on the same computer: nothing is seen and nothing is changed.</summary>
    private async Task GetItWrongFirstAsync(Owner owner)
    {
        await using var visitor = await fixture.VisitAsync(javaScript: false);
        await visitor.SignInAsync(owner.Citizen);
        await visitor.Page.ClickAsync("#give-consent");
        await visitor.Page.FillAsync("#VaultAddress", owner.WebId.AbsoluteUri);
        await visitor.Page.ClickAsync("#look");
        await visitor.Page.SelectOptionAsync("#Storage", owner.Storage.AbsoluteUri);
        await visitor.SignInAtVaultAsync(Owner.Stranger, () => visitor.Page.ClickAsync("#look"));
        await visitor.Page.WaitForSelectorAsync("#vault-other-person");
        var dossier = await fixture.DossierAsync(owner.Citizen);
        Assert.Null((await RequestAsync(dossier.Id)).EndedAt);
        Assert.Empty(await ConsentsAsync(dossier.Id));
    }

    /// <summary>Another browser knows nothing of the visit to the vault; the question is where it was, and the way back to the preview too.</summary>
    private async Task CloseTheBrowserHalfWayAsync(Visitor first, Owner owner)
    {
        var preview = new Uri(first.Page.Url).AbsolutePath;
        await using var again = await fixture.VisitAsync(javaScript: false);
        await again.SignInAsync(owner.Citizen);
        await again.GoAsync(preview);
        Assert.Contains("Er is niets veranderd. Begin hier opnieuw.", await again.TextAsync("main"), StringComparison.Ordinal);
        Assert.Equal(preview.Replace("preview", "request", StringComparison.Ordinal), new Uri(again.Page.Url).AbsolutePath);
        await GoToVaultAsync(again, owner);
        Assert.Equal(Payslips.Months, await again.Page.Locator("#preview-slips > .card").CountAsync());
    }

    /// <summary>The citizen says that the oldest slip is wrong, sees both outcomes, and reads why the line is kept.</summary>
    private async Task DisputeALineAsync(Visitor citizen, Dossier dossier, bool scripts)
    {
        await citizen.GoAsync("/citizen");
        await citizen.Page.Locator("a[href*='/citizen/dispute/' i]").Last.ClickAsync();
        await citizen.LookAsync("citizen-dispute");
        await citizen.Page.ClickAsync("#dispute");
        await citizen.LookAsync("citizen-dispute-refused");
        Assert.True(await citizen.Page.Locator("#Line-error").IsVisibleAsync());
        await citizen.Page.SelectOptionAsync("#Line", "net");
        await citizen.Page.FillAsync("#Claimed", "123,45");
        await citizen.Page.FillAsync("#Reason", "Ik werkte die maand maar een week.");
        await citizen.Page.ClickAsync("#dispute");
        await citizen.Page.WaitForSelectorAsync(".disputed");
        await citizen.LookAsync("citizen-disputed");
        Assert.NotEqual(await citizen.TextAsync(".as-it-stands"), await citizen.TextAsync(".as-claimed"));

        await using var karen = await fixture.VisitAsync(scripts);
        await karen.SignInAsync(Cast.Karen);
        await karen.GoAsync("/socialworker/work?show=Dispute");
        await karen.LookAsync("work-disputes");
        await karen.Page.Locator("#work a", new() { HasText = dossier.Number }).ClickAsync();
        await karen.Page.WaitForSelectorAsync("#said");
        await karen.LookAsync("dispute");
        await karen.Page.ClickAsync("#to-check");
        await karen.Page.WaitForSelectorAsync(".disputed");
        await karen.LookAsync("check-disputed");
        await karen.Page.ClickAsync(".disputed a");
        await karen.Page.FillAsync("#Reason", "De werkgever bevestigde de uren van de hele maand.");
        await karen.Page.ClickAsync("#keep");
        await karen.Page.WaitForSelectorAsync("#answered");
        await karen.LookAsync("dispute-answered");

        await citizen.GoAsync("/citizen");
        Assert.Contains("De werkgever bevestigde de uren van de hele maand.", await citizen.TextAsync("main"), StringComparison.Ordinal);
        Assert.False(await citizen.Page.Locator(".disputed").First.IsVisibleAsync());
    }

    /// <summary>Append and nothing else: a new slip gets in, and neither it nor the listing can be read by who put it there.</summary>
    private async Task TheOfficeAddsAndSeesNothingAsync(Owner owner)
    {
        var added = Assert.IsType<PublishOutcome.Published>(await OfficeAddsAsync(owner, "dubbel"));
        await using var offices = fixture.Stand.Accounts();
        var office = await offices.SignInAsync(Cast.PayrollOffice, CancellationToken.None);
        var vault = fixture.Stand.Records.Get<SolidVault>();
        Assert.IsType<VaultAnswer<VaultListing>.NoGrant>(await vault.ListAsync(owner.Container, office, CancellationToken.None));
        Assert.IsType<VaultAnswer<VaultDocument>.NoGrant>(await vault.GetAsync(added.Url, knownETag: null, office, CancellationToken.None));
    }

    /// <summary>The slip of the last month once more, under another name: it counts once.</summary>
    private async Task<PublishOutcome> OfficeAddsAsync(Owner owner, string name)
    {
        await using var offices = fixture.Stand.Accounts();
        var office = await offices.SignInAsync(Cast.PayrollOffice, CancellationToken.None);
        var slip = Payslips.For(owner.Citizen, fixture.Stand.Data.State.LastMonth, Payslips.Months - 1).First();
        return await new PayslipPublisher(fixture.Stand.Records.Get<SolidVault>(), TimeProvider.System).PublishAsync(owner.Container, slip with { Id = name }, office, CancellationToken.None);
    }

    /// <summary>What the records say of when the vault was open, in the order in which it happened.</summary>
    private async Task TheRecordProvesTheOrderOfTimesAsync(Guid id)
    {
        var consent = await fixture.InDatabaseAsync(db => db.Consents.AsNoTracking().SingleAsync(one => one.Id == id));
        var reads = (await fixture.InDatabaseAsync(db => db.VaultReads.AsNoTracking().Where(read => read.ConsentId == id).ToListAsync())).OrderBy(read => read.At).ToList();
        var events = (await fixture.InDatabaseAsync(db => db.ConsentEvents.AsNoTracking().Where(one => one.ConsentId == id).ToListAsync())).ToDictionary(one => one.Kind, one => one.At);
        DateTimeOffset[] order = [reads[0].At, events[ConsentEventKind.Given], consent.LastReadAt!.Value, events[ConsentEventKind.Withdrawn], consent.VaultRefusedAt!.Value];
        Assert.Equal(order.Order(), order);
        Assert.Equal(consent.WithdrawnAt, events[ConsentEventKind.Withdrawn]);

        // After the withdrawal only what the citizen asked for: looks at whether the vault is closed, and no document. The last is the vault's own no.
        var after = reads.Where(read => read.At > consent.WithdrawnAt).ToList();
        Assert.Equal(["read", "consentEnded"], after.Select(read => read.Answer));
        Assert.All(after, read => Assert.Equal(0, read.DocumentsFetched));
        Assert.Equal(consent.VaultRefusedAt, after[^1].At);
        Assert.Equal(consent.LastReadAt, reads.Last(read => read.At < consent.WithdrawnAt).At);
    }

    /// <summary>The last day passes. Nobody did anything: the identity is gone by its date, and the next check says so on both pages.</summary>
    private async Task LetItExpireAsync(Owner owner)
    {
        var dossier = await fixture.DossierAsync(owner.Citizen);
        var consent = (await ConsentsAsync(dossier.Id)).Single(one => one.IsActive);
        var now = TimeProvider.System.GetUtcNow();
        var yesterday = Belgium.DayOf(now).AddDays(-1);
        await fixture.InDatabaseAsync(db => db.Consents.Where(one => one.Id == consent.Id).ExecuteUpdateAsync(set => set.SetProperty(one => one.Until, yesterday)));
        await fixture.InDatabaseAsync(db => db.VaultIdentities.Where(one => one.Key == consent.IdentityKey).ExecuteUpdateAsync(set => set.SetProperty(one => one.OfflineFrom, now)));
        var reads = await ReadsAsync(consent.Id);

        await fixture.CheckAsync("--month", fixture.Stand.Data.State.LastMonth.ToString());

        Assert.Equal(reads, await ReadsAsync(consent.Id));
        Assert.NotNull((await ConsentsAsync(dossier.Id)).Single(one => one.Id == consent.Id).ExpiredAt);
        await using var citizen = await fixture.VisitAsync();
        await citizen.SignInAsync(owner.Citizen);
        Assert.Contains("Uw toestemming is voorbij sinds", await citizen.TextAsync("#state-withdrawn-open"), StringComparison.Ordinal);
        await citizen.LookAsync("citizen-expired");
        await TheSocialWorkerIsToldAsync(dossier);
    }

    /// <summary>The citizen removes the rule with another application, and tells nobody: the next look at the vault notices, and says so on both pages.</summary>
    private async Task TakeTheRuleAwayAtTheVaultAsync(Owner owner)
    {
        var dossier = await fixture.DossierAsync(owner.Citizen);
        await using var accounts = owner.Accounts(fixture);
        var own = await accounts.SignInAsync(owner.Citizen.Vault, CancellationToken.None);
        await owner.Seed(fixture).ConsentAsync(owner.Citizen, own, CancellationToken.None);
        var consent = (await ConsentsAsync(dossier.Id)).Single(one => one.IsActive);
        Assert.IsType<VaultAnswer<VaultListing>.Ok>(await ServiceReadsAsync(consent));
        Assert.IsType<VaultAnswer<Uri>.Ok>(await fixture.Stand.Records.Get<AccessGrants>().RevokeAsync(owner.Container, fixture.Stand.Records.Get<ServiceIdentity>().For(consent.IdentityKey).WebId, own, CancellationToken.None));

        await fixture.CheckAsync("--month", fixture.Stand.Data.State.LastMonth.ToString());

        Assert.NotNull((await ConsentsAsync(dossier.Id)).Single(one => one.Id == consent.Id).VaultRefusedAt);
        await using var citizen = await fixture.VisitAsync();
        await citizen.SignInAsync(owner.Citizen);
        Assert.Contains("We kunnen niet meer in uw kluis sinds", await citizen.TextAsync("#state-ended"), StringComparison.Ordinal);
        await citizen.LookAsync("citizen-ended-at-vault");
        await TheSocialWorkerIsToldAsync(dossier);
    }

    private async Task TheSocialWorkerIsToldAsync(Dossier dossier)
    {
        var told = (await fixture.ChecksAsync(dossier.Id)).Last(check => check.IsCurrent && check.Outcome == CheckOutcome.ConsentEnded);
        await using var karen = await fixture.VisitAsync();
        await karen.SignInAsync(Cast.Karen);
        await karen.GoAsync($"/socialworker/check/{told.Id}");
        Assert.True(await karen.Page.Locator("#findings [data-code=consentEnded]").IsVisibleAsync());
        Assert.Contains("papier", await karen.TextAsync("#findings"), StringComparison.Ordinal);
    }
}
