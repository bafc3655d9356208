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
            return new SlipSignature.UnknownSigner(UnknownSignerReason.NotTrusted);
        }

        if (await keys.OfAsync(office, jws.KeyId, cancellation) is not { } set)
        {
            return new SlipSignature.UnknownSigner(UnknownSignerReason.KeysUnavailable);
        }

        return !set.TryGetValue(jws.KeyId, out var key) ? new SlipSignature.UnknownSigner(UnknownSignerReason.NoSuchKey)
            : !key.Verifies(claim) ? new SlipSignature.Altered()
            : key.Withdrawn ? new SlipSignature.KeyWithdrawn(office, jws.KeyId)
            : new SlipSignature.Signed(office, jws.KeyId);
    }
}
