using Microsoft.EntityFrameworkCore;
using SolidLoonfiches.Loonfiches;

namespace SolidLoonfiches.Dossiers;

/// <summary>Gives a dossier to another social worker of the same OCMW: who is told from then on. That it happened is a fact of the dossier.</summary>
/// <remarks>
/// Never to another OCMW: that one opens a dossier of its own and asks a consent of its own. Nothing of this one goes with it,
/// and neither sees that the other has one.
/// </remarks>
public sealed class TransferDossier(DossierDb db, TimeProvider clock)
{
    private const int LongestReason = 500;

    /// <param name="DossierId">Of the own OCMW.</param>
    /// <param name="To">Somebody of the same OCMW who has signed in before.</param>
    /// <param name="Reason">Why.</param>
    /// <param name="By">Who transfers it.</param>
    public sealed record Command(Guid DossierId, string To, string Reason, Staff By);

    /// <summary>How it ended.</summary>
    public abstract record Outcome
    {
        private Outcome()
        {
        }

        /// <param name="ToName">Who has it now.</param>
        public sealed record Transferred(string ToName) : Outcome;

        public sealed record NotFound : Outcome;

        /// <param name="Field"><c>to</c> or <c>reason</c>.</param>
        /// <param name="Sentence">For who transfers.</param>
        public sealed record Refused(string Field, string Sentence) : Outcome;
    }

    public async Task<Outcome> RunAsync(Command command, CancellationToken cancellation)
    {
        if (await db.Dossiers.SingleOrDefaultAsync(d => d.Id == command.DossierId && d.OcmwKbo == command.By.OcmwKbo, cancellation) is not { } dossier)
        {
            return new Outcome.NotFound();
        }

        var reason = command.Reason.Trim();
        if (reason.Length is 0 or > LongestReason)
        {
            return new Outcome.Refused("reason", $"Schrijf waarom u het dossier overdraagt (hoogstens {LongestReason} tekens).");
        }

        if (await db.Staff.AsNoTracking().SingleOrDefaultAsync(s => s.Id == command.To && s.OcmwKbo == command.By.OcmwKbo && s.WorksOnDossiers, cancellation) is not { } to)
        {
            return new Outcome.Refused("to", "Kies een maatschappelijk werker of het diensthoofd van uw OCMW. Wie zich nog nooit aanmeldde staat niet in de lijst.");
        }

        if (to.Id == dossier.SocialWorkerId)
        {
            return new Outcome.Refused("to", "Deze medewerker heeft het dossier al.");
        }

        var now = clock.GetUtcNow();
        dossier.SocialWorkerId = to.Id;
        db.Facts.Add(new FactEntry
        {
            Id = Guid.CreateVersion7(now),
            DossierId = dossier.Id,
            From = Belgium.DayOf(now),
            Value = new TransferFact(to.Id, to.Name),
            Evidence = reason,
            RecordedBy = command.By.Id,
            RecordedAt = now,
        });
        await db.SaveChangesAsync(cancellation);
        return new Outcome.Transferred(to.Name);
    }
}
