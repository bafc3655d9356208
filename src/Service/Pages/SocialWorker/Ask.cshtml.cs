using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SolidLoonfiches.Dossiers;

namespace SolidLoonfiches.Service.Pages.SocialWorker;

/// <summary>Asks the person something about a check, and shows what was asked and answered before.</summary>
internal sealed class AskPage(DossierDb db, AskCitizen askCitizen) : StaffPage
{
    public Check Check { get; private set; } = null!;

    public Dossier Dossier { get; private set; } = null!;

    /// <summary>Newest first.</summary>
    public IReadOnlyList<CheckQuestion> Questions { get; private set; } = [];

    [BindProperty]
    public string? Text { get; set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation) => await FindAsync(id, cancellation) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellation)
    {
        if (!await FindAsync(id, cancellation))
        {
            return NotFound();
        }

        switch (await askCitizen.RunAsync(new(id, Text ?? "", Me), cancellation))
        {
            case AskCitizen.Outcome.Asked:
                Notice("Uw vraag staat klaar. De persoon ziet ze bij het aanmelden.");
                return RedirectToPage("/SocialWorker/Check", new { id });
            case AskCitizen.Outcome.Refused refused:
                ModelState.AddModelError(nameof(Text), refused.Sentence);
                return Page();
            default:
                return NotFound();
        }
    }

    private async Task<bool> FindAsync(Guid id, CancellationToken cancellation)
    {
        if (await db.ChecksOf(Me).AsNoTracking().SingleOrDefaultAsync(check => check.Id == id, cancellation) is not { } found)
        {
            return false;
        }

        Check = found;
        Dossier = await db.DossiersOf(Me).AsNoTracking().SingleAsync(dossier => dossier.Id == found.DossierId, cancellation);
        Questions = await db.CheckQuestions.AsNoTracking().Where(question => question.DossierId == found.DossierId).OrderByDescending(question => question.AskedAt).ToListAsync(cancellation);
        return true;
    }
}
