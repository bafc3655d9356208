using System.Diagnostics;
using System.Text;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using SolidLoonfiches.Dossiers;
using SolidLoonfiches.PayrollOffice;
using SolidLoonfiches.Stand;
using SolidLoonfiches.Vault;

namespace SolidLoonfiches.EndToEnd.Tests;

/// <summary>A real vault tells of news, and the service checks at once; and it stops where the consent does.</summary>
[Collection(StandCollection.Name)]
public sealed class HintsTests(StandFixture fixture)
{
    [Fact]
    public async Task Vault_TellsOfANewSlip_ItIsCheckedWithinSecondsAndTheChannelGoesWithTheConsent()
    {
        var dossier = await fixture.DossierAsync(Cast.Zoe);
        var channel = await UntilAsync(() => ChannelAsync(dossier.Id), found => found is { Kind: VaultChannel.Webhook, EndsAt: not null }, TimeSpan.FromSeconds(60));
        var before = await fixture.ChecksAsync(dossier.Id);
        await using var accounts = fixture.Stand.Accounts();
        var own = await accounts.SignInAsync(Cast.Zoe.Vault, CancellationToken.None);
        var month = fixture.Stand.Data.State.LastMonth;
        var slip = Payslips.For(Cast.Zoe, month, Payslips.Months - 1).First();
        var first = $"{Cast.Zoe.Vault.Pod}-{slip.Employer.Value}-{month}";
        var watch = Stopwatch.StartNew();
        var published = await new PayslipPublisher(fixture.Stand.Records.Get<SolidVault>(), TimeProvider.System)
            .PublishAsync(fixture.Stand.Seed.Container(Cast.Zoe), slip with { Id = first + "-tweede", Corrects = first }, own, CancellationToken.None);
        Assert.IsType<PublishOutcome.Published>(published);

        var after = await UntilAsync(() => fixture.ChecksAsync(dossier.Id), checks => checks.Count > before.Count, TimeSpan.FromSeconds(20));
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(20));
        var hinted = after.First(check => before.All(earlier => earlier.Id != check.Id));
        Assert.Null(hinted.RunId);

        var address = new Uri(Encoding.UTF8.GetString(fixture.Stand.Records.Get<IDataProtectionProvider>().CreateProtector("SolidLoonfiches.VaultChannels.v1").Unprotect(channel!.ProtectedAddress!)));
        var withdrawn = await fixture.Stand.Records.WithAsync((WithdrawConsent withdraw) => withdraw.RunAsync(new(channel.ConsentId, Cast.Zoe.Insz), CancellationToken.None));
        Assert.IsType<WithdrawConsent.Outcome.Withdrawn>(withdrawn);
        await UntilAsync(() => ChannelAsync(dossier.Id), found => found is { EndedAt: not null, ProtectedAddress: null, PathSha256: null }, TimeSpan.FromSeconds(30));

        // Community Solid Server says 404 of a channel that is gone, and 205 of one that it ends now.
        using var gone = await fixture.Stand.Http.DeleteAsync(address);
        Assert.Equal(System.Net.HttpStatusCode.NotFound, gone.StatusCode);
    }

    private Task<VaultChannel?> ChannelAsync(Guid dossier) => fixture.InDatabaseAsync(db => db.VaultChannels.AsNoTracking().SingleOrDefaultAsync(channel => channel.DossierId == dossier));

    private static async Task<T> UntilAsync<T>(Func<Task<T>> look, Func<T, bool> isSo, TimeSpan longest)
    {
        var watch = Stopwatch.StartNew();
        while (true)
        {
            var seen = await look();
            if (isSo(seen))
            {
                return seen;
            }

            Assert.True(watch.Elapsed < longest, $"It did not happen within {longest.TotalSeconds} s.");
            await Task.Delay(200);
        }
    }
}
