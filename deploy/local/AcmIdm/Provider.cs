using System.Security.Claims;
using Microsoft.AspNetCore;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using OpenIddict.Abstractions;
using OpenIddict.Server.AspNetCore;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace SolidLoonfiches.AcmIdm;

/// <summary>Authorization code with PKCE, pushed requests and end session, on the paths of ACM/IDM.</summary>
internal static class Provider
{
    private const string AuthorizePath = "op/v1/auth";
    private const string EndSessionPath = "op/v1/logout";

    public static void AddProvider(this WebApplicationBuilder builder, ProviderSettings settings)
    {
        // Codes and registrations live as long as the process: this connection holds the memory.
        var memory = new SqliteConnection("Data Source=acmidm;Mode=Memory;Cache=Shared");
        memory.Open();
        builder.Services.AddSingleton(memory);
        builder.Services.AddDbContext<DbContext>(options => options.UseSqlite(memory.ConnectionString).UseOpenIddict());
        builder.Services.AddAuthentication();
        // The requests of end session carry an ID token, and with it an INSZ.
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.Services.AddSingleton<IDataProtectionProvider, EphemeralDataProtectionProvider>();
        builder.Services.AddOpenIddict()
            .AddCore(core => core.UseEntityFrameworkCore().UseDbContext<DbContext>())
            .AddServer(server =>
            {
                server.SetIssuer(settings.Issuer)
                    .SetAuthorizationEndpointUris(AuthorizePath)
                    .SetPushedAuthorizationEndpointUris("op/v1/par")
                    .SetTokenEndpointUris("op/v1/token")
                    .SetEndSessionEndpointUris(EndSessionPath);
                server.AllowAuthorizationCodeFlow().RequireProofKeyForCodeExchange();
                server.RegisterScopes(Scopes.OpenId, Scopes.Profile, "rrn", "vo", "webid");
                server.RegisterClaims("rrn", "webid", "vo_orgcode", "vo_orgnaam", "vo_email", "vo_id", "vo_doelgroepcode", "loonfiches_rol_3d");
                server.Configure(options => options.CodeChallengeMethods.Remove(CodeChallengeMethods.Plain));
                server.AddEphemeralEncryptionKey().AddEphemeralSigningKey().DisableAccessTokenEncryption();
                // Plain http: it only listens on loopback.
                server.UseAspNetCore().DisableTransportSecurityRequirement().EnableAuthorizationEndpointPassthrough().EnableEndSessionEndpointPassthrough();
            });
    }

    public static void MapProvider(this WebApplication app, ProviderSettings settings)
    {
        app.MapGet("/", () => Html(PersonaPage.Overview(settings)));
        app.MapMethods("/" + AuthorizePath, [HttpMethods.Get, HttpMethods.Post], (Delegate)((HttpContext http) => AuthorizeAsync(http, settings))).DisableAntiforgery();
        app.MapMethods("/" + EndSessionPath, [HttpMethods.Get, HttpMethods.Post], () => Results.SignOut(authenticationSchemes: [OpenIddictServerAspNetCoreDefaults.AuthenticationScheme])).DisableAntiforgery();
    }

    private static async Task<IResult> AuthorizeAsync(HttpContext http, ProviderSettings settings)
    {
        var request = http.GetOpenIddictServerRequest() ?? throw new InvalidOperationException("OpenIddict did not read this request.");
        var form = http.Request.HasFormContentType ? await http.Request.ReadFormAsync(http.RequestAborted) : null;
        if (form is null || !form.TryGetValue(PersonaPage.Field, out var chosen))
        {
            var parameters = form is null ? http.Request.Query.AsEnumerable() : form;
            return Html(PersonaPage.Choose(settings.Personas, "/" + AuthorizePath, parameters));
        }

        var persona = settings.Personas.FirstOrDefault(one => one.Subject == chosen);
        if (persona is null)
        {
            return Results.BadRequest("There is no such persona.");
        }

        var scopes = request.GetScopes();
        var identity = new ClaimsIdentity(OpenIddictServerAspNetCoreDefaults.AuthenticationScheme, Claims.Name, Claims.Role);
        identity.SetClaim(Claims.Subject, persona.Subject);
        foreach (var claim in persona.ClaimsFor(scopes).Where(claim => claim.Key != Claims.Subject).GroupBy(claim => claim.Key, claim => claim.Value, StringComparer.Ordinal))
        {
            identity.SetClaims(claim.Key, [.. claim]);
        }

        identity.SetScopes(scopes);
        identity.SetDestinations(static _ => [Destinations.AccessToken, Destinations.IdentityToken]);
        return Results.SignIn(new ClaimsPrincipal(identity), authenticationScheme: OpenIddictServerAspNetCoreDefaults.AuthenticationScheme);
    }

    private static IResult Html(string page) => Results.Content(page, "text/html; charset=utf-8");
}
