using System.Security.Claims;
using System.Security.Cryptography;
using Microsoft.AspNetCore;
using Microsoft.AspNetCore.Authorization;
using Microsoft.IdentityModel.Tokens;
using OpenIddict.Abstractions;
using OpenIddict.Server.AspNetCore;
using OpenIddict.Validation.AspNetCore;
using SolidLoonfiches.Dossiers;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace SolidLoonfiches.Service;

/// <summary>Tokens for software: OAuth 2.0 client credentials (RFC 6749 §4.4), by OpenIddict, over our own records of clients.</summary>
/// <remarks>
/// Tokens are protected by data protection, whose keys every node has: no key of its own to keep or to rotate. OpenIddict wants
/// signing and encryption keys in any case; nothing is signed with them.
/// </remarks>
internal static class ApiTokens
{
    private const string ClientProperty = "client";

    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(30);

    public static string PolicyOf(string scope) => "api:" + scope;

    public static void AddApiTokens(this IHostApplicationBuilder builder)
    {
        var settings = builder.Settings();
        builder.Services.AddOpenIddict()
            .AddServer(server =>
            {
                server.EnableDegradedMode();
                server.SetIssuer(settings.BaseUrl);
                server.SetTokenEndpointUris(Api.Root[1..] + "/token");
                // RFC 8414. The discovery of OpenID Connect is taken: there vaults read who the service is.
                server.SetConfigurationEndpointUris(".well-known/oauth-authorization-server");
                server.SetJsonWebKeySetEndpointUris(Array.Empty<string>());
                server.AllowClientCredentialsFlow();
                server.RegisterScopes([.. ApiScopes.All]);
                server.SetAccessTokenLifetime(Lifetime);
                // Asked for, and never used: tokens are sealed by data protection. RSA keys would cost each start a second.
                server.AddEncryptionKey(new SymmetricSecurityKey(RandomNumberGenerator.GetBytes(32)));
                server.AddSigningKey(new ECDsaSecurityKey(ECDsa.Create(ECCurve.NamedCurves.nistP256)));
                server.UseDataProtection();
                server.AddEventHandler<ValidateTokenRequestContext>(handler => handler.UseInlineHandler(ProveAsync));
                server.AddEventHandler<HandleTokenRequestContext>(handler => handler.UseInlineHandler(GiveAsync));
                var host = server.UseAspNetCore();
                if (!settings.IsHttps)
                {
                    host.DisableTransportSecurityRequirement();
                }
            })
            .AddValidation(validation =>
            {
                validation.UseLocalServer();
                validation.UseAspNetCore();
                validation.UseDataProtection();
            });
        var policies = builder.Services.AddAuthorizationBuilder();
        foreach (var scope in ApiScopes.All)
        {
            policies.AddPolicy(PolicyOf(scope), policy => Bearer(policy).RequireAssertion(context => context.User.HasScope(scope)));
        }

        policies.AddPolicy(PolicyOf(""), policy => Bearer(policy));
    }

    /// <summary>A token and nothing else: a session in a browser never counts here, so that no page elsewhere can write with it.</summary>
    private static AuthorizationPolicyBuilder Bearer(AuthorizationPolicyBuilder policy)
    {
        policy.AuthenticationSchemes = [OpenIddictValidationAspNetCoreDefaults.AuthenticationScheme];
        return policy.RequireAuthenticatedUser();
    }

    private static async ValueTask ProveAsync(ValidateTokenRequestContext context)
    {
        if (context.Transaction.GetHttpRequest()?.HttpContext is not { } http
            || await http.RequestServices.GetRequiredService<SoftwareAccess>().ProveAsync(context.ClientId, context.ClientSecret, http.RequestAborted) is not { } client)
        {
            context.Reject(OpenIddictConstants.Errors.InvalidClient, "The client or its secret is not right.");
            return;
        }

        if (context.Request.GetScopes().Except(Scopes(client)).Any())
        {
            context.Reject(OpenIddictConstants.Errors.InvalidScope, "The client does not have every scope that was asked for.");
            return;
        }

        context.Transaction.Properties[ClientProperty] = client;
    }

    private static ValueTask GiveAsync(HandleTokenRequestContext context)
    {
        var client = (ApiClient)context.Transaction.Properties[ClientProperty]!;
        var identity = ApiCaller.Identity(client, OpenIddictServerAspNetCoreDefaults.AuthenticationScheme);
        var asked = context.Request.GetScopes();
        identity.SetScopes(asked.Length == 0 ? Scopes(client) : asked);
        identity.SetDestinations(_ => [OpenIddictConstants.Destinations.AccessToken]);
        context.Principal = new ClaimsPrincipal(identity);
        return default;
    }

    private static string[] Scopes(ApiClient client) => client.Scopes.Split(' ');
}
