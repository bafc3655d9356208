using Microsoft.Extensions.DependencyInjection;

namespace SolidLoonfiches.Dossiers;

public static partial class DossierServices
{
    /// <summary>Vaults tell of news: subscriptions, the messages that come, and the checks that they bring forward.</summary>
    public static IServiceCollection AddHints(this IServiceCollection services, Action<HintOptions> hints)
    {
        services.AddOptions<HintOptions>().Configure(hints);
        services.AddSingleton<HintQueue>();
        services.AddScoped<TakeHint>();
        services.AddScoped<KeepChannels>();
        services.AddHostedService<ChannelKeeper>();
        services.AddHostedService<HintedChecks>();
        return services;
    }
}
