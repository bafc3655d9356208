using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace SolidLoonfiches.Vault.Tests;

/// <summary>The room as the service registers it, with loopback allowed and keys in memory.</summary>
internal sealed class Harness : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    public Harness(Action<VaultOptions>? vault = null, Action<ServiceIdentityOptions>? identity = null, ISigningKeyStore? store = null, TimeProvider? clock = null)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        if (clock is not null)
        {
            services.AddSingleton(clock);
        }

        services.AddVault(
            o =>
            {
                o.AllowLoopback = true;
                vault?.Invoke(o);
            },
            o =>
            {
                o.BaseUrl = new Uri("https://loonfiches.example/");
                identity?.Invoke(o);
            });
        services.TryAddSingleton(store ?? new MemoryKeyStore());
        _services = services.BuildServiceProvider();
    }

    public SolidVault Vault => _services.GetRequiredService<SolidVault>();
    public AccessGrants Grants => _services.GetRequiredService<AccessGrants>();
    public VaultSignIn SignIn => _services.GetRequiredService<VaultSignIn>();
    public ServiceIdentity Identity => _services.GetRequiredService<ServiceIdentity>();
    public IServiceProvider Services => _services;
    public HttpClient Http => _services.GetRequiredService<IHttpClientFactory>().CreateClient(VaultServices.HttpClientName);

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}

/// <summary>A session of which the token is known beforehand.</summary>
internal sealed class FixedSession(string token = "a-token", string webId = "https://citizen.example/card#me") : VaultSession
{
    public DPoPKey Key { get; } = DPoPKey.Create(TimeProvider.System);
    public override Uri WebId { get; } = new(webId);
    public override ValueTask<VaultToken> TokenAsync(CancellationToken cancellation) => ValueTask.FromResult(new VaultToken(token, Key));
}

/// <summary>Keys in memory, with a turn between nodes: whoever saw fewer keys than there are comes too late.</summary>
internal sealed class MemoryKeyStore : ISigningKeyStore
{
    private readonly Lock _lock = new();
    private readonly List<SigningKeyRow> _rows = [];

    /// <summary>Runs between a node's decision to add and its adding.</summary>
    public Action? BeforeAdd { get; set; }
    /// <summary>How a store behaves that only holds that no two keys have one id.</summary>
    public bool AcceptsAll { get; set; }
    public int Loads { get; private set; }

    public IReadOnlyList<SigningKeyRow> Rows
    {
        get
        {
            lock (_lock)
            {
                return [.. _rows];
            }
        }
    }

    public Task<IReadOnlyList<SigningKeyRow>> LoadAsync(CancellationToken cancellation)
    {
        Loads++;
        return Task.FromResult(Rows);
    }

    public Task<bool> TryAddAsync(SigningKeyRow key, CancellationToken cancellation)
    {
        var before = BeforeAdd;
        BeforeAdd = null;
        before?.Invoke();
        lock (_lock)
        {
            if (!AcceptsAll && _rows.Exists(row => row.RetiredAt is null && (row.SignsFrom - key.SignsFrom).Duration() < TimeSpan.FromMinutes(30)))
            {
                return Task.FromResult(false);
            }

            _rows.Add(key);
            return Task.FromResult(true);
        }
    }

    public Task RetireAsync(string kid, DateTimeOffset at, CancellationToken cancellation)
    {
        lock (_lock)
        {
            var index = _rows.FindIndex(row => row.Kid == kid);
            _rows[index] = _rows[index] with { RetiredAt = _rows[index].RetiredAt ?? at };
        }

        return Task.CompletedTask;
    }
}
