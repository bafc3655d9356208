using System.Net.Sockets;
using MailKit.Net.Smtp;
using MailKit.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using MimeKit;
using SolidLoonfiches.Dossiers;

namespace SolidLoonfiches.Delivery;

/// <summary>Sends what is due from the outbox (one pass); a failure is tried again after 1, 5, 30 minutes, 2, 6, 12 hours, then every day.</summary>
/// <remarks>
/// A message is never dropped. It is taken by a conditional update of its next attempt, so two workers never send the same
/// one at the same moment; one that was taken by a process that died is due again after <see cref="TakenFor"/>. It counts as
/// sent once the server accepted it, and that is recorded before the next is taken: a crash exactly in between sends it a
/// second time, under the same Message-Id, which is better than not at all.
/// A social worker without a mail address sees the message in the inbox page alone: it stays unsent, costs no attempts, and
/// goes out when there is an address.
/// </remarks>
public sealed class SendMessages(DossierDb db, IOptions<MailOptions> options, TimeProvider clock, ILogger<SendMessages> log)
{
    /// <summary>Longer than any one delivery may take.</summary>
    internal static readonly TimeSpan TakenFor = TimeSpan.FromMinutes(5);

    private const int AtMost = 100;
    private static readonly TimeSpan OneAnswer = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan[] Waits =
    [
        TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(30),
        TimeSpan.FromHours(2), TimeSpan.FromHours(6), TimeSpan.FromHours(12), TimeSpan.FromDays(1),
    ];

    private sealed record Due(Guid Id, string Key, string Number, string Email, int Attempts, DateTimeOffset NextAttemptAt);

    /// <returns>How many were sent and how many failed.</returns>
    public async Task<(int Sent, int Failed)> RunAsync(CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var due = await (
            from message in db.Messages
            join staff in db.Staff on message.StaffId equals staff.Id
            join dossier in db.Dossiers on message.DossierId equals dossier.Id
            where message.SentAt == null && message.NextAttemptAt <= now && staff.Email != null && staff.Email != ""
            orderby message.NextAttemptAt
            select new Due(message.Id, message.Key, dossier.Number, staff.Email!, message.Attempts, message.NextAttemptAt)).Take(AtMost).ToListAsync(cancellation);
        var (sent, failed) = (0, 0);
        using var smtp = new SmtpClient { Timeout = (int)OneAnswer.TotalMilliseconds };
        foreach (var message in due)
        {
            if (!await TakeAsync(message, cancellation))
            {
                continue;
            }

            try
            {
                await SendAsync(smtp, message, cancellation);
            }
            catch (Exception failure) when (failure is not OperationCanceledException || !cancellation.IsCancellationRequested)
            {
                failed++;
                await PutBackAsync(message, Describe(failure), cancellation);
                if (!smtp.IsConnected)
                {
                    // The server is away: the rest keeps its attempts for when it is back.
                    break;
                }

                continue;
            }

            var sentAt = clock.GetUtcNow();
            await db.Messages.Where(m => m.Id == message.Id)
                .ExecuteUpdateAsync(m => m.SetProperty(x => x.SentAt, sentAt).SetProperty(x => x.LastError, (string?)null), CancellationToken.None);
            sent++;
        }

        if (smtp.IsConnected)
        {
            await smtp.DisconnectAsync(quit: true, cancellation);
        }

        return (sent, failed);
    }

    /// <returns>False where another worker has it.</returns>
    private async Task<bool> TakeAsync(Due message, CancellationToken cancellation)
    {
        var until = clock.GetUtcNow() + TakenFor;
        return await db.Messages.Where(m => m.Id == message.Id && m.SentAt == null && m.NextAttemptAt == message.NextAttemptAt)
            .ExecuteUpdateAsync(m => m.SetProperty(x => x.NextAttemptAt, until).SetProperty(x => x.Attempts, x => x.Attempts + 1), cancellation) == 1;
    }

    private async Task PutBackAsync(Due message, string error, CancellationToken cancellation)
    {
        var next = clock.GetUtcNow() + Waits[Math.Min(message.Attempts, Waits.Length - 1)];
        log.LogWarning("Message {Id} was not sent, attempt {Attempt}: {Error}", message.Id, message.Attempts + 1, error);
        await db.Messages.Where(m => m.Id == message.Id).ExecuteUpdateAsync(m => m.SetProperty(x => x.NextAttemptAt, next).SetProperty(x => x.LastError, error), cancellation);
    }

    private async Task SendAsync(SmtpClient smtp, Due message, CancellationToken cancellation)
    {
        var settings = options.Value;
        var mail = NewsMail.Write(message.Number, message.Key, message.Email, settings, clock.GetUtcNow());
        if (!smtp.IsConnected)
        {
            var security = settings.Security switch
            {
                "None" => SecureSocketOptions.None,
                "Tls" => SecureSocketOptions.SslOnConnect,
                _ => SecureSocketOptions.StartTls,
            };
            await smtp.ConnectAsync(settings.Host, settings.Port, security, cancellation);
            if (settings.User is { Length: > 0 } user)
            {
                try
                {
                    await smtp.AuthenticateAsync(user, settings.Password ?? "", cancellation);
                }
                catch (AuthenticationException)
                {
                    // Connected without being signed in is of no use: the rest of the pass keeps its attempts.
                    await smtp.DisconnectAsync(quit: false, cancellation);
                    throw;
                }
            }
        }

        await smtp.SendAsync(mail, cancellation);
    }

    /// <summary>What failed, without the server's words: those repeat addresses.</summary>
    private static string Describe(Exception failure) => failure switch
    {
        SmtpCommandException refused => $"smtp {(int)refused.StatusCode} {refused.ErrorCode}",
        SocketException socket => $"connection {socket.SocketErrorCode}",
        ParseException => "address cannot be read",
        _ => failure.GetType().Name,
    };
}
