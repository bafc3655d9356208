using System.Security.Cryptography;
using System.Text;

namespace SolidLoonfiches.Dossiers;

/// <summary>The text that the citizen sees before consenting; versions are kept for ever, so that years later the hash in a consent can be read again.</summary>
/// <param name="Version">Such as <c>2026-11</c>. Another word in the text is another version.</param>
/// <param name="Language">BCP 47, such as <c>nl</c>.</param>
/// <param name="Title">Heading.</param>
/// <param name="Paragraphs">In order, plain text.</param>
public sealed record ConsentText(string Version, string Language, string Title, IReadOnlyList<string> Paragraphs)
{
    /// <summary>Lower-case hex of the SHA-256 of version, language, title and paragraphs in UTF-8, a line feed between each.</summary>
    public string Sha256 => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', [Version, Language, Title, .. Paragraphs]))));

    /// <summary>The text that is shown today.</summary>
    /// <param name="ocmwName">Such as <c>OCMW Gent</c>.</param>
    public static ConsentText Current(string ocmwName) => November2026(ocmwName);

    /// <summary>An earlier text as an OCMW of that name showed it, or null where there never was such a version.</summary>
    public static ConsentText? Find(string version, string ocmwName) => version switch
    {
        "2026-11" => November2026(ocmwName),
        _ => null,
    };

    /// <remarks>
    /// Consent opens the vault and nothing else: the OCMW's inquiry into a person's means rests on the law of 26 May 2002
    /// (RMI-wet), and the text must not let anybody think that refusing ends it, or costs them something.
    /// </remarks>
    private static ConsentText November2026(string ocmw) => new("2026-11", "nl", "Mag uw OCMW uw loonfiches lezen?",
    [
        $"{ocmw} vraagt u of het uw loonfiches mag lezen in uw eigen kluis op het internet. Wij lezen alleen de map \"loonfiches\". Andere mappen in uw kluis kunnen wij niet zien.",
        "Waarom vragen wij dit? U werkt en u krijgt ook leefloon. Elke maand rekenen wij uit hoeveel leefloon u krijgt. Daarvoor moeten wij weten wat u verdient. Als wij uw loonfiches zelf kunnen lezen, hoeft u ze niet meer te brengen.",
        $"Wie ziet uw loonfiches? Alleen de maatschappelijk werkers van {ocmw}. Zij bekijken de berekening en doen een voorstel. Daarna beslissen mensen, nooit een computer. U kunt zelf altijd zien wanneer wij in uw kluis hebben gekeken.",
        "Hoe lang? Tot u stopt. U kunt elke dag stoppen, op deze website. Vanaf dat moment lezen wij niets meer in uw kluis. Loonfiches die wij al gelezen hebben, blijven in uw dossier zolang de wet dat vraagt.",
        "U mag nee zeggen. Dan brengt u uw loonfiches op papier, zoals vroeger. Dat heeft geen nadeel voor u: uw leefloon wordt er niet lager of later door.",
        $"Uw toestemming dient alleen om uw kluis te openen. {ocmw} moet volgens de wet altijd nagaan wat u verdient (wet van 26 mei 2002 over het recht op maatschappelijke integratie). Dat is zo als u ja zegt, en ook als u nee zegt.",
    ]);
}
