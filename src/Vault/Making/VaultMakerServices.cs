using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace SolidLoonfiches.Vault;

/// <summary>Registers who makes vaults.</summary>
public static class VaultMakerServices
{
    /// <summary>An <see cref="IVaultMaker"/> of the kind that the operator chose; with <c>None</c> nobody may ask for it. Needs the services of Vault.</summary>
    public static IServiceCollection AddVaultMaker(this IServiceCollection services, Action<VaultMakerOptions> options)
    {
        services.AddOptions<VaultMakerOptions>().Configure(options)
            .Validate(o => o.Kind == "None" || (o.Kind is "Athumi" or "SolidServer" && o.Url is { IsAbsoluteUri: true } url && url.AbsolutePath.EndsWith('/')), "Kind is None, Athumi or SolidServer; the last two need Url, with a slash at its end.")
            .ValidateOnStart();
        services.AddSingleton<IVaultMaker>(sp => sp.GetRequiredService<IOptions<VaultMakerOptions>>().Value switch
        {
            { Kind: "Athumi", Url: { } url } => new AthumiVaultMaker(sp.GetRequiredService<VaultHttp>(), url),
            { Kind: "SolidServer", Url: { } url } => new SolidServerVaultMaker(sp.GetRequiredService<VaultHttp>(), url),
            _ => throw new InvalidOperationException("This installation makes no vaults."),
        });
        return services;
    }
}
