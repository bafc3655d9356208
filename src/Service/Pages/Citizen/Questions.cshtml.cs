using Microsoft.EntityFrameworkCore;
using SolidLoonfiches.Dossiers;

namespace SolidLoonfiches.Service.Pages.Citizen;

/// <summary>What I asked the data protection officer, and what they answered.</summary>
internal sealed class QuestionsPage(DossierDb db) : CitizenPage
{
    /// <summary>Newest first; what it is about is null where that was blanked.</summary>
    public IReadOnlyList<(Question Question, QuestionSubject? About)> Questions { get; private set; } = [];

    public IReadOnlyDictionary<string, string> Names { get; private set; } = new Dictionary<string, string>();

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        var insz = Me.Insz;
        var questions = await db.Questions.AsNoTracking().Where(question => db.Dossiers.Any(dossier => dossier.Id == question.DossierId && dossier.Insz == insz)).ToListAsync(cancellation);
        List<(Question, QuestionSubject?)> rows = [];
        foreach (var question in questions.OrderByDescending(question => question.AskedAt))
        {
            rows.Add((question, await QuestionSubject.FindAsync(db, question.CheckId, question.Step, question.ViewId, dossier => dossier.Insz == insz, cancellation)));
        }

        var officers = questions.Select(question => question.AnsweredBy).OfType<string>().ToHashSet(StringComparer.Ordinal);
        Questions = rows;
        Names = await db.Staff.Where(staff => officers.Contains(staff.Id)).ToDictionaryAsync(staff => staff.Id, staff => staff.Name, StringComparer.Ordinal, cancellation);
    }
}
