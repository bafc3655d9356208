using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using SolidLoonfiches.Dossiers;

namespace SolidLoonfiches.Service.Tests;

/// <summary>Software of an OCMW, as it uses the API: registered by an administrator, with a token that it asked for itself.</summary>
internal static class ApiClients
{
    public const string Root = "/api/v1";

    public static async Task<RegisterClient.Outcome.Registered> RegisterAsync(this Site site, string ocmw, params string[] scopes)
    {
        await using var scope = site.Services.CreateAsyncScope();
        var outcome = await scope.ServiceProvider.GetRequiredService<RegisterClient>().RunAsync(new("Pakket", scopes.Length == 0 ? [.. ApiScopes.All] : scopes, new Staff("admin", ocmw, "Bo Beheerder", null)), CancellationToken.None);
        return Assert.IsType<RegisterClient.Outcome.Registered>(outcome);
    }

    /// <summary>Software with a token for all that it may do.</summary>
    public static async Task<HttpClient> SoftwareAsync(this Site site, string ocmw = World.Gent, params string[] scopes)
    {
        var registered = await site.RegisterAsync(ocmw, scopes);
        var http = await site.BrowserAsync();
        using var answer = await http.AskTokenAsync(registered.ClientId.ToString(), registered.Secret);
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", (await answer.JsonAsync()).GetProperty("access_token").GetString());
        return http;
    }

    public static async Task<HttpResponseMessage> AskTokenAsync(this HttpClient http, string id, string secret, string? scope = null, string grant = "client_credentials")
    {
        using var ask = new HttpRequestMessage(HttpMethod.Post, Root + "/token") { Content = new FormUrlEncodedContent([new("grant_type", grant), .. scope is null ? Array.Empty<KeyValuePair<string, string>>() : [new("scope", scope)]]) };
        ask.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{id}:{secret}")));
        return await http.SendAsync(ask);
    }

    public static Task<HttpResponseMessage> AskAsync(this HttpClient http, string path) => http.GetAsync(Root + path);

    /// <param name="body">As JSON; a string is sent as it is.</param>
    public static async Task<HttpResponseMessage> WriteAsync(this HttpClient http, string path, object body, string? key = "", string? ifMatch = null)
    {
        using var ask = new HttpRequestMessage(HttpMethod.Post, Root + path) { Content = body is string text ? new StringContent(text, Encoding.UTF8, "application/json") : JsonContent.Create(body) };
        if (key is not null)
        {
            ask.Headers.Add("Idempotency-Key", key.Length > 0 ? key : Guid.NewGuid().ToString("N"));
        }

        if (ifMatch is not null)
        {
            ask.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        }

        return await http.SendAsync(ask);
    }

    public static async Task<JsonElement> JsonAsync(this HttpResponseMessage answer)
    {
        using var json = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        return json.RootElement.Clone();
    }

    /// <summary>The code of the problem that an answer is, after everything else about it was held to the registry.</summary>
    public static async Task<string> ProblemAsync(this HttpResponseMessage answer)
    {
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.Content.Headers.ContentType?.MediaType == "application/problem+json", $"{(int)answer.StatusCode} {answer.Content.Headers.ContentType}: {text}");
        var problem = await answer.JsonAsync();
        var code = problem.GetProperty("code").GetString()!;
        var kind = ApiProblems.All.Single(one => one.Code == code);
        Assert.Equal((kind.Status, kind.Status, kind.Title), ((int)answer.StatusCode, problem.GetProperty("status").GetInt32(), problem.GetProperty("title").GetString()));
        Assert.EndsWith("/api/v1/problems/" + code, problem.GetProperty("type").GetString(), StringComparison.Ordinal);
        return code;
    }

    public static object Category(int category = 2, string from = "2026-10-01", string evidence = "attest van gezinssamenstelling") => new { from, evidence, value = new { fact = "category", category } };
}
