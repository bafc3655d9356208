namespace SolidLoonfiches.Service;

/// <summary>The OpenID provider at which people sign in: ACM/IDM in production. <c>Login:*</c>.</summary>
internal sealed class LoginOptions
{
    /// <summary>Issuer, such as <c>https://authenticatie.vlaanderen.be/op</c>.</summary>
    public Uri? Authority { get; set; }

    public string ClientId { get; set; } = "";

    public string ClientSecret { get; set; } = "";

    /// <summary>File with the private key (PEM, EC P-256 or RSA) by which we say who we are instead of a secret: <c>private_key_jwt</c> (OpenID Connect Core 1.0 §9).</summary>
    public string PrivateKeyFile { get; set; } = "";

    /// <summary>Under which id the provider has the public half.</summary>
    public string KeyId { get; set; } = "";

    /// <summary>Ways of signing in of which one must have been used, as the provider names them in <c>acr</c>; they are asked for too. None: whatever the provider accepts.</summary>
    public IList<string> Assurance { get; } = [];

    /// <summary>Scopes, separated by spaces.</summary>
    public string Scope { get; set; } = "openid profile rrn vo";

    /// <summary>How long a session lives without a request. Default half an hour.</summary>
    public TimeSpan SessionLifetime { get; set; } = TimeSpan.FromMinutes(30);

    /// <summary>How long a session lives at most, used or not: a role that was taken away at the provider ends with it. Default eight hours, a day at the desk.</summary>
    public TimeSpan SessionLongest { get; set; } = TimeSpan.FromHours(8);

    public ClaimNames Claims { get; set; } = new();

    /// <exception cref="SettingsException">Not enough to sign anybody in.</exception>
    public static LoginOptions Read(IConfiguration configuration)
    {
        var options = configuration.GetSection("Login").Get<LoginOptions>() ?? new LoginOptions();
        if (options.Authority is not { IsAbsoluteUri: true } authority || !(authority.Scheme == Uri.UriSchemeHttps || authority is { Scheme: "http", Host: "localhost" }))
        {
            throw new SettingsException("Login:Authority", "is het adres van de OpenID-aanbieder (https; http mag alleen voor http://localhost)");
        }

        if (options.ClientId.Length == 0 || (options.ClientSecret.Length == 0 && options.PrivateKeyFile.Length == 0))
        {
            throw new SettingsException("Login:ClientId, of Login:ClientSecret of Login:PrivateKeyFile,", "ontbreekt");
        }

        if (options.SessionLifetime <= TimeSpan.Zero || options.SessionLongest < options.SessionLifetime)
        {
            throw new SettingsException("Login:SessionLongest", "is minstens zo lang als Login:SessionLifetime, en dat is meer dan nul");
        }

        return options;
    }
}

/// <summary>Names of claims and roles, as the client was registered at ACM/IDM: they differ per application.</summary>
internal sealed class ClaimNames
{
    public string Subject { get; set; } = "sub";

    /// <summary>The person's INSZ.</summary>
    public string Insz { get; set; } = "rrn";

    public string Name { get; set; } = "name";

    public string GivenName { get; set; } = "given_name";

    public string FamilyName { get; set; } = "family_name";

    public string Email { get; set; } = "email";

    /// <summary>A civil servant's address of work; it goes before <see cref="Email"/>.</summary>
    public string WorkEmail { get; set; } = "vo_email";

    /// <summary>KBO number of the local authority for which the person acts.</summary>
    public string Organisation { get; set; } = "vo_orgcode";

    /// <summary>Array of <c>Role:ORGCODE</c>. IDM spells some <c>_3D</c> and others <c>_3d</c>.</summary>
    public string Roles { get; set; } = "loonfiches_rol_3d";

    public string WebId { get; set; } = "webid";

    /// <summary>How the person signed in.</summary>
    public string Assurance { get; set; } = "acr";

    public string SocialWorkerRole { get; set; } = "MaatschappelijkWerker";

    public string HeadRole { get; set; } = "Diensthoofd";

    public string AdministratorRole { get; set; } = "Beheerder";

    public string AuditorRole { get; set; } = "Auditor";

    public string DataProtectionOfficerRole { get; set; } = "FunctionarisGegevensbescherming";

    /// <summary>As the provider calls a role of the staff.</summary>
    public string NameOf(Service.Roles role) => role switch
    {
        Service.Roles.SocialWorker => SocialWorkerRole,
        Service.Roles.Head => HeadRole,
        Service.Roles.Administrator => AdministratorRole,
        Service.Roles.Auditor => AuditorRole,
        Service.Roles.DataProtectionOfficer => DataProtectionOfficerRole,
        _ => throw new ArgumentOutOfRangeException(nameof(role)),
    };
}
