using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SolidLoonfiches.Dossiers;

namespace SolidLoonfiches.Service.Pages.SocialWorker;

/// <summary>One decision on its way from proposal to payment: each step with its date and person, and the form of the step that is next.</summary>
internal sealed class DecisionPage(DossierDb db, CountersignProposal countersign, RecordHearing recordHearing, RecordDecision recordDecision, RecordNotice recordNotice, TimeProvider clock) : StaffPage
{
    public Proposal Proposal { get; private set; } = null!;

    public Check Check { get; private set; } = null!;

    public Dossier Dossier { get; private set; } = null!;

    public IReadOnlyList<DecisionStep> Steps { get; private set; } = [];

    /// <summary>What the person gets without this proposal.</summary>
    public Loonfiches.Euro? Stood { get; private set; }

    public DecisionChain Chain { get; private set; } = null!;

    /// <summary>All of the dossier.</summary>
    public LineDisputes Disputes { get; private set; } = LineDisputes.None;

    /// <summary>What the person disputes of the slips behind the proposal; null: nothing.</summary>
    public DisputedCheck? Disputed { get; private set; }

    /// <summary>The lines that were before both people when the person was heard.</summary>
    public IReadOnlyList<Dispute> HeardOn(DecisionStep step) => [.. Check.SlipIds.SelectMany(Disputes.On).Where(dispute => step.Disputes?.Contains(dispute.Id) == true)];

    /// <summary>Names of staff by their id.</summary>
    public IReadOnlyDictionary<string, string> Names { get; private set; } = new Dictionary<string, string>();

    /// <summary>A newer check took the place of this one before anything was decided.</summary>
    public bool IsSuperseded => !Check.IsCurrent && Chain.Next is not (DecisionAct.Nothing or DecisionAct.Notify or DecisionAct.HandToPayment);

    public bool IsOverdue => Chain.IsOverdue(Dates.Today(clock));

    public bool IsMine => Proposal.By == Me.Id;

    [BindProperty]
    public string? On { get; set; }

    [BindProperty]
    public string? Text { get; set; }

    [BindProperty]
    public string? Number { get; set; }

    [BindProperty]
    public string? DecidedBy { get; set; }

    [BindProperty]
    public string? Amount { get; set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation)
    {
        if (!await FindAsync(id, cancellation))
        {
            return NotFound();
        }

        (On, Amount) = (Dates.Today(clock).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), Proposal.Amount?.ToString());
        return Page();
    }

    public Task<IActionResult> OnPostSignAsync(Guid id, CancellationToken cancellation) => TakeAsync(id, _ => countersign.RunAsync(new(id, true, Text, Me), cancellation), cancellation);

    public Task<IActionResult> OnPostSendBackAsync(Guid id, CancellationToken cancellation) => TakeAsync(id, _ => countersign.RunAsync(new(id, false, Text, Me), cancellation), cancellation);

    public Task<IActionResult> OnPostHearingAsync(Guid id, CancellationToken cancellation) => TakeAsync(id, form =>
    {
        var on = Day(form);
        return IfReadable(form, () => recordHearing.RunAsync(new(id, on, Text, Me), cancellation));
    }, cancellation);

    public Task<IActionResult> OnPostDecideAsync(Guid id, CancellationToken cancellation) => TakeAsync(id, form =>
    {
        var on = Day(form);
        var by = form.Choice<DecidedBy>(nameof(DecidedBy), DecidedBy, "Kies wie beslist heeft.");
        var amount = form.Amount(nameof(Amount), Amount);
        return IfReadable(form, () => recordDecision.RunAsync(new(id, by, Number, on, amount, Text, Me), cancellation));
    }, cancellation);

    public Task<IActionResult> OnPostReturnAsync(Guid id, CancellationToken cancellation) =>
        TakeAsync(id, _ => recordDecision.RunAsync(new(id, default, null, Dates.Today(clock), null, Text, Me), cancellation), cancellation);

    public Task<IActionResult> OnPostNoticeAsync(Guid id, CancellationToken cancellation) => TakeAsync(id, form =>
    {
        var on = Day(form);
        return IfReadable(form, () => recordNotice.RunAsync(new(id, on, Text, Me), cancellation));
    }, cancellation);

    private DateOnly Day(FormReader form) => form.Date(nameof(On), On, "Vul de dag in waarop dit gebeurde.");

    /// <summary>What cannot be read is not sent to the operation.</summary>
    private static async Task<StepOutcome?> IfReadable(FormReader form, Func<Task<StepOutcome>> act) => form.IsValid ? await act() : null;

    private async Task<IActionResult> TakeAsync<TOutcome>(Guid id, Func<FormReader, Task<TOutcome>> act, CancellationToken cancellation)
        where TOutcome : StepOutcome?
    {
        if (!await FindAsync(id, cancellation))
        {
            return NotFound();
        }

        switch (await act(new FormReader(ModelState)))
        {
            case null:
                return Page();
            case StepOutcome.Done done:
                Notice(done.Next == DecisionAct.Nothing ? "Vastgelegd. Er is niets meer te doen." : $"Vastgelegd. Nu: {DecisionWords.Asked(done.Next).ToLowerInvariant()}.");
                return RedirectToPage(new { id });
            case StepOutcome.NotNow notNow:
                Notice(notNow.Sentence);
                return RedirectToPage(new { id });
            case StepOutcome.Refused refused:
                ModelState.AddModelError(refused.Field == "by" ? nameof(Text) : FormReader.FieldOf(refused.Field), refused.Sentence);
                return Page();
            default:
                return NotFound();
        }
    }

    private async Task<bool> FindAsync(Guid id, CancellationToken cancellation)
    {
        var found = await (
            from proposal in db.Proposals.AsNoTracking()
            join check in db.ChecksOf(Me).AsNoTracking() on proposal.CheckId equals check.Id
            join dossier in db.Dossiers.AsNoTracking() on check.DossierId equals dossier.Id
            join ocmw in db.Ocmws.AsNoTracking() on dossier.OcmwKbo equals ocmw.Kbo
            where proposal.Id == id
            select new { proposal, check, dossier, ocmw }).SingleOrDefaultAsync(cancellation);
        if (found is null)
        {
            return false;
        }

        (Proposal, Check, Dossier) = (found.proposal, found.check, found.dossier);
        Steps = [.. (await db.DecisionSteps.AsNoTracking().Where(step => step.ProposalId == id).ToListAsync(cancellation)).OrderBy(step => step.RecordedAt)];
        var decided = await DecidedAmounts.OfAsync(db, Dossier.Id, cancellation);
        Stood = decided.StoodBefore(Check);
        Chain = DecisionChain.Of(Proposal, Check, Stood, Steps, found.ocmw.Terms);
        Disputes = await LineDisputes.OfAsync(db, Dossier.Id, cancellation);
        Disputed = DisputedCheck.Of(Check, await db.Slips.AsNoTracking().Where(slip => Check.SlipIds.Contains(slip.Id)).ToListAsync(cancellation), Disputes, forCitizen: false);
        Names = await db.Staff.AsNoTracking().Where(member => member.OcmwKbo == Me.OcmwKbo).ToDictionaryAsync(member => member.Id, member => member.Name, cancellation);
        return true;
    }
}
