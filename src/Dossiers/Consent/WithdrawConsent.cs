using Microsoft.EntityFrameworkCore;
using SolidLoonfiches.Loonfiches;

namespace SolidLoonfiches.Dossiers;

/// <summary>Ends the consent in our records, at once; the vault's rule is removed by <see cref="CloseVault"/>.</summary>
/// <remarks>A check that is reading at this moment is not recorded: it saves only where the consent still stands as it was.</remarks>
public sealed class WithdrawConsent(DossierDb db, TimeProvider clock)
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

        /// <summary>No such consent of this person.</summary>
        public sealed record NotFound : Outcome;
    }

    public async Task<Outcome> RunAsync(Command command, CancellationToken cancellation)
    {
        var mine = db.Consents.Where(c => c.Id == command.ConsentId && db.Dossiers.Any(d => d.Id == c.DossierId && d.Insz == command.Insz));
        var now = clock.GetUtcNow();
        await using var both = await db.Database.BeginTransactionAsync(cancellation);
        if (await mine.Where(c => c.WithdrawnAt == null).ExecuteUpdateAsync(c => c.SetProperty(x => x.WithdrawnAt, now), cancellation) == 1)
        {
            var dossier = await mine.Join(db.Dossiers, c => c.DossierId, d => d.Id, (c, d) => d).SingleAsync(cancellation);
            db.Events.Add(EventRecord.ConsentEnded(dossier.OcmwKbo, dossier.Id, command.ConsentId, "withdrawn", now));
            await db.SaveChangesAsync(cancellation);
        }

        await both.CommitAsync(cancellation);
        return await mine.Select(c => c.WithdrawnAt).SingleOrDefaultAsync(cancellation) is { } at ? new Outcome.Withdrawn(at) : new Outcome.NotFound();
    }
}
