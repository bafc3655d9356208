using SolidLoonfiches.Dossiers;
using SolidLoonfiches.Leefloon;
using SolidLoonfiches.Loonfiches;

namespace SolidLoonfiches.Stand;

/// <summary>The facts of each dossier, as the social worker records them on the first day of the first month with payslips.</summary>
internal static class Situations
{
    private const string HomeVisit = "Huisbezoek en sociaal onderzoek";
    private const string Contract = "Arbeidsovereenkomst, kopie in het dossier";
    private const string Decision = "Beslissing van het BCSD";

    public static IEnumerable<DatedFact> Alone(Maand first) =>
    [
        .. Start(first, Categorie.Alleenstaand),
        Works(first, Jobs.Shop),
        Exemption(first, monthsBefore: 2),
    ];

    public static IEnumerable<DatedFact> CohabitingWithWorkingPartner(Maand first) =>
    [
        .. Start(first, Categorie.Samenwonend),
        Works(first, Jobs.SchoolCleaning),
        Exemption(first, monthsBefore: 5),
        new(first.FirstDay, new CohabitantFact("partner", Relatie.Partner, Euro.Of(11_880.00m), Counted: false, Euro.Zero, ReceivesLeefloon: false, LivesHere: true), "Loonfiches van de partner: 990,00 EUR netto per maand"),
    ];

    public static IEnumerable<DatedFact> Family(Maand first) =>
    [
        .. Start(first, Categorie.GezinTenLaste),
        Works(first, Jobs.Bakery),
        Exemption(first, monthsBefore: 8),
        new(first.FirstDay, new OtherMeansFact("groeipakket", Bestaansmiddelsoort.KinderbijslagVoorKinderen, Euro.Of(2_213.28m)), "Attest van het Groeipakket: 184,44 EUR per maand"),
    ];

    public static IEnumerable<DatedFact> ShortageJob(Maand first) =>
    [
        .. Start(first, Categorie.Alleenstaand),
        Works(first, Jobs.Care),
        new(first.FirstDay, new ExemptionFact(Vrijstellingssoort.Knelpuntberoep, first.FirstDay, [], first.FirstDay), Decision + "; zorgkundige staat op de lijst van knelpuntberoepen van de VDAB"),
    ];

    public static IEnumerable<DatedFact> TwoEmployers(Maand first) =>
    [
        .. Start(first, Categorie.Alleenstaand),
        Works(first, Jobs.Restaurant),
        Works(first, Jobs.Laundry),
        Exemption(first, monthsBefore: 12),
    ];

    private static IEnumerable<DatedFact> Start(Maand first, Categorie category) =>
    [
        new(first.FirstDay, new CategoryFact(category), HomeVisit),
        new(first.FirstDay, new RightFact(To: null), Decision),
    ];

    private static DatedFact Works(Maand first, Job job) => new(first.FirstDay, new EmploymentFact(job.Employer, job.EmployerName, To: null), Contract);

    // The days that the OCMW kept on paper before the dossier came here.
    private static DatedFact Exemption(Maand first, int monthsBefore)
    {
        var granted = first.AddMonths(-monthsBefore).FirstDay;
        return new(first.FirstDay, new ExemptionFact(Vrijstellingssoort.Gewoon, granted, [new Periode(granted, first.Previous.LastDay)], ShortageFrom: null), Decision);
    }
}
