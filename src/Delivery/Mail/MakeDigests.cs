using Microsoft.EntityFrameworkCore;
using SolidLoonfiches.Dossiers;
using SolidLoonfiches.Loonfiches;

namespace SolidLoonfiches.Delivery;

/// <summary>Once the check of the month is over, gathers what waits for a social worker who wants one mail a month.</summary>
/// <remarks>
/// One digest a month and social worker, by a unique key. What comes after it waits for the next, and stands in the inbox at
/// once in any case. Gathering and sending are two steps, so that a digest that is sent again says the same.
/// </remarks>
public sealed class MakeDigests(DossierDb db, TimeProvider clock) : IDeliveryPass
{
    private static readonly TimeSpan StandsStill = TimeSpan.FromHours(1);

    static TimeSpan IDeliveryPass.Every => TimeSpan.FromSeconds(30);

    /// <returns>How many were made.</returns>
    public async Task<int> RunAsync(CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var month = Maand.Of(Belgium.DayOf(now)).Previous;

        // A run without an end that no longer moves was broken off: it keeps no digest waiting.
        var recently = now - StandsStill;
        var ready = await db.Staff.AsNoTracking()
            .Where(s => s.WantsDigest && s.Email != null && s.Email != "" && !db.Digests.Any(g => g.StaffId == s.Id && g.Month == month))
            .Where(s => db.Runs.Any(r => r.OcmwKbo == s.OcmwKbo && r.Month == month && r.EndedAt != null) && !db.Runs.Any(r => r.OcmwKbo == s.OcmwKbo && r.Month == month && r.EndedAt == null && r.ProgressAt >= recently))
            .Where(s => db.Messages.Any(m => m.StaffId == s.Id && m.SentAt == null && m.DigestId == null && m.DeadAt == null))
            .Select(s => s.Id).ToListAsync(cancellation);
        var made = 0;
        foreach (var staff in ready)
        {
            made += await MakeAsync(staff, month, now, cancellation) ? 1 : 0;
        }

        return made;
    }

    Task IDeliveryPass.RunAsync(CancellationToken cancellation) => RunAsync(cancellation);

    /// <returns>False where another node was first.</returns>
    private async Task<bool> MakeAsync(string staff, Maand month, DateTimeOffset now, CancellationToken cancellation)
    {
        var digest = new Digest { Id = Guid.CreateVersion7(now), StaffId = staff, Month = month, CreatedAt = now, NextAttemptAt = now };
        try
        {
            await using var both = await db.Database.BeginTransactionAsync(cancellation);
            db.Digests.Add(digest);
            await db.SaveChangesAsync(cancellation);
            await db.Messages.Where(m => m.StaffId == staff && m.SentAt == null && m.DigestId == null && m.DeadAt == null)
                .ExecuteUpdateAsync(m => m.SetProperty(x => x.DigestId, digest.Id), cancellation);
            await both.CommitAsync(cancellation);
            return true;
        }
        catch (DbUpdateException failure) when (failure.IsUniqueViolation())
        {
            db.ChangeTracker.Clear();
            return false;
        }
    }
}
