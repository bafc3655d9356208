using System.Collections.Concurrent;
using System.Data.Common;
using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace SolidLoonfiches.Load;

/// <summary>Kills this process with SIGKILL at one write to the database; counts the writes of each kind where it lives.</summary>
/// <remarks>A kind is a statement and its table (<c>INSERT checks</c>), <c>COMMIT</c>, or <c>*</c> for any of them.</remarks>
internal sealed class KillSwitch : DbCommandInterceptor, IDbTransactionInterceptor
{
    private readonly ConcurrentDictionary<string, int> _counts = new(StringComparer.Ordinal);
    private readonly string? _kind;
    private readonly int _occurrence;
    private readonly bool _after;
    private int _dying;

    /// <param name="spec"><c>KIND:N:before</c> or <c>KIND:N:after</c>; null: only counts.</param>
    public KillSwitch(string? spec)
    {
        if (spec?.Split(':') is [var kind, var occurrence, var when])
        {
            (_kind, _occurrence, _after) = (kind, int.Parse(occurrence, CultureInfo.InvariantCulture), when == "after");
        }
    }

    /// <summary>One a line: kind, tab, number.</summary>
    public string Counts => string.Join('\n', _counts.OrderBy(c => c.Key, StringComparer.Ordinal).Select(c => string.Create(CultureInfo.InvariantCulture, $"{c.Key}\t{c.Value}")));

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        Before(KindOf(command));
        return ValueTask.FromResult(result);
    }

    public override ValueTask<DbDataReader> ReaderExecutedAsync(DbCommand command, CommandExecutedEventData eventData, DbDataReader result, CancellationToken cancellationToken = default)
    {
        After(KindOf(command));
        return ValueTask.FromResult(result);
    }

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        Before(KindOf(command));
        return ValueTask.FromResult(result);
    }

    public override ValueTask<int> NonQueryExecutedAsync(DbCommand command, CommandExecutedEventData eventData, int result, CancellationToken cancellationToken = default)
    {
        After(KindOf(command));
        return ValueTask.FromResult(result);
    }

    public ValueTask<InterceptionResult> TransactionCommittingAsync(DbTransaction transaction, TransactionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default)
    {
        Before("COMMIT");
        return ValueTask.FromResult(result);
    }

    public Task TransactionCommittedAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        After("COMMIT");
        return Task.CompletedTask;
    }

    private void Before(string? kind)
    {
        if (kind is not null)
        {
            var count = _counts.AddOrUpdate(kind, 1, (_, before) => before + 1);
            var all = _counts.AddOrUpdate("*", 1, (_, before) => before + 1);
            if ((kind == _kind && count == _occurrence) || (_kind == "*" && all == _occurrence))
            {
                Interlocked.Exchange(ref _dying, 1);
                if (!_after)
                {
                    Die();
                }
            }
        }
    }

    /// <summary>Others may have come in between: it dies after some write of the kind, the one that was meant or the next.</summary>
    private void After(string? kind)
    {
        if (_after && (kind == _kind || (_kind == "*" && kind is not null)) && Volatile.Read(ref _dying) == 1)
        {
            Die();
        }
    }

    private static void Die()
    {
        using var me = Process.GetCurrentProcess();
        me.Kill();
        using var never = new ManualResetEventSlim();
        never.Wait();
    }

    /// <summary>A command may begin with a PRAGMA; the first statement that writes counts.</summary>
    private static string? KindOf(DbCommand command)
    {
        foreach (var line in command.CommandText.Split('\n'))
        {
            switch (line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                case ["INSERT", "INTO", var table, ..]:
                    return "INSERT " + table.Trim('"', '\r', ';');
                case ["UPDATE", var table, ..]:
                    return "UPDATE " + table.Trim('"', '\r', ';');
                case ["DELETE", "FROM", var table, ..]:
                    return "DELETE " + table.Trim('"', '\r', ';');
                default:
                    break;
            }
        }

        return null;
    }
}
