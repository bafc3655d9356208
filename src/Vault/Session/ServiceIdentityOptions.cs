namespace SolidLoonfiches.Vault;

/// <summary>Identity of the service. Validated on start.</summary>
public sealed class ServiceIdentityOptions
{
    /// <summary>Root URL of the service as vaults reach it, such as <c>https://loonfiches.example/</c>. Must not change: grants in vaults name it.</summary>
    public Uri? BaseUrl { get; set; }

    /// <summary>What the citizen's vault calls us on its consent page.</summary>
    public string ClientName { get; set; } = "SolidLoonfiches";

    /// <summary>Age at which a signing key is followed by the next; from one hour. Default 30 days.</summary>
    public TimeSpan RotateKeyAfter { get; set; } = TimeSpan.FromDays(30);

    /// <summary>
    /// Gives each consent a WebID of its own, taken offline when the consent ends: vaults then refuse it, whatever rule is
    /// left there (Community Solid Server: within two minutes). A vault looks one more document up for it. Default yes.
    /// </summary>
    public bool PerConsent { get; set; } = true;

    /// <summary>Client credentials at a foreign issuer instead of the self-hosted identity, where filled in.</summary>
    public ForeignIdentityOptions? Foreign { get; set; }
}

/// <summary>An identity that others host for us.</summary>
public sealed class ForeignIdentityOptions
{
    /// <summary>The WebID that was given to the service.</summary>
    public Uri? WebId { get; set; }

    /// <summary>Its issuer, exactly as the issuer writes it: a slash at the end counts.</summary>
    public Uri? Issuer { get; set; }

    /// <summary>Client id.</summary>
    public string ClientId { get; set; } = "";

    /// <summary>Client secret.</summary>
    public string ClientSecret { get; set; } = "";
}
