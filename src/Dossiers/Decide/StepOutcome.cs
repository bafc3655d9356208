namespace SolidLoonfiches.Dossiers;

/// <summary>How recording a step of a decision ended.</summary>
public abstract record StepOutcome
{
    private StepOutcome()
    {
    }

    /// <param name="Next">What must happen now.</param>
    public sealed record Done(DecisionAct Next) : StepOutcome;

    /// <summary>No such proposal, or of another OCMW.</summary>
    public sealed record NotFound : StepOutcome;

    /// <summary>It is not the turn of this step: somebody was faster, or a newer check took the place of this one.</summary>
    /// <param name="Sentence">For the social worker.</param>
    public sealed record NotNow(string Sentence) : StepOutcome;

    /// <param name="Field">The field of the command that is wrong.</param>
    /// <param name="Sentence">For the social worker.</param>
    public sealed record Refused(string Field, string Sentence) : StepOutcome;
}
