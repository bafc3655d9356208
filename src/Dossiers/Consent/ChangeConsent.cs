using Microsoft.EntityFrameworkCore;
using SolidLoonfiches.Loonfiches;

namespace SolidLoonfiches.Dossiers;

/// <summary>The citizen changes the period of a consent that stands: narrower at any time, or as a newer request asks. The vault's rule stays as it is.</summary>
/// <remarks>A check that is reading at this moment is not recorded: it saves only where the consent still stands as it was.</remarks>
public sealed class ChangeConsent(DossierDb db, TimeProvider clock)
{
    /// <param name="ConsentId">The consent that stands.</param>
    /// <param name="Insz">Of the citizen who signed in.</param>
    /// <param name="From">Payslips of this month and later.</param>
    /// <param name="Until">Last day on which the service reads.</param>
    public sealed record Narrow(Guid ConsentId, Insz Insz, Maand From, DateOnly Until);

    /// <param name="RequestId">A newer request, that asks for another period.</param>
    /// <param name="Insz">Of the citizen who signed in.</param>
    /// <param name="Answer">What the citizen agreed to.</param>
    public sealed record Renew(Guid RequestId, Insz Insz, ConsentAnswer Answer);

    /// <summary>How it ended.</summary>
    public abstract record Outcome
    {
        private Outcome()
        {
        }

        public sealed record Changed(Guid ConsentId) : Outcome;

        /// <param name="Field"><c>from</c> or <c>until</c>.</param>
        /// <param name="Sentence">For the citizen.</param>
        public sealed record Refused(string Field, string Sentence) : Outcome;

        /// <summary>The consent or the request ended in the meantime, or its text changed.</summary>
        public sealed record Ended : Outcome;

        /// <summary>No such consent or request of this person.</summary>
        public sealed record NotFound : Outcome;
    }

    public async Task<Outcome> RunAsync(Narrow command, CancellationToken cancellation)
    {
        var consent = await db.Consents.SingleOrDefaultAsync(c => c.Id == command.ConsentId && db.Dossiers.Any(d => d.Id == c.DossierId && d.Insz == command.Insz), cancellation);
        if (consent is null)
        {
            return new Outcome.NotFound();
        }

        var now = clock.GetUtcNow();
        if (!consent.IsActive || consent.HasLapsed(now))
        {
            return new Outcome.Ended();
        }

        if (ConsentAnswer.Narrows(consent.From, consent.Until, command.From, command.Until, Belgium.DayOf(now)) is var (field, sentence))
        {
            return new Outcome.Refused(field, sentence);
        }

        if (consent.From == command.From && consent.Until == command.Until)
        {
            return new Outcome.Changed(consent.Id);
        }

        (consent.From, consent.Until) = (command.From, command.Until);
        return await SaveAsync(consent, ConsentEventKind.Narrowed, now, cancellation);
    }

    public async Task<Outcome> RunAsync(Renew command, CancellationToken cancellation)
    {
        if (await db.RequestOfAsync(command.RequestId, command.Insz, cancellation) is not { Request: var request } own)
        {
            return new Outcome.NotFound();
        }

        var (now, answer) = (clock.GetUtcNow(), command.Answer);
        if (await db.Consents.Standing().SingleOrDefaultAsync(c => c.DossierId == request.DossierId, cancellation) is not { } consent || consent.HasLapsed(now))
        {
            return new Outcome.Ended();
        }

        switch (answer.Check(own, now))
        {
            case ConsentAnswer.Problem.Terms(var field, var sentence):
                return new Outcome.Refused(field, sentence);
            case not null:
                return new Outcome.Ended();
        }

        var text = answer.Text(own.Terms);
        await StoredConsentText.PutAsync(db, text, now, cancellation);
        (consent.RequestId, consent.From, consent.Until) = (request.Id, answer.From, answer.Until);
        (consent.TextVersion, consent.TextLanguage, consent.TextSha256) = (text.Version, text.Language, text.Sha256);
        (request.EndedAt, request.Ending, request.ConsentId) = (now, RequestEnding.Given, consent.Id);
        return await SaveAsync(consent, ConsentEventKind.Renewed, now, cancellation);
    }

    private async Task<Outcome> SaveAsync(Consent consent, ConsentEventKind kind, DateTimeOffset now, CancellationToken cancellation)
    {
        db.ConsentEvents.Add(ConsentEvent.Of(consent, kind, now, ConsentEvent.Citizen));
        if (consent is { IdentityKey: { } key, Until: { } last })
        {
            // The consent's own identity ends with its last day, and that day has moved.
            (await db.VaultIdentities.SingleAsync(i => i.Key == key, cancellation)).OfflineFrom = Belgium.StartOf(last.AddDays(1));
        }

        try
        {
            await db.SaveChangesAsync(cancellation);

            // What was left out may count now: the next check looks at the vault anew. After the save: a check that began before it can no longer record.
            await db.SettledVaults.Where(s => s.ConsentId == consent.Id).ExecuteDeleteAsync(cancellation);
            return new Outcome.Changed(consent.Id);
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return new Outcome.Ended();
        }
    }
}
