using System.Text;
using SolidLoonfiches.Stand;
using SolidLoonfiches.Vault;

namespace SolidLoonfiches.EndToEnd.Tests;

/// <summary>A citizen and the server where their vault is.</summary>
internal sealed record Owner(Citizen Citizen, Uri Server)
{
    /// <summary>Another account of the same server.</summary>
    public static VaultAccount Stranger { get; } = new("vreemde@example.org", "proef-vreemde", "vreemde");

    public Uri WebId => Citizen.Vault.WebId(Server);

    public Uri Storage => Citizen.Vault.Storage(Server);

    public Uri Container => new(Storage, "loonfiches/");

    /// <summary>Whether the sign-in tells the address of the vault.</summary>
    public bool IsKnown => Citizen != Cast.Amina;

    /// <summary>The payroll office is let in on the consent page alone, and put out again with the withdrawal; the story had let it in at the others, where it stays.</summary>
    public bool PutsOfficeOut => !IsKnown;

    public Seed Seed(StandFixture fixture) => new(fixture.Stand.Records, Server);

    public VaultAccounts Accounts(StandFixture fixture) => new(fixture.Stand.Http, fixture.Stand.Records.VaultHttpClient(), Server, TimeProvider.System);

    /// <summary>What the story does for the others: a vault (here of two that the person has), a dossier with a question, and four months of payslips, which they put there themselves: the payroll office is let in later, on the consent page.</summary>
    public async Task MoveInAsync(StandFixture fixture)
    {
        var (stand, cancellation) = (fixture.Stand, TestContext.Current.CancellationToken);
        var months = Payslips.Of(stand.Data.State.LastMonth);
        await using var accounts = Accounts(fixture);
        await accounts.EnsureAsync(Citizen.Vault, cancellation);
        await accounts.EnsureAsync(Stranger, cancellation);
        var own = await accounts.SignInAsync(Citizen.Vault, cancellation);
        await NameTwoStoragesAsync(stand.Records.Get<SolidVault>(), own);
        var seed = Seed(fixture);
        await seed.OpenDossierAsync(Citizen, months[0], cancellation);
        Assert.IsType<VaultAnswer<Uri>.Ok>(await stand.Records.Get<SolidVault>().EnsureContainerAsync(Container, own, cancellation));
        await seed.AskAsync(Citizen, months[0], cancellation);
        using var key = OfficeSigning.KeyOf(stand.Data);
        var publishing = new Publishing(stand.Records, seed, own, key, new Dictionary<Citizen, VaultSession> { [Citizen] = own });
        for (var number = 0; number < months.Count; number++)
        {
            await publishing.MonthOfAsync(Citizen, months[number], number, cancellation);
        }
    }

    /// <summary>In the profile: the old one first, as it might be.</summary>
    private async Task NameTwoStoragesAsync(SolidVault vault, VaultSession own)
    {
        var card = new Uri(WebId.GetLeftPart(UriPartial.Path));
        var document = Assert.IsType<VaultAnswer<VaultDocument>.Ok>(await vault.GetAsync(card, knownETag: null, own, TestContext.Current.CancellationToken)).Value;
        var storages = $"\n<#me> <http://www.w3.org/ns/pim/space#storage> <{new Uri(Server, Citizen.Vault.Pod + "-oud/")}>, <{Storage}>.\n";
        Assert.IsType<VaultAnswer<Uri>.Ok>(await vault.PutAsync(card, Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(document.Body.Span) + storages), own, TestContext.Current.CancellationToken));
    }
}
