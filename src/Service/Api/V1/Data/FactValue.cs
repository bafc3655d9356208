using System.Text.Json.Serialization;

namespace SolidLoonfiches.Service;

/// <summary>A fact. Amounts in euro a year.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "fact")]
[JsonDerivedType(typeof(CategoryValue), "category")]
[JsonDerivedType(typeof(RightValue), "right")]
[JsonDerivedType(typeof(CohabitantValue), "cohabitant")]
[JsonDerivedType(typeof(OtherMeansValue), "otherMeans")]
[JsonDerivedType(typeof(ExemptionValue), "exemption")]
[JsonDerivedType(typeof(EmploymentValue), "employment")]
[JsonDerivedType(typeof(ReviewValue), "review")]
[JsonDerivedType(typeof(NoWageValue), "noWage")]
[JsonDerivedType(typeof(StatusValue), "status")]
[JsonDerivedType(typeof(TransferValue), "transfer")]
[JsonDerivedType(typeof(GpmiValue), "gpmi")]
[JsonDerivedType(typeof(LanguageValue), "language")]
internal abstract record FactValue;

/// <summary>Art. 14 §1 RMI-wet.</summary>
/// <param name="Category">1 lives with others, 2 alone, 3 with a family to maintain.</param>
internal sealed record CategoryValue(int Category) : FactValue;

/// <summary>A right to leefloon. An end on the day before its start says that it never was.</summary>
/// <param name="To">Last day; null: without end.</param>
internal sealed record RightValue(DateOnly? To) : FactValue;

/// <summary>Somebody who lives with the applicant.</summary>
/// <param name="Person">A short name, the same in each entry about this person.</param>
/// <param name="Relation">To the applicant.</param>
/// <param name="ResourcesPerYear">Net, after the exemptions of that person.</param>
/// <param name="Counted">By the OCMW's own choice, under the rules before 1 March 2026.</param>
/// <param name="FamilyBenefitsForApplicantPerYear">Under the rules since then.</param>
/// <param name="ReceivesLeefloon">Then not counted.</param>
/// <param name="LivesHere">False: does not live there from this day on.</param>
internal sealed record CohabitantValue(string Person, RelationWord Relation, decimal ResourcesPerYear, bool Counted, decimal FamilyBenefitsForApplicantPerYear, bool ReceivesLeefloon, bool LivesHere) : FactValue;

/// <summary>Means of living that are no wage.</summary>
/// <param name="Name">What it is, the same in each entry about it.</param>
/// <param name="Kind">Counted, or exempt by art. 22 §1 KB.</param>
/// <param name="PerYear">0 ends it.</param>
internal sealed record OtherMeansValue(string Name, MeansWord Kind, decimal PerYear) : FactValue;

/// <summary>The exemption of art. 35 KB of 11 July 2002, as the OCMW granted it.</summary>
/// <param name="Kind">The paragraph of art. 35; none ends it.</param>
/// <param name="FirstGranted">First day ever granted.</param>
/// <param name="UsedBefore">Days used in months that this service did not calculate.</param>
/// <param name="ShortageFrom">First day of the higher amount for a shortage job.</param>
internal sealed record ExemptionValue(ExemptionWord Kind, DateOnly? FirstGranted, IReadOnlyList<DaysData> UsedBefore, DateOnly? ShortageFrom) : FactValue;

/// <summary>Works for this employer: a payslip is expected for each month.</summary>
/// <param name="Employer">KBO number, ten digits.</param>
/// <param name="Name">Of the employer.</param>
/// <param name="To">Last day; null: without end.</param>
internal sealed record EmploymentValue(string Employer, string Name, DateOnly? To) : FactValue;

/// <summary>The OCMW reviewed the file on this day.</summary>
internal sealed record ReviewValue : FactValue;

/// <summary>Somebody looked: in the month that begins on this day there was no wage.</summary>
/// <param name="Employer">Of this employer, by KBO number; null: of none.</param>
/// <param name="Name">Of the employer.</param>
/// <param name="Confirmed">False takes it back.</param>
internal sealed record NoWageValue(string? Employer, string? Name, bool Confirmed) : FactValue;

/// <summary>Whether the dossier is worked on. Nothing is read for a month in which it is open on no day.</summary>
/// <param name="Status">From this day on.</param>
internal sealed record StatusValue(StatusWord Status) : FactValue;

/// <summary>Another member of staff has the dossier. Only to be read: a dossier is given to somebody by people of the OCMW.</summary>
/// <param name="To">Who has it from this day on.</param>
internal sealed record TransferValue(string To) : FactValue;

/// <summary>A project for social integration: art. 11 and 13 RMI-wet.</summary>
/// <param name="About">What was agreed, in a few words.</param>
/// <param name="To">Last day; null: without end.</param>
internal sealed record GpmiValue(string About, DateOnly? To) : FactValue;

/// <summary>In which the OCMW writes to the person.</summary>
/// <param name="Language">From this day on.</param>
internal sealed record LanguageValue(LanguageWord Language) : FactValue;

/// <summary>Days, both ends included.</summary>
/// <param name="From">First day.</param>
/// <param name="To">Last day.</param>
internal sealed record DaysData(DateOnly From, DateOnly To);

/// <summary>What a cohabitant is of the applicant: art. 34 KB.</summary>
internal enum RelationWord
{
    Partner,
    Parent,
    AdultChild,
    MaintenanceDebtor,
    Other,
}

/// <summary>Counted, or exempt by art. 22 §1 KB.</summary>
internal enum MeansWord
{
    /// <summary>The one kind that is counted.</summary>
    Other,
    OcmwAid,
    FamilyBenefitsForChildren,
    ChildMaintenance,
    StudyGrant,
    FosterCare,
    IrregularGift,
    VolunteerAllowance,
    IntegrationAllowance,
}

/// <summary>A paragraph of art. 35 KB.</summary>
internal enum ExemptionWord
{
    None,
    Ordinary,
    Student,
    Shortage,
    Artist,
}

/// <summary>Whether a dossier is worked on.</summary>
internal enum StatusWord
{
    Open,
    Suspended,
    Closed,
}

/// <summary>ISO 639-1.</summary>
internal enum LanguageWord
{
    Nl,
    Fr,
    En,
}
