namespace SolidLoonfiches.Vault;

/// <summary>How a request to a vault ended. Closed: every caller looks at each.</summary>
public abstract record VaultAnswer<T>
{
    private protected VaultAnswer() { }

    /// <summary>As asked.</summary>
    public sealed record Ok(T Value) : VaultAnswer<T>;

    /// <summary>304: as we know it.</summary>
    public sealed record NotModified : VaultAnswer<T>;

    /// <summary>401: our token or proof was not accepted, or we could get none. Our fault, or a stale key cache: never a withdrawal.</summary>
    /// <param name="Detail">For operators, in English; holds no personal data and no URL.</param>
    public sealed record TokenRejected(string Detail) : VaultAnswer<T>;

    /// <summary>403: no grant, or it was taken back (or the container with its rules was removed).</summary>
    public sealed record NoGrant : VaultAnswer<T>;

    /// <summary>404 or 410: allowed to look, and nothing is there.</summary>
    public sealed record Absent : VaultAnswer<T>;

    /// <summary>412: a write that must not overwrite found something there.</summary>
    public sealed record AlreadyThere : VaultAnswer<T>;

    /// <summary>Anything else.</summary>
    /// <param name="Fault">What kind of break.</param>
    /// <param name="Detail">For operators, in English; holds no personal data and no URL.</param>
    public sealed record Broken(VaultFault Fault, string Detail) : VaultAnswer<T>;
}

/// <summary>What kind of break stood between us and a vault.</summary>
public enum VaultFault
{
    /// <summary>No connection: name not found, refused, reset before an answer, TLS refused.</summary>
    Unreachable,
    /// <summary>No whole answer within <see cref="VaultOptions.Timeout"/>.</summary>
    Timeout,
    /// <summary>5xx or 408.</summary>
    ServerError,
    /// <summary>429.</summary>
    TooManyRequests,
    /// <summary>Another type than text/turtle: often an HTML page of something that stands before the vault.</summary>
    WrongContentType,
    /// <summary>More bytes than <see cref="VaultOptions.MaxBodyBytes"/>.</summary>
    TooLarge,
    /// <summary>The body ended early, or there was no way to know whether it was whole.</summary>
    Truncated,
    /// <summary>Said to be text/turtle, but cannot be read as such.</summary>
    NotTurtle,
    /// <summary>3xx: never followed, since our proof is bound to the URL that was asked for.</summary>
    Redirect,
    /// <summary>The URL or the address behind it is not one that may be visited (the own network, a scheme without encryption, …).</summary>
    AddressRefused,
    /// <summary>An answer that the protocol does not foresee here.</summary>
    Unexpected,
}
