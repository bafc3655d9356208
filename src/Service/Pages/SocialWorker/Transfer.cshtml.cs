using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SolidLoonfiches.Dossiers;

namespace SolidLoonfiches.Service.Pages.SocialWorker;

/// <summary>Gives a dossier to a colleague.</summary>
internal sealed class TransferPage(DossierDb db, TransferDossier transfer) : StaffPage
{
    private readonly DossierDb _db = db;

    public Dossier Dossier { get; private set; } = null!;

    /// <summary>Those of my OCMW who work on dossiers and do not have this one.</summary>
    public IReadOnlyList<(string Value, string Words)> Colleagues { get; private set; } = [];

    [BindProperty]
    public string? To { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    public async Task<IActionResult> OnGetAsync(Guid dossier, CancellationToken cancellation) => await FindAsync(dossier, cancellation) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid dossier, CancellationToken cancellation)
    {
        if (!await FindAsync(dossier, cancellation))
        {
            return NotFound();
        }

        switch (await transfer.RunAsync(new(dossier, To ?? "", Reason ?? "", Me), cancellation))
        {
            case TransferDossier.Outcome.Transferred transferred:
                Notice($"{transferred.ToName} heeft nu dit dossier.");
                return RedirectToPage("/SocialWorker/Dossier", new { id = dossier });
            case TransferDossier.Outcome.Refused refused:
                ModelState.AddModelError(FormReader.FieldOf(refused.Field), refused.Sentence);
                return Page();
            default:
                return NotFound();
        }
    }

    private async Task<bool> FindAsync(Guid id, CancellationToken cancellation)
    {
        if (await _db.DossiersOf(Me).AsNoTracking().SingleOrDefaultAsync(dossier => dossier.Id == id, cancellation) is not { } found)
        {
            return false;
        }

        Dossier = found;
        var colleagues = await _db.Staff.AsNoTracking().Where(member => member.OcmwKbo == Me.OcmwKbo && member.WorksOnDossiers && member.Id != found.SocialWorkerId).OrderBy(member => member.Name).ToListAsync(cancellation);
        Colleagues = [.. colleagues.Select(member => (member.Id, member.Name))];
        return true;
    }
}
