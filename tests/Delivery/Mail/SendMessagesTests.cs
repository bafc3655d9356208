using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using SolidLoonfiches.Dossiers;
using SolidLoonfiches.Dossiers.Tests;

namespace SolidLoonfiches.Delivery.Tests;

public sealed class SendMessagesOnSqliteTests(SqliteStore store) : SendMessagesTests(store);

public sealed class SendMessagesOnPostgresTests(PostgresStore store) : SendMessagesTests(store);

public abstract class SendMessagesTests(TestStore store)
{
    private static void Mail(MailOptions options, int port)
    {
        (options.Host, options.Port, options.Security) = ("127.0.0.1", port, "None");
        (options.From, options.PagesUrl) = ("loonfiches@ocmw.example", new Uri("https://loonfiches.example/"));
    }

    /// <summary>With messages of so many months in the outbox.</summary>
    private async Task<Desk> DeskAsync(int port, int messages = 1)
    {
        var desk = await Desk.WithOneCaseAsync(store, services => services.AddDelivery(options => Mail(options, port)));
        for (var month = 1; month <= messages; month++)
        {
            var name = $"2025-0{month}";
            desk.Source.Put(Slips.Usable(name, name, 900m + (50m * month)));
            await desk.CheckAsync(name);
        }

        Assert.Equal(messages, (await desk.MessagesAsync()).Count);
        return desk;
    }

    private static Task<(int Sent, int Failed)> SendAsync(Desk desk) => desk.UseAsync<SendMessages, (int, int)>(s => s.RunAsync(CancellationToken.None));

    [Fact]
    public async Task Send_AMessage_GoesOutOnceAndSaysNothingOfThePerson()
    {
        await using var server = new MailServer();
        await using var desk = await DeskAsync(server.Port);

        Assert.Equal((1, 0), await SendAsync(desk));
        Assert.Equal((0, 0), await SendAsync(desk));

        var mail = Assert.Single(server.Received);
        var message = Assert.Single(await desk.MessagesAsync());
        Assert.Equal("Er is nieuws in dossier 2025-0001", mail.Subject);
        Assert.Equal($"{message.Key}@ocmw.example", mail.MessageId);
        Assert.Equal("els@ocmw.example", mail.To.Mailboxes.Single().Address);
        Assert.Equal("auto-generated", mail.Headers["Auto-Submitted"]);
        Assert.Contains("Meld u aan op https://loonfiches.example/ ", mail.TextBody, StringComparison.Ordinal);
        var amount = (await desk.CurrentAsync("2025-01")).NewAmount!.Value.ToString();
        foreach (var secret in new[] { "Peeters", "Janssens", Slips.Person(1).Value, amount, "950", desk.DossierId.ToString(), "Korenaar" })
        {
            Assert.DoesNotContain(secret, mail.TextBody + mail.Subject, StringComparison.OrdinalIgnoreCase);
        }

        Assert.Equal((desk.Clock.GetUtcNow(), 1, null), (message.SentAt, message.Attempts, message.LastError));
    }

