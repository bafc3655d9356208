using System.Net;

namespace SolidLoonfiches.Service.Tests;

public sealed class VaultHintsTests
{
    private static readonly string Path = "/notify/" + new string('a', 43);

    [Fact]
    public async Task Post_AtAPathOfNobody_IsNotThereAndAFloodIsTurnedAway()
    {
        await using var site = new Site();
        await World.MakeAsync(site);
        var vault = await site.BrowserAsync();
        Assert.Equal(HttpStatusCode.NotFound, (await vault.PostAsync(Path, new StringContent("{}"))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await vault.PostAsync("/notify/short", new StringContent("{}"))).StatusCode);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await vault.PostAsync(Path, new StringContent(new string('x', 17 * 1024)))).StatusCode);

        var answers = await Task.WhenAll(Enumerable.Range(0, 1000).Select(_ => vault.PostAsync(Path, new StringContent("{}"))));
        Assert.Contains(answers, answer => answer.StatusCode == HttpStatusCode.TooManyRequests && answer.Headers.RetryAfter is not null);
        Assert.DoesNotContain(answers, answer => answer.StatusCode is not (HttpStatusCode.NotFound or HttpStatusCode.TooManyRequests));
        Assert.DoesNotContain(site.Log.Lines, line => line.Contains(new string('a', 43), StringComparison.Ordinal));
    }
}
