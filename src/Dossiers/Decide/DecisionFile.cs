using Microsoft.EntityFrameworkCore;
using SolidLoonfiches.Loonfiches;

namespace SolidLoonfiches.Dossiers;

/// <summary>One proposal with all that its next step depends on, and the one way to add a step.</summary>
internal sealed class DecisionFile
{
    /// <summary>Longest text that a step carries.</summary>
    public const int MaxText = 2000;

    private readonly List<DecisionStep> _steps;

    private DecisionFile(Proposal proposal, Check check, Euro? stood, DecisionTerms terms, List<DecisionStep> steps, IReadOnlyList<Dispute> disputes) =>
        (Proposal, Check, Stood, Terms, _steps, Disputes) = (proposal, check, stood, terms, steps, disputes);

    public Proposal Proposal { get; }

    public Check Check { get; }

    /// <summary>What the person gets without this proposal.</summary>
    public Euro? Stood { get; }

    public DecisionTerms Terms { get; }

    /// <summary>What the person disputes of the slips behind the proposal, and nobody answered.</summary>
    public IReadOnlyList<Dispute> Disputes { get; }

    /// <summary>Whether the person was heard with each of these before them.</summary>
    public bool WasHeardOnDisputes => Disputes.All(dispute => _steps.Exists(step => step.Kind == DecisionStepKind.Heard && step.Disputes?.Contains(dispute.Id) == true));

    public DecisionChain Chain => DecisionChain.Of(Proposal, Check, Stood, _steps, Terms);

    /// <summary>Null where there is none, or it is of another OCMW than that of who asks.</summary>
    public static async Task<DecisionFile?> FindAsync(DossierDb db, Guid proposalId, Staff staff, CancellationToken cancellation)
    {
        var found = await (
            from proposal in db.Proposals
            join check in db.Checks on proposal.CheckId equals check.Id
            join dossier in db.Dossiers on check.DossierId equals dossier.Id
            join ocmw in db.Ocmws on dossier.OcmwKbo equals ocmw.Kbo
            where proposal.Id == proposalId && dossier.OcmwKbo == staff.OcmwKbo
            select new { proposal, check, ocmw }).SingleOrDefaultAsync(cancellation);
        if (found is null)
        {
            return null;
        }

        var steps = await db.DecisionSteps.Where(step => step.ProposalId == proposalId).ToListAsync(cancellation);
        var decided = await DecidedAmounts.OfAsync(db, found.check.DossierId, cancellation);
        var disputes = await LineDisputes.OfAsync(db, found.check.DossierId, cancellation);
        return new DecisionFile(found.proposal, found.check, decided.StoodBefore(found.check), found.ocmw.Terms, steps, disputes.OpenOn(found.check));
    }

    /// <summary>Why this step cannot be taken now, or null where it can.</summary>
    public StepOutcome.NotNow? Refuse(params ReadOnlySpan<DecisionAct> allowed)
    {
        var next = Chain.Next;
        if (!allowed.Contains(next))
        {
            return new StepOutcome.NotNow("Deze stap is nu niet aan de beurt: iemand was u voor, of er moet eerst iets anders gebeuren.");
        }

        // Once decided, the decision stands for what it decided; a newer check gets a proposal of its own.
        return !Check.IsCurrent && next is DecisionAct.Countersign or DecisionAct.Invite or DecisionAct.Hear or DecisionAct.Decide
            ? new StepOutcome.NotNow("Intussen is er een nieuwere berekening van deze maand. Beslis over die, en niet over deze.")
            : null;
    }

    /// <summary>The day of a step lies between the proposal and today.</summary>
    public StepOutcome.Refused? RefuseDay(DateOnly on, TimeProvider clock) =>
        on > Belgium.DayOf(clock.GetUtcNow()) ? new("on", "Deze dag moet nog komen. Leg een stap vast als hij gebeurd is.")
        : on < Belgium.DayOf(Proposal.At) ? new("on", "Deze dag ligt voor de dag van het voorstel.")
        : null;

    public static StepOutcome.Refused? RefuseText(string? text, string field, bool required, string missing) =>
        required && string.IsNullOrWhiteSpace(text) ? new(field, missing)
        : text?.Length > MaxText ? new(field, $"Hoogstens {MaxText} tekens.")
        : null;

    /// <summary>Adds the step and says what is next. Two who act at once: one is told that it is not the turn of this step.</summary>
    public async Task<StepOutcome> AddAsync(DossierDb db, DecisionStep step, CancellationToken cancellation)
    {
        _steps.Add(step);
        db.DecisionSteps.Add(step);
        if (step.Kind == DecisionStepKind.SentBack)
        {
            // The check is open again, and asks for an answer where it did before.
            Proposal.EndedAt = step.RecordedAt;
            foreach (var message in await db.Messages.Where(m => m.CheckId == Check.Id && m.DoneAt == Proposal.At).ToListAsync(cancellation))
            {
                message.DoneAt = null;
            }
        }

        var chain = Chain;
        Proposal.Follow(chain);
        try
        {
            await db.SaveChangesAsync(cancellation);
            return new StepOutcome.Done(chain.Next);
        }
        catch (Exception failure) when (failure.IsLostRace())
        {
            db.ChangeTracker.Clear();
            return new StepOutcome.NotNow("Iemand was u voor: kijk na wat er nu moet gebeuren.");
        }
    }

    public DecisionStep New(DecisionStepKind kind, DateOnly on, Staff by, TimeProvider clock, string? text = null) => new()
    {
        Disputes = kind == DecisionStepKind.Heard && Disputes.Count > 0 ? [.. Disputes.Select(dispute => dispute.Id)] : null,
        Id = Guid.CreateVersion7(clock.GetUtcNow()),
        ProposalId = Proposal.Id,
        Kind = kind,
        On = on,
        By = by.Id,
        RecordedAt = clock.GetUtcNow(),
        Text = Trimmed(text),
    };

    public static string? Trimmed(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
