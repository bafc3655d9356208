using SolidLoonfiches.Dossiers;

namespace SolidLoonfiches.Service;

/// <summary>Who wrote a payslip, and what an OCMW does with that, in Dutch words.</summary>
internal static class SignatureWords
{
    /// <summary>What an OCMW may choose for a slip that is not signed.</summary>
    public static IReadOnlyList<(SignatureUse Value, string Words)> Uses { get; } =
    [
        (SignatureUse.Use, "Telt mee"),
        (SignatureUse.UseAndTell, "Telt mee, en de controle vermeldt het"),
        (SignatureUse.KeepOut, "Telt niet mee"),
    ];

    /// <summary>What it may choose where something is wrong with the signature: never to use it silently.</summary>
    public static IReadOnlyList<(SignatureUse Value, string Words)> UsesNeverSilently { get; } = [.. Uses.Where(use => use.Value != SignatureUse.Use)];

    /// <summary>For a list to choose from: by name, which stays the same where the order of the choices does not.</summary>
    public static IReadOnlyList<(string Value, string Words)> Choices(IReadOnlyList<(SignatureUse Value, string Words)> uses) => [.. uses.Select(use => (use.Value.ToString(), use.Words))];

    public static string State(string code) => code switch
    {
        "signed" => "Ondertekend",
        "unsigned" => "Niet ondertekend",
        "altered" => "Gewijzigd na ondertekening",
        "unknownSigner" => "Ondertekenaar niet gekend",
        "keyWithdrawn" => "Sleutel ingetrokken",
        _ => throw new ArgumentOutOfRangeException(nameof(code)),
    };

    /// <summary>Which of the tag's colours.</summary>
    public static string Tone(string code) => code switch
    {
        "signed" => "ok",
        "unsigned" => "",
        _ => "wrong",
    };
}
