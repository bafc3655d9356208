using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using MimeKit;
using SolidLoonfiches.Dossiers;
using SolidLoonfiches.Loonfiches;

namespace SolidLoonfiches.Delivery;

/// <summary>Sends the mails that are due from the outbox (one pass): news one by one, or a digest where the social worker wants that; and that there is a question, to the data protection officer.</summary>
/// <remarks>
/// Waits and dead letters: <see cref="RetrySchedule"/>; taking and crashes: <see cref="Outbox"/>.
/// A social worker without a mail address sees the message in the inbox page alone: it stays unsent, costs no attempts, and
/// goes out when there is an address.
/// </remarks>
public sealed class SendMessages(DossierDb db, IOptions<MailOptions> options, TimeProvider clock, ILogger<SendMessages> log) : IDeliveryPass
{
    private const int AtMost = 100;

    private sealed record Due(Guid Id, int Attempts, DateTimeOffset NextAttemptAt, string Email, string Key, string About);

    /// <returns>How many were sent and how many failed.</returns>
    public async Task<(int Sent, int Failed)> RunAsync(CancellationToken cancellation)
    {
        using var room = new MailRoom(options.Value);
        var news = await SendAsync(room, db.Messages, await NewsAsync(cancellation), News, cancellation);
        var digests = await SendAsync(room, db.Digests, await DigestsAsync(cancellation), DigestAsync, cancellation);
        var questions = await SendAsync(room, db.Questions, await QuestionsAsync(cancellation), Asked, cancellation);
        await room.CloseAsync(cancellation);
        return (news.Sent + digests.Sent + questions.Sent, news.Failed + digests.Failed + questions.Failed);

        Task<MimeMessage> Asked(Due due) => Task.FromResult(QuestionMail.Write(due.Key, due.Email, options.Value, clock.GetUtcNow()));

        Task<MimeMessage> News(Due due) => Task.FromResult(NewsMail.Write(due.About, due.Key, due.Email, options.Value, clock.GetUtcNow()));

        async Task<MimeMessage> DigestAsync(Due due)
        {
            var lines = await (
                from message in db.Messages
                where message.DigestId == due.Id
                join dossier in db.Dossiers on message.DossierId equals dossier.Id
                group message by dossier.Number into of
                orderby of.Key
                select new { Number = of.Key, Count = of.Count() }).ToListAsync(cancellation);
            return DigestMail.Write([.. lines.Select(line => (line.Number, line.Count))], due.About, due.Key, due.Email, options.Value, clock.GetUtcNow());
        }
    }

    Task IDeliveryPass.RunAsync(CancellationToken cancellation) => RunAsync(cancellation);

    private Task<List<Due>> NewsAsync(CancellationToken cancellation) => (
        from message in db.Messages.DueAt(clock.GetUtcNow())
        where message.DigestId == null
        join staff in db.Staff on message.StaffId equals staff.Id
        join dossier in db.Dossiers on message.DossierId equals dossier.Id
        where staff.Email != null && staff.Email != "" && !staff.WantsDigest
        orderby message.NextAttemptAt
        select new Due(message.Id, message.Attempts, message.NextAttemptAt, staff.Email!, message.Key, dossier.Number)).Take(AtMost).ToListAsync(cancellation);

    private async Task<List<Due>> DigestsAsync(CancellationToken cancellation)
    {
        var due = await (
            from digest in db.Digests.DueAt(clock.GetUtcNow())
            join staff in db.Staff on digest.StaffId equals staff.Id
            where staff.Email != null && staff.Email != ""
            orderby digest.NextAttemptAt
            select new { digest, staff.Email }).AsNoTracking().Take(AtMost).ToListAsync(cancellation);
        return [.. due.Select(one => new Due(one.digest.Id, one.digest.Attempts, one.digest.NextAttemptAt, one.Email!, $"digest-{one.digest.Id:N}", DutchDates.Words(one.digest.Month)))];
    }

    /// <remarks>Where the OCMW named no address they wait, and stand on the officer's page at once in any case; what was answered by then is not mailed any more.</remarks>
    private async Task<List<Due>> QuestionsAsync(CancellationToken cancellation)
    {
        var due = await (
            from question in db.Questions.DueAt(clock.GetUtcNow())
            where question.AnsweredAt == null
            join dossier in db.Dossiers on question.DossierId equals dossier.Id
            join ocmw in db.Ocmws on dossier.OcmwKbo equals ocmw.Kbo
            where ocmw.OfficerEmail != null && ocmw.OfficerEmail != ""
            orderby question.NextAttemptAt
            select new { question.Id, question.Attempts, question.NextAttemptAt, ocmw.OfficerEmail }).Take(AtMost).ToListAsync(cancellation);
        return [.. due.Select(one => new Due(one.Id, one.Attempts, one.NextAttemptAt, one.OfficerEmail!, $"question-{one.Id:N}", ""))];
    }

    private async Task<(int Sent, int Failed)> SendAsync<T>(MailRoom room, IQueryable<T> items, List<Due> dues, Func<Due, Task<MimeMessage>> write, CancellationToken cancellation)
        where T : OutboxItem
    {
        var (sent, failed) = (0, 0);
        foreach (var due in dues)
        {
            if (!await items.TakeAsync(due.Id, due.NextAttemptAt, clock.GetUtcNow(), cancellation))
            {
                continue;
            }

            try
            {
                await room.SendAsync(await write(due), cancellation);
            }
            catch (Exception failure) when (failure is not OperationCanceledException || !cancellation.IsCancellationRequested)
            {
                failed++;
                Telemetry.SendFailures.Add(1, Kind<T>());
                var error = MailRoom.Describe(failure);
                log.LogWarning("{Kind} {Id} was not sent, attempt {Attempt}: {Error}", typeof(T).Name, due.Id, due.Attempts + 1, error);
                await items.FailedAsync(due.Id, due.Attempts + 1, error, null, clock.GetUtcNow(), cancellation);
                if (!room.IsConnected)
                {
                    // The server is away: the rest keeps its attempts for when it is back.
                    break;
                }

                continue;
            }

            await items.SentAsync(due.Id, clock.GetUtcNow());
            Telemetry.Sent.Add(1, Kind<T>());
            sent++;
        }

        return (sent, failed);
    }

    private static KeyValuePair<string, object?> Kind<T>() => new("kind", typeof(T) == typeof(Digest) ? "digest" : typeof(T) == typeof(Question) ? "question" : "mail");
}
