namespace SolidLoonfiches.AcmIdm;

/// <param name="Issuer">Root URL of this provider, on loopback.</param>
/// <param name="Site">Root URL of the one site that may sign people in here.</param>
/// <param name="ClientId">How the site names itself.</param>
/// <param name="ClientSecret">Its secret.</param>
/// <param name="Personas">Who can be picked.</param>
internal sealed record ProviderSettings(Uri Issuer, Uri Site, string ClientId, string ClientSecret, IReadOnlyList<Persona> Personas)
{
    /// <exception cref="InvalidOperationException">A setting is missing, or would open the provider to more than this machine.</exception>
    public static ProviderSettings Read(IConfiguration configuration)
    {
        var issuer = new Uri(Needed(configuration, "issuer"));
        if (!issuer.IsLoopback)
        {
            throw new InvalidOperationException("This provider signs anybody in as anybody: it only runs on loopback.");
        }

        return new(issuer, new Uri(Needed(configuration, "site")), Needed(configuration, "clientId"), Needed(configuration, "clientSecret"), Persona.ReadAll(Needed(configuration, "personas")));
    }

    private static string Needed(IConfiguration configuration, string key) =>
        configuration[key] is { Length: > 0 } value ? value : throw new InvalidOperationException($"The setting '{key}' is missing: give --{key}.");
}
