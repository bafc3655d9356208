using System.Net.Mime;
using System.Text;
using Microsoft.AspNetCore.Http.HttpResults;
using SolidLoonfiches.Dossiers;
using SolidLoonfiches.Vault;

namespace SolidLoonfiches.Service;

/// <summary>The service's own identity, as vaults read it (Solid-OIDC 0.1 §5 and §7, OpenID Connect Discovery 1.0).</summary>
internal static class IdentityDocuments
{
    // A vault may keep them briefly. The next signing key is published well before it signs, so a kept key set never lacks one.
    private const string Briefly = "public, max-age=60";

    public static void MapIdentityDocuments(this IEndpointRouteBuilder site)
    {
        var documents = site.MapGroup("").AllowAnonymous();
        // The client is ours in any case; who vouches for us may be another.
        if (site.ServiceProvider.GetRequiredService<ServiceIdentity>().IsSelfHosted)
        {
            documents.MapGet("/id", (HttpContext http, ServiceIdentity identity) => Document(http, identity.WebIdDocument(), "text/turtle"));
            documents.MapGet("/id/{key}", OfConsentAsync);
            documents.MapGet("/.well-known/openid-configuration", (HttpContext http, ServiceIdentity identity) => Document(http, identity.Discovery(), MediaTypeNames.Application.Json));
            documents.MapGet("/jwks", async (HttpContext http, ServiceIdentity identity) => Document(http, await identity.JwksAsync(http.RequestAborted), MediaTypeNames.Application.Json));
        }

        documents.MapGet("/client.jsonld", (HttpContext http, ServiceIdentity identity) => Document(http, identity.ClientIdDocument(), "application/ld+json"));
    }

    /// <summary>Nobody may keep it: once the consent has ended it must be gone for the next who asks. One that ended is as one that never was.</summary>
    private static async Task<IResult> OfConsentAsync(HttpContext http, string key, ServiceIdentity identity, VaultIdentities identities)
    {
        if (!await identities.IsOnlineAsync(key, http.RequestAborted))
        {
            return TypedResults.NotFound();
        }

        http.Response.Headers.AccessControlAllowOrigin = "*";
        return TypedResults.Text(identity.WebIdDocument(key), "text/turtle", Encoding.UTF8);
    }

    private static ContentHttpResult Document(HttpContext http, string text, string type)
    {
        SecurityHeaders.MayBeKept(http, Briefly);
        // A vault's page in a browser may want to read who we are.
        http.Response.Headers.AccessControlAllowOrigin = "*";
        return TypedResults.Text(text, type, Encoding.UTF8);
    }
}
