using Microsoft.EntityFrameworkCore;
using SolidLoonfiches.Dossiers;
using SolidLoonfiches.Loonfiches;

namespace SolidLoonfiches.Service;

internal static class DossierRoutes
{
    public static void MapDossiers(this RouteGroupBuilder api)
    {
        api.MapGet("/dossiers", ListAsync).Reads<PageData<DossierData>>("listDossiers", ApiScopes.ReadDossiers, "The dossiers of the OCMW", ApiProblems.InvalidCursor);
        api.MapGet("/dossiers/{id:guid}", GetAsync).Reads<DossierData>("getDossier", ApiScopes.ReadDossiers, "A dossier");
        api.MapPost("/dossiers/lookup", LookUpAsync).Reads<DossierData>("lookupDossier", ApiScopes.ReadDossiers, "The dossier of a person, by INSZ", ApiProblems.InvalidValue, ApiProblems.UnsupportedMediaType, ApiProblems.TooLarge);
    }

    private static async Task<IResult> ListAsync(string? after, int? limit, ApiCaller caller, DossierDb db, TimeProvider clock, CancellationToken cancellation)
    {
        var (from, take, wrong) = Paging.Read(after, limit);
        if (wrong is not null)
        {
            return wrong;
        }

        var found = await db.DossiersOf(caller).AsNoTracking().Where(dossier => dossier.Id.CompareTo(from) > 0).OrderBy(dossier => dossier.Id).Take(take + 1).ToListAsync(cancellation);
        var data = await DataAsync(found, db, clock, cancellation);
        return TypedResults.Ok(Paging.Page(data, take, dossier => dossier.Id, dossier => dossier));
    }

    private static async Task<IResult> GetAsync(Guid id, ApiCaller caller, DossierDb db, TimeProvider clock, CancellationToken cancellation) =>
        await OneAsync(db.DossiersOf(caller).Where(dossier => dossier.Id == id), db, clock, cancellation);

    private static async Task<IResult> LookUpAsync(DossierLookup body, ApiCaller caller, DossierDb db, TimeProvider clock, CancellationToken cancellation) =>
        Insz.TryParse(body.Insz) is { } insz
            ? await OneAsync(db.DossiersOf(caller).Where(dossier => dossier.Insz == insz), db, clock, cancellation)
            : new ApiProblem(ApiProblems.InvalidValue, "Eleven digits with matching check digits.", "insz");

    private static async Task<IResult> OneAsync(IQueryable<Dossier> query, DossierDb db, TimeProvider clock, CancellationToken cancellation)
    {
        var found = await query.AsNoTracking().ToListAsync(cancellation);
        return found.Count == 0 ? new ApiProblem(ApiProblems.NotFound) : TypedResults.Ok((await DataAsync(found, db, clock, cancellation)).Single());
    }

    private static async Task<IReadOnlyList<DossierData>> DataAsync(List<Dossier> dossiers, DossierDb db, TimeProvider clock, CancellationToken cancellation)
    {
        var (ids, workers, now) = (dossiers.ConvertAll(dossier => dossier.Id), dossiers.ConvertAll(dossier => dossier.SocialWorkerId), clock.GetUtcNow());
        var names = await db.Staff.AsNoTracking().Where(member => workers.Contains(member.Id)).ToDictionaryAsync(member => member.Id, member => member.Name, cancellation);
        var consents = (await db.Consents.AsNoTracking().Where(consent => ids.Contains(consent.DossierId)).ToListAsync(cancellation)).ToLookup(consent => consent.DossierId);
        return
        [
            .. dossiers.Select(dossier => new DossierData(
                dossier.Id, dossier.Number, dossier.Insz.Value, dossier.Name, names.GetValueOrDefault(dossier.SocialWorkerId, ""), dossier.OpenedAt,
                consents[dossier.Id].MaxBy(consent => consent.GivenAt) is { } latest ? ConsentData.StateOf(latest, now) : null)),
        ];
    }
}
