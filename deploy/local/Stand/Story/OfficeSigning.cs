using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using SolidLoonfiches.Sources;
using SolidLoonfiches.Vault;

namespace SolidLoonfiches.Stand;

/// <summary>The payroll office's own key, and its public half where everybody can find it: named in the WebID document, beside which it lies.</summary>
internal static class OfficeSigning
{
    /// <summary>The key of the data folder, made where there is none. Secret: for this user alone.</summary>
    public static SigningKey KeyOf(DataFolder data)
    {
        var file = Path.Combine(data.Root, "office.key.json");
        if (!File.Exists(file))
        {
            using var key = SigningKey.Create();
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows())
            {
                options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            }

            using var writer = new StreamWriter(file, options);
            writer.Write(key.ToPrivateJwk());
        }

        return SigningKey.Parse(File.ReadAllText(file));
    }

    /// <summary>Puts the key set beside the WebID document, readable for everybody, and names it there.</summary>
    /// <exception cref="StandException">The vault server did not take it.</exception>
    public static async Task PublishAsync(SigningKey key, SolidVault vault, HttpClient http, VaultSession office, CancellationToken cancellation)
    {
        var card = new Uri(office.WebId.GetLeftPart(UriPartial.Query));
        var set = new Uri(card, "keys.json");
        var keys = new JsonObject { ["keys"] = new JsonArray(key.ToPublicJwk()) };
        await PutJsonAsync(set, keys.ToJsonString(), http, office, cancellation);
        await PutAsync(new Uri(set + ".acl"), $"""
            @prefix acl: <http://www.w3.org/ns/auth/acl#> .
            <#owner> a acl:Authorization ; acl:agent <{office.WebId}> ; acl:accessTo <{set}> ; acl:mode acl:Read, acl:Write, acl:Control .
            <#all> a acl:Authorization ; acl:agentClass <http://xmlns.com/foaf/0.1/Agent> ; acl:accessTo <{set}> ; acl:mode acl:Read .
            """);
        var profile = await vault.GetAsync(card, knownETag: null, office, cancellation) is VaultAnswer<VaultDocument>.Ok(var document)
            ? Encoding.UTF8.GetString(document.Body.Span)
            : throw new StandException($"The payroll office cannot read its own {card}.");
        var naming = $"<{office.WebId}> <https://w3id.org/loonfiche#signingKeys> <{set}> .";
        if (!profile.Contains("loonfiche#signingKeys", StringComparison.Ordinal))
        {
            await PutAsync(card, profile + "\n" + naming);
        }

        async Task PutAsync(Uri url, string turtle)
        {
            if (await vault.PutAsync(url, Encoding.UTF8.GetBytes(turtle), office, cancellation) is not VaultAnswer<Uri>.Ok)
            {
                throw new StandException($"The payroll office could not write {url}.");
            }
        }
    }

    private static async Task PutJsonAsync(Uri url, string json, HttpClient http, VaultSession office, CancellationToken cancellation)
    {
        var token = await office.TokenAsync(cancellation);
        using var request = new HttpRequestMessage(HttpMethod.Put, url) { Content = new StringContent(json, new MediaTypeHeaderValue("application/json")) };
        request.Headers.Authorization = new AuthenticationHeaderValue("DPoP", token.AccessToken);
        request.Headers.Add("DPoP", token.Key.Proof(HttpMethod.Put, url, token.AccessToken));
        using var answer = await http.SendAsync(request, cancellation);
        if (!answer.IsSuccessStatusCode)
        {
            throw new StandException($"The payroll office could not write {url}: {(int)answer.StatusCode}.");
        }
    }
}
