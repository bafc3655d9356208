using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using System.Web;

namespace SolidLoonfiches.Vault.Tests;

/// <summary>A citizen at their vault's sign-in page, without a browser: the calls that its pages make.</summary>
internal sealed class CitizenBrowser(SolidServer server) : IDisposable
{
    private readonly HttpClient _http = new(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() });

    /// <summary>Signs in, and says yes or no. Gives the query with which the browser comes back.</summary>
    public async Task<Dictionary<string, string>> VisitAsync(Uri goTo, string name, bool consents)
    {
        await FollowAsync(goTo);
        var controls = (await JsonAsync(HttpMethod.Get, new Uri(server.Base, ".account/"), null))["controls"]!;
        await FollowAsync(await PostAsync(controls["password"]!["login"]!, new { email = SolidServer.EmailOf(name), password = SolidServer.Password, remember = false }));
        controls = (await JsonAsync(HttpMethod.Get, new Uri(server.Base, ".account/"), null))["controls"]!;
        await FollowAsync(await PostAsync(controls["oidc"]!["webId"]!, new { webId = server.WebIdOf(name).OriginalString, remember = false }));
        var answer = consents
            ? await PostAsync(controls["oidc"]!["consent"]!, new { remember = true })
            : await PostAsync(controls["oidc"]!["cancel"]!, new { });
        var back = await FollowAsync(answer) ?? throw new InvalidOperationException("The server did not send the citizen back.");
        var query = HttpUtility.ParseQueryString(back.Query);
        return query.AllKeys.OfType<string>().ToDictionary(key => key, key => query[key]!, StringComparer.Ordinal);
    }

    /// <summary>Follows redirects for as long as they lead to the vault's own server; the first that does not is the answer.</summary>
    private async Task<Uri?> FollowAsync(Uri url)
    {
        while (true)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, url);
            request.Headers.TryAddWithoutValidation("Accept", "application/json");
            using var response = await _http.SendAsync(request);
            if (response.Headers.Location is not { } location)
            {
                response.EnsureSuccessStatusCode();
                return null;
            }

            url = new Uri(url, location);
            if (url.Port != server.Base.Port)
            {
                return url;
            }
        }
    }

    private async Task<Uri> PostAsync(JsonNode url, object body) =>
        new((await JsonAsync(HttpMethod.Post, new Uri(url.GetValue<string>()), body))["location"]!.GetValue<string>());

    private async Task<JsonNode> JsonAsync(HttpMethod method, Uri url, object? body)
    {
        using var request = new HttpRequestMessage(method, url) { Content = body is null ? null : JsonContent.Create(body) };
        request.Headers.TryAddWithoutValidation("Accept", "application/json");
        using var response = await _http.SendAsync(request);
        response.EnsureSuccessStatusCode();
        return (await response.Content.ReadFromJsonAsync<JsonNode>())!;
    }

    public void Dispose() => _http.Dispose();
}
