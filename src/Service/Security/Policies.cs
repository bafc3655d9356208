namespace SolidLoonfiches.Service;

/// <summary>The one policy of the site: what <see cref="AccessTable"/> says of the route that was asked.</summary>
internal static class Policies
{
    public const string ByTable = "ByTable";

    public static void AddPolicies(this IServiceCollection services) => services.AddAuthorizationBuilder()
        .AddPolicy(ByTable, policy => policy.RequireAuthenticatedUser().RequireAssertion(asked =>
            asked.Resource is HttpContext http && http.GetEndpoint()?.Metadata.GetMetadata<Access>() is { } access && access.Allows(SignedIn.From(asked.User).Roles, http.Request)));
}
