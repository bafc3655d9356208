using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using SolidLoonfiches.Dossiers;

namespace SolidLoonfiches.Service;

/// <summary>Sign-in by OpenID Connect (code and PKCE) at one provider, and a session in a cookie.</summary>
internal static class Login
{
    /// <summary>Scheme of the session.</summary>
    public const string Session = CookieAuthenticationDefaults.AuthenticationScheme;

    /// <summary>Scheme of the provider.</summary>
    public const string Provider = OpenIdConnectDefaults.AuthenticationScheme;

    public static void AddLogin(this IHostApplicationBuilder builder)
    {
        var settings = builder.Settings();
        var login = LoginOptions.Read(builder.Configuration);
        builder.Services.AddSingleton(login);
        builder.Services.AddScoped<VaultMaking>();
        builder.Services.AddPolicies();
        builder.Services
            .AddAuthentication(options =>
            {
                options.DefaultScheme = Session;
                options.DefaultChallengeScheme = Provider;
            })
            .AddCookie(Session, cookie => KeepSession(cookie, settings, login))
            .AddOpenIdConnect(Provider, provider => AskProvider(provider, settings, login));
    }

    /// <summary><c>/signin</c> sends people to the provider; whoever comes back lands on <c>/start</c>, which knows where they belong.</summary>
    public static void MapSignIn(this IEndpointRouteBuilder site) =>
        site.MapGet("/signin", () => TypedResults.Challenge(new AuthenticationProperties { RedirectUri = "/start" }, [Provider])).AllowAnonymous();

    private static void KeepSession(CookieAuthenticationOptions cookie, ServiceSettings settings, LoginOptions login)
    {
        Protect(cookie.Cookie, settings, "loonfiches");
        cookie.ExpireTimeSpan = login.SessionLifetime;
        cookie.SlidingExpiration = true;
        SessionEnd.Limit(cookie.Events, login.SessionLongest);
        // A page of another role answers as one that does not exist.
        cookie.Events.OnRedirectToAccessDenied = context =>
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        };
    }

    private static void AskProvider(OpenIdConnectOptions provider, ServiceSettings settings, LoginOptions login)
    {
        provider.Authority = login.Authority?.AbsoluteUri;
        provider.RequireHttpsMetadata = login.Authority?.Scheme == Uri.UriSchemeHttps;
        provider.ClientId = login.ClientId;
        provider.ClientSecret = login.PrivateKeyFile.Length == 0 ? login.ClientSecret : null;
        provider.ResponseType = OpenIdConnectResponseType.Code;
        // In the query, so that the cookies can be SameSite=Lax: a form posted from the provider would need None.
        provider.ResponseMode = OpenIdConnectResponseMode.Query;
        provider.UsePkce = true;
        provider.MapInboundClaims = false;
        provider.SaveTokens = false;
        provider.Scope.Clear();
        foreach (var scope in login.Scope.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            provider.Scope.Add(scope);
        }

        Protect(provider.NonceCookie, settings, "aanmelden-n.");
        Protect(provider.CorrelationCookie, settings, "aanmelden-c.");
        provider.NonceCookie.Path = provider.CorrelationCookie.Path = "/";
        provider.Events.OnTokenValidated = KeepWhoSignedInAsync;
        provider.Events.OnRedirectToIdentityProvider = context =>
        {
            context.ProtocolMessage.AcrValues = login.Assurance.Count > 0 ? string.Join(' ', login.Assurance) : null;
            return Task.CompletedTask;
        };
        if (ClientAssertion.Read(login, TimeProvider.System) is { } assertion)
        {
            provider.Events.OnPushAuthorization = async context =>
            {
                assertion.Sign(context.ProtocolMessage, await TokenEndpointAsync(context.Options, context.HttpContext));
                context.HandleClientAuthentication();
            };
            provider.Events.OnAuthorizationCodeReceived = async context =>
                assertion.Sign(context.TokenEndpointRequest!, await TokenEndpointAsync(context.Options, context.HttpContext));
        }

        provider.Events.OnRedirectToIdentityProviderForSignOut = context =>
        {
            // Not id_token_hint: the token holds the INSZ, and this message is a query string (OpenID Connect RP-Initiated Logout 1.0 §2).
            context.ProtocolMessage.ClientId = login.ClientId;
            return Task.CompletedTask;
        };
        provider.Events.OnRemoteFailure = context =>
        {
            context.HandleResponse();
            context.Response.Redirect(context.Failure?.Data["error"] is "access_denied" ? "/" : "/signinfailed");
            return Task.CompletedTask;
        };
    }

    private static async Task<string> TokenEndpointAsync(OpenIdConnectOptions provider, HttpContext http) =>
        (await provider.ConfigurationManager!.GetConfigurationAsync(http.RequestAborted)).TokenEndpoint;

    private static async Task KeepWhoSignedInAsync(TokenValidatedContext context)
    {
        var services = context.HttpContext.RequestServices;
        var login = services.GetRequiredService<LoginOptions>();
        var claims = context.Principal ?? throw new InvalidOperationException("A validated token has a principal.");
        var person = SignedIn.FromProvider(claims, login.Claims);
        var problem = person switch
        {
            _ when login.Assurance.Count > 0 && !login.Assurance.Contains(claims.FindFirst(login.Claims.Assurance)?.Value ?? "") => "assurance",
            SignedIn.OfOcmw of when !await services.GetRequiredService<RememberStaff>().RunAsync(of.Staff, context.HttpContext.RequestAborted) => "ocmw",
            SignedIn.Nobody => "nobody",
            _ => null,
        };
        if (problem is not null)
        {
            context.HandleResponse();
            context.Response.Redirect("/signinfailed/" + problem);
            return;
        }

        person = await services.GetRequiredService<VaultMaking>().FinishAsync(context, person);
        context.Principal = person.ToPrincipal(Session);
    }

    /// <summary>HttpOnly, Lax (the provider's and the vault's answers are navigations from elsewhere) and, under https, Secure and bound to this host.</summary>
    public static void Protect(CookieBuilder cookie, ServiceSettings settings, string name)
    {
        cookie.Name = settings.CookieName(name);
        cookie.HttpOnly = true;
        cookie.IsEssential = true;
        cookie.SameSite = SameSiteMode.Lax;
        cookie.SecurePolicy = settings.IsHttps ? CookieSecurePolicy.Always : CookieSecurePolicy.None;
    }
}
