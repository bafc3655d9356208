// Waar wet en omzendbrief een keuze laten, staat in de boom welke keuze gold: een blad met als bron de standaard of het OCMW, en
// in de zin de twijfel. De twijfels zelf staan bij de regels (Art16Loon, Deelmaand, VerschovenLoon).
namespace SolidLoonfiches.Leefloon;

internal static class Beleidskeuze
{
    private const string Standaard = "standaard: het OCMW koos niets anders";
    private const string Keuze = "keuze van het OCMW";

    public static Stap Loonmaand(Geval geval) => geval.Beleid.Loonmaand is Leefloon.Loonmaand.MaandErvoor
        ? Blad(Zinnen.BeleidMaandErvoor.Met(geval.Maand.Previous, geval.Maand), gekozen: true)
        : Blad(Zinnen.BeleidDezelfdeMaand.Met(geval.Maand), gekozen: false);

    public static Stap Premies(Beleid beleid) => beleid.Premies switch
    {
        Premietelling.InDeMaandVanBetaling => Blad(Zinnen.BeleidPremiesBetaald.Met(), gekozen: true),
        Premietelling.OverTwaalfMaanden => Blad(Zinnen.BeleidPremiesGespreid.Met(), gekozen: true),
        _ => Blad(Zinnen.BeleidPremiesLoonperiode.Met(), gekozen: false),
    };

    public static Stap Deelmaand(Beleid beleid) => beleid.Deelmaand is LoonDeelmaand.Som
        ? Blad(Zinnen.BeleidDeelmaandSom.Met(), gekozen: true)
        : Blad(Zinnen.BeleidDeelmaandOmgerekend.Met(), gekozen: false);

    public static Stap Dagbasis(Beleid beleid) => beleid.Dagbasis is Leefloon.Dagbasis.Dertig
        ? Blad(Zinnen.BeleidDertigDagen.Met(), gekozen: true)
        : Blad(Zinnen.BeleidKalenderdagen.Met(), gekozen: false);

    public static Stap OnbevestigdBedrag() => Blad(Zinnen.BeleidOnbevestigd.Met(), gekozen: true);

    private static Stap Blad(Zin zin, bool gekozen) => Stap.Blad(zin, Wetsartikel.Rmi16Par1, Breuk.Nul, Eenheid.Geen, gekozen ? Keuze : Standaard);
}
