using MimeKit;

namespace SolidLoonfiches.Delivery;

/// <summary>The mail that says that there is news. No name, no amount, no INSZ, no link to a dossier: a mail is read on the way.</summary>
internal static class NewsMail
{
    /// <param name="number">The dossier's number.</param>
    /// <param name="key">The message's key: the same message has the same Message-Id, however often it is sent.</param>
    /// <exception cref="ParseException">An address is none.</exception>
    public static MimeMessage Write(string number, string key, string to, MailOptions options, DateTimeOffset now) => Write(
        $"Er is nieuws in dossier {number}",
        $"""
        Er is nieuws in dossier {number}.

        {WhereToLook(options)}
        """,
        key,
        to,
        options,
        now);

    public static string WhereToLook(MailOptions options) =>
        options.PagesUrl is { } pages ? $"Meld u aan op {pages} en open uw postvak om het te bekijken." : "Meld u aan en open uw postvak om het te bekijken.";

    public static MimeMessage Write(string subject, string text, string key, string to, MailOptions options, DateTimeOffset now)
    {
        var from = MailboxAddress.Parse(options.From);
        var mail = new MimeMessage
        {
            Subject = subject,
            Date = now,
            MessageId = $"{key}@{from.Domain}",
            Body = new TextPart("plain")
            {
                Text = $"""
                    {text}

                    In deze mail staat met opzet niets over de persoon. U kunt er niet op antwoorden.
                    """,
            },
        };
        mail.From.Add(from);
        mail.To.Add(MailboxAddress.Parse(to));

        // RFC 3834: no out-of-office in return.
        mail.Headers.Add("Auto-Submitted", "auto-generated");
        return mail;
    }
}
