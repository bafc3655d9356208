using System.Net.Sockets;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace SolidLoonfiches.Delivery;

/// <summary>One talk with the SMTP server, for all mails of a pass.</summary>
internal sealed class MailRoom(MailOptions settings) : IDisposable
{
    private static readonly TimeSpan OneAnswer = TimeSpan.FromSeconds(30);

    private readonly SmtpClient _smtp = new() { Timeout = (int)OneAnswer.TotalMilliseconds };

    public bool IsConnected => _smtp.IsConnected;

    public async Task SendAsync(MimeMessage mail, CancellationToken cancellation)
    {
        if (!_smtp.IsConnected)
        {
            var security = settings.Security switch
            {
                "None" => SecureSocketOptions.None,
                "Tls" => SecureSocketOptions.SslOnConnect,
                _ => SecureSocketOptions.StartTls,
            };
            await _smtp.ConnectAsync(settings.Host, settings.Port, security, cancellation);
            if (settings.User is { Length: > 0 } user)
            {
                try
                {
                    await _smtp.AuthenticateAsync(user, settings.Password ?? "", cancellation);
                }
                catch (AuthenticationException)
                {
                    // Connected without being signed in is of no use: the rest of the pass keeps its attempts.
                    await _smtp.DisconnectAsync(quit: false, cancellation);
                    throw;
                }
            }
        }

        await _smtp.SendAsync(mail, cancellation);
    }

    public async Task CloseAsync(CancellationToken cancellation)
    {
        if (_smtp.IsConnected)
        {
            await _smtp.DisconnectAsync(quit: true, cancellation);
        }
    }

    /// <summary>What failed, without the server's words: those repeat addresses.</summary>
    public static string Describe(Exception failure) => failure switch
    {
        SmtpCommandException refused => $"smtp {(int)refused.StatusCode} {refused.ErrorCode}",
        SocketException socket => $"connection {socket.SocketErrorCode}",
        ParseException => "address cannot be read",
        _ => failure.GetType().Name,
    };

    public void Dispose() => _smtp.Dispose();
}
