namespace SolidLoonfiches.Vault;

/// <summary>
/// For vaults that speak Inrupt's access grants (Digitaal Vlaanderen's and Athumi's): who may issue them, who changes them
/// for tokens, and who we are there. Tokens go to these addresses and to no others, whatever a vault says.
/// </summary>
public sealed class AccessRequestOptions
{
    /// <summary>Issuers of access requests and grants, such as <c>https://vc.example/</c>. One at least.</summary>
    public IList<Uri> CredentialIssuers { get; } = [];

    /// <summary>Authorization servers of the vaults (UMA 2.0), such as <c>https://uma.example/</c>. One at least.</summary>
    public IList<Uri> AuthorizationServers { get; } = [];

    /// <summary>The page at which a citizen answers a request.</summary>
    public Uri? AnswerPage { get; set; }

    /// <summary>Our WebID at those vaults, and the client credentials that go with it.</summary>
    public ForeignIdentityOptions Identity { get; set; } = new();

    /// <summary>IRI of the purpose that the citizen sees.</summary>
    public Uri? Purpose { get; set; }
}
