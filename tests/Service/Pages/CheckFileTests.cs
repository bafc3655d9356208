using System.Net;
using SolidLoonfiches.Leefloon;

namespace SolidLoonfiches.Service.Tests.Pages;

/// <summary>A calculation as a file, for the person it is about and for the social worker.</summary>
public sealed class CheckFileTests : IAsyncLifetime
{
    private readonly Site _site = new();
    private World _world = null!;

    public async ValueTask InitializeAsync() => _world = await World.MakeAsync(_site);

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Fact]
    public async Task Get_BothPeople_GetTheSameFileWithoutNameOrNumber()
    {
        var of = new[] { (World.Citizen(World.BeaInsz), $"/citizen/checkfile/{_world.Current.Id}"), (World.WorkerOfGent, $"/socialworker/check/{_world.Current.Id}?handler=Export") };
        var files = new List<string>();
        foreach (var (claims, address) in of)
        {
            var answer = await (await _site.BrowserAsync(claims)).GetAsync(address, TestContext.Current.CancellationToken);
            Assert.Equal((HttpStatusCode.OK, "application/json", "controle-2026-10.json"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType, answer.Content.Headers.ContentDisposition?.FileName));
            Assert.True(answer.Headers.CacheControl?.NoStore);
            files.Add(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        }

        Assert.Equal(files[0], files[1]);
        foreach (var personal in (string[])[World.BeaInsz.Value, "Burgerzoon", "2026-0002"])
        {
            Assert.DoesNotContain(personal, files[0], StringComparison.Ordinal);
        }

        // The tree of this test's world is made by hand, so that it is read and found different at its first step.
        var (text, code, _) = Verify.Run(System.Text.Encoding.UTF8.GetBytes(files[0]));
        Assert.Equal(1, code);
        Assert.StartsWith("different\nstep: leefloon\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_CheckOfSomebodyElseOrWithoutCalculation_IsAbsent()
    {
        foreach (var (claims, address) in new[]
        {
            (World.Citizen(World.CarlInsz), $"/citizen/checkfile/{_world.Current.Id}"),
            (World.Citizen(World.DirkInsz), $"/citizen/checkfile/{_world.OfAalst.Id}"),
            (World.WorkerOfAalst, $"/socialworker/check/{_world.Current.Id}?handler=Export"),
            (World.WorkerOfAalst, $"/socialworker/check/{_world.OfAalst.Id}?handler=Export"),
        })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await (await _site.BrowserAsync(claims)).GetAsync(address, TestContext.Current.CancellationToken)).StatusCode);
        }
    }
}
