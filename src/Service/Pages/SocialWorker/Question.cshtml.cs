using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SolidLoonfiches.Dossiers;
using SolidLoonfiches.Loonfiches;

namespace SolidLoonfiches.Service.Pages.SocialWorker;

/// <summary>One question: what it is about, who looked at the dossier, and the answer. Opening it is a look like any other, and shown to the citizen.</summary>
internal sealed class QuestionPage(DossierDb db, RecordView recordView, AnswerQuestion answerQuestion) : StaffPage
{
    private readonly DossierDb _db = db;

    public Question Question { get; private set; } = null!;

    public string Number { get; private set; } = "";

    /// <summary>Null where the calculation was blanked since.</summary>
    public QuestionSubject? About { get; private set; }

    /// <summary>Newest first; the month where it was a calculation.</summary>
    public IReadOnlyList<(StaffView View, string By, Maand? Month)> Looks { get; private set; } = [];

    [BindProperty]
    public string? Text { get; set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation) => await FindAsync(id, cancellation) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellation)
    {
        switch (await answerQuestion.RunAsync(new(id, Text ?? "", Me), cancellation))
        {
            case AnswerQuestion.Outcome.Answered:
                Notice("Uw antwoord staat op de pagina van de burger.");
                return RedirectToPage(new { id });
            case AnswerQuestion.Outcome.AlreadyAnswered:
                Notice("Deze vraag was al beantwoord: dat antwoord blijft staan.");
                return RedirectToPage(new { id });
            case AnswerQuestion.Outcome.NoText when await FindAsync(id, cancellation):
                ModelState.AddModelError(nameof(Text), $"Schrijf een antwoord van hoogstens {AnswerQuestion.LongestText} tekens.");
                return Page();
            default:
                return NotFound();
        }
    }

    private async Task<bool> FindAsync(Guid id, CancellationToken cancellation)
    {
        var kbo = Me.OcmwKbo;
        var found = await (
            from question in _db.Questions.AsNoTracking()
            where question.Id == id
            join dossier in _db.DossiersOf(Me) on question.DossierId equals dossier.Id
            select new { Question = question, dossier.Number }).SingleOrDefaultAsync(cancellation);
        if (found is null)
        {
            return false;
        }

        await recordView.RunAsync(new(found.Question.DossierId, null, Me, ViewReason.Question), cancellation);
        (Question, Number) = (found.Question, found.Number);
        About = await QuestionSubject.FindAsync(_db, Question.CheckId, Question.Step, Question.ViewId, dossier => dossier.OcmwKbo == kbo, cancellation);
        var looks = await (
            from view in _db.StaffViews.AsNoTracking()
            where view.DossierId == found.Question.DossierId
            join staff in _db.Staff on view.StaffId equals staff.Id
            join check in _db.Checks on view.CheckId equals check.Id into checks
            from check in checks.DefaultIfEmpty()
            select new { View = view, staff.Name, Month = check == null ? (Maand?)null : check.Month }).ToListAsync(cancellation);
        Looks = [.. looks.OrderByDescending(look => look.View.At).Select(look => (look.View, look.Name, look.Month))];
        return true;
    }
}
