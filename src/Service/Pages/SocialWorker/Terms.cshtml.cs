using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SolidLoonfiches.Dossiers;
using SolidLoonfiches.Loonfiches;

namespace SolidLoonfiches.Service.Pages.SocialWorker;

/// <summary>How my OCMW goes from a check to its payment: four eyes, terms, what may be proposed together, and what stands in a decision.</summary>
internal sealed class TermsPage(DossierDb db) : StaffPage
{
    private const int LongestTerm = 365;

    private const int LongestCourt = 200;

    /// <summary>What differs more than this is looked at by itself, whatever an OCMW would choose; our own choice.</summary>
    private static readonly Euro MostInBulk = Euro.Of(100m);

    [BindProperty]
    public bool FourEyes { get; set; }

    [BindProperty]
    public string? DecideWithinDays { get; set; }

    [BindProperty]
    public string? NotifyWithinDays { get; set; }

    [BindProperty]
    public string? PayWithinDays { get; set; }

    [BindProperty]
    public string? AcceptBelow { get; set; }

    [BindProperty]
    public string? AppealCourt { get; set; }

    [BindProperty]
    public string? AppealMonths { get; set; }

    [BindProperty]
    public string? Nis { get; set; }

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        var ocmw = await db.Ocmws.AsNoTracking().SingleAsync(own => own.Kbo == Me.OcmwKbo, cancellation);
        var terms = ocmw.Terms;
        (AcceptBelow, AppealCourt, AppealMonths, Nis) = (ocmw.AcceptBelow.ToString(), ocmw.AppealCourt, ocmw.AppealMonths?.ToString(CultureInfo.InvariantCulture), ocmw.Nis);
        FourEyes = terms.FourEyes;
        DecideWithinDays = terms.DecideWithinDays.ToString(CultureInfo.InvariantCulture);
        NotifyWithinDays = terms.NotifyWithinDays.ToString(CultureInfo.InvariantCulture);
        PayWithinDays = terms.PayWithinDays.ToString(CultureInfo.InvariantCulture);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        var (decide, notify, pay) = (Days(nameof(DecideWithinDays), DecideWithinDays), Days(nameof(NotifyWithinDays), NotifyWithinDays), Days(nameof(PayWithinDays), PayWithinDays));
        var below = string.IsNullOrWhiteSpace(AcceptBelow) ? Euro.Zero : new FormReader(ModelState).Amount(nameof(AcceptBelow), AcceptBelow);
        if (below < Euro.Zero || below > MostInBulk)
        {
            ModelState.AddModelError(nameof(AcceptBelow), $"Kies een bedrag van 0 tot {MostInBulk} euro.");
        }

        if (AppealCourt?.Trim().Length > LongestCourt)
        {
            ModelState.AddModelError(nameof(AppealCourt), $"Hoogstens {LongestCourt} tekens.");
        }

        if (Nis?.Trim() is { Length: > 0 } nis && !(nis.Length == 5 && nis.All(char.IsAsciiDigit)))
        {
            ModelState.AddModelError(nameof(Nis), "Een NIS-nummer heeft vijf cijfers.");
        }

        int? months = string.IsNullOrWhiteSpace(AppealMonths) ? null : Days(nameof(AppealMonths), AppealMonths.Trim(), 24);
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var ocmw = await db.Ocmws.SingleAsync(own => own.Kbo == Me.OcmwKbo, cancellation);
        (ocmw.FourEyes, ocmw.DecideWithinDays, ocmw.NotifyWithinDays, ocmw.PayWithinDays) = (FourEyes, decide, notify, pay);
        (ocmw.AcceptBelow, ocmw.AppealCourt, ocmw.AppealMonths, ocmw.Nis) = (below, Filled(AppealCourt), months, Filled(Nis));
        await db.SaveChangesAsync(cancellation);
        Notice("Bewaard. De termijnen gelden voor wat nu volgt.");
        return RedirectToPage();
    }

    private static string? Filled(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private int Days(string field, string? text, int most = LongestTerm)
    {
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var days) && days >= 1 && days <= most)
        {
            return days;
        }

        ModelState.AddModelError(field, $"Kies een getal van 1 tot {most}.");
        return 1;
    }
}
