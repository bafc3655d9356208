using Microsoft.EntityFrameworkCore;
using SolidLoonfiches.Dossiers;

namespace SolidLoonfiches.Delivery;

/// <summary>Taking something out of the outbox, and saying how it went; the same for mails and events.</summary>
/// <remarks>
/// It is taken by a conditional update of its next attempt, so two workers never send the same one at the same moment; one
/// that was taken by a process that died is due again after <see cref="TakenFor"/>. It counts as sent once the other side
/// accepted it: a crash exactly in between sends it a second time, under the same id, which is better than not at all.
/// </remarks>
internal static class Outbox
{
    /// <summary>Longer than any one delivery may take.</summary>
    internal static readonly TimeSpan TakenFor = TimeSpan.FromMinutes(5);

    public static IQueryable<T> DueAt<T>(this IQueryable<T> items, DateTimeOffset now)
        where T : OutboxItem => items.Where(item => item.SentAt == null && item.DeadAt == null && item.NextAttemptAt <= now);

    /// <summary>Given up, and nobody has said yet that it may rest.</summary>
    public static IQueryable<T> Dead<T>(this IQueryable<T> items)
        where T : OutboxItem => items.Where(item => item.DeadAt != null && item.ClearedAt == null && item.SentAt == null);

    /// <returns>False where another worker has it.</returns>
    public static async Task<bool> TakeAsync<T>(this IQueryable<T> items, Guid id, DateTimeOffset seen, DateTimeOffset now, CancellationToken cancellation)
        where T : OutboxItem
    {
        var until = now + TakenFor;
        return await items.Where(item => item.Id == id && item.SentAt == null && item.DeadAt == null && item.NextAttemptAt == seen)
            .ExecuteUpdateAsync(item => item.SetProperty(x => x.NextAttemptAt, until).SetProperty(x => x.Attempts, x => x.Attempts + 1), cancellation) == 1;
    }

    /// <remarks>Without a way to cancel: the other side has it, whatever happens to us.</remarks>
    public static Task SentAsync<T>(this IQueryable<T> items, Guid id, DateTimeOffset now)
        where T : OutboxItem =>
        items.Where(item => item.Id == id).ExecuteUpdateAsync(item => item.SetProperty(x => x.SentAt, now).SetProperty(x => x.LastError, (string?)null), CancellationToken.None);

    /// <param name="failures">How often it failed, this time included.</param>
    /// <returns>When it is tried again; null: it is a dead letter now.</returns>
    public static async Task<DateTimeOffset?> FailedAsync<T>(this IQueryable<T> items, Guid id, int failures, string error, TimeSpan? asked, DateTimeOffset now, CancellationToken cancellation)
        where T : OutboxItem
    {
        var it = items.Where(item => item.Id == id);
        if (RetrySchedule.WaitAfter(failures, asked) is { } wait)
        {
            var next = now + wait;
            await it.ExecuteUpdateAsync(item => item.SetProperty(x => x.NextAttemptAt, next).SetProperty(x => x.LastError, error), cancellation);
            return next;
        }

        await it.ExecuteUpdateAsync(item => item.SetProperty(x => x.DeadAt, now).SetProperty(x => x.LastError, error), cancellation);
        return null;
    }
}
