// Een maand die maar voor een deel door loon gedekt is. Mi-is.be, veelgestelde vragen (2015), woordelijk: "In eerste instantie
// moet het inkomen ge-extrapolleerd worden naar een inkomen op maandbasis. Van dit bedrag wordt de maandelijkse
// spi-vrijstelling afgetrokken. Het bekomen maandbedrag wordt omgezet naar jaarbasis om hierop de jaarlijkse forfaitaire
// vrijstelling toe te passen. Het aldus bekomen bedrag op jaarbasis wordt tenslotte opnieuw omgezet naar het aantal
// dagen/periode waarom het inkomen betrekking heeft."
//
// Twijfel: of de maand 30 dagen telt of haar dagen van de kalender zegt de bron niet; hier de kalender, tenzij een OCMW dertig
// dagen kiest (Beleid.Dagbasis; Dagtelling zegt hoe). Een OCMW dat de som zonder omrekening neemt kiest het beleid
// LoonDeelmaand.Som.
namespace SolidLoonfiches.Leefloon;

internal static class Deelmaand
{
    /// <summary>Het loon op maandbasis, voor dagen die al dan niet door een loonfiche gedekt zijn.</summary>
    public static (Breuk PerMaand, Stap Stap) Loon(Geval geval, Maandloon loon, bool gedekt)
    {
        var (perMaand, stap) = InDeLoonperiode(geval, loon, gedekt);
        if (loon.VerschovenStap is not { } verschoven)
        {
            return (perMaand, stap);
        }

        var samen = perMaand + loon.Verschoven;
        return (samen, Stap.Knoop(Zinnen.LoonPerMaandMetVerschoven.Met(perMaand, loon.Verschoven, samen), Wetsartikel.Rmi16Par1, samen, Eenheid.EuroPerMaand, [stap, verschoven]));
    }

    private static (Breuk PerMaand, Stap Stap) InDeLoonperiode(Geval geval, Maandloon loon, bool gedekt)
    {
        var beleid = geval.Beleid;
        if (beleid.Deelmaand is LoonDeelmaand.Som)
        {
            Stap[] stappen = loon.DektDeMaand ? [loon.Stap] : [loon.Stap, Beleidskeuze.Deelmaand(beleid)];
            return (loon.Som, Stap.Knoop(Zinnen.LoonPerMaandSom.Met(loon.Som), Wetsartikel.Rmi16Par1, loon.Som, Eenheid.EuroPerMaand, stappen));
        }

        if (!gedekt)
        {
            return (Breuk.Nul, loon.Fiches.Count == 0 ? loon.Stap : Stap.Blad(Zinnen.LoonPerMaandGeen.Met(), Wetsartikel.Rmi16Par1, Breuk.Nul, Eenheid.EuroPerMaand, "geen loonfiche"));
        }

        if (loon.DektDeMaand)
        {
            return (loon.Som, Stap.Knoop(Zinnen.LoonPerMaand.Met(loon.Som), Wetsartikel.Rmi16Par1, loon.Som, Eenheid.EuroPerMaand, [loon.Stap]));
        }

        // Enkel de 31e gedekt telt met dertig dagen voor nul; door één delen geeft dan een bedrag op een dag die zelf niet telt.
        var gedekteDagen = Math.Max(1, loon.GedekteDagen);
        var perMaand = loon.Som * loon.Dagen / gedekteDagen;
        return (perMaand, Stap.Knoop(Zinnen.LoonPerMaandOmgerekend.Met(loon.Som, loon.Dagen, gedekteDagen, perMaand), Wetsartikel.Rmi16Par1, perMaand, Eenheid.EuroPerMaand,
            [
                loon.Stap,
                Stap.Blad(Zinnen.GedekteDagen.Met(gedekteDagen, loon.Dagen), Wetsartikel.Rmi16Par1, gedekteDagen, Eenheid.Dagen, "loonperioden van de loonfiches"),
                Beleidskeuze.Deelmaand(beleid),
                Beleidskeuze.Dagbasis(beleid),
            ]));
    }
}
