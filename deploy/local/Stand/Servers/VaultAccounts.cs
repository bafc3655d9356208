using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using SolidLoonfiches.Vault;

namespace SolidLoonfiches.Stand;

/// <summary>Sessions for accounts of the Solid server, by its account API: what a person does in its pages, without the browser.</summary>
internal sealed class VaultAccounts(HttpClient http, HttpClient vaultHttp, Uri server, TimeProvider clock) : IAsyncDisposable
{
    private readonly List<(Uri Resource, string Token)> _made = [];

    /// <summary>Makes the account, its log-in and its vault, as far as they are not there.</summary>
    public async Task EnsureAsync(VaultAccount account, CancellationToken cancellation)
    {
        var open = await SendAsync(HttpMethod.Get, new Uri(server, ".account/"), token: null, body: null, cancellation);
        if (await TryLogInAsync(open, account, cancellation) is not { } token)
        {
            token = Token(await SendAsync(HttpMethod.Post, Control(open, "account", "create"), token: null, new { }, cancellation));
            var fresh = await SendAsync(HttpMethod.Get, new Uri(server, ".account/"), token, body: null, cancellation);
            await SendAsync(HttpMethod.Post, Control(fresh, "password", "create"), token, new { email = account.Email, password = account.Password }, cancellation);
        }

        var own = await SendAsync(HttpMethod.Get, new Uri(server, ".account/"), token, body: null, cancellation);
        var vaults = await SendAsync(HttpMethod.Get, Control(own, "account", "pod"), token, body: null, cancellation);
        if (!vaults.GetProperty("pods").TryGetProperty(account.Storage(server).AbsoluteUri, out _))
        {
            await SendAsync(HttpMethod.Post, Control(own, "account", "pod"), token, new { name = account.Pod }, cancellation);
        }
    }

    /// <summary>Signs in with e-mail and password and makes client credentials, which <see cref="DisposeAsync"/> takes away again.</summary>
    /// <exception cref="StandException">The server does not let this account in.</exception>
    public async Task<VaultSession> SignInAsync(VaultAccount account, CancellationToken cancellation)
    {
        var open = await SendAsync(HttpMethod.Get, new Uri(server, ".account/"), token: null, body: null, cancellation);
        var token = await TryLogInAsync(open, account, cancellation) ?? throw new StandException($"The vault server does not let {account.Email} in with the password of the stand.");
        var own = await SendAsync(HttpMethod.Get, new Uri(server, ".account/"), token, body: null, cancellation);
        var made = await SendAsync(HttpMethod.Post, Control(own, "account", "clientCredentials"), token, new { name = "stand", webId = account.WebId(server).AbsoluteUri }, cancellation);
        _made.Add((new Uri(made.GetProperty("resource").GetString()!), token));
        return new ClientCredentialsSession(vaultHttp, server, account.WebId(server), made.GetProperty("id").GetString()!, made.GetProperty("secret").GetString()!, clock);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var (resource, token) in _made)
        {
            using var request = new HttpRequestMessage(HttpMethod.Delete, resource);
            request.Headers.Authorization = new AuthenticationHeaderValue("CSS-Account-Token", token);
            try
            {
                using var answer = await http.SendAsync(request, CancellationToken.None);
            }
            catch (HttpRequestException)
            {
                // The server is gone: whoever ended it is told of that, not of credentials that stay behind.
                break;
            }
        }

        _made.Clear();
    }

    private static Uri Control(JsonElement page, string group, string name) => new(page.GetProperty("controls").GetProperty(group).GetProperty(name).GetString()!);

    private static string Token(JsonElement answer) => answer.GetProperty("authorization").GetString() ?? throw new StandException("The vault server let somebody in without a token.");

    private async Task<string?> TryLogInAsync(JsonElement open, VaultAccount account, CancellationToken cancellation)
    {
        var (status, answer) = await TrySendAsync(HttpMethod.Post, Control(open, "password", "login"), token: null, new { email = account.Email, password = account.Password }, cancellation);
        return status == HttpStatusCode.OK ? Token(answer) : null;
    }

    private async Task<JsonElement> SendAsync(HttpMethod method, Uri url, string? token, object? body, CancellationToken cancellation)
    {
        var (status, answer) = await TrySendAsync(method, url, token, body, cancellation);
        return (int)status is >= 200 and < 300 ? answer : throw new StandException($"The vault server answered {(int)status} to {method} {url.AbsolutePath}: {answer}");
    }

    private async Task<(HttpStatusCode Status, JsonElement Answer)> TrySendAsync(HttpMethod method, Uri url, string? token, object? body, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(method, url);
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        if (token is not null)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("CSS-Account-Token", token);
        }

        if (body is not null)
        {
            request.Content = JsonContent.Create(body);
        }

        using var answer = await http.SendAsync(request, cancellation);
        using var json = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(cancellation));
        return (answer.StatusCode, json.RootElement.Clone());
    }
}
