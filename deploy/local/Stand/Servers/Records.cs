using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SolidLoonfiches.Delivery;
using SolidLoonfiches.Dossiers;
using SolidLoonfiches.Sources;
using SolidLoonfiches.Vault;

namespace SolidLoonfiches.Stand;

/// <summary>The rooms of the service over the same database, so that the stand runs the operations that the pages call.</summary>
internal sealed class Records : IAsyncDisposable
{
    private readonly ServiceProvider _rooms;

    public Records(DataFolder data)
    {
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Warning).AddConsole());
        services.AddSingleton(TimeProvider.System);
        services.AddDossiers(new StorageOptions { Provider = "Sqlite", ConnectionString = "Data Source=" + Path.Combine(data.Records, "dossiers.db"), ScheduleConnectionString = "Data Source=" + Path.Combine(data.Records, "schedule.db") });
        services.AddVault(vault => vault.AllowLoopback = true, identity => identity.BaseUrl = data.State.Ports.ServiceUrl);
        services.AddSources();
        services.AddEvents(events => (events.AllowOwnNetwork, events.BaseUrl) = (true, data.State.Ports.ServiceUrl));
        _rooms = services.BuildServiceProvider();
    }

    /// <summary>Runs something with one operation, in a unit of work of its own.</summary>
    public async Task<TResult> WithAsync<TOperation, TResult>(Func<TOperation, Task<TResult>> run)
        where TOperation : notnull
    {
        await using var scope = _rooms.CreateAsyncScope();
        return await run(scope.ServiceProvider.GetRequiredService<TOperation>());
    }

    /// <summary>Reads or writes rows directly.</summary>
    public Task<TResult> InDatabaseAsync<TResult>(Func<DossierDb, Task<TResult>> run) => WithAsync(run);

    /// <summary>A service without state.</summary>
    public T Get<T>()
        where T : notnull => _rooms.GetRequiredService<T>();

    /// <summary>The client whose addresses are checked, for sessions of others.</summary>
    public HttpClient VaultHttpClient() => Get<IHttpClientFactory>().CreateClient(VaultServices.HttpClientName);

    public ValueTask DisposeAsync() => _rooms.DisposeAsync();
}
