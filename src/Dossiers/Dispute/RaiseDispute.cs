using Microsoft.EntityFrameworkCore;
using SolidLoonfiches.Loonfiches;

namespace SolidLoonfiches.Dossiers;

/// <summary>The citizen disputes one line of a payslip that counts. The social worker is told, and has to answer; nothing waits for it.</summary>
public sealed class RaiseDispute(DossierDb db, TimeProvider clock)
{
    /// <summary>More than this no line of a payslip is: a comma was forgotten.</summary>
    private static readonly Euro TooMuch = Euro.Of(100_000m);

    /// <param name="SlipId">A slip of the citizen's own dossier.</param>
    /// <param name="Insz">Of the citizen who signed in.</param>
    /// <param name="Line">Place among its lines, from 0; null: the net wage.</param>
    /// <param name="Claimed">What it should be.</param>
    /// <param name="Reason">Why; at most 1000 characters.</param>
    public sealed record Command(Guid SlipId, Insz Insz, int? Line, Euro Claimed, string? Reason);

    /// <summary>How it ended.</summary>
    public abstract record Outcome
    {
        private Outcome()
        {
        }

        public sealed record Raised(Guid DisputeId) : Outcome;

        /// <param name="Field"><c>line</c>, <c>claimed</c> or <c>reason</c>.</param>
        /// <param name="Sentence">For the citizen, Dutch, level B1.</param>
        public sealed record Refused(string Field, string Sentence) : Outcome;

        /// <summary>No such slip of this person, or none that can be read.</summary>
        public sealed record NotFound : Outcome;
    }

    public async Task<Outcome> RunAsync(Command command, CancellationToken cancellation)
    {
        var found = await (
            from slip in db.Slips.AsNoTracking()
            join dossier in db.Dossiers.AsNoTracking() on slip.DossierId equals dossier.Id
            where slip.Id == command.SlipId && dossier.Insz == command.Insz && slip.EndedAt == null
            select new { slip, dossier }).SingleOrDefaultAsync(cancellation);
        if (found is null)
        {
            return new Outcome.NotFound();
        }

        var disputes = await LineDisputes.OfAsync(db, found.dossier.Id, cancellation);
        if (disputes.Counting(found.slip) is not { } fiche)
        {
            return new Outcome.NotFound();
        }

        var reason = string.IsNullOrWhiteSpace(command.Reason) ? null : command.Reason.Trim();
        if (Refuse(command, fiche, reason, [.. disputes.OpenOn(found.slip.Id)]) is { } refused)
        {
            return refused;
        }

        var current = await db.Checks.AsNoTracking().Where(check => check.DossierId == found.dossier.Id && check.IsCurrent).WithoutTree().ToListAsync(cancellation);
        if (current.Where(check => check.SlipIds.Contains(found.slip.Id)).MinBy(check => check.Month) is not { } marked)
        {
            return new Outcome.Refused("line", "Deze loonfiche telt nog in geen enkele berekening mee. U kunt een lijn betwisten zodra we ermee rekenden.");
        }

        var now = clock.GetUtcNow();
        var dispute = new Dispute
        {
            Id = Guid.CreateVersion7(now),
            DossierId = found.dossier.Id,
            SlipId = found.slip.Id,
            Month = marked.Month,
            Line = command.Line,
            Label = command.Line is { } at ? fiche.Lines[at].Label : "Nettoloon",
            Amount = LineDisputes.AmountOf(fiche, command.Line),
            Claimed = command.Claimed,
            Reason = reason!,
            RaisedAt = now,
        };
        db.Disputes.Add(dispute);
        db.Messages.Add(News.Of(dispute, marked, found.dossier.SocialWorkerId));
        try
        {
            await db.SaveChangesAsync(cancellation);
            return new Outcome.Raised(dispute.Id);
        }
        catch (DbUpdateException failure) when (failure.IsUniqueViolation())
        {
            db.ChangeTracker.Clear();
            return Already;
        }
    }

    private static readonly Outcome.Refused Already = new("line", "U betwist deze lijn al. Uw maatschappelijk werker moet daar nog op antwoorden.");

    private static Outcome.Refused? Refuse(Command command, Loonfiche fiche, string? reason, IReadOnlyList<Dispute> open) =>
        command.Line is { } at && (at < 0 || at >= fiche.Lines.Count) ? new("line", "Kies een lijn uit de lijst.")
        : open.Any(dispute => dispute.Line == command.Line) ? Already
        : command.Claimed == LineDisputes.AmountOf(fiche, command.Line) ? new("claimed", "Dit bedrag staat al op de loonfiche. Schrijf het bedrag dat er zou moeten staan.")
        : command.Claimed < Euro.Zero ? new("claimed", "Schrijf het bedrag zonder minteken.")
        : command.Claimed > TooMuch ? new("claimed", "Dit bedrag is te hoog. Kijk na waar de komma staat.")
        : reason is null ? new("reason", "Schrijf waarom deze lijn niet klopt.")
        : reason.Length > Dispute.MaxText ? new("reason", $"Schrijf hoogstens {Dispute.MaxText} tekens.")
        : null;
}
