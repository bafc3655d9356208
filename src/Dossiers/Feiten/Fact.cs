using System.Text.Json.Serialization;
using SolidLoonfiches.Leefloon;
using SolidLoonfiches.Loonfiches;

namespace SolidLoonfiches.Dossiers;

/// <summary>A fact of a dossier. Each has a <see cref="Subject"/>: entries of one subject follow each other in time.</summary>
/// <remarks>
/// Facts are never taken away, so a wrong one is answered by another of the same date: a period (<see cref="RightFact"/>,
/// <see cref="EmploymentFact"/>) whose end is the day before its start never was; other means of 0 a year and an exemption
/// of the kind <see cref="Vrijstellingssoort.Geen"/> say "none"; a cohabitant who does not live there is no cohabitant; a
/// <see cref="NoWageFact"/> that is not confirmed says nothing.
/// </remarks>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "fact")]
[JsonDerivedType(typeof(CategoryFact), "category")]
[JsonDerivedType(typeof(RightFact), "right")]
[JsonDerivedType(typeof(CohabitantFact), "cohabitant")]
[JsonDerivedType(typeof(OtherMeansFact), "otherMeans")]
[JsonDerivedType(typeof(ExemptionFact), "exemption")]
[JsonDerivedType(typeof(EmploymentFact), "employment")]
[JsonDerivedType(typeof(ReviewFact), "review")]
[JsonDerivedType(typeof(NoWageFact), "noWage")]
[JsonDerivedType(typeof(StatusFact), "status")]
[JsonDerivedType(typeof(TransferFact), "transfer")]
[JsonDerivedType(typeof(GpmiFact), "gpmi")]
[JsonDerivedType(typeof(LanguageFact), "language")]
public abstract record Fact
{
    /// <summary>What it is about: the key of the history, such as <c>category</c> or <c>cohabitant:partner</c>.</summary>
    [JsonIgnore]
    public abstract string Subject { get; }

    /// <summary>False for what belongs to the running of the dossier alone: no calculation changes by it, and it is no reason to look into a vault.</summary>
    [JsonIgnore]
    public virtual bool ChangesAmounts => true;
}

/// <summary>Art. 14 §1 RMI-wet, from the entry's date.</summary>
public sealed record CategoryFact(Categorie Category) : Fact
{
    /// <inheritdoc/>
    [JsonIgnore]
    public override string Subject => "category";
}

/// <summary>A right to leefloon from the entry's date up to <paramref name="To"/>, included; null: without end. A period of its own per entry date.</summary>
public sealed record RightFact(DateOnly? To) : Fact
{
    /// <inheritdoc/>
    [JsonIgnore]
    public override string Subject => "right";
}

/// <param name="Person">Which cohabitant: a short name that the social worker chose, such as <c>partner</c>. The key of the history.</param>
/// <param name="Relation">To the applicant.</param>
/// <param name="ResourcesPerYear">Net, EUR a year, after the exemptions that apply to that person.</param>
/// <param name="Counted">Old rules of art. 34 KB: counted by the OCMW's own choice.</param>
/// <param name="FamilyBenefitsForApplicantPerYear">EUR a year, new rules only.</param>
/// <param name="ReceivesLeefloon">Then not counted.</param>
/// <param name="LivesHere">False: from this date the person does not live there any more.</param>
public sealed record CohabitantFact(string Person, Relatie Relation, Euro ResourcesPerYear, bool Counted, Euro FamilyBenefitsForApplicantPerYear, bool ReceivesLeefloon, bool LivesHere) : Fact
{
    /// <inheritdoc/>
    [JsonIgnore]
    public override string Subject => "cohabitant:" + Person;
}

/// <param name="Name">What it is, such as <c>onderhoudsgeld</c>. The key of the history; 0 a year ends it.</param>
/// <param name="Kind">Counted, or exempt by art. 22 §1 KB.</param>
/// <param name="PerYear">EUR a year.</param>
public sealed record OtherMeansFact(string Name, Bestaansmiddelsoort Kind, Euro PerYear) : Fact
{
    /// <inheritdoc/>
    [JsonIgnore]
    public override string Subject => "means:" + Name;
}

