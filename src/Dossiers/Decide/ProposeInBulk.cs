using Microsoft.EntityFrameworkCore;
using SolidLoonfiches.Loonfiches;

namespace SolidLoonfiches.Dossiers;

/// <summary>Proposes, as calculated, the new amounts that meet the OCMW's own rule (<see cref="BulkRule"/>), and draws a sample for a second look.</summary>
/// <remarks>The social worker sees the lines and ticks them. Each becomes a proposal of its own, which a second person signs where it was drawn, and on which the committee decides.</remarks>
public sealed class ProposeInBulk(DossierDb db, ProposeDecision propose)
{
    /// <summary>Lines that are shown, and taken, at once.</summary>
    public const int Most = 200;

    /// <summary>Of those that have waited longest: what is looked through for lines that meet the rule.</summary>
    private const int AtMost = 2_000;

    /// <summary>What was decided and waits for its notice or payment is what stands.</summary>
    private static readonly DecisionAct[] Undecided = [DecisionAct.Countersign, DecisionAct.Invite, DecisionAct.Hear, DecisionAct.Decide];

    /// <param name="Stood">What the person gets now.</param>
    public sealed record Line(Dossier Dossier, Check Check, Euro Stood);

    /// <param name="Checks">Those ticked. Others than those that meet the rule at this moment are left for who looks at them by themselves.</param>
    /// <param name="By">The social worker.</param>
    public sealed record Command(IReadOnlyCollection<Guid> Checks, Staff By);

    /// <param name="Proposed">How many were.</param>
    /// <param name="Drawn">How many of them wait for a second look.</param>
    /// <param name="Left">How many were not: they do not meet the rule any more, or somebody was faster.</param>
    public sealed record Outcome(int Proposed, int Drawn, int Left);

    /// <summary>The lines that meet the rule: of my dossiers, the one that has waited longest first. Nothing else waits in those dossiers.</summary>
    public async Task<IReadOnlyList<Line>> ListAsync(Staff of, CancellationToken cancellation)
    {
        var below = await db.Ocmws.Where(ocmw => ocmw.Kbo == of.OcmwKbo).Select(ocmw => ocmw.AcceptBelow).SingleAsync(cancellation);
        if (below <= Euro.Zero)
        {
            return [];
        }

        var asks = (await (
            from message in db.Messages
            join dossier in db.Dossiers on message.DossierId equals dossier.Id
            where message.DoneAt == null && dossier.OcmwKbo == of.OcmwKbo && dossier.SocialWorkerId == of.Id
            orderby message.CreatedAt
            select new { message.CheckId, Dossier = dossier }).AsNoTracking().ToListAsync(cancellation))
            .GroupBy(ask => ask.Dossier.Id).Where(own => own.Select(ask => ask.CheckId).Distinct().Count() == 1).Select(own => own.First()).Take(AtMost).ToList();
        List<Guid> ids = asks.ConvertAll(ask => ask.CheckId), dossiers = asks.ConvertAll(ask => ask.Dossier.Id);
        var checks = await db.Checks.AsNoTracking().Where(check => ids.Contains(check.Id)).WithoutTree().ToDictionaryAsync(check => check.Id, cancellation);
        var decided = await DecidedAmounts.OfAsync(db, dossiers, cancellation);
        var busy = await BusyAsync(ids, dossiers, cancellation);
        var used = checks.Values.SelectMany(check => check.SlipIds).ToList();
        var slips = await db.Slips.AsNoTracking().Where(slip => used.Contains(slip.Id)).ToDictionaryAsync(slip => slip.Id, cancellation);
        return
        [
            .. from ask in asks
               let check = checks[ask.CheckId]
               let stood = decided.GetValueOrDefault(ask.Dossier.Id, DecidedAmounts.None).StoodBefore(check)
               where BulkRule.Allows(below, check, stood, [.. check.SlipIds.Select(slips.GetValueOrDefault).OfType<Slip>()], isAlone: !busy.Contains(ask.Dossier.Id))
               select new Line(ask.Dossier, check, stood!.Value),
        ];
    }

    public async Task<Outcome> RunAsync(Command command, CancellationToken cancellation)
    {
        var ticked = command.Checks.ToHashSet();
        var allowed = BulkRule.Shuffled((await ListAsync(command.By, cancellation)).Select(line => line.Check.Id).Where(ticked.Contains).Take(Most));
        var (proposed, drawn, wanted) = (0, 0, BulkRule.Drawn(allowed.Count));
        foreach (var id in allowed)
        {
            // The first that come through, so that one is drawn also where somebody was faster with another.
            var isDrawn = drawn < wanted;
            if (await propose.RunAsync(new(id, ProposalKind.Proposed, null, command.By) { InBulk = true, SecondLook = isDrawn }, cancellation) is ProposeDecision.Outcome.Done)
            {
                proposed++;
                drawn += isDrawn ? 1 : 0;
            }
        }

        return new Outcome(proposed, drawn, ticked.Count - proposed);
    }

    /// <summary>Dossiers in which something else is under way: a proposal that is not decided or was sent back, a question, or a disputed line.</summary>
    private async Task<HashSet<Guid>> BusyAsync(List<Guid> checks, List<Guid> dossiers, CancellationToken cancellation)
    {
        var deciding = from proposal in db.Proposals
                       join check in db.Checks on proposal.CheckId equals check.Id
                       where dossiers.Contains(check.DossierId) && ((Undecided.Contains(proposal.NextAct) && check.IsCurrent) || checks.Contains(check.Id))
                       select check.DossierId;
        var asked = db.CheckQuestions.Where(question => dossiers.Contains(question.DossierId) && question.AnsweredAt == null).Select(question => question.DossierId);
        var disputed = db.Disputes.Where(dispute => dossiers.Contains(dispute.DossierId) && dispute.AnsweredAt == null).Select(dispute => dispute.DossierId);
        return [.. await deciding.ToListAsync(cancellation), .. await asked.ToListAsync(cancellation), .. await disputed.ToListAsync(cancellation)];
    }
}
