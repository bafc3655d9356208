using SolidLoonfiches.Loonfiches;

namespace SolidLoonfiches.Leefloon;

/// <summary>Dagen tellen voor een deel van een maand: die van de kalender, of van een maand die altijd dertig dagen telt.</summary>
/// <remarks>
/// Met dertig dagen telt de laatste dag van de maand voor wat er tot dertig ontbreekt: op de 31e nul, op 28 februari drie. Zo is een
/// hele maand altijd dertig, en zijn de delen samen de maand.
/// </remarks>
internal static class Dagtelling
{
    private const int Dertig = 30;

    public static int VanDeMaand(Maand maand, Dagbasis basis) => basis is Dagbasis.Dertig ? Dertig : maand.Days;

    public static int Van(Maanddagen dagen, Maand maand, Dagbasis basis) =>
        basis is Dagbasis.Dertig && dagen.Bevat(maand.Days) ? dagen.Aantal - 1 + Dertig - (maand.Days - 1) : dagen.Aantal;
}
