using SolidLoonfiches.Loonfiches;
using SolidLoonfiches.Sources;

namespace SolidLoonfiches.Dossiers;

/// <summary>What a check says of who wrote a slip.</summary>
internal static class SignatureFindings
{
    /// <summary>Of a slip that counts: nothing, or that somebody should look at it.</summary>
    public static IEnumerable<Finding> Of(Slip slip, SignaturePolicy policy)
    {
        if (slip is { Loonfiche: { } fiche, Signature: { } signature } && policy.Of(signature.Code) != SignatureUse.Use)
        {
            var sentence = $"{signature.Sentence} Het gaat om de loonfiche van {CheckSentences.Employer(slip)} van {DutchDates.Words(fiche.PeriodFrom)} tot {DutchDates.Words(fiche.PeriodTo)}. Ze telt mee.";
            yield return signature.Code switch
            {
                "unsigned" => new Finding("slipUnsigned", sentence, slip.Url),
                "altered" => new Finding("slipAltered", sentence, slip.Url),
                "unknownSigner" => new Finding("slipUnknownSigner", sentence, slip.Url),
                _ => new Finding("slipKeyWithdrawn", sentence, slip.Url),
            };
        }
    }

    /// <summary>A check that rests on the same slips is another one where something else is to be said of who wrote them.</summary>
    public static IEnumerable<string> ForFingerprint(IEnumerable<Finding> findings) =>
        findings.Where(finding => finding.Code is "slipUnsigned" or "slipAltered" or "slipUnknownSigner" or "slipKeyWithdrawn").Select(finding => $"{finding.Code} {finding.SlipUrl}");

    public static SlipProblem KeptOut(SlipSignature signature) =>
        new("signature:" + signature.Code, signature.Sentence + " De loonfiche telt niet mee: zo koos uw OCMW het in de instellingen.");
}
