using SolidLoonfiches.Dossiers;
using SolidLoonfiches.Leefloon;

namespace SolidLoonfiches.Service;

/// <summary>The dossier's facts in Dutch words.</summary>
internal static class FactWords
{
    public static IReadOnlyList<(Categorie Value, string Words)> Categories { get; } =
    [
        (Categorie.Samenwonend, "1 (samenwonend)"),
        (Categorie.Alleenstaand, "2 (alleenstaand)"),
        (Categorie.GezinTenLaste, "3 (met gezin ten laste)"),
    ];

    public static IReadOnlyList<(Relatie Value, string Words)> Relations { get; } =
    [
        (Relatie.Partner, "partner"),
        (Relatie.Ouder, "ouder"),
        (Relatie.MeerderjarigKind, "meerderjarig kind"),
        (Relatie.Onderhoudsplichtige, "onderhoudsplichtige"),
        (Relatie.Ander, "iemand anders"),
    ];

    public static IReadOnlyList<(Vrijstellingssoort Value, string Words)> Exemptions { get; } =
    [
        (Vrijstellingssoort.Geen, "geen"),
        (Vrijstellingssoort.Gewoon, "gewone vrijstelling (art. 35 §1 KB)"),
        (Vrijstellingssoort.Student, "student (art. 35 §2 KB)"),
        (Vrijstellingssoort.Knelpuntberoep, "knelpuntberoep (art. 35 §1 KB, derde lid)"),
        (Vrijstellingssoort.Kunstenaar, "kunstenaar (art. 35 §3 KB)"),
    ];

    public static IReadOnlyList<(Bestaansmiddelsoort Value, string Words)> Means { get; } =
    [
        (Bestaansmiddelsoort.Ander, "telt mee"),
        (Bestaansmiddelsoort.OcmwSteun, "vrijgesteld: steun van het OCMW"),
        (Bestaansmiddelsoort.KinderbijslagVoorKinderen, "vrijgesteld: groeipakket voor de kinderen"),
        (Bestaansmiddelsoort.OnderhoudsgeldVoorKinderen, "vrijgesteld: onderhoudsgeld voor de kinderen"),
        (Bestaansmiddelsoort.Studietoelage, "vrijgesteld: studietoelage"),
        (Bestaansmiddelsoort.Pleegzorgvergoeding, "vrijgesteld: vergoeding voor pleegzorg"),
        (Bestaansmiddelsoort.OnregelmatigeGift, "vrijgesteld: onregelmatige gift"),
        (Bestaansmiddelsoort.Vrijwilligersvergoeding, "vrijgesteld: vergoeding voor vrijwilligers"),
        (Bestaansmiddelsoort.Integratietegemoetkoming, "vrijgesteld: integratietegemoetkoming"),
    ];

    public static IReadOnlyList<(DossierStatus Value, string Words)> Statuses { get; } =
    [
        (DossierStatus.Open, "open"),
        (DossierStatus.Suspended, "opgeschort: er wordt niets nieuws gelezen"),
        (DossierStatus.Closed, "afgesloten: er wordt niets nieuws gelezen"),
    ];

    /// <summary>One word.</summary>
    public static string Status(DossierStatus status) => status switch
    {
        DossierStatus.Open => "open",
        DossierStatus.Suspended => "opgeschort",
        DossierStatus.Closed => "afgesloten",
        _ => throw new ArgumentOutOfRangeException(nameof(status)),
    };

    public static IReadOnlyList<(Taal Value, string Words)> DossierLanguages { get; } =
    [
        (Taal.Nederlands, "Nederlands"),
        (Taal.Frans, "Frans"),
        (Taal.Engels, "Engels"),
    ];

    /// <summary>What kind of fact it is.</summary>
    public static string Kind(Fact fact) => fact switch
    {
        CategoryFact => "Categorie",
        RightFact => "Recht op leefloon",
        CohabitantFact => "Inwonende",
        OtherMeansFact => "Andere bestaansmiddelen",
        ExemptionFact => "Vrijstelling",
        EmploymentFact => "Werk",
        ReviewFact => "Herziening",
        NoWageFact => "Maand zonder loon",
        StatusFact => "Stand van het dossier",
        TransferFact => "Overdracht",
        GpmiFact => "GPMI",
        LanguageFact => "Taal van het dossier",
        _ => throw new ArgumentOutOfRangeException(nameof(fact)),
    };

    /// <summary>What it says.</summary>
    public static string Says(Fact fact) => fact switch
    {
        CategoryFact category => Of(Categories, category.Category),
        RightFact right => right.To is { } to ? $"tot en met {Dates.Words(to)}" : "zonder einddatum",
        CohabitantFact { LivesHere: false } gone => $"{gone.Person}: woont er niet meer",
        CohabitantFact cohabitant => string.Join(", ", Cohabitant(cohabitant)),
        OtherMeansFact means => $"{means.Name}: {Amounts.Words(means.PerYear)} per jaar ({Of(Means, means.Kind)})",
        ExemptionFact { Kind: Vrijstellingssoort.Geen } => "geen vrijstelling",
        ExemptionFact exemption => string.Join(", ", Exemption(exemption)),
        EmploymentFact work => $"{work.Name} ({work.Employer}){(work.To is { } end ? $", tot en met {Dates.Words(end)}" : "")}",
        ReviewFact => "het dossier is herzien",
        StatusFact status => Of(Statuses, status.Status),
        TransferFact transfer => $"{transfer.ToName} heeft het dossier",
        GpmiFact gpmi => $"{gpmi.About}{(gpmi.To is { } until ? $", tot en met {Dates.Words(until)}" : "")}",
        LanguageFact language => Of(DossierLanguages, language.Language),
        NoWageFact { Confirmed: false } none => $"{NoWageOf(none)}: toch loon, of niet geweten",
        NoWageFact none => $"{NoWageOf(none)}: die maand geen loon",
        _ => throw new ArgumentOutOfRangeException(nameof(fact)),
    };

    private static IEnumerable<string> Cohabitant(CohabitantFact cohabitant)
    {
        yield return $"{cohabitant.Person} ({Of(Relations, cohabitant.Relation)}): {Amounts.Words(cohabitant.ResourcesPerYear)} per jaar";
        if (cohabitant.Counted)
        {
            yield return "telt mee volgens de regels van voor 1 maart 2026";
        }

        if (cohabitant.FamilyBenefitsForApplicantPerYear.Cents != 0)
        {
            yield return $"groeipakket voor de aanvrager: {Amounts.Words(cohabitant.FamilyBenefitsForApplicantPerYear)} per jaar";
        }

        if (cohabitant.ReceivesLeefloon)
        {
            yield return "krijgt zelf leefloon";
        }
    }

    private static IEnumerable<string> Exemption(ExemptionFact exemption)
    {
        yield return Of(Exemptions, exemption.Kind);
        if (exemption.FirstGranted is { } first)
        {
            yield return $"eerst toegekend op {Dates.Words(first)}";
        }

        if (exemption.ShortageFrom is { } shortage)
        {
            yield return $"knelpuntberoep vanaf {Dates.Words(shortage)}";
        }

        foreach (var used in exemption.UsedBefore)
        {
            yield return "verbruikt " + Dates.Words(used.Van, used.Tot);
        }
    }

    private static string NoWageOf(NoWageFact none) => none.Employer is { } employer ? $"{none.Name} ({employer})" : "elke werkgever";

    private static string Of<T>(IReadOnlyList<(T Value, string Words)> words, T value)
        where T : struct, Enum =>
        words.Single(pair => EqualityComparer<T>.Default.Equals(pair.Value, value)).Words;
}
