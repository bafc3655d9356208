using Microsoft.EntityFrameworkCore;
using SolidLoonfiches.Dossiers;
using SolidLoonfiches.Loonfiches;

namespace SolidLoonfiches.Service;

/// <summary>Decisions, read and written through the operations that the pages use: the order of the law holds for software too. A second signature is a person's, and cannot be given here.</summary>
internal static class DecisionRoutes
{
    public static void MapDecisions(this RouteGroupBuilder api)
    {
        api.MapGet("/dossiers/{id:guid}/decisions", ListAsync).Reads<IReadOnlyList<DecisionData>>("listDecisions", ApiScopes.ReadDecisions, "The decisions of a dossier with their steps, oldest first");
        api.MapGet("/decisions/{id:guid}", GetAsync).Reads<DecisionData>("getDecision", ApiScopes.ReadDecisions, "A decision with its steps and what is next");
        api.MapPost("/decisions/{id:guid}/hearing", HearAsync).Writes<NewStep, ProgressData>("recordHearing", ApiScopes.WriteDecisions, "Records that the person was told that they may be heard, and then what they said", ApiProblems.NotNow, ApiProblems.PreconditionFailed);
        api.MapPost("/decisions/{id:guid}/decision", DecideAsync).Writes<NewDecision, ProgressData>("recordDecision", ApiScopes.WriteDecisions, "Records what the committee or its delegate decided elsewhere", ApiProblems.NotNow, ApiProblems.PreconditionFailed);
        api.MapPost("/decisions/{id:guid}/notice", NotifyAsync).Writes<NewStep, ProgressData>("recordNotice", ApiScopes.WriteDecisions, "Records that the decision went to the person, and then that the amount went to who pays", ApiProblems.NotNow, ApiProblems.PreconditionFailed);
        api.MapGet("/payments", PaymentsAsync).Reads<PageData<PaymentData>>("listPayments", ApiScopes.ReadDecisions, "The payment lines: what stands ready, or with handedOver=true what went to who pays", ApiProblems.InvalidCursor);
    }

    private static async Task<IResult> ListAsync(Guid id, ApiCaller caller, DossierDb db, CancellationToken cancellation) =>
        await db.DossiersOf(caller).AnyAsync(dossier => dossier.Id == id, cancellation)
            ? TypedResults.Ok(await DataAsync(db.Proposals.Where(proposal => db.Checks.Any(check => check.Id == proposal.CheckId && check.DossierId == id)), caller, db, cancellation))
            : new ApiProblem(ApiProblems.NotFound);

    private static async Task<IResult> GetAsync(Guid id, ApiCaller caller, DossierDb db, CancellationToken cancellation) =>
        await FindAsync(id, caller, db, cancellation) is { } found ? TypedResults.Ok(found) : new ApiProblem(ApiProblems.NotFound);

    private static Task<object> HearAsync(Guid id, NewStep body, ApiCaller caller, DossierDb db, RecordHearing hearing, HttpContext http, CancellationToken cancellation) =>
        StepAsync(id, caller, db, http, () => hearing.RunAsync(new(id, body.On, body.Text, caller.AsStaff), cancellation));

    private static Task<object> NotifyAsync(Guid id, NewStep body, ApiCaller caller, DossierDb db, RecordNotice notice, HttpContext http, CancellationToken cancellation) =>
        StepAsync(id, caller, db, http, () => notice.RunAsync(new(id, body.On, body.Text, caller.AsStaff), cancellation));

    private static async Task<object> DecideAsync(Guid id, NewDecision body, ApiCaller caller, DossierDb db, RecordDecision decide, HttpContext http, CancellationToken cancellation)
    {
        var amount = Euro.Zero;
        return body.Amount is { } given && !Euro.TryOf(given, out amount)
            ? new ApiProblem(ApiProblems.InvalidValue, field: "amount")
            : await StepAsync(id, caller, db, http, () => decide.RunAsync(new(id, body.DecidedBy, body.Number, body.On, body.Amount is null ? null : amount, body.Text, caller.AsStaff), cancellation));
    }

