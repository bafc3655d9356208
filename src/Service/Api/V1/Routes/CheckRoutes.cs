using Microsoft.EntityFrameworkCore;
using SolidLoonfiches.Dossiers;
using SolidLoonfiches.Loonfiches;

namespace SolidLoonfiches.Service;

internal static class CheckRoutes
{
    public static void MapChecks(this RouteGroupBuilder api)
    {
        api.MapGet("/dossiers/{id:guid}/checks", ListAsync).Reads<IReadOnlyList<CheckSummary>>("listChecks", ApiScopes.ReadChecks, "The checks of a dossier, oldest first, those that were replaced too");
        api.MapGet("/checks/{id:guid}", GetAsync).Reads<CheckData>("getCheck", ApiScopes.ReadChecks, "A check with its steps; language is nl (default), fr or en");
        api.MapPost("/checks/{id:guid}/decisions", ProposeAsync).Writes<NewProposal, ProgressData>(
            "proposeDecision", ApiScopes.WriteDecisions, "Records what a person put before the committee, or set aside, in the OCMW's own software", ApiProblems.AlreadyAnswered, ApiProblems.Superseded);
    }

    private static async Task<IResult> ListAsync(Guid id, ApiCaller caller, DossierDb db, CancellationToken cancellation)
    {
        if (!await db.DossiersOf(caller).AnyAsync(dossier => dossier.Id == id, cancellation))
        {
            return new ApiProblem(ApiProblems.NotFound);
        }

        var checks = await db.Checks.AsNoTracking().Where(check => check.DossierId == id).WithoutTree().ToListAsync(cancellation);
        var answers = await db.Proposals.AsNoTracking().Where(proposal => proposal.EndedAt == null && db.Checks.Any(check => check.Id == proposal.CheckId && check.DossierId == id)).ToDictionaryAsync(proposal => proposal.CheckId, proposal => proposal.Id, cancellation);
        return TypedResults.Ok<IReadOnlyList<CheckSummary>>([.. checks.OrderBy(check => check.CheckedAt).ThenBy(check => check.Id).Select(check => CheckSummary.Of(check, answers.TryGetValue(check.Id, out var answer) ? answer : null))]);
    }

    private static async Task<IResult> GetAsync(Guid id, string? language, ApiCaller caller, DossierDb db, CancellationToken cancellation)
    {
        if (!Languages.All.TryGetValue(language ?? "nl", out var words))
        {
            return new ApiProblem(ApiProblems.InvalidRequest, "nl, fr or en.", "language");
        }

        if (await db.ChecksOf(caller).AsNoTracking().SingleOrDefaultAsync(check => check.Id == id, cancellation) is not { } found)
        {
            return new ApiProblem(ApiProblems.NotFound);
        }

        var answer = await db.Proposals.AsNoTracking().Where(proposal => proposal.CheckId == id && proposal.EndedAt == null).Select(proposal => (Guid?)proposal.Id).SingleOrDefaultAsync(cancellation);
        var slips = await db.Slips.AsNoTracking().Where(slip => found.SlipIds.Contains(slip.Id)).ToListAsync(cancellation);
        return TypedResults.Ok(CheckData.Of(found, answer, slips, await LineDisputes.OfAsync(db, found.DossierId, cancellation), words));
    }

    private static async Task<object> ProposeAsync(Guid id, NewProposal body, ApiCaller caller, DossierDb db, ProposeDecision propose, CancellationToken cancellation)
    {
        var amount = Euro.Zero;
        if (body.Amount is { } given && !Euro.TryOf(given, out amount))
        {
            return new ApiProblem(ApiProblems.InvalidValue, field: "amount");
        }

        switch (await propose.RunAsync(new(id, body.Kind, body.Reason, caller.AsStaff, body.Amount is null ? null : amount), cancellation))
        {
            case ProposeDecision.Outcome.Done:
                var made = await db.Proposals.AsNoTracking().SingleAsync(proposal => proposal.CheckId == id && proposal.EndedAt == null, cancellation);
                return new Written(StatusCodes.Status201Created, new ProgressData(made.Id, made.NextAct), $"/decisions/{made.Id}");
            case ProposeDecision.Outcome.AlreadyDone:
                return new ApiProblem(ApiProblems.AlreadyAnswered);
            case ProposeDecision.Outcome.Superseded superseded:
                return new ApiProblem(ApiProblems.Superseded, $"{Api.Root}/checks/{superseded.ByCheckId}");
            case ProposeDecision.Outcome.Refused refused:
                return new ApiProblem(ApiProblems.InvalidValue, refused.Sentence, refused.Field);
            default:
                return new ApiProblem(ApiProblems.NotFound);
        }
    }
}
