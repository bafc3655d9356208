using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using SolidLoonfiches.Vault;

namespace SolidLoonfiches.Stand;

/// <summary>Sessions for accounts of the Solid server, by its account API: what a person does in its pages, without the browser.</summary>
internal sealed class VaultAccounts(HttpClient http, HttpClient vaultHttp, Uri server, TimeProvider clock) : IAsyncDisposable
{
    private readonly List<(Uri Resource, string Token)> _made = [];

    /// <summary>Signs in with e-mail and password and makes client credentials, which <see cref="DisposeAsync"/> takes away again.</summary>
    /// <exception cref="StandException">The server does not let this account in.</exception>
    public async Task<VaultSession> SignInAsync(VaultAccount account, CancellationToken cancellation)
    {
        var open = await SendAsync(HttpMethod.Get, new Uri(server, ".account/"), token: null, body: null, cancellation);
        var login = await SendAsync(HttpMethod.Post, Control(open, "password", "login"), token: null, new { email = account.Email, password = account.Password }, cancellation);
        var token = login.GetProperty("authorization").GetString() ?? throw new StandException($"The vault server let {account.Email} in without a token.");
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
            using var answer = await http.SendAsync(request, CancellationToken.None);
        }

        _made.Clear();
    }

    private static Uri Control(JsonElement page, string group, string name) => new(page.GetProperty("controls").GetProperty(group).GetProperty(name).GetString()!);

    private async Task<JsonElement> SendAsync(HttpMethod method, Uri url, string? token, object? body, CancellationToken cancellation)
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
        var text = await answer.Content.ReadAsStringAsync(cancellation);
        if (!answer.IsSuccessStatusCode)
        {
            throw new StandException($"The vault server answered {(int)answer.StatusCode} to {method} {url.AbsolutePath}: {text}");
        }

        using var json = JsonDocument.Parse(text);
        return json.RootElement.Clone();
    }
}
