using System.Text;
using System.Text.Json;

namespace SolidLoonfiches.Vault;

/// <summary>Posting to the services of an access-grant platform.</summary>
internal static class UmaJson
{
    /// <exception cref="VaultSignInException">Refused, not reached, or no JSON.</exception>
    public static async Task<JsonDocument> PostFormAsync(VaultHttp http, Uri url, IEnumerable<(string Name, string Value)> form, string authorization, CancellationToken cancellation) =>
        OidcJson.Parse(Demand(await SendFormAsync(http, url, form, authorization, cancellation)), "answer of the token endpoint");

    public static Task<VaultReply> SendFormAsync(VaultHttp http, Uri url, IEnumerable<(string Name, string Value)> form, string authorization, CancellationToken cancellation) =>
        http.SendAsync(
            new(HttpMethod.Post, url)
            {
                Accept = MediaTypes.Json,
                Body = Encoding.ASCII.GetBytes(string.Join('&', form.Select(field => Uri.EscapeDataString(field.Name) + "=" + Uri.EscapeDataString(field.Value)))),
                BodyType = MediaTypes.Form,
                Headers = [("Authorization", authorization)],
                ReadErrors = true,
            },
            cancellation);

    /// <exception cref="VaultSignInException">Refused, not reached, or no JSON.</exception>
    public static async Task<JsonDocument> PostJsonAsync(VaultHttp http, Uri url, string json, string authorization, string what, CancellationToken cancellation) =>
        OidcJson.Parse(
            Demand(await http.SendAsync(
                new(HttpMethod.Post, url) { Accept = MediaTypes.Json, Body = Encoding.UTF8.GetBytes(json), BodyType = MediaTypes.Json, Headers = [("Authorization", authorization)] },
                cancellation)),
            what);

    /// <exception cref="VaultSignInException">Refused or not reached.</exception>
    public static VaultReply.Answered Demand(VaultReply reply) => reply switch
    {
        VaultReply.Answered { IsSuccess: true } answer => answer,
        VaultReply.Answered answer => throw new VaultSignInException($"HTTP {(int)answer.Status}, {OAuthErrors.CodeOf(answer) ?? "no reason given"}"),
        VaultReply.Faulted fault => throw new VaultSignInException($"{fault.Fault}, {fault.Detail}"),
        _ => throw new InvalidOperationException(),
    };
}
