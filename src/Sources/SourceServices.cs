using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using SolidLoonfiches.Vault;

namespace SolidLoonfiches.Sources;

/// <summary>Registers this room.</summary>
public static class SourceServices
{
    /// <summary>The vault as <see cref="IPayslipSource"/>. Needs the services of Vault; the clock is the system's unless one is registered.</summary>
    /// <param name="services">Where it goes.</param>
    /// <param name="signers">Whose signatures count; nobody's where left out, and a signed slip is then one of an unknown signer.</param>
    public static IServiceCollection AddSources(this IServiceCollection services, Action<SlipSignerOptions>? signers = null)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddOptions<SlipSignerOptions>().Configure(signers ?? (_ => { }))
            .Validate(options => options.Offices.All(office => office.IsAbsoluteUri), "An office that may sign is named by its WebID, an absolute URL.")
            .ValidateOnStart();
        services.AddSingleton(sp => new OfficeKeys(sp.GetRequiredService<IHttpClientFactory>().CreateClient(VaultServices.HttpClientName), sp.GetRequiredService<TimeProvider>()));
        services.AddSingleton<SlipSignatures>();
        services.AddSingleton<IPayslipSource, VaultPayslips>();
        return services;
    }
}
