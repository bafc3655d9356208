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

        return lapsed.Count + await ExpireRequestsAsync(command, now, cancellation) + await ExpirePapersAsync(command, today, cancellation);
    }

    /// <summary>A yes on paper has a last day too. Nothing was read under it: it is noted, and nobody has to be told.</summary>
    private async Task<int> ExpirePapersAsync(Command command, DateOnly today, CancellationToken cancellation)
    {
        var ended = 0;
        foreach (var paper in await db.PaperConsents.Where(p => p.WithdrawnAt == null && p.ExpiredAt == null && p.Until < today && (command.DossierId == null || p.DossierId == command.DossierId)).ToListAsync(cancellation))
        {
            paper.ExpiredAt = Belgium.StartOf(paper.Until.AddDays(1));
            db.ConsentEvents.Add(ConsentEvent.Of(paper, ConsentEventKind.Expired, paper.ExpiredAt.Value, ConsentEvent.Service));
            ended += await SaveAsync(cancellation) ? 1 : 0;
        }

        return ended;
    }

    private async Task<int> ExpireRequestsAsync(Command command, DateTimeOffset now, CancellationToken cancellation)
    {
        var ended = 0;
        var over = await db.ConsentRequests.Where(r => r.EndedAt == null && r.ExpiresAt <= now && (command.DossierId == null || r.DossierId == command.DossierId)).ToListAsync(cancellation);
        foreach (var request in over)
        {
            Expire(db, request);
            ended += await SaveAsync(cancellation) ? 1 : 0;
        }

        return ended;
    }

    /// <returns>False where somebody ended it, or another node noted it, at the same moment.</returns>
    private async Task<bool> SaveAsync(CancellationToken cancellation)
    {
        try
        {
            await db.SaveChangesAsync(cancellation);
            return true;
        }
        catch (Exception failure) when (failure.IsLostRace())
        {
            foreach (var entry in db.ChangeTracker.Entries().Where(e => e.State is EntityState.Modified or EntityState.Added).ToList())
            {
                entry.State = EntityState.Detached;
            }

            return false;
        }
    }

    /// <summary>A question that nobody answered in time.</summary>
    internal static void Expire(DossierDb db, ConsentRequest request)
    {
        (request.EndedAt, request.Ending) = (request.ExpiresAt, RequestEnding.Expired);
        db.ConsentEvents.Add(ConsentEvent.Of(request, ConsentEventKind.Expired, request.ExpiresAt, ConsentEvent.Service));
    }
}
