using System.Net;
using MimeKit;

namespace SolidLoonfiches.Delivery;

/// <summary>SMTP server and sender. Validated on start.</summary>
public sealed class MailOptions
{
    /// <summary>Name or address of the server.</summary>
    public string Host { get; set; } = "";

    public int Port { get; set; } = 25;

    /// <summary>The sender, such as <c>loonfiches@ocmw.example</c>.</summary>
    public string From { get; set; } = "";

    /// <summary><c>None</c> (loopback only), <c>StartTls</c> or <c>Tls</c>.</summary>
    public string Security { get; set; } = "StartTls";

    /// <summary>Name at the server; null: it asks for none.</summary>
    public string? User { get; set; }

    public string? Password { get; set; }

    /// <summary>Address of the pages, named in the mail; no link to a dossier.</summary>
    public Uri? PagesUrl { get; set; }

    /// <summary>What is wrong with these settings, in words for the operator; empty where nothing is.</summary>
    internal IEnumerable<string> Problems()
    {
        if (string.IsNullOrWhiteSpace(Host))
        {
            yield return "Mail:Host is empty: name the SMTP server.";
        }

        if (Port is < 1 or > 65535)
        {
            yield return "Mail:Port lies between 1 and 65535.";
        }

        if (!MailboxAddress.TryParse(From, out var from) || string.IsNullOrEmpty(from.Domain))
        {
            yield return "Mail:From is not a mail address.";
        }

        if (Security is not ("None" or "StartTls" or "Tls"))
        {
            yield return "Mail:Security is None, StartTls or Tls.";
        }

        if (Security == "None" && !IsLoopback)
        {
            yield return "Mail:Security None is for a server on this machine only.";
        }
    }

    private bool IsLoopback => Host == "localhost" || (IPAddress.TryParse(Host, out var address) && IPAddress.IsLoopback(address));
}
