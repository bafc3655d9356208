using Microsoft.EntityFrameworkCore;
using SolidLoonfiches.Dossiers;
using SolidLoonfiches.Dossiers.Tests;
using SolidLoonfiches.Loonfiches;

namespace SolidLoonfiches.Delivery.Tests;

public sealed class DigestOnSqliteTests(SqliteStore store) : DigestTests(store);

public sealed class DigestOnPostgresTests(PostgresStore store) : DigestTests(store);

public abstract class DigestTests(TestStore store)
{
    private async Task<Desk> DeskAsync(MailServer server, int messages)
    {
        var desk = await Desk.WithOneCaseAsync(store, services => services.AddDelivery(mail => (mail.Host, mail.Port, mail.Security, mail.From) = ("127.0.0.1", server.Port, "None", "loonfiches@ocmw.example")));
        await desk.RunAsync(db => db.Staff.ExecuteUpdateAsync(s => s.SetProperty(x => x.WantsDigest, true)));
        await TellAsync(desk, 1, messages);
        return desk;
    }

    private static async Task TellAsync(Desk desk, int from, int messages)
    {
        for (var month = from; month < from + messages; month++)
        {
            desk.Source.Put(Slips.Usable($"2025-0{month}", $"2025-0{month}", 900m + (50m * month)));
            await desk.CheckAsync($"2025-0{month}");
        }
    }

    private static Task EndRunAsync(Desk desk, string month) => desk.RunAsync(async db =>
    {
        db.Runs.Add(new CheckRun { Id = Guid.CreateVersion7(), OcmwKbo = Desk.Ocmw, Month = Maand.Parse(month), StartedBy = "schedule", StartedAt = desk.Clock.GetUtcNow(), EndedAt = desk.Clock.GetUtcNow() });
        await db.SaveChangesAsync();
    });

    private static Task<int> MakeAsync(Desk desk) => desk.UseAsync<MakeDigests, int>(m => m.RunAsync(CancellationToken.None));

    private static Task<(int Sent, int Failed)> SendAsync(Desk desk) => desk.UseAsync<SendMessages, (int, int)>(s => s.RunAsync(CancellationToken.None));

    [Fact]
    public async Task Digest_WantedByTheSocialWorker_IsOneMailWithALinePerDossierAfterTheRun()
    {
        await using var server = new MailServer();
        await using var desk = await DeskAsync(server, messages: 3);
        Assert.Equal((0, 0), await SendAsync(desk));
        Assert.Equal(0, await MakeAsync(desk));

        await EndRunAsync(desk, "2025-07");
        Assert.Equal(1, await MakeAsync(desk));
        Assert.Equal(0, await MakeAsync(desk));
        Assert.Equal((1, 0), await SendAsync(desk));
        Assert.Equal((0, 0), await SendAsync(desk));

        var mail = Assert.Single(server.Received);
        Assert.Equal("Nieuws in 1 dossier na de controle van juli 2025", mail.Subject);
        Assert.Contains("dossier 2025-0001: 3 berichten", mail.TextBody, StringComparison.Ordinal);
        foreach (var secret in new[] { "Peeters", "Janssens", Slips.Person(1).Value, "950", "1000", desk.DossierId.ToString(), "Korenaar" })
        {
            Assert.DoesNotContain(secret, mail.TextBody + mail.Subject, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public async Task Digest_NewsAfterIt_WaitsForTheNextMonth()
    {
        await using var server = new MailServer();
        await using var desk = await DeskAsync(server, messages: 1);
        await EndRunAsync(desk, "2025-07");
        await MakeAsync(desk);
        await SendAsync(desk);
        await TellAsync(desk, 2, 2);
        Assert.Equal(0, await MakeAsync(desk));

        desk.Clock.SetUtcNow(new DateTimeOffset(2025, 9, 5, 5, 0, 0, TimeSpan.Zero));
        Assert.Equal(0, await MakeAsync(desk));
        await EndRunAsync(desk, "2025-08");
        Assert.Equal(1, await MakeAsync(desk));
        Assert.Equal((1, 0), await SendAsync(desk));
        Assert.Contains("2 berichten", server.Received[^1].TextBody, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Digest_ServerIsAway_IsSentLaterUnderTheSameIdAndSaysTheSame()
    {
        await using var server = new MailServer { Refuse = _ => "451 4.3.0 later" };
        await using var desk = await DeskAsync(server, messages: 1);
        await EndRunAsync(desk, "2025-07");
        await MakeAsync(desk);
        Assert.Equal((0, 1), await SendAsync(desk));
        await TellAsync(desk, 2, 1);

        server.Refuse = null;
        desk.Clock.Advance(TimeSpan.FromSeconds(15));
        Assert.Equal((1, 0), await SendAsync(desk));
        var digest = await desk.QueryAsync(db => db.Digests.AsNoTracking().SingleAsync());
        var mail = Assert.Single(server.Received);
        Assert.Equal($"digest-{digest.Id:N}@ocmw.example", mail.MessageId);
        Assert.Contains("1 bericht\n", mail.TextBody, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Digest_MadeByTwoNodesAtOnce_IsOne()
    {
        await using var server = new MailServer();
        await using var desk = await DeskAsync(server, messages: 2);
        await EndRunAsync(desk, "2025-07");

        var made = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => MakeAsync(desk))));

        Assert.Equal(1, made.Sum());
        Assert.All(await desk.MessagesAsync(), m => Assert.NotNull(m.DigestId));
    }
}
