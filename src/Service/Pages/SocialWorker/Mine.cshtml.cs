using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SolidLoonfiches.Dossiers;

namespace SolidLoonfiches.Service.Pages.SocialWorker;

/// <summary>How I want to be told: a mail for each message, or one a month.</summary>
internal sealed class MinePage(DossierDb db) : StaffPage
{
    public string? Email { get; private set; }

    [BindProperty]
    public bool Digest { get; set; }

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        var me = await db.Staff.AsNoTracking().SingleOrDefaultAsync(member => member.Id == Me.Id, cancellation);
        (Email, Digest) = (me?.Email, me?.WantsDigest ?? false);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        await db.Staff.Where(member => member.Id == Me.Id).ExecuteUpdateAsync(member => member.SetProperty(x => x.WantsDigest, Digest), cancellation);
        Notice("Bewaard.");
        return RedirectToPage();
    }
}
