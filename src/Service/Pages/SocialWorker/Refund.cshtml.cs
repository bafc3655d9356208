using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SolidLoonfiches.Dossiers;
using SolidLoonfiches.Loonfiches;

namespace SolidLoonfiches.Service.Pages.SocialWorker;

/// <summary>The data of POD MI's forms B, C and D for one month, as a file. It holds INSZ numbers, so it is asked for by form.</summary>
internal sealed class RefundPage(DossierDb db, RefundForms forms, TimeProvider clock) : StaffPage
{
    public string? Nis { get; private set; }

    [BindProperty]
    public string? Month { get; set; }

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Nis = await NisAsync(cancellation);
        Month = Maand.Of(Dates.Today(clock)).Previous.ToString();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        Nis = await NisAsync(cancellation);
        if (!DateOnly.TryParseExact(Month?.Trim() + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var first))
        {
            ModelState.AddModelError(nameof(Month), "Schrijf de maand als 2026-10.");
            return Page();
        }

        var csv = new StringBuilder("formulier;KBO;NIS;INSZ;dossier;datum;categorie;bedrag per maand;nummer beslissing;datum beslissing\r\n");
        foreach (var line in await forms.RunAsync(Me.OcmwKbo, Maand.Of(first), cancellation))
        {
            csv.Append(CultureInfo.InvariantCulture, $"{line.Form};{Me.OcmwKbo};{Nis};{line.Insz.Value};{line.DossierNumber};{line.On:yyyy-MM-dd};{(line.Category is { } category ? (int)category : null)};{line.Amount?.Amount.ToString("0.00", DutchNumbers.Format)};{Csv.Text(line.DecisionNumber)};{line.DecidedOn:yyyy-MM-dd}\r\n");
        }

        return Csv.File(csv, $"bcd-{Maand.Of(first)}.csv");
    }

    private Task<string?> NisAsync(CancellationToken cancellation) => db.Ocmws.Where(ocmw => ocmw.Kbo == Me.OcmwKbo).Select(ocmw => ocmw.Nis).SingleAsync(cancellation);
}
