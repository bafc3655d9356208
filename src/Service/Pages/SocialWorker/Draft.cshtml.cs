using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SolidLoonfiches.Dossiers;
using SolidLoonfiches.Leefloon;

namespace SolidLoonfiches.Service.Pages.SocialWorker;

/// <summary>The draft of a decision on paper, in the dossier's language or another one.</summary>
internal sealed class DraftPage(DossierDb db, TimeProvider clock) : StaffPage
{
    public Guid ProposalId { get; private set; }

    public Check Check { get; private set; } = null!;

    public Dossier Dossier { get; private set; } = null!;

    public Besluit Draft { get; private set; } = null!;

    public string Ocmw { get; private set; } = "";

    public string SocialWorker { get; private set; } = "";

    /// <summary>The language that the dossier says.</summary>
    public Taal OfDossier { get; private set; }

    /// <summary>Once it was decided.</summary>
    public DecisionStep? Decided { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, string? language, CancellationToken cancellation)
    {
        var found = await (
            from proposal in db.Proposals.AsNoTracking()
            join check in db.ChecksOf(Me).AsNoTracking() on proposal.CheckId equals check.Id
            join dossier in db.Dossiers.AsNoTracking() on check.DossierId equals dossier.Id
            join ocmw in db.Ocmws.AsNoTracking() on dossier.OcmwKbo equals ocmw.Kbo
            where proposal.Id == id
            select new { proposal, check, dossier, ocmw }).SingleOrDefaultAsync(cancellation);
        if (found is not { check.Result: { } result, proposal.Amount: { } proposed })
        {
            return NotFound();
        }

        (ProposalId, Check, Dossier, Ocmw) = (id, found.check, found.dossier, found.ocmw.Name);
        var facts = DossierFacts.From(await db.Facts.AsNoTracking().Where(entry => entry.DossierId == found.dossier.Id).ToListAsync(cancellation));
        OfDossier = facts.On(Dates.Today(clock)).Select(entry => entry.Value).OfType<LanguageFact>().SingleOrDefault()?.Language ?? Taal.Nederlands;
        if (language is not null && !Languages.All.ContainsKey(language))
        {
            return NotFound();
        }

        var steps = await db.DecisionSteps.AsNoTracking().Where(step => step.ProposalId == id).ToListAsync(cancellation);
        Decided = steps.SingleOrDefault(step => step.Kind == DecisionStepKind.Decided);
        var heard = steps.SingleOrDefault(step => step.Kind == DecisionStepKind.Heard)?.On;
        var stood = (await DecidedAmounts.OfAsync(db, Dossier.Id, cancellation)).StoodBefore(Check);
        var amount = Decided?.Amount ?? proposed;
        var why = Decided is { } decided && decided.Amount != proposed ? decided.Text : found.proposal.Kind == ProposalKind.Adjusted ? found.proposal.Reason : null;
        Draft = Besluit.Van(result, new Besluitgegevens(Check.Month, amount, stood, why, heard, found.ocmw.AppealCourt, found.ocmw.AppealMonths), language is null ? OfDossier : Languages.All[language]);
        SocialWorker = await db.Staff.Where(member => member.Id == Dossier.SocialWorkerId).Select(member => member.Name).SingleOrDefaultAsync(cancellation) ?? "onbekend";
        return Page();
    }
}
