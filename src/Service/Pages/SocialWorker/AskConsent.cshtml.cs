using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SolidLoonfiches.Dossiers;
using SolidLoonfiches.Loonfiches;

namespace SolidLoonfiches.Service.Pages.SocialWorker;

/// <summary>Asks a citizen to open their vault: why, for which payslips, until when.</summary>
internal sealed class AskConsentPage(DossierDb db, OpenRequest openRequest, TimeProvider clock) : StaffPage
{
    private readonly DossierDb _db = db;

    public Dossier Dossier { get; private set; } = null!;

    [BindProperty]
    public string? Purpose { get; set; }

    [BindProperty]
    public string? From { get; set; }

    [BindProperty]
    public string? Until { get; set; }

    public static IReadOnlyList<(string Value, string Words)> Purposes =>
        FormReader.Choices<ConsentPurpose>([.. Enum.GetValues<ConsentPurpose>().Select(purpose => (purpose, ConsentWords.Purpose(purpose)))]);

    public IReadOnlyList<(string Value, string Words)> Months
    {
        get
        {
            var next = Maand.Of(Dates.Today(clock)).Next;
            return [.. next.AddMonths(-OpenRequest.MonthsBack - 1).Through(next).Reverse().Select(month => (month.ToString(), Dates.Words(month)))];
        }
    }

    public async Task<IActionResult> OnGetAsync(Guid dossier, CancellationToken cancellation)
    {
        if (!await FindAsync(dossier, cancellation))
        {
            return NotFound();
        }

        var today = Dates.Today(clock);
        Purpose = ((int)ConsentPurpose.MonthlyCalculation).ToString(CultureInfo.InvariantCulture);
        From = Maand.Of(today).Previous.ToString();
        Until = today.AddYears(1).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid dossier, CancellationToken cancellation)
    {
        if (!await FindAsync(dossier, cancellation))
        {
            return NotFound();
        }

        var form = new FormReader(ModelState);
        var purpose = form.Choice<ConsentPurpose>(nameof(Purpose), Purpose, "Kies waarom u het vraagt.");
        if (!Maand.TryParse(From, out var from))
        {
            form.Refuse(nameof(From), "Kies vanaf welke maand.");
        }

        var until = form.Date(nameof(Until), Until, "Vul in tot wanneer.");
        if (!form.IsValid)
        {
            return Page();
        }

        switch (await openRequest.RunAsync(new(dossier, purpose, from, until, Me), cancellation))
        {
            case OpenRequest.Outcome.Opened opened:
                Notice($"De vraag staat klaar, met code {opened.Code}. Bezorg nu de brief of de sms.");
                return RedirectToPage("/SocialWorker/AskLetter", new { request = opened.RequestId });
            case OpenRequest.Outcome.AlreadyOpen other:
                Notice("Er stond al een vraag open: dit is ze.");
                return RedirectToPage("/SocialWorker/AskLetter", new { request = other.RequestId });
            case OpenRequest.Outcome.Refused refused:
                form.Refuse(FormReader.FieldOf(refused.Field), refused.Sentence);
                return Page();
            default:
                return NotFound();
        }
    }

    private async Task<bool> FindAsync(Guid id, CancellationToken cancellation)
    {
        if (await _db.DossiersOf(Me).AsNoTracking().SingleOrDefaultAsync(dossier => dossier.Id == id, cancellation) is not { } found)
        {
            return false;
        }

        Dossier = found;
        return true;
    }
}
