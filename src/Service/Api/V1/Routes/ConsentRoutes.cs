using Microsoft.EntityFrameworkCore;
using SolidLoonfiches.Dossiers;

namespace SolidLoonfiches.Service;

internal static class ConsentRoutes
{
    public static void MapConsents(this RouteGroupBuilder api)
    {
        api.MapGet("/dossiers/{id:guid}/consents", ListAsync).Reads<IReadOnlyList<ConsentData>>("listConsents", ApiScopes.ReadConsents, "The consents of a dossier and how they stand, oldest first");
        api.MapGet("/consents/{id:guid}", GetAsync).Reads<ConsentData>("getConsent", ApiScopes.ReadConsents, "How a consent stands");
    }

    private static async Task<IResult> ListAsync(Guid id, ApiCaller caller, DossierDb db, TimeProvider clock, CancellationToken cancellation)
    {
        if (!await db.DossiersOf(caller).AnyAsync(dossier => dossier.Id == id, cancellation))
        {
            return new ApiProblem(ApiProblems.NotFound);
        }

        var consents = await db.Consents.AsNoTracking().Where(consent => consent.DossierId == id).ToListAsync(cancellation);
        return TypedResults.Ok<IReadOnlyList<ConsentData>>([.. consents.OrderBy(consent => consent.GivenAt).ThenBy(consent => consent.Id).Select(consent => ConsentData.Of(consent, clock.GetUtcNow()))]);
    }

    private static async Task<IResult> GetAsync(Guid id, ApiCaller caller, DossierDb db, TimeProvider clock, CancellationToken cancellation) =>
        await db.Consents.AsNoTracking().SingleOrDefaultAsync(consent => consent.Id == id && db.Dossiers.Any(dossier => dossier.Id == consent.DossierId && dossier.OcmwKbo == caller.OcmwKbo), cancellation) is { } found
            ? TypedResults.Ok(ConsentData.Of(found, clock.GetUtcNow()))
            : new ApiProblem(ApiProblems.NotFound);
}
