using Microsoft.EntityFrameworkCore;
using SolidLoonfiches.Dossiers;

namespace SolidLoonfiches.Service;

internal static class FactRoutes
{
    public static void MapFacts(this RouteGroupBuilder api)
    {
        api.MapGet("/dossiers/{id:guid}/facts", ListAsync).Reads<IReadOnlyList<FactData>>("listFacts", ApiScopes.ReadDossiers, "The whole history of a dossier's facts, oldest first");
        api.MapPost("/dossiers/{id:guid}/facts", RecordAsync).Writes<NewFact, WrittenData>("recordFact", ApiScopes.WriteFacts, "Records a fact; what it touches is calculated anew at the next check", ApiProblems.PreconditionFailed);
    }

    private static async Task<IResult> ListAsync(Guid id, ApiCaller caller, DossierDb db, CancellationToken cancellation) =>
        await db.DossiersOf(caller).AnyAsync(dossier => dossier.Id == id, cancellation) ? TypedResults.Ok(await HistoryAsync(id, caller, db, cancellation)) : new ApiProblem(ApiProblems.NotFound);

    private static async Task<object> RecordAsync(Guid id, NewFact body, ApiCaller caller, DossierDb db, RecordFact record, HttpContext http, CancellationToken cancellation)
    {
        if (http.Request.Headers.IfMatch.Count > 0)
        {
            // Others who write under a tag wait here until this one is written, and then see it.
            await db.DossiersOf(caller).Where(dossier => dossier.Id == id).ExecuteUpdateAsync(dossier => dossier.SetProperty(x => x.Name, x => x.Name), cancellation);
            if (await db.DossiersOf(caller).AnyAsync(dossier => dossier.Id == id, cancellation) && !ApiTags.Allows(http, await HistoryAsync(id, caller, db, cancellation)))
            {
                return new ApiProblem(ApiProblems.PreconditionFailed);
            }
        }

        var (fact, wrong) = FactMapping.ToFact(body.Value);
        return fact is null ? new ApiProblem(ApiProblems.InvalidValue, field: wrong) : await record.RunAsync(new(id, body.From, fact, body.Evidence, caller.AsStaff), cancellation) switch
        {
            RecordFact.Outcome.Recorded recorded => new Written(StatusCodes.Status201Created, new WrittenData(recorded.EntryId), $"/dossiers/{id}/facts"),
            RecordFact.Outcome.Refused refused => new ApiProblem(ApiProblems.InvalidValue, refused.Sentence, refused.Field),
            _ => new ApiProblem(ApiProblems.NotFound),
        };
    }

    private static async Task<IReadOnlyList<FactData>> HistoryAsync(Guid id, ApiCaller caller, DossierDb db, CancellationToken cancellation)
    {
        var names = await db.Staff.AsNoTracking().Where(member => member.OcmwKbo == caller.OcmwKbo).ToDictionaryAsync(member => member.Id, member => member.Name, cancellation);
        var history = await db.Facts.AsNoTracking().Where(entry => entry.DossierId == id).ToListAsync(cancellation);
        return
        [
            .. history.OrderBy(entry => entry.RecordedAt).ThenBy(entry => entry.Id)
                .Select(entry => new FactData(entry.Id, entry.From, entry.Evidence, names.GetValueOrDefault(entry.RecordedBy, ""), entry.RecordedAt, FactMapping.ToData(entry.Value))),
        ];
    }
}
