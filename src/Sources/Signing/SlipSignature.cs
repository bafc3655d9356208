namespace SolidLoonfiches.Sources;

/// <summary>
/// Who wrote a slip, as far as that can be known. Closed. The citizen owns the vault and may edit what is in it; what each
/// end means for the calculation is the OCMW's policy, not decided here.
/// </summary>
public abstract record SlipSignature
{
    private SlipSignature(string code, string sentence, Uri? office = null, string? keyId = null) => (Code, Sentence, Office, KeyId) = (code, sentence, office, keyId);

    /// <summary>Stable: <c>signed</c>, <c>unsigned</c>, <c>altered</c>, <c>unknownSigner</c>, <c>keyWithdrawn</c>.</summary>
    public string Code { get; }

    /// <summary>For the social worker, in Dutch: what it is and what to do.</summary>
    public string Sentence { get; }

    /// <summary>WebID of who signed, by what the slip says; null where it names nobody.</summary>
    public Uri? Office { get; }

    /// <summary>Which key, by what the signature says; null where it names none.</summary>
    public string? KeyId { get; }

    /// <summary>It says word for word what an office that the OCMW trusts has signed, at this very place in the vault.</summary>
    /// <param name="Office">WebID of the payroll office.</param>
    /// <param name="KeyId">Which of its keys.</param>
    public sealed record Signed(Uri Office, string KeyId) : SlipSignature("signed",
        "De loonfiche is ondertekend door een sociaal secretariaat dat het OCMW vertrouwt, en is sindsdien niet gewijzigd.", Office, KeyId);

    /// <summary>There is no signature: it was never signed, or somebody took the signature away.</summary>
    public sealed record Unsigned() : SlipSignature("unsigned",
        "De loonfiche is niet ondertekend: iedereen die in de kluis mag schrijven kan ze gemaakt of gewijzigd hebben. Vergelijk ze met de papieren loonfiche of vraag de werkgever ernaar.");

    /// <summary>There is a signature, and it does not fit what the slip says or where the slip stands.</summary>
    public sealed record Altered() : SlipSignature("altered",
        "De handtekening past niet bij de loonfiche: de loonfiche is gewijzigd of verplaatst nadat ze ondertekend werd. Vraag de werkgever of het sociaal secretariaat om de oorspronkelijke loonfiche.");

    /// <summary>Signed by somebody whose key is not known, so that the signature says nothing.</summary>
    /// <param name="Why">What is not known.</param>
    /// <param name="Office">WebID of who says to have signed.</param>
    /// <param name="KeyId">Which key the signature names.</param>
    public sealed record UnknownSigner(UnknownSignerReason Why, Uri Office, string KeyId) : SlipSignature("unknownSigner", Why switch
    {
        UnknownSignerReason.KeysUnavailable => "De handtekening kan nu niet nagekeken worden: het sociaal secretariaat gaf zijn sleutels niet. Kijk de loonfiche later opnieuw na, of vergelijk ze met de papieren loonfiche.",
        UnknownSignerReason.NoSuchKey => "De loonfiche is ondertekend met een sleutel die het genoemde sociaal secretariaat niet kent. Vergelijk ze met de papieren loonfiche of vraag het sociaal secretariaat ernaar.",
        _ => "De loonfiche is ondertekend door iemand die het OCMW niet kent als sociaal secretariaat. Vergelijk ze met de papieren loonfiche, of meld het sociaal secretariaat aan de beheerder.",
    }, Office, KeyId);

    /// <summary>The signature fits, and the office has withdrawn the key (stolen, lost): anybody may have signed with it.</summary>
    /// <param name="Office">WebID of the payroll office.</param>
    /// <param name="KeyId">Which of its keys.</param>
    public sealed record KeyWithdrawn(Uri Office, string KeyId) : SlipSignature("keyWithdrawn",
        "De loonfiche is ondertekend met een sleutel die het sociaal secretariaat ingetrokken heeft. Vraag het sociaal secretariaat om de loonfiche opnieuw te ondertekenen.", Office, KeyId);
}

/// <summary>What is not known of a signer.</summary>
public enum UnknownSignerReason
{
    /// <summary>The WebID is not one of <see cref="SlipSignerOptions.Offices"/>. Its keys are not even asked for.</summary>
    NotTrusted,

    /// <summary>A trusted office whose key set has no key of this name.</summary>
    NoSuchKey,

    /// <summary>A trusted office whose key set could not be fetched and is not known from before. Another look may end otherwise.</summary>
    KeysUnavailable,
}

/// <summary>Whose signatures count.</summary>
public sealed class SlipSignerOptions
{
    /// <summary>WebIDs of the payroll offices that the OCMWs of this service trust. A citizen can make a WebID and sign with it: only these count.</summary>
    public IList<Uri> Offices { get; } = [];
}
