using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SolidLoonfiches.Dossiers;

namespace SolidLoonfiches.Service.Tests;

public sealed class IdentityDocumentsTests
{
    [Theory]
    [InlineData("/id", "text/turtle", "solid:oidcIssuer <http://localhost:5480/>")]
    [InlineData("/.well-known/openid-configuration", "application/json", "http://localhost:5480/jwks")]
    [InlineData("/jwks", "application/json", "\"kid\"")]
    [InlineData("/client.jsonld", "application/ld+json", "http://localhost:5480/signin-vault")]
    public async Task Get_Anonymously_GivesTheDocument(string address, string type, string holds)
    {
        await using var site = new Site();
        var answer = await (await site.BrowserAsync()).GetAsync(address);
        Assert.Equal(type, answer.Content.Headers.ContentType!.MediaType);
        Assert.Contains(holds, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal("*", answer.Headers.GetValues("Access-Control-Allow-Origin").Single());
    }

    [Fact]
    public async Task Jwks_HoldsNoPrivateKey()
    {
        await using var site = new Site();
        using var keys = JsonDocument.Parse(await (await site.BrowserAsync()).GetStringAsync("/jwks"));
        Assert.All(keys.RootElement.GetProperty("keys").EnumerateArray(), key => Assert.False(key.TryGetProperty("d", out _)));
    }

    [Fact]
    public async Task Get_WithAForeignIdentity_ServesTheClientOnly()
    {
        await using var site = new Site(
            ("Vault:Identity:Foreign:WebId", "https://id.test/service#it"),
            ("Vault:Identity:Foreign:Issuer", "https://id.test/"),
            ("Vault:Identity:Foreign:ClientId", "c"),
            ("Vault:Identity:Foreign:ClientSecret", "s"));
        var browser = await site.BrowserAsync();
        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await browser.GetAsync("/jwks")).StatusCode);
        Assert.Equal(System.Net.HttpStatusCode.OK, (await browser.GetAsync("/client.jsonld")).StatusCode);
    }

    [Fact]
    public async Task IdentityOfAConsent_OnlyWhileItIsOnline_AndNeverKept()
    {
        await using var site = new Site();
        var browser = await site.BrowserAsync();
        var key = new string('a', 32);
        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await browser.GetAsync("/id/" + key)).StatusCode);

        await site.InDatabaseAsync(async db =>
        {
            db.VaultIdentities.Add(new VaultIdentity { Key = key });
            return await db.SaveChangesAsync();
        });
        var answer = await browser.GetAsync("/id/" + key);
        Assert.Equal("text/turtle", answer.Content.Headers.ContentType!.MediaType);
        Assert.Contains($"<http://localhost:5480/id/{key}#it>", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.True(answer.Headers.CacheControl!.NoStore);

        await site.InDatabaseAsync(db => db.VaultIdentities.ExecuteUpdateAsync(i => i.SetProperty(x => x.OfflineFrom, TimeProvider.System.GetUtcNow())));
        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await browser.GetAsync("/id/" + key)).StatusCode);
    }
}
