using SolidLoonfiches.Loonfiches;

namespace SolidLoonfiches.Leefloon;

/// <summary>De woorden van het contract en wat ze in de wet zijn.</summary>
internal static class Woorden
{
    public static readonly IReadOnlyDictionary<string, Vrijstellingssoort> Vrijstellingen = new Dictionary<string, Vrijstellingssoort>(StringComparer.Ordinal)
    {
        ["none"] = Vrijstellingssoort.Geen,
        ["ordinary"] = Vrijstellingssoort.Gewoon,
        ["student"] = Vrijstellingssoort.Student,
        ["shortage"] = Vrijstellingssoort.Knelpuntberoep,
        ["artist"] = Vrijstellingssoort.Kunstenaar,
    };

    public static readonly IReadOnlyDictionary<string, Bestaansmiddelsoort> Bestaansmiddelen = new Dictionary<string, Bestaansmiddelsoort>(StringComparer.Ordinal)
    {
        ["other"] = Bestaansmiddelsoort.Ander,
        ["ocmwAid"] = Bestaansmiddelsoort.OcmwSteun,
        ["familyBenefitsForChildren"] = Bestaansmiddelsoort.KinderbijslagVoorKinderen,
        ["childMaintenance"] = Bestaansmiddelsoort.OnderhoudsgeldVoorKinderen,
        ["studyGrant"] = Bestaansmiddelsoort.Studietoelage,
        ["fosterCare"] = Bestaansmiddelsoort.Pleegzorgvergoeding,
        ["irregularGift"] = Bestaansmiddelsoort.OnregelmatigeGift,
        ["volunteerAllowance"] = Bestaansmiddelsoort.Vrijwilligersvergoeding,
        ["integrationAllowance"] = Bestaansmiddelsoort.Integratietegemoetkoming,
    };

    public static readonly IReadOnlyDictionary<string, Relatie> Relaties = new Dictionary<string, Relatie>(StringComparer.Ordinal)
    {
        ["partner"] = Relatie.Partner,
        ["parent"] = Relatie.Ouder,
        ["adultChild"] = Relatie.MeerderjarigKind,
        ["maintenanceDebtor"] = Relatie.Onderhoudsplichtige,
        ["other"] = Relatie.Ander,
    };

    public static readonly IReadOnlyDictionary<string, LoonDeelmaand> Deelmaanden = new Dictionary<string, LoonDeelmaand>(StringComparer.Ordinal)
    {
        ["extrapolate"] = LoonDeelmaand.Extrapoleren,
        ["sum"] = LoonDeelmaand.Som,
    };

    public static readonly IReadOnlyDictionary<string, bool> Tellen = new Dictionary<string, bool>(StringComparer.Ordinal)
    {
        ["counted"] = true,
        ["notCounted"] = false,
    };

    /// <summary>De soorten van het contract; gewoon loon zit in het nettoloon en is er geen.</summary>
    public static readonly IReadOnlyDictionary<string, ComponentKind> Componenten = new Dictionary<string, ComponentKind>(StringComparer.Ordinal)
    {
        ["ecoCheque"] = ComponentKind.EcoCheque,
        ["holidayPaySingle"] = ComponentKind.HolidayPaySingle,
        ["holidayPayDouble"] = ComponentKind.HolidayPayDouble,
        ["yearEndPremium"] = ComponentKind.YearEndPremium,
        ["bonus"] = ComponentKind.Bonus,
        ["arrears"] = ComponentKind.Arrears,
        ["overtime"] = ComponentKind.Overtime,
        ["severance"] = ComponentKind.Severance,
        ["other"] = ComponentKind.Other,
        ["mealVoucher"] = ComponentKind.MealVoucher,
        ["unionPremium"] = ComponentKind.UnionPremium,
        ["companyCar"] = ComponentKind.CompanyCar,
        ["commuting"] = ComponentKind.Commuting,
        ["expense"] = ComponentKind.Expense,
        ["advance"] = ComponentKind.Advance,
        ["seizure"] = ComponentKind.Seizure,
        ["fine"] = ComponentKind.Fine,
    };

    private static readonly Dictionary<ComponentKind, string> Componentwoorden = Componenten.ToDictionary(static paar => paar.Value, static paar => paar.Key);

    /// <summary>Zoals het contract een soort component schrijft; gewoon loon kent het niet, maar kan op een loonfiche wel buiten het nettoloon staan.</summary>
    public static string Voor(ComponentKind soort) => Componentwoorden.GetValueOrDefault(soort, "basePay");

    /// <summary>Zoals het contract de eenheid van een stap schrijft.</summary>
    public static string Eenheid(string eenheid) => eenheid switch
    {
        Leefloon.Eenheid.EuroPerJaar => "EUR/year",
        Leefloon.Eenheid.EuroPerMaand => "EUR/month",
        Leefloon.Eenheid.Dagen => "days",
        _ => eenheid,
    };
}
