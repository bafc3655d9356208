using Microsoft.EntityFrameworkCore;

namespace SolidLoonfiches.Dossiers;

/// <summary>The data protection officer answers, once; the citizen sees it on their page.</summary>
public sealed class AnswerQuestion(DossierDb db, TimeProvider clock)
{
    public const int LongestText = 4000;

    /// <param name="QuestionId">The question.</param>
    /// <param name="Text">The answer.</param>
    /// <param name="By">The officer of the OCMW.</param>
    public sealed record Command(Guid QuestionId, string Text, Staff By);

    /// <summary>How it ended.</summary>
    public enum Outcome
    {
        Answered,

        /// <summary>Somebody answered before: their answer stands.</summary>
        AlreadyAnswered,

        /// <summary>Empty, or longer than <see cref="LongestText"/>.</summary>
        NoText,

        /// <summary>No such question of this OCMW.</summary>
        NotFound,
    }

    public async Task<Outcome> RunAsync(Command command, CancellationToken cancellation)
    {
        var question = await db.Questions.SingleOrDefaultAsync(q => q.Id == command.QuestionId && db.Dossiers.Any(d => d.Id == q.DossierId && d.OcmwKbo == command.By.OcmwKbo), cancellation);
        if (question is null)
        {
            return Outcome.NotFound;
        }

        if (question.AnsweredAt is not null)
        {
            return Outcome.AlreadyAnswered;
        }

        var text = command.Text.Trim();
        if (text.Length is 0 or > LongestText)
        {
            return Outcome.NoText;
        }

        await RememberStaff.PutAsync(db, command.By, cancellation);
        (question.Answer, question.AnsweredAt, question.AnsweredBy) = (text, clock.GetUtcNow(), command.By.Id);
        try
        {
            await db.SaveChangesAsync(cancellation);
            return Outcome.Answered;
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return Outcome.AlreadyAnswered;
        }
    }
}
