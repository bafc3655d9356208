using Microsoft.EntityFrameworkCore;
using SolidLoonfiches.Leefloon;
using SolidLoonfiches.Loonfiches;

namespace SolidLoonfiches.Dossiers;

/// <summary>Proposes what a check came to, or sets it aside with a reason. The committee decides; nothing is paid or refused here.</summary>
public sealed class ProposeDecision(DossierDb db, TimeProvider clock)
{
    /// <param name="CheckId">A current check of the social worker's own OCMW.</param>
    /// <param name="Kind">Propose as calculated, propose another amount, or set aside.</param>
    /// <param name="Reason">Required for another amount and to set aside; at most 1000 characters.</param>
    /// <param name="By">The social worker.</param>
    /// <param name="Amount">Of <see cref="ProposalKind.Adjusted"/>: per month, from nothing to the whole leefloon of the month.</param>
    public sealed record Command(Guid CheckId, ProposalKind Kind, string? Reason, Staff By, Euro? Amount = null)
    {
        /// <summary>With others that met the OCMW's rule.</summary>
        internal bool InBulk { get; init; }

        /// <summary>Drawn for a second signature.</summary>
        internal bool SecondLook { get; init; }
    }

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

        /// <param name="Field"><c>reason</c>, <c>kind</c> or <c>amount</c>.</param>
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

        if (await db.Proposals.AnyAsync(p => p.CheckId == check.Id && p.EndedAt == null, cancellation))
        {
            return new Outcome.AlreadyDone();
        }

        if (!check.IsCurrent)
        {
            return new Outcome.Superseded(await db.Checks.Where(c => c.DossierId == check.DossierId && c.Month == check.Month && c.IsCurrent).Select(c => c.Id).SingleAsync(cancellation));
        }

        var reason = string.IsNullOrWhiteSpace(command.Reason) ? null : command.Reason.Trim();
        if (Refuse(command, check, reason) is { } refused)
        {
            return refused;
        }

        var now = clock.GetUtcNow();
        var amount = command.Kind switch { ProposalKind.Proposed => check.NewAmount, ProposalKind.Adjusted => command.Amount, _ => null };
        var proposal = new Proposal { Id = Guid.CreateVersion7(now), CheckId = check.Id, Kind = command.Kind, Amount = amount, Reason = reason, By = command.By.Id, At = now, InBulk = command.InBulk, SecondLook = command.SecondLook };
        var ocmw = await db.Ocmws.AsNoTracking().SingleAsync(o => o.Kbo == command.By.OcmwKbo, cancellation);
        var decided = await DecidedAmounts.OfAsync(db, check.DossierId, cancellation);
        var stood = decided.StoodBefore(check);
        if (command.InBulk && !(amount >= stood))
        {
            // Something was decided between the list and now.
            return new Outcome.Refused("amount", "Dit bedrag zou dalen: bekijk het apart.");
        }

        proposal.Follow(DecisionChain.Of(proposal, check, stood, [], ocmw.Terms));
        db.Proposals.Add(proposal);
        db.Events.Add(command.Kind == ProposalKind.SetAside ? EventRecord.CheckDecided(command.By.OcmwKbo, check, proposal, "setAside", now) : EventRecord.CheckProposed(command.By.OcmwKbo, check, proposal));
        foreach (var message in await db.Messages.Where(m => m.CheckId == check.Id && m.DoneAt == null).ToListAsync(cancellation))
        {
            message.DoneAt = now;
        }

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

    private static Outcome.Refused? Refuse(Command command, Check check, string? reason) => command.Kind switch
    {
        _ when reason?.Length > 1000 => new("reason", "De reden is te lang: hoogstens 1000 tekens."),
        ProposalKind.SetAside when reason is null => new("reason", "Schrijf op waarom u dit resultaat opzijlegt (hoogstens 1000 tekens)."),
        ProposalKind.Proposed when check.NewAmount is null => new("kind", "Er is geen bedrag berekend, dus er valt niets voor te stellen. U kunt dit resultaat met een reden opzijleggen."),
        ProposalKind.Adjusted => RefuseAdjusted(command.Amount, check, reason),
        _ => null,
    };

    private static Outcome.Refused? RefuseAdjusted(Euro? amount, Check check, string? reason) =>
        check.Result is not { } result ? new("kind", "Er is geen bedrag berekend. Leg eerst de feiten vast die ontbreken, of leg dit resultaat met een reden opzij.")
        : amount is not { } own ? new("amount", "Vul het bedrag in dat u voorstelt.")
        : own < Euro.Zero ? new("amount", "Een bedrag is nooit lager dan nul.")
        : own == check.NewAmount ? new("amount", "Dit is het berekende bedrag. Stel dat voor zonder het aan te passen.")
        : own > WholeLeefloon(result) ? new("amount", $"Dit is meer dan het volledige leefloon van deze maand ({WholeLeefloon(result)} euro): kijk het bedrag na.")
        : reason is null ? new("reason", "Schrijf waarom u een ander bedrag voorstelt. De reden komt in de beslissing.")
        : null;

    /// <summary>Of the days with a right in the month, by category, without any means.</summary>
    private static Euro WholeLeefloon(Maandresultaat result) =>
        Euro.Round(result.Segmenten.Sum(segment => segment.BedragPerJaar / 12 * segment.Dagen / result.Maand.Days));
}
