using SolidLoonfiches.Sources;

namespace SolidLoonfiches.Dossiers;

/// <summary>Who wrote a slip, as far as that was known when it was last looked at.</summary>
/// <param name="Code">As <see cref="SlipSignature.Code"/> has it.</param>
/// <param name="Office">WebID of who signed, where the signature names one.</param>
/// <param name="KeyId">Which key.</param>
/// <param name="Sentence">What it is and what to do, as it was told.</param>
/// <param name="VerifiedAt">When it was held against the keys.</param>
public sealed record SeenSignature(string Code, string? Office, string? KeyId, string Sentence, DateTimeOffset VerifiedAt)
{
    internal static SeenSignature? Of(FoundSlip found, DateTimeOffset now) =>
        ((found as FoundSlip.Usable)?.Signature ?? (found as FoundSlip.KeptOut)?.Signature) is { } signature
            ? new SeenSignature(signature.Code, signature.Office?.AbsoluteUri, signature.KeyId, signature.Sentence, now)
            : null;

    /// <summary>
    /// What the source is told of a slip that is known. One whose signer was not known may have become known, and one that was
    /// read before signatures were looked at is looked at now; one that was signed holds as long as its key does; one that was
    /// kept out is judged anew, unless it is somebody else's.
    /// </summary>
    internal static KnownSlip Known(Slip slip) => new(new Uri(slip.Url), slip.Modified, slip.ETag, slip.Sha256)
    {
        LookAgain = slip.Loonfiche is null ? !slip.IsOfSomebodyElse() : slip.Signature?.Code is null or "unknownSigner",
        SignedBy = slip.Signature is { Code: "signed", Office: { } office, KeyId: { } key } ? new KnownSigner(new Uri(office), key) : null,
    };
}
