using Microsoft.EntityFrameworkCore;
using SolidLoonfiches.Dossiers;
using SolidLoonfiches.Dossiers.Tests;

namespace SolidLoonfiches.Delivery.Tests;

public sealed class QuestionMailOnSqliteTests(SqliteStore store) : QuestionMailTests(store);

public sealed class QuestionMailOnPostgresTests(PostgresStore store) : QuestionMailTests(store);

/// <summary>The data protection officer hears that there is a question, and nothing of it.</summary>
public abstract class QuestionMailTests(TestStore store)
{
    private async Task<Desk> AskedAsync(int port)
    {
        var desk = await Desk.WithOneCaseAsync(store, services => services.AddDelivery(options =>
        {
            (options.Host, options.Port, options.Security) = ("127.0.0.1", port, "None");
            (options.From, options.PagesUrl) = ("loonfiches@ocmw.example", new Uri("https://loonfiches.example/"));
        }));
        desk.Source.Put(Slips.Usable("juli", "2025-07", 900));
        await desk.CheckAsync("2025-07");
        // What the check itself tells is not looked at here.
        await desk.RunAsync(db => db.Messages.ExecuteUpdateAsync(m => m.SetProperty(x => x.SentAt, DateTimeOffset.UnixEpoch)));
        var check = await desk.CurrentAsync("2025-07");
        Assert.IsType<AskQuestion.Outcome.Asked>(await desk.UseAsync<AskQuestion, AskQuestion.Outcome>(a => a.RunAsync(new(check.Id, null, null, "Waarom krijg ik 12 euro minder?", Slips.Person(1)), CancellationToken.None)));
        return desk;
    }

    private static Task AddressAsync(Desk desk, string? address) => desk.RunAsync(db => db.Ocmws.ExecuteUpdateAsync(o => o.SetProperty(x => x.OfficerEmail, address)));

    private static Task<(int Sent, int Failed)> SendAsync(Desk desk) => desk.UseAsync<SendMessages, (int, int)>(s => s.RunAsync(CancellationToken.None));

    [Fact]
    public async Task Send_AQuestion_GoesToTheOfficerOnceAndSaysNothingOfIt()
    {
        await using var server = new MailServer();
        await using var desk = await AskedAsync(server.Port);
        // Without an address it waits, and goes out when there is one.
        Assert.Equal((0, 0), await SendAsync(desk));
        await AddressAsync(desk, "dpo@ocmw.example");

        Assert.Equal((1, 0), await SendAsync(desk));
        Assert.Equal((0, 0), await SendAsync(desk));

        var mail = Assert.Single(server.Received);
        Assert.Equal("dpo@ocmw.example", mail.To.Mailboxes.Single().Address);
        Assert.Equal("Er is een vraag van een burger", mail.Subject);
        foreach (var secret in (string[])["Peeters", Slips.Person(1).Value, "2025-0001", "12 euro", "juli", desk.DossierId.ToString()])
        {
            Assert.DoesNotContain(secret, mail.TextBody + mail.Subject, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public async Task Send_AQuestionThatWasAnswered_DoesNotGoOut()
    {
        await using var server = new MailServer();
        await using var desk = await AskedAsync(server.Port);
        var id = await desk.QueryAsync(db => db.Questions.Select(q => q.Id).SingleAsync());
        await desk.UseAsync<AnswerQuestion, AnswerQuestion.Outcome>(a => a.RunAsync(new(id, "Zo.", Desk.Worker), CancellationToken.None));
        await AddressAsync(desk, "dpo@ocmw.example");

        Assert.Equal((0, 0), await SendAsync(desk));
        Assert.Empty(server.Received);
    }

    [Fact]
    public async Task Send_AnAddressThatNobodyTakes_IsADeadLetterInTheEnd()
    {
        await using var server = new MailServer { Refuse = _ => "550 5.1.1 unknown" };
        await using var desk = await AskedAsync(server.Port);
        await AddressAsync(desk, "dpo@ocmw.example");
        for (var tries = 0; (await desk.QueryAsync(db => db.Questions.AsNoTracking().SingleAsync())).DeadAt is null; tries++)
        {
            Assert.True(tries < 50, "It never ends.");
            await SendAsync(desk);
            desk.Clock.SetUtcNow((await desk.QueryAsync(db => db.Questions.AsNoTracking().SingleAsync())).NextAttemptAt);
        }

        Assert.Equal(new DeadLetters.Counts(0, 0, 1, 0), await desk.UseAsync<DeadLetters, DeadLetters.Counts>(d => d.CountAsync(Desk.Ocmw, CancellationToken.None)));
        Assert.Equal(1, await desk.UseAsync<DeadLetters, int>(d => d.RetryAsync(Desk.Ocmw, CancellationToken.None)));
    }
}
