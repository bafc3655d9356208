using SolidLoonfiches.Vault;

namespace SolidLoonfiches.Sources;

/// <summary>What a vault's refusals and breaks mean for a social worker.</summary>
internal static class VaultSentences
{
    private const string NextTime = " Wij proberen het bij de volgende controle opnieuw.";

    /// <summary>401 is our own fault or a stale key at the server, never a withdrawal.</summary>
    public static readonly SourceAnswer.Unreachable TokenRejected = new("tokenRejected",
        "De kluis aanvaardt onze aanmelding niet. Dit ligt aan ons en niet aan de persoon: de toestemming blijft gelden. Meld het aan de beheerder als het morgen nog zo is.");

    public static readonly SourceAnswer.Unreachable ContainerAbsent = new("containerAbsent",
        "De map met loonfiches staat niet meer in de kluis. Vraag de persoon of de map verplaatst of verwijderd is, en laat zo nodig opnieuw toestemming geven.");

    public static SourceAnswer.Unreachable Unreachable(VaultFault fault) => new(Code(fault), Sentence(fault) + " Er is nu niets bekend over nieuwe loonfiches." + NextTime);

    public static FoundSlip.NotFetched NotFetched(Uri url, VaultFault fault) => new(url, null, Code(fault), Sentence(fault) + " Deze loonfiche is daardoor niet gelezen." + NextTime);

    /// <summary>The container may be read and this document may not.</summary>
    public static FoundSlip.NotFetched NotAllowed(Uri url) => new(url, null, "notAllowed",
        "Eén document in de map met loonfiches mag door ons niet gelezen worden: het heeft een eigen slot. Vraag de persoon om het vrij te geven of de loonfiche op papier te bezorgen.");

    /// <summary>After several breaks in a row, or when the time for one vault is up, the rest of the slips is left for the next time.</summary>
    public static FoundSlip.NotFetched NotTried(Uri url) => new(url, null, Code(VaultFault.Unreachable),
        "De kluis antwoordde niet of te traag. Deze loonfiche is daardoor niet gelezen." + NextTime);

    /// <summary>The problem where the fault says that the document itself is no payslip; null where another try may succeed.</summary>
    public static SlipProblem? CannotBeAPayslip(VaultFault fault) => fault switch
    {
        VaultFault.TooLarge => SlipSentences.TooLarge,
        VaultFault.WrongContentType => SlipSentences.WrongContentType,
        VaultFault.NotTurtle => SlipSentences.NotTurtleAtAll,
        _ => null,
    };

    /// <summary>The codes of <see cref="SourceAnswer.Unreachable"/>.</summary>
    private static string Code(VaultFault fault) => fault switch
    {
        VaultFault.Unreachable => "unreachable",
        VaultFault.Timeout => "timeout",
        VaultFault.TooManyRequests => "tooManyRequests",
        VaultFault.WrongContentType or VaultFault.NotTurtle => "notTurtle",
        VaultFault.TooLarge => "tooLarge",
        VaultFault.Truncated => "truncated",
        VaultFault.Redirect => "redirect",
        VaultFault.AddressRefused => "addressRefused",
        _ => "serverError",
    };

    private static string Sentence(VaultFault fault) => fault switch
    {
        VaultFault.Unreachable => "De kluis was niet te bereiken.",
        VaultFault.Timeout => "De kluis antwoordde niet op tijd.",
        VaultFault.TooManyRequests => "De kluis kreeg te veel vragen tegelijk.",
        VaultFault.WrongContentType or VaultFault.NotTurtle => "De kluis gaf een antwoord dat wij niet kunnen lezen.",
        VaultFault.TooLarge => "De kluis gaf een antwoord dat veel te groot is.",
        VaultFault.Truncated => "De kluis brak zijn antwoord halverwege af.",
        VaultFault.Redirect => "De kluis verwijst naar een ander adres. Is de kluis verhuisd, dan moet de persoon opnieuw toestemming geven.",
        VaultFault.AddressRefused => "De kluis heeft een adres dat wij om veiligheid niet bezoeken. Meld dit aan de beheerder.",
        _ => "De kluis meldde een storing.",
    };
}
