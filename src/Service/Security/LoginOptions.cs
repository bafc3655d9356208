namespace SolidLoonfiches.Service;

/// <summary>The OpenID provider at which people sign in: ACM/IDM in production. <c>Login:*</c>.</summary>
internal sealed class LoginOptions
{
    /// <summary>Issuer, such as <c>https://authenticatie.vlaanderen.be/op</c>.</summary>
    public Uri? Authority { get; set; }

    public string ClientId { get; set; } = "";

    public string ClientSecret { get; set; } = "";

    /// <summary>Scopes, separated by spaces.</summary>
    public string Scope { get; set; } = "openid profile rrn vo";

    /// <summary>How long a session lives without a request. Default half an hour.</summary>
    public TimeSpan SessionLifetime { get; set; } = TimeSpan.FromMinutes(30);

    public ClaimNames Claims { get; set; } = new();

    /// <exception cref="SettingsException">Not enough to sign anybody in.</exception>
    public static LoginOptions Read(IConfiguration configuration)
    {
        var options = configuration.GetSection("Login").Get<LoginOptions>() ?? new LoginOptions();
        if (options.Authority is not { IsAbsoluteUri: true } authority || !(authority.Scheme == Uri.UriSchemeHttps || authority is { Scheme: "http", Host: "localhost" }))
        {
            throw new SettingsException("Login:Authority", "is het adres van de OpenID-aanbieder (https; http mag alleen voor http://localhost)");
        }

        if (options.ClientId.Length == 0 || options.ClientSecret.Length == 0)
        {
            throw new SettingsException("Login:ClientId of Login:ClientSecret", "ontbreekt");
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

    public string SocialWorkerRole { get; set; } = "MaatschappelijkWerker";

    public string AdministratorRole { get; set; } = "Beheerder";
}
