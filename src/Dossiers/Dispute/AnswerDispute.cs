using Microsoft.EntityFrameworkCore;
using SolidLoonfiches.Loonfiches;

namespace SolidLoonfiches.Dossiers;

/// <summary>A social worker answers a dispute: the line was wrong, and the months are calculated again with the right one; or it stays, for a reason that is printed.</summary>
public sealed class AnswerDispute(DossierDb db, CheckDossier check, TimeProvider clock)
{
    /// <param name="DisputeId">An open dispute of the own OCMW.</param>
    /// <param name="Amount">The right amount of the line.</param>
    /// <param name="Net">The net wage that goes with it: required where the line is within it.</param>
    /// <param name="Evidence">What was seen; at most 1000 characters.</param>
    /// <param name="By">Who answers.</param>
    public sealed record Accept(Guid DisputeId, Euro Amount, Euro? Net, string? Evidence, Staff By);

    /// <param name="DisputeId">An open dispute of the own OCMW.</param>
    /// <param name="Reason">Is printed; at most 1000 characters.</param>
    /// <param name="By">Who answers.</param>
    public sealed record Keep(Guid DisputeId, string? Reason, Staff By);

    /// <summary>How it ended.</summary>
    public abstract record Outcome
    {
        private Outcome()
        {
        }

        public sealed record Answered : Outcome;

        /// <summary>Somebody was faster.</summary>
        public sealed record AlreadyAnswered : Outcome;

        /// <param name="Field"><c>amount</c>, <c>net</c>, <c>evidence</c> or <c>reason</c>.</param>
        /// <param name="Sentence">For the social worker.</param>
        public sealed record Refused(string Field, string Sentence) : Outcome;

        /// <summary>No such dispute, or of another OCMW.</summary>
        public sealed record NotFound : Outcome;
    }

    public async Task<Outcome> RunAsync(Accept command, CancellationToken cancellation)
    {
        var (dispute, fiche, end) = await FindAsync(command.DisputeId, command.By, cancellation);
        if (dispute is null)
        {
            return end!;
        }

        var isWithinNet = fiche is not null && LineDisputes.IsWithinNet(fiche, dispute.Line);
        Outcome.Refused? refused =
            fiche is null ? new("amount", "Deze loonfiche is er niet meer: er valt niets meer te verbeteren. Behoud de lijn, met die reden.")
            : command.Amount < Euro.Zero ? new("amount", "Schrijf het bedrag zonder minteken.")
            : command.Amount == LineDisputes.AmountOf(fiche, dispute.Line) ? new("amount", "Dit bedrag telt nu al. Schrijf het juiste bedrag, of behoud de lijn.")
            : isWithinNet && command.Net is null ? new("net", "Deze lijn zit in het nettoloon. Vul in hoeveel het nettoloon is met de juiste lijn: het leefloon rekent daarmee.")
            : command.Net < Euro.Zero ? new("net", "Schrijf het bedrag zonder minteken.")
            : RefuseText(command.Evidence, "evidence", "Schrijf wat u zag waaruit het juiste bedrag blijkt.");
        if (refused is not null)
        {
            return refused;
        }

        (dispute.RightAmount, dispute.RightNet) = (command.Amount, isWithinNet ? command.Net : null);
        if (await SaveAsync(dispute, DisputeAnswer.Accepted, command.Evidence!, command.By, cancellation) is { } lost)
        {
            return lost;
        }

        // From what is known: whether the vault may be read, and when, has nothing to do with it.
        await check.RunAsync(new(dispute.DossierId, dispute.Month) { FromRecords = true }, cancellation);
        return new Outcome.Answered();
    }

    public async Task<Outcome> RunAsync(Keep command, CancellationToken cancellation)
    {
        var (dispute, _, end) = await FindAsync(command.DisputeId, command.By, cancellation);
        return dispute is null ? end!
            : RefuseText(command.Reason, "reason", "Schrijf waarom de lijn blijft zoals ze is. Deze reden wordt gedrukt.") is { } refused ? refused
            : await SaveAsync(dispute, DisputeAnswer.Kept, command.Reason!, command.By, cancellation) ?? new Outcome.Answered();
    }

    /// <returns>The dispute and the slip as it counts; or how it ended where there is none to answer.</returns>
    private async Task<(Dispute? Dispute, Loonfiche? Fiche, Outcome? End)> FindAsync(Guid id, Staff by, CancellationToken cancellation)
    {
        var dispute = await db.Disputes.SingleOrDefaultAsync(one => one.Id == id && db.Dossiers.Any(dossier => dossier.Id == one.DossierId && dossier.OcmwKbo == by.OcmwKbo), cancellation);
        if (dispute is not { IsOpen: true })
        {
            return (null, null, dispute is null ? new Outcome.NotFound() : new Outcome.AlreadyAnswered());
        }

        var slip = await db.Slips.AsNoTracking().SingleAsync(one => one.Id == dispute.SlipId, cancellation);
        return (dispute, (await LineDisputes.OfAsync(db, dispute.DossierId, cancellation)).Counting(slip), null);
    }

    private static Outcome.Refused? RefuseText(string? text, string field, string missing) =>
        string.IsNullOrWhiteSpace(text) ? new(field, missing)
        : text.Trim().Length > Dispute.MaxText ? new(field, $"Hoogstens {Dispute.MaxText} tekens.")
        : null;

    private async Task<Outcome?> SaveAsync(Dispute dispute, DisputeAnswer answer, string text, Staff by, CancellationToken cancellation)
    {
        await RememberStaff.PutAsync(db, by, cancellation);
        var now = clock.GetUtcNow();
        (dispute.AnsweredAt, dispute.Answer, dispute.AnsweredBy, dispute.AnswerText) = (now, answer, by.Id, text.Trim());
        foreach (var message in await db.Messages.Where(m => m.Key == News.KeyOf(dispute) && m.DoneAt == null).ToListAsync(cancellation))
        {
            message.DoneAt = now;
        }

        try
        {
            await db.SaveChangesAsync(cancellation);
            return null;
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return new Outcome.AlreadyAnswered();
        }
    }
}
