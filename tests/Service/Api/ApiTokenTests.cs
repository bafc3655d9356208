using System.Net;
using Microsoft.EntityFrameworkCore;
using SolidLoonfiches.Dossiers;

namespace SolidLoonfiches.Service.Tests;

public sealed class ApiTokenTests : IAsyncLifetime
{
    private readonly Site _site = new();

    public async ValueTask InitializeAsync() => await World.MakeAsync(_site);

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Fact]
    public async Task Token_WithIdAndSecret_OpensWhatTheClientMay()
    {
        var client = await _site.RegisterAsync(World.Gent, ApiScopes.ReadDossiers, ApiScopes.Events);
        var http = await _site.BrowserAsync();
        using var answer = await http.AskTokenAsync(client.ClientId.ToString(), client.Secret);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var token = await answer.JsonAsync();
        Assert.Equal("Bearer", token.GetProperty("token_type").GetString());
        Assert.InRange(token.GetProperty("expires_in").GetInt32(), 1700, 1800);
        http.DefaultRequestHeaders.Authorization = new("Bearer", token.GetProperty("access_token").GetString());
        Assert.Equal(HttpStatusCode.OK, (await http.AskAsync("/dossiers")).StatusCode);
        Assert.Equal("missing-scope", await (await http.AskAsync("/payments")).ProblemAsync());
        Assert.NotNull((await _site.InDatabaseAsync(db => db.ApiClients.SingleAsync())).LastTokenAt);
    }

    [Fact]
    public async Task Token_ForLessThanTheClientMay_OpensThatAlone()
    {
        var client = await _site.RegisterAsync(World.Gent);
        var http = await _site.BrowserAsync();
        using var answer = await http.AskTokenAsync(client.ClientId.ToString(), client.Secret, scope: ApiScopes.Events);
        http.DefaultRequestHeaders.Authorization = new("Bearer", (await answer.JsonAsync()).GetProperty("access_token").GetString());
        Assert.Equal(HttpStatusCode.OK, (await http.AskAsync("/events")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await http.AskAsync("/dossiers")).StatusCode);
    }

    [Fact]
    public async Task Token_AskedWrongly_IsNotGiven()
    {
        var client = await _site.RegisterAsync(World.Gent, ApiScopes.ReadDossiers);
        var http = await _site.BrowserAsync();
        var id = client.ClientId.ToString();
        Assert.Equal("invalid_client", await ErrorAsync(await http.AskTokenAsync(id, client.Secret + "x")));
        Assert.Equal("invalid_client", await ErrorAsync(await http.AskTokenAsync(Guid.NewGuid().ToString(), client.Secret)));
        Assert.Equal("invalid_client", await ErrorAsync(await http.AskTokenAsync("nobody", client.Secret)));
        Assert.Equal("invalid_scope", await ErrorAsync(await http.AskTokenAsync(id, client.Secret, scope: ApiScopes.WriteFacts)));
        Assert.Equal("unsupported_grant_type", await ErrorAsync(await http.AskTokenAsync(id, client.Secret, grant: "password")));
    }

    [Fact]
    public async Task Secret_IsKeptAsItsHash_AndInNoLog()
    {
        var client = await _site.RegisterAsync(World.Gent);
        var http = await _site.BrowserAsync();
        using var answer = await http.AskTokenAsync(client.ClientId.ToString(), client.Secret);
        var token = (await answer.JsonAsync()).GetProperty("access_token").GetString()!;
        var kept = await _site.InDatabaseAsync(db => db.ApiClients.AsNoTracking().SingleAsync());
        Assert.Equal(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(client.Secret)), kept.SecretHash);
        Assert.All(_site.Log.Lines, line => Assert.False(line.Contains(client.Secret, StringComparison.Ordinal) || line.Contains(token, StringComparison.Ordinal), line));
    }

    [Fact]
    public async Task Token_OfAClientThatWasRemoved_IsOfNoUseAtOnce()
    {
        var http = await _site.SoftwareAsync();
        Assert.Equal(HttpStatusCode.OK, (await http.AskAsync("/dossiers")).StatusCode);
        await _site.InDatabaseAsync(db => db.ApiClients.ExecuteUpdateAsync(c => c.SetProperty(x => x.RemovedAt, World.Then)));
        Assert.Equal("unauthenticated", await (await http.AskAsync("/dossiers")).ProblemAsync());
    }

    [Fact]
    public async Task Session_OfAPersonInABrowser_IsNoToken()
    {
        var browser = await _site.BrowserAsync(World.AdministratorOfGent);
        Assert.Equal("unauthenticated", await (await browser.AskAsync("/dossiers")).ProblemAsync());
    }

    [Fact]
    public async Task Metadata_OfTheServer_NamesTheTokenEndpoint()
    {
        var http = await _site.BrowserAsync();
        var says = await (await http.GetAsync("/.well-known/oauth-authorization-server")).JsonAsync();
        Assert.Equal("http://localhost:5480/api/v1/token", says.GetProperty("token_endpoint").GetString());
        Assert.Equal(["client_credentials"], says.GetProperty("grant_types_supported").EnumerateArray().Select(one => one.GetString()));
    }

    [Fact]
    public async Task Requests_MoreThanTheLimit_WaitForAsLongAsTheySay()
    {
        await using var site = new Site(("Api:RequestsPerMinute", "2"));
        await World.MakeAsync(site);
        var (one, other) = (await site.SoftwareAsync(), await site.SoftwareAsync());
        await one.AskAsync("/events");
        await one.AskAsync("/events");
        using var third = await one.AskAsync("/events");
        Assert.Equal("too-many-requests", await third.ProblemAsync());
        Assert.InRange(third.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 60);
        Assert.Equal(HttpStatusCode.OK, (await other.AskAsync("/events")).StatusCode);
    }

    [Fact]
    public async Task Tokens_AskedMoreThanTheLimit_AreSlowedDown()
    {
        await using var site = new Site(("Api:TokensPerMinute", "2"));
        await World.MakeAsync(site);
        var http = await site.BrowserAsync();
        await http.AskTokenAsync("nobody", "x");
        await http.AskTokenAsync("nobody", "x");
        using var third = await http.AskTokenAsync("nobody", "x");
        Assert.Equal("too-many-requests", await third.ProblemAsync());
        Assert.NotNull(third.Headers.RetryAfter);
    }

    private static async Task<string?> ErrorAsync(HttpResponseMessage answer)
    {
        Assert.InRange((int)answer.StatusCode, 400, 401);
        return (await answer.JsonAsync()).GetProperty("error").GetString();
    }
}
