using Microsoft.EntityFrameworkCore;

namespace SolidLoonfiches.Dossiers.Tests;

public sealed class QuestionOnSqliteTests(SqliteStore store) : QuestionTests(store);

public sealed class QuestionOnPostgresTests(PostgresStore store) : QuestionTests(store);

/// <summary>"I do not understand this", from the citizen to the data protection officer and back.</summary>
public abstract class QuestionTests(TestStore store)
{
    private static readonly Staff Officer = new("sub-dpo", Desk.Ocmw, "Dries Gegevens", null);

    private async Task<(Desk Desk, Check Check)> WithCheckAsync()
    {
        var desk = await Desk.WithOneCaseAsync(store);
        desk.Source.Put(Slips.Usable("juli", "2025-07", 900));
        await desk.CheckAsync("2025-07");
        return (desk, await desk.CurrentAsync("2025-07"));
    }

    private static Task<AskQuestion.Outcome> AskAsync(Desk desk, Guid? check = null, int? step = null, Guid? view = null, string text = " Waarom is dit minder? ", int person = 1) =>
        desk.UseAsync<AskQuestion, AskQuestion.Outcome>(a => a.RunAsync(new(check, step, view, text, Slips.Person(person)), CancellationToken.None));

    private static Task<AnswerQuestion.Outcome> AnswerAsync(Desk desk, Guid question, string text, Staff? by = null) =>
        desk.UseAsync<AnswerQuestion, AnswerQuestion.Outcome>(a => a.RunAsync(new(question, text, by ?? Officer), CancellationToken.None));

    [Fact]
    public async Task AskAndAnswer_ReachesTheOfficerOnceAndComesBack()
    {
        var (desk, check) = await WithCheckAsync();
        await using var _ = desk;

        var id = Assert.IsType<AskQuestion.Outcome.Asked>(await AskAsync(desk, check.Id, 1)).QuestionId;

        var question = await desk.QueryAsync(db => db.Questions.AsNoTracking().SingleAsync());
        Assert.Equal((check.Id, 1, "Waarom is dit minder?", desk.DossierId), (question.CheckId!.Value, question.Step!.Value, question.Text, question.DossierId));
        Assert.Equal(question.AskedAt.AddMonths(1), question.AnswerBy);
        Assert.Equal(AnswerQuestion.Outcome.NotFound, await AnswerAsync(desk, id, "x", new Staff("sub-8", "0212214125", "Iemand", null)));
        Assert.Equal(AnswerQuestion.Outcome.NoText, await AnswerAsync(desk, id, "  "));
        Assert.Equal(AnswerQuestion.Outcome.Answered, await AnswerAsync(desk, id, " Omdat u meer verdiende. "));
        Assert.Equal(AnswerQuestion.Outcome.AlreadyAnswered, await AnswerAsync(desk, id, "anders"));
        question = await desk.QueryAsync(db => db.Questions.AsNoTracking().SingleAsync());
        Assert.Equal(("Omdat u meer verdiende.", Officer.Id), (question.Answer, question.AnsweredBy));
    }

    [Fact]
    public async Task Ask_OfWhatIsSomebodyElsesOrNotThere_IsNotFound()
    {
        var (desk, check) = await WithCheckAsync();
        await using var _ = desk;
        await desk.UseAsync<RecordView, int>(async view =>
        {
            await view.RunAsync(new(desk.DossierId, null, Desk.Worker, ViewReason.Dossier), CancellationToken.None);
            return 0;
        });
        var look = await desk.QueryAsync(db => db.StaffViews.Select(v => v.Id).SingleAsync());
        var last = StepsInOrder.Of(check.Result!.Stap).Count() - 1;

        Assert.IsType<AskQuestion.Outcome.NotFound>(await AskAsync(desk, check.Id, person: 2));
        Assert.IsType<AskQuestion.Outcome.NotFound>(await AskAsync(desk, view: look, person: 2));
        Assert.IsType<AskQuestion.Outcome.NotFound>(await AskAsync(desk, check.Id, last + 1));
        Assert.IsType<AskQuestion.Outcome.NotFound>(await AskAsync(desk, check.Id, -1));
        Assert.IsType<AskQuestion.Outcome.NotFound>(await AskAsync(desk));
        Assert.IsType<AskQuestion.Outcome.NotFound>(await AskAsync(desk, check.Id, null, look));
        Assert.IsType<AskQuestion.Outcome.Refused>(await AskAsync(desk, check.Id, text: " "));
        Assert.IsType<AskQuestion.Outcome.Refused>(await AskAsync(desk, check.Id, text: new string('x', 1001)));
        Assert.IsType<AskQuestion.Outcome.Asked>(await AskAsync(desk, check.Id, last));
        Assert.IsType<AskQuestion.Outcome.Asked>(await AskAsync(desk, view: look));
    }

    [Fact]
    public async Task Ask_MoreThanCanBeAnswered_WaitsForAnAnswer()
    {
        var (desk, check) = await WithCheckAsync();
        await using var _ = desk;
        var first = Guid.Empty;
        for (var i = 0; i < AskQuestion.MostOpen; i++)
        {
            first = Assert.IsType<AskQuestion.Outcome.Asked>(await AskAsync(desk, check.Id)).QuestionId;
        }

        Assert.IsType<AskQuestion.Outcome.Refused>(await AskAsync(desk, check.Id));
        await AnswerAsync(desk, first, "Zo.");
        Assert.IsType<AskQuestion.Outcome.Asked>(await AskAsync(desk, check.Id));
    }

    [Fact]
    public async Task Forget_AYearAfterTheAnswer_BlanksTheWords()
    {
        var (desk, check) = await WithCheckAsync();
        await using var _ = desk;
        var id = Assert.IsType<AskQuestion.Outcome.Asked>(await AskAsync(desk, check.Id)).QuestionId;
        await AnswerAsync(desk, id, "Zo.");
        var answered = desk.Clock.GetUtcNow();
        async Task<(string Text, string? Answer)> WordsAsync()
        {
            await desk.UseAsync<ForgetData, (int, int, int)>(f => f.RunAsync(CancellationToken.None));
            return await desk.QueryAsync(async db =>
            {
                var question = await db.Questions.AsNoTracking().SingleAsync();
                return (question.Text, question.Answer);
            });
        }

        desk.Clock.SetUtcNow(answered + ForgetData.Questions - TimeSpan.FromMinutes(1));
        Assert.Equal(("Waarom is dit minder?", "Zo."), await WordsAsync());
        desk.Clock.SetUtcNow(answered + ForgetData.Questions);
        Assert.Equal(("", ""), await WordsAsync());
    }
}
