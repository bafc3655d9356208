using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SolidLoonfiches.Dossiers;
using SolidLoonfiches.Loonfiches;

namespace SolidLoonfiches.Service.Pages.SocialWorker;

/// <summary>A citizen disputes a line: both outcomes, and the answer.</summary>
internal sealed class DisputePage(DossierDb db, AnswerDispute answerDispute, RecordView recordView) : StaffPage
{
    public Dispute Dispute { get; private set; } = null!;

    public Dossier Dossier { get; private set; } = null!;

    /// <summary>The check that stands for the month.</summary>
    public Check Check { get; private set; } = null!;

    /// <summary>The slip as it counts; null where it is blanked.</summary>
    public Loonfiche? Fiche { get; private set; }

    /// <summary>Null once it is answered.</summary>
    public DisputedCheck? Disputed { get; private set; }

    public string AnsweredBy { get; private set; } = "";

    public bool IsWithinNet => Fiche is { } fiche && LineDisputes.IsWithinNet(fiche, Dispute.Line);

    [BindProperty]
    public string? Amount { get; set; }

    [BindProperty]
    public string? Net { get; set; }

    [BindProperty]
    public string? Evidence { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation)
    {
        if (!await FindAsync(id, cancellation))
        {
            return NotFound();
        }

        await recordView.RunAsync(new(Dossier.Id, Check.Id, Me, ViewReason.Calculation), cancellation);
        return Page();
    }

    public Task<IActionResult> OnPostAcceptAsync(Guid id, CancellationToken cancellation) => AnswerAsync(id, async form =>
    {
        var amount = form.Amount(nameof(Amount), Amount);
        Euro? net = IsWithinNet && !string.IsNullOrWhiteSpace(Net) ? form.Amount(nameof(Net), Net) : null;
        return form.IsValid ? await answerDispute.RunAsync(new AnswerDispute.Accept(id, amount, net, Evidence, Me), cancellation) : null;
    }, cancellation);

    public Task<IActionResult> OnPostKeepAsync(Guid id, CancellationToken cancellation) =>
        AnswerAsync(id, async _ => await answerDispute.RunAsync(new AnswerDispute.Keep(id, Reason, Me), cancellation), cancellation);

    private async Task<IActionResult> AnswerAsync(Guid id, Func<FormReader, Task<AnswerDispute.Outcome?>> answer, CancellationToken cancellation)
    {
        if (!await FindAsync(id, cancellation))
        {
            return NotFound();
        }

        switch (await answer(new FormReader(ModelState)))
        {
            case null:
                return Page();
            case AnswerDispute.Outcome.Answered:
                Notice("Vastgelegd. De persoon leest uw antwoord in het overzicht.");
                return RedirectToPage(new { id });
            case AnswerDispute.Outcome.AlreadyAnswered:
                Notice("Iemand was u voor: op deze betwisting is al geantwoord.");
                return RedirectToPage(new { id });
            case AnswerDispute.Outcome.Refused refused:
                ModelState.AddModelError(FormReader.FieldOf(refused.Field), refused.Sentence);
                return Page();
            default:
                return NotFound();
        }
    }

    private async Task<bool> FindAsync(Guid id, CancellationToken cancellation)
    {
        var found = await (
            from dispute in db.Disputes.AsNoTracking()
            join dossier in db.DossiersOf(Me).AsNoTracking() on dispute.DossierId equals dossier.Id
            join slip in db.Slips.AsNoTracking() on dispute.SlipId equals slip.Id
            join check in db.Checks.AsNoTracking() on new { dispute.DossierId, dispute.Month } equals new { check.DossierId, check.Month }
            where dispute.Id == id && check.IsCurrent
            select new { dispute, dossier, slip, check }).SingleOrDefaultAsync(cancellation);
        if (found is null)
        {
            return false;
        }

        (Dispute, Dossier, Check) = (found.dispute, found.dossier, found.check);
        var disputes = await LineDisputes.OfAsync(db, Dossier.Id, cancellation);
        Fiche = disputes.Counting(found.slip);
        Disputed = Dispute.IsOpen ? DisputedCheck.Of(Check, await db.Slips.AsNoTracking().Where(slip => Check.SlipIds.Contains(slip.Id)).ToListAsync(cancellation), disputes, forCitizen: false) : null;
        AnsweredBy = Dispute.AnsweredBy is { } by ? await db.Staff.Where(member => member.Id == by).Select(member => member.Name).SingleAsync(cancellation) : "";
        return true;
    }
}
