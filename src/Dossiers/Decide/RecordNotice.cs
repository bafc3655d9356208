namespace SolidLoonfiches.Dossiers;

/// <summary>Records that the decision went to the person, and then that the amount went to who pays.</summary>
public sealed class RecordNotice(DossierDb db, TimeProvider clock)
{
    /// <param name="ProposalId">A proposal of the own OCMW that was decided.</param>
    /// <param name="On">The day it was sent, or handed over.</param>
    /// <param name="Text">How: a registered letter, by hand with a receipt. Required for the notice.</param>
    /// <param name="By">Who recorded it.</param>
    public sealed record Command(Guid ProposalId, DateOnly On, string? Text, Staff By);

    /// <summary>The notice first, the payment after it: which of the two is recorded is what is next.</summary>
    public async Task<StepOutcome> RunAsync(Command command, CancellationToken cancellation)
    {
        if (await DecisionFile.FindAsync(db, command.ProposalId, command.By, cancellation) is not { } file)
        {
            return new StepOutcome.NotFound();
        }

        if (file.Refuse(DecisionAct.Notify, DecisionAct.HandToPayment) is { } notNow)
        {
            return notNow;
        }

        var notifies = file.Chain.Next == DecisionAct.Notify;
        return file.RefuseDay(command.On, clock) is { } day ? day
            : DecisionFile.RefuseText(command.Text, "text", notifies, "Schrijf hoe de beslissing bij de persoon kwam, zoals: aangetekende brief.") is { } text ? text
            : await file.AddAsync(db, file.New(notifies ? DecisionStepKind.Notified : DecisionStepKind.HandedToPayment, command.On, command.By, clock, command.Text), cancellation);
    }
}
