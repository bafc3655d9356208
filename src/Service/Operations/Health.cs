using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using SolidLoonfiches.Delivery;
using SolidLoonfiches.Dossiers;

namespace SolidLoonfiches.Service;

/// <summary>Whether this node can work, and what waits for a person.</summary>
internal sealed class Health(DossierDb db, DeadLetters letters, TimeProvider clock)
{
    private static readonly TimeSpan LongestDatabase = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(1);

    /// <summary>Empty where the node is ready.</summary>
    public async Task<IReadOnlyList<string>> FaultsAsync(CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(LongestDatabase);
        try
        {
            return (await db.Database.GetPendingMigrationsAsync(limit.Token)).Any() ? ["database is of another version"] : [];
        }
        catch (Exception fault) when (fault is DbException or InvalidOperationException or TimeoutException or OperationCanceledException && !cancellation.IsCancellationRequested)
        {
            return ["database does not answer"];
        }
    }

    /// <summary>What does not go away by itself; empty where nothing is wrong.</summary>
    public async Task<IReadOnlyList<string>> AlarmsAsync(CancellationToken cancellation)
    {
        var alarms = new List<string>();
        var late = clock.GetUtcNow() - LongestWait;
        if (await letters.CountAsync(null, cancellation) is { All: > 0 and var dead })
        {
            alarms.Add($"{dead} dead letters");
        }

        if (await db.EventEndpoints.CountAsync(p => p.RemovedAt == null && p.PausedAt != null, cancellation) is > 0 and var paused)
        {
            alarms.Add($"{paused} endpoints are paused");
        }

        if (await db.Events.CountAsync(e => e.SpreadAt == null && e.At < late, cancellation) is > 0 and var stuck)
        {
            alarms.Add($"{stuck} events have waited for more than an hour to be spread");
        }

        return alarms;
    }

    public static Task WriteAsync(HttpContext http, IReadOnlyList<string> faults)
    {
        http.Response.StatusCode = faults.Count == 0 ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable;
        return http.Response.WriteAsync(faults.Count == 0 ? "ok\n" : string.Join('\n', faults) + "\n", http.RequestAborted);
    }
}
