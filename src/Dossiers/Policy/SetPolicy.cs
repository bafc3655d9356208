using Microsoft.EntityFrameworkCore;
using SolidLoonfiches.Leefloon;
using SolidLoonfiches.Loonfiches;

namespace SolidLoonfiches.Dossiers;

/// <summary>Records what an OCMW chooses where the law leaves it open, from a month on. Never overwrites.</summary>
public sealed class SetPolicy(DossierDb db, TimeProvider clock)
{
    private const int LongestReason = 500;

    /// <param name="From">The first month of leefloon that it is for.</param>
    /// <param name="Policy">All choices, also those that stay as they were.</param>
    /// <param name="Reason">Why.</param>
    /// <param name="By">Somebody of the OCMW.</param>
    public sealed record Command(Maand From, Beleid Policy, string Reason, Staff By);

    /// <summary>How it ended.</summary>
    public abstract record Outcome
    {
        private Outcome()
        {
        }

        public sealed record Recorded(Guid Id) : Outcome;

        /// <param name="Field">Name of the command's property, in camel case.</param>
        /// <param name="Sentence">For the administrator.</param>
        public sealed record Refused(string Field, string Sentence) : Outcome;
    }

    public async Task<Outcome> RunAsync(Command command, CancellationToken cancellation)
    {
        var reason = command.Reason.Trim();
        if (reason.Length is 0 or > LongestReason)
        {
            return new Outcome.Refused("reason", "Schrijf waarom, bijvoorbeeld de datum van het besluit van de raad (hoogstens 500 tekens).");
        }

        // A month that was checked keeps the policy it had: people were told what it came to.
        if (await LastCheckedAsync(command.By.OcmwKbo, cancellation) is { } last && command.From <= last)
        {
            return new Outcome.Refused("from", $"{Sentence(last)} is al berekend. Een keuze geldt pas vanaf een maand die nog niet berekend is: {DutchDates.Words(last.Next)} of later.");
        }

        var now = clock.GetUtcNow();
        var entry = new OcmwPolicy
        {
            Id = Guid.CreateVersion7(now),
            OcmwKbo = command.By.OcmwKbo,
            From = command.From,
            Policy = command.Policy,
            Reason = reason,
            RecordedBy = command.By.Id,
            RecordedAt = now,
        };
        db.Policies.Add(entry);
        await db.SaveChangesAsync(cancellation);
        return new Outcome.Recorded(entry.Id);
    }

    /// <summary>The latest month of any dossier of the OCMW that has a check; null: none.</summary>
    public Task<Maand?> LastCheckedAsync(string ocmwKbo, CancellationToken cancellation) =>
        db.Checks.Where(c => db.Dossiers.Any(d => d.Id == c.DossierId && d.OcmwKbo == ocmwKbo)).OrderByDescending(c => c.Month).Select(c => (Maand?)c.Month).FirstOrDefaultAsync(cancellation);

    private static string Sentence(Maand month)
    {
        var words = DutchDates.Words(month);
        return char.ToUpperInvariant(words[0]) + words[1..];
    }
}
