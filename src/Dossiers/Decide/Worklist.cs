using Microsoft.EntityFrameworkCore;
using SolidLoonfiches.Loonfiches;

namespace SolidLoonfiches.Dossiers;

/// <summary>What waits for people of an OCMW: one line per dossier, the one that has waited longest first.</summary>
/// <remarks>
/// A line is a check that asks for an answer, a decision that waits for its next step, or a dispute. Of several in one dossier the
/// oldest is shown; the others follow once it is done. Only open rows are read (<c>ix_messages_open</c>, <c>ix_proposals_waiting</c>,
/// <c>ix_disputes_open</c>), so that years of answered ones cost nothing.
/// </remarks>
public sealed class Worklist(DossierDb db)
{
    public const int PerPage = 50;

    /// <param name="Of">The OCMW, and the social worker where <paramref name="OnlyMine"/>.</param>
    /// <param name="OnlyMine">Dossiers of this social worker alone.</param>
    /// <param name="Show">Which lines.</param>
    /// <param name="Page">From 1.</param>
    /// <param name="Today">Decides what is overdue.</param>
    public sealed record Query(Staff Of, bool OnlyMine, WorklistFilter Show, int Page, DateOnly Today);

    /// <param name="Stood">What the person gets without it: as decided since, else as it was when the check was made.</param>
    /// <param name="Act">Null: the check asks for an answer.</param>
    /// <param name="More">Other lines that wait in the same dossier.</param>
    /// <param name="Question">What was asked of the person about the check.</param>
    /// <param name="DisputeId">What asks is a dispute of a line.</param>
    public sealed record Line(Dossier Dossier, Check Check, Guid? ProposalId, Euro? Stood, Euro? Amount, DecisionAct? Act, DateTimeOffset Since, DateOnly? Due, int More, QuestionState Question, Guid? DisputeId);

    /// <param name="Total">Dossiers with a line, on all pages.</param>
    public sealed record Answer(IReadOnlyList<Line> Lines, int Total);

    public async Task<Answer> RunAsync(Query query, CancellationToken cancellation)
    {
        var dossiers = db.Dossiers.Where(dossier => dossier.OcmwKbo == query.Of.OcmwKbo && (!query.OnlyMine || dossier.SocialWorkerId == query.Of.Id));
        var asks = Asks(query.Show);
        var waits = Waits(query.Show, query.Today);
        var disputes = Disputes(query.Show);
        var open = (from ask in asks join dossier in dossiers on ask.DossierId equals dossier.Id select new { dossier.Id, Since = ask.CreatedAt })
            .Concat(from wait in waits join check in db.Checks on wait.CheckId equals check.Id join dossier in dossiers on check.DossierId equals dossier.Id select new { dossier.Id, Since = wait.WaitingSince })
            .Concat(from dispute in disputes join dossier in dossiers on dispute.DossierId equals dossier.Id select new { dossier.Id, Since = dispute.RaisedAt })
            .GroupBy(item => item.Id)
            .Select(items => new { Id = items.Key, Since = items.Min(item => item.Since), Count = items.Count() });
        var total = await open.CountAsync(cancellation);
        var page = await open.OrderBy(item => item.Since).ThenBy(item => item.Id).Skip((query.Page - 1) * PerPage).Take(PerPage).ToListAsync(cancellation);
        var ids = page.ConvertAll(item => item.Id);
        var found = await dossiers.AsNoTracking().Where(dossier => ids.Contains(dossier.Id)).ToDictionaryAsync(dossier => dossier.Id, cancellation);
        var first = await FirstAsync(ids, asks, waits, disputes, cancellation);
        return new Answer([.. page.Select(item => first[item.Id].Of(found[item.Id], item.Count - 1))], total);
    }

    /// <summary>Checks that ask for an answer.</summary>
    private IQueryable<Message> Asks(WorklistFilter show)
    {
        var messages = db.Messages.Where(message => message.DoneAt == null && message.Topic != MessageTopic.Dispute);
        return show switch
        {
            WorklistFilter.All => messages,
            WorklistFilter.News => OfChecks(CheckOutcome.Changed),
            WorklistFilter.LateSlip => OfChecks(CheckOutcome.NoPayslipYet),
            WorklistFilter.VaultTrouble => OfChecks(CheckOutcome.VaultUnreachable, CheckOutcome.ConsentEnded),
            WorklistFilter.CannotCalculate => OfChecks(CheckOutcome.CannotCalculate),
            WorklistFilter.ExemptionEnding => messages.Where(message => message.Topic == MessageTopic.ExemptionEnding),
            WorklistFilter.Answer => messages.Where(message => db.CheckQuestions.Any(question => question.CheckId == message.CheckId && question.AnsweredAt != null)),
            _ => messages.Where(_ => false),
        };

        IQueryable<Message> OfChecks(params CheckOutcome[] outcomes) => messages.Where(message => db.Checks.Any(check => check.Id == message.CheckId && outcomes.Contains(check.Outcome)));
    }

