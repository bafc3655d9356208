using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SolidLoonfiches.Dossiers;

namespace SolidLoonfiches.Service.Pages.Citizen;

/// <summary>How my leefloon of a month was calculated, as a letter. Of my own checks only.</summary>
internal sealed class LetterPage(DossierDb db) : CitizenPage
{
    public LetterView View { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, string language, CancellationToken cancellation)
    {
        var insz = Me.Insz;
        var found = await (
            from check in db.Checks.AsNoTracking()
            join dossier in db.Dossiers on check.DossierId equals dossier.Id
            join ocmw in db.Ocmws on dossier.OcmwKbo equals ocmw.Kbo
            where check.Id == id && dossier.Insz == insz
            select new { Check = check, Dossier = dossier, Ocmw = ocmw.Name }).SingleOrDefaultAsync(cancellation);
        if (found is null || LetterView.Of(found.Check, found.Dossier, found.Ocmw, await LineDisputes.OfAsync(db, found.Dossier.Id, cancellation), language, "/Citizen/Letter") is not { } view)
        {
            return NotFound();
        }

        View = view;
        return Page();
    }
}
