using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SolidLoonfiches.Dossiers;

namespace SolidLoonfiches.Service.Pages.Citizen;

/// <summary>A calculation of mine as a file, so that anybody I give it to can compute it again.</summary>
internal sealed class CheckFilePage(DossierDb db) : CitizenPage
{
    public async Task<IActionResult> OnGetAsync(Guid check, CancellationToken cancellation)
    {
        var insz = Me.Insz;
        var found = await db.Checks.AsNoTracking().SingleOrDefaultAsync(one => one.Id == check && db.Dossiers.Any(dossier => dossier.Id == one.DossierId && dossier.Insz == insz), cancellation);
        return found is not null && ExportCheck.Of(found) is { } json ? File(json, "application/json", $"controle-{found.Month}.json") : NotFound();
    }
}