    /// <summary>Decisions that wait for a step. One whose check was replaced before it was decided waits for nothing: the new check asks.</summary>
    private IQueryable<Proposal> Waits(WorklistFilter show, DateOnly today)
    {
        var proposals = db.Proposals.Where(proposal => proposal.NextAct != DecisionAct.Nothing
            && (proposal.NextAct == DecisionAct.Notify || proposal.NextAct == DecisionAct.HandToPayment || db.Checks.Any(check => check.Id == proposal.CheckId && check.IsCurrent)));
        return show switch
        {
            WorklistFilter.All or WorklistFilter.Decision => proposals,
            WorklistFilter.Overdue => proposals.Where(proposal => proposal.DueOn < today),
            _ => proposals.Where(_ => false),
        };
    }

    /// <summary>Disputes that nobody answered. One is only raised where a check rests on the slip, and a month keeps a check.</summary>
    private IQueryable<Dispute> Disputes(WorklistFilter show)
    {
        var open = db.Disputes.Where(dispute => dispute.AnsweredAt == null);
        return show is WorklistFilter.All or WorklistFilter.Dispute ? open : open.Where(_ => false);
    }

    private async Task<Dictionary<Guid, Item>> FirstAsync(List<Guid> ids, IQueryable<Message> asks, IQueryable<Proposal> waits, IQueryable<Dispute> disputes, CancellationToken cancellation)
    {
        var asking = await (from ask in asks.AsNoTracking() where ids.Contains(ask.DossierId) select new { ask.CheckId, ask.DossierId, Since = ask.CreatedAt }).ToListAsync(cancellation);
        var waiting = await (from wait in waits.AsNoTracking() join check in db.Checks on wait.CheckId equals check.Id where ids.Contains(check.DossierId) select new { Wait = wait, check.DossierId }).ToListAsync(cancellation);
        var disputed = await (from dispute in disputes.AsNoTracking() join check in db.Checks on new { dispute.DossierId, dispute.Month } equals new { check.DossierId, check.Month } where ids.Contains(dispute.DossierId) && check.IsCurrent select new { dispute.Id, dispute.DossierId, CheckId = check.Id, Since = dispute.RaisedAt }).ToListAsync(cancellation);
        var items = asking.Select(a => (a.DossierId, a.CheckId, a.Since, Wait: (Proposal?)null, Dispute: (Guid?)null))
            .Concat(waiting.Select(w => (w.DossierId, w.Wait.CheckId, Since: w.Wait.WaitingSince, Wait: (Proposal?)w.Wait, Dispute: (Guid?)null)))
            .Concat(disputed.Select(d => (d.DossierId, d.CheckId, d.Since, Wait: (Proposal?)null, Dispute: (Guid?)d.Id)))
            .GroupBy(item => item.DossierId)
            .Select(of => of.MinBy(item => item.Since))
            .ToList();

        var wanted = items.ConvertAll(item => item.CheckId);
        var checks = await db.Checks.AsNoTracking().Where(check => wanted.Contains(check.Id)).WithoutTree().ToDictionaryAsync(check => check.Id, cancellation);
        var decided = await DecidedAmounts.OfAsync(db, ids, cancellation);
        var asked = (await db.CheckQuestions.Where(question => wanted.Contains(question.CheckId)).Select(question => new { question.CheckId, question.AnsweredAt }).ToListAsync(cancellation)).ToLookup(question => question.CheckId, question => question.AnsweredAt is not null);
        return items.ToDictionary(item => item.DossierId, item => new Item(checks[item.CheckId], decided.GetValueOrDefault(item.DossierId, DecidedAmounts.None), item.Since, item.Wait, State(asked[item.CheckId]), item.Dispute));

        static QuestionState State(IEnumerable<bool> answered) => answered.Any() ? answered.All(one => one) ? QuestionState.Answered : QuestionState.Waits : QuestionState.None;
    }

    private sealed record Item(Check Check, DecidedAmounts Decided, DateTimeOffset Since, Proposal? Wait, QuestionState Question, Guid? Dispute)
    {
        public Line Of(Dossier dossier, int more) => new(dossier, Check, Wait?.Id, Decided.StoodBefore(Check), Wait is null ? Check.NewAmount : Wait.Amount, Wait?.NextAct, Since, Wait?.DueOn, more, Question, Dispute);
    }
}

/// <summary>Which lines of the worklist.</summary>
public enum WorklistFilter
{
    All,

    /// <summary>A new amount.</summary>
    News,

    /// <summary>A payslip that should have been there.</summary>
    LateSlip,

    /// <summary>The vault was not read, or the consent ended.</summary>
    VaultTrouble,

    /// <summary>Something is missing or contradicts itself.</summary>
    CannotCalculate,

    /// <summary>An exemption of art. 35 that ends soon.</summary>
    ExemptionEnding,

    /// <summary>The person answered what was asked about the check.</summary>
    Answer,
    /// <summary>A citizen disputes a line of a payslip.</summary>
    Dispute,

    /// <summary>A decision that waits for its next step.</summary>
    Decision,

    /// <summary>A decision whose term is over.</summary>
    Overdue,
}

/// <summary>Whether the person of a dossier was asked something.</summary>
public enum QuestionState
{
    None,

    /// <summary>No answer to at least one question.</summary>
    Waits,

    Answered,
}
