using Microsoft.EntityFrameworkCore;
using SolidLoonfiches.Loonfiches;

namespace SolidLoonfiches.Dossiers;

/// <summary>Ends the consent in our records, at once, and tells the OCMW; the vault's rule is removed by <see cref="CloseVault"/>.</summary>
/// <remarks>
/// A check that is reading at this moment gets no token for its next read (<see cref="ConsentSession"/>), and what it had read
/// is not recorded: it saves only where the consent still stands as it was.
/// </remarks>
public sealed class WithdrawConsent(DossierDb db, CheckDossier check, TimeProvider clock)
{
    /// <param name="ConsentId">The consent.</param>
    /// <param name="Insz">Of the citizen who signed in.</param>
    public sealed record Command(Guid ConsentId, Insz Insz);

    /// <summary>How it ended.</summary>
    public abstract record Outcome
    {
        private Outcome()
        {
        }

        /// <summary>Also where it was withdrawn before, with that moment.</summary>
        public sealed record Withdrawn(DateTimeOffset At) : Outcome;

        /// <summary>Its time was over before: nothing is left to withdraw, and everybody has been told.</summary>
        public sealed record AlreadyOver(DateTimeOffset At) : Outcome;

        /// <summary>No such consent of this person.</summary>
        public sealed record NotFound : Outcome;
    }

    public async Task<Outcome> RunAsync(Command command, CancellationToken cancellation)
    {
        var mine = db.Consents.Where(c => c.Id == command.ConsentId && db.Dossiers.Any(d => d.Id == c.DossierId && d.Insz == command.Insz));
        var now = clock.GetUtcNow();

        // Not by way of the row as it was read, so that nothing that happens to it meanwhile can stand in the way.
        await using var together = await db.Database.BeginTransactionAsync(cancellation);
        var ended = await mine.Where(c => c.WithdrawnAt == null && c.ExpiredAt == null).ExecuteUpdateAsync(c => c.SetProperty(x => x.WithdrawnAt, now), cancellation) == 1;
        if (await mine.AsNoTracking().SingleOrDefaultAsync(cancellation) is not { } consent)
        {
            return new Outcome.NotFound();
        }

        if (consent.WithdrawnAt is not { } at)
        {
            return new Outcome.AlreadyOver(consent.ExpiredAt!.Value);
        }

        if (ended)
        {
            await ConsentEnd.DropAsync(db, consent, "withdrawn", now, cancellation);
            await db.SaveChangesAsync(cancellation);
        }

        await together.CommitAsync(cancellation);
        if (ended)
        {
            // Recorded and told by the check itself, which looks at no vault any more and loads what it needs.
            db.ChangeTracker.Clear();
            await check.RunAsync(new(consent.DossierId, ConsentEnd.FirstMonthWithout(now)), cancellation);
        }

        return new Outcome.Withdrawn(at);
    }
}
