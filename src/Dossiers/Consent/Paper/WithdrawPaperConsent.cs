using Microsoft.EntityFrameworkCore;
using SolidLoonfiches.Loonfiches;

namespace SolidLoonfiches.Dossiers;

/// <summary>The citizen takes back what they signed on paper: on their own page, or at the desk, where it was given. Nothing has to be closed: no vault was opened by it.</summary>
public sealed class WithdrawPaperConsent(DossierDb db, TimeProvider clock)
{
    /// <param name="PaperId">The consent on paper.</param>
    /// <param name="Insz">Of the citizen who signed in.</param>
    public sealed record ByCitizen(Guid PaperId, Insz Insz);

    /// <param name="PaperId">The consent on paper.</param>
    /// <param name="By">To whom the person said so.</param>
    public sealed record AtDesk(Guid PaperId, Staff By);

    /// <summary>How it ended.</summary>
    public abstract record Outcome
    {
        private Outcome()
        {
        }

        /// <summary>Also where it was taken back before, with that moment.</summary>
        public sealed record Withdrawn(DateTimeOffset At) : Outcome;

        /// <summary>Its time was over before.</summary>
        public sealed record AlreadyOver(DateTimeOffset At) : Outcome;

        /// <summary>The person opened the vault since: that consent is the one to take back, and only they can.</summary>
        public sealed record OpenInVault(Guid ConsentId) : Outcome;

        /// <summary>No such paper of this person, or of this OCMW.</summary>
        public sealed record NotFound : Outcome;
    }

    public Task<Outcome> RunAsync(ByCitizen command, CancellationToken cancellation) =>
        RunAsync(db.PaperConsents.Where(p => p.Id == command.PaperId && db.Dossiers.Any(d => d.Id == p.DossierId && d.Insz == command.Insz)), ConsentEvent.Citizen, null, cancellation);

    public Task<Outcome> RunAsync(AtDesk command, CancellationToken cancellation) =>
        RunAsync(db.PaperConsents.Where(p => p.Id == command.PaperId && db.Dossiers.Any(d => d.Id == p.DossierId && d.OcmwKbo == command.By.OcmwKbo)), command.By.Id, command.By, cancellation);

    private async Task<Outcome> RunAsync(IQueryable<PaperConsent> mine, string by, Staff? staff, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        if (await mine.SingleOrDefaultAsync(cancellation) is not { } paper)
        {
            return new Outcome.NotFound();
        }

        switch (paper)
        {
            case { WithdrawnAt: { } before }:
                return new Outcome.Withdrawn(before);
            case { ConsentId: { } opened }:
                return new Outcome.OpenInVault(opened);
            case var _ when paper.EndOfTime(now) is { } over:
                return new Outcome.AlreadyOver(over);
        }

        if (staff is not null)
        {
            await RememberStaff.PutAsync(db, staff, cancellation);
        }

        paper.WithdrawnAt = now;
        db.ConsentEvents.Add(ConsentEvent.Of(paper, ConsentEventKind.Withdrawn, now, by));
        try
        {
            await db.SaveChangesAsync(cancellation);
            return new Outcome.Withdrawn(now);
        }
        catch (Exception failure) when (failure.IsLostRace())
        {
            // Said twice at one moment, or its time was noted to be over.
            db.ChangeTracker.Clear();
            return await mine.AsNoTracking().SingleAsync(cancellation) is { WithdrawnAt: { } other } ? new Outcome.Withdrawn(other) : new Outcome.AlreadyOver(now);
        }
    }
}
