using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SolidLoonfiches.Dossiers;
using SolidLoonfiches.Loonfiches;

namespace SolidLoonfiches.Service.Pages.SocialWorker;

/// <summary>Records a yes that a citizen gave on paper, shows it, and records at the desk that it is taken back.</summary>
internal sealed class PaperConsentPage(DossierDb db, RecordPaperConsent recordPaper, WithdrawPaperConsent withdrawPaper, TimeProvider clock) : StaffPage
{
    public ConsentRequest Asked { get; private set; } = null!;

    public Dossier Dossier { get; private set; } = null!;

    /// <summary>What was recorded for this question; null: nothing yet.</summary>
    public PaperConsent? Paper { get; private set; }

    public string RecordedBy { get; private set; } = "";

    public bool CanRecord { get; private set; }

    public DateTimeOffset Now => clock.GetUtcNow();

    [BindProperty]
    public string? Language { get; set; }

    [BindProperty]
    public string? GivenOn { get; set; }

    [BindProperty]
    public string? EffectiveFrom { get; set; }

    [BindProperty]
    public string? From { get; set; }

    [BindProperty]
    public string? Until { get; set; }

    [BindProperty]
    public string? HelpedBy { get; set; }

    public IReadOnlyList<(string Value, string Words)> Months
    {
        get
        {
            var (from, next) = (Asked.From, Maand.Of(Dates.Today(clock)).Next);
            return [.. from.Through(next > from ? next : from).Select(month => (month.ToString(), Dates.Words(month)))];
        }
    }

    public async Task<IActionResult> OnGetAsync(Guid request, CancellationToken cancellation)
    {
        if (!await FindAsync(request, cancellation))
        {
            return NotFound();
        }

        (Language, From) = (ConsentText.Languages[0], Asked.From.ToString());
        Until = Asked.Until.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid request, CancellationToken cancellation)
    {
        if (!await FindAsync(request, cancellation))
        {
            return NotFound();
        }

        var form = new FormReader(ModelState);
        var given = form.Date(nameof(GivenOn), GivenOn, "Vul in wanneer de burger ondertekende.");
        var effective = form.Date(nameof(EffectiveFrom), EffectiveFrom, "Vul in vanaf wanneer het geldt.");
        var until = form.Date(nameof(Until), Until, "Vul in tot wanneer het geldt.");
        if (!Maand.TryParse(From, out var from))
        {
            form.Refuse(nameof(From), "Kies vanaf welke maand.");
        }

        if (!form.IsValid)
        {
            return Page();
        }

        switch (await recordPaper.RunAsync(new(request, Language ?? "", given, effective, HelpedBy, from, until, Me), cancellation))
        {
            case RecordPaperConsent.Outcome.Recorded:
                Notice("De toestemming op papier is vastgelegd. De burger ziet ze op de eigen pagina, en kan ze daar intrekken. De kluis is nog niet open.");
                return RedirectToPage(new { request });
            case RecordPaperConsent.Outcome.Refused refused:
                form.Refuse(FormReader.FieldOf(refused.Field), refused.Sentence);
                return Page();
            case RecordPaperConsent.Outcome.RequestEnded:
                return RedirectToPage(new { request });
            default:
                return NotFound();
        }
    }

    public async Task<IActionResult> OnPostWithdrawAsync(Guid request, CancellationToken cancellation)
    {
        if (!await FindAsync(request, cancellation) || Paper is not { Id: var id })
        {
            return NotFound();
        }

        if (await withdrawPaper.RunAsync(new WithdrawPaperConsent.AtDesk(id, Me), cancellation) is WithdrawPaperConsent.Outcome.Withdrawn)
        {
            Notice("Vastgelegd: de burger trok de toestemming op papier in.");
        }

        return RedirectToPage(new { request });
    }

    private async Task<bool> FindAsync(Guid id, CancellationToken cancellation)
    {
        if (await db.ConsentRequests.AsNoTracking().SingleOrDefaultAsync(one => one.Id == id && db.Dossiers.Any(dossier => dossier.Id == one.DossierId && dossier.OcmwKbo == Me.OcmwKbo), cancellation) is not { } found)
        {
            return false;
        }

        Asked = found;
        Dossier = await db.DossiersOf(Me).AsNoTracking().SingleAsync(dossier => dossier.Id == found.DossierId, cancellation);
        Paper = await db.PaperConsents.AsNoTracking().SingleOrDefaultAsync(one => one.RequestId == id, cancellation);
        RecordedBy = Paper is { RecordedBy: var by } ? await db.Staff.Where(staff => staff.Id == by).Select(staff => staff.Name).SingleAsync(cancellation) : "";
        CanRecord = found.Ending != RequestEnding.Given && found.CanBeGiven(Now);
        return true;
    }
}
