using Microsoft.EntityFrameworkCore;
using SolidLoonfiches.Leefloon;
using SolidLoonfiches.Loonfiches;

namespace SolidLoonfiches.Dossiers;

/// <summary>A citizen does not understand something and asks the data protection officer of the OCMW.</summary>
public sealed class AskQuestion(DossierDb db, TimeProvider clock)
{
    public const int LongestText = 1000;

    /// <summary>More at once than anybody can answer; the answers make room.</summary>
    internal const int MostOpen = 20;

    /// <param name="CheckId">The calculation that it is about, or null.</param>
    /// <param name="Step">Which step of it, counted from the root down; null: the month.</param>
    /// <param name="ViewId">The look of somebody of the OCMW that it is about, or null.</param>
    /// <param name="Text">In the citizen's own words.</param>
    /// <param name="Insz">Of the citizen who signed in.</param>
    public sealed record Command(Guid? CheckId, int? Step, Guid? ViewId, string Text, Insz Insz);

    /// <summary>How it ended.</summary>
    public abstract record Outcome
    {
        private Outcome()
        {
        }

        public sealed record Asked(Guid QuestionId) : Outcome;

        /// <param name="Sentence">For the citizen.</param>
        public sealed record Refused(string Sentence) : Outcome;

        /// <summary>No such calculation or look of this person.</summary>
        public sealed record NotFound : Outcome;
    }

    public async Task<Outcome> RunAsync(Command command, CancellationToken cancellation)
    {
        if (await SubjectAsync(command, cancellation) is not { } dossier)
        {
            return new Outcome.NotFound();
        }

        var text = command.Text.Trim();
        if (text.Length is 0 or > LongestText)
        {
            return new Outcome.Refused(text.Length == 0 ? "Schrijf wat u niet begrijpt." : $"Schrijf het in hoogstens {LongestText} tekens.");
        }

        if (await db.Questions.CountAsync(q => q.DossierId == dossier && q.AnsweredAt == null, cancellation) >= MostOpen)
        {
            return new Outcome.Refused($"U hebt al {MostOpen} vragen die op een antwoord wachten. Wacht tot er een beantwoord is, of bel uw OCMW.");
        }

        var now = clock.GetUtcNow();
        var question = new Question { Id = Guid.CreateVersion7(now), DossierId = dossier, CheckId = command.CheckId, Step = command.CheckId is null ? null : command.Step, ViewId = command.ViewId, Text = text, AskedAt = now, NextAttemptAt = now };
        db.Questions.Add(question);
        await db.SaveChangesAsync(cancellation);
        return new Outcome.Asked(question.Id);
    }

    private async Task<Guid?> SubjectAsync(Command command, CancellationToken cancellation)
    {
        if (command is { CheckId: { } checkId, ViewId: null })
        {
            var check = await db.Checks.AsNoTracking().SingleOrDefaultAsync(c => c.Id == checkId && db.Dossiers.Any(d => d.Id == c.DossierId && d.Insz == command.Insz), cancellation);
            return check is not null && (command.Step is not { } step || check.Result?.Stap is { } root && StepsInOrder.Of(root).ElementAtOrDefault(step) is not null) ? check.DossierId : null;
        }

        return command is { CheckId: null, ViewId: { } viewId }
            ? await db.StaffViews.Where(v => v.Id == viewId && db.Dossiers.Any(d => d.Id == v.DossierId && d.Insz == command.Insz)).Select(v => (Guid?)v.DossierId).SingleOrDefaultAsync(cancellation)
            : null;
    }
}

/// <summary>The steps of a calculation with a number each: the root is 0, then each step before those that it follows from.</summary>
public static class StepsInOrder
{
    public static IEnumerable<Stap> Of(Stap root)
    {
        ArgumentNullException.ThrowIfNull(root);
        return [root, .. root.Uit.SelectMany(Of)];
    }
}
