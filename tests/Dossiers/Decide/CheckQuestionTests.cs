using Microsoft.EntityFrameworkCore;

namespace SolidLoonfiches.Dossiers.Tests;

public sealed class CheckQuestionOnSqliteTests(SqliteStore store) : CheckQuestionTests(store);

public sealed class CheckQuestionOnPostgresTests(PostgresStore store) : CheckQuestionTests(store);

public abstract class CheckQuestionTests(TestStore store)
{
    [Fact]
    public async Task Ask_AndAnswer_KeepsBothWithWhoAndWhen()
    {
        var (desk, check) = await CheckedAsync();
        await using var _ = desk;

        Assert.IsType<AskCitizen.Outcome.Asked>(await AskAsync(desk, check, " Kreeg u nog ander loon? "));
        var question = await desk.QueryAsync(db => db.CheckQuestions.SingleAsync());
        Assert.Equal(("Kreeg u nog ander loon?", Desk.Worker.Id, desk.DossierId, null), (question.Text, question.AskedBy, question.DossierId, question.Answer));
        desk.Clock.Advance(TimeSpan.FromDays(1));
        Assert.IsType<AnswerCheckQuestion.Outcome.Answered>(await AnswerAsync(desk, question.Id, "Neen, enkel dit."));

        var answered = await desk.QueryAsync(db => db.CheckQuestions.AsNoTracking().SingleAsync());
        Assert.Equal(("Neen, enkel dit.", desk.Clock.GetUtcNow()), (answered.Answer, answered.AnsweredAt));
        Assert.IsType<AnswerCheckQuestion.Outcome.AlreadyAnswered>(await AnswerAsync(desk, question.Id, "Toch wel."));

        // Who has the dossier is told that there is an answer, and the message says nothing of it.
        var message = (await desk.MessagesAsync()).Single(m => m.Topic == MessageTopic.Answer);
        Assert.Equal((check, desk.DossierId, Desk.Worker.Id, null), (message.CheckId, message.DossierId, message.StaffId, message.SentAt));
        Assert.Equal("Neen, enkel dit.", await desk.QueryAsync(db => db.CheckQuestions.Select(q => q.Answer).SingleAsync()));
    }

    [Fact]
    public async Task Worklist_ShowsWhetherThePersonWasAskedAndAnswered()
    {
        var (desk, check) = await CheckedAsync();
        await using var _ = desk;
        Assert.Equal(QuestionState.None, (await LinesAsync(WorklistFilter.All)).Single().Question);

        await AskAsync(desk, check, "Kreeg u nog ander loon?");
        Assert.Equal(QuestionState.Waits, (await LinesAsync(WorklistFilter.All)).Single().Question);
        Assert.Empty(await LinesAsync(WorklistFilter.Answer));

        await AnswerAsync(desk, await desk.QueryAsync(db => db.CheckQuestions.Select(q => q.Id).SingleAsync()), "Neen.");
        var line = Assert.Single(await LinesAsync(WorklistFilter.Answer));
        Assert.Equal((QuestionState.Answered, 0), (line.Question, line.More));

        async Task<IReadOnlyList<Worklist.Line>> LinesAsync(WorklistFilter show) =>
            (await desk.UseAsync<Worklist, Worklist.Answer>(w => w.RunAsync(new(Desk.Worker, true, show, 1, Desk.Day("2025-08-05")), CancellationToken.None))).Lines;
    }

    [Fact]
    public async Task Ask_OfAnotherOcmwOrNothing_IsNotAsked()
    {
        var (desk, check) = await CheckedAsync();
        await using var _ = desk;

        Assert.IsType<AskCitizen.Outcome.NotFound>(await AskAsync(desk, check, "Vraag?", Desk.Worker with { OcmwKbo = "0123456749" }));
        Assert.IsType<AskCitizen.Outcome.Refused>(await AskAsync(desk, check, "  "));
        Assert.IsType<AskCitizen.Outcome.Refused>(await AskAsync(desk, check, new string('x', 1001)));
        Assert.Empty(await desk.QueryAsync(db => db.CheckQuestions.ToListAsync()));
    }

    [Fact]
    public async Task Answer_OfSomebodyElseOrNothing_IsNotTaken()
    {
        var (desk, check) = await CheckedAsync();
        await using var _ = desk;
        await AskAsync(desk, check, "Kreeg u nog ander loon?");
        var id = await desk.QueryAsync(db => db.CheckQuestions.Select(q => q.Id).SingleAsync());

        Assert.IsType<AnswerCheckQuestion.Outcome.NotFound>(await AnswerAsync(desk, id, "Ja", person: 2));
        Assert.IsType<AnswerCheckQuestion.Outcome.Refused>(await AnswerAsync(desk, id, " "));
        Assert.Null((await desk.QueryAsync(db => db.CheckQuestions.SingleAsync())).AnsweredAt);
    }

    [Fact]
    public async Task Forget_AfterTheDecisionsPeriod_BlanksQuestionAndAnswer()
    {
        var (desk, check) = await CheckedAsync();
        await using var _ = desk;
        await AskAsync(desk, check, "Kreeg u nog ander loon?");
        await AnswerAsync(desk, await desk.QueryAsync(db => db.CheckQuestions.Select(q => q.Id).SingleAsync()), "Neen.");
        desk.Clock.Advance(TimeSpan.FromDays(366 * 11));

        await desk.UseAsync<ForgetData, (int, int, int)>(f => f.RunAsync(CancellationToken.None));

        var question = await desk.QueryAsync(db => db.CheckQuestions.AsNoTracking().SingleAsync());
        Assert.Equal(("", null), (question.Text, question.Answer));
    }

    private static Task<AskCitizen.Outcome> AskAsync(Desk desk, Guid check, string text, Staff? by = null) => desk.UseAsync<AskCitizen, AskCitizen.Outcome>(a => a.RunAsync(new(check, text, by ?? Desk.Worker), CancellationToken.None));

    private static Task<AnswerCheckQuestion.Outcome> AnswerAsync(Desk desk, Guid question, string text, int person = 1) => desk.UseAsync<AnswerCheckQuestion, AnswerCheckQuestion.Outcome>(a => a.RunAsync(new(question, text, Slips.Person(person)), CancellationToken.None));

    private async Task<(Desk Desk, Guid Check)> CheckedAsync()
    {
        var desk = await Desk.WithOneCaseAsync(store);
        desk.Source.Put(Slips.Usable("maart", "2025-03", 1000m));
        await desk.CheckAsync("2025-03");
        return (desk, (await desk.CurrentAsync("2025-03")).Id);
    }
}
