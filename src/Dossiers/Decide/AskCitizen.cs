using Microsoft.EntityFrameworkCore;

namespace SolidLoonfiches.Dossiers;

/// <summary>Asks the person of a dossier something about a check. They see it when they sign in, and may answer in any other way too.</summary>
public sealed class AskCitizen(DossierDb db, TimeProvider clock)
{
    /// <summary>Longest question, and longest answer.</summary>
    public const int MaxText = 1000;

    /// <param name="CheckId">Of the own OCMW.</param>
    /// <param name="Text">The question.</param>
    /// <param name="By">Who asks.</param>
    public sealed record Command(Guid CheckId, string Text, Staff By);

    /// <summary>How it ended.</summary>
    public abstract record Outcome
    {
        private Outcome()
        {
        }

        public sealed record Asked : Outcome;

        /// <summary>No such check, or of another OCMW.</summary>
        public sealed record NotFound : Outcome;

        /// <param name="Sentence">For the social worker.</param>
        public sealed record Refused(string Sentence) : Outcome;
    }

    public async Task<Outcome> RunAsync(Command command, CancellationToken cancellation)
    {
        var dossier = await db.Checks.Where(c => c.Id == command.CheckId && db.Dossiers.Any(d => d.Id == c.DossierId && d.OcmwKbo == command.By.OcmwKbo)).Select(c => (Guid?)c.DossierId).SingleOrDefaultAsync(cancellation);
        if (dossier is not { } id)
        {
            return new Outcome.NotFound();
        }

        var text = command.Text.Trim();
        if (text.Length is 0 or > MaxText)
        {
            return new Outcome.Refused($"Schrijf uw vraag (hoogstens {MaxText} tekens).");
        }

        var now = clock.GetUtcNow();
        db.CheckQuestions.Add(new CheckQuestion { Id = Guid.CreateVersion7(now), DossierId = id, CheckId = command.CheckId, Text = text, AskedBy = command.By.Id, AskedAt = now });
        await db.SaveChangesAsync(cancellation);
        return new Outcome.Asked();
    }
}
