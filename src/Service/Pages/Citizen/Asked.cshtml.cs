using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SolidLoonfiches.Dossiers;
using SolidLoonfiches.Loonfiches;

namespace SolidLoonfiches.Service.Pages.Citizen;

/// <summary>What my social worker asked me, and my answers.</summary>
internal sealed class AskedPage(DossierDb db, AnswerCheckQuestion answerQuestion) : CitizenPage
{
    internal sealed record Row(CheckQuestion Question, string Ocmw, Maand Month, string AskedBy);

    /// <summary>Those without an answer first.</summary>
    public IReadOnlyList<Row> Rows { get; private set; } = [];

    [BindProperty]
    public Guid Id { get; set; }

    [BindProperty]
    public string? Answer { get; set; }

    public Task OnGetAsync(CancellationToken cancellation) => ReadAsync(cancellation);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        switch (await answerQuestion.RunAsync(new(Id, Answer ?? "", Me.Insz), cancellation))
        {
            case AnswerCheckQuestion.Outcome.Answered:
                Notice("Uw antwoord is bewaard. Uw maatschappelijk werker ziet het.");
                return RedirectToPage();
            case AnswerCheckQuestion.Outcome.AlreadyAnswered:
                Notice("U antwoordde al op deze vraag.");
                return RedirectToPage();
            case AnswerCheckQuestion.Outcome.Refused refused:
                ModelState.AddModelError("Answer-" + Id.ToString("N"), refused.Sentence);
                await ReadAsync(cancellation);
                return Page();
            default:
                return NotFound();
        }
    }

    private async Task ReadAsync(CancellationToken cancellation)
    {
        var insz = Me.Insz;
        var rows = await (
            from question in db.CheckQuestions.AsNoTracking()
            join dossier in db.Dossiers.AsNoTracking() on question.DossierId equals dossier.Id
            join ocmw in db.Ocmws.AsNoTracking() on dossier.OcmwKbo equals ocmw.Kbo
            join check in db.Checks.AsNoTracking() on question.CheckId equals check.Id
            where dossier.Insz == insz && question.Text != ""
            select new { question, Ocmw = ocmw.Name, check.Month, Name = db.Staff.Where(member => member.Id == question.AskedBy).Select(member => member.Name).FirstOrDefault() ?? "uw OCMW" }).ToListAsync(cancellation);
        Rows = [.. rows.OrderBy(row => row.question.AnsweredAt is not null).ThenByDescending(row => row.question.AskedAt).Select(row => new Row(row.question, row.Ocmw, row.Month, row.Name))];
    }
}
