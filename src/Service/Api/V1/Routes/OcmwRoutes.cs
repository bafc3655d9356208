using Microsoft.EntityFrameworkCore;
using SolidLoonfiches.Dossiers;

namespace SolidLoonfiches.Service;

internal static class OcmwRoutes
{
    /// <summary>The source of the events.</summary>
    public static void MapOcmw(this RouteGroupBuilder api) => api.MapGet("/ocmw/{kbo}", async (string kbo, ApiCaller caller, DossierDb db, CancellationToken cancellation) =>
            await db.Ocmws.AsNoTracking().SingleOrDefaultAsync(ocmw => ocmw.Kbo == kbo && ocmw.Kbo == caller.OcmwKbo, cancellation) is { } own ? (IResult)TypedResults.Ok(OcmwData.Of(own)) : new ApiProblem(ApiProblems.NotFound))
        .Reads<OcmwData>("getOcmw", ApiScopes.ReadDossiers, "The own OCMW, with its terms");
}
