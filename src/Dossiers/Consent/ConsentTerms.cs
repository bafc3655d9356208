using SolidLoonfiches.Loonfiches;

namespace SolidLoonfiches.Dossiers;

/// <summary>Why payslips are asked for. Both serve the supplementary leefloon; another purpose is another text.</summary>
public enum ConsentPurpose
{
    /// <summary>Work out each month what the supplementary leefloon is.</summary>
    MonthlyCalculation,

    /// <summary>The yearly review of the dossier (art. 22 §1 RMI-wet).</summary>
    YearlyReview,
}

/// <summary>What is asked for: filled into the text that the citizen reads.</summary>
/// <param name="Ocmw">As people know it, such as <c>OCMW Gent</c>.</param>
/// <param name="Purpose">Why.</param>
/// <param name="From">Payslips of this month and later; earlier ones are not used.</param>
/// <param name="Until">Last day on which the service reads.</param>
public sealed record ConsentTerms(string Ocmw, ConsentPurpose Purpose, Maand From, DateOnly Until);
