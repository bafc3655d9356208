using Microsoft.EntityFrameworkCore;
using SolidLoonfiches.Dossiers;
using SolidLoonfiches.Leefloon;

namespace SolidLoonfiches.Service.Pages.Citizen;

/// <summary>All that is kept about me, to read and to print; the same as the file.</summary>
internal sealed class MyDataPage(ExportPerson export, DossierDb db) : CitizenPage
{
    public PersonExport Mine { get; private set; } = null!;

    /// <summary>Of each calculation that came to one: drawn as on the overview, where the file has JSON.</summary>
    public IReadOnlyDictionary<Guid, Stap> Steps { get; private set; } = new Dictionary<Guid, Stap>();

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        var insz = Me.Insz;
        Mine = await export.RunAsync(insz, cancellation);
        var checks = await db.Checks.AsNoTracking().Where(check => check.Result != null && db.Dossiers.Any(dossier => dossier.Id == check.DossierId && dossier.Insz == insz)).ToListAsync(cancellation);
        Steps = checks.ToDictionary(check => check.Id, check => check.Result!.Stap);
    }
}
