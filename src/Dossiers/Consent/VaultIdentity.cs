namespace SolidLoonfiches.Dossiers;

/// <summary>A WebID that the service uses for one consent, and for how long its document is there for vaults to read.</summary>
public sealed class VaultIdentity
{
    /// <summary>Part of the WebID. Made by chance: it says nothing of the person, and cannot be guessed.</summary>
    public required string Key { get; init; }

    /// <summary>From this moment on the document is not served any more; null: until somebody ends it.</summary>
    public DateTimeOffset? OfflineFrom { get; set; }
}
