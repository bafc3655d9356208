using Microsoft.EntityFrameworkCore;
using SolidLoonfiches.Loonfiches;

namespace SolidLoonfiches.Dossiers;

/// <summary>Records that the time of consents is over, and tells the OCMW. Run every day; each monthly check does it for its dossier too.</summary>
/// <remarks>Nobody reads after the last day in any case: <see cref="ConsentSession"/> looks at the date, and the identity goes offline by itself.</remarks>
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

        return lapsed.Count;
    }
}
