// Een maand die maar voor een deel door loon gedekt is. Mi-is.be, veelgestelde vragen (2015), woordelijk: "In eerste instantie
// moet het inkomen ge-extrapolleerd worden naar een inkomen op maandbasis. Van dit bedrag wordt de maandelijkse
// spi-vrijstelling afgetrokken. Het bekomen maandbedrag wordt omgezet naar jaarbasis om hierop de jaarlijkse forfaitaire
// vrijstelling toe te passen. Het aldus bekomen bedrag op jaarbasis wordt tenslotte opnieuw omgezet naar het aantal
// dagen/periode waarom het inkomen betrekking heeft."
//
// Twijfel: of de maand 30 dagen telt of haar dagen van de kalender zegt de bron niet; hier de kalender. Een OCMW dat de som
// zonder omrekening neemt kiest het beleid LoonDeelmaand.Som.
namespace SolidLoonfiches.Leefloon;

internal static class Deelmaand
{
    /// <summary>Het loon op maandbasis, voor dagen die al dan niet door een loonfiche gedekt zijn.</summary>
    public static (Breuk PerMaand, Stap Stap) Loon(Geval geval, Maandloon loon, bool gedekt)
    {
        var dagen = geval.Maand.Days;
        if (geval.Beleid.Deelmaand is LoonDeelmaand.Som)
        {
            return (loon.Som, Stap.Knoop(Zinnen.LoonPerMaandSom.Met(loon.Som), Wetsartikel.Rmi16Par1, loon.Som, Eenheid.EuroPerMaand, [loon.Stap]));
        }

        if (!gedekt)
        {
            return (Breuk.Nul, loon.Fiches.Count == 0 ? loon.Stap : Stap.Blad(Zinnen.LoonPerMaandGeen.Met(), Wetsartikel.Rmi16Par1, Breuk.Nul, Eenheid.EuroPerMaand, "geen loonfiche"));
        }

        if (loon.GedekteDagen == dagen)
        {
            return (loon.Som, Stap.Knoop(Zinnen.LoonPerMaand.Met(loon.Som), Wetsartikel.Rmi16Par1, loon.Som, Eenheid.EuroPerMaand, [loon.Stap]));
        }

        var perMaand = loon.Som * dagen / loon.GedekteDagen;
        return (perMaand, Stap.Knoop(Zinnen.LoonPerMaandOmgerekend.Met(loon.Som, dagen, loon.GedekteDagen, perMaand), Wetsartikel.Rmi16Par1, perMaand, Eenheid.EuroPerMaand,
            [
                loon.Stap,
                Stap.Blad(Zinnen.GedekteDagen.Met(loon.GedekteDagen, dagen), Wetsartikel.Rmi16Par1, loon.GedekteDagen, Eenheid.Dagen, "loonperioden van de loonfiches"),
            ]));
    }
}
