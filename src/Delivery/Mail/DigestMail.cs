using MimeKit;

namespace SolidLoonfiches.Delivery;

/// <summary>The mail that says in which dossiers there was news: a line per dossier. No name, no amount, no INSZ, no link to a dossier.</summary>
internal static class DigestMail
{
    /// <param name="dossiers">Number of each dossier, and of its messages.</param>
    /// <param name="month">In words.</param>
    /// <param name="key">Of the digest: the same digest has the same Message-Id, however often it is sent.</param>
    /// <exception cref="ParseException">An address is none.</exception>
    public static MimeMessage Write(IReadOnlyList<(string Number, int Messages)> dossiers, string month, string key, string to, MailOptions options, DateTimeOffset now) => NewsMail.Write(
        dossiers.Count == 1 ? $"Nieuws in 1 dossier na de controle van {month}" : $"Nieuws in {dossiers.Count} dossiers na de controle van {month}",
        $"""
        Er is nieuws in deze dossiers:

        {string.Join('\n', dossiers.Select(dossier => $"dossier {dossier.Number}: {(dossier.Messages == 1 ? "1 bericht" : $"{dossier.Messages} berichten")}"))}

        {NewsMail.WhereToLook(options)} U krijgt deze mail één keer per maand, omdat u dat zo koos.
        """,
        key,
        to,
        options,
        now);
}
