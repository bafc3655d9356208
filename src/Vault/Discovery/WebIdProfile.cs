namespace SolidLoonfiches.Vault;

/// <summary>What a WebID document says.</summary>
/// <param name="WebId">As it was asked for.</param>
/// <param name="Issuers">Identity providers that may speak for it (<c>solid:oidcIssuer</c>); at least one.</param>
/// <param name="Storages">Storages it names (<c>pim:storage</c>); often none.</param>
public sealed record WebIdProfile(Uri WebId, IReadOnlyList<Uri> Issuers, IReadOnlyList<Uri> Storages)
{
    /// <summary>Documents that say where the person keeps which kind of thing (<c>solid:publicTypeIndex</c>, <c>solid:privateTypeIndex</c>); often none.</summary>
    public IReadOnlyList<Uri> TypeIndexes { get; init; } = [];

    /// <summary>Where the private one may be named instead (<c>pim:preferencesFile</c>).</summary>
    public IReadOnlyList<Uri> Preferences { get; init; } = [];

    /// <summary>Never the WebID: it may end in a log.</summary>
    public override string ToString() => $"WebIdProfile with {Issuers.Count} issuers, {Storages.Count} storages";
}

/// <summary>How reading a WebID ended.</summary>
public abstract record WebIdAnswer
{
    private WebIdAnswer() { }

    /// <summary>It is one.</summary>
    public sealed record Found(WebIdProfile Profile) : WebIdAnswer;

    /// <summary>Not an https URL (or http to localhost on a stand).</summary>
    public sealed record NotAUrl : WebIdAnswer;

    /// <summary>No document that can be read is there.</summary>
    /// <param name="Fault">What kind of break; <see cref="VaultFault.Unexpected"/> where the server gave an answer such as 404.</param>
    /// <param name="Detail">For operators, in English; holds no personal data and no URL.</param>
    public sealed record NotResolved(VaultFault Fault, string Detail) : WebIdAnswer;

    /// <summary>The document names no identity provider: nobody can sign in with it.</summary>
    public sealed record NoIssuer : WebIdAnswer;
}
