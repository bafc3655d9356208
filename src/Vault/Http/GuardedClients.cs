using Microsoft.Extensions.DependencyInjection;

namespace SolidLoonfiches.Vault;

/// <summary>Clients for addresses that somebody else typed: the same guard as for vaults (<see cref="AddressGuard"/>).</summary>
public static class GuardedClients
{
    /// <summary>A named client that visits https addresses of the open internet alone, follows no redirect and logs no address.</summary>
    /// <param name="services">Where it goes.</param>
    /// <param name="name">Of the client.</param>
    /// <param name="allowOwnNetwork">Also http to this machine, and addresses of the own network.</param>
    public static IServiceCollection AddGuardedClient(this IServiceCollection services, string name, Func<IServiceProvider, bool> allowOwnNetwork)
    {
        services.AddHttpClient(name)
            // Whoever asks times the whole answer itself, its body included.
            .ConfigureHttpClient(http => http.Timeout = Timeout.InfiniteTimeSpan)
            .ConfigurePrimaryHttpMessageHandler(sp => GuardedHandler.Transport(allowOwnNetwork(sp)))
            .AddHttpMessageHandler(sp => new GuardedHandler(allowOwnNetwork(sp)))
            // The transport renews its connections itself; and one client is kept for the life of the process.
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
            // The factory's own loggers write the URL of every request: that of a citizen's payslip.
            .RemoveAllLoggers();
        return services;
    }

    /// <summary>Why this URL may not be asked for, in English and without the URL; null where it may. The address behind it is looked at when it is visited.</summary>
    public static string? Refusal(Uri url, bool allowOwnNetwork) => AddressGuard.Refusal(url, allowOwnNetwork);
}
