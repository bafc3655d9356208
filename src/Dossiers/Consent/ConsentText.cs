using System.Security.Cryptography;
using System.Text;

namespace SolidLoonfiches.Dossiers;

/// <summary>The text that the citizen sees before consenting; versions are kept for ever, so that years later the hash in a consent can be read again.</summary>
/// <remarks>
/// Consent opens the vault and nothing else: the OCMW's inquiry into a person's means rests on the law of 26 May 2002
/// (RMI-wet), and no text may let anybody think that refusing ends it, or costs them something.
/// </remarks>
/// <param name="Version">Such as <c>2026-12</c>. Another word in the text is another version.</param>
/// <param name="Language">BCP 47, such as <c>nl</c>.</param>
/// <param name="Title">Heading.</param>
/// <param name="Paragraphs">In order, plain text.</param>
public sealed record ConsentText(string Version, string Language, string Title, IReadOnlyList<string> Paragraphs)
{
    /// <summary>In which languages the question can be read; the first is that of the OCMW.</summary>
    public static IReadOnlyList<string> Languages { get; } = ["nl", "fr", "en"];

    /// <summary>Lower-case hex of the SHA-256 of version, language, title and paragraphs in UTF-8, a line feed between each.</summary>
    public string Sha256 => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', [Version, Language, Title, .. Paragraphs]))));

    /// <summary>The text that is shown today.</summary>
    /// <param name="terms">What is asked.</param>
    /// <param name="language">One of <see cref="Languages"/>; Dutch for any other.</param>
    public static ConsentText Current(ConsentTerms terms, string language) => language switch
    {
        "fr" => December2026.French(terms),
        "en" => December2026.English(terms),
        _ => December2026.Dutch(terms),
    };

    /// <summary>An earlier text as it was shown for these terms, or null where there never was such a version in that language.</summary>
    public static ConsentText? Find(string version, string language, ConsentTerms terms) => (version, language) switch
    {
        ("2026-11", "nl") => November2026.Dutch(terms.Ocmw),
        ("2026-12", "nl" or "fr" or "en") => Current(terms, language),
        _ => null,
    };
}
