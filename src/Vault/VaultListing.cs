namespace SolidLoonfiches.Vault;

/// <summary>One member of a container, as its listing shows it.</summary>
/// <param name="Url">Always on the container's own server.</param>
/// <param name="Modified"><c>dc:modified</c>, to the millisecond on CSS; null where the listing has none.</param>
/// <param name="Bytes"><c>posix:size</c>; null where the listing has none.</param>
/// <param name="IsContainer">A container inside the container: holds no document itself.</param>
public sealed record VaultMember(Uri Url, DateTimeOffset? Modified, long? Bytes, bool IsContainer);

/// <summary>What a container holds, direct members only, in order of URL.</summary>
public sealed record VaultListing(IReadOnlyList<VaultMember> Members)
{
    /// <summary>Of the listing's bytes, lower-case hex. They hold the name, time and size of every member: the same bytes are the same state.</summary>
    public string Sha256 { get; init; } = "";

    /// <summary>On the clock of the vault's server, which also wrote the members' times; whole seconds, null where it did not say.</summary>
    public DateTimeOffset? AnsweredAt { get; init; }
}

/// <summary>A document in a vault.</summary>
/// <param name="Url">As it was asked for.</param>
/// <param name="Body">Bytes of type text/turtle; not checked to be good Turtle.</param>
/// <param name="ETag">As given, quotes and all; null where none was.</param>
/// <param name="Modified"><c>Last-Modified</c>, whole seconds; null where none was.</param>
public sealed record VaultDocument(Uri Url, ReadOnlyMemory<byte> Body, string? ETag, DateTimeOffset? Modified);