    [Fact]
    public async Task Send_TwoWorkersAtTheSameMoment_SendEachMessageOnce()
    {
        await using var server = new MailServer { BeforeAccepting = () => Task.Delay(50) };
        await using var desk = await DeskAsync(server.Port, messages: 6);

        var sent = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => SendAsync(desk))));

        Assert.Equal((6, 0), (sent.Sum(s => s.Sent), sent.Sum(s => s.Failed)));
        Assert.Equal(6, server.Received.Select(m => m.MessageId).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(6, server.Received.Count);
    }

    [Fact]
    public async Task Send_ServerIsAway_IsTriedAgainByTheScheduleAndIsThenADeadLetter()
    {
        int port;
        await using (var gone = new MailServer())
        {
            port = gone.Port;
        }

        await using var desk = await DeskAsync(port);
        var waits = new List<TimeSpan>();
        for (var attempt = 1; attempt <= RetrySchedule.Waits.Count + 1; attempt++)
        {
            Assert.Equal((0, 1), await SendAsync(desk));
            Assert.Equal((0, 0), await SendAsync(desk));
            var message = Assert.Single(await desk.MessagesAsync());
            Assert.Equal((attempt, "connection ConnectionRefused", null), (message.Attempts, message.LastError, message.SentAt));
            if (message.DeadAt is null)
            {
                waits.Add(message.NextAttemptAt - desk.Clock.GetUtcNow());
                desk.Clock.SetUtcNow(message.NextAttemptAt);
            }
        }

        Assert.Equal(RetrySchedule.Waits.Count, waits.Count);
        Assert.All(waits.Zip(RetrySchedule.Waits), pair => Assert.InRange(pair.First, pair.Second, pair.Second * 1.2));
        Assert.NotNull(Assert.Single(await desk.MessagesAsync()).DeadAt);
        desk.Clock.Advance(TimeSpan.FromDays(30));
        Assert.Equal((0, 0), await SendAsync(desk));

        await using var back = new MailServer(port);
        Assert.Equal(new DeadLetters.Counts(1, 0, 0, 0), await desk.UseAsync<DeadLetters, DeadLetters.Counts>(d => d.CountAsync(Desk.Ocmw, CancellationToken.None)));
        Assert.Equal(1, await desk.UseAsync<DeadLetters, int>(d => d.RetryAsync(Desk.Ocmw, CancellationToken.None)));
        Assert.Equal((1, 0), await SendAsync(desk));
    }

    [Fact]
    public async Task Send_OneAddressIsRefused_TheOthersGoOutAndTheReasonHoldsNoAddress()
    {
        await using var server = new MailServer { Refuse = line => line.Contains("els@", StringComparison.Ordinal) ? "550 5.1.1 <els@ocmw.example> unknown" : null };
        await using var desk = await DeskAsync(server.Port, messages: 3);
        await desk.RunAsync(async db =>
        {
            db.Staff.Add(new StaffMember { Id = "sub-2", OcmwKbo = Desk.Ocmw, Name = "Jan", Email = "jan@ocmw.example" });
            await db.SaveChangesAsync();
            await db.Messages.OrderByDescending(m => m.CreatedAt).Take(1).ExecuteUpdateAsync(m => m.SetProperty(x => x.StaffId, "sub-2"));
        });

        Assert.Equal((1, 2), await SendAsync(desk));

        Assert.Equal("jan@ocmw.example", Assert.Single(server.Received).To.Mailboxes.Single().Address);
        Assert.All((await desk.MessagesAsync()).Where(m => m.SentAt is null), m => Assert.Equal("smtp 550 RecipientNotAccepted", m.LastError));

        server.Refuse = null;
        desk.Clock.Advance(TimeSpan.FromSeconds(12));
        Assert.Equal((2, 0), await SendAsync(desk));
    }

    [Fact]
    public async Task Send_SocialWorkerWithoutAddress_WaitsWithoutAttempts()
    {
        await using var server = new MailServer();
        await using var desk = await DeskAsync(server.Port);
        await desk.RunAsync(db => db.Staff.ExecuteUpdateAsync(s => s.SetProperty(x => x.Email, (string?)null)));

        Assert.Equal((0, 0), await SendAsync(desk));
        Assert.Equal((0, null), Assert.Single(await desk.MessagesAsync()) is var message ? (message.Attempts, message.SentAt) : default);

        await desk.RunAsync(db => db.Staff.ExecuteUpdateAsync(s => s.SetProperty(x => x.Email, "els@ocmw.example")));
        Assert.Equal((1, 0), await SendAsync(desk));
    }

    [Fact]
    public async Task Worker_WhileTheServiceRuns_EmptiesTheOutbox()
    {
        await using var server = new MailServer();
        await using var desk = await Desk.WithOneCaseAsync(store, services => services.AddDelivery(options => Mail(options, server.Port)).AddDeliveryWorker());
        var worker = desk.Services.GetServices<IHostedService>().OfType<DeliveryWorker<SendMessages>>().Single();
        await worker.StartAsync(CancellationToken.None);
        await desk.CheckAsync("2025-03");

        for (var waited = 0; waited < 200 && (await desk.MessagesAsync()).Any(m => m.SentAt is null); waited++)
        {
            desk.Clock.Advance(TimeSpan.FromSeconds(5));
            await Task.Delay(50);
        }

        await worker.StopAsync(CancellationToken.None);
        Assert.Single(server.Received);
        Assert.NotNull(Assert.Single(await desk.MessagesAsync()).SentAt);
    }

    [Fact]
    public async Task Send_WorkerDiedWithTheMessageInItsHands_IsDueAgain()
    {
        await using var server = new MailServer();
        await using var desk = await DeskAsync(server.Port);
        using var killed = new CancellationTokenSource();
        server.BeforeAccepting = async () =>
        {
            await killed.CancelAsync();
            await Task.Delay(200);
        };
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => desk.UseAsync<SendMessages, (int, int)>(s => s.RunAsync(killed.Token)));
        server.BeforeAccepting = null;

        Assert.Equal((0, 0), await SendAsync(desk));
        desk.Clock.Advance(Outbox.TakenFor);
        Assert.Equal((1, 0), await SendAsync(desk));
    }
}

public sealed class MailOptionsTests
{
    [Theory]
    [InlineData("", 25, "a@b.example", "StartTls", "Mail:Host")]
    [InlineData("smtp.example", 0, "a@b.example", "StartTls", "Mail:Port")]
    [InlineData("smtp.example", 25, "nobody", "StartTls", "Mail:From")]
    [InlineData("smtp.example", 25, "a@b.example", "Starttls", "Mail:Security")]
    [InlineData("smtp.example", 25, "a@b.example", "None", "Mail:Security None")]
    public void Value_WithAFault_NamesTheSetting(string host, int port, string from, string security, string named)
    {
        using var services = new ServiceCollection().AddDelivery(mail => (mail.Host, mail.Port, mail.From, mail.Security) = (host, port, from, security)).BuildServiceProvider();

        var failure = Assert.Throws<OptionsValidationException>(() => services.GetRequiredService<IOptions<MailOptions>>().Value);
        Assert.StartsWith(named, Assert.Single(failure.Failures), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("localhost", "None")]
    [InlineData("::1", "None")]
    [InlineData("smtp.example", "Tls")]
    public void Value_ThatIsRight_IsTaken(string host, string security)
    {
        using var services = new ServiceCollection().AddDelivery(mail => (mail.Host, mail.From, mail.Security) = (host, "a@b.example", security)).BuildServiceProvider();

        Assert.Equal(host, services.GetRequiredService<IOptions<MailOptions>>().Value.Host);
    }
}