    private static async Task<object> StepAsync(Guid id, ApiCaller caller, DossierDb db, HttpContext http, Func<Task<StepOutcome>> step)
    {
        // Two who write under one tag: the decision's own version lets one of them through.
        if (http.Request.Headers.IfMatch.Count > 0 && await FindAsync(id, caller, db, http.RequestAborted) is { } current && !ApiTags.Allows(http, current))
        {
            return new ApiProblem(ApiProblems.PreconditionFailed);
        }

        return await step() switch
        {
            StepOutcome.Done done => new Written(StatusCodes.Status201Created, new ProgressData(id, done.Next), $"/decisions/{id}"),
            StepOutcome.NotNow notNow => new ApiProblem(ApiProblems.NotNow, notNow.Sentence),
            StepOutcome.Refused refused => new ApiProblem(ApiProblems.InvalidValue, refused.Sentence, refused.Field),
            _ => new ApiProblem(ApiProblems.NotFound),
        };
    }

    private static async Task<DecisionData?> FindAsync(Guid id, ApiCaller caller, DossierDb db, CancellationToken cancellation) =>
        (await DataAsync(db.Proposals.Where(proposal => proposal.Id == id), caller, db, cancellation)).SingleOrDefault();

    private static async Task<IReadOnlyList<DecisionData>> DataAsync(IQueryable<Proposal> wanted, ApiCaller caller, DossierDb db, CancellationToken cancellation)
    {
        var found = await (
            from proposal in wanted.AsNoTracking()
            join check in db.ChecksOf(caller) on proposal.CheckId equals check.Id
            select new { proposal, check.DossierId, check.Month }).ToListAsync(cancellation);
        var ids = found.ConvertAll(one => one.proposal.Id);
        var steps = (await db.DecisionSteps.AsNoTracking().Where(step => ids.Contains(step.ProposalId)).ToListAsync(cancellation)).ToLookup(step => step.ProposalId);
        var names = await db.Staff.AsNoTracking().Where(member => member.OcmwKbo == caller.OcmwKbo).ToDictionaryAsync(member => member.Id, member => member.Name, cancellation);
        return
        [
            .. found.OrderBy(one => one.proposal.At).ThenBy(one => one.proposal.Id).Select(one => new DecisionData(
                one.proposal.Id, one.proposal.CheckId, one.DossierId, one.Month.ToString(), one.proposal.Kind, one.proposal.Amount?.Amount, one.proposal.Reason, Name(one.proposal.By), one.proposal.At,
                one.proposal.NextAct, one.proposal.DueOn, one.proposal.EndedAt,
                [.. steps[one.proposal.Id].OrderBy(step => step.RecordedAt).ThenBy(step => step.Id).Select(step => new DecisionStepData(step.Kind, step.On, Name(step.By), step.RecordedAt, step.DecidedBy, step.Number, step.Amount?.Amount, step.Text))])),
        ];

        string Name(string id) => names.GetValueOrDefault(id, "");
    }

    private static async Task<IResult> PaymentsAsync(bool? handedOver, string? after, int? limit, ApiCaller caller, DossierDb db, CancellationToken cancellation)
    {
        var (last, take, wrong) = Paging.Read(after, limit);
        if (wrong is not null)
        {
            return wrong;
        }

        var handed = db.DecisionSteps.Where(step => step.Kind == DecisionStepKind.HandedToPayment);
        var found = await (
            from proposal in db.Proposals.AsNoTracking()
            join check in db.Checks on proposal.CheckId equals check.Id
            join dossier in db.DossiersOf(caller) on check.DossierId equals dossier.Id
            join decided in db.DecisionSteps on proposal.Id equals decided.ProposalId
            where decided.Kind == DecisionStepKind.Decided && proposal.Id.CompareTo(last) > 0
                && (handedOver == true ? handed.Any(step => step.ProposalId == proposal.Id) : proposal.NextAct == DecisionAct.HandToPayment)
            orderby proposal.Id
            select new { proposal.Id, proposal.DueOn, DossierId = dossier.Id, DossierNumber = dossier.Number, check.Month, decided.Amount, decided.Number, decided.On, Handed = handed.Where(step => step.ProposalId == proposal.Id).Select(step => (DateOnly?)step.On).FirstOrDefault() })
            .Take(take + 1).ToListAsync(cancellation);
        return TypedResults.Ok(Paging.Page(found, take, one => one.Id, one => new PaymentData(one.Id, one.DossierId, one.DossierNumber, one.Month.ToString(), one.Amount!.Value.Amount, one.Number, one.On, one.DueOn, one.Handed)));
    }
}
