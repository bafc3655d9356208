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

    private static readonly (StatusWord Word, DossierStatus Law)[] Statuses =
        [(StatusWord.Open, DossierStatus.Open), (StatusWord.Suspended, DossierStatus.Suspended), (StatusWord.Closed, DossierStatus.Closed)];

    private static readonly (LanguageWord Word, Taal Law)[] Languages = [(LanguageWord.Nl, Taal.Nederlands), (LanguageWord.Fr, Taal.Frans), (LanguageWord.En, Taal.Engels)];

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
        StatusFact status => new StatusValue(Word(Statuses, status.Status)),
        TransferFact transfer => new TransferValue(transfer.ToName),
        GpmiFact gpmi => new GpmiValue(gpmi.About, gpmi.To),
        LanguageFact language => new LanguageValue(Word(Languages, language.Language)),
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
            case StatusValue status:
                return (new StatusFact(Law(Statuses, status.Status)), null);
            case TransferValue:
                return (null, "fact");
            case GpmiValue gpmi:
                return (new GpmiFact(gpmi.About, gpmi.To), null);
            case LanguageValue language:
                return (new LanguageFact(Law(Languages, language.Language)), null);
            default:
                throw new InvalidOperationException($"Data {value.GetType().Name} has no fact.");
        }
    }

    private static TWord Word<TWord, TLaw>((TWord Word, TLaw Law)[] pairs, TLaw law) => pairs.Single(pair => pair.Law!.Equals(law)).Word;

    private static TLaw Law<TWord, TLaw>((TWord Word, TLaw Law)[] pairs, TWord word) => pairs.Single(pair => pair.Word!.Equals(word)).Law;
}
