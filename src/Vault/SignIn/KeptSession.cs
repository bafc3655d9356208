namespace SolidLoonfiches.Vault;

/// <summary>
/// A citizen's session at their vault while it waits between two of their own pages; can be written as JSON. Holds secrets:
/// only ever in a protected cookie of ten minutes or so, with the citizen alone and never with us.
/// </summary>
/// <param name="WebId">Whose session.</param>
/// <param name="AccessToken">Bound to the key.</param>
/// <param name="DPoPKeyPkcs8">The private key that the token is bound to.</param>
/// <param name="Until">When it is over, as the session itself has it: keeping it makes it no longer.</param>
public sealed record KeptSession(Uri WebId, string AccessToken, byte[] DPoPKeyPkcs8, DateTimeOffset Until)
{
    /// <param name="session">As <see cref="VaultSignInAnswer.SignedIn"/> gave it.</param>
    /// <exception cref="ArgumentException">Not a citizen's session.</exception>
    public static KeptSession Of(VaultSession session) =>
        session is CitizenSession own ? own.Keep() : throw new ArgumentException("Only a citizen's own session is kept, and with them.", nameof(session));

    /// <summary>The session again, to be disposed as the first.</summary>
    /// <exception cref="System.Security.Cryptography.CryptographicException">What was kept holds no key.</exception>
    public VaultSession Resume(TimeProvider clock) => new CitizenSession(WebId, new(AccessToken, DPoPKey.FromPkcs8(DPoPKeyPkcs8, clock)), Until, clock);

    /// <summary>Never what it holds: it may end in a log.</summary>
    public override string ToString() => "KeptSession";
}
