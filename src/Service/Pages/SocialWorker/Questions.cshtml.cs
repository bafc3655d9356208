using Microsoft.EntityFrameworkCore;
using SolidLoonfiches.Dossiers;

namespace SolidLoonfiches.Service.Pages.SocialWorker;

/// <summary>What citizens asked the data protection officer; the words of a question are on its own page, whose opening the citizen sees.</summary>
internal sealed class QuestionsPage(DossierDb db, TimeProvider clock) : StaffPage
{
    private const int AnsweredShown = 50;

    /// <summary>Oldest first.</summary>
    public IReadOnlyList<(Question Question, string Number)> Open { get; private set; } = [];

    /// <summary>Newest first.</summary>
    public IReadOnlyList<(Question Question, string Number)> Answered { get; private set; } = [];

    /// <summary>Somebody is told by mail.</summary>
    public bool HasAddress { get; private set; }

    public DateTimeOffset Now => clock.GetUtcNow();

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        HasAddress = await db.Ocmws.AnyAsync(ocmw => ocmw.Kbo == Me.OcmwKbo && ocmw.OfficerEmail != null, cancellation);
        var rows = from question in db.Questions.AsNoTracking()
                   join dossier in db.Dossiers on question.DossierId equals dossier.Id
                   where dossier.OcmwKbo == Me.OcmwKbo
                   select new { Question = question, dossier.Number };
        Open = [.. (await rows.Where(row => row.Question.AnsweredAt == null).OrderBy(row => row.Question.AskedAt).ToListAsync(cancellation)).Select(row => (row.Question, row.Number))];
        Answered = [.. (await rows.Where(row => row.Question.AnsweredAt != null).OrderByDescending(row => row.Question.AnsweredAt).Take(AnsweredShown).ToListAsync(cancellation)).Select(row => (row.Question, row.Number))];
    }
}
