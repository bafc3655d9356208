using Microsoft.Extensions.DependencyInjection;
using SolidLoonfiches.Vault;

namespace SolidLoonfiches.Service.Tests.Security;

/// <summary>A vault for a citizen who has none, made in one more sign-in.</summary>
public sealed class VaultMakingTests
{
    private static readonly (string, string) Offered = ("Vault:Maker:Kind", "Athumi"), At = ("Vault:Maker:Url", "https://vaults.test/");

    [Fact]
    public async Task Make_TheCitizenWhoAsked_GetsAVaultForThisSessionAndItsLoginOnce()
    {
        var maker = new FakeMaker(new MadeVault.Made(new Uri("https://vaults.test/abc#me"), new VaultLogin("kluis-7@vaults.test", "het-wachtwoord")));
        await using var provider = Provider(maker);
        var browser = await provider.SignInAsync(World.Citizen(World.BeaInsz));

        Assert.Equal("/citizen/vaultmade", await TestProvider.FollowAsync(browser, await AskAsync(provider, browser, World.Citizen(World.BeaInsz))));

        Assert.Equal(3, Assert.Single(maker.Tokens).Split('.').Length);
        var page = await browser.ReadAsync("/citizen/vaultmade");
        Assert.Contains("kluis-7@vaults.test", page, StringComparison.Ordinal);
        Assert.Contains("het-wachtwoord", page, StringComparison.Ordinal);
        Assert.DoesNotContain("het-wachtwoord", await browser.ReadAsync("/citizen/vaultmade"), StringComparison.Ordinal);
        // Who has one is not offered another.
        Assert.Equal(System.Net.HttpStatusCode.Redirect, (await browser.GetAsync("/citizen/makevault")).StatusCode);
    }

    [Fact]
    public async Task Make_SomebodyElseSignsIn_NothingIsMadeForThem()
    {
        var maker = new FakeMaker(new MadeVault.Made(new Uri("https://vaults.test/abc#me"), null));
        await using var provider = Provider(maker);
        var browser = await provider.SignInAsync(World.Citizen(World.BeaInsz));

        Assert.Equal("/start", await TestProvider.FollowAsync(browser, await AskAsync(provider, browser, World.Citizen(World.CarlInsz))));

        Assert.Empty(maker.Tokens);
        Assert.Equal(System.Net.HttpStatusCode.Redirect, (await browser.GetAsync("/citizen/vaultmade")).StatusCode);
    }

    [Fact]
    public async Task Make_Fails_SaysSoAndLogsNoPerson()
    {
        var maker = new FakeMaker(new MadeVault.Failed("HTTP 503"));
        await using var provider = Provider(maker);
        var browser = await provider.SignInAsync(World.Citizen(World.BeaInsz));

        Assert.Equal("/citizen/vaultnotmade", await TestProvider.FollowAsync(browser, await AskAsync(provider, browser, World.Citizen(World.BeaInsz))));
        Assert.Contains("niets veranderd", await browser.ReadAsync("/citizen/vaultnotmade"), StringComparison.Ordinal);
        Assert.Contains(provider.Site.Log.Lines, line => line.Contains("No vault was made: HTTP 503", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Make_NotOffered_IsNotThere()
    {
        await using var provider = new TestProvider();
        var browser = await provider.SignInAsync(World.Citizen(World.BeaInsz));
        Assert.Equal(System.Net.HttpStatusCode.Redirect, (await browser.GetAsync("/citizen/makevault")).StatusCode);
    }

    private static TestProvider Provider(FakeMaker maker) => new(services => services.AddSingleton<IVaultMaker>(maker), Offered, At);

    private static async Task<string> AskAsync(TestProvider provider, HttpClient browser, (string, string)[] whoSignsIn)
    {
        var answer = await browser.SendFormAsync("/citizen/makevault", null);
        return provider.Leave(answer.Headers.Location!, whoSignsIn);
    }

    private sealed class FakeMaker(MadeVault answer) : IVaultMaker
    {
        public List<string> Tokens { get; } = [];

        public Task<MadeVault> MakeAsync(string idToken, CancellationToken cancellation)
        {
            Tokens.Add(idToken);
            return Task.FromResult(answer);
        }
    }
}
