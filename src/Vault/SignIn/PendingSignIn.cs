namespace SolidLoonfiches.Vault;

/// <summary>
/// What must be kept, protected, between sending the citizen to their vault and their return; can be written as JSON.
/// Holds secrets: only ever in a protected cookie of ten minutes or so.
/// </summary>
/// <param name="Issuer">As the provider writes itself: compared as a string.</param>
/// <param name="WebId">Who is to come back.</param>
/// <param name="State">Ties the return to the start.</param>
/// <param name="Nonce">Ties the ID token to the start.</param>
/// <param name="CodeVerifier">RFC 7636.</param>
/// <param name="DPoPKeyPkcs8">The private key that the token is to be bound to.</param>
/// <param name="RedirectUri">Where the citizen comes back.</param>
public sealed record PendingSignIn(Uri Issuer, Uri WebId, string State, string Nonce, string CodeVerifier, byte[] DPoPKeyPkcs8, Uri RedirectUri)
{
    /// <summary>Never what it holds: it may end in a log.</summary>
    public override string ToString() => "PendingSignIn";
}

/// <summary>How a sign-in at a vault ended.</summary>
public abstract record VaultSignInAnswer
{
    private VaultSignInAnswer() { }

    /// <summary>The citizen's own session: short, and not renewed. Dispose it when the grant is made.</summary>
    public sealed record SignedIn(VaultSession Session) : VaultSignInAnswer;

    /// <summary>The citizen said no at their vault.</summary>
    public sealed record Cancelled : VaultSignInAnswer;

    /// <summary>Signed in as somebody else than the WebID that was asked for.</summary>
    public sealed record OtherPerson : VaultSignInAnswer;

    /// <summary>Anything else; nothing that came back is to be trusted.</summary>
    /// <param name="Detail">For operators, in English; holds no personal data, no secret and no URL.</param>
    public sealed record Failed(string Detail) : VaultSignInAnswer;
}
