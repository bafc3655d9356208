using System.Text.Json;

namespace SolidLoonfiches.Vault;

/// <summary>
/// Athumi's pod platform: <c>PUT /v1/webids</c> with the person's ID token of ACM/IDM. After public descriptions of the
/// message (an integration specification of WellData users, and clients on GitHub); it has not met the real platform.
/// </summary>
internal sealed class AthumiVaultMaker(VaultHttp http, Uri platform) : IVaultMaker
{
    public async Task<MadeVault> MakeAsync(string idToken, CancellationToken cancellation)
    {
        var reply = await http.SendAsync(
            new(HttpMethod.Put, new Uri(platform, "v1/webids"))
            {
                Accept = MediaTypes.Json,
                Body = ReadOnlyMemory<byte>.Empty,
                BodyType = MediaTypes.Json,
                Headers = [("Authorization", "Bearer " + idToken), ("X-Correlation-Id", Guid.NewGuid().ToString())],
            },
            cancellation);
        return reply switch
        {
            VaultReply.Answered { IsSuccess: true } answer => Read(answer),
            VaultReply.Answered answer => new MadeVault.Failed($"HTTP {(int)answer.Status}"),
            VaultReply.Faulted fault => new MadeVault.Failed($"{fault.Fault}, {fault.Detail}"),
            _ => throw new InvalidOperationException(),
        };
    }

    private static MadeVault Read(VaultReply.Answered answer)
    {
        try
        {
            using var json = JsonDocument.Parse(answer.Body);
            return json.RootElement.ValueKind == JsonValueKind.Object && OidcJson.Url(json.RootElement, "uri") is { Scheme: "https" or "http" } webId
                ? new MadeVault.Made(webId, Login: null)
                : new MadeVault.Failed("the answer names no WebID");
        }
        catch (JsonException)
        {
            return new MadeVault.Failed("the answer is not JSON");
        }
    }
}
