using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SolidLoonfiches.Dossiers;
using SolidLoonfiches.Loonfiches;

namespace SolidLoonfiches.Service.Pages.SocialWorker;

/// <summary>The lines of my worklist that meet my OCMW's own rule, to propose together.</summary>
internal sealed class BulkPage(DossierDb db, ProposeInBulk bulk) : StaffPage
{
    public Euro Below { get; private set; }

    public IReadOnlyList<ProposeInBulk.Line> Lines { get; private set; } = [];

    /// <summary>Those ticked.</summary>
    [BindProperty]
    public IList<Guid> Checks { get; set; } = [];

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Below = await db.Ocmws.Where(ocmw => ocmw.Kbo == Me.OcmwKbo).Select(ocmw => ocmw.AcceptBelow).SingleAsync(cancellation);
        Lines = await bulk.ListAsync(Me, cancellation);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        var done = await bulk.RunAsync(new([.. Checks], Me), cancellation);
        Notice($"{(done.Proposed == 1 ? "1 bedrag is voorgesteld" : $"{done.Proposed} bedragen zijn voorgesteld")}. Geloot voor een tweede handtekening: {done.Drawn}.{(done.Left > 0 ? $" Niet voorgesteld: {done.Left}, want er veranderde intussen iets. Bekijk die apart." : "")}");
        return RedirectToPage();
    }
}
