using System.Data.Common;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SolidLoonfiches.Loonfiches;

namespace SolidLoonfiches.Dossiers;

/// <summary>Says whether a consent stands now; to all who ask at the same time with one question to the database.</summary>
/// <remarks>
/// A question goes out after everybody who is answered by it has asked: a withdrawal that was saved before is seen. While one
/// is under way the next one gathers. A database that is away holds whoever asks up, as it does everything else of a run.
/// </remarks>
internal sealed class ConsentGate(IServiceScopeFactory scopes, DatabasePatience patience, TimeProvider clock)
{
    private readonly Lock _lock = new();
    private Question? _gathering;
    private bool _isAsking;

    public async Task<bool> StandsAsync(Guid consentId, CancellationToken cancellation)
    {
        Question mine;
        lock (_lock)
        {
            mine = _gathering ??= new();
            mine.Consents.Add(consentId);
            if (!_isAsking)
            {
                _isAsking = true;
                // Not with the trace or the culture of the first who asks: it is for all of them.
                ThreadPool.UnsafeQueueUserWorkItem(static gate => _ = gate.AskAsync(), this, preferLocal: false);
            }
        }

        return (await mine.Standing.Task.WaitAsync(cancellation)).Contains(consentId);
    }

    private async Task AskAsync()
    {
        await using var kept = new Kept(scopes);
        while (Next() is { } question)
        {
            try
            {
                question.Standing.SetResult(await patience.RunAsync(cancel => StandingAsync(kept, question.Consents, cancel), CancellationToken.None));
            }
            catch (Exception failure)
            {
                // Whoever asked is told.
                question.Standing.SetException(failure);
            }
        }
    }

    private Question? Next()
    {
        lock (_lock)
        {
            (var next, _gathering) = (_gathering, null);
            _isAsking = next is not null;
            return next;
        }
    }

    private async Task<HashSet<Guid>> StandingAsync(Kept kept, HashSet<Guid> consents, CancellationToken cancellation)
    {
        try
        {
            var (today, standing) = (Belgium.DayOf(clock.GetUtcNow()), new HashSet<Guid>());
            foreach (var some in consents.Chunk(Kept.Most))
            {
                await kept.AskAsync(some, today, standing, cancellation);
            }

            return standing;
        }
        catch
        {
            await kept.DisposeAsync();
            throw;
        }
    }

    /// <summary>A connection that stays open while questions follow each other, with the statement that the database has read already.</summary>
    private sealed class Kept(IServiceScopeFactory scopes) : IAsyncDisposable
    {
        public const int Most = 16;

        /// <summary><see cref="StandingConsents.Standing"/>, whose last day is not over.</summary>
        private static readonly string _sql =
            $"SELECT id FROM consents WHERE id IN ({string.Join(", ", Enumerable.Range(0, Most).Select(Name))}) AND withdrawn_at IS NULL AND vault_refused_at IS NULL AND expired_at IS NULL AND (until IS NULL OR until >= @today)";

        private AsyncServiceScope? _scope;
        private DbCommand? _command;

        /// <param name="consents">At most <see cref="Most"/>.</param>
        /// <param name="today">In Belgium.</param>
        /// <param name="standing">Gets those that stand.</param>
        /// <param name="cancellation">Stops it.</param>
        public async Task AskAsync(Guid[] consents, DateOnly today, HashSet<Guid> standing, CancellationToken cancellation)
        {
            var command = _command ?? await PrepareAsync(cancellation);
            for (var i = 0; i < Most; i++)
            {
                command.Parameters[i].Value = consents[Math.Min(i, consents.Length - 1)];
            }

            command.Parameters[Most].Value = today;
            await using var reader = await command.ExecuteReaderAsync(cancellation);
            while (await reader.ReadAsync(cancellation))
            {
                standing.Add(reader.GetGuid(0));
            }
        }

        public async ValueTask DisposeAsync()
        {
            if (_command is { } command)
            {
                _command = null;
                await command.DisposeAsync();
            }

            if (_scope is { } scope)
            {
                _scope = null;
                await scope.DisposeAsync();
            }
        }

        private async Task<DbCommand> PrepareAsync(CancellationToken cancellation)
        {
            var scope = scopes.CreateAsyncScope();
            _scope = scope;
            var database = scope.ServiceProvider.GetRequiredService<DossierDb>().Database;
            await database.OpenConnectionAsync(cancellation);
            var command = database.GetDbConnection().CreateCommand();
            _command = command;
            command.CommandText = _sql;
            for (var i = 0; i <= Most; i++)
            {
                var parameter = command.CreateParameter();
                (parameter.ParameterName, parameter.Value) = i < Most ? (Name(i), Guid.Empty) : ("@today", (object)default(DateOnly));
                command.Parameters.Add(parameter);
            }

            await command.PrepareAsync(cancellation);
            return command;
        }

        private static string Name(int number) => string.Create(CultureInfo.InvariantCulture, $"@consent{number}");
    }

    private sealed class Question
    {
        public HashSet<Guid> Consents { get; } = [];

        public TaskCompletionSource<HashSet<Guid>> Standing { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
