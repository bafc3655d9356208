using Microsoft.EntityFrameworkCore;
using OpenIddict.Abstractions;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace SolidLoonfiches.AcmIdm;

/// <summary>Makes the one site known that may sign people in here.</summary>
internal static class Registration
{
    public static async Task RegisterSiteAsync(IServiceProvider services, ProviderSettings settings)
    {
        await using var scope = services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<DbContext>().Database.EnsureCreatedAsync();
        await scope.ServiceProvider.GetRequiredService<IOpenIddictApplicationManager>().CreateAsync(new OpenIddictApplicationDescriptor
        {
            ClientId = settings.ClientId,
            ClientSecret = settings.ClientSecret,
            ConsentType = ConsentTypes.Implicit,
            RedirectUris = { new Uri(settings.Site, "signin-oidc") },
            PostLogoutRedirectUris = { new Uri(settings.Site, "signout-callback-oidc"), settings.Site },
            Permissions =
            {
                Permissions.Endpoints.Authorization,
                Permissions.Endpoints.PushedAuthorization,
                Permissions.Endpoints.Token,
                Permissions.Endpoints.EndSession,
                Permissions.GrantTypes.AuthorizationCode,
                Permissions.ResponseTypes.Code,
                Permissions.Scopes.Profile,
                Permissions.Prefixes.Scope + "rrn",
                Permissions.Prefixes.Scope + "vo",
                Permissions.Prefixes.Scope + "webid",
            },
            Requirements = { Requirements.Features.ProofKeyForCodeExchange },
        });
    }
}
