using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SolidLoonfiches.Delivery;
using SolidLoonfiches.Dossiers;
using SolidLoonfiches.Sources;
using SolidLoonfiches.Vault;

namespace SolidLoonfiches.Load;

/// <summary>The service without its pages: records, vaults, sources, delivery.</summary>
public static class LoadServices
{
    /// <param name="storage">The database.</param>
    /// <param name="mailPort">Where mail goes, on this machine.</param>
    /// <param name="more">Further services, before the provider is built.</param>
    /// <param name="identity">Where the service's own identity is served; a server that reads no identities needs none.</param>
    public static ServiceProvider Build(StorageOptions storage, int mailPort = 2525, Action<IServiceCollection>? more = null, Uri? identity = null)
    {
        var services = new ServiceCollection();
        services.AddLogging(log => log.AddSimpleConsole(console => console.SingleLine = true).SetMinimumLevel(LogLevel.Warning).AddFilter("Microsoft", LogLevel.Error));
        services.AddSingleton(TimeProvider.System);
        services.AddDossiers(storage);
        services.AddVault(vault => vault.AllowLoopback = true, own => own.BaseUrl = identity ?? new Uri("http://localhost:9/"));
        services.AddSources();
        services.AddDelivery(mail =>
        {
            (mail.Host, mail.Port, mail.Security, mail.From) = ("localhost", mailPort, "None", "loonfiches@dienst.example");
            mail.PagesUrl = new Uri("http://localhost:9/");
        }, events => (events.AllowOwnNetwork, events.BaseUrl) = (true, new Uri("http://localhost:9/")));
        more?.Invoke(services);
        return services.BuildServiceProvider();
    }
}
