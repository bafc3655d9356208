using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace SolidLoonfiches.Vault;

/// <summary>An account and a vault on a Community Solid Server 7, by its account API: what a person does in its pages. For a stand; the name says nothing of the person.</summary>
internal sealed class SolidServerVaultMaker(VaultHttp http, Uri server) : IVaultMaker
{
    public async Task<MadeVault> MakeAsync(string idToken, CancellationToken cancellation)
    {
        var name = "kluis-" + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8));
        var login = new VaultLogin(name + "@kluis.example", RandomNumberGenerator.GetString("abcdefghjkmnpqrstuvwxyz23456789", 16));
        try
        {
            var open = await AskAsync(HttpMethod.Get, new Uri(server, ".account/"), null, null, cancellation);
            var account = await AskAsync(HttpMethod.Post, Control(open, "account", "create"), null, "{}", cancellation);
            var token = OidcJson.Text(account, "authorization") ?? throw new VaultSignInException("the account came without a token");
            var own = await AskAsync(HttpMethod.Get, new Uri(server, ".account/"), token, null, cancellation);
            await AskAsync(HttpMethod.Post, Control(own, "password", "create"), token, JsonSerializer.Serialize(new { email = login.Email, password = login.Password }), cancellation);
            var vault = await AskAsync(HttpMethod.Post, Control(own, "account", "pod"), token, JsonSerializer.Serialize(new { name }), cancellation);
            return OidcJson.Url(vault, "webId") is { } webId ? new MadeVault.Made(webId, login) : new MadeVault.Failed("the vault came without a WebID");
        }
        catch (VaultSignInException e)
        {
            return new MadeVault.Failed(e.Message);
        }
    }

    private async Task<JsonElement> AskAsync(HttpMethod method, Uri url, string? token, string? body, CancellationToken cancellation)
    {
        var reply = await http.SendAsync(
            new(method, url)
            {
                Accept = MediaTypes.Json,
                Body = body is null ? default(ReadOnlyMemory<byte>?) : Encoding.UTF8.GetBytes(body),
                BodyType = MediaTypes.Json,
                Headers = token is null ? [] : [("Authorization", "CSS-Account-Token " + token)],
            },
            cancellation);
        switch (reply)
        {
            case VaultReply.Answered { Status: HttpStatusCode.OK } answer:
                using (var json = OidcJson.Parse(answer, "answer of the account API"))
                {
                    return json.RootElement.Clone();
                }

            case VaultReply.Answered answer:
                throw new VaultSignInException($"the account API gave HTTP {(int)answer.Status}");
            case VaultReply.Faulted fault:
                throw new VaultSignInException($"the account API was not reached: {fault.Fault}, {fault.Detail}");
            default:
                throw new InvalidOperationException();
        }
    }

    private static Uri Control(JsonElement page, string group, string name) =>
        page.TryGetProperty("controls", out var controls) && controls.TryGetProperty(group, out var found) && OidcJson.Url(found, name) is { } url
            ? url
            : throw new VaultSignInException($"the account API offers no {group}.{name}");
}
