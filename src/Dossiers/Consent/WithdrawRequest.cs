using Microsoft.EntityFrameworkCore;

namespace SolidLoonfiches.Dossiers;

/// <summary>The OCMW takes its question back, as long as nobody answered it.</summary>
public sealed class WithdrawRequest(DossierDb db, TimeProvider clock)
{
    /// <param name="RequestId">The request.</param>
    /// <param name="By">A social worker of the same OCMW.</param>
    public sealed record Command(Guid RequestId, Staff By);

    /// <summary>How it ended.</summary>
    public enum Outcome
    {
        Withdrawn,

        /// <summary>It was answered, expired or withdrawn before.</summary>
        AlreadyEnded,
        NotFound,
    }

    public async Task<Outcome> RunAsync(Command command, CancellationToken cancellation)
    {
        var request = await db.ConsentRequests.SingleOrDefaultAsync(r => r.Id == command.RequestId && db.Dossiers.Any(d => d.Id == r.DossierId && d.OcmwKbo == command.By.OcmwKbo), cancellation);
        if (request is null)
        {
            return Outcome.NotFound;
        }

        var now = clock.GetUtcNow();
        if (!request.IsOpen(now))
        {
            return Outcome.AlreadyEnded;
        }

        (request.EndedAt, request.Ending) = (now, RequestEnding.Withdrawn);
        await RememberStaff.PutAsync(db, command.By, cancellation);
        db.ConsentEvents.Add(ConsentEvent.Of(request, ConsentEventKind.Withdrawn, now, command.By.Id));
        try
        {
            await db.SaveChangesAsync(cancellation);
            return Outcome.Withdrawn;
        }
        catch (DbUpdateConcurrencyException)
        {
            // The citizen answered at the same moment: their answer stands.
            db.ChangeTracker.Clear();
            return Outcome.AlreadyEnded;
        }
    }
}
