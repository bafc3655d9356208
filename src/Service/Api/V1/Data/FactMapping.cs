using SolidLoonfiches.Dossiers;
using SolidLoonfiches.Leefloon;
using SolidLoonfiches.Loonfiches;

namespace SolidLoonfiches.Service;

/// <summary>Between a fact of the records and its data in the API. The words of the API stay, whatever the law's are called inside.</summary>
internal static class FactMapping
{
    private static readonly (RelationWord Word, Relatie Law)[] Relations =
    [
        (RelationWord.Partner, Relatie.Partner), (RelationWord.Parent, Relatie.Ouder), (RelationWord.AdultChild, Relatie.MeerderjarigKind),
        (RelationWord.MaintenanceDebtor, Relatie.Onderhoudsplichtige), (RelationWord.Other, Relatie.Ander),
    ];

    private static readonly (MeansWord Word, Bestaansmiddelsoort Law)[] Means =
    [
        (MeansWord.Other, Bestaansmiddelsoort.Ander), (MeansWord.OcmwAid, Bestaansmiddelsoort.OcmwSteun), (MeansWord.FamilyBenefitsForChildren, Bestaansmiddelsoort.KinderbijslagVoorKinderen),
        (MeansWord.ChildMaintenance, Bestaansmiddelsoort.OnderhoudsgeldVoorKinderen), (MeansWord.StudyGrant, Bestaansmiddelsoort.Studietoelage), (MeansWord.FosterCare, Bestaansmiddelsoort.Pleegzorgvergoeding),
        (MeansWord.IrregularGift, Bestaansmiddelsoort.OnregelmatigeGift), (MeansWord.VolunteerAllowance, Bestaansmiddelsoort.Vrijwilligersvergoeding), (MeansWord.IntegrationAllowance, Bestaansmiddelsoort.Integratietegemoetkoming),
    ];

    private static readonly (ExemptionWord Word, Vrijstellingssoort Law)[] Exemptions =
    [
        (ExemptionWord.None, Vrijstellingssoort.Geen), (ExemptionWord.Ordinary, Vrijstellingssoort.Gewoon), (ExemptionWord.Student, Vrijstellingssoort.Student),
        (ExemptionWord.Shortage, Vrijstellingssoort.Knelpuntberoep), (ExemptionWord.Artist, Vrijstellingssoort.Kunstenaar),
    ];

    public static FactValue ToData(Fact fact) => fact switch
    {
        CategoryFact category => new CategoryValue((int)category.Category),
        RightFact right => new RightValue(right.To),
        CohabitantFact person => new CohabitantValue(person.Person, Word(Relations, person.Relation), person.ResourcesPerYear.Amount, person.Counted, person.FamilyBenefitsForApplicantPerYear.Amount, person.ReceivesLeefloon, person.LivesHere),
        OtherMeansFact means => new OtherMeansValue(means.Name, Word(Means, means.Kind), means.PerYear.Amount),
        ExemptionFact exemption => new ExemptionValue(Word(Exemptions, exemption.Kind), exemption.FirstGranted, [.. exemption.UsedBefore.Select(days => new DaysData(days.Van, days.Tot ?? days.Van))], exemption.ShortageFrom),
        EmploymentFact employment => new EmploymentValue(employment.Employer.Value, employment.Name, employment.To),
        ReviewFact => new ReviewValue(),
        NoWageFact none => new NoWageValue(none.Employer?.Value, none.Name, none.Confirmed),
        _ => throw new InvalidOperationException($"Fact {fact.GetType().Name} has no data."),
    };

    /// <returns>The fact; or the field whose value cannot be.</returns>
    public static (Fact? Fact, string? WrongField) ToFact(FactValue value)
    {
        switch (value)
        {
            case CategoryValue category:
                return (new CategoryFact((Categorie)category.Category), null);
            case RightValue right:
                return (new RightFact(right.To), null);
            case CohabitantValue person:
                return !Euro.TryOf(person.ResourcesPerYear, out var resources) ? (null, "resourcesPerYear")
                    : !Euro.TryOf(person.FamilyBenefitsForApplicantPerYear, out var benefits) ? (null, "familyBenefitsForApplicantPerYear")
                    : (new CohabitantFact(person.Person, Law(Relations, person.Relation), resources, person.Counted, benefits, person.ReceivesLeefloon, person.LivesHere), null);
            case OtherMeansValue means:
                return Euro.TryOf(means.PerYear, out var perYear) ? (new OtherMeansFact(means.Name, Law(Means, means.Kind), perYear), null) : (null, "perYear");
            case ExemptionValue exemption:
                return (new ExemptionFact(Law(Exemptions, exemption.Kind), exemption.FirstGranted, [.. exemption.UsedBefore.Select(days => new Periode(days.From, days.To))], exemption.ShortageFrom), null);
            case EmploymentValue employment:
                return KboNumber.TryParse(employment.Employer) is { } employer ? (new EmploymentFact(employer, employment.Name, employment.To), null) : (null, "employer");
            case ReviewValue:
                return (new ReviewFact(), null);
            case NoWageValue none:
                var of = KboNumber.TryParse(none.Employer);
                return none.Employer is not null && of is null ? (null, "employer") : (new NoWageFact(of, none.Name, none.Confirmed), null);
            default:
                throw new InvalidOperationException($"Data {value.GetType().Name} has no fact.");
        }
    }

    private static TWord Word<TWord, TLaw>((TWord Word, TLaw Law)[] pairs, TLaw law) => pairs.Single(pair => pair.Law!.Equals(law)).Word;

    private static TLaw Law<TWord, TLaw>((TWord Word, TLaw Law)[] pairs, TWord word) => pairs.Single(pair => pair.Word!.Equals(word)).Law;
}
