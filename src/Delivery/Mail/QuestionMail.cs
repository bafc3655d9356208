using MimeKit;

namespace SolidLoonfiches.Delivery;

/// <summary>The mail that tells the data protection officer that there is a question. Not whose, not of which dossier, not what: a mail is read on the way.</summary>
internal static class QuestionMail
{
    /// <param name="key">Of the question: the same question has the same Message-Id, however often it is sent.</param>
    /// <exception cref="ParseException">An address is none.</exception>
    public static MimeMessage Write(string key, string to, MailOptions options, DateTimeOffset now) => NewsMail.Write(
        "Er is een vraag van een burger",
        $"""
        Er is een vraag voor de functionaris voor gegevensbescherming.

        {(options.PagesUrl is { } pages ? $"Meld u aan op {pages} en open Vragen om te antwoorden." : "Meld u aan en open Vragen om te antwoorden.")}
        """,
        key,
        to,
        options,
        now);
}
