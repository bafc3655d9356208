namespace SolidLoonfiches.Dossiers;

/// <summary>A signing key of the service; the private key is protected by data protection.</summary>
public sealed class SigningKeyRecord
{
    public required string Kid { get; init; }

    /// <summary>1, 2, 3, …: unique, so that of two nodes that make a key at the same moment one loses.</summary>
    public required int Generation { get; init; }

    public required byte[] ProtectedPkcs8 { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset SignsFrom { get; init; }

    public DateTimeOffset? RetiredAt { get; set; }
}
