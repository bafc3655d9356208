using SolidLoonfiches.Loonfiches;

namespace SolidLoonfiches.Dossiers;

/// <summary>Records what the committee, or who holds its delegation, decided. People decided it: this only writes it down.</summary>
public sealed class RecordDecision(DossierDb db, TimeProvider clock)
{
    /// <param name="ProposalId">A proposal of the own OCMW that waits for a decision.</param>
    /// <param name="DecidedBy">The committee, or a delegate.</param>
    /// <param name="Number">In the OCMW's register; at most 50 characters.</param>
    /// <param name="On">The day of the decision.</param>
    /// <param name="Amount">Per month; null where the committee sends the proposal back.</param>
    /// <param name="Text">Required where the amount is not the one proposed, and to send it back.</param>
    /// <param name="By">Who recorded it.</param>
    public sealed record Command(Guid ProposalId, DecidedBy DecidedBy, string? Number, DateOnly On, Euro? Amount, string? Text, Staff By);

    public async Task<StepOutcome> RunAsync(Command command, CancellationToken cancellation)
    {
        if (await DecisionFile.FindAsync(db, command.ProposalId, command.By, cancellation) is not { } file)
        {
            return new StepOutcome.NotFound();
        }

        if (file.Refuse(DecisionAct.Decide) is { } notNow)
        {
            return notNow;
        }

        var differs = command.Amount != file.Proposal.Amount;
        var number = DecisionFile.Trimmed(command.Number);
        var refused = file.RefuseDay(command.On, clock)
            ?? (command.Amount is not null && number is not { Length: <= 50 } ? new StepOutcome.Refused("number", "Vul het nummer van de beslissing in (hoogstens 50 tekens).") : null)
            ?? (command.Amount < Euro.Zero ? new StepOutcome.Refused("amount", "Een bedrag is nooit lager dan nul.") : null)
            ?? DecisionFile.RefuseText(command.Text, "text", differs, "Schrijf waarom de beslissing anders is dan het voorstel.");

        // An amount that the person was not heard on may not be decided, also where only the committee lowers it.
        refused ??= command.Amount < file.Stood && !DecisionChain.NeedsHearing(file.Proposal, file.Stood)
            ? new StepOutcome.Refused("amount", "Dit bedrag is lager dan wat de persoon nu krijgt, en de persoon is daarover niet gehoord. Stuur het voorstel terug.")
            : null;
        // Nor while the person disputes a line that they were not heard on. What is not lower waits for nothing.
        refused ??= command.Amount < file.Stood && !file.WasHeardOnDisputes
            ? new StepOutcome.Refused("amount", "De persoon betwist een lijn van een loonfiche, en is daarover niet gehoord. Antwoord eerst op de betwisting, of stuur het voorstel terug.")
            : null;
        if (refused is not null)
        {
            return refused;
        }

        var step = command.Amount is null
            ? file.New(DecisionStepKind.SentBack, command.On, command.By, clock, command.Text)
            : new DecisionStep
            {
                Id = Guid.CreateVersion7(clock.GetUtcNow()),
                ProposalId = file.Proposal.Id,
                Kind = DecisionStepKind.Decided,
                On = command.On,
                By = command.By.Id,
                RecordedAt = clock.GetUtcNow(),
                DecidedBy = command.DecidedBy,
                Number = number,
                Amount = command.Amount,
                Text = DecisionFile.Trimmed(command.Text),
            };
        if (step.Kind == DecisionStepKind.Decided)
        {
            db.Events.Add(EventRecord.CheckDecided(command.By.OcmwKbo, file.Check, file.Proposal, "decided", step.RecordedAt));
        }

        return await file.AddAsync(db, step, cancellation);
    }
}
