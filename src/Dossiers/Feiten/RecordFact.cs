using Microsoft.EntityFrameworkCore;

namespace SolidLoonfiches.Dossiers;

/// <summary>Records a fact from a date. Never overwrites. A dossier of another OCMW is not found.</summary>
public sealed class RecordFact(DossierDb db, TimeProvider clock)
{
    /// <param name="DossierId">Of the social worker's own OCMW.</param>
    /// <param name="From">First day on which the fact holds.</param>
    /// <param name="Value">The fact.</param>
    /// <param name="Evidence">What was seen: a document, a statement.</param>
    /// <param name="By">The social worker.</param>
    public sealed record Command(Guid DossierId, DateOnly From, Fact Value, string Evidence, Staff By);

    /// <summary>How it ended.</summary>
    public abstract record Outcome
    {
        private Outcome()
        {
        }

        public sealed record Recorded(Guid EntryId) : Outcome;

        public sealed record NotFound : Outcome;

        /// <param name="Field">Name of the command's or the fact's property, in camel case.</param>
        /// <param name="Sentence">For the social worker.</param>
        public sealed record Refused(string Field, string Sentence) : Outcome;
    }

    public async Task<Outcome> RunAsync(Command command, CancellationToken cancellation)
    {
        if (!await db.Dossiers.AnyAsync(d => d.Id == command.DossierId && d.OcmwKbo == command.By.OcmwKbo, cancellation))
        {
            return new Outcome.NotFound();
        }

        var evidence = command.Evidence.Trim();
        if (evidence.Length is 0 or > 500)
        {
            return new Outcome.Refused("evidence", "Schrijf op wat u gezien hebt: een document of een verklaring (hoogstens 500 tekens).");
        }

        var now = clock.GetUtcNow();
        var entry = new FactEntry
        {
            Id = Guid.CreateVersion7(now),
            DossierId = command.DossierId,
            From = command.From,
            Value = command.Value,
            Evidence = evidence,
            RecordedBy = command.By.Id,
            RecordedAt = now,
        };
        var history = await db.Facts.AsNoTracking().Where(f => f.DossierId == command.DossierId).ToListAsync(cancellation);
        if (FactRules.Check(entry, DossierFacts.From([.. history, entry])) is { } refused)
        {
            return refused;
        }

        db.Facts.Add(entry);
        await db.SaveChangesAsync(cancellation);
        return new Outcome.Recorded(entry.Id);
    }
}
