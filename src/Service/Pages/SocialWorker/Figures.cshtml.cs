using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Mvc;
using SolidLoonfiches.Dossiers;

namespace SolidLoonfiches.Service.Pages.SocialWorker;

/// <summary>What was found and what people did with it, by month: for the head of service.</summary>
internal sealed class FiguresPage(Figures figures, TimeProvider clock) : StaffPage
{
    public Figures.Answer Found { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancellation) => Found = await figures.RunAsync(Me.OcmwKbo, Dates.Today(clock), cancellation);

    /// <summary>The same counts for a spreadsheet; numbers alone, so that no cell can be taken for a formula.</summary>
    public async Task<IActionResult> OnGetCsvAsync(CancellationToken cancellation)
    {
        var found = await figures.RunAsync(Me.OcmwKbo, Dates.Today(clock), cancellation);
        var csv = new StringBuilder("maand;loonfiches gevonden;overgenomen;ander bedrag;opzij gelegd;beslist;beslist zoals voorgesteld;dagen van fiche tot beslissing (mediaan)\r\n");
        foreach (var row in found.Rows)
        {
            csv.Append(CultureInfo.InvariantCulture, $"{row.Month};{row.SlipsFound};{row.Proposed};{row.Adjusted};{row.SetAside};{row.Decided};{row.Agreed};{row.MedianDays?.ToString("0.#", Loonfiches.DutchNumbers.Format)}\r\n");
        }

        return Csv.File(csv, "cijfers.csv");
    }
}
