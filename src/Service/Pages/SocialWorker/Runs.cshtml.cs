using Microsoft.EntityFrameworkCore;
using SolidLoonfiches.Dossiers;

namespace SolidLoonfiches.Service.Pages.SocialWorker;

/// <summary>The runs of my OCMW, newest first: also one that is under way, and one that failed.</summary>
internal sealed class RunsPage(DossierDb db) : StaffPage
{
    private const int Shown = 50;

    public IReadOnlyList<CheckRun> Runs { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellation) =>
        Runs = await db.Runs.AsNoTracking().Where(run => run.OcmwKbo == Me.OcmwKbo).OrderByDescending(run => run.StartedAt).Take(Shown).ToListAsync(cancellation);
}
