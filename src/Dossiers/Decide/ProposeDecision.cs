using Microsoft.EntityFrameworkCore;

namespace SolidLoonfiches.Dossiers;

/// <summary>Proposes what a check came to, or sets it aside with a reason. The committee decides; nothing is paid or refused here.</summary>
public sealed class ProposeDecision(DossierDb db, TimeProvider clock)
{
    /// <param name="CheckId">A current check of the social worker's own OCMW.</param>
    /// <param name="Kind">Propose, or set aside.</param>
    /// <param name="Reason">Required to set aside; at most 1000 characters.</param>
    /// <param name="By">The social worker.</param>
    public sealed record Command(Guid CheckId, ProposalKind Kind, string? Reason, Staff By);

    /// <summary>How it ended.</summary>
    public abstract record Outcome
    {
        private Outcome()
        {
        }

        public sealed record Done : Outcome;

        /// <summary>No such check, or of another OCMW.</summary>
        public sealed record NotFound : Outcome;

        /// <summary>This check was proposed or set aside before.</summary>
        public sealed record AlreadyDone : Outcome;

        /// <summary>A later check of the month took its place: look at that one.</summary>
        public sealed record Superseded(Guid ByCheckId) : Outcome;

        /// <param name="Field"><c>reason</c> or <c>kind</c>.</param>
        /// <param name="Sentence">For the social worker.</param>
        public sealed record Refused(string Field, string Sentence) : Outcome;
    }

    public async Task<Outcome> RunAsync(Command command, CancellationToken cancellation)
    {
        var check = await db.Checks.AsNoTracking()
            .Where(c => c.Id == command.CheckId && db.Dossiers.Any(d => d.Id == c.DossierId && d.OcmwKbo == command.By.OcmwKbo))
            .SingleOrDefaultAsync(cancellation);
        if (check is null)
        {
            return new Outcome.NotFound();
        }

        if (await db.Proposals.AnyAsync(p => p.CheckId == check.Id, cancellation))
        {
            return new Outcome.AlreadyDone();
        }

        if (!check.IsCurrent)
        {
            return new Outcome.Superseded(await db.Checks.Where(c => c.DossierId == check.DossierId && c.Month == check.Month && c.IsCurrent).Select(c => c.Id).SingleAsync(cancellation));
        }

        var reason = string.IsNullOrWhiteSpace(command.Reason) ? null : command.Reason.Trim();
        if (reason?.Length > 1000 || (command.Kind == ProposalKind.SetAside && reason is null))
        {
            return new Outcome.Refused("reason", "Schrijf op waarom u dit resultaat opzijlegt (hoogstens 1000 tekens).");
        }

        if (command.Kind == ProposalKind.Proposed && check.NewAmount is null)
        {
            return new Outcome.Refused("kind", "Er is geen bedrag berekend, dus er valt niets voor te stellen. U kunt dit resultaat met een reden opzijleggen.");
        }

        var now = clock.GetUtcNow();
        db.Proposals.Add(new Proposal { Id = Guid.CreateVersion7(now), CheckId = check.Id, Kind = command.Kind, Reason = reason, By = command.By.Id, At = now });
        db.Events.Add(command.Kind == ProposalKind.Proposed ? EventRecord.CheckProposed(command.By.OcmwKbo, check, now) : EventRecord.CheckDecided(command.By.OcmwKbo, check, "setAside", now));
        try
        {
            await db.SaveChangesAsync(cancellation);
            return new Outcome.Done();
        }
        catch (DbUpdateException failure) when (failure.IsUniqueViolation())
        {
            db.ChangeTracker.Clear();
            return new Outcome.AlreadyDone();
        }
    }
}
