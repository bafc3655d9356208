using Microsoft.Extensions.Options;

namespace SolidLoonfiches.Sources;

/// <summary>Holds what a slip claims against the keys of the offices that are trusted.</summary>
internal sealed class SlipSignatures(OfficeKeys keys, IOptions<SlipSignerOptions> options)
{
    private readonly HashSet<string> _trusted = options.Value.Offices.Select(office => office.AbsoluteUri).ToHashSet(StringComparer.Ordinal);

    /// <param name="claim">Null where the document has no signature.</param>
    /// <param name="cancellation">Stops the asking for keys.</param>
    public async ValueTask<SlipSignature> CheckAsync(SignatureClaim? claim, CancellationToken cancellation)
    {
        if (claim is null)
        {
            return new SlipSignature.Unsigned();
        }

        if (claim is not { Jws: { } jws, Office: { } office })
        {
            return new SlipSignature.Altered();
        }

        if (!_trusted.Contains(office.AbsoluteUri))
        {
            return new SlipSignature.UnknownSigner(UnknownSignerReason.NotTrusted, office, jws.KeyId);
        }

        if (await keys.OfAsync(office, jws.KeyId, cancellation) is not { } set)
        {
            return new SlipSignature.UnknownSigner(UnknownSignerReason.KeysUnavailable, office, jws.KeyId);
        }

        return !set.TryGetValue(jws.KeyId, out var key) ? new SlipSignature.UnknownSigner(UnknownSignerReason.NoSuchKey, office, jws.KeyId)
            : !key.Verifies(claim) ? new SlipSignature.Altered()
            : key.Withdrawn ? new SlipSignature.KeyWithdrawn(office, jws.KeyId)
            : new SlipSignature.Signed(office, jws.KeyId);
    }

    /// <summary>Whether what was signed with this key before still counts as signed. Where the keys cannot be had now, it does: it was verified.</summary>
    public async ValueTask<bool> StillHoldsAsync(KnownSigner signer, CancellationToken cancellation) =>
        _trusted.Contains(signer.Office.AbsoluteUri)
        && (await keys.OfAsync(signer.Office, signer.KeyId, cancellation) is not { } set || set.GetValueOrDefault(signer.KeyId) is { Withdrawn: false });
}
