using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

[assembly: AssemblyFixture(typeof(SolidLoonfiches.Dossiers.Tests.SqliteStore))]
[assembly: AssemblyFixture(typeof(SolidLoonfiches.Dossiers.Tests.PostgresStore))]

namespace SolidLoonfiches.Dossiers.Tests;

/// <summary>Hands out migrated databases, each a copy of one that was migrated once.</summary>
public abstract class TestStore : IAsyncDisposable
{
    private readonly SemaphoreSlim _gate = new(1, 1);
    private bool _ready;

    public async Task<StorageOptions> CreateAsync()
    {
        await _gate.WaitAsync();
        try
        {
            if (!_ready)
            {
                var template = await CreateTemplateAsync();
                await using var services = new ServiceCollection().AddDossiers(template).BuildServiceProvider();
                await DossierServices.MigrateAsync(services, CancellationToken.None);
                SqliteConnection.ClearAllPools();
                NpgsqlConnection.ClearAllPools();
                _ready = true;
            }

            return await CopyAsync("t" + Guid.NewGuid().ToString("N"));
        }
        finally
        {
            _gate.Release();
        }
    }

    public abstract Task<StorageOptions> CreateEmptyAsync();

    public virtual ValueTask DisposeAsync()
    {
        _gate.Dispose();
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    protected abstract Task<StorageOptions> CreateTemplateAsync();

    protected abstract Task<StorageOptions> CopyAsync(string name);
}

public sealed class SqliteStore : TestStore
{
    private readonly string _folder = Directory.CreateTempSubdirectory("loonfiches-sqlite-").FullName;

    public override Task<StorageOptions> CreateEmptyAsync() => Task.FromResult(Options("e" + Guid.NewGuid().ToString("N")));

    protected override Task<StorageOptions> CreateTemplateAsync() => Task.FromResult(Options("template"));

    protected override Task<StorageOptions> CopyAsync(string name)
    {
        File.Copy(Path.Combine(_folder, "template.db"), Path.Combine(_folder, name + ".db"));
        return Task.FromResult(Options(name));
    }

    public override ValueTask DisposeAsync()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
        return base.DisposeAsync();
    }

    private StorageOptions Options(string name) => new()
    {
        Provider = "Sqlite",
        ConnectionString = $"Data Source={Path.Combine(_folder, name)}.db",
        ScheduleConnectionString = $"Data Source={Path.Combine(_folder, name)}-schedule.db",
    };
}

public sealed class PostgresStore : TestStore, IAsyncLifetime
{
    private readonly PostgresServer _server = new();

    public ValueTask InitializeAsync() => _server.StartAsync();

    public override async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        await base.DisposeAsync();
    }

    public override async Task<StorageOptions> CreateEmptyAsync() => await OptionsAsync("e" + Guid.NewGuid().ToString("N"), null);

    protected override async Task<StorageOptions> CreateTemplateAsync() => await OptionsAsync("template_records", null);

    protected override async Task<StorageOptions> CopyAsync(string name) => await OptionsAsync(name, "template_records");

    private async Task<StorageOptions> OptionsAsync(string name, string? template)
    {
        Assert.SkipWhen(_server.Missing is not null, _server.Missing ?? "");
        var connection = await _server.CreateDatabaseAsync(name, template);
        return new StorageOptions { Provider = "Postgres", ConnectionString = connection, ScheduleConnectionString = connection };
    }
}
