using System.Net;
using System.Security.Claims;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using SolidLoonfiches.Dossiers;

namespace SolidLoonfiches.Service.Tests;

/// <summary>The site as it runs, on a SQLite file of its own, without a provider to sign in at: people get the session that signing in would give them.</summary>
internal sealed class Site : WebApplicationFactory<Program>
{
    public const string Provider = "http://localhost:5481";

    // Migrating costs more than all else at a start: done once, copied by each.
    private static readonly Lazy<string> Migrated = new(() => MigrateAsync().GetAwaiter().GetResult());

    private readonly string _folder = Directory.CreateTempSubdirectory("loonfiches-service-").FullName;
    private readonly Dictionary<string, string> _settings;

    /// <param name="settings">Instead of, or besides, those of a test.</param>
    public Site(params (string Name, string Value)[] settings)
    {
        _settings = new(StringComparer.Ordinal)
        {
            ["Service:BaseUrl"] = "http://localhost:5480/",
            ["Service:Data"] = _folder,
            ["Login:Authority"] = Provider + "/",
            ["Login:ClientId"] = "loonfiches",
            ["Login:ClientSecret"] = "secret",
            ["Mail:Host"] = "localhost",
            ["Mail:From"] = "loonfiches@localhost.test",
            ["Mail:Security"] = "None",
            ["Vault:AllowLoopback"] = "true",
            ["Ocmws:0:Kbo"] = World.Gent,
            ["Ocmws:0:Name"] = "OCMW Gent",
            ["Ocmws:1:Kbo"] = World.Aalst,
            ["Ocmws:1:Name"] = "OCMW Aalst",
        };
        foreach (var (name, value) in settings)
        {
            _settings[name] = value;
        }

        File.Copy(Migrated.Value, Path.Combine(_folder, "dossiers.db"));
    }

    /// <summary>Everything that the site wrote to its log.</summary>
    public LogLines Log { get; } = new();

    /// <summary>What the provider's metadata would say.</summary>
    public OpenIdConnectConfiguration Metadata { get; } = new()
    {
        Issuer = Provider + "/",
        AuthorizationEndpoint = Provider + "/op/v1/auth",
        TokenEndpoint = Provider + "/op/v1/token",
        EndSessionEndpoint = Provider + "/op/v1/logout",
    };

    /// <summary>Answers for the provider's token endpoint.</summary>
    public HttpMessageHandler? Backchannel { get; init; }

    /// <summary>Replaces services for one test.</summary>
    public Action<IServiceCollection>? Replace { get; init; }

    /// <summary>A browser that follows no redirects; signed in with these claims of the provider, if any.</summary>
    public async Task<HttpClient> BrowserAsync(params (string Type, string Value)[] claims)
    {
        var browser = CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false, BaseAddress = new Uri(_settings["Service:BaseUrl"]) });
        if (claims.Length > 0)
        {
            var answer = await browser.PostAsync(SignInHere, new FormUrlEncodedContent(claims.Select(claim => KeyValuePair.Create(claim.Type, claim.Value))));
            Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
        }

        return browser;
    }

    public async Task<T> InDatabaseAsync<T>(Func<DossierDb, Task<T>> work)
    {
        await using var scope = Services.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<DossierDb>());
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        foreach (var (name, value) in _settings)
        {
            builder.UseSetting(name, value);
        }

        builder.ConfigureLogging(logging => logging.ClearProviders().AddProvider(Log).SetMinimumLevel(LogLevel.Trace));
        builder.ConfigureTestServices(services =>
        {
            // No clockwork and no outbox: they are tested in their own rooms.
            foreach (var worker in services.Where(service => service.ServiceType == typeof(IHostedService) && Worker(service)).ToList())
            {
                services.Remove(worker);
            }

            services.AddSingleton<IStartupFilter, SignInHereFilter>();
            services.PostConfigure<OpenIdConnectOptions>(Login.Provider, provider =>
            {
                provider.Configuration = Metadata;
                provider.ConfigurationManager = new Microsoft.IdentityModel.Protocols.StaticConfigurationManager<OpenIdConnectConfiguration>(Metadata);
                provider.Backchannel = Backchannel is null ? provider.Backchannel : new HttpClient(Backchannel);
            });
            Replace?.Invoke(services);
        });
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    private const string SignInHere = "/test-sign-in";

    private static async Task<string> MigrateAsync()
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("loonfiches-migrated-").FullName, "dossiers.db");
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(Path.GetDirectoryName(file)!, recursive: true);
        await using (var services = new ServiceCollection().AddDossiers(new StorageOptions { Provider = "Sqlite", ConnectionString = "Data Source=" + file }).BuildServiceProvider())
        {
            await DossierServices.MigrateAsync(services, CancellationToken.None);
        }

        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        return file;
    }

    private static bool Worker(ServiceDescriptor service) =>
        (service.ImplementationType ?? service.ImplementationInstance?.GetType() ?? service.ImplementationFactory?.Method.DeclaringType)?.Assembly.GetName().Name is { } assembly
        && (assembly.StartsWith("Quartz", StringComparison.Ordinal) || assembly.StartsWith("SolidLoonfiches", StringComparison.Ordinal));

    /// <summary>Reads posted claims as those of a provider's ID token, by the same code as a real sign-in.</summary>
    private sealed class SignInHereFilter : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use(async (http, following) =>
            {
                if (http.Request.Path != SignInHere)
                {
                    await following(http);
                    return;
                }

                var form = await http.Request.ReadFormAsync();
                var claims = form.SelectMany(pair => pair.Value.Select(value => new Claim(pair.Key, value ?? "")));
                var person = SignedIn.FromProvider(new ClaimsPrincipal(new ClaimsIdentity(claims, "provider")), new ClaimNames());
                await http.SignInAsync(Login.Session, person.ToPrincipal(Login.Session));
                http.Response.StatusCode = StatusCodes.Status204NoContent;
            });
            next(app);
        };
    }
}

/// <summary>What people do in a browser.</summary>
internal static partial class Browsing
{
    /// <summary>Opens <paramref name="page"/>, and sends its form to <paramref name="action"/> with the page's own token.</summary>
    public static async Task<HttpResponseMessage> SendFormAsync(this HttpClient browser, string page, string? action, params (string Name, string Value)[] fields)
    {
        var html = await browser.GetStringAsync(page);
        var token = Token().Match(html).Groups["token"].Value;
        Assert.NotEmpty(token);
        return await browser.PostAsync(action ?? page, new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)).Append(KeyValuePair.Create("_formulier", token))));
    }

    public static async Task<string> HtmlAsync(this HttpResponseMessage answer) => WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());

    /// <summary>The page's text as a person reads it.</summary>
    public static async Task<string> ReadAsync(this HttpClient browser, string page)
    {
        var answer = await browser.GetAsync(page);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return Spaces().Replace(await answer.HtmlAsync(), " ");
    }

    [GeneratedRegex("name=\"_formulier\" type=\"hidden\" value=\"(?<token>[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Token();

    [GeneratedRegex(@"\s+", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Spaces();
}
