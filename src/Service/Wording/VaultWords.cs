using SolidLoonfiches.Vault;

namespace SolidLoonfiches.Service;

/// <summary>What is wrong with a vault, in the citizen's words.</summary>
internal static class VaultWords
{
    /// <summary>Why the address that the citizen gave is not that of a vault, and what to do.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Nothing is wrong.</exception>
    public static string Problem(WebIdAnswer answer) => answer switch
    {
        WebIdAnswer.NotAUrl => "Dit is geen adres van een kluis. Zo'n adres begint met https://. U vindt het in uw kluis, bij uw gegevens.",
        WebIdAnswer.NoIssuer => "Op dit adres staat niet waar u zich kunt aanmelden. Is het wel het adres van uw kluis? Vraag het aan wie uw kluis beheert.",
        WebIdAnswer.NotResolved broken => Problem(broken.Fault),
        _ => throw new ArgumentOutOfRangeException(nameof(answer)),
    };

    private static string Problem(VaultFault fault) => fault switch
    {
        VaultFault.Unreachable => "We vinden niets op dit adres. Kijk na of u het juist schreef.",
        VaultFault.AddressRefused => "Dit adres kunnen we niet gebruiken. Een kluis staat op het internet, en haar adres begint met https://.",
        VaultFault.Timeout or VaultFault.ServerError or VaultFault.TooManyRequests => "De kluis antwoordt nu niet. Probeer het straks opnieuw.",
        _ => "Op dit adres staat iets anders dan een kluis. Kijk na of u het juist schreef.",
    };
}
