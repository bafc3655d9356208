namespace SolidLoonfiches.Vault;

/// <summary>Makes a WebID and a vault for a person who has none. Here the process ends: who keeps vaults is another for every installation.</summary>
public interface IVaultMaker
{
    /// <summary>Makes them, or finds those that were made before.</summary>
    /// <param name="idToken">Of the person's sign-in, of a moment ago: it says to the keeper of vaults who they are. Used for this one request.</param>
    /// <param name="cancellation">Stops the requests.</param>
    Task<MadeVault> MakeAsync(string idToken, CancellationToken cancellation);
}

/// <summary>How making a vault ended.</summary>
public abstract record MadeVault
{
    private MadeVault() { }

    /// <param name="WebId">Of the person, from now on.</param>
    /// <param name="Login">How to sign in at the vault, where that is not the sign-in that the person has already.</param>
    public sealed record Made(Uri WebId, VaultLogin? Login) : MadeVault;

    /// <summary>Not made.</summary>
    /// <param name="Detail">For operators, in English; holds no personal data and no URL.</param>
    public sealed record Failed(string Detail) : MadeVault;
}

/// <summary>Shown to the person once and kept nowhere.</summary>
public sealed record VaultLogin(string Email, string Password)
{
    /// <summary>Never the password: it may end in a log.</summary>
    public override string ToString() => "VaultLogin";
}

/// <summary>Who makes vaults. Validated on start.</summary>
public sealed class VaultMakerOptions
{
    /// <summary><c>None</c> (the default: people bring their own), <c>Athumi</c>, or <c>SolidServer</c> (a Community Solid Server, for a stand).</summary>
    public string Kind { get; set; } = "None";

    /// <summary>Root of the platform or the server, such as <c>https://pod-platform.api.athumi.eu/</c>.</summary>
    public Uri? Url { get; set; }
}
