using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SolidLoonfiches.Dossiers;

namespace SolidLoonfiches.Delivery;

/// <summary>The events of an OCMW one after another, for software that asks instead of being told. A reader that goes on where it stopped misses none.</summary>
/// <remarks>
/// Neither the moment of an event nor a number from a sequence says in which order events became visible: a transaction that took
/// an earlier one may commit later, behind a reader's back. So an event gets its position only once it is seen to be there, when
/// somebody reads the feed, one reader at a time. What a reader sees is always the whole beginning of the order.
/// </remarks>
public sealed class EventFeed(DossierDb db, IOptions<EventOptions> options)
{
    private const int NumberedAtOnce = 500;

    /// <param name="Position">Where to go on.</param>
    /// <param name="CloudEvent">As it is sent to endpoints.</param>
    public sealed record Item(long Position, ReadOnlyMemory<byte> CloudEvent);

    /// <param name="More">There is more after the last one.</param>
    public sealed record Page(IReadOnlyList<Item> Items, bool More);

    /// <param name="ocmwKbo">Whose.</param>
    /// <param name="after">The position of the last event that the reader has; 0: from the beginning.</param>
    /// <param name="atMost">How many.</param>
    public async Task<Page> ReadAsync(string ocmwKbo, long after, int atMost, CancellationToken cancellation)
    {
        while (await NumberAsync(ocmwKbo, cancellation))
        {
        }

        var records = await db.Events.AsNoTracking().Where(e => e.OcmwKbo == ocmwKbo && e.Position > after).OrderBy(e => e.Position).Take(atMost + 1).ToListAsync(cancellation);
        return new Page([.. records.Take(atMost).Select(record => new Item(record.Position!.Value, Write(record)))], records.Count > atMost);
    }

    /// <summary>One event; null where this OCMW has none of that id.</summary>
    public async Task<ReadOnlyMemory<byte>?> FindAsync(string ocmwKbo, string id, CancellationToken cancellation) =>
        await db.Events.AsNoTracking().SingleOrDefaultAsync(e => e.Id == id && e.OcmwKbo == ocmwKbo, cancellation) is { } record ? Write(record) : (ReadOnlyMemory<byte>?)null;

    /// <returns>True where there may be more to number.</returns>
    private async Task<bool> NumberAsync(string ocmwKbo, CancellationToken cancellation)
    {
        var fresh = db.Events.Where(e => e.OcmwKbo == ocmwKbo && e.Position == null);
        if (!await fresh.AnyAsync(cancellation))
        {
            return false;
        }

        await using var turn = await db.Database.BeginTransactionAsync(cancellation);
        // The row of the OCMW is the door: who changes it has it alone until the commit, on PostgreSQL as in SQLite.
        await db.Ocmws.Where(o => o.Kbo == ocmwKbo).ExecuteUpdateAsync(o => o.SetProperty(x => x.Name, x => x.Name), cancellation);
        var last = await db.Events.Where(e => e.OcmwKbo == ocmwKbo).MaxAsync(e => e.Position, cancellation) ?? 0;
        var records = await fresh.OrderBy(e => e.At).ThenBy(e => e.Id).Take(NumberedAtOnce).ToListAsync(cancellation);
        foreach (var record in records)
        {
            record.Position = ++last;
        }

        await db.SaveChangesAsync(cancellation);
        await turn.CommitAsync(cancellation);
        db.ChangeTracker.Clear();
        return records.Count == NumberedAtOnce;
    }

    private byte[] Write(EventRecord record) => CloudEvent.Write(record, options.Value.BaseUrl ?? throw new InvalidOperationException("Events:BaseUrl is not set."));
}
