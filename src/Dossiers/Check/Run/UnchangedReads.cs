using System.Globalization;
using System.Text.Json;
using System.Threading.Channels;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace SolidLoonfiches.Dossiers;

/// <summary>Records that vaults were read in which nothing had moved, many in one transaction.</summary>
/// <remarks>
/// Only where the consent still stands: the update of the consents and a withdrawal wait for each other, and whichever comes
/// second sees what the first one wrote. While one transaction is under way the next one's rows gather.
/// </remarks>
internal sealed class UnchangedReads(IServiceScopeFactory scopes, DatabasePatience patience, WriteTurn turn, Guid runId)
{
    private const int Together = 256;
    private const int Attempts = 4;

    private readonly Channel<UnchangedRead> _reads = Channel.CreateBounded<UnchangedRead>(new BoundedChannelOptions(4 * Together) { SingleReader = true });

    public ValueTask AddAsync(UnchangedRead read, CancellationToken cancellation) => _reads.Writer.WriteAsync(read, cancellation);

    public void Complete() => _reads.Writer.TryComplete();

    /// <summary>Records until <see cref="Complete"/>.</summary>
    /// <param name="recorded">Called with each dossier: whether its read was recorded, or its consent ended in the meantime.</param>
    /// <param name="cancellation">Stops it; what was not recorded is read again by the next run.</param>
    public async Task RunAsync(Func<UnchangedRead, bool, Task> recorded, CancellationToken cancellation)
    {
        while (await _reads.Reader.WaitToReadAsync(cancellation))
        {
            var some = new List<UnchangedRead>();
            while (some.Count < Together && _reads.Reader.TryRead(out var one))
            {
                some.Add(one);
            }

            var kept = await patience.RunAsync(cancel => RecordAsync(some, cancel), cancellation);
            foreach (var read in some)
            {
                await recorded(read, kept is null || kept.Contains(read.ConsentId));
            }
        }
    }

    /// <returns>The consents whose reads were recorded; null: all.</returns>
    private async Task<HashSet<Guid>?> RecordAsync(List<UnchangedRead> reads, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await RecordOnceAsync(reads, cancellation);
            }
            catch (Exception failure) when (failure.IsDeadlock() && attempt < Attempts)
            {
                // Another node had some of the same consents, in another order.
            }
        }
    }

    private async Task<HashSet<Guid>?> RecordOnceAsync(List<UnchangedRead> reads, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<DossierDb>();
        using var mine = await turn.TakeAsync(cancellation);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        Guid[] ids = [.. reads.Select(r => r.ConsentId).Order()];
        var last = reads.Max(r => r.At);
        var standing = db.Consents.Standing().Where(c => ids.Contains(c.Id));
        var updated = await standing.ExecuteUpdateAsync(c => c.SetProperty(x => x.LastReadAt, last), cancellation);
        var kept = updated == ids.Length ? null : (await standing.Select(c => c.Id).ToListAsync(cancellation)).ToHashSet();
        await InsertAsync(db, reads.Where(r => kept is null || kept.Contains(r.ConsentId)), cancellation);
        await transaction.CommitAsync(cancellation);
        return kept;
    }

    /// <summary>All rows (<see cref="VaultRead"/>) by one statement: EF would have SQLite read the same statement anew for each.</summary>
    private async Task InsertAsync(DossierDb db, IEnumerable<UnchangedRead> reads, CancellationToken cancellation)
    {
        // As EF writes these values.
        var isSqlite = db.Database.IsSqlite();
        var rows = JsonSerializer.Serialize(reads.Select(r => isSqlite
            ? (string[])[IdOf(r).ToString().ToUpperInvariant(), r.ConsentId.ToString().ToUpperInvariant(), MomentAsSortableText.Of(r.At)]
            : [IdOf(r).ToString(), r.ConsentId.ToString(), r.At.ToString("O", CultureInfo.InvariantCulture)]));
        await db.Database.ExecuteSqlAsync(
            isSqlite
                ? (FormattableString)$"""
                INSERT INTO vault_reads (id, consent_id, at, answer, documents_fetched, documents_outside, run_id)
                SELECT value ->> 0, value ->> 1, value ->> 2, 'read', 0, 0, {runId} FROM json_each({rows})
                """
                : $"""
                INSERT INTO vault_reads (id, consent_id, at, answer, documents_fetched, documents_outside, run_id)
                SELECT (value ->> 0)::uuid, (value ->> 1)::uuid, (value ->> 2)::timestamptz, 'read', 0, 0, {runId} FROM jsonb_array_elements({rows}::jsonb)
                """,
            cancellation);

        static Guid IdOf(UnchangedRead read) => Guid.CreateVersion7(read.At);
    }
}

/// <param name="Due">The dossier.</param>
/// <param name="ConsentId">Under which it was read.</param>
/// <param name="At">When.</param>
internal sealed record UnchangedRead(DueDossier Due, Guid ConsentId, DateTimeOffset At);
