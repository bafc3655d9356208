using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SolidLoonfiches.Dossiers;

namespace SolidLoonfiches.Service.Pages.Citizen;

/// <summary>What I signed on paper: its three dates, what it does and does not do, and the way to take it back.</summary>
internal sealed class PaperPage(DossierDb db, WithdrawPaperConsent withdraw, TimeProvider clock) : CitizenPage
{
    public PaperConsent Paper { get; private set; } = null!;

    public string Ocmw { get; private set; } = "";

    public string RecordedBy { get; private set; } = "";

    /// <summary>The question that the paper answers can still be answered in the vault.</summary>
    public bool CanOpen { get; private set; }

    public DateTimeOffset Now => clock.GetUtcNow();

    public async Task<IActionResult> OnGetAsync(Guid paper, CancellationToken cancellation)
    {
        var insz = Me.Insz;
        var found = await (
            from one in db.PaperConsents.AsNoTracking()
            where one.Id == paper
            join dossier in db.Dossiers on one.DossierId equals dossier.Id
            where dossier.Insz == insz
            join ocmw in db.Ocmws on dossier.OcmwKbo equals ocmw.Kbo
            join staff in db.Staff on one.RecordedBy equals staff.Id
            join request in db.ConsentRequests on one.RequestId equals request.Id
            select new { Paper = one, Ocmw = ocmw.Name, By = staff.Name, Request = request }).SingleOrDefaultAsync(cancellation);
        if (found is null)
        {
            return NotFound();
        }

        (Paper, Ocmw, RecordedBy, CanOpen) = (found.Paper, found.Ocmw, found.By, found.Request.CanBeGiven(Now));
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid paper, CancellationToken cancellation)
    {
        switch (await withdraw.RunAsync(new WithdrawPaperConsent.ByCitizen(paper, Me.Insz), cancellation))
        {
            case WithdrawPaperConsent.Outcome.Withdrawn:
                Notice("Uw toestemming op papier is ingetrokken.");
                return RedirectToPage(new { paper });
            case WithdrawPaperConsent.Outcome.OpenInVault opened:
                return RedirectToPage("/Citizen/Withdraw", new { consent = opened.ConsentId });
            case WithdrawPaperConsent.Outcome.AlreadyOver:
                return RedirectToPage(new { paper });
            default:
                return NotFound();
        }
    }
}
