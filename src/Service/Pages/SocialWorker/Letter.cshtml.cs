using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SolidLoonfiches.Dossiers;

namespace SolidLoonfiches.Service.Pages.SocialWorker;

/// <summary>The explanation of a check as a letter for the citizen, in the language that the social worker chooses.</summary>
internal sealed class LetterPage(DossierDb db, RecordView recordView) : StaffPage
{
    public LetterView View { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, string language, CancellationToken cancellation)
    {
        if (await db.ChecksOf(Me).AsNoTracking().SingleOrDefaultAsync(check => check.Id == id, cancellation) is not { } found)
        {
            return NotFound();
        }

        var dossier = await db.DossiersOf(Me).AsNoTracking().SingleAsync(one => one.Id == found.DossierId, cancellation);
        var ocmw = await db.Ocmws.Where(one => one.Kbo == dossier.OcmwKbo).Select(one => one.Name).SingleAsync(cancellation);
        if (LetterView.Of(found, dossier, ocmw, await LineDisputes.OfAsync(db, dossier.Id, cancellation), language, "/SocialWorker/Letter") is not { } view)
        {
            return NotFound();
        }

        await recordView.RunAsync(new(dossier.Id, id, Me, ViewReason.Calculation), cancellation);
        View = view;
        return Page();
    }
}
