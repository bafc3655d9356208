using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SolidLoonfiches.Dossiers;

namespace SolidLoonfiches.Service.Pages.SocialWorker;

/// <summary>Whether my OCMW wants four eyes, and its terms from a check to its payment.</summary>
internal sealed class TermsPage(DossierDb db) : StaffPage
{
    private const int LongestTerm = 365;

    [BindProperty]
    public bool FourEyes { get; set; }

    [BindProperty]
    public string? DecideWithinDays { get; set; }

    [BindProperty]
    public string? NotifyWithinDays { get; set; }

    [BindProperty]
    public string? PayWithinDays { get; set; }

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        var terms = (await db.Ocmws.AsNoTracking().SingleAsync(ocmw => ocmw.Kbo == Me.OcmwKbo, cancellation)).Terms;
        FourEyes = terms.FourEyes;
        DecideWithinDays = terms.DecideWithinDays.ToString(CultureInfo.InvariantCulture);
        NotifyWithinDays = terms.NotifyWithinDays.ToString(CultureInfo.InvariantCulture);
        PayWithinDays = terms.PayWithinDays.ToString(CultureInfo.InvariantCulture);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        var (decide, notify, pay) = (Days(nameof(DecideWithinDays), DecideWithinDays), Days(nameof(NotifyWithinDays), NotifyWithinDays), Days(nameof(PayWithinDays), PayWithinDays));
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var ocmw = await db.Ocmws.SingleAsync(own => own.Kbo == Me.OcmwKbo, cancellation);
        (ocmw.FourEyes, ocmw.DecideWithinDays, ocmw.NotifyWithinDays, ocmw.PayWithinDays) = (FourEyes, decide, notify, pay);
        await db.SaveChangesAsync(cancellation);
        Notice("Bewaard. De termijnen gelden voor wat nu volgt.");
        return RedirectToPage();
    }

    private int Days(string field, string? text)
    {
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var days) && days is >= 1 and <= LongestTerm)
        {
            return days;
        }

        ModelState.AddModelError(field, $"Kies een aantal dagen van 1 tot {LongestTerm}.");
        return 1;
    }
}
