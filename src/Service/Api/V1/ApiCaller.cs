using System.Security.Claims;
using OpenIddict.Abstractions;
using SolidLoonfiches.Dossiers;

namespace SolidLoonfiches.Service;

/// <summary>The software that asks, and the OCMW that it is of: all that it can see is that OCMW's.</summary>
internal sealed record ApiCaller(Guid ClientId, string OcmwKbo)
{
    private const string OcmwClaim = "ocmw";

    /// <summary>As whom it acts in the records.</summary>
    public Staff AsStaff => new(ApiClient.StaffId(ClientId), OcmwKbo, "", null);

    /// <summary>What its token says of it.</summary>
    public static ClaimsIdentity Identity(ApiClient client, string scheme)
    {
        var identity = new ClaimsIdentity(scheme, OpenIddictConstants.Claims.Name, OpenIddictConstants.Claims.Role);
        identity.SetClaim(OpenIddictConstants.Claims.Subject, client.Id.ToString("D")).SetClaim(OcmwClaim, client.OcmwKbo);
        return identity;
    }

    public static ApiCaller Of(HttpContext http) =>
        Guid.TryParse(http.User.FindFirstValue(OpenIddictConstants.Claims.Subject), out var id) && http.User.FindFirstValue(OcmwClaim) is { } ocmw
            ? new(id, ocmw)
            : throw new InvalidOperationException("The API's policies let somebody in who is no software of an OCMW.");

    /// <summary>For the parameters of routes.</summary>
    public static ValueTask<ApiCaller?> BindAsync(HttpContext http) => ValueTask.FromResult<ApiCaller?>(Of(http));

    /// <summary>Software that was removed is out at once, whatever its token says.</summary>
    public static async ValueTask<object?> StillRegisteredAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        if (await http.RequestServices.GetRequiredService<SoftwareAccess>().FindAsync(Of(http).ClientId, http.RequestAborted) is null)
        {
            http.Response.Headers.WWWAuthenticate = "Bearer error=\"invalid_token\"";
            return new ApiProblem(ApiProblems.Unauthenticated);
        }

        return await next(context);
    }
}
