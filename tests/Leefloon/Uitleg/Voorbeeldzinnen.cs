using SolidLoonfiches.Loonfiches;

namespace SolidLoonfiches.Leefloon.Tests;

/// <summary>Elke zin die er is, met gewone waarden ingevuld.</summary>
internal static class Voorbeeldzinnen
{
    public static IEnumerable<Zin> Alle => Zinnen.Alle.Values.Select(soort => soort.Met([.. soort.Soorten.Select(Voorbeeld)]));

    private static Gegeven Voorbeeld(Gegevensoort soort) => soort switch
    {
        Gegevensoort.Bedrag => (Breuk)1234.5m / 7,
        Gegevensoort.Getal => 1095,
        Gegevensoort.Dag => new DateOnly(2026, 3, 1),
        Gegevensoort.Maand => Maand.Parse("2026-08"),
        Gegevensoort.Tijd => new Periode(new(2025, 12, 20), new(2026, 1, 8)),
        Gegevensoort.Tijden => Gegeven.Van([new(new(2026, 3, 1), new(2026, 3, 10)), new(new(2026, 3, 12), new(2026, 3, 12))]),
        Gegevensoort.Tekst => "Bakkerij \"De\tKorenbloem\".",
        Gegevensoort.Categorie => Categorie.GezinTenLaste,
        Gegevensoort.Component => ComponentKind.MealVoucher,
        Gegevensoort.Relatie => Relatie.MeerderjarigKind,
        Gegevensoort.Middel => Bestaansmiddelsoort.Pleegzorgvergoeding,
        Gegevensoort.Vrijstelling => Vrijstellingssoort.Kunstenaar,
        _ => throw new ArgumentOutOfRangeException(nameof(soort)),
    };
}
