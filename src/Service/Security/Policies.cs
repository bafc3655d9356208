namespace SolidLoonfiches.Service;

/// <summary>Who may open which page.</summary>
internal static class Policies
{
    public const string Citizen = "Citizen";
    public const string SocialWorker = "SocialWorker";
    public const string Administrator = "Administrator";

    /// <summary>A social worker or an administrator.</summary>
    public const string OfOcmw = "OfOcmw";

    /// <summary>The policy of a page, by its path: a page added to a folder is closed to everybody else without anyone thinking of it. Null: open to all.</summary>
    /// <param name="page">As <c>/SocialWorker/Check</c>.</param>
    public static string? OfPage(string page) => page switch
    {
        "/SocialWorker/Runs" or "/SocialWorker/Month" => OfOcmw,
        "/SocialWorker/Settings" or "/SocialWorker/Sending" or "/SocialWorker/Software" or "/SocialWorker/Terms" or "/SocialWorker/Choices" => Administrator,
        _ when page.StartsWith("/SocialWorker/", StringComparison.Ordinal) => SocialWorker,
        _ when page.StartsWith("/Citizen/", StringComparison.Ordinal) => Citizen,
        _ => null,
    };

    public static void AddPolicies(this IServiceCollection services) => services.AddAuthorizationBuilder()
        .AddPolicy(Citizen, policy => policy.RequireRole(Citizen))
        .AddPolicy(SocialWorker, policy => policy.RequireRole(SocialWorker))
        .AddPolicy(Administrator, policy => policy.RequireRole(Administrator))
        .AddPolicy(OfOcmw, policy => policy.RequireRole(SocialWorker, Administrator));
}
