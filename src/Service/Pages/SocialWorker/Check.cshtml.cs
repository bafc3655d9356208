using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SolidLoonfiches.Dossiers;
using SolidLoonfiches.Leefloon;
using SolidLoonfiches.Loonfiches;

namespace SolidLoonfiches.Service.Pages.SocialWorker;

/// <summary>One check: the slips beside the steps, and what the social worker does with it.</summary>
internal sealed class CheckPage(DossierDb db, ProposeDecision proposeDecision, RecordView recordView, TimeProvider clock) : StaffPage
{
    public Check Check { get; private set; } = null!;

    public Dossier Dossier { get; private set; } = null!;

    /// <summary>Those that went into the calculation.</summary>
    public IReadOnlyList<Slip> Used { get; private set; } = [];

    /// <summary>Those of the month, or of an unknown month, that could not be used, as it was when the check was made.</summary>
    public IReadOnlyList<Slip> KeptOut { get; private set; } = [];

    public Check? Replaces { get; private set; }

    public Check? ReplacedBy { get; private set; }

    public Proposal? Proposal { get; private set; }

    /// <summary>The months of the dossier that had an amount and came to another.</summary>
    public RecalculationView Recalculation { get; private set; } = null!;

    /// <summary>What the person gets without this check: as decided since, else as it was when the check was made.</summary>
    public Euro? Stood { get; private set; }

    /// <summary>Beside the latest month before it with a calculation.</summary>
    public MonthComparison? Compared { get; private set; }

    public YearChart? Year { get; private set; }

    /// <summary>About this check, newest first.</summary>
    public IReadOnlyList<CheckQuestion> Questions { get; private set; } = [];

    public string ProposedBy { get; private set; } = "";

    /// <summary>Null where the person disputes nothing of it, or all was answered.</summary>
    public DisputedCheck? Disputed { get; private set; }

    /// <summary>Nobody answered it yet, and no later check took its place.</summary>
    public bool IsOpen => Check.IsCurrent && Proposal is null;

    [BindProperty]
    public string? Reason { get; set; }

    /// <summary>The other amount that the social worker proposes.</summary>
    [BindProperty]
    public string? Amount { get; set; }

    /// <summary>The reason for <see cref="Amount"/>.</summary>
    [BindProperty]
    public string? Why { get; set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation)
    {
        if (!await FindAsync(id, cancellation))
        {
            return NotFound();
        }

        var told = await db.Messages.AnyAsync(message => message.CheckId == id && message.StaffId == Me.Id, cancellation);
        await recordView.RunAsync(new(Dossier.Id, id, Me, told ? ViewReason.News : ViewReason.Calculation), cancellation);
        await MarkSeenAsync(id, cancellation);
        return Page();
    }

    /// <summary>With which it can be computed again: <c>calculate --verify</c>.</summary>
    public async Task<IActionResult> OnGetExportAsync(Guid id, CancellationToken cancellation) =>
        await db.ChecksOf(Me).AsNoTracking().SingleOrDefaultAsync(check => check.Id == id, cancellation) is { } found && ExportCheck.Of(found) is { } json
            ? File(json, "application/json", $"controle-{found.Month}.json")
            : NotFound();

    public Task<IActionResult> OnPostProposeAsync(Guid id, CancellationToken cancellation) => DecideAsync(id, ProposalKind.Proposed, null, null, cancellation);

    public Task<IActionResult> OnPostAdjustAsync(Guid id, CancellationToken cancellation)
    {
        var form = new FormReader(ModelState);
        var amount = form.Amount(nameof(Amount), Amount);
        var why = form.Text(nameof(Why), Why, "Schrijf waarom u een ander bedrag voorstelt.");
        return DecideAsync(id, ProposalKind.Adjusted, amount, why, cancellation);
    }

    public Task<IActionResult> OnPostSetAsideAsync(Guid id, CancellationToken cancellation)
    {
        if (string.IsNullOrWhiteSpace(Reason))
        {
            ModelState.AddModelError(nameof(Reason), "Schrijf waarom u deze berekening opzij legt.");
        }

        return DecideAsync(id, ProposalKind.SetAside, null, Reason?.Trim(), cancellation);
    }

