using System.Text;
using Microsoft.EntityFrameworkCore;
using SolidLoonfiches.Dossiers;
using SolidLoonfiches.Loonfiches;
using SolidLoonfiches.Stand;
using SolidLoonfiches.Vault;

namespace SolidLoonfiches.EndToEnd.Tests;

/// <summary>The verb <c>check</c> against real vaults.</summary>
[Collection(StandCollection.Name)]
public sealed class CheckTests(StandFixture fixture)
{
    private string Month => fixture.Stand.Data.State.LastMonth.ToString();

    [Fact]
    public async Task Check_AgainSinceNothingChanged_TellsNobodyTwice()
    {
        await fixture.CheckAsync("--month", Month);
        await AllToldAsync();
        var before = await StandingAsync();
        var mails = (await fixture.Stand.Mails.AllAsync(CancellationToken.None)).Count;
        await fixture.CheckAsync("--month", Month);
        Assert.Equal(before, await StandingAsync());
        Assert.Equal(mails, (await fixture.Stand.Mails.AllAsync(CancellationToken.None)).Count);
    }

    [Fact]
    public async Task DryRun_WithSomethingNew_SaysItAndWritesNothing()
    {
        await fixture.CheckAsync("--month", Month);
        await using var accounts = fixture.Stand.Accounts();
        var restored = await ChangeInPlaceAsync(accounts, Cast.Samuel, cents: 1_00);
        var dossier = await fixture.DossierAsync(Cast.Samuel);
        // What earlier checks have to tell leaves in the background, and makes rows.
        await AllToldAsync();
        var before = await fixture.CountRowsAsync();

        var output = await fixture.CheckAsync("--month", Month, "--dry-run");

        // Channels are kept by a worker of their own, at its own pace.
        Assert.DoesNotContain((await fixture.CountRowsAsync()).Except(before), table => table.Key != "vault_channels");
        Assert.Contains(dossier.Number, output, StringComparison.Ordinal);
        Assert.Contains("niets geschreven", output, StringComparison.Ordinal);
        Assert.Contains($"zou zijn: {Cast.Pieter.Name}", output, StringComparison.Ordinal);
        await restored();
    }

    /// <summary>By a writer with write access, under the same URL: what an append-only payroll office cannot do.</summary>
    [Fact]
    public async Task Check_AfterASlipChangedInPlace_ReplacesTheMonthAndSaysSo()
    {
        await fixture.CheckAsync("--month", Month);
        var dossier = await fixture.DossierAsync(Cast.Lien);
        var before = await fixture.ChecksAsync(dossier.Id);
        await using var accounts = fixture.Stand.Accounts();
        await ChangeInPlaceAsync(accounts, Cast.Lien, cents: 50_00);

        await fixture.CheckAsync("--month", Month);

        var after = await fixture.ChecksAsync(dossier.Id);
        var found = Assert.Single(after, check => before.All(earlier => earlier.Id != check.Id) && check.Findings.Any(finding => finding.Code == "slipChangedInPlace"));
        var replaced = before.Single(check => check.Id == found.ReplacesId);
        Assert.Equal(replaced.Month, found.Month);
        Assert.Equal(replaced.NewAmount, found.OldAmount);
        // The slip was signed, and the change broke the signature: it does not count until people looked at it, and is not zero either.
        Assert.NotNull(replaced.NewAmount);
        Assert.Equal((CheckOutcome.CannotCalculate, null), (found.Outcome, found.NewAmount));
        Assert.Contains(found.Findings, finding => finding.Code == "slipKeptOut");
        Assert.Equal(1, await fixture.InDatabaseAsync(db => db.Messages.CountAsync(message => message.CheckId == found.Id)));
        await fixture.CheckAsync("--month", Month);
        Assert.Equal(after.Count, (await fixture.ChecksAsync(dossier.Id)).Count);
    }

