using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using SolidLoonfiches.Dossiers;

namespace SolidLoonfiches.Service.Pages.Citizen;

/// <summary>All that is kept about me, as a file; its shape is described in <c>Dossiers/Access/EXPORT.md</c>.</summary>
internal sealed class MyDataFilePage(ExportPerson export) : CitizenPage
{
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        var mine = await export.RunAsync(Me.Insz, cancellation);
        return File(mine.Json(), "application/json", string.Create(CultureInfo.InvariantCulture, $"mijn-gegevens-{mine.MadeAt:yyyy-MM-dd}.json"));
    }
}