/// <summary>The exemption of art. 35 KB as the OCMW granted it, with the days used before this product kept the ledger.</summary>
/// <param name="Kind">The paragraph of art. 35.</param>
/// <param name="FirstGranted">First day ever granted; null only for <see cref="Vrijstellingssoort.Geen"/>.</param>
/// <param name="UsedBefore">Days consumed in months that this product did not calculate.</param>
/// <param name="ShortageFrom">First day of the higher amount for a shortage job; null for the other kinds.</param>
public sealed record ExemptionFact(Vrijstellingssoort Kind, DateOnly? FirstGranted, IReadOnlyList<Periode> UsedBefore, DateOnly? ShortageFrom) : Fact
{
    /// <inheritdoc/>
    [JsonIgnore]
    public override string Subject => "exemption";
}

/// <summary>Works for this employer from the entry's date up to <paramref name="To"/>: a slip is expected for each month in between.</summary>
public sealed record EmploymentFact(KboNumber Employer, string Name, DateOnly? To) : Fact
{
    /// <inheritdoc/>
    [JsonIgnore]
    public override string Subject => "employment:" + Employer.Value;
}

/// <summary>
/// The OCMW reviewed the file on the entry's date. Where the law changes for running files at their next review only
/// (art. 34 KB, KB of 7 January 2026), this date decides which text holds; without one it is the start of the right.
/// </summary>
public sealed record ReviewFact : Fact
{
    /// <inheritdoc/>
    [JsonIgnore]
    public override string Subject => "review";
}

/// <summary>
/// Somebody looked: in the month that begins on the entry's date there was no wage. Only this makes a missing payslip zero
/// income; silence never does. <paramref name="Confirmed"/> false, of the same date, takes it back.
/// </summary>
/// <param name="Employer">Of this employer; null for every employer.</param>
/// <param name="Name">Of the employer; null with the number.</param>
/// <param name="Confirmed">Whether it is so.</param>
public sealed record NoWageFact(KboNumber? Employer, string? Name, bool Confirmed) : Fact
{
    /// <inheritdoc/>
    [JsonIgnore]
    public override string Subject => "noWage:" + (Employer?.Value ?? "all");
}

/// <summary>From the entry's date the dossier is open, suspended or closed; why stands in the entry's evidence.</summary>
public sealed record StatusFact(DossierStatus Status) : Fact
{
    /// <inheritdoc/>
    [JsonIgnore]
    public override string Subject => "status";

    /// <inheritdoc/>
    [JsonIgnore]
    public override bool ChangesAmounts => false;
}

/// <summary>From the entry's date another member of staff has the dossier (<see cref="TransferDossier"/>).</summary>
/// <param name="To">Their id.</param>
/// <param name="ToName">As it was then.</param>
public sealed record TransferFact(string To, string ToName) : Fact
{
    /// <inheritdoc/>
    [JsonIgnore]
    public override string Subject => "transfer";

    /// <inheritdoc/>
    [JsonIgnore]
    public override bool ChangesAmounts => false;
}

/// <summary>Geïndividualiseerd project voor maatschappelijke integratie (art. 11 and 13 RMI-wet), from the entry's date up to <paramref name="To"/>, included.</summary>
/// <param name="About">What was agreed, in a few words.</param>
/// <param name="To">Null: without end.</param>
public sealed record GpmiFact(string About, DateOnly? To) : Fact
{
    /// <inheritdoc/>
    [JsonIgnore]
    public override string Subject => "gpmi";

    /// <inheritdoc/>
    [JsonIgnore]
    public override bool ChangesAmounts => false;
}

/// <summary>The language in which the OCMW writes to the person, from the entry's date.</summary>
public sealed record LanguageFact(Taal Language) : Fact
{
    /// <inheritdoc/>
    [JsonIgnore]
    public override string Subject => "language";

    /// <inheritdoc/>
    [JsonIgnore]
    public override bool ChangesAmounts => false;
}
