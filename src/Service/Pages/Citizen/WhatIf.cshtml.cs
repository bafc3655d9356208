using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SolidLoonfiches.Dossiers;
using SolidLoonfiches.Loonfiches;

namespace SolidLoonfiches.Service.Pages.Citizen;

/// <summary>What another wage would bring me. What is asked is answered at once and kept nowhere, not in an address either.</summary>
internal sealed class WhatIfPage(DossierDb db) : CitizenPage
{
    public WhatIfView Shown { get; private set; } = null!;

    [BindProperty]
    public WhatIfForm Form { get; set; } = new();

    public Task<IActionResult> OnGetAsync(Guid check, CancellationToken cancellation) => ShowAsync(check, null, cancellation);

    public Task<IActionResult> OnPostMoreAsync(Guid check, CancellationToken cancellation) => ShowAsync(check, Form.ReadMore(ModelState), cancellation);

    public Task<IActionResult> OnPostHoursAsync(Guid check, CancellationToken cancellation) => ShowAsync(check, Form.ReadHours(ModelState), cancellation);

    private async Task<IActionResult> ShowAsync(Guid id, Euro? more, CancellationToken cancellation)
    {
        var insz = Me.Insz;
        var check = await db.Checks.AsNoTracking().SingleOrDefaultAsync(one => one.Id == id && db.Dossiers.Any(dossier => dossier.Id == one.DossierId && dossier.Insz == insz), cancellation);
        if (WhatIfView.Of(check?.Geval, Form, more, forCitizen: true) is not { } shown)
        {
            return NotFound();
        }

        Shown = shown;
        return Page();
    }
}
