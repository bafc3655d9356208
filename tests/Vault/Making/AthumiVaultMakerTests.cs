using Microsoft.Extensions.DependencyInjection;
using WireMock.RequestBuilders;
using WireMock.ResponseBuilders;
using WireMock.Server;

namespace SolidLoonfiches.Vault.Tests;

/// <summary>Against the published shape of the message; no such platform can run here.</summary>
public sealed class AthumiVaultMakerTests : IAsyncDisposable
{
    private readonly WireMockServer _platform = WireMockServer.Start();
    private readonly Harness _harness = new();

    public async ValueTask DisposeAsync()
    {
        _platform.Dispose();
        await _harness.DisposeAsync();
    }

    [Fact]
    public async Task Make_PutsTheIdTokenAndReadsTheWebId()
    {
        Answer(201, """{"uri":"https://webid.vaults.test/profiles/7f","links":[]}""");
        var made = Ends.Is<MadeVault.Made>(await MakeAsync());
        Assert.Equal(("https://webid.vaults.test/profiles/7f", null), (made.WebId.AbsoluteUri, made.Login));

        var request = Assert.Single(_platform.LogEntries).RequestMessage!;
        Assert.Equal(("PUT", "/api/v1/webids"), (request.Method, request.Path));
        Assert.Equal("Bearer the.id.token", request.Headers!["Authorization"].Single());
        Assert.True(Guid.TryParse(request.Headers["X-Correlation-Id"].Single(), out _));
        Assert.Equal("application/json", request.Headers["Content-Type"].Single());
        Assert.DoesNotContain("DPoP", request.Headers.Keys);
    }

    [Theory]
    [InlineData(200, "{}")]
    [InlineData(200, "[]")]
    [InlineData(200, "no json")]
    [InlineData(200, """{"uri":"not a url"}""")]
    [InlineData(200, """{"uri":"javascript:alert(1)"}""")]
    [InlineData(401, """{"detail":"Jan Janssens is not known"}""")]
    [InlineData(302, "")]
    [InlineData(503, "")]
    public async Task Make_AnythingElse_FailsWithoutQuoting(int status, string body)
    {
        Answer(status, body);
        var failed = Ends.Is<MadeVault.Failed>(await MakeAsync());
        Assert.DoesNotContain("Jan", failed.Detail, StringComparison.Ordinal);
        Assert.DoesNotContain("token", failed.Detail, StringComparison.Ordinal);
    }

    private Task<MadeVault> MakeAsync() =>
        new AthumiVaultMaker(_harness.Services.GetRequiredService<VaultHttp>(), new Uri($"http://localhost:{_platform.Port}/api/")).MakeAsync("the.id.token", CancellationToken.None);

    private void Answer(int status, string body) => _platform.Given(Request.Create().WithPath("/api/v1/webids"))
        .RespondWith(Response.Create().WithStatusCode(status).WithHeader("Content-Type", "application/json").WithBody(body));
}
