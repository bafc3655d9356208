using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SolidLoonfiches.Dossiers;
using SolidLoonfiches.Loonfiches;

namespace SolidLoonfiches.Service.Pages.SocialWorker;

/// <summary>What another wage would bring in the month of a check. What is asked is answered at once and kept nowhere.</summary>
internal sealed class WhatIfPage(DossierDb db) : StaffPage
{
    public WhatIfView Shown { get; private set; } = null!;

    public Dossier Dossier { get; private set; } = null!;

    public Guid CheckId { get; private set; }

    [BindProperty]
    public WhatIfForm Form { get; set; } = new();

    public Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation) => ShowAsync(id, null, cancellation);

    public Task<IActionResult> OnPostMoreAsync(Guid id, CancellationToken cancellation) => ShowAsync(id, Form.ReadMore(ModelState), cancellation);

    public Task<IActionResult> OnPostHoursAsync(Guid id, CancellationToken cancellation) => ShowAsync(id, Form.ReadHours(ModelState), cancellation);

    private async Task<IActionResult> ShowAsync(Guid id, Euro? more, CancellationToken cancellation)
    {
        if (await db.ChecksOf(Me).AsNoTracking().SingleOrDefaultAsync(one => one.Id == id, cancellation) is not { } check
            || WhatIfView.Of(check.Geval, Form, more, forCitizen: false) is not { } shown)
        {
            return NotFound();
        }

        (Shown, CheckId) = (shown, id);
        Dossier = await db.DossiersOf(Me).AsNoTracking().SingleAsync(dossier => dossier.Id == check.DossierId, cancellation);
        return Page();
    }
}
