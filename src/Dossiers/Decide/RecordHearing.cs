namespace SolidLoonfiches.Dossiers;

/// <summary>Records that the person was told that they may be heard, and then what they said.</summary>
public sealed class RecordHearing(DossierDb db, TimeProvider clock)
{
    /// <param name="ProposalId">A proposal of the own OCMW.</param>
    /// <param name="On">The day of the letter, or of the talk.</param>
    /// <param name="Text">How they were told; what they said, or that they did not come. Required.</param>
    /// <param name="By">Who recorded it.</param>
    public sealed record Command(Guid ProposalId, DateOnly On, string? Text, Staff By);

    /// <summary>Told first, heard after it: which of the two is recorded is what is next.</summary>
    public async Task<StepOutcome> RunAsync(Command command, CancellationToken cancellation)
    {
        if (await DecisionFile.FindAsync(db, command.ProposalId, command.By, cancellation) is not { } file)
        {
            return new StepOutcome.NotFound();
        }

        if (file.Refuse(DecisionAct.Invite, DecisionAct.Hear) is { } notNow)
        {
            return notNow;
        }

        var invites = file.Chain.Next == DecisionAct.Invite;
        var missing = invites ? "Schrijf hoe u de persoon uitnodigde." : "Schrijf wat de persoon zei, of dat die niet reageerde.";
        return file.RefuseDay(command.On, clock) is { } day ? day
            : DecisionFile.RefuseText(command.Text, "text", required: true, missing) is { } text ? text
            : await file.AddAsync(db, file.New(invites ? DecisionStepKind.Invited : DecisionStepKind.Heard, command.On, command.By, clock, command.Text), cancellation);
    }
}
