using Microsoft.EntityFrameworkCore;
using SolidLoonfiches.Loonfiches;

namespace SolidLoonfiches.Dossiers;

/// <summary>The person's answer to a question about their own dossier. Who has the dossier is told that there is one, and not what it says.</summary>
public sealed class AnswerCheckQuestion(DossierDb db, TimeProvider clock)
{
    /// <param name="QuestionId">Of a dossier of this person.</param>
    /// <param name="Text">The answer.</param>
    /// <param name="By">Who answers.</param>
    public sealed record Command(Guid QuestionId, string Text, Insz By);

    /// <summary>How it ended.</summary>
    public abstract record Outcome
    {
        private Outcome()
        {
        }

        public sealed record Answered : Outcome;

        /// <summary>No such question, or about somebody else.</summary>
        public sealed record NotFound : Outcome;

        /// <summary>It was answered before.</summary>
        public sealed record AlreadyAnswered : Outcome;

        /// <param name="Sentence">For the person.</param>
        public sealed record Refused(string Sentence) : Outcome;
    }

    public async Task<Outcome> RunAsync(Command command, CancellationToken cancellation)
    {
        if (await db.CheckQuestions.SingleOrDefaultAsync(q => q.Id == command.QuestionId && db.Dossiers.Any(d => d.Id == q.DossierId && d.Insz == command.By), cancellation) is not { } question)
        {
            return new Outcome.NotFound();
        }

        if (question.AnsweredAt is not null)
        {
            return new Outcome.AlreadyAnswered();
        }

        var text = command.Text.Trim();
        if (text.Length is 0 or > AskCitizen.MaxText)
        {
            return new Outcome.Refused($"Schrijf uw antwoord (hoogstens {AskCitizen.MaxText} tekens).");
        }

        var now = clock.GetUtcNow();
        (question.Answer, question.AnsweredAt) = (text, now);
        db.Messages.Add(new Message
        {
            Id = Guid.CreateVersion7(now),
            Key = $"answer-{question.Id:N}",
            Topic = MessageTopic.Answer,
            CheckId = question.CheckId,
            DossierId = question.DossierId,
            StaffId = await db.Dossiers.Where(d => d.Id == question.DossierId).Select(d => d.SocialWorkerId).SingleAsync(cancellation),
            CreatedAt = now,
            NextAttemptAt = now,

            // It asks nothing that the check itself does not ask.
            DoneAt = now,
        });
        try
        {
            await db.SaveChangesAsync(cancellation);
            return new Outcome.Answered();
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return new Outcome.AlreadyAnswered();
        }
    }
}
