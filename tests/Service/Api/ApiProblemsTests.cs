using System.Net.Http.Headers;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using SolidLoonfiches.Dossiers;

namespace SolidLoonfiches.Service.Tests;

/// <summary>Every code of the registry is made to happen; one that nobody can make fails here.</summary>
public sealed class ApiProblemsTests : IAsyncLifetime
{
    private readonly Site _site = new(("Api:TokensPerMinute", "100")) { Replace = services => services.AddScoped<RecordReceipt>(_ => throw new InvalidDataException("Burgerzoon")) };
    private World _world = null!;
    private HttpClient _software = null!;

    public async ValueTask InitializeAsync()
    {
        _world = await World.MakeAsync(_site);
        _software = await _site.SoftwareAsync();
    }

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    public static TheoryData<string> Codes => [.. ApiProblems.All.Select(kind => kind.Code)];

    [Theory]
    [MemberData(nameof(Codes))]
    public async Task EachCode_MadeToHappen_IsAnsweredAsTheRegistrySays(string code)
    {
        using var answer = await MakeAsync(code);
        Assert.Equal(code, await answer.ProblemAsync());
        Assert.DoesNotContain("Burgerzoon", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var explained = await _software.GetAsync((await answer.JsonAsync()).GetProperty("type").GetString());
        Assert.Equal(code, (await explained.JsonAsync()).GetProperty("code").GetString());
    }

    [Fact]
    public async Task AddressUnderTheRoot_ThatIsNotThere_IsAProblemAndNoPage() => Assert.Equal("not-found", await (await _software.AskAsync("/nothing/here")).ProblemAsync());

    [Fact]
    public async Task BodyWithAFieldThatNobodyKnows_IsNotTaken()
    {
        using var answer = await _software.WriteAsync(Facts, """{"from":"2026-10-01","evidence":"x","value":{"fact":"review"},"evidense":"y"}""");
        Assert.Equal("invalid-request", await answer.ProblemAsync());
    }

    private string Facts => $"/dossiers/{_world.Bea.Id}/facts";

    private async Task<HttpResponseMessage> MakeAsync(string code)
    {
        var none = new { kind = "proposed", amount = (decimal?)null, reason = (string?)null };
        switch (code)
        {
            case "invalid-request": return await _software.WriteAsync(Facts, "{");
            case "invalid-cursor": return await _software.AskAsync("/events?after=x");
            case "idempotency-key-missing": return await _software.WriteAsync(Facts, ApiClients.Category(), key: null);
            case "unauthenticated": return await (await _site.BrowserAsync()).AskAsync("/dossiers");
            case "missing-scope": return await (await _site.SoftwareAsync(World.Gent, ApiScopes.Events)).AskAsync("/dossiers");
            case "not-found": return await _software.AskAsync($"/dossiers/{Guid.NewGuid()}");
            case "method-not-allowed": return await _software.DeleteAsync(ApiClients.Root + Facts);
            case "already-answered":
                await _software.WriteAsync($"/checks/{_world.Current.Id}/decisions", none);
                return await _software.WriteAsync($"/checks/{_world.Current.Id}/decisions", none);
            case "superseded": return await _software.WriteAsync($"/checks/{_world.Replaced.Id}/decisions", none);
            case "not-now": return await _software.WriteAsync($"/decisions/{_world.Proposed.Id}/notice", new { on = "2026-11-06", text = "x" });
            case "precondition-failed": return await _software.WriteAsync($"/decisions/{_world.Proposed.Id}/hearing", new { on = "2026-11-06", text = "x" }, ifMatch: "\"x\"");
            case "too-large": return await _software.WriteAsync(Facts, new string(' ', 100_000));
            case "unsupported-media-type":
                using (var text = new StringContent("x", Encoding.UTF8, MediaTypeHeaderValue.Parse("text/plain")))
                {
                    return await _software.PostAsync(ApiClients.Root + Facts, text);
                }

            case "invalid-value": return await _software.WriteAsync(Facts, ApiClients.Category(category: 4));
            case "idempotency-key-reused":
                await _software.WriteAsync(Facts, ApiClients.Category(), key: "k");
                return await _software.WriteAsync(Facts, ApiClients.Category(category: 3), key: "k");
            case "too-many-requests":
                while (true)
                {
                    var answer = await _software.AskTokenAsync("nobody", "x");
                    if ((int)answer.StatusCode == 429)
                    {
                        return answer;
                    }
                }

            case "internal-error": return await _software.WriteAsync("/events/evt_1/receipts", new { outcome = "received", reason = (string?)null });
            default: throw new InvalidOperationException($"Nobody makes {code} happen.");
        }
    }
}
