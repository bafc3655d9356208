using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace SolidLoonfiches.Sources;

/// <summary>Registers this room.</summary>
public static class SourceServices
{
    /// <summary>The vault as <see cref="IPayslipSource"/>. Needs the services of Vault; the clock is the system's unless one is registered.</summary>
    public static IServiceCollection AddSources(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<IPayslipSource, VaultPayslips>();
        return services;
    }
}
