using Microsoft.AspNetCore.Mvc;
using SolidLoonfiches.Dossiers;

namespace SolidLoonfiches.Service.Pages.Citizen;

/// <summary>"I do not understand this": a month, a step of its calculation, or a look of somebody of the OCMW.</summary>
internal sealed class AskPage(DossierDb db, AskQuestion askQuestion) : CitizenPage
{
    private readonly DossierDb _db = db;

    /// <summary>Set before the page is drawn.</summary>
    public QuestionSubject? About { get; private set; }

    [BindProperty]
    public string? Text { get; set; }

    public async Task<IActionResult> OnGetAsync(string about, Guid id, int? step, CancellationToken cancellation) =>
        await FindAsync(about, id, step, cancellation) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string about, Guid id, int? step, CancellationToken cancellation)
    {
        if (!await FindAsync(about, id, step, cancellation))
        {
            return NotFound();
        }

        switch (await askQuestion.RunAsync(new(about == "month" ? id : null, step, about == "look" ? id : null, Text ?? "", Me.Insz), cancellation))
        {
            case AskQuestion.Outcome.Asked:
                Notice("Uw vraag is gesteld. U vindt het antwoord op deze pagina.");
                return RedirectToPage("/Citizen/Questions");
            case AskQuestion.Outcome.Refused refused:
                ModelState.AddModelError(nameof(Text), refused.Sentence);
                return Page();
            default:
                return NotFound();
        }
    }

    private async Task<bool> FindAsync(string about, Guid id, int? step, CancellationToken cancellation)
    {
        var insz = Me.Insz;
        About = await QuestionSubject.FindAsync(_db, about == "month" ? id : null, step, about == "look" ? id : null, dossier => dossier.Insz == insz, cancellation);
        return About is not null;
    }
}