    private async Task<IActionResult> DecideAsync(Guid id, ProposalKind kind, Euro? amount, string? reason, CancellationToken cancellation)
    {
        if (!await FindAsync(id, cancellation))
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        switch (await proposeDecision.RunAsync(new(id, kind, reason, Me, amount), cancellation))
        {
            case ProposeDecision.Outcome.Done:
                Notice(kind == ProposalKind.SetAside ? "U legde deze berekening opzij." : "U stelde dit bedrag voor. Het bijzonder comité beslist.");
                return RedirectToPage(new { id });
            case ProposeDecision.Outcome.AlreadyDone:
                Notice("Iemand was u voor: deze berekening had al een antwoord.");
                return RedirectToPage(new { id });
            case ProposeDecision.Outcome.Superseded superseded:
                Notice("Intussen is er een nieuwere berekening van deze maand: dit is ze.");
                return RedirectToPage(new { id = superseded.ByCheckId });
            case ProposeDecision.Outcome.Refused refused:
                ModelState.AddModelError(refused.Field == "reason" && kind == ProposalKind.Adjusted ? nameof(Why) : FormReader.FieldOf(refused.Field), refused.Sentence);
                return Page();
            default:
                return NotFound();
        }
    }

    private async Task<bool> FindAsync(Guid id, CancellationToken cancellation)
    {
        if (await db.ChecksOf(Me).AsNoTracking().SingleOrDefaultAsync(check => check.Id == id, cancellation) is not { } found)
        {
            return false;
        }

        Check = found;
        Dossier = await db.DossiersOf(Me).AsNoTracking().SingleAsync(dossier => dossier.Id == found.DossierId, cancellation);
        await ReadSlipsAsync(cancellation);
        Disputed = found.IsCurrent ? DisputedCheck.Of(found, Used, await LineDisputes.OfAsync(db, found.DossierId, cancellation), forCitizen: false) : null;
        var decided = await DecidedAmounts.OfAsync(db, found.DossierId, cancellation);
        Stood = decided.StoodBefore(found);
        var standing = await db.Checks.AsNoTracking().Where(check => check.DossierId == found.DossierId && check.IsCurrent).ToListAsync(cancellation);
        Compared = MonthComparison.Of(standing.Where(check => check.Month < found.Month && check.Result is not null).MaxBy(check => check.Month), found);
        Year = YearChart.Of(standing, decided, found.Month);
        Questions = await db.CheckQuestions.AsNoTracking().Where(question => question.CheckId == id).OrderByDescending(question => question.AskedAt).ToListAsync(cancellation);
        Recalculation = await RecalculationView.ReadAsync(db, found.DossierId, Dates.Today(clock), cancellation);
        Replaces = found.ReplacesId is { } replaces ? await db.ChecksOf(Me).AsNoTracking().SingleOrDefaultAsync(check => check.Id == replaces, cancellation) : null;
        ReplacedBy = await db.ChecksOf(Me).AsNoTracking().FirstOrDefaultAsync(check => check.ReplacesId == id, cancellation);
        Proposal = await db.Proposals.AsNoTracking().SingleOrDefaultAsync(proposal => proposal.CheckId == id && proposal.EndedAt == null, cancellation);
        if (Proposal is { } proposal)
        {
            ProposedBy = await db.Staff.Where(member => member.Id == proposal.By).Select(member => member.Name).SingleOrDefaultAsync(cancellation) ?? "onbekend";
        }

        return true;
    }

    private async Task ReadSlipsAsync(CancellationToken cancellation)
    {
        var slips = await db.Slips.AsNoTracking().Where(slip => slip.DossierId == Check.DossierId).ToListAsync(cancellation);
        Used = [.. slips.Where(slip => Check.SlipIds.Contains(slip.Id)).OrderBy(slip => slip.PeriodFrom)];
        KeptOut =
        [
            .. slips.Where(slip => slip.Problems.Count > 0 && slip.ReadAt <= Check.CheckedAt && !(slip.EndedAt <= Check.CheckedAt) && MayBeOfMonth(slip)).OrderBy(slip => slip.ReadAt),
        ];
    }

    private bool MayBeOfMonth(Slip slip) => slip is not { PeriodFrom: { } from, PeriodTo: { } to } || (Check.Geval?.Beleid ?? Beleid.Standaard).LoonmaandVan(Check.Month).Touches(from, to);

    private async Task MarkSeenAsync(Guid id, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        foreach (var message in await db.Messages.Where(message => message.CheckId == id && message.StaffId == Me.Id && message.SeenAt == null).ToListAsync(cancellation))
        {
            message.SeenAt = now;
        }

        await db.SaveChangesAsync(cancellation);
    }
}
