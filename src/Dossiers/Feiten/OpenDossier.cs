using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SolidLoonfiches.Loonfiches;

namespace SolidLoonfiches.Dossiers;

/// <summary>Opens a dossier for a person, once per person and OCMW.</summary>
public sealed class OpenDossier(DossierDb db, TimeProvider clock)
{
    /// <param name="Insz">Of the person.</param>
    /// <param name="Name">As the page shows it, such as <c>Peeters, An</c>.</param>
    /// <param name="By">The social worker who opens it, and is told.</param>
    public sealed record Command(Insz Insz, string Name, Staff By);

    /// <summary>How it ended.</summary>
    public abstract record Outcome
    {
        private Outcome()
        {
        }

        public sealed record Opened(Guid DossierId, string Number) : Outcome;

        /// <summary>This OCMW has a dossier of this person.</summary>
        public sealed record AlreadyOpen(Guid DossierId) : Outcome;

        /// <param name="Field"><c>name</c> or <c>ocmw</c>.</param>
        /// <param name="Sentence">For the social worker.</param>
        public sealed record Refused(string Field, string Sentence) : Outcome;
    }

    public async Task<Outcome> RunAsync(Command command, CancellationToken cancellation)
    {
        var name = command.Name.Trim();
        if (name.Length is 0 or > 200)
        {
            return new Outcome.Refused("name", "Vul de naam van de persoon in (hoogstens 200 tekens).");
        }

        if (!await db.Ocmws.AnyAsync(o => o.Kbo == command.By.OcmwKbo, cancellation))
        {
            return new Outcome.Refused("ocmw", "Uw OCMW is hier nog niet ingesteld. Vraag de beheerder om het toe te voegen.");
        }

        // The number and the staff row may be taken by somebody else between looking and writing: the unique indexes say so, and we look again.
        for (var attempt = 1; ; attempt++)
        {
            if (await db.Dossiers.Where(d => d.OcmwKbo == command.By.OcmwKbo && d.Insz == command.Insz).Select(d => (Guid?)d.Id).SingleOrDefaultAsync(cancellation) is { } existing)
            {
                return new Outcome.AlreadyOpen(existing);
            }

            await RememberStaff.PutAsync(db, command.By, cancellation);
            var now = clock.GetUtcNow();
            var dossier = new Dossier
            {
                Id = Guid.CreateVersion7(now),
                OcmwKbo = command.By.OcmwKbo,
                Number = await NextNumberAsync(now.Year, cancellation),
                Insz = command.Insz,
                Name = name,
                SocialWorkerId = command.By.Id,
                OpenedAt = now,
                OpenedBy = command.By.Id,
            };
            db.Dossiers.Add(dossier);
            try
            {
                await db.SaveChangesAsync(cancellation);
                return new Outcome.Opened(dossier.Id, dossier.Number);
            }
            catch (DbUpdateException failure) when (failure.IsUniqueViolation() && attempt < 20)
            {
                db.ChangeTracker.Clear();
            }
        }
    }

    private async Task<string> NextNumberAsync(int year, CancellationToken cancellation)
    {
        var prefix = string.Create(CultureInfo.InvariantCulture, $"{year:D4}-");
        var last = await db.Dossiers.Where(d => d.Number.StartsWith(prefix)).Select(d => d.Number)
            .OrderByDescending(n => n.Length).ThenByDescending(n => n).FirstOrDefaultAsync(cancellation);
        var next = last is null ? 1 : int.Parse(last.AsSpan(prefix.Length), CultureInfo.InvariantCulture) + 1;
        return string.Create(CultureInfo.InvariantCulture, $"{prefix}{next:D4}");
    }
}
