using SolidLoonfiches.Loonfiches;

namespace SolidLoonfiches.Dossiers;

/// <summary>How things stand with a payslip of one employer that is not there. Silence itself is none of them: it is never zero income.</summary>
internal enum ExpectationState
{
    /// <summary>The usual payday has not come.</summary>
    NotYetExpected,

    /// <summary>The payday has passed; the payroll office still has some days.</summary>
    Expected,

    /// <summary>It should have been here.</summary>
    Late,

    /// <summary>A social worker recorded, with what they saw, that there was no wage.</summary>
    ConfirmedZero,

    /// <summary>The recorded work ended the month before: nothing is waited for.</summary>
    Ended,

    /// <summary>The vault did not answer: whether the slip is there nobody knows.</summary>
    SourceBroken,
}

/// <param name="Employer">Whose slip.</param>
/// <param name="Name">For a sentence.</param>
/// <param name="State">How things stand.</param>
/// <param name="Payday">When the wage is usually paid; of <see cref="ExpectationState.Ended"/> the last day of work.</param>
internal sealed record Expectation(KboNumber Employer, string Name, ExpectationState State, DateOnly Payday)
{
    /// <summary>The month cannot be calculated while it lasts.</summary>
    public bool StandsInTheWay => State is ExpectationState.NotYetExpected or ExpectationState.Expected or ExpectationState.Late;
}
