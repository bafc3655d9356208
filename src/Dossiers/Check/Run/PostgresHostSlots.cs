using Microsoft.Extensions.Logging;
using Npgsql;
using NpgsqlTypes;

namespace SolidLoonfiches.Dossiers;

/// <summary>The same over all nodes of a cluster: a slot is an advisory lock, which PostgreSQL takes back by itself when the node that holds it dies.</summary>
/// <remarks>
/// One connection per process holds them all. Where it breaks its slots are gone, and what is under way may for a moment make
/// one server busier than it should be: that is bearable, waiting for a node that is dead is not.
/// </remarks>
internal sealed class PostgresHostSlots(StorageOptions storage, CheckOptions options, ILogger<PostgresHostSlots> log) : HostSlots(options), IAsyncDisposable
{
    // A session may take its own lock twice, so it must not try the slots that it has.
    private const string Take = """
        SELECT slot FROM generate_series(1, @slots) AS slot
        WHERE slot <> ALL (@held) AND pg_try_advisory_lock(hashtextextended(@host || ' ' || slot, 0)) LIMIT 1
        """;

    private readonly string _connectionString = new NpgsqlConnectionStringBuilder(storage.ConnectionString) { Pooling = false, ApplicationName = "vault slots" }.ConnectionString;
    private readonly SemaphoreSlim _one = new(1, 1);
    private readonly Dictionary<string, HashSet<int>> _held = new(StringComparer.Ordinal);
    private NpgsqlConnection? _connection;

    public override async ValueTask<IAsyncDisposable?> TryEnterAsync(string host, CancellationToken cancellation)
    {
        await _one.WaitAsync(cancellation);
        try
        {
            var connection = await OpenAsync(cancellation);
            var held = _held.TryGetValue(host, out var mine) ? mine : _held[host] = [];
            if (held.Count >= PerHost)
            {
                return null;
            }

            await using var command = new NpgsqlCommand(Take, connection);
            command.Parameters.AddWithValue("slots", PerHost);
            command.Parameters.AddWithValue("held", NpgsqlDbType.Array | NpgsqlDbType.Integer, held.ToArray());
            command.Parameters.AddWithValue("host", host);
            if (await command.ExecuteScalarAsync(CancellationToken.None) is not int slot)
            {
                return null;
            }

            held.Add(slot);
            return new Slot(() => LeaveAsync(connection, host, slot));
        }
        finally
        {
            _one.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_connection is not null)
        {
            await _connection.DisposeAsync();
        }

        _one.Dispose();
    }

    private async Task<NpgsqlConnection> OpenAsync(CancellationToken cancellation)
    {
        if (_connection is { State: System.Data.ConnectionState.Open } open)
        {
            return open;
        }

        if (_connection is not null)
        {
            await _connection.DisposeAsync();
            _connection = null;
        }

        _held.Clear();
        var fresh = new NpgsqlConnection(_connectionString);
        try
        {
            await fresh.OpenAsync(cancellation);
        }
        catch
        {
            await fresh.DisposeAsync();
            throw;
        }

        return _connection = fresh;
    }

    private async ValueTask LeaveAsync(NpgsqlConnection connection, string host, int slot)
    {
        await _one.WaitAsync();
        try
        {
            if (connection != _connection)
            {
                return;
            }

            _held[host].Remove(slot);
            await using var command = new NpgsqlCommand("SELECT pg_advisory_unlock(hashtextextended(@host || ' ' || @slot, 0))", connection);
            command.Parameters.AddWithValue("host", host);
            command.Parameters.AddWithValue("slot", slot);
            await command.ExecuteScalarAsync();
        }
        catch (NpgsqlException failure)
        {
            // With the connection the lock is gone too.
            log.LogWarning("The connection that holds the slots of vault servers broke: {Type}", failure.GetType().Name);
        }
        finally
        {
            _one.Release();
        }
    }
}