    /// <summary>Worked out here from the wages, by the formula of the law and not by the product's code.</summary>
    [Fact]
    public async Task Amounts_OfTheDossierWithTwoEmployers_FollowTheLawFromTheWages()
    {
        var dossier = await fixture.DossierAsync(Cast.Samuel);
        var checks = await fixture.ChecksAsync(dossier.Id);
        var months = Payslips.Of(fixture.Stand.Data.State.LastMonth);
        for (var number = 0; number < months.Count; number++)
        {
            var current = checks.First(check => check.Month == months[number] && check.NewAmount is not null);
            var yearly = current.Result!.Segmenten.Single();
            var wage = Payslips.For(Cast.Samuel, months[number], number).Sum(slip => slip.Nettoloon.Amount);
            var means = 12m * (wage - yearly.VrijstellingPerMaand);
            var expected = decimal.Round((yearly.BedragPerJaar - (means - 250m)) / 12m, 2, MidpointRounding.AwayFromZero);
            Assert.Equal(wage, yearly.LoonPerMaand);
            Assert.Equal(Euro.Of(expected), current.NewAmount);
        }
    }

    /// <summary>The outbox sends behind the back of the check, and may still have what earlier tests found.</summary>
    private async Task AllToldAsync()
    {
        for (var tries = 0; await fixture.InDatabaseAsync(async db => await db.Messages.AnyAsync(message => message.SentAt == null) || await db.Events.AnyAsync(told => told.SpreadAt == null)); tries++)
        {
            Assert.True(tries < 120, "A message was not mailed, or an event not spread, within a minute.");
            await Task.Delay(TimeSpan.FromMilliseconds(500), TestContext.Current.CancellationToken);
        }
    }

    private async Task<(int Checks, int Messages, int Slips)> StandingAsync() => await fixture.InDatabaseAsync(async db => (await db.Checks.CountAsync(), await db.Messages.CountAsync(), await db.Slips.CountAsync()));

    /// <summary>In the citizen's own session: the last month's slip says more net wage, and its sums stay right.</summary>
    /// <returns>Puts the slip back as it was.</returns>
    private async Task<Func<Task>> ChangeInPlaceAsync(VaultAccounts accounts, Citizen citizen, int cents)
    {
        var own = await accounts.SignInAsync(citizen.Vault, CancellationToken.None);
        var vault = fixture.Stand.Records.Get<SolidVault>();
        var dossier = await fixture.DossierAsync(citizen);
        var last = fixture.Stand.Data.State.LastMonth;
        var slip = (await fixture.InDatabaseAsync(db => db.Slips.AsNoTracking().Where(one => one.DossierId == dossier.Id && one.EndedAt == null).ToListAsync())).First(one => one.PeriodFrom == last.FirstDay && one.Loonfiche is not null);
        var document = Assert.IsType<VaultAnswer<VaultDocument>.Ok>(await vault.GetAsync(new Uri(slip.Url), knownETag: null, own, CancellationToken.None)).Value;
        var fiche = slip.Loonfiche!;
        var more = Euro.FromCents(cents);
        var text = Encoding.UTF8.GetString(document.Body.Span);
        // Gross, its one line, net and net paid all rise by the same.
        foreach (var (old, changed) in new[] { fiche.Gross, fiche.Nettoloon, fiche.NetPaid }.Distinct().Select(amount => (Turtle(amount), Turtle(amount + more))))
        {
            Assert.Contains(old, text, StringComparison.Ordinal);
            text = text.Replace(old, changed, StringComparison.Ordinal);
        }

        Assert.IsType<VaultAnswer<Uri>.Ok>(await vault.PutAsync(new Uri(slip.Url), Encoding.UTF8.GetBytes(text), own, CancellationToken.None));
        return async () => Assert.IsType<VaultAnswer<Uri>.Ok>(await vault.PutAsync(new Uri(slip.Url), document.Body, own, CancellationToken.None));
    }

    private static string Turtle(Euro amount) => amount.Amount.ToString("0.00", System.Globalization.CultureInfo.InvariantCulture);
}
