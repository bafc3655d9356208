using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SolidLoonfiches.Dossiers;

namespace SolidLoonfiches.Service.Pages.SocialWorker;

/// <summary>The text of a question as a sheet to sign, for who does not answer online.</summary>
internal sealed class PaperFormPage(DossierDb db) : StaffPage
{
    public ConsentRequest Asked { get; private set; } = null!;

    public ConsentText Text { get; private set; } = null!;

    public PaperWords Words { get; private set; } = null!;

    public string Ocmw { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(Guid request, string? language, CancellationToken cancellation)
    {
        if ((language is not null && !ConsentText.Languages.Contains(language))
            || await db.ConsentRequests.AsNoTracking().SingleOrDefaultAsync(one => one.Id == request && db.Dossiers.Any(dossier => dossier.Id == one.DossierId && dossier.OcmwKbo == Me.OcmwKbo), cancellation) is not { } found)
        {
            return NotFound();
        }

        Asked = found;
        Ocmw = await db.Ocmws.Where(one => one.Kbo == Me.OcmwKbo).Select(one => one.Name).SingleAsync(cancellation);
        Text = ConsentText.Current(found.Terms(Ocmw), language ?? ConsentText.Languages[0]);
        Words = PaperWords.In(Text.Language);
        return Page();
    }
}
