using SolidLoonfiches.Loonfiches;

namespace SolidLoonfiches.Dossiers;

/// <summary>A second person signs a proposal, or sends it back. Never the person who made it.</summary>
public sealed class CountersignProposal(DossierDb db, TimeProvider clock)
{
    /// <param name="ProposalId">A proposal of the own OCMW that waits for a second signature.</param>
    /// <param name="Agrees">False sends it back.</param>
    /// <param name="Text">Required to send it back.</param>
    /// <param name="By">Not who made the proposal.</param>
    public sealed record Command(Guid ProposalId, bool Agrees, string? Text, Staff By);

    public async Task<StepOutcome> RunAsync(Command command, CancellationToken cancellation)
    {
        if (await DecisionFile.FindAsync(db, command.ProposalId, command.By, cancellation) is not { } file)
        {
            return new StepOutcome.NotFound();
        }

        if (file.Refuse(DecisionAct.Countersign) is { } notNow)
        {
            return notNow;
        }

        if (file.Proposal.By == command.By.Id)
        {
            return new StepOutcome.Refused("by", "U maakte dit voorstel zelf. Iemand anders moet het ook tekenen.");
        }

        if (DecisionFile.RefuseText(command.Text, "text", required: !command.Agrees, "Schrijf waarom u dit voorstel terugstuurt.") is { } refused)
        {
            return refused;
        }

        var kind = command.Agrees ? DecisionStepKind.Countersigned : DecisionStepKind.SentBack;
        return await file.AddAsync(db, file.New(kind, Belgium.DayOf(clock.GetUtcNow()), command.By, clock, command.Text), cancellation);
    }
}
