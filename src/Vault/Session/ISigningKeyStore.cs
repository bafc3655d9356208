namespace SolidLoonfiches.Vault;

/// <summary>A key that signs our tokens. <see cref="Pkcs8"/> is the private key: at rest it is protected by the store.</summary>
/// <param name="Kid">RFC 7638 thumbprint of the key.</param>
/// <param name="Pkcs8">The private key, P-256.</param>
/// <param name="CreatedAt">When it was made; published from then on.</param>
/// <param name="SignsFrom">When it begins to sign.</param>
/// <param name="RetiredAt">When it stopped; null while it may sign.</param>
public sealed record SigningKeyRow(string Kid, byte[] Pkcs8, DateTimeOffset CreatedAt, DateTimeOffset SignsFrom, DateTimeOffset? RetiredAt)
{
    /// <summary>Never the key: it may end in a log.</summary>
    public override string ToString() => $"SigningKeyRow {Kid}";
}

/// <summary>Where signing keys are kept; implemented over the database.</summary>
public interface ISigningKeyStore
{
    /// <summary>All keys that were not removed, retired ones too.</summary>
    Task<IReadOnlyList<SigningKeyRow>> LoadAsync(CancellationToken cancellation);

    /// <summary>False where another node added one first; the caller loads again.</summary>
    Task<bool> TryAddAsync(SigningKeyRow key, CancellationToken cancellation);

    /// <summary>Notes when a key stopped signing. A key that was retired before keeps its time.</summary>
    Task RetireAsync(string kid, DateTimeOffset at, CancellationToken cancellation);
}
