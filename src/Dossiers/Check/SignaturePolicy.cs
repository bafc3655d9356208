using SolidLoonfiches.Sources;

namespace SolidLoonfiches.Dossiers;

/// <summary>What an OCMW does with a slip, by who wrote it.</summary>
public enum SignatureUse
{
    /// <summary>It counts; the state stands on the slip.</summary>
    Use,

    /// <summary>It counts, and the check says that somebody should look at it.</summary>
    UseAndTell,

    /// <summary>It does not count, and the check says why.</summary>
    KeepOut,
}

/// <summary>What the states of a signature mean for the calculation: the OCMW's choice.</summary>
/// <remarks>
/// It is looked at when a slip is read, or read again because its state changed: another choice does not undo months that
/// were calculated. A slip that is signed always counts. What is altered, of an unknown signer or signed with a withdrawn key
/// never counts silently, whatever was chosen.
/// </remarks>
/// <param name="Unsigned">No signature.</param>
/// <param name="Altered">A signature that does not fit.</param>
/// <param name="UnknownSigner">Signed by somebody whose key is not known.</param>
/// <param name="KeyWithdrawn">It fits, and the key is withdrawn.</param>
public sealed record SignaturePolicy(SignatureUse Unsigned, SignatureUse Altered, SignatureUse UnknownSigner, SignatureUse KeyWithdrawn)
{
    /// <summary>
    /// Unsigned slips count, as no payroll office has to sign today; what was changed after it was signed, or signed with a key
    /// that anybody may hold, does not until somebody has looked at it.
    /// </summary>
    public static SignaturePolicy Default { get; } = new(SignatureUse.Use, SignatureUse.KeepOut, SignatureUse.UseAndTell, SignatureUse.KeepOut);

    /// <param name="code">Of a <see cref="SlipSignature"/>.</param>
    public SignatureUse Of(string code) => code switch
    {
        "signed" => SignatureUse.Use,
        "unsigned" => Unsigned,
        "altered" => NeverSilently(Altered),
        "unknownSigner" => NeverSilently(UnknownSigner),
        "keyWithdrawn" => NeverSilently(KeyWithdrawn),
        _ => throw new ArgumentOutOfRangeException(nameof(code)),
    };

    /// <summary>The documents as they come to the calculation: what is not to be used is kept out, with the reason.</summary>
    internal SourceAnswer.Read Apply(SourceAnswer.Read answer) => answer with { Slips = [.. answer.Slips.Select(Apply)] };

    private FoundSlip Apply(FoundSlip found) => found is FoundSlip.Usable slip && Of(slip.Signature.Code) == SignatureUse.KeepOut
        ? new FoundSlip.KeptOut(slip.Url, slip.ETag, slip.Modified, slip.Sha256, [SignatureFindings.KeptOut(slip.Signature)], slip.Loonfiche.PeriodFrom, slip.Loonfiche.PeriodTo) { Signature = slip.Signature }
        : found;

    private static SignatureUse NeverSilently(SignatureUse use) => use == SignatureUse.Use ? SignatureUse.UseAndTell : use;
}
