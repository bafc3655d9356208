using Microsoft.EntityFrameworkCore;
using SolidLoonfiches.Loonfiches;

namespace SolidLoonfiches.Dossiers;

/// <summary>What ends with a consent, in the same save as its end, whoever ended it: the citizen, its time, or the vault.</summary>
internal static class ConsentEnd
{
    /// <summary>Takes the consent's identity offline, forgets what was kept for the next look at the vault, and tells the OCMW's software.</summary>
    /// <remarks>Tokens need no forgetting: they live in one look and are bound to a key in memory, and <see cref="ConsentSession"/> gives no more.</remarks>
    /// <param name="how"><c>withdrawn</c>, <c>expired</c> or <c>refusedByVault</c>.</param>
    public static async Task DropAsync(DossierDb db, Consent consent, string how, DateTimeOffset now, CancellationToken cancellation)
    {
        var ocmw = await db.Dossiers.Where(d => d.Id == consent.DossierId).Select(d => d.OcmwKbo).SingleAsync(cancellation);
        if (how != "withdrawn" || consent.VaultRefusedAt is null)
        {
            // Who withdraws what the vault had ended before: its end was told then, and once is enough.
            db.Events.Add(EventRecord.ConsentEnded(ocmw, consent.DossierId, consent.Id, how, now));
        }

        if (how == "withdrawn")
        {
            db.ConsentEvents.Add(ConsentEvent.Of(consent, ConsentEventKind.Withdrawn, now, ConsentEvent.Citizen));
        }
        else
        {
            db.ConsentEvents.Add(how == "expired"
                ? ConsentEvent.Of(consent, ConsentEventKind.Expired, consent.ExpiredAt ?? now, ConsentEvent.Service)
                : ConsentEvent.Of(consent, ConsentEventKind.ClosedAtVault, now, ConsentEvent.Service));
        }

        if (how == "withdrawn")
        {
            // The yes on paper that it came from goes with it: one act, undone by one act.
            foreach (var paper in await db.PaperConsents.Where(p => p.ConsentId == consent.Id && p.WithdrawnAt == null && p.ExpiredAt == null).ToListAsync(cancellation))
            {
                paper.WithdrawnAt = now;
                db.ConsentEvents.Add(ConsentEvent.Of(paper, ConsentEventKind.Withdrawn, now, ConsentEvent.Citizen));
            }
        }

        if (how == "refusedByVault")
        {
            // Withdrawn or over, it is still needed for the one look that shows whether the vault is closed (CloseVault).
            consent.AccessGrant = null;
        }

        if (consent.IdentityKey is { } key && await db.VaultIdentities.SingleOrDefaultAsync(i => i.Key == key, cancellation) is { } identity)
        {
            identity.OfflineFrom = now;
        }

        foreach (var slip in await db.Slips.Where(s => s.DossierId == consent.DossierId && (s.ETag != null || s.Modified != null)).ToListAsync(cancellation))
        {
            (slip.ETag, slip.Modified) = (null, null);
        }
    }

    /// <summary>The month that is running: the first of which the service reads no payslip. The checks of earlier months stay as they are.</summary>
    public static Maand FirstMonthWithout(DateTimeOffset now) => Maand.Of(Belgium.DayOf(now));
}
