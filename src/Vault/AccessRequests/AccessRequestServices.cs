using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace SolidLoonfiches.Vault;

/// <summary>Registers access requests.</summary>
public static class AccessRequestServices
{
    /// <summary><see cref="AccessRequests"/>. Needs the services of Vault.</summary>
    public static IServiceCollection AddAccessRequests(this IServiceCollection services, Action<AccessRequestOptions> options)
    {
        services.AddOptions<AccessRequestOptions>().Configure(options)
            .Validate(
                o => o is { AnswerPage.IsAbsoluteUri: true, Identity: { WebId: not null, Issuer: not null, ClientId.Length: > 0, ClientSecret.Length: > 0 } } && o.CredentialIssuers.Count > 0 && o.AuthorizationServers.Count > 0,
                "Access requests need CredentialIssuers, AuthorizationServers, AnswerPage and Identity.")
            .ValidateOnStart();
        services.AddSingleton(sp => new AccessRequests(sp.GetRequiredService<VaultHttp>(), sp.GetRequiredService<IOptions<AccessRequestOptions>>().Value, sp.GetRequiredService<TimeProvider>()));
        return services;
    }
}
