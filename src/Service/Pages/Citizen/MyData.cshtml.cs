using SolidLoonfiches.Dossiers;

namespace SolidLoonfiches.Service.Pages.Citizen;

/// <summary>All that is kept about me, to read and to print; the same as the file.</summary>
internal sealed class MyDataPage(ExportPerson export) : CitizenPage
{
    public PersonExport Mine { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancellation) => Mine = await export.RunAsync(Me.Insz, cancellation);
}
