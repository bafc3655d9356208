using Microsoft.EntityFrameworkCore;
using SolidLoonfiches.Loonfiches;

namespace SolidLoonfiches.Dossiers;

/// <summary>Records that the time of consents and of questions is over, and tells the OCMW. Run every hour; each monthly check does it for its dossier too.</summary>
/// <remarks>Nobody reads after the last day in any case: <see cref="ConsentSession"/> looks at the date, and the identity goes offline by itself. A page looks at the time of a question itself.</remarks>
public sealed class ExpireConsents(DossierDb db, CheckDossier check, TimeProvider clock)
{
    /// <param name="DossierId">One dossier; null for all.</param>
    public sealed record Command(Guid? DossierId = null);

    /// <returns>How many ended.</returns>
    public async Task<int> RunAsync(Command command, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var today = Belgium.DayOf(now);
        var lapsed = await db.Consents.Standing()
            .Where(c => c.Until < today && (command.DossierId == null || c.DossierId == command.DossierId))
            .Select(c => c.DossierId).ToListAsync(cancellation);
        foreach (var dossier in lapsed)
        {
            await check.RunAsync(new(dossier, ConsentEnd.FirstMonthWithout(now)), cancellation);
        }

        return lapsed.Count + await ExpireRequestsAsync(command, now, cancellation);
    }

    private async Task<int> ExpireRequestsAsync(Command command, DateTimeOffset now, CancellationToken cancellation)
    {
        var ended = 0;
        var over = await db.ConsentRequests.Where(r => r.EndedAt == null && r.ExpiresAt <= now && (command.DossierId == null || r.DossierId == command.DossierId)).ToListAsync(cancellation);
        foreach (var request in over)
        {
            Expire(db, request);
            try
            {
                await db.SaveChangesAsync(cancellation);
                ended++;
            }
            catch (Exception failure) when (failure.IsLostRace())
            {
                // The OCMW took it back, or another node noted it, at the same moment.
                foreach (var entry in db.ChangeTracker.Entries().Where(e => e.State is EntityState.Modified or EntityState.Added).ToList())
                {
                    entry.State = EntityState.Detached;
                }
            }
        }

        return ended;
    }

    /// <summary>A question that nobody answered in time.</summary>
    internal static void Expire(DossierDb db, ConsentRequest request)
    {
        (request.EndedAt, request.Ending) = (request.ExpiresAt, RequestEnding.Expired);
        db.ConsentEvents.Add(ConsentEvent.Of(request, ConsentEventKind.Expired, request.ExpiresAt, ConsentEvent.Service));
    }
}
